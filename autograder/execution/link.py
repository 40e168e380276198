"""The judge's end of the wire: asks the sandbox, and answers what it asks in between.

One question is one call of `apply`, `get`, `put` and so on. Before a question the judge's changes
of the world are pushed (`before_question`); after it, arguments that the student's code changed in
place are changed here too. An exception of the student's code is raised here as its surrogate.
"""

import builtins
import sys
import weakref
from collections.abc import Callable, Iterable
from typing import Any

from autograder.execution import tags
from autograder.execution.conversation import (
    Answer,
    Apply,
    Ask,
    CallBack,
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
    Returned,
    Run,
    Seed,
)
from autograder.execution.raised import Surrogates
from autograder.execution.references import References
from autograder.execution.remote import (
    Identity,
    Refused,
    Remote,
    RemoteCallable,
    identity,
    is_remote,
)
from autograder.execution.values import FINISHED, LAZY, Decoder, Encoder, NotData
from autograder.execution.wire import Connection

MAX_STDOUT = 1 << 20
_ITERATORS = FINISHED | LAZY


class CellTimeout(BaseException):
    """The time of the cell is up; no `except Exception` of a test catches it."""


class SandboxLost(BaseException):
    """The sandbox is gone or breaks the rules of the conversation."""


class Link:
    """Questions to the sandbox.

    Args:
        connection: the judge's end.
        references: what names of libraries may stand for.
        before_question: pushes what the tests changed; called before each question.
        read_line: gives a line of input, or raises EOFError.
    """

    def __init__(
        self,
        connection: Connection,
        references: References,
        *,
        before_question: Callable[[], None] = lambda: None,
        read_line: Callable[[str], str],
    ) -> None:
        self._connection = connection
        self._references = references
        self.before_question = before_question
        self._read_line = read_line
        self._remotes: weakref.WeakValueDictionary[int, Remote] = weakref.WeakValueDictionary()
        self._functions: list[Callable[..., Any]] = []
        self._numbers: dict[int, int] = {}
        self.surrogates = Surrogates(references, self._attribute)
        self.speaking = False
        self.expired = False
        self.lost = False

    def run(self, source: str) -> Returned | Raised:
        """Run a cell of the notebook; what went wrong is the answer, not an exception."""
        self.before_question()
        return self._converse(Run(source), [])

    def get(self, name: str, moment: int) -> Any:
        """Return the value of a student's name; NameError when there is none."""
        return self._ask(Get(name, moment))

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

    def defined(self, name: str) -> bool:
        """Whether the instructor's own code defines a method or attribute of this name."""
        return name in self._references.defined

    def apply(self, operation: str, *args: Any, **keywords: Any) -> Any:
        """Do something with objects in the sandbox and return its value."""
        encoder = self._encoder()
        try:
            nodes = [encoder.encode(arg) for arg in args]
            named = [part for k, v in keywords.items() for part in (k, encoder.encode(v))]
        except NotData as error:
            raise Refused(f"expected arguments that can be sent to the student: {error}") from None
        try:
            return self._ask(Apply(operation, nodes, named, bytes(encoder.bulk)), encoder)
        except StopIteration as error:
            if operation == "next":
                raise
            # It would end the loop of a test that reads its results from a map, unseen.
            raise RuntimeError("the student's code raised StopIteration") from error

    def _ask(self, message: Message, encoder: Encoder | None = None) -> Any:
        self.before_question()
        return self._settle(message, encoder or self._encoder())

    def _settle(self, message: Message, encoder: Encoder) -> Any:
        """Ask, write what was changed in place back, pass output on, return the value or raise."""
        sent = encoder.seen
        reply = self._converse(message, sent)
        decoder = Decoder(reply.bulk, self._known, sent)
        try:
            self._write_back(decoder, reply.changes, len(sent))
            sys.stdout.write(reply.stdout[:MAX_STDOUT])
            if isinstance(reply, Returned):
                return decoder.decode(reply.value)
            args = decoder.decode(reply.args)
            raised = self.surrogates.raised(
                reply.kinds, reply.handle, args, reply.text, reply.trace
            )
        except PeerError as error:
            raise self._lose(error) from None
        raise raised

    def _write_back(self, decoder: Decoder, changes: list[Node], sent: int) -> None:
        for change in changes:
            if type(change) is not list or len(change) != 2 or type(change[0]) is not int:
                raise PeerError("expected a number and the contents of a changed argument")
            number, contents = change
            if not 0 <= number < sent:
                raise PeerError("expected the number of an argument")
            decoder.fill(decoder.seen[number], contents)

    def _converse(self, message: Message, sent: list[object]) -> Returned | Raised:
        """Send a question and answer the sandbox's own until its answer comes.

        Args:
            message: the question.
            sent: the containers in it; those in the answers given on the way are added.
        """
        self._send(message)
        while True:
            reply = self._receive()
            if isinstance(reply, Returned | Raised):
                if self.expired:
                    raise CellTimeout
                return reply
            try:
                answer = self._answer(reply, sent)
            except BaseException:
                self.lost = True  # the sandbox waits for an answer that will not come
                raise
            self._send(answer)

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
        except Exception as error:
            known = [k.__name__ for k in type(error).__mro__ if hasattr(builtins, k.__name__)]
            return Refusal(known[0], str(error)[:MAX_STDOUT])
        sent += encoder.seen
        return Answer(node, bytes(encoder.bulk))

    def _called(self, question: Message) -> Any:
        if not isinstance(question, CallBack) or question.function >= len(self._functions):
            raise PeerError("expected a function that the judge has sent")
        decoder = Decoder(question.bulk, self._known)
        args = decoder.all(question.args, 0)
        named = decoder.all(question.keywords, 0)
        keywords = dict(zip(named[::2], named[1::2], strict=False))
        if not all(type(name) is str for name in keywords):
            raise PeerError("expected names of arguments")
        return self._functions[question.function](*args, **keywords)

    def _send(self, message: Message) -> None:
        if self.lost:
            raise SandboxLost("the sandbox is gone")
        self.speaking = True
        try:
            self._connection.send(message)
        except LocalError as error:
            raise Refused(str(error)) from None
        except PeerError as error:
            raise self._lose(error) from None
        finally:
            self.speaking = False

    def _receive(self) -> Message:
        self.speaking = True
        try:
            return self._connection.receive()
        except PeerError as error:
            raise self._lose(error) from None
        finally:
            self.speaking = False

    def _lose(self, error: Exception) -> BaseException:
        self.lost = True
        return CellTimeout() if self.expired else SandboxLost(str(error))

    def _encoder(self) -> Encoder:
        return Encoder(self._opaque, iterators=_ITERATORS)

    def _attribute(self, handle: int, name: str) -> object:
        return self.apply("getattr", self._remote(handle, False, "exception", None), name)

    def _opaque(self, value: object) -> Node:
        """Return the node of what the judge refers to instead of sending it."""
        if is_remote(value):
            return [tags.OBJECT, identity(value).number]  # type: ignore[arg-type]
        surrogate = getattr(value, "student_number", None)
        if isinstance(value, type) and type(surrogate) is int:
            return [tags.OBJECT, surrogate]
        if (where := _library_name(value)) is not None:
            return [tags.LIBRARY, *where, 0]
        if callable(value):
            return [tags.FUNCTION, self._function(value)]
        raise NotData(f"a {type(value).__name__} of the tests cannot be sent")

    def _function(self, value: Callable[..., Any]) -> int:
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._functions)
            self._functions.append(value)
        return number

    def _known(self, node: list[Node]) -> object:
        """Return the value of a reference of the sandbox's."""
        tag, *rest = node
        if tag == tags.FUNCTION and len(rest) == 1 and type(rest[0]) is int:
            if 0 <= rest[0] < len(self._functions):
                return self._functions[rest[0]]
        elif tag == tags.LIBRARY and _are(rest, (str, str, int)):
            value = self._references.value(rest[0], rest[1])
            return value if value is not None else self._remote(rest[2], True, rest[1], None)
        elif tag == tags.EXCEPTION and _are(rest, (list,)):
            return self.surrogates.class_of(rest[0])
        elif tag == tags.HANDLE and _are(rest, (int, bool, str, list)):
            number, can_be_called, name, classes = rest
            return self._remote(number, can_be_called, name, self._claim(classes))
        raise PeerError(f"expected a reference, got tag {tag}")

    def _remote(self, number: int, can_be_called: bool, name: str, claim: type | None) -> Remote:
        found = self._remotes.get(number)
        if found is None:
            kind = RemoteCallable if can_be_called else Remote
            found = kind(Identity(number, self, name[:200], claim))
            self._remotes[number] = found
        return found

    def _claim(self, classes: list[Node]) -> type | None:
        """Return the nearest class of an object that the judge has as well."""
        for entry in classes[:40]:
            if type(entry) is not list or not _are(entry, (str, str)):
                raise PeerError("expected module and name of a class")
            claim = self._references.claim(*entry)
            if claim is not None:
                return claim
        return None


def _are(values: list[Node], kinds: Iterable[type]) -> bool:
    expected = tuple(kinds)
    return len(values) == len(expected) and all(
        type(v) is k for v, k in zip(values, expected, strict=True)
    )


def _library_name(value: object) -> tuple[str, str] | None:
    """Return module and name of what the sandbox can import as well, None for all else."""
    kind = type(value).__name__
    module = getattr(value, "__module__", None)
    name = getattr(value, "__qualname__", None) or getattr(value, "__name__", None)
    if kind == "module":
        module, name = getattr(value, "__name__", None), ""
    elif kind == "ufunc":
        module = "numpy"
    if type(module) is not str or type(name) is not str or module == "__main__":
        return None
    if module.partition(".")[0] == "autograder":
        return None
    found: object = sys.modules.get(module)
    for part in name.split(".") if name else ():
        found = getattr(found, part, None)
    return (module, name) if found is value else None
