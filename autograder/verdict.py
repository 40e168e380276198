"""What grading says of a task: from how its code ended to an outcome, points and a message."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from autograder.execution.ended import STARVED, Ended
from autograder.result import Outcome, Result, TaskResult
from autograder.submission import Submission, same_text
from autograder.unit import Task, Unit

MAX_MESSAGE_CHARS = 8_000
SILENT = (
    "What this test said is not shown: it ran after hidden tests, whose data it could give away."
)
_NO_POINTS = (
    "The tests ended with a number that is not between 0 and the points of this task, or that does "
    "not come from the tests alone."
)
# A process that held so much of its limit when it died did so for want of memory.
_FULL = 0.8


@dataclass
class Spent:
    """What happened so far in the cells of one task."""

    time_s: float = 0.0
    trouble: Ended | None = None


def explain(
    ended: Ended, trouble: Ended | None, memory_mb: int, *, missing: bool, untouched: bool
) -> tuple[Outcome, tuple[str, ...]]:
    """Say why the visible tests did not pass, from the most telling fact to the least.

    Args:
        ended: how the tests ended.
        trouble: how an answer cell of the task ended that did not run to its end.
        memory_mb: what the student's process may hold, in megabytes.
        missing: whether no answer cell was handed in.
        untouched: whether all are as they were released.
    """
    if "fault" in (ended.state, trouble.state if trouble is not None else ""):
        return Outcome.GRADER_FAULT, ()
    if missing:
        return Outcome.MISSING_CELL, ()
    if untouched:
        return Outcome.NOT_ATTEMPTED, ()
    if trouble is not None and ended.error == "NameError":
        # The tests miss a name because the answer cell itself did not run to its end.
        ended = trouble
    outcome = outcome_of(ended, memory_mb)
    if outcome is Outcome.FAILED:
        return outcome, (_cut(ended.message) or "An assertion of the visible tests does not hold.",)
    if outcome is Outcome.ERROR:
        return outcome, (_cut(ended.trace.strip() or f"{ended.error}: {ended.message}"),)
    return outcome, (ended.why,) if ended.why else ()


def outcome_of(ended: Ended, memory_mb: int = 0) -> Outcome:
    """Return the outcome of a task whose tests ended like this."""
    if ended.state == "fault":
        return Outcome.GRADER_FAULT
    if ended.state == "timeout":
        return Outcome.TIMEOUT
    if ended.state == "died":
        starved = not ended.why and _starved(ended, memory_mb)
        return Outcome.OUT_OF_MEMORY if starved else Outcome.KILLED
    if ended.error == "MemoryError" or "ArrayMemoryError" in ended.error:
        return Outcome.OUT_OF_MEMORY
    return Outcome.FAILED if ended.error == "AssertionError" else Outcome.ERROR


def hidden_outcome(ended: Ended, memory_mb: int) -> Outcome:
    """Return the outcome of a hidden property that does not hold; its sentence says the rest."""
    outcome = outcome_of(ended, memory_mb)
    return Outcome.FAILED if outcome is Outcome.ERROR else outcome


def earned(task: Task, result: TaskResult, value: float | None) -> TaskResult:
    """Give a task whose tests passed its points: all, or the number that its tests ended with.

    Args:
        task: the task; one that declares no partial credit has no number.
        result: what became of its tests.
        value: the number that they ended with; None without one.
    """
    if result.outcome is not Outcome.PASSED:
        return result
    if not task.partial or value is None or value == task.points:
        return replace(result, points=task.points)
    if not (math.isfinite(value) and 0 <= value <= task.points):
        return replace(result, outcome=Outcome.NEEDS_PERSON, messages=(_NO_POINTS,))
    outcome = Outcome.PARTIAL if value else Outcome.FAILED
    return replace(result, outcome=outcome, points=value)


def worse_of(first: Result, second: Result) -> Result:
    """Return the first of two results of one submission, with what went worse in the second.

    A task gets the fewer points of the two; where both lost them, every property that failed in
    either is named.
    """
    others = {task.grade_id: task for task in second.tasks}
    tasks = tuple(_worse(task, others[task.grade_id]) for task in first.tasks)
    return replace(first, tasks=tasks, time_s=first.time_s + second.time_s)


def _worse(one: TaskResult, other: TaskResult) -> TaskResult:
    if (other.points, other.full) < (one.points, one.full):
        return other
    if not (one.failed_properties and other.failed_properties):
        return one
    both = dict.fromkeys((*one.failed_properties, *other.failed_properties))
    return replace(one, failed_properties=tuple(both))


def is_missing(task: Task, submission: Submission) -> bool:
    """Whether none of the task's answer cells was handed in."""
    return bool(task.answers) and not any(name in submission.answers for name in task.answers)


def untouched_tasks(
    unit: Unit, submission: Submission, released: Mapping[str, str]
) -> frozenset[str]:
    """Return the tasks whose answer cells are all as they were released."""
    return frozenset(
        task.grade_id
        for task in unit.tasks
        if task.answers
        and all(
            name in submission.answers
            and same_text(submission.answers[name], released.get(name, "\0"))
            for name in task.answers
        )
    )


def written_result(task: Task, submission: Submission, untouched: bool) -> TaskResult:
    """Return the result of a written task before a person has marked it."""
    text = submission.answers.get(task.grade_id)
    outcome = Outcome.NEEDS_PERSON
    if text is None:
        outcome = Outcome.MISSING_CELL
    elif untouched or not text.strip():
        outcome = Outcome.NOT_ATTEMPTED
    return TaskResult(task.grade_id, task.title, outcome, 0.0, task.points, manual=True)


def _starved(ended: Ended, memory_mb: int) -> bool:
    full = bool(memory_mb) and ended.peak_mb >= _FULL * memory_mb
    return full or ended.status == STARVED


def _cut(text: str) -> str:
    if len(text) <= MAX_MESSAGE_CHARS:
        return text
    half = MAX_MESSAGE_CHARS // 2
    return f"{text[:half]}\n[… {len(text) - 2 * half} characters left out …]\n{text[-half:]}"
