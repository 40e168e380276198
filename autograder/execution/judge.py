"""The trusted side: runs the tests, asks the sandbox for what is the student's.

One request of the supervisor is one line of JSON, and so is its answer. Requests:

- `plan`: the instructor's notebook, from which ownership and references are worked out;
- `cell`: run a cell in the sandbox, and here the statements of a given cell that are trusted;
- `visible`: run the visible tests of a task, here;
- `hidden`: run the setup of a task's hidden tests, or one property, here, among the names that
  there were after the visible tests of that task.

Answers: `state` ("ok", "raised", "timeout", "died"), `error`, `message`, `trace`, `stdout`, and
`lost`, whether the sandbox cannot be asked any more.
"""

import ast
import io
import json
import signal
import socket
import sys
import traceback
from typing import Any

from autograder.execution import guards
from autograder.execution.conversation import PeerError, Raised, Side
from autograder.execution.link import CellTimeout, Link, SandboxLost
from autograder.execution.names import parse
from autograder.execution.namespace import Namespace
from autograder.execution.ownership import Ownership, defined_by, mentions, mirrored, read_by
from autograder.execution.references import References
from autograder.execution.seeds import Seeds
from autograder.execution.sources import Sources
from autograder.execution.wire import Connection

MAX_TEXT = 20_000
_FILE = "the tests"


class _Tail(io.TextIOBase):
    """Keeps the first MAX_TEXT characters that are printed, drops the rest."""

    def __init__(self) -> None:
        self.text = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text[: max(0, MAX_TEXT - len(self.text))]
        return len(text)


class Judge:
    """Runs the pieces of one submission.

    Args:
        connection: the judge's end of the wire.
        cells: the instructor's notebook: kind, grade_id and source of each code cell.
    """

    def __init__(self, connection: Connection, cells: list[tuple[str, str, str]]) -> None:
        sources = [source for _, _, source in cells]
        roots, named, texts = mentions(iter(sources))
        solution = read_by(source for kind, _, source in cells if kind == "answer")
        defined = defined_by(source for kind, _, source in cells if kind != "tests")
        self._cells = cells
        self._place = 0
        self._ownership = Ownership()
        self._sources = Sources()
        self.link = Link(
            connection,
            References(roots, named, defined),
            before_question=self._before_question,
            read_line=guards.line_reader(lambda: self._names),
        )
        self._names = Namespace(self.link, self._ownership, solution, guards.safe_builtins(texts))
        self._seeds = Seeds(self.link)
        self._after_visible: dict[str, tuple[dict[str, Any], int]] = {}
        self._moment = 0
        self._pushing = False
        self.testing = False
        guards.answer_inspect(self._sources)
        guards.refuse_unpickling()

    def handle(self, request: dict[str, Any]) -> dict[str, Any]:
        """Do what a request asks and return how it went."""
        out, stdout = _Tail(), sys.stdout
        answer: dict[str, Any] = {"state": "ok", "error": "", "message": "", "trace": ""}
        self.link.expired = False
        self.testing = True
        sys.stdout = out
        try:
            answer |= self._do(request)
        except CellTimeout:
            answer["state"] = "timeout"
        except SandboxLost as error:
            answer |= {"state": "died", "message": str(error)[:MAX_TEXT]}
        except BaseException as error:  # the tests' own SystemExit, too
            answer |= _explained(error)
        finally:
            self.testing = False
            sys.stdout = stdout
        return answer | {"stdout": out.text, "lost": self.link.lost}

    def _do(self, request: dict[str, Any]) -> dict[str, Any]:
        kind, grade_id, source = request["do"], request["grade_id"], request["source"]
        if kind == "cell":
            return self._cell(request["kind"], grade_id, source)
        if kind == "visible":
            self._advance("tests", grade_id, "")
            self._mirror(source)
            self._names.moment = self._moment
            try:
                self._test(source)
            finally:
                self._names.push()
                self._ownership.tests(source)
                self._after_visible[grade_id] = (self._names.snapshot(), self._moment)
        else:
            if request["first"]:
                self._names.restore(*self._after_visible[grade_id])
            for name, value in request["bindings"].items():
                self._names[name] = value
            self._test(source)
        return {}

    def _cell(self, kind: str, grade_id: str, source: str) -> dict[str, Any]:
        """Run a cell in the sandbox; here, run what is trusted and note what is the student's."""
        reply = self.link.run(source)
        self._moment += 1
        self._names.moment = self._moment
        self._sources.add(source)
        if kind != "own":
            self._advance(kind, grade_id, source)
        if kind == "given":
            self._trusted(source, editable=not grade_id)
        self._names.forget(self._ownership.owned)
        if isinstance(reply, Raised):
            error = str(reply.kinds[0][1]) if reply.kinds and reply.kinds[0] else "Exception"
            text, trace = reply.text[:MAX_TEXT], reply.trace[:MAX_TEXT]
            return {"state": "raised", "error": error, "message": text, "trace": trace}
        return {}

    def _advance(self, kind: str, grade_id: str, source: str) -> None:
        """Read the instructor's answers up to a cell, handed in or not."""
        for place in range(self._place, len(self._cells)):
            its_kind, its_id, its_source = self._cells[place]
            if (its_kind, its_id) == (kind, grade_id) and (grade_id or its_source == source):
                for skipped, _, solution in self._cells[self._place : place + 1]:
                    if skipped == "answer":
                        self._ownership.answer(solution)
                self._place = place + 1
                break
        self._names.forget(self._ownership.owned)

    def _trusted(self, source: str, *, editable: bool) -> None:
        for statement in self._ownership.given(source, editable=editable):
            code = compile(ast.Module([statement], []), "given cell", "exec", dont_inherit=True)
            try:
                with self._names.unheard():
                    exec(code, self._names)  # noqa: S102 - the instructor's own statement
            except Exception:
                self._ownership.taken_back(statement)

    def _mirror(self, visible: str) -> None:
        """Run in the sandbox what of the visible tests later cells need."""
        later = [source for kind, _, source in self._cells[self._place :] if kind != "tests"]
        text = mirrored(visible, read_by(iter(later)))
        if text:
            self.link.run(text)
            self._moment += 1

    def _test(self, source: str) -> None:
        self._seeds.watch()
        self._seeds.heard = True
        try:
            code = compile(_python(source), _FILE, "exec", dont_inherit=True)
            exec(code, self._names)  # noqa: S102 - the instructor's tests
        finally:
            self._seeds.heard = False

    def _before_question(self) -> None:
        if not self._pushing:
            self._pushing = True
            try:
                self._names.push()
                self._seeds.push()
            finally:
                self._pushing = False

    def expire(self) -> None:
        """End the piece that runs, here or at the sandbox's next answer."""
        self.link.expired = True
        if self.testing and not self.link.speaking:
            raise CellTimeout


def _python(source: str) -> str | ast.Module:
    """Return tests as Python, without lines of IPython's syntax."""
    try:
        ast.parse(source)
    except SyntaxError:
        return ast.Module([*parse(source)], [])
    return source


def _explained(error: BaseException) -> dict[str, str]:
    name = type(error).__name__
    try:
        text = str(error)
    except Exception:
        text = ""
    trace = getattr(error, "student_trace", "")
    if type(trace) is not str or not trace:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == _FILE]
        lines = [f"in {_FILE}, line {frame.lineno}\n" for frame in frames[:1]]
        trace = "".join(lines) + (f"{name}: {text}" if text else name)
    return {
        "state": "raised",
        "error": name,
        "message": text[:MAX_TEXT],
        "trace": trace[-MAX_TEXT:],
    }


def main(wire: socket.socket, control: socket.socket) -> None:
    """Answer the supervisor's requests until there are none."""
    connection = Connection(wire, Side.JUDGE)
    judge: Judge | None = None

    def expired(*_: object) -> None:
        if judge is not None:
            judge.expire()

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGUSR1, expired)
    with control.makefile("rw", encoding="utf-8", newline="\n") as lines:
        for line in iter(lines.readline, ""):
            request = json.loads(line)
            if request["do"] == "plan":
                answer = {"state": "ok", "lost": False}
                try:
                    connection.receive()
                except PeerError as error:
                    answer = {"state": "died", "message": str(error), "lost": True}
                judge = Judge(connection, [tuple(cell) for cell in request["cells"]])
            elif judge is not None:
                answer = judge.handle(request)
            lines.write(json.dumps(answer) + "\n")
            lines.flush()
