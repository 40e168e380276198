"""The class: `students.csv`, one line per student.

Needed columns: id, first_name, last_name, email. Optional: lms_user_id (nbgrader's column for the
number a learning platform gives a student), canvas_id, moodle_id, section, full_name. Column order
does not matter, nor do upper case, spaces and a byte order mark; commas, semicolons and tabs
separate, so that what a spreadsheet saves in any country can be read.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from autograder.errors import RosterError

NEEDED = ("id", "first_name", "last_name", "email")
MAX_BYTES = 20 << 20
MAX_ID_CHARS = 100
# An id becomes the name of a folder, so it must not be able to leave the course.
_ID = re.compile(r"\w[\w.@-]*")


@dataclass(frozen=True)
class Student:
    """One student of the class.

    Attributes:
        id: the name of the student's folder and in the gradebook; unique.
        first_name: given name.
        last_name: family name.
        email: address, or "".
        lms_user_id: the learning platform's number for the student, or "".
        canvas_id: Canvas's user number, as it stands in its file names, or "".
        moodle_id: Moodle's participant number of this assignment, or "".
        section: Canvas's section, or "".
        full_name: how the platform writes the whole name, if not "First Last".
    """

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""
    canvas_id: str = ""
    moodle_id: str = ""
    section: str = ""
    full_name: str = ""

    @property
    def shown_name(self) -> str:
        """The whole name, or the id of a student without one."""
        return self.full_name or f"{self.first_name} {self.last_name}".strip() or self.id


_COLUMNS = tuple(field.name for field in fields(Student))


def is_student_id(text: str) -> bool:
    """Whether a text can be a student's id: letters, digits, and . _ - @ after the first."""
    return bool(_ID.fullmatch(text)) and len(text) <= MAX_ID_CHARS


def folded(name: str) -> str:
    """Return a name as learning platforms write it in file names: letters and digits only.

    Accents are kept apart from their letters and dropped, so that "Zoë O'Neil" and "zoeoneil" meet.
    """
    split = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in split if c.isalnum())


def read_roster(path: Path) -> tuple[Student, ...]:
    """Read a class.

    Args:
        path: a CSV file in UTF-8 (or, as old spreadsheets write it, Windows-1252).

    Returns:
        The students in the order of the file.

    Raises:
        RosterError: no such file, no CSV, a needed column is missing, an id is empty, repeated or
            cannot be the name of a folder.
    """
    rows = _rows(_text(path), path)
    header = [_column(name) for name in rows[0]]
    _refuse_bad_header(header, path)
    students: list[Student] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        student = _student(header, row, f"{path}, line {number}")
        # Case is folded because a folder "Ada" is the folder "ada" on some systems.
        twin = seen.setdefault(student.id.casefold(), number)
        if twin != number:
            raise RosterError(
                f"{path}, line {number}: expected every id once, but '{student.id}' is also on "
                f"line {twin}. Give one of the two another id"
            )
        students.append(student)
    if not students:
        raise RosterError(f"{path}: expected a line for each student below the header, found none")
    return tuple(students)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RosterError(f"{path}: expected a list of students, got more than 20 MB")
        raw = path.read_bytes()
    except OSError as error:
        raise RosterError(
            f"{path}: expected a CSV file with the columns {', '.join(NEEDED)}, but it cannot be "
            f"read ({error.strerror})"
        ) from error
    if b"\0" in raw:
        raise RosterError(f"{path}: expected CSV text; save the spreadsheet as CSV (UTF-8)")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if not text.strip():
        raise RosterError(
            f"{path}: expected a first line `{','.join(NEEDED)}` and a line for each student, "
            "got an empty file"
        )
    return text


def _rows(text: str, path: Path) -> list[list[str]]:
    first = next(line for line in text.splitlines() if line.strip())
    separator = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise RosterError(f"{path}: expected CSV, got what is none ({error})") from error
    while rows and not any(cell.strip() for cell in rows[0]):
        del rows[0]
    return rows


def _column(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def _refuse_bad_header(header: list[str], path: Path) -> None:
    missing = [name for name in NEEDED if name not in header]
    if missing:
        raise RosterError(
            f"{path}: expected the columns {', '.join(NEEDED)} in the first line, but "
            f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing "
            f"(found: {', '.join(header)[:200]})"
        )
    twice = sorted({name for name in header if name in _COLUMNS and header.count(name) > 1})
    if twice:
        raise RosterError(f"{path}: expected every column once, but {twice[0]} is there twice")


def _student(header: list[str], row: list[str], where: str) -> Student:
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        raise RosterError(
            f"{where}: expected {len(header)} values as in the first line, got {len(row)}; put "
            "quotes round a value that holds the separator"
        )
    values = {k: v.strip() for k, v in zip(header, row, strict=False) if k in _COLUMNS}
    if not is_student_id(values["id"]):
        raise RosterError(
            f"{where}: expected an id of letters, digits, dots, hyphens, underscores or @ "
            f"(at most {MAX_ID_CHARS}), got '{values['id'][:120]}'"
        )
    return Student(**values)


def by_id(students: Iterable[Student]) -> dict[str, Student]:
    """Return the students by their id."""
    return {student.id: student for student in students}
