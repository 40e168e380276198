"""What grading says: the closed set of outcomes, and one `Result` per submission.

Nothing here knows how a result came about. Whatever grades fills these classes; gradebook,
feedback, reports and the command line read nothing else.
"""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from autograder.shown import Shown
from autograder.unit import Limits


class Outcome(StrEnum):
    """How a task, or a whole submission, ended."""

    PASSED = "passed"
    PARTIAL = "partial"
    FAILED = "failed"
    ERROR = "error"
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out_of_memory"
    KILLED = "killed"
    MISSING_CELL = "missing_cell"
    NOT_ATTEMPTED = "not_attempted"
    NEEDS_PERSON = "needs_person"
    GRADER_FAULT = "grader_fault"


@dataclass(frozen=True)
class Meaning:
    """What follows from an outcome.

    Attributes:
        auto_score: "full", "part", "zero", or "none" when no automatic score may be written.
        needs_manual_grade: whether an instructor has to look before the grade counts.
        exit_code: what `course grade` exits with when this is the worst that happened.
        sentence: what the student reads.
    """

    auto_score: str
    needs_manual_grade: bool
    exit_code: int
    sentence: str


MEANINGS: dict[Outcome, Meaning] = {
    Outcome.PASSED: Meaning("full", False, 0, "Every test of this task passed."),
    Outcome.PARTIAL: Meaning("part", False, 0, "Some of this task's points were earned."),
    Outcome.FAILED: Meaning("zero", False, 0, "A test of this task failed."),
    Outcome.ERROR: Meaning("zero", False, 0, "Your code stopped with an error."),
    Outcome.TIMEOUT: Meaning(
        "zero",
        False,
        0,
        "Your code was still running when its time was up. Look for a loop "
        "that never ends, or for work that is repeated more often than it has to be.",
    ),
    Outcome.OUT_OF_MEMORY: Meaning(
        "zero",
        False,
        0,
        "Your code asked for more memory than this unit allows. Look for a list "
        "or an array that keeps growing, or for shapes that broadcast by accident.",
    ),
    Outcome.KILLED: Meaning(
        "zero", False, 0, "The process that ran your code ended in the middle of this task."
    ),
    Outcome.MISSING_CELL: Meaning(
        "zero", False, 0, "The answer cell of this task is not in the notebook you handed in."
    ),
    Outcome.NOT_ATTEMPTED: Meaning("zero", False, 0, "The answer cell is as it was released."),
    Outcome.NEEDS_PERSON: Meaning("none", True, 0, "An instructor will mark this."),
    Outcome.GRADER_FAULT: Meaning(
        "none",
        True,
        3,
        "The grader could not finish. This is not your fault; your instructor "
        "has been told and will grade this task again.",
    ),
}

# From what an instructor must know first to what needs no attention: the first outcome of this
# order that any task has is the outcome of the submission.
WORST_FIRST = (
    Outcome.GRADER_FAULT,
    Outcome.KILLED,
    Outcome.OUT_OF_MEMORY,
    Outcome.TIMEOUT,
    Outcome.MISSING_CELL,
    Outcome.ERROR,
    Outcome.FAILED,
    Outcome.PARTIAL,
    Outcome.NOT_ATTEMPTED,
    Outcome.NEEDS_PERSON,
    Outcome.PASSED,
)


@dataclass(frozen=True)
class Finding:
    """Something about the file itself that a person should know.

    Attributes:
        state: the name of the finding, one of `submission.STATES`.
        sentence: what was expected, what came, what was done about it.
    """

    state: str
    sentence: str


@dataclass(frozen=True)
class TaskResult:
    """How one task of one submission went.

    Attributes:
        grade_id: the graded cell of the unit (`neuron-tests`, or the written answer's own id).
        title: the task's heading in the unit.
        outcome: see `Outcome`.
        points: points earned, in [0, max_points].
        max_points: points the task is worth.
        messages: what failed visible tests and errors said, safe to show to the student.
        failed_properties: the constant sentences of the hidden properties that do not hold.
        time_s: wall time spent on the task's answer and tests, in seconds.
        manual: whether a person marks it.
        behaviour: a hash of what visible tests that failed got from the answer, never shown; "" for
            a task that passed them, and where nobody asked.
        diagnosis: the known mistake that the answer behaves like, in a sentence; "" for none.
    """

    grade_id: str
    title: str
    outcome: Outcome
    points: float
    max_points: float
    messages: tuple[str, ...] = ()
    failed_properties: tuple[str, ...] = ()
    time_s: float = 0.0
    manual: bool = False
    behaviour: str = ""
    diagnosis: str = ""

    @property
    def full(self) -> bool:
        """Whether there is nothing left to earn; a task worth nothing must have passed."""
        return self.points >= self.max_points if self.max_points else self.outcome is Outcome.PASSED


def diagnosed(task: TaskResult) -> str:
    """Return what a person reads of a task's diagnosis; "" where there is none."""
    return f"It behaves like this mistake: {task.diagnosis}" if task.diagnosis else ""


@dataclass(frozen=True)
class Result:
    """One graded submission.

    Attributes:
        unit: slug of the unit.
        submission: name of the submission, usually the student's id.
        tasks: one entry per graded cell of the unit, in the unit's order.
        findings: what was wrong with the file.
        engine: which engine graded: "judge" or "stock".
        seed: the seed that hidden tests drew their inputs from.
        time_s: wall time of the whole submission, in seconds.
        file_outcome: the outcome when the file could not be read at all, else None.
        engine_version: version of this package.
        unit_sha256: `Unit.sha256` of the unit that it was graded by.
        submission_sha256: SHA-256 of the file that was handed in; "" when it came as data.
        limits: what the submission was allowed; None when nothing was run.
        cage: what confined the student's code: "full", "landlock" or "none"; "" when nothing ran.
        memory_peak_mb: most memory that the student's code held, in megabytes; None when unknown.
        shown: what the student's cells showed, for the person who marks; no part of the record.
    """

    unit: str
    submission: str
    tasks: tuple[TaskResult, ...]
    findings: tuple[Finding, ...] = ()
    engine: str = "stock"
    seed: int = 0
    time_s: float = 0.0
    file_outcome: Outcome | None = None
    engine_version: str = ""
    unit_sha256: str = ""
    submission_sha256: str = ""
    limits: Limits | None = None
    cage: str = ""
    memory_peak_mb: float | None = None
    shown: tuple[Shown, ...] = field(default=(), compare=False, repr=False)

    @property
    def score(self) -> float:
        """Points earned so far; written answers count once a person has marked them."""
        return sum(task.points for task in self.tasks)

    @property
    def max_score(self) -> float:
        """Points the unit is worth."""
        return sum(task.max_points for task in self.tasks)

    @property
    def outcome(self) -> Outcome:
        """The outcome of the submission: the one of its tasks that most needs attention."""
        if self.file_outcome is not None:
            return self.file_outcome
        present = {task.outcome for task in self.tasks}
        return next((o for o in WORST_FIRST if o in present), Outcome.NEEDS_PERSON)

    def as_json(self) -> dict[str, Any]:
        """Return the result as plain data for `--json`."""
        return {
            "name": self.submission,
            "unit": self.unit,
            "score": self.score,
            "max_score": self.max_score,
            "outcome": str(self.outcome),
            "findings": [{"state": f.state, "sentence": f.sentence} for f in self.findings],
            "engine": self.engine,
            "seed": self.seed,
            "time_s": round(self.time_s, 3),
            "engine_version": self.engine_version,
            "unit_sha256": self.unit_sha256,
            "submission_sha256": self.submission_sha256,
            "limits": None if self.limits is None else asdict(self.limits),
            "cage": self.cage,
            "memory_peak_mb": self.memory_peak_mb,
            "tasks": {
                task.grade_id: {
                    "title": task.title,
                    "outcome": str(task.outcome),
                    "points": task.points,
                    "max_points": task.max_points,
                    "messages": list(task.messages),
                    "failed_properties": list(task.failed_properties),
                    "time_s": round(task.time_s, 3),
                    "manual": task.manual,
                    "behaviour": task.behaviour,
                    "diagnosis": task.diagnosis,
                }
                for task in self.tasks
            },
        }
