"""What a worker grades with: the processes that it keeps warm, and one submission at a time."""

from contextlib import ExitStack
from typing import TYPE_CHECKING

from autograder.diagnosis.probing import piece_of
from autograder.diagnosis.table import is_for
from autograder.errors import CourseError
from autograder.grading import grade_file, plan_of
from autograder.result import Result
from autograder.runners.jobs import Job, Work, fault
from autograder.unit import Unit

if TYPE_CHECKING:
    from autograder.execution.processes import Starter


class Engine:
    """Grades submissions of one unit; use it in a `with` block.

    Args:
        work: what all submissions have in common; `released` may be set later.
        device: the GPU that this worker may use, "" for none.

    Raises:
        CourseError: on entering, when the machine cannot start the processes.
    """

    def __init__(self, work: Work, device: str = "") -> None:
        self.released = work.released
        self._work = work
        self._device = device
        self._open = ExitStack()
        self._start: Starter | None = None
        self._diagnoses = work.diagnoses
        if work.diagnoses is not None and not is_for(work.diagnoses, work.unit):
            self._diagnoses = None
        self._behaviour = work.behaviour or self._diagnoses is not None

    def __enter__(self) -> "Engine":
        if self._work.engine == "judge":
            # Not at the top: the engine "stock" runs on any system.
            from autograder.execution.cage import CageError, Mode, find_cage
            from autograder.execution.processes import StartError
            from autograder.execution.zygote import Warm

            unit, limits = self._work.unit, self._work.bounds
            try:
                warm = Warm(
                    plan_of(unit),
                    find_cage(Mode(self._work.cage)),
                    pieces=_pieces(unit, behaviour=self._behaviour),
                    disk_mb=limits.disk_mb,
                    files=self._work.files,
                    gpu=self._device,
                )
            except (CageError, StartError) as error:
                raise CourseError(str(error)) from None
            self._start = self._open.enter_context(warm).start
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def grade(self, job: Job) -> Result:
        """Grade one submission; a mistake in the grader becomes the outcome `grader_fault`.

        Raises:
            CourseError: the processes are gone or cannot be started; another worker may do better.
        """
        work = self._work
        try:
            return grade_file(
                work.unit,
                job.path,
                job.name,
                work.seed if job.seed is None else job.seed,
                job.limits or work.limits,
                tasks=job.tasks,
                in_place=job.in_place,
                released=self.released,
                engine=work.engine,
                start=self._start,
                cage=work.cage,
                files=work.files,
                behaviour=self._behaviour,
                diagnoses=self._diagnoses,
            )
        except CourseError:
            raise
        except Exception as error:
            return fault(work, job, f"{type(error).__name__}: {str(error)[:300]}")


def _pieces(unit: Unit, *, behaviour: bool) -> list[str]:
    """Return what the judge will be asked to run for every submission."""
    found: list[str] = []
    for task in unit.tasks:
        tests = task.tests
        found += [tests.visible, tests.setup, *(prop.source for prop in tests.properties)]
        found += [piece.source for piece in tests.in_order]
        found += [piece_of(unit, task)] if behaviour and not task.manual else []
    return [source for source in dict.fromkeys(found) if source.strip()]
