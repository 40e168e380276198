"""Extensions of the due date, where nbgrader itself keeps them: in the gradebook."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from nbgrader.api import Assignment, SubmittedAssignment
from nbgrader.api import Student as GradebookStudent

from autograder.errors import CourseError
from autograder.gradebook.keeping import Keeping, deadlines, known_result, settle
from autograder.gradebook.marks import totals
from autograder.gradebook.setup import due_in
from autograder.handin.attempts import attempts_of, take_in
from autograder.handin.counting import standings, to_grade
from autograder.handin.submitted import handed_in
from autograder.handin.times import parse_due

_DURATION = re.compile(r"(?P<count>\d+(?:\.\d+)?) ?(?P<unit>w|d|h|min)")
_UNITS = {"w": "weeks", "d": "days", "h": "hours", "min": "minutes"}


@dataclass(frozen=True)
class Extended:
    """What an extension changed.

    Attributes:
        due: when the unit is due for this student, in UTC; None when it has no due date.
        score: the student's points before and after, late penalty counted; None without a grade.
        ungraded: numbers of attempts that count now and are not graded yet.
    """

    due: datetime | None
    score: tuple[float, float] | None
    ungraded: tuple[int, ...]


def extension_of(text: str, due: datetime | None) -> timedelta:
    """Return an extension from a duration such as "2d" or "36h", or from a new due date.

    Raises:
        CourseError: it is neither, or the date is not after the due date.
    """
    if match := _DURATION.fullmatch(text.strip()):
        by = timedelta(**{_UNITS[match["unit"]]: float(match["count"])})
        if by > timedelta():
            return by
    if due is None:
        raise CourseError(
            "expected a unit with a due date to extend, but this one has none; give "
            "`./course grade UNIT --due DATE` first, or extend by a duration such as 2d"
        )
    by = parse_due(text) - due
    if by <= timedelta():
        raise CourseError(
            f"expected a date after the due date, {due:%Y-%m-%d %H:%M} UTC, got {text}; to take an "
            "extension back, give --remove"
        )
    return by


def extend(keeping: Keeping, student: str, by: timedelta | None) -> Extended:
    """Give a student more time, or with None take it back; the late penalty follows at once.

    Args:
        keeping: the unit and its gradebook.
        student: the student's id.
        by: how long after the due date; replaces an earlier extension.

    Raises:
        CourseError: the gradebook does not know the student.
    """
    book, slug, folder = keeping.book, keeping.slug, keeping.folder
    if book.db.get(GradebookStudent, student) is None:
        raise CourseError(
            f"expected a student of the class, got '{student}', whom neither roster nor gradebook "
            "knows; give the id as it stands in students.csv"
        )
    for there in handed_in(folder, slug).handed_in:
        if there.student == student:
            take_in(folder, slug, there)
    before = _score(keeping, student)
    assignment = book.db.query(Assignment).filter_by(name=slug).one()
    row = (
        book.db.query(SubmittedAssignment)
        .filter_by(assignment_id=assignment.id, student_id=student)
        .one_or_none()
    )
    if row is None and by is not None:
        row = SubmittedAssignment(assignment_id=assignment.id, student_id=student)
        book.db.add(row)
    if row is not None:
        row.extension = by
    book.db.commit()
    deadline = deadlines(keeping, [student])(student)
    attempts = attempts_of(folder, slug, student)
    wanted = to_grade(standings(attempts, keeping.rules, deadline), keeping.rules)
    ungraded = [a.number for a in wanted if known_result(folder, slug, student, a.sha256) is None]
    if before is not None:
        settle(keeping, {student: None})
    after = _score(keeping, student)
    due = due_in(book, slug)
    return Extended(
        None if due is None else (due + (by or timedelta())).astimezone(UTC),
        None if before is None or after is None else (before, after),
        tuple(ungraded),
    )


def _score(keeping: Keeping, student: str) -> float | None:
    rows = totals(keeping.book, keeping.slug).rows
    return next((row.score for row in rows if row.student == student and row.submitted), None)
