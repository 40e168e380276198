"""One submission in, one `Result` out: a function of (unit, submission, seed, limits).

The engine of this module is "stock": visible and hidden tests run in the process that ran the
student's code, as under nbgrader. It is fair to an honest class and no match for a dishonest one
(SECURITY.md). Hidden properties are run one by one, so that each one that fails is named.
"""

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from autograder.errors import SubmissionError
from autograder.result import Finding, Outcome, Result, TaskResult
from autograder.session import Ran, Session
from autograder.submission import Step, Submission, match, read_notebook
from autograder.unit import Limits, Task, Unit, unit_from_notebook
from autograder.verdict import (
    Spent,
    explain,
    is_missing,
    outcome_of,
    untouched_tasks,
    written_result,
)

FIXED_SEED = 20261121


def grade_file(
    unit: Unit,
    path: Path,
    name: str,
    *,
    released: Mapping[str, str] | None = None,
    seed: int = FIXED_SEED,
    limits: Limits | None = None,
) -> Result:
    """Grade a file; a damaged one gets a result too, with a finding that names the damage.

    Args:
        unit: the unit, hidden tests included.
        path: the submitted notebook.
        name: the submission's name.
        released: each answer as it was released, by grade_id, to tell "not attempted".
        seed: what hidden tests draw their inputs from.
        limits: replaces the unit's own.
    """
    try:
        submission = match(read_notebook(path), unit, name)
    except SubmissionError as error:
        return unreadable(unit, name, Finding(error.state, str(error)), seed)
    return grade(unit, submission, released=released, seed=seed, limits=limits)


def unreadable(unit: Unit, name: str, finding: Finding, seed: int = FIXED_SEED) -> Result:
    """Return the result of a file that cannot be graded: no points, and a person is asked."""
    tasks = tuple(
        TaskResult(
            task.grade_id, task.title, Outcome.MISSING_CELL, 0.0, task.points, manual=task.manual
        )
        for task in unit.tasks
    )
    return Result(unit.slug, name, tasks, (finding,), seed=seed, file_outcome=Outcome.NEEDS_PERSON)


def grade(
    unit: Unit,
    submission: Submission,
    *,
    released: Mapping[str, str] | None = None,
    seed: int = FIXED_SEED,
    limits: Limits | None = None,
) -> Result:
    """Grade a submission that was matched to its unit; see `grade_file` for the arguments."""
    bounds = limits or unit.limits
    begin = time.monotonic()
    untouched = untouched_tasks(unit, submission, released or {})
    by_tests = {task.grade_id: task for task in unit.tasks}
    by_answer = {name: task for task in unit.tasks for name in task.answers}
    results: dict[str, TaskResult] = {}
    spent = {task.grade_id: Spent() for task in unit.tasks}
    with Session(memory_mb=bounds.memory_mb) as session:
        for step in submission.steps:
            left_s = bounds.time_s - (time.monotonic() - begin)
            task = by_tests.get(step.grade_id) or by_answer.get(step.grade_id)
            if step.kind == "tests" and task is not None:
                results[task.grade_id] = _grade_task(
                    session,
                    task,
                    spent[task.grade_id],
                    seed,
                    min(bounds.cell_s, left_s),
                    missing=is_missing(task, submission),
                    untouched=task.grade_id in untouched,
                )
            elif left_s > 0:
                _run_cell(session, step, task, spent, min(bounds.cell_s, left_s))
    tasks = tuple(
        written_result(task, submission, task.grade_id in untouched)
        if task.manual
        else results[task.grade_id]
        for task in unit.tasks
    )
    return Result(
        unit.slug,
        submission.name,
        tasks,
        submission.findings,
        seed=seed,
        time_s=time.monotonic() - begin,
    )


def _run_cell(
    session: Session, step: Step, task: Task | None, spent: Mapping[str, Spent], timeout_s: float
) -> None:
    ran = session.run(step.source, timeout_s=timeout_s)
    if task is not None and task.grade_id in spent:
        mine = spent[task.grade_id]
        mine.time_s += ran.time_s
        if ran.state != "ok" and step.kind in ("answer", "own"):
            mine.trouble = ran


def _grade_task(
    session: Session,
    task: Task,
    spent: Spent,
    seed: int,
    timeout_s: float,
    *,
    missing: bool,
    untouched: bool,
) -> TaskResult:
    """Run the tests of one task: the visible part, then each hidden property by itself."""
    blank = TaskResult(
        task.grade_id, task.title, Outcome.PASSED, 0.0, task.points, time_s=spent.time_s
    )
    if timeout_s <= 0:
        return replace(blank, outcome=Outcome.TIMEOUT)
    ran = session.run(task.tests.visible, timeout_s=timeout_s, keep=False)
    time_s = spent.time_s + ran.time_s
    if ran.state != "ok":
        outcome, message = explain(ran, spent.trouble, missing=missing, untouched=untouched)
        return replace(blank, outcome=outcome, messages=message, time_s=time_s)
    failed: list[str] = []
    worst = Outcome.PASSED
    setup = (
        session.run(task.tests.setup, timeout_s=timeout_s, bindings={"SEED": seed}, keep=False)
        if task.tests.properties
        else Ran("ok")
    )
    for prop in task.tests.properties:
        if setup.state == "ok":
            ran = session.run(prop.source, timeout_s=timeout_s, keep=False)
            time_s += ran.time_s
        else:
            ran = setup
        if ran.state != "ok":
            failed.append(prop.sentence)
            worst = outcome_of(ran) if worst is Outcome.PASSED else worst
    points = task.points if worst is Outcome.PASSED else 0.0
    if worst is Outcome.ERROR:
        worst = Outcome.FAILED  # the sentence is what the student may know
    return replace(
        blank, outcome=worst, points=points, failed_properties=tuple(failed), time_s=time_s
    )


def released_answers(notebook: Mapping[str, object]) -> dict[str, str]:
    """Return each answer and written cell of a released notebook, by grade_id."""
    unit = unit_from_notebook(notebook, "release")
    return {c.grade_id: c.source for c in unit.cells if c.kind in ("answer", "written")}
