"""What both engines say of a task: from how its code ended to an outcome and a message."""

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.result import Outcome, TaskResult
from autograder.session import Ran
from autograder.submission import Submission, same_text
from autograder.unit import Task, Unit


@dataclass
class Spent:
    """What happened so far in the cells of one task."""

    time_s: float = 0.0
    trouble: Ran | None = None


def explain(
    ran: Ran, trouble: Ran | None, *, missing: bool, untouched: bool
) -> tuple[Outcome, tuple[str, ...]]:
    """Say why the visible tests did not pass, from the most telling fact to the least."""
    if missing:
        return Outcome.MISSING_CELL, ()
    if untouched:
        return Outcome.NOT_ATTEMPTED, ()
    if trouble is not None and ran.error == "NameError":
        # The tests miss a name because the answer cell itself did not run to its end.
        ran = trouble
    outcome = outcome_of(ran)
    if outcome is Outcome.FAILED:
        return outcome, (ran.message or "An assertion of the visible tests does not hold.",)
    if outcome is Outcome.ERROR:
        return outcome, (ran.trace.strip() or f"{ran.error}: {ran.message}",)
    return outcome, ()


def outcome_of(ran: Ran) -> Outcome:
    """Return the outcome of a task whose tests ended like this."""
    if ran.state == "timeout":
        return Outcome.TIMEOUT
    if ran.state == "died":
        return Outcome.KILLED
    if ran.error == "MemoryError" or "ArrayMemoryError" in ran.error:
        return Outcome.OUT_OF_MEMORY
    return Outcome.FAILED if ran.error == "AssertionError" else Outcome.ERROR


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
