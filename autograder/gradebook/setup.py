"""What the gradebook has to know before results can be written: the unit, its cells, the class."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    GradeCell,
    SolutionCell,
    SourceCell,
    SubmittedNotebook,
)
from nbgrader.api import Student as GradebookStudent

from autograder.errors import CourseError
from autograder.gradebook.master import Master
from autograder.gradebook.writer import add_rows
from autograder.handin.roster import Student


def prepare(
    book: Any, master: Master, students: Iterable[Student], due: datetime | None = None
) -> datetime | None:
    """Make the unit, its cells and the students known to the gradebook.

    Args:
        book: from `opened`.
        master: the unit as nbgrader keeps it.
        students: who is in the class.
        due: the due date in UTC; None keeps the one that is there.

    Returns:
        The due date that holds, in UTC.

    Raises:
        CourseError: a graded cell that a person has marked is no longer in the unit.
    """
    slug = master.unit.slug
    set_due = {} if due is None else {"duedate": due.astimezone(UTC).replace(tzinfo=None)}
    book.update_or_create_assignment(slug, **set_due)
    kernelspec = json.dumps(master.metadata.get("kernelspec", {}))
    notebook = book.update_or_create_notebook(slug, slug, kernelspec=kernelspec)
    _write_cells(book, notebook, master)
    _write_students(book, students)
    book.db.commit()
    return due_in(book, slug)


def due_in(book: Any, slug: str) -> datetime | None:
    """Return the due date that the gradebook has for a unit, in UTC; None without one."""
    moment = book.db.query(Assignment.duedate).filter_by(name=slug).scalar()
    return None if moment is None else moment.replace(tzinfo=UTC)


def _write_cells(book: Any, notebook: Any, master: Master) -> None:
    """Bring the notebook's cells to the master's, rows of earlier submissions included."""
    wanted: dict[Any, dict[str, dict[str, Any]]] = {GradeCell: {}, SolutionCell: {}, SourceCell: {}}
    for cell in master.cells:
        meta = cell["metadata"]["nbgrader"]
        name, cell_type = meta["grade_id"], cell["cell_type"]
        wanted[SourceCell][name] = {
            "cell_type": cell_type,
            "locked": meta["locked"],
            "source": cell["source"],
            "checksum": meta["checksum"],
        }
        if meta["grade"]:
            wanted[GradeCell][name] = {"max_score": float(meta["points"]), "cell_type": cell_type}
        if meta["solution"]:
            wanted[SolutionCell][name] = {}
    for model, cells in wanted.items():
        there = {c.name: c for c in book.db.query(model).filter_by(notebook_id=notebook.id)}
        for name, values in cells.items():
            row = there.pop(name, None)
            if row is None:
                book.db.add(model(name=name, notebook_id=notebook.id, **values))
            else:
                for attribute, value in values.items():
                    setattr(row, attribute, value)
        for row in there.values():
            _remove_cell(book, row, master.unit.slug)
    book.db.flush()
    submitted = book.db.query(SubmittedNotebook.id).filter_by(notebook_id=notebook.id)
    add_rows(book, notebook.id, [row.id for row in submitted])


def _remove_cell(book: Any, cell: Any, slug: str) -> None:
    if not isinstance(cell, SourceCell):
        model, mark = (
            (Grade, Grade.manual_score)
            if isinstance(cell, GradeCell)
            else (Comment, Comment.manual_comment)
        )
        rows = book.db.query(model).filter_by(cell_id=cell.id)
        if rows.filter(mark.isnot(None)).count():
            raise CourseError(
                f"the gradebook holds marks that a person gave for '{cell.name}', but the unit "
                f"'{slug}' no longer has that cell. Put the cell back, or copy gradebook.db away "
                f"and run `nbgrader db assignment remove {slug} --force`; nothing was changed"
            )
        rows.delete()
    book.db.delete(cell)


def _write_students(book: Any, students: Iterable[Student]) -> None:
    there = {row.id: row for row in book.db.query(GradebookStudent)}
    for student in students:
        values = {
            "first_name": student.first_name,
            "last_name": student.last_name,
            "email": student.email,
            "lms_user_id": student.lms_user_id or student.canvas_id,
        }
        row = there.get(student.id)
        if row is None:
            row = GradebookStudent(id=student.id)
            book.db.add(row)
            there[student.id] = row
        for attribute, value in values.items():
            if value:
                setattr(row, attribute, value)
