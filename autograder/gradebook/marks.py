"""What the gradebook says about a unit: totals of a class, and one student's marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from nbgrader.api import (
    BaseCell,
    Comment,
    Grade,
    MissingEntry,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.api import Student as GradebookStudent
from sqlalchemy import and_, case, func

from autograder.errors import CourseError
from autograder.handin.times import seconds_late


@dataclass(frozen=True)
class Total:
    """One student's total in a unit; `submitted` is false for one who handed nothing in.

    `late_s` is how late it was handed in, in seconds, extensions counted; `extension_s` is how much
    more time this student has.
    """

    student: str
    first_name: str
    last_name: str
    email: str
    lms_user_id: str
    submitted: bool
    timestamp: datetime | None
    raw_score: float
    penalty: float
    needs_manual_grade: bool
    late_s: float = 0.0
    extension_s: float = 0.0

    @property
    def score(self) -> float:
        """Points after the late penalty."""
        return max(0.0, self.raw_score - self.penalty)


@dataclass(frozen=True)
class Totals:
    """The totals of a class in a unit: due date in UTC, points of the unit, one row a student."""

    due: datetime | None
    max_score: float
    rows: tuple[Total, ...]


@dataclass(frozen=True)
class Mark:
    """What stands in the gradebook for one task."""

    points: float
    by_person: bool
    waiting: bool


@dataclass(frozen=True)
class Marks:
    """What stands in the gradebook for one submission: by grade_id, comments by answer."""

    marks: Mapping[str, Mark] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    penalty: float = 0.0


def totals(book: Any, slug: str) -> Totals:
    """Return the totals of every student in the gradebook, by family name.

    Raises:
        CourseError: the unit was never graded.
    """
    try:
        assignment = book.find_assignment(slug)
    except MissingEntry:
        raise CourseError(
            f"expected grades of '{slug}' in the gradebook, found none; run "
            f"`./course grade {slug}` first"
        ) from None
    submissions = _submissions(book, assignment.id)
    students = book.db.query(GradebookStudent).order_by(
        GradebookStudent.last_name, GradebookStudent.first_name, GradebookStudent.id
    )
    due = assignment.duedate
    rows = tuple(_total(student, submissions.get(student.id), due) for student in students)
    return Totals(_utc(due), float(assignment.max_score), rows)


def _submissions(book: Any, assignment: str) -> dict[str, Any]:
    """Return what each student has, summed by the database in one go.

    nbgrader's own `SubmittedAssignment.score` asks once for every student and looks at every
    submission of the course each time.
    """
    rows = (
        book.db.query(
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            func.sum(Grade.score).label("score"),
            func.max(SubmittedNotebook.late_submission_penalty).label("penalty"),
            func.max(case((Grade.needs_manual_grade, 1), else_=0)).label("waiting"),
        )
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(BaseCell, BaseCell.notebook_id == Notebook.id)
        .join(Grade, and_(Grade.cell_id == BaseCell.id, Grade.notebook_id == SubmittedNotebook.id))
        .filter(Notebook.assignment_id == assignment)
        .group_by(
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            SubmittedNotebook.id,
        )
    )
    found: dict[str, Any] = {}
    for row in rows:
        before = found.get(row.student_id)
        if before is not None:  # a unit of several notebooks, made by nbgrader
            row = SimpleNamespace(
                **{**row._mapping, "score": row.score + before.score},
            )
            row.penalty = (row.penalty or 0.0) + (before.penalty or 0.0)
            row.waiting = max(row.waiting, before.waiting)
        found[row.student_id] = row
    return found


def _total(student: Any, submission: Any, due: datetime | None) -> Total:
    about = (
        student.id,
        student.first_name or "",
        student.last_name or "",
        student.email or "",
        student.lms_user_id or "",
    )
    if submission is None:
        return Total(*about, False, None, 0.0, 0.0, False)
    return Total(
        *about,
        True,
        _utc(submission.timestamp),
        float(submission.score or 0.0),
        float(submission.penalty or 0.0),
        bool(submission.waiting),
        seconds_late(submission.timestamp, due, submission.extension),
        submission.extension.total_seconds() if submission.extension else 0.0,
    )


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=UTC)


def marks_of(book: Any, slug: str, student: str) -> Marks:
    """Return what stands in the gradebook for one submission; nothing when it is not there."""
    try:
        submitted = book.find_submission_notebook(slug, slug, student)
    except MissingEntry:
        return Marks()
    marks = {
        name: Mark(float(grade.score), grade.manual_score is not None, grade.needs_manual_grade)
        for grade, name in _named(book, Grade, submitted)
    }
    comments = {
        name: comment.manual_comment
        for comment, name in _named(book, Comment, submitted)
        if comment.manual_comment
    }
    return Marks(marks, comments, float(submitted.late_submission_penalty or 0.0))


def _named(book: Any, model: Any, submitted: SubmittedNotebook) -> list[tuple[Any, str]]:
    """Return the rows of a submission with their cells' names, found by nbgrader's index."""
    cells = dict(
        book.db.query(BaseCell.id, BaseCell.name)
        .filter(BaseCell.notebook_id == submitted.notebook_id)
        .all()
    )
    columns = (
        (Grade.cell_id, Grade.score, Grade.manual_score, Grade.needs_manual_grade)
        if model is Grade
        else (Comment.cell_id, Comment.manual_comment)
    )
    rows = book.db.query(*columns).filter(
        model.cell_id.in_(cells), model.notebook_id == submitted.id
    )
    return [(row, cells[row.cell_id]) for row in rows]
