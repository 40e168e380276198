"""The judge's end of the wire: asks the sandbox, and answers what it asks in between.

One question is one call of `apply`, `get`, `put` and so on. Before a question the judge's changes
of the world are pushed (`before_question`); after it, `changes.py` decides on arguments that the
student's code changed in place. An exception of the student's code is raised here as its surrogate.
"""

import builtins
import sys
from collections.abc import Callable, Collection, Iterable
from typing import Any

from autograder.execution import tags
from autograder.execution.arrays import Reshaped
from autograder.execution.changers import Changers
from autograder.execution.changes import Changes, Permitted, nothing
from autograder.execution.conversation import (
    Answer,
    Apply,
    Ask,
    CallBack,
    Draw,
    Drop,
    Get,
    LocalError,
    Message,
    Names,
    Node,
    PeerError,
    Put,
    Raised,
    Refusal,
    Release,
    Returned,
    Run,
    Seed,
)
from autograder.execution.empties import is_empty, noted, unexpected
from autograder.execution.handles import Handles
from autograder.execution.raised import Surrogates
from autograder.execution.references import References
from autograder.execution.remote import Refused, identity, is_remote
from autograder.execution.values import FINISHED, LAZY, Decoder, Encoder, NotData
from autograder.execution.wire import Connection

MAX_STDOUT = 1 << 20
_ITERATORS = FINISHED | LAZY
_RELEASED_AT_ONCE = 256


class CellTimeout(BaseException):
    """The time of the cell is up; no `except Exception` of a test catches it."""


class SandboxLost(BaseException):
    """The sandbox is gone or breaks the rules of the conversation."""


class Link:
    """Questions to the sandbox.

    Args:
        connection: the judge's end.
        references: what names of libraries may stand for.
        changes: decides on what was done to arguments; without it, they stay as they were.
        before_question: pushes what the tests changed; called before each question.
        rebound: forgets what names stood for; called when an answer says that one has changed.
        read_line: gives a line of input, or raises EOFError.
    """

    def __init__(
        self,
        connection: Connection,
        references: References,
        *,
        changes: Changes | None = None,
        before_question: Callable[[], None] = lambda: None,
        rebound: Callable[[], None] = lambda: None,
        read_line: Callable[[str], str],
    ) -> None:
        self._connection = connection
        self._references = references
        self._changes = changes or Changes(Changers.of(()))
        self.before_question = before_question
        self._rebound = rebound
        self._read_line = read_line
        self._handles = Handles(self, references)
        self.surrogates = Surrogates(references, self._attribute)
        # What a function of the tests found wrong, while the student's code called it.
        self._failed: AssertionError | None = None
        self.speaking = False
        self.expired = False
        self.lost = False

    def run(self, cell: str | Run | Draw) -> Returned | Raised:
        """Run a cell of the notebook; what went wrong is the answer, not an exception."""
        self.before_question()
        reply = self._converse(Run(cell) if isinstance(cell, str) else cell, [])
        self._failed = None
        return reply

    def get(self, name: str, moment: int) -> Any:
        """Return the value of a student's name; NameError when there is none."""
        return noted(self._ask(Get(name, moment), reached=(name,)))

    def names(self) -> list[str]:
        """Return the names that are bound in the sandbox, as far as it says so."""
        names = self._ask(Names())
        return [name for name in names if type(name) is str] if type(names) is list else []

    def is_library(self, name: str, moment: int) -> bool:
        """Whether a name of the student's is bound to something of a library."""
        self.before_question()
        reply = self._converse(Get(name, moment), [])
        value = reply.value if isinstance(reply, Returned) else None
        return type(value) is list and bool(value) and value[0] == tags.LIBRARY

    def put(self, name: str, value: object) -> None:
        """Bind a name in the sandbox; LocalError when the value cannot cross."""
        encoder = self._encoder()
        node = encoder.encode(value)
        self._settle(Put(name, node, bytes(encoder.bulk)), encoder)

    def drop(self, name: str) -> None:
        """Unbind a name in the sandbox."""
        self._settle(Drop(name), self._encoder())

    def seed(self, library: str, state: object) -> None:
        """Push the state of a generator of random numbers."""
        encoder = self._encoder()
        node = encoder.encode(state)
        self._settle(Seed(library, node, bytes(encoder.bulk)), encoder)

    def module(self, name: str) -> Any:
        """Return a module of the sandbox's, imported there; None when there is none."""
        try:
            return self.apply("import", name)
        except ImportError:
            return None

    def again(self, source: str) -> None:
        """Run the text of a cell that was handed in once more, where it ran before."""
        self._ask(Run(source))

    def written(self, name: str) -> object:
        """Return the bytes of a file that the student's code wrote; None for none."""
        return None if self.speaking else self.apply("read", name)

    def defined(self, name: str) -> bool:
        """Whether the instructor's own code defines a method or attribute of this name."""
        return name in self._references.defined

    def apply(self, operation: str, *args: Any, **keywords: Any) -> Any:
        """Do something with objects in the sandbox and return its value."""
        encoder = self._encoder()
        nodes: list[Node] = []
        ends: list[int] = []
        try:
            for value in (*args, *keywords.values()):
                remote = is_remote(value)
                nodes.append(self._handles.node(value) if remote else encoder.encode(value))
                ends.append(len(encoder.seen))
        except NotData as error:
            raise Refused(f"expected arguments that can be sent to the student: {error}") from None
        named = [part for pair in zip(keywords, nodes[len(args) :], strict=True) for part in pair]
        message = Apply(operation, nodes[: len(args)], named, bytes(encoder.bulk))
        permitted: Permitted = nothing
        reached: Collection[str] = ("",)
        if operation == "getattr":
            reached = (args[1],)
        elif operation == "call":
            labels = identity(args[0]).labels if is_remote(args[0]) else {""}
            reached = [f"{label}()" for label in labels]
            permitted = self._changes.permitted(labels, [*keywords], ends[1:])
        try:
            result = self._ask(message, encoder, permitted, reached)
            return result if any(map(is_empty, args)) else noted(result)
        except StopIteration as error:
            if operation == "next":
                raise
            # It would end the loop of a test that reads its results from a map, unseen.
            raise RuntimeError("the student's code raised StopIteration") from error

    def _ask(
        self,
        message: Message,
        encoder: Encoder | None = None,
        permitted: Permitted = nothing,
        reached: Collection[str] = ("",),
    ) -> Any:
        self.before_question()
        return self._settle(message, encoder or self._encoder(), permitted, reached)

    def _settle(
        self,
        message: Message,
        encoder: Encoder,
        permitted: Permitted = nothing,
        reached: Collection[str] = ("",),
    ) -> Any:
        """Ask, carry out changes of arguments, pass output on, return the value or raise."""
        sent = encoder.seen
        outer, self._failed = self._failed, None
        try:
            reply = self._converse(message, sent)
        finally:
            failed, self._failed = self._failed, outer
        self._handles.reached = reached
        decoder = Decoder(reply.bulk, self._known, sent, self._handles.array)
        if not any(map(is_empty, sent)):
            decoder.empty = unexpected
        try:
            if reply.changes:
                self._changes.write(decoder, reply.changes, len(sent), permitted)
            if reply.stdout:
                sys.stdout.write(reply.stdout[:MAX_STDOUT])
            if failed is not None:
                raise failed  # whatever the student's code made of it
            if isinstance(reply, Returned):
                return decoder.decode(reply.value)
            args = decoder.decode(reply.args)
            raised = self.surrogates.raised(
                reply.kinds, reply.handle, args, reply.text, reply.trace
            )
        except PeerError as error:
            raise self._lose(error) from None
        except Reshaped as error:
            raise Refused(str(error)) from None
        if not hasattr(raised, "student_number"):
            # All that is kept of a built-in exception is here.
            self._handles.dead.append(reply.handle)
        raise raised

    def _converse(self, message: Message, sent: list[object]) -> Returned | Raised:
        """Send a question and answer the sandbox's own until its answer comes.

        Args:
            message: the question.
            sent: the containers in it; those in the answers given on the way are added.
        """
        outer, self.speaking = self.speaking, True
        try:
            if len(self._handles.dead) >= _RELEASED_AT_ONCE:
                self._release()
            self._send(message)
            while not isinstance(reply := self._receive(), Returned | Raised):
                try:
                    self.speaking = False
                    answer = self._answer(reply, sent)
                    self.speaking = True
                except BaseException:
                    self.lost = True  # the sandbox waits for an answer that will not come
                    raise
                self._send(answer)
        finally:
            self.speaking = outer
        if self.expired:
            raise CellTimeout
        if reply.rebound:
            self._rebound()
        return reply

    def _release(self) -> None:
        """Tell the sandbox which of its objects it need not keep."""
        self._send(Release(self._handles.all_dead()))

    def _answer(self, question: Message, sent: list[object]) -> Message:
        """Answer a question from inside a question; add its containers to those sent."""
        encoder = self._encoder()
        try:
            if isinstance(question, Ask):
                value: Any = self._read_line(question.prompt)
            else:
                value = self._called(question)
            node = encoder.encode(value)
        except NotData as error:
            return Refusal("TypeError", str(error))
        except PeerError as error:
            raise self._lose(error) from None
        except AssertionError as error:
            self._failed = self._failed or error
            return Refusal("AssertionError", "")  # its text may say what is expected
        except Exception as error:
            known = [k.__name__ for k in type(error).__mro__ if hasattr(builtins, k.__name__)]
            return Refusal(known[0], str(error)[:MAX_STDOUT])
        sent += encoder.seen
        return Answer(node, bytes(encoder.bulk))

    def _called(self, question: Message) -> Any:
        functions = self._handles.functions
        if not isinstance(question, CallBack) or question.function >= len(functions):
            raise PeerError("expected a function that the judge has sent")
        self._handles.reached = ("",)
        decoder = Decoder(question.bulk, self._known)
        args = decoder.all(question.args, 0)
        named = decoder.all(question.keywords, 0)
        keywords = dict(zip(named[::2], named[1::2], strict=False))
        if not all(type(name) is str for name in keywords):
            raise PeerError("expected names of arguments")
        return functions[question.function](*args, **keywords)

    def _send(self, message: Message) -> None:
        if self.lost:
            raise SandboxLost("the sandbox is gone")
        try:
            self._connection.send(message)
        except LocalError as error:
            raise Refused(str(error)) from None
        except PeerError as error:
            raise self._lose(error) from None

    def _receive(self) -> Message:
        try:
            return self._connection.receive()
        except PeerError as error:
            raise self._lose(error) from None

    def _lose(self, error: Exception) -> BaseException:
        self.lost = True
        return CellTimeout() if self.expired else SandboxLost(str(error))

    def _encoder(self) -> Encoder:
        return Encoder(self._handles.node, iterators=_ITERATORS)

    def _attribute(self, handle: int, name: str) -> object:
        return self.apply("getattr", self._handles.remote(handle, False, "exception"), name)

    def _known(self, node: list[Node]) -> object:
        """Return the value of a reference of the sandbox's."""
        tag, *rest = node
        if tag == tags.FUNCTION and len(rest) == 1 and type(rest[0]) is int:
            if 0 <= rest[0] < len(self._handles.functions):
                return self._handles.functions[rest[0]]
        elif tag == tags.LIBRARY and _are(rest, (str, str, int)):
            value = self._references.value(rest[0], rest[1])
            return value if value is not None else self._handles.remote(rest[2], True, rest[1])
        elif tag == tags.EXCEPTION and _are(rest, (list,)):
            return self.surrogates.class_of(rest[0])
        elif tag == tags.HANDLE and _are(rest, (int, bool, str, list)):
            return self._handles.remote(*rest)
        raise PeerError(f"expected a reference, got tag {tag}")


def _are(values: list[Node], kinds: Iterable[type]) -> bool:
    expected = tuple(kinds)
    return len(values) == len(expected) and all(
        type(v) is k for v, k in zip(values, expected, strict=True)
    )
