"""Which submissions need not be graded again: the same file, unit, engine, seed and limits."""

from dataclasses import dataclass

from autograder.folders import CourseFolder
from autograder.gradebook.keeping import known_result
from autograder.handin.submitted import HandedIn
from autograder.result import Outcome, Result
from autograder.unit import Limits, Unit


@dataclass(frozen=True)
class Terms:
    """What a run grades by; a result of the same terms and the same file stands.

    Attributes:
        unit_sha256: see `Unit.sha256`.
        engine: "judge" or "stock".
        engine_version: version of this package.
        limits: what one submission may use.
    """

    unit_sha256: str
    engine: str
    engine_version: str
    limits: Limits


def standing_result(
    folder: CourseFolder, unit: Unit, handed_in: HandedIn, terms: Terms, sha256: str, seed: int
) -> Result | None:
    """Return the result that an earlier run reported of this very file, None where none stands.

    Args:
        folder: the course.
        unit: the unit.
        handed_in: the submission.
        terms: what this run grades by.
        sha256: of the file as it is now.
        seed: what this run would draw hidden inputs from.
    """
    result = known_result(folder, unit.slug, handed_in.student, sha256)
    if result is None or not sha256 or result.submission_sha256 != sha256:
        return None
    outcomes = {result.outcome, *(task.outcome for task in result.tasks)}
    if Outcome.GRADER_FAULT in outcomes:
        return None
    by = Terms(
        result.unit_sha256, result.engine, result.engine_version, result.limits or terms.limits
    )
    return result if by == terms and result.seed == seed else None
