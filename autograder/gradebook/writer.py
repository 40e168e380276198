"""The one writer of nbgrader's gradebook.

Everything goes through `nbgrader.api`: its `Gradebook`, its session (so that a whole batch is one
transaction) and its model classes. A batch takes a handful of statements, whatever its size, and
each of them finds its rows by an index of nbgrader's own, so that a gradebook of years is written
as fast as a new one. Writing the same results again changes nothing; what a person entered (manual
scores, comments, extra credit, extensions) is never touched.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import insert, update

from autograder.errors import CourseError
from autograder.gradebook.database import COURSE_ID, opened
from autograder.handin.times import seconds_late
from autograder.result import MEANINGS, Outcome, Result
from autograder.unit import Unit

__all__ = ["COURSE_ID", "LATE_METHODS", "Graded", "add_rows", "opened", "write"]

LATE_METHODS = ("none", "zero")
_GRADED = ("GradeCell", "TaskCell")  # nbgrader's kinds of cells that have points
_ANSWERED = ("SolutionCell", "TaskCell")
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


@dataclass(frozen=True)
class _Book:
    """A unit in the gradebook: its notebook and the names of its cells by their ids."""

    notebook: str
    assignment: str
    due: datetime | None
    graded: Mapping[str, str]
    answered: Mapping[str, str]


@dataclass
class _Place:
    """One submission in the gradebook."""

    assignment: str
    extension: timedelta | None
    notebook: str = ""


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
    if not batch:
        return
    db = book.db
    known = _unit_in(db, unit.slug)
    places = _places(db, known, [graded.result.submission for graded in batch])
    notebooks = [place.notebook for place in places.values()]
    add_rows(book, known.notebook, notebooks)
    grades = _rows(db, Grade, known.graded, notebooks)
    comments = _rows(db, Comment, known.answered, notebooks)
    changes: dict[Any, list[dict[str, Any]]] = {Grade: [], Comment: []}
    submissions, submitted = [], []
    for graded in batch:
        place = places[graded.result.submission]
        rows = grades.get(place.notebook, [])
        points = 0.0
        for row in rows:
            values = _grade(row, known.graded[row.cell_id], graded)
            points += _points(row, values["auto_score"])
            _note(changes[Grade], row, values)
        for row in comments.get(place.notebook, []):
            said = _comment(known.answered[row.cell_id], unit, graded.result)
            if said is not None:
                _note(changes[Comment], row, said)
        stamp = graded.timestamp and graded.timestamp.astimezone(UTC).replace(tzinfo=None)
        submissions.append({"id": place.assignment, "timestamp": stamp})
        is_late = seconds_late(stamp, known.due, place.extension) > 0
        penalty = max(0.0, points) if late == "zero" and is_late else None
        submitted.append({"id": place.notebook, "late_submission_penalty": penalty})
    changes |= {SubmittedAssignment: submissions, SubmittedNotebook: submitted}
    for model, values_of in changes.items():
        if values_of:
            db.execute(update(model), values_of)
    db.commit()


def _unit_in(db: Any, slug: str) -> _Book:
    found = (
        db.query(Notebook.id, Assignment.id, Assignment.duedate)
        .join(Assignment, Assignment.id == Notebook.assignment_id)
        .filter(Assignment.name == slug, Notebook.name == slug)
        .one_or_none()
    )
    if found is None:
        raise CourseError(f"expected a prepared gradebook, but it does not know the unit '{slug}'")
    notebook, assignment, due = found
    cells = _cells(db, notebook)
    return _Book(
        notebook,
        assignment,
        due,
        {key: name for key, name, kind in cells if kind in _GRADED},
        {key: name for key, name, kind in cells if kind in _ANSWERED},
    )


def _cells(db: Any, notebook: str) -> list[tuple[str, str, str]]:
    found = db.query(BaseCell.id, BaseCell.name, BaseCell.type).filter_by(notebook_id=notebook)
    return [(row.id, row.name, row.type) for row in found]


def _places(db: Any, known: _Book, students: list[str]) -> dict[str, _Place]:
    """Return the submission of every student, made where there is none yet."""

    def find() -> dict[str, _Place]:
        rows = db.query(
            SubmittedAssignment.student_id, SubmittedAssignment.id, SubmittedAssignment.extension
        ).filter(
            SubmittedAssignment.assignment_id == known.assignment,
            SubmittedAssignment.student_id.in_(students),
        )
        return {row.student_id: _Place(row.id, row.extension) for row in rows}

    places = find()
    if new := [name for name in students if name not in places]:
        there = {row.id for row in db.query(Student.id).filter(Student.id.in_(new))}
        if lost := sorted(set(new) - there):
            raise CourseError(
                f"expected a prepared gradebook, but it says: No such student: {lost[0]}"
            )
        made = [
            {"id": uuid4().hex, "assignment_id": known.assignment, "student_id": name}
            for name in new
        ]
        db.execute(insert(SubmittedAssignment), made)
        places |= {row["student_id"]: _Place(row["id"], None) for row in made}
    by_id = {place.assignment: place for place in places.values()}
    for row in db.query(SubmittedNotebook.id, SubmittedNotebook.assignment_id).filter(
        SubmittedNotebook.notebook_id == known.notebook,
        SubmittedNotebook.assignment_id.in_(by_id),
    ):
        by_id[row.assignment_id].notebook = row.id
    added = []
    for place in places.values():
        if not place.notebook:
            place.notebook = uuid4().hex
            values = {"id": place.notebook, "notebook_id": known.notebook}
            added.append(values | {"assignment_id": place.assignment})
    if added:
        db.execute(insert(SubmittedNotebook), added)
    return places


def add_rows(book: Any, notebook: str, submitted: Iterable[str]) -> None:
    """Give submissions a row for every graded cell and every answer that has none yet.

    Args:
        book: from `opened`.
        notebook: the id of the unit's notebook.
        submitted: the ids of submitted notebooks.
    """
    cells, wanted = _cells(book.db, notebook), list(submitted)
    for model, kinds in ((Grade, _GRADED), (Comment, _ANSWERED)):
        names = {key: name for key, name, kind in cells if kind in kinds}
        have = {
            (row.cell_id, row.notebook_id)
            for rows in _rows(book.db, model, names, wanted).values()
            for row in rows
        }
        missing = [
            {"cell_id": cell, "notebook_id": each}
            for each in wanted
            for cell in names
            if (cell, each) not in have
        ]
        if missing:
            book.db.execute(insert(model), missing)


def _rows(
    db: Any, model: Any, cells: Mapping[str, str], notebooks: Sequence[str]
) -> dict[str, list[Any]]:
    """Return grades or comments by submitted notebook, found by nbgrader's index on both ids."""
    columns = [model.id, model.cell_id, model.notebook_id]
    if model is Grade:
        columns += [Grade.auto_score, Grade.manual_score, Grade.extra_credit]
        columns += [Grade.needs_manual_grade]
    else:
        columns += [Comment.auto_comment]
    found: dict[str, list[Any]] = {}
    for start in range(0, len(notebooks), _AT_ONCE):
        some = notebooks[start : start + _AT_ONCE]
        rows = db.query(*columns).filter(model.cell_id.in_(cells), model.notebook_id.in_(some))
        for row in rows:
            found.setdefault(row.notebook_id, []).append(row)
    return found


_AT_ONCE = 500  # well below what SQLite takes as parameters of one statement


def _note(changes: list[dict[str, Any]], row: Any, values: dict[str, Any]) -> None:
    if any(getattr(row, name) != value for name, value in values.items()):
        changes.append({"id": row.id, **values})


def _grade(row: Any, name: str, graded: Graded) -> dict[str, Any]:
    """Return what a grade becomes, as nbgrader's SaveAutoGrades decides."""
    result = graded.result
    task = next((task for task in result.tasks if task.grade_id == name), None)
    if task is None:
        # The release that it came from has no such task: a person decides.
        return {"auto_score": None, "needs_manual_grade": row.manual_score is None}
    meaning = MEANINGS[result.file_outcome or task.outcome]
    score = None if meaning.auto_score == "none" else float(task.points)
    needs = meaning.needs_manual_grade or row.manual_score is not None
    if row.manual_score is not None and not graded.changed and score == row.auto_score:
        # A mark that a person gave to this very file stands, and is not asked for again each time
        # the class is graded.
        needs = bool(row.needs_manual_grade)
    return {"auto_score": score, "needs_manual_grade": needs}


def _comment(name: str, unit: Unit, result: Result) -> dict[str, Any] | None:
    outcomes = {task.grade_id: task.outcome for task in result.tasks}
    for task in unit.tasks:
        if name in task.answers and task.grade_id in outcomes:
            return {"auto_comment": _COMMENTS.get(outcomes[task.grade_id])}
    return None


def _points(row: Any, auto_score: float | None) -> float:
    given = row.manual_score if row.manual_score is not None else auto_score
    return float(given or 0.0) + float(row.extra_credit or 0.0)
