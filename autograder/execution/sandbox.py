"""The untrusted side: runs the student's cells and answers for their objects.

Nothing here is trusted: by the time that it answers, the student's code may have changed all of
it. What it says is measured by the judge's end of the wire; what it can do to the machine is the
business of the cage, which `confine` puts on before the first byte of a submission is read.
"""

import builtins
import contextlib
import io
import os
import re
import signal
import socket
import sys
import traceback
import types
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from autograder.execution.conversation import (
    Answer,
    Apply,
    Ask,
    CallBack,
    Close,
    Draw,
    Drop,
    Get,
    Hello,
    LocalError,
    Message,
    Names,
    Put,
    Raised,
    Refusal,
    Release,
    Returned,
    Run,
    Seed,
    Side,
)
from autograder.execution.ended import STARVED
from autograder.execution.figures import Figures
from autograder.execution.objects import Objects, Received
from autograder.execution.operations import OPERATIONS
from autograder.execution.shell import new_shell
from autograder.execution.values import Decoder, Encoder, NotData
from autograder.execution.wire import Connection

MAX_STDOUT = 1 << 20
MAX_TEXT = 20_000
_IPYTHON_NAME = re.compile(r"<ipython-input-\d+-[0-9a-f]+>|<cell>")
_HIDDEN = frozenset({"In", "Out", "exit", "quit", "get_ipython", "open"})


class _Tail(io.TextIOBase):
    """Keeps the first MAX_STDOUT characters that are printed, drops the rest."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._left = MAX_STDOUT

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self._left > 0:
            self.parts.append(text[: self._left])
            self._left -= len(text)
        return len(text)


class Sandbox:
    """Answers the judge's questions until it closes the conversation.

    Args:
        connection: the sandbox's end of the wire.
        shell: the module `__main__` and what runs cells in it.
    """

    def __init__(self, connection: Connection, shell: tuple[types.ModuleType, Any]) -> None:
        self._connection = connection
        self._objects = Objects(self._call_back)
        self._module, self._shell = shell
        self.names = self._module.__dict__
        self._bindings: dict[str, list[tuple[int, object]]] = {}
        # Functions that the judge got by name: it asks again when one is bound anew.
        self._shown: dict[str, object] = {}
        self._cells = 0
        self._figures = Figures()
        self._received = Received(self._objects)
        self.busy = False
        builtins.input = self._input

    def serve(self) -> None:
        """Say hello, then answer questions until there are none."""
        self._connection.send(Hello())
        while True:
            message = self._connection.receive()
            if isinstance(message, Close):
                return
            if isinstance(message, Release):
                self._objects.release(message.numbers)
                continue
            self._send_reply(message)

    def _send_reply(self, message: Message) -> None:
        reply = self._reply(message)
        try:
            self._connection.send(reply)
        except LocalError as error:
            self._connection.send(self._raised(OverflowError(str(error)), _Tail()))

    def _reply(self, message: Message) -> Message:
        out = _Tail()
        outer, self._received = self._received, Received(self._objects)
        streams = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = out
        try:
            self.busy = True
            value = self._do(message)
            encoder = Encoder(
                self._objects.node, self._received.containers, array=self._objects.array
            )
            came = self._received
            changed = list(_contents(encoder, came.changed())) if came.containers else []
            node = self._node(encoder, value)
            bulk = bytes(encoder.bulk)
            return Returned(node, changed, "".join(out.parts), bulk, self._rebound())
        except BaseException as error:  # SystemExit and KeyboardInterrupt are the student's too
            return self._raised(error, out)
        finally:
            sys.stdout, sys.stderr = streams
            self._received = outer
            self.busy = False

    def _node(self, encoder: Encoder, value: object) -> Any:
        """Return the node of a result; what is too deep or too large to cross stays here."""
        try:
            return encoder.encode(value)
        except NotData:
            return self._objects.node(value)

    def _raised(self, error: BaseException, out: _Tail) -> Message:
        encoder = Encoder(self._objects.node, self._received.containers)
        changed = list(_contents(encoder, self._received.changed()))
        try:
            text = str(error)[:MAX_TEXT]
            args = encoder.encode(tuple(error.args))
        except BaseException:  # a __str__ that fails, arguments that are too deep
            text, args = "", None
        return Raised(
            self._objects.descent(type(error)),
            self._objects.number(error),
            args,
            text,
            _student_lines(error)[-MAX_TEXT:],
            changed,
            "".join(out.parts),
            bytes(encoder.bulk),
            self._rebound(),
        )

    def _rebound(self) -> bool:
        """Whether a function that the judge got by name is not what the name stands for now."""
        for name, now in self._shown.items():
            if self.names.get(name) is not now:
                self._shown.clear()
                return True
        return False

    def _do(self, message: Message) -> object:
        if isinstance(message, Apply):
            nodes = message.args + message.keywords
            values = self._received.take(nodes, message.bulk)
            args, named = values[: len(message.args)], values[len(message.args) :]
            keywords = dict(zip(named[::2], named[1::2], strict=True))
            return OPERATIONS[message.operation](*args, **keywords)
        if isinstance(message, Get):
            return self._get(message.name, message.moment)
        if isinstance(message, Names):
            return [n for n in self.names if not n.startswith("_") and n not in _HIDDEN]
        if isinstance(message, Put):
            value = Decoder(message.bulk, self._objects.value).decode(message.value)
            self.names[message.name] = value
        elif isinstance(message, Run):
            return self._run(message)
        elif isinstance(message, Draw):
            return self._figures.picture(message.number)
        elif isinstance(message, Drop):
            self.names.pop(message.name, None)
        elif isinstance(message, Seed):
            state = Decoder(message.bulk, self._objects.value).decode(message.state)
            seed(message.library, state)
        return None

    def _run(self, cell: Run) -> str:
        """Run a cell and return the text of its value."""
        before = dict(self.names)
        self._figures.begin(wanted=cell.draws)
        try:
            shown: str = self._shell.run(cell.source)
            return shown
        finally:
            self._cells += 1
            for name, value in self.names.items():
                if before.get(name, self) is not value:
                    self._bindings.setdefault(name, []).append((self._cells, value))
            self._figures.end()

    def _get(self, name: str, moment: int) -> object:
        """Return a value as it is, or as it was before a later cell bound the name again."""
        now = self.names.get(name)
        if callable(now):
            self._shown[name] = now
        bindings = self._bindings.get(name, [])
        if bindings and bindings[-1][0] > moment:
            earlier = [value for cell, value in bindings if cell <= moment]
            if earlier:
                return earlier[-1]
        try:
            return self.names[name]
        except KeyError:
            raise NameError(f"name '{name}' is not defined", name=name) from None

    def _call_back(self, number: int, args: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        encoder = Encoder(self._objects.node)
        nodes = [encoder.encode(arg) for arg in args]
        named = [part for k, v in keywords.items() for part in (k, encoder.encode(v))]
        return self._converse(CallBack(number, nodes, named, bytes(encoder.bulk)))

    def _input(self, prompt: object = "") -> str:
        print(prompt, end="")
        return str(self._converse(Ask(str(prompt)[:MAX_TEXT])))

    def _converse(self, question: Message) -> Any:
        """Ask the judge something and answer its questions until its answer comes."""
        self.busy = False
        try:
            self._connection.send(question)
            while True:
                message = self._connection.receive()
                if isinstance(message, Release):
                    self._objects.release(message.numbers)
                    continue
                if isinstance(message, Answer):
                    return self._received.take([message.value], message.bulk)[0]
                if isinstance(message, Refusal):
                    raise getattr(builtins, message.kind)(message.text)
                self._send_reply(message)
        finally:
            self.busy = True


def _contents(encoder: Encoder, changes: Iterable[tuple[int, object]]) -> Iterator[list[Any]]:
    for number, value in changes:
        with contextlib.suppress(NotData):
            yield [number, encoder.contents(value)]


def seed(library: str, state: Any) -> None:
    """Put a library's generator of random numbers into a state, if the notebook uses it."""
    module = sys.modules.get(library)
    if module is None:
        return
    if library == "numpy":
        module.random.set_state(state)
    elif library == "random":
        module.setstate(state)
    elif library == "tensorflow":
        module.random.set_seed(state)
    elif library == "keras":
        module.utils.set_random_seed(state)
    elif library == "torch":
        module.manual_seed(state)


def _student_lines(error: BaseException) -> str:
    """Return the traceback without the frames of the grader and of IPython."""
    ours = __file__.rpartition("sandbox.py")[0]
    kept: list[types.TracebackType] = []
    at = error.__traceback__
    while at is not None:
        name = at.tb_frame.f_code.co_filename
        if not name.startswith(ours) and "IPython" not in name:
            kept.append(at)
        at = at.tb_next
    shown = None  # the text of the others is not even read from its file
    for at in reversed(kept[-6:]):
        shown = types.TracebackType(shown, at.tb_frame, at.tb_lasti, at.tb_lineno)
    head = "".join(traceback.format_tb(shown))
    try:
        text = head + "".join(traceback.format_exception_only(type(error), error))
    except Exception:
        text = head + type(error).__name__
    return _IPYTHON_NAME.sub("your notebook", text)


def main(
    end: socket.socket,
    confine: Callable[[], None],
    shell: tuple[types.ModuleType, Any] | None = None,
) -> None:
    """Confine this process, then serve; what ends the conversation ends the process.

    Args:
        end: the sandbox's end of the wire.
        confine: puts the cage on.
        shell: what runs the cells, if it was made before.
    """
    confine()
    sys.path.insert(0, "")  # as in a notebook: modules that lie beside it can be imported
    sandbox = Sandbox(Connection(end, Side.SANDBOX), shell or new_shell())

    def interrupted(*_: object) -> None:
        if sandbox.busy:
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupted)
    try:
        sandbox.serve()
    except MemoryError:
        os._exit(STARVED)
