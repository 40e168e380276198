"""What a runner is given and what it reports: plain data, light to import."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder import __version__
from autograder.diagnosis.table import Table
from autograder.grading import FIXED_SEED
from autograder.result import Finding, Outcome, Result, TaskResult
from autograder.unit import Limits, Unit


@dataclass(frozen=True)
class Job:
    """One submission to grade.

    Attributes:
        name: the student's id.
        path: the notebook.
        seed: what hidden tests draw their inputs from; None for the seed of the whole run.
        sha256: of the file, for the record.
        limits: replaces those of the whole run, when given.
        tasks: the only tasks whose tests are run, by grade_id; all without one.
        in_place: whether hidden tests run where they stand, and not last.
    """

    name: str
    path: Path
    seed: int | None = None
    sha256: str = ""
    limits: Limits | None = None
    tasks: tuple[str, ...] = ()
    in_place: bool = False


@dataclass(frozen=True)
class Event:
    """What a runner reports: a submission was begun, or (with a result) is done.

    Attributes:
        name: the student's id.
        result: how it went; None when it was only begun.
        worker: the number of the worker that has it, from 1.
    """

    name: str
    result: Result | None = None
    worker: int = 0


@dataclass(frozen=True)
class Work:
    """What every job of a run has in common.

    Attributes:
        unit: the unit with its hidden tests.
        released: each answer as it was released, by grade_id.
        seed: what hidden tests draw their inputs from, where a job names no seed of its own.
        limits: replaces the unit's own limits when given.
        engine: "judge" or "stock".
        cage: the mode of the cage, one of `execution.cage.Mode`; the judge needs it.
        files: a folder whose contents lie beside every student's notebook; "" for none.
        behaviour: whether the behaviour of wrong answers is wanted.
        diagnoses: the table of known mistakes; not used for another version of its unit.
    """

    unit: Unit
    released: Mapping[str, str] = field(default_factory=dict)
    seed: int = FIXED_SEED
    limits: Limits | None = None
    engine: str = "judge"
    cage: str = "none"
    files: str = ""
    behaviour: bool = False
    diagnoses: Table | None = None

    @property
    def bounds(self) -> Limits:
        """What one submission may use."""
        return self.limits or self.unit.limits


def fault(work: Work, job: Job, reason: str) -> Result:
    """Return the result of a submission that the grader could not finish."""
    unit = work.unit
    tasks = tuple(
        TaskResult(
            task.grade_id,
            task.title,
            Outcome.GRADER_FAULT,
            0.0,
            task.points,
            manual=task.manual,
        )
        for task in unit.tasks
    )
    finding = Finding("grader_fault", f"The grader could not finish: {reason}. Grade it again.")
    return Result(
        unit.slug,
        job.name,
        tasks,
        (finding,),
        engine=work.engine,
        seed=work.seed if job.seed is None else job.seed,
        file_outcome=Outcome.GRADER_FAULT,
        engine_version=__version__,
        unit_sha256=unit.sha256,
        submission_sha256=job.sha256,
        limits=work.bounds,
    )
