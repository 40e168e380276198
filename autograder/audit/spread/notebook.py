"""One instructor's notebook, run with some answers, its comparisons recorded.

Cells and visible tests run in order, hidden tests right after the visible ones of their task, once
for each seed. A piece that raises ends there and the next one runs, as in grading.
"""

import ast
import signal
import sys
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from autograder.audit.spread.recording import Note, Recorder
from autograder.audit.spread.shaking import (
    ENTERED,
    SHAKEN,
    Shake,
    entered,
    entered_source,
    shaken_source,
    to_single,
)
from autograder.audit.spread.sites import BELOW, COMPARED, HELD, expecting, find
from autograder.unit import BEGIN_HIDDEN, Task, Unit

RIGHT, SHAKY, SINGLE, MISTAKE = "right", "shaken", "float32", "mistake"
_PATIENCE = 5
_CHANGES = {SHAKY: shaken_source, SINGLE: entered_source}


@dataclass(frozen=True)
class Piece:
    """A part of a test cell, its lines where they stand in the cell.

    Attributes:
        where: "" for what is visible, else the property's sentence.
        source: the code, after as many empty lines as stand before it.
    """

    where: str
    source: str


@dataclass(frozen=True)
class Step:
    """One code cell: "given", "answer" or "tests"; the pieces are those of tests."""

    kind: str
    grade_id: str
    source: str
    visible: Piece | None = None
    setup: Piece | None = None
    properties: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Run:
    """One set of answers to run the notebook with.

    Attributes:
        name: which answers these are.
        kind: RIGHT, SHAKY, SINGLE or MISTAKE.
        answers: the content of each answer cell, by grade_id.
        seeds: what hidden tests draw their inputs from, one after another.
        task: the only task that is looked at; "" for all.
        draw: which of many ways to shake.
        place: which process it belongs to, as "jax"; "" for the first one.
    """

    name: str
    kind: str
    answers: Mapping[str, str]
    seeds: tuple[int, ...]
    task: str = ""
    draw: int = 0
    place: str = ""


@dataclass(frozen=True)
class Stopped:
    """A piece of a test, or an answer cell (where task is ""), that raised."""

    task: str
    where: str
    seed: int
    error: str


def steps_of(unit: Unit) -> tuple[Step, ...]:
    """Return the code cells of a unit in order; code that a person marks is an answer, too."""
    tasks = {task.grade_id: task for task in unit.tasks if not task.manual}
    made = []
    for cell in unit.cells:
        if cell.cell_type != "code":
            continue
        task = tasks.get(cell.grade_id) if cell.kind == "tests" else None
        if task is not None:
            made.append(_test_step(cell.source, task))
        else:
            kind = "given" if cell.kind == "given" else "answer"
            made.append(Step(kind, cell.grade_id, plain(cell.source)))
    return tuple(made)


def _test_step(source: str, task: Task) -> Step:
    tests = task.tests

    def placed(where: str, text: str, after: str) -> Piece:
        start = source.find(text, source.find(after)) if text else 0
        return Piece(where, "\n" * source.count("\n", 0, max(0, start)) + plain(text))

    return Step(
        "tests",
        task.grade_id,
        plain(source),
        placed("", tests.visible, ""),
        placed("", tests.setup, BEGIN_HIDDEN),
        tuple(placed(p.sentence, p.source, f"# property: {p.sentence}") for p in tests.properties),
    )


def plain(source: str) -> str:
    """Return a cell with its lines of IPython's syntax left empty."""
    lines = source.splitlines()
    return "\n".join("" if ln.lstrip().startswith(("%", "!", "?")) else ln for ln in lines)


def expecting_of(steps: Iterable[Step]) -> frozenset[str]:
    """Return the names of given functions that compare."""
    return expecting(step.source for step in steps if step.kind == "given")


@lru_cache(maxsize=4096)
def recorded(
    source: str, cell: str, expects: frozenset[str], *, given: bool = False
) -> types.CodeType:
    """Return a given cell or a piece of tests as code, a recorder at each comparison."""
    return compile(find(source, cell, expects, given=given).tree, f"<{cell}>", "exec")


def prepare(steps: Iterable[Step]) -> None:
    """Make all code of the notebook that no answer changes, once for all children."""
    steps = tuple(steps)
    expects = expecting_of(steps)
    for step in steps:
        if step.kind == "given":
            recorded(step.source, step.grade_id, expects, given=True)
        for piece in (step.visible, step.setup, *step.properties):
            if piece is not None:
                recorded(piece.source, step.grade_id, expects)


def imported(steps: Iterable[Step]) -> list[str]:
    """Return the names of all modules that a notebook imports, wherever it does."""
    names: dict[str, None] = {}
    for step in steps:
        for node in ast.walk(ast.parse(step.source)):
            if isinstance(node, ast.Import):
                names |= dict.fromkeys(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names[node.module] = None
    return [*names]


def limit_s(run: Run, piece_s: float) -> float:
    """Return the seconds that one piece may take; a shaken answer computes more."""
    return piece_s * (_PATIENCE if run.kind == SHAKY else 1)


class Playing:
    """Runs the notebook once; `say` gets what was noted in each piece, as soon as it ends.

    Args:
        steps: the notebook.
        run: the answers.
        piece_s: seconds after which the process is killed when one piece has not ended, as
            `limit_s` has it for this run.
        say: told the notes of a piece and, if it raised, how it stopped.
    """

    def __init__(
        self,
        steps: Sequence[Step],
        run: Run,
        piece_s: float,
        say: Callable[[list[Note], Stopped | None], None],
    ) -> None:
        self._steps = steps
        self._expects = expecting_of(steps)
        self._run = run
        self._piece_s = limit_s(run, piece_s)
        self._say = say
        self._recorder = Recorder()
        self._names = _fresh_main()
        self._names[COMPARED] = self._recorder.compared
        self._names[BELOW] = self._recorder.below
        self._names[HELD] = self._recorder.held
        shake = Shake(run.draw)
        self._names[SHAKEN] = shake.result
        self._names[ENTERED] = entered(shake.value if run.kind == SHAKY else to_single)

    def play(self) -> None:
        """Run all cells, or those up to the tests of the run's only task."""
        for step in self._steps:
            if step.kind != "tests":
                self._cell(step)
                continue
            mine = self._run.task in ("", step.grade_id)
            if step.visible is not None:
                self._piece(step, step.visible, 0, silent=not mine)
            if mine:
                for seed in self._run.seeds:
                    self._hidden(step, seed)
            if self._run.task == step.grade_id:
                return

    def _cell(self, step: Step) -> None:
        self._recorder.go_to("", step.grade_id, 0, silent=True)
        try:
            if step.kind == "given":
                code = recorded(step.source, step.grade_id, self._expects, given=True)
            else:
                answer = plain(self._run.answers.get(step.grade_id, step.source))
                change = _CHANGES.get(self._run.kind, ast.parse)
                code = compile(change(answer), f"<{step.grade_id}>", "exec")
        except SyntaxError as error:
            self._say([], Stopped("", step.grade_id, 0, said(error)))
            return
        stopped = self._execute(code)
        if stopped:
            self._say([], Stopped("", step.grade_id, 0, stopped))

    def _hidden(self, step: Step, seed: int) -> None:
        """Run the properties of a task; what they and their setup define is gone afterwards."""
        before = dict(self._names)
        self._names["SEED"] = seed
        if step.setup is None or self._piece(step, step.setup, seed):
            ready = dict(self._names)
            for prop in step.properties:
                self._piece(step, prop, seed)
                self._restore(ready)
        self._restore(before)

    def _restore(self, names: dict[str, Any]) -> None:
        # In place: functions that the tests define look their names up here.
        self._names.clear()
        self._names.update(names)

    def _piece(self, step: Step, piece: Piece, seed: int, *, silent: bool = False) -> bool:
        self._recorder.go_to(step.grade_id, piece.where, seed, silent=silent)
        error = self._execute(recorded(piece.source, step.grade_id, self._expects))
        line = self._recorder.failed()
        if line and not error:
            error = f"AssertionError in line {line}"
        stopped = Stopped(step.grade_id, piece.where, seed, error) if error else None
        self._say(self._recorder.take(), None if silent else stopped)
        return not stopped

    def _execute(self, code: types.CodeType) -> str:
        """Run code and return what it raised, "" for nothing."""
        # Nobody waits for the signal: late code is ended with its process, wherever it hangs.
        signal.setitimer(signal.ITIMER_REAL, self._piece_s)
        try:
            exec(code, self._names)
        except BaseException as error:  # SystemExit is the answer's as well
            return said(error)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        return ""


def _fresh_main() -> dict[str, Any]:
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    return module.__dict__


def said(error: BaseException) -> str:
    """Return an exception's class and the first line of its text."""
    try:
        text = " ".join(str(error).split("\n")[:1])
    except BaseException:
        text = ""
    return f"{type(error).__name__}: {text[:160]}".rstrip(": ")
