"""The trusted side: runs the tests, asks the sandbox for what is the student's.

One request of the supervisor is one line of JSON, and so is its answer. Requests:

- `plan`: the instructor's notebook, from which ownership and references are worked out, or
  `begin` where the judge was forked with it;
- `cell`: run a cell in the sandbox, and here the statements of a given cell that are trusted;
- `draw`: have the figures drawn that the last cell left, if it was told to leave them;
- `visible`: run the visible tests of a task, here;
- `hidden`: run the setup of a task's hidden tests, or one property, here, among the names that
  there were after the visible tests of that task; or a piece apart, see `Pieces.probe`.

Answers: `state` ("ok", "raised", "timeout", "died"), `error`, `message`, `trace`, `stdout`,
`lost`, whether the sandbox cannot be asked any more, and, where tests end with an expression that
is a number, its `value`: not a number (NaN) when the expression names what is the student's. Of a
cell, `shown` is the text of its value; of a drawing, `pictures` are PNGs in base64. Both are the
student's word.
"""

import base64
import builtins
import importlib
import io
import json
import math
import os
import signal
import socket
import sys
import traceback
from typing import Any

from autograder.execution import arrays, empties, guards, on_demand
from autograder.execution.beside import Beside
from autograder.execution.changes import Changes
from autograder.execution.control import lines_from, respond
from autograder.execution.conversation import Draw, PeerError, Raised, Run, Side
from autograder.execution.figures import MAX_PICTURE_BYTES, MAX_PICTURES
from autograder.execution.link import CellTimeout, Link, SandboxLost
from autograder.execution.names import parse, uses_of
from autograder.execution.namespace import Namespace
from autograder.execution.ownership import Ownership, mirrored
from autograder.execution.plan import TESTS_FILE, Plan, statement_code, tests_code
from autograder.execution.references import References
from autograder.execution.seeds import Seeds
from autograder.execution.sources import Sources
from autograder.execution.value_text import MAX_SHOWN
from autograder.execution.wire import Connection
from autograder.execution.written_files import let_tests_read

MAX_TEXT = 20_000
MAX_NAME = 200
_HUGE = 1e300
_CHANGED = (
    "Note: this answer changes its arguments in place, which the task does not ask for. The tests "
    "go on with the values from before the call, so the result has to be right for those."
)
_BUILTINS = frozenset(vars(builtins))


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
        plan: the instructor's notebook.
        shown: whether tests see what no answer was meant to change, see `changes.py`.
    """

    def __init__(self, connection: Connection, plan: Plan, *, shown: bool = False) -> None:
        self._plan = plan
        self._changes = Changes(plan.changers, shown=shown)
        on_demand.allow_only(plan.roots)
        self._place = 0
        self._ownership = Ownership()
        self._sources = Sources()
        beside = Beside.of(plan.roots)
        self.link = Link(
            connection,
            References(plan.roots, plan.named, plan.defined | beside.defined),
            changes=self._changes,
            before_question=self._before_question,
            rebound=lambda: self._names.ask_again(),
            read_line=guards.line_reader(lambda: self._names),
        )
        let_tests_read(lambda name: self.link.written(name) if self.testing else None)
        own = guards.safe_builtins(plan.texts | beside.texts, self.link.module, self._again)
        self._names = Namespace(self.link, self._ownership, plan.solution, own)
        self._seeds = Seeds(self.link)
        self._after_visible: dict[str, tuple[dict[str, Any], int]] = {}
        self._moment = 0
        self._pushing = False
        self.testing = False
        guards.answer_inspect(self._sources)
        guards.refuse_unpickling()
        if "numpy" in plan.roots:
            importlib.import_module("numpy.testing")
        empties.watch()

    def handle(self, request: dict[str, Any]) -> dict[str, Any]:
        """Do what a request asks and return how it went."""
        out, stdout = _Tail(), sys.stdout
        answer: dict[str, Any] = {"state": "ok", "error": "", "message": "", "trace": ""}
        self.link.expired = False
        self.testing = True
        self._changes.begin(self._names)
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
            self._changes.undo(self._names)
        withheld = self._changes.withheld
        if withheld and answer["state"] == "raised":
            answer["message"], answer["trace"] = _noted(answer["message"]), _noted(answer["trace"])
        return {"stdout": out.text} | answer | {"withheld": withheld, "lost": self.link.lost}

    def _do(self, request: dict[str, Any]) -> dict[str, Any]:
        kind, grade_id, source = request["do"], request["grade_id"], request["source"]
        if kind == "cell":
            return self._cell(request["kind"], grade_id, source, request.get("draws", False))
        if kind == "draw":
            return self._draw()
        if kind == "visible":
            if request.get("first", True):
                self._advance("tests", grade_id, "")
            if not request.get("hidden", False):
                self._mirror(source)
            self._names.moment = self._moment
            if "In" in self._plan.named:
                dict.__setitem__(self._names, "In", ["", *self._sources.cells, source])
            try:
                return self._test(source)
            finally:
                self._changes.undo(self._names)
                self._names.push()
                self._ownership.tests(source)
                self._after_visible[grade_id] = (self._names.snapshot(), self._moment)
        else:
            if request["first"]:
                self._names.restore(*self._after_visible[grade_id])
            for name, value in request["bindings"].items():
                self._names[name] = value
            return self._test(source, apart=request.get("apart", False))

    def _cell(self, kind: str, grade_id: str, source: str, draws: bool) -> dict[str, Any]:
        """Run a cell in the sandbox; here, run what is trusted and note what is the student's."""
        reply = self.link.run(Run(source, draws))
        self._moment += 1
        self._names.moment = self._moment
        self._sources.add(source)
        if kind != "own":
            self._advance(kind, grade_id, source)
        if kind == "given":
            self._trusted(source, editable=not grade_id)
        self._names.forget(self._ownership.owned)
        if isinstance(reply, Raised):
            error = _class_name(reply)
            text, trace = reply.text[:MAX_TEXT], reply.trace[:MAX_TEXT]
            said = {"state": "raised", "error": error, "message": text, "trace": trace}
            return said | {"stdout": reply.stdout[:MAX_TEXT]}
        shown = reply.value[:MAX_SHOWN] if type(reply.value) is str else ""
        return {"stdout": reply.stdout[:MAX_TEXT], "shown": shown}

    def _draw(self) -> dict[str, Any]:
        """Return the pictures of what the last cell drew, as far as they keep their bounds."""
        pictures = []
        for number in range(MAX_PICTURES):
            reply = self.link.run(Draw(number))
            if isinstance(reply, Raised) or type(reply.value) is not bytes:
                break
            if len(reply.value) <= MAX_PICTURE_BYTES:
                pictures.append(base64.b64encode(reply.value).decode())
        return {"pictures": pictures}

    def _advance(self, kind: str, grade_id: str, source: str) -> None:
        """Read the instructor's answers up to a cell, handed in or not."""
        cells = self._plan.cells
        for place in range(self._place, len(cells)):
            its_kind, its_id, its_source = cells[place]
            if (its_kind, its_id) == (kind, grade_id) and (grade_id or its_source == source):
                for number in range(self._place, place + 1):
                    passed, name, text = cells[number]
                    if passed == "answer":
                        self._ownership.answer(text)
                    elif passed == "given" and not name and number < place:
                        # The student's to edit: run from the submission, if it is still there.
                        self._ownership.given(text, editable=True)
                self._place = place + 1
                break
        self._names.forget(self._ownership.owned)

    def _trusted(self, source: str, *, editable: bool) -> None:
        for statement in self._ownership.given(source, editable=editable):
            try:
                with self._names.unheard():
                    exec(statement_code(statement), self._names)  # noqa: S102 - the instructor's own statement
            except Exception:
                self._ownership.taken_back(statement)

    def _mirror(self, visible: str) -> None:
        """Run in the sandbox what of the visible tests later cells need."""
        text = mirrored(visible, self._plan.read_after(self._place))
        if text:
            self._names.mirrored |= {name for s in parse(text) for name in uses_of(s).bound}
            self.link.run(text)
            self._moment += 1

    def _test(self, source: str, *, apart: bool = False) -> dict[str, Any]:
        """Run tests; say which number they end with, if they do, or what a piece apart found."""
        self._seeds.watch()
        self._seeds.heard = True
        try:
            code = tests_code(source)
            if apart:
                space: dict[str, Any] = {"names": self._names}
                exec(code.body, space)  # noqa: S102 - the grader's own piece
                return {"behaviour": space["behaviour"]}
            exec(code.body, self._names)  # noqa: S102 - the instructor's tests
            if code.last is None:
                return {}
            value = eval(code.last, self._names)  # noqa: S307 - the instructor's expression
        finally:
            self._seeds.heard = False
        number = _number(value)
        if number is None:
            return {}
        # Points are the judge's own arithmetic: in `grade(f)` the student's code has its hand in.
        own = all(name in _BUILTINS or self._names.bound_here(name) for name in code.reads)
        return {"value": number if own else math.nan}

    def _again(self, source: object) -> bool:
        """Run a cell that was handed in once more, in the sandbox: `exec(In[-2])`."""
        if type(source) is not str or source not in self._sources.cells:
            return False
        self.link.again(source)
        return True

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


def _number(value: object) -> float | None:
    """Return a number of Python's or NumPy's as a float; None for all else, truth values too."""
    if type(value) is float:
        return value
    if type(value) is int:
        return float(value) if abs(value) < _HUGE else math.inf
    if arrays.is_scalar(value) and type(value).__name__[:3] in ("int", "uin", "flo"):
        return float(value)  # type: ignore[arg-type]
    return None


def _class_name(raised: Raised) -> str:
    """Return the name of the nearest class of an exception, as far as the sandbox said one."""
    nearest = raised.kinds[0] if raised.kinds else None
    name = nearest[1] if type(nearest) is list and len(nearest) > 1 else None
    return name[:MAX_NAME] if type(name) is str else "Exception"


def _noted(text: str) -> str:
    """Say under an error that the answer changes its arguments, which may be why."""
    return f"{text[: MAX_TEXT - len(_CHANGED)].rstrip()}\n{_CHANGED}".lstrip()


def _explained(error: BaseException) -> dict[str, str]:
    name = type(error).__name__
    try:
        text = str(error)
    except BaseException:  # it may ask the sandbox, which may be gone, or take for ever
        text = ""
    trace = getattr(error, "student_trace", "")
    if type(trace) is not str or not trace:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == TESTS_FILE]
        lines = [f"in {TESTS_FILE}, line {frame.lineno}\n" for frame in frames[:1]]
        trace = "".join(lines) + (f"{name}: {text}" if text else name)
    return {
        "state": "raised",
        "error": name,
        "message": text[:MAX_TEXT],
        "trace": trace[-MAX_TEXT:],
    }


def main(wire: socket.socket, control: socket.socket, plan: Plan | None = None) -> None:
    """Answer the supervisor's requests until there are none.

    Args:
        wire: the judge's end of the wire.
        control: the judge's end of its line to the supervisor.
        plan: the unit, if it is known; else the first request brings it.
    """
    sys.path.insert(0, os.getcwd())  # what lies beside the notebook; here nobody else can write
    connection = Connection(wire, Side.JUDGE)
    judge: Judge | None = None

    def expired(*_: object) -> None:
        if judge is not None:
            judge.expire()

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGUSR1, expired)
    for line in lines_from(control):
        request = json.loads(line)
        if judge is not None:
            answer = judge.handle(request)
        else:
            answer = {"state": "ok", "lost": False}
            try:
                connection.receive()
            except PeerError as error:
                answer = {"state": "died", "message": str(error), "lost": True}
            if plan is None:
                plan = Plan.of([tuple(cell) for cell in request["cells"]])
            judge = Judge(connection, plan, shown=request.get("shown", False))
        respond(control, answer)
