"""One submission in, one `Result` out, by the judge: no submission can give itself a point.

A sibling of `grading.grade`, with its outcomes and its words. The student's code runs in a
sandbox, the tests in the judge (`execution/`). Cells and visible tests run first, in order; hidden
properties run when all of them are through, so that nothing that a hidden test shows to the
student's code can reach anything that the student reads.
"""

import time
from collections.abc import Mapping
from dataclasses import asdict, replace

from autograder.errors import CourseError
from autograder.execution.pair import Ended, Starter, StartError, start_cold
from autograder.execution.trial import Trial
from autograder.grading import FIXED_SEED
from autograder.result import Outcome, Result, TaskResult
from autograder.session import Ran
from autograder.submission import Step, Submission
from autograder.unit import Limits, Task, Unit
from autograder.verdict import (
    Spent,
    explain,
    is_missing,
    outcome_of,
    untouched_tasks,
    written_result,
)

ENGINE = "judge"


def judge_submission(
    unit: Unit,
    submission: Submission,
    *,
    released: Mapping[str, str] | None = None,
    seed: int = FIXED_SEED,
    limits: Limits | None = None,
    start: Starter = start_cold,
) -> Result:
    """Grade a submission that was matched to its unit.

    Args:
        unit: the unit, hidden tests included.
        submission: what was handed in.
        released: each answer as it was released, by grade_id, to tell "not attempted".
        seed: what hidden tests draw their inputs from.
        limits: replaces the unit's own.
        start: starts the judge's and the sandbox's process.

    Raises:
        CourseError: the machine cannot start the processes.
    """
    bounds = limits or unit.limits
    cells = [(c.kind, c.grade_id, c.source) for c in unit.cells if c.cell_type == "code"]
    try:
        with Trial(cells, bounds.memory_mb, start) as trial:
            grading = _Grading(unit, submission, trial, bounds, seed, released or {})
            grading.run_cells()
            for task in unit.tasks:
                grading.run_hidden(task)
            return grading.result()
    except StartError as error:
        raise CourseError(str(error)) from None


class _Grading:
    """What is known so far about one submission."""

    def __init__(
        self,
        unit: Unit,
        submission: Submission,
        trial: Trial,
        limits: Limits,
        seed: int,
        released: Mapping[str, str],
    ) -> None:
        self._unit = unit
        self._submission = submission
        self._trial = trial
        self._limits = limits
        self._seed = seed
        self._begin = time.monotonic()
        self._untouched = untouched_tasks(unit, submission, released)
        self._spent = {task.grade_id: Spent() for task in unit.tasks}
        self._results: dict[str, TaskResult] = {}

    def run_cells(self) -> None:
        """Run cells and visible tests in the notebook's order."""
        by_tests = {task.grade_id: task for task in self._unit.tasks}
        by_answer = {name: task for task in self._unit.tasks for name in task.answers}
        for step in self._submission.steps:
            task = by_tests.get(step.grade_id) or by_answer.get(step.grade_id)
            if step.kind == "tests" and task is not None:
                self._results[task.grade_id] = self._visible(task)
            elif self._timeout_s() > 0:
                self._cell(step, task)

    def run_hidden(self, task: Task) -> None:
        """Run the hidden properties of a task whose visible tests passed."""
        result = self._results.get(task.grade_id)
        if result is None or result.outcome is not Outcome.PASSED or not task.tests.properties:
            return
        begin = time.monotonic()
        failed: list[str] = []
        worst = Outcome.PASSED
        with self._trial.aside():
            setup = self._ran(
                self._trial.setup(
                    task.grade_id, task.tests.setup, {"SEED": self._seed}, self._timeout_s()
                )
            )
            for prop in task.tests.properties:
                ran = setup
                if setup.state == "ok":
                    ran = self._property(task, prop.source)
                if ran.state != "ok":
                    failed.append(prop.sentence)
                    worst = _hidden_outcome(ran) if worst is Outcome.PASSED else worst
        self._results[task.grade_id] = replace(
            result,
            outcome=worst,
            points=task.points if worst is Outcome.PASSED else 0.0,
            failed_properties=() if worst is Outcome.GRADER_FAULT else tuple(failed),
            time_s=result.time_s + time.monotonic() - begin,
        )

    def result(self) -> Result:
        """Return what came of it."""
        tasks = tuple(
            written_result(task, self._submission, task.grade_id in self._untouched)
            if task.manual
            else self._earned(task)
            for task in self._unit.tasks
        )
        return Result(
            self._unit.slug,
            self._submission.name,
            tasks,
            self._submission.findings,
            engine=ENGINE,
            seed=self._seed,
            time_s=time.monotonic() - self._begin,
        )

    def _earned(self, task: Task) -> TaskResult:
        result = self._results[task.grade_id]
        if result.outcome is Outcome.PASSED:
            return replace(result, points=task.points)
        return result

    def _cell(self, step: Step, task: Task | None) -> None:
        ran = self._ran(self._trial.cell(step.kind, step.grade_id, step.source, self._timeout_s()))
        if task is not None and task.grade_id in self._spent:
            mine = self._spent[task.grade_id]
            mine.time_s += ran.time_s
            if ran.state != "ok" and step.kind in ("answer", "own"):
                mine.trouble = ran

    def _visible(self, task: Task) -> TaskResult:
        spent = self._spent[task.grade_id]
        blank = TaskResult(
            task.grade_id, task.title, Outcome.PASSED, 0.0, task.points, time_s=spent.time_s
        )
        if self._timeout_s() <= 0:
            return replace(blank, outcome=Outcome.TIMEOUT)
        ran = self._ran(self._trial.visible(task.grade_id, task.tests.visible, self._timeout_s()))
        blank = replace(blank, time_s=spent.time_s + ran.time_s)
        trouble = spent.trouble
        if "fault" in (ran.state, trouble.state if trouble is not None else ""):
            return replace(blank, outcome=Outcome.GRADER_FAULT)
        if ran.state != "ok":
            outcome, messages = explain(
                ran,
                spent.trouble,
                missing=is_missing(task, self._submission),
                untouched=task.grade_id in self._untouched,
            )
            return replace(blank, outcome=outcome, messages=messages)
        return blank

    def _property(self, task: Task, source: str) -> Ran:
        if self._timeout_s() <= 0:
            return Ran("timeout")
        return self._ran(self._trial.prop(task.grade_id, source, self._timeout_s()))

    def _timeout_s(self) -> float:
        left_s = self._limits.time_s - (time.monotonic() - self._begin)
        return min(self._limits.cell_s, left_s)

    @staticmethod
    def _ran(ended: Ended) -> Ran:
        return Ran(**asdict(ended))


def _hidden_outcome(ran: Ran) -> Outcome:
    """Return the outcome of a hidden property that does not hold; its sentence says the rest."""
    if ran.state == "fault":
        return Outcome.GRADER_FAULT
    outcome = outcome_of(ran)
    return Outcome.FAILED if outcome is Outcome.ERROR else outcome
