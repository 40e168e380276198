"""Grades as the tables that learning platforms import.

plain     id, name, points, what is still open, how much more time was given
nbgrader  the columns of `nbgrader export`
canvas    Canvas's gradebook import: give the assignment's column as Canvas exports it, with
          `column`, to fill that assignment; another name makes a new one
moodle    Moodle's grading worksheet
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from autograder.errors import CourseError
from autograder.gradebook.marks import Total, Totals
from autograder.handin.roster import Student
from autograder.handin.times import duration_text

# A spreadsheet runs a cell that begins like this as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

Row = Sequence[str | float]


def grades_csv(
    layout: str,
    slug: str,
    totals: Totals,
    students: Mapping[str, Student],
    participants: Mapping[str, str] | None = None,
    *,
    column: str = "",
) -> str:
    """Return the grades of a unit as CSV text.

    Args:
        layout: one of `LAYOUTS`.
        slug: the unit.
        totals: what the gradebook says.
        students: the class by id, for what the gradebook does not know; may be empty.
        participants: Moodle's participant numbers by student id, from the files' names.
        column: Canvas's name of the assignment's column; the slug by default.

    Raises:
        CourseError: the layout is unknown.
    """
    if layout not in LAYOUTS:
        raise CourseError(f"expected one of the layouts {', '.join(LAYOUTS)}, got '{layout}'")
    rows = [row for row in totals.rows if not students or row.student in students or row.submitted]
    whole = Totals(totals.due, totals.max_score, tuple(rows))
    known = {row.student: students.get(row.student, _from(row)) for row in rows}
    made = LAYOUTS[layout](slug, whole, known, participants or {}, column or slug)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([_cell(v) for v in row] for row in made)
    return out.getvalue()


def _cell(value: str | float) -> str:
    if not isinstance(value, str):
        return f"{value:.10g}"
    text = value.replace("\0", "")
    return f"'{text}" if text.startswith(_FORMULA) else text


def _from(row: Total) -> Student:
    return Student(
        row.student, row.first_name, row.last_name, row.email, lms_user_id=row.lms_user_id
    )


def _plain(
    slug: str,
    totals: Totals,
    known: Mapping[str, Student],
    participants: Mapping[str, str],
    column: str,
) -> list[Row]:
    table: list[Row] = [
        (
            "id",
            "last_name",
            "first_name",
            "email",
            "score",
            "max_score",
            "penalty",
            "state",
            "extension",
        )
    ]
    for row in totals.rows:
        student = known[row.student]
        score: str | float = row.score if row.submitted else ""
        state = "needs_manual_grade" if row.needs_manual_grade else "graded"
        table.append(
            (
                row.student,
                student.last_name,
                student.first_name,
                student.email,
                score,
                totals.max_score,
                row.penalty if row.submitted else "",
                state if row.submitted else "not_handed_in",
                duration_text(row.extension_s) if row.extension_s else "",
            )
        )
    return table


def _nbgrader(
    slug: str,
    totals: Totals,
    known: Mapping[str, Student],
    participants: Mapping[str, str],
    column: str,
) -> list[Row]:
    table: list[Row] = [
        (
            "assignment",
            "duedate",
            "timestamp",
            "student_id",
            "last_name",
            "first_name",
            "email",
            "raw_score",
            "late_submission_penalty",
            "score",
            "max_score",
        )
    ]
    for row in totals.rows:
        student = known[row.student]
        table.append(
            (
                slug,
                _naive(totals.due),
                _naive(row.timestamp),
                row.student,
                student.last_name,
                student.first_name,
                student.email,
                row.raw_score,
                row.penalty,
                row.score,
                totals.max_score,
            )
        )
    return table


def _naive(moment: datetime | None) -> str:
    return "" if moment is None else str(moment.astimezone(UTC).replace(tzinfo=None))


def _canvas(
    slug: str,
    totals: Totals,
    known: Mapping[str, Student],
    participants: Mapping[str, str],
    column: str,
) -> list[Row]:
    table: list[Row] = [
        ("Student", "ID", "SIS User ID", "SIS Login ID", "Section", column),
        ("    Points Possible", "", "", "", "", totals.max_score),
    ]
    for row in totals.rows:
        student = known[row.student]
        name = ", ".join(part for part in (student.last_name, student.first_name) if part)
        number = student.canvas_id or student.lms_user_id
        # An empty grade leaves Canvas's own as it is.
        score: str | float = row.score if row.submitted else ""
        table.append((name or row.student, number, "", row.student, student.section, score))
    return table


def _moodle(
    slug: str,
    totals: Totals,
    known: Mapping[str, Student],
    participants: Mapping[str, str],
    column: str,
) -> list[Row]:
    table: list[Row] = [
        (
            "Identifier",
            "Full name",
            "Email address",
            "Grade",
            "Maximum Grade",
            "Last modified (grade)",
            "Feedback comments",
        )
    ]
    for row in totals.rows:
        student = known[row.student]
        number = participants.get(row.student) or student.moodle_id
        if not row.submitted:
            continue  # Moodle leaves out who is not in the file
        table.append(
            (
                f"Participant {number}" if number else "",
                student.shown_name,
                student.email,
                row.score,
                totals.max_score,
                "",
                "",
            )
        )
    return table


LAYOUTS: dict[str, Callable[..., list[Row]]] = {
    "plain": _plain,
    "nbgrader": _nbgrader,
    "canvas": _canvas,
    "moodle": _moodle,
}
