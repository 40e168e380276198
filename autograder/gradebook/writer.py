"""The one writer of nbgrader's gradebook.

Everything goes through `nbgrader.api`: its `Gradebook`, its session (so that a whole batch is one
transaction) and its model classes. Writing the same results again changes nothing; what a person
entered (manual scores, comments, extra credit, extensions) is never touched.
"""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    MissingEntry,
    SolutionCell,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy.exc import SQLAlchemyError

from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.handin.times import seconds_late
from autograder.result import MEANINGS, Outcome, Result
from autograder.unit import Unit

# The same name stands in nbgrader_config.py.
COURSE_ID = "deep_learning_foundations"
LATE_METHODS = ("none", "zero")
_COMMENTS = {
    Outcome.NOT_ATTEMPTED: "No response.",  # nbgrader's own words, which formgrader knows
    Outcome.MISSING_CELL: "This cell is missing from the submission.",
}


@dataclass(frozen=True)
class Graded:
    """A result that is ready to be written.

    Attributes:
        result: the result; `result.submission` is the student's id.
        timestamp: when it was handed in, in UTC, or None.
        changed: whether the file differs from the one graded last, so that what a person has
            marked has to be looked at again.
    """

    result: Result
    timestamp: datetime | None = None
    changed: bool = True


@contextmanager
def opened(folder: CourseFolder) -> Iterator[Any]:
    """Open the course's gradebook; what goes wrong with the database is one clear error.

    Raises:
        CourseError: the file is no gradebook, is locked or cannot be written.
    """
    try:
        folder.root.mkdir(parents=True, exist_ok=True)
        _put_alembic_on_path()
        with Gradebook(folder.gradebook_url, COURSE_ID) as book:
            try:
                yield book
            except BaseException:
                book.db.rollback()
                raise
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0][:200]
        raise CourseError(
            f"expected nbgrader's gradebook at {folder.gradebook_url}, but the database says: "
            f"{reason}. Close what else has it open; if it was made by an older nbgrader, run "
            "`nbgrader db upgrade`; what was written before is still there"
        ) from error


def _put_alembic_on_path() -> None:
    """Let nbgrader find the program that it asks for the version of a new database."""
    if shutil.which("alembic") is None:
        beside_python = str(Path(sys.executable).parent)
        os.environ["PATH"] = os.pathsep.join([beside_python, os.environ.get("PATH", "")])


def write(book: Any, unit: Unit, batch: Sequence[Graded], late: str = "none") -> None:
    """Write a batch of results in one transaction.

    Args:
        book: from `opened`, after `prepare`.
        unit: the unit.
        batch: results of different students, all of them known to the gradebook.
        late: "none", or "zero" for no points when handed in after the due date (nbgrader's
            LateSubmissionPlugin).

    Raises:
        CourseError: the gradebook does not know the unit or a student.
    """
    try:
        notebook = book.find_notebook(unit.slug, unit.slug)
        submissions = _submissions(book, notebook, [g.result.submission for g in batch])
    except MissingEntry as error:
        raise CourseError(f"expected a prepared gradebook, but it says: {error}") from error
    names = {cell.id: cell.name for cell in (*notebook.grade_cells, *notebook.solution_cells)}
    for graded in batch:
        submission, submitted = submissions[graded.result.submission]
        moment = graded.timestamp
        submission.timestamp = moment and moment.astimezone(UTC).replace(tzinfo=None)
        grades = book.db.query(Grade).filter_by(notebook_id=submitted.id).all()
        _write_grades({names[g.cell_id]: g for g in grades if g.cell_id in names}, graded)
        comments = book.db.query(Comment).filter_by(notebook_id=submitted.id).all()
        _write_comments({names[c.cell_id]: c for c in comments if c.cell_id in names}, unit, graded)
        due = notebook.assignment.duedate
        is_late = seconds_late(submission.timestamp, due, submission.extension) > 0
        submitted.late_submission_penalty = (
            sum(_points(grade) for grade in grades) if late == "zero" and is_late else None
        )
    book.db.commit()


def _submissions(book: Any, notebook: Any, students: list[str]) -> dict[str, tuple[Any, Any]]:
    there = {
        row.student_id: row
        for row in book.db.query(SubmittedAssignment)
        .filter_by(assignment_id=notebook.assignment_id)
        .filter(SubmittedAssignment.student_id.in_(students))
    }
    found: dict[str, tuple[Any, Any]] = {}
    for student in students:
        submission = there.get(student)
        if submission is None:
            book.find_student(student)
            submission = SubmittedAssignment(
                assignment_id=notebook.assignment_id, student_id=student
            )
            book.db.add(submission)
            book.db.flush()
        submitted = (
            book.db.query(SubmittedNotebook)
            .filter_by(notebook_id=notebook.id, assignment_id=submission.id)
            .one_or_none()
        )
        if submitted is None:
            submitted = SubmittedNotebook(notebook_id=notebook.id, assignment_id=submission.id)
            book.db.add(submitted)
            book.db.flush()
        add_rows(book, submitted, notebook)
        found[student] = (submission, submitted)
    book.db.flush()
    return found


def add_rows(book: Any, submitted: Any, notebook: Any) -> None:
    """Give a submission a row for every graded cell and every answer that has none yet."""
    for model, cells in (
        (Grade, book.db.query(GradeCell)),
        (Comment, book.db.query(SolutionCell)),
    ):
        have = {row.cell_id for row in book.db.query(model).filter_by(notebook_id=submitted.id)}
        for cell in cells.filter_by(notebook_id=notebook.id):
            if cell.id not in have:
                book.db.add(model(cell_id=cell.id, notebook_id=submitted.id))


def _write_grades(rows: dict[str, Any], graded: Graded) -> None:
    result = graded.result
    for task in result.tasks:
        row = rows.get(task.grade_id)
        if row is None:
            continue
        meaning = MEANINGS[result.file_outcome or task.outcome]
        score = None if meaning.auto_score == "none" else task.points
        again = graded.changed or score != row.auto_score
        row.auto_score = score
        if again or row.manual_score is None:
            # As nbgrader's SaveAutoGrades decides; but a mark that a person gave to this very
            # file stands, and is not asked for again each time the class is graded.
            row.needs_manual_grade = meaning.needs_manual_grade or row.manual_score is not None


def _write_comments(rows: dict[str, Any], unit: Unit, graded: Graded) -> None:
    outcomes = {task.grade_id: task.outcome for task in graded.result.tasks}
    for task in unit.tasks:
        for name in task.answers:
            if name in rows:
                rows[name].auto_comment = _COMMENTS.get(outcomes[task.grade_id])


def _points(grade: Any) -> float:
    given = grade.manual_score if grade.manual_score is not None else grade.auto_score
    return float(given or 0.0) + float(grade.extra_credit or 0.0)
