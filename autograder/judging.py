"""How one submission is graded, piece by piece, whatever runs the pieces.

Cells and visible tests run first, in order. In a unit of this course, hidden properties run when
all of them are through, so that nothing that a hidden test shows to the student's code can reach
anything that the student reads. The notebook of another course depends on where its tests stand:
there hidden tests run in place, and no later message is shown.
"""

import time
from collections.abc import Mapping
from dataclasses import replace

from autograder.execution.ended import Ended
from autograder.execution.pieces import Pieces
from autograder.result import Outcome, Result, TaskResult
from autograder.showing import Showing, drawn_at
from autograder.submission import Step, Submission
from autograder.unit import UNNAMED_PROPERTY, Limits, Task, Unit
from autograder.verdict import (
    SILENT,
    Spent,
    earned,
    explain,
    hidden_outcome,
    is_missing,
    untouched_tasks,
    written_result,
)


class Grading:
    """What is known so far about one submission.

    Args:
        unit: the unit, hidden tests included.
        submission: what was handed in.
        pieces: runs its pieces.
        limits: what it may use.
        seed: what hidden tests draw their inputs from.
        released: each answer as it was released, by grade_id, to tell "not attempted".
        hidden_last: whether hidden properties wait until all else is through.
    """

    def __init__(
        self,
        unit: Unit,
        submission: Submission,
        pieces: Pieces,
        limits: Limits,
        seed: int,
        released: Mapping[str, str],
        *,
        hidden_last: bool,
    ) -> None:
        self._unit = unit
        self._submission = submission
        self._pieces = pieces
        self._limits = limits
        self._seed = seed
        self._hidden_last = hidden_last
        self._begin = time.monotonic()
        self._untouched = untouched_tasks(unit, submission, released)
        self._spent = {task.grade_id: Spent() for task in unit.tasks}
        self._results: dict[str, TaskResult] = {}
        self._values: dict[str, float | None] = {}
        self._silent = False
        self._drawn = drawn_at(unit)
        self._showing = Showing()

    def run(self) -> Result:
        """Run everything and return what came of it."""
        by_tests = {task.grade_id: task for task in self._unit.tasks if not task.manual}
        by_answer = {name: task for task in self._unit.tasks for name in task.answers}
        for step in self._submission.steps:
            if step.kind != "tests":
                self._cell(step, by_answer.get(step.grade_id))
            elif (task := by_tests.get(step.grade_id)) is not None:
                self._results[task.grade_id] = (
                    self._in_place(task) if self._unit.foreign else self._visible(task)
                )
                if not self._hidden_last:
                    self._hidden(task)
        if self._hidden_last:
            for task in self._unit.tasks:
                self._hidden(task)
        tasks = tuple(
            written_result(task, self._submission, task.grade_id in self._untouched)
            if task.manual
            else earned(task, self._results[task.grade_id], self._values.get(task.grade_id))
            for task in self._unit.tasks
        )
        return Result(
            self._unit.slug,
            self._submission.name,
            tasks,
            self._submission.findings,
            seed=self._seed,
            time_s=time.monotonic() - self._begin,
            limits=self._limits,
            shown=self._showing.all(),
        )

    def rejected(self) -> tuple[Task, ...]:
        """Return the tasks whose answer ran, and whose visible tests an exception ended."""
        return tuple(
            task
            for task in self._unit.tasks
            if (result := self._results.get(task.grade_id)) is not None
            and result.outcome in (Outcome.FAILED, Outcome.ERROR)
            and not result.failed_properties
            and self._spent[task.grade_id].trouble is None
        )

    def _cell(self, step: Step, task: Task | None) -> None:
        cell_s = self._limits.cell_s
        draws = step.kind in ("answer", "own") and step.grade_id in self._drawn and not self._silent
        ended = self._pieces.cell(step.kind, step.grade_id, step.source, cell_s, draws=draws)
        drawn = draws and ended.state in ("ok", "raised")
        pictures = self._pieces.draw(cell_s).pictures if drawn else ()
        self._showing.add(step, ended, pictures, told=not self._silent)
        if task is not None:
            mine = self._spent[task.grade_id]
            mine.time_s += ended.time_s
            if ended.state != "ok" and step.kind in ("answer", "own"):
                mine.trouble = ended

    def _visible(self, task: Task) -> TaskResult:
        """Run the visible tests of a task."""
        blank = self._blank(task)
        source = task.tests.visible
        ended = self._pieces.visible(task.grade_id, source, self._limits.cell_s)
        blank = replace(blank, time_s=blank.time_s + ended.time_s)
        self._values[task.grade_id] = ended.value
        return blank if ended.state == "ok" else self._explained(task, blank, ended)

    def _hidden(self, task: Task) -> None:
        """Run the hidden properties of a task whose visible tests passed."""
        result = self._results.get(task.grade_id)
        if self._unit.foreign or result is None or result.outcome is not Outcome.PASSED:
            return
        if not task.tests.properties:
            return
        self._silent = True
        begin = time.monotonic()
        cell_s = self._limits.cell_s
        failed: list[tuple[str, Ended]] = []
        with self._pieces.aside():
            setup = self._pieces.setup(
                task.grade_id, task.tests.setup, {"SEED": self._seed}, cell_s
            )
            for prop in task.tests.properties:
                ended = setup
                if setup.state == "ok":
                    ended = self._pieces.prop(task.grade_id, prop.source, cell_s)
                if ended.state != "ok":
                    failed.append((prop.sentence, ended))
                self._values[task.grade_id] = ended.value
        time_s = result.time_s + time.monotonic() - begin
        self._results[task.grade_id] = replace(self._failing(result, failed), time_s=time_s)

    def _in_place(self, task: Task) -> TaskResult:
        """Run a test cell of another course from its first to its last statement."""
        blank = self._blank(task)
        begin = time.monotonic()
        failed: list[tuple[str, Ended]] = []
        for number, piece in enumerate(task.tests.in_order):
            hidden = bool(piece.sentence)
            told = not self._silent
            self._silent |= hidden
            ended = self._pieces.in_place(
                task.grade_id,
                piece.source,
                self._limits.cell_s - (time.monotonic() - begin),
                first=number == 0,
                hidden=hidden,
            )
            self._values[task.grade_id] = ended.value
            if ended.state != "ok" and not hidden:
                blank = self._explained(task, blank, ended)
                blank = blank if told or not blank.messages else replace(blank, messages=(SILENT,))
                break
            if ended.state != "ok":
                failed.append((piece.sentence, ended))
                if piece.sentence == UNNAMED_PROPERTY:
                    break
        time_s = blank.time_s + time.monotonic() - begin
        if blank.outcome is Outcome.PASSED:
            blank = self._failing(blank, failed)
            if failed and (is_missing(task, self._submission) or self._is_untouched(task)):
                blank = replace(self._explained(task, blank, failed[0][1]), messages=())
        return replace(blank, time_s=time_s)

    def _blank(self, task: Task) -> TaskResult:
        spent = self._spent[task.grade_id]
        return TaskResult(
            task.grade_id, task.title, Outcome.PASSED, 0.0, task.points, time_s=spent.time_s
        )

    def _is_untouched(self, task: Task) -> bool:
        return task.grade_id in self._untouched

    def _explained(self, task: Task, blank: TaskResult, ended: Ended) -> TaskResult:
        """Say why visible tests did not pass."""
        outcome, messages = explain(
            ended,
            self._spent[task.grade_id].trouble,
            self._limits.memory_mb,
            missing=is_missing(task, self._submission),
            untouched=self._is_untouched(task),
        )
        return replace(blank, outcome=outcome, messages=messages)

    def _failing(self, result: TaskResult, failed: list[tuple[str, Ended]]) -> TaskResult:
        """Say which hidden properties do not hold; their sentences say the rest."""
        if not failed:
            return result
        outcomes = [hidden_outcome(ended, self._limits.memory_mb) for _, ended in failed]
        if Outcome.GRADER_FAULT in outcomes:
            return replace(result, outcome=Outcome.GRADER_FAULT)
        sentences = tuple(dict.fromkeys(sentence for sentence, _ in failed))
        return replace(result, outcome=outcomes[0], failed_properties=sentences)
