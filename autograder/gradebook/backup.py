"""The gradebook and the graded files of a unit set aside before they are changed, and put back.

SQLite is copied by its own backup, which is whole even while formgrader is open. Of a gradebook on
a server the rows of the unit are written as JSON; putting them back is one transaction.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.api import Base
from sqlalchemy import delete, insert, select
from sqlalchemy.types import DateTime, Interval

from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.gradebook.database import opened, url_of

# In the order in which rows refer to each other; the unit itself stays.
_TABLES: tuple[str, ...] = (
    "notebook", "base_cell", "grade_cells", "solution_cells", "task_cells", "source_cell",
    "submitted_assignment", "submitted_notebook", "grade", "comment",
)  # fmt: skip


@dataclass(frozen=True)
class Backup:
    """What was set aside, below `place`."""

    folder: CourseFolder
    slug: str
    place: Path
    students: tuple[str, ...]


def back_up(folder: CourseFolder, slug: str, students: Iterable[str]) -> Backup:
    """Set the gradebook aside, and the graded files of students, in `backups/<unit>-<time>/`.

    Raises:
        CourseError: the gradebook cannot be read.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%f")
    place = folder.root / "backups" / f"{slug}-{stamp}"
    place.mkdir(parents=True)
    place.chmod(0o700)
    made = Backup(folder, slug, place, tuple(students))
    url = url_of(folder)
    if url.get_backend_name() == "sqlite":
        _copy_sqlite(Path(str(url.database)), place / "gradebook.db")
    else:
        with opened(folder) as book:
            rows = {name: [_plain(row) for row in rows] for name, rows in _rows(book, slug).items()}
        (place / "gradebook.json").write_text(json.dumps(rows, indent=1), encoding="utf-8")
    for there, kept in _folders(made):
        if there.is_dir():
            shutil.copytree(there, kept)
    return made


def restore(backup: Backup) -> None:
    """Put back what was set aside; the gradebook must not be open in this process.

    Raises:
        CourseError: the gradebook cannot be written.
    """
    url = url_of(backup.folder)
    if url.get_backend_name() == "sqlite":
        _copy_sqlite(backup.place / "gradebook.db", Path(str(url.database)))
    else:
        _restore_rows(backup)
    for there, kept in _folders(backup):
        if kept.is_dir():
            shutil.rmtree(there, ignore_errors=True)
            shutil.copytree(kept, there)


def _folders(backup: Backup) -> Iterable[tuple[Path, Path]]:
    folder = backup.folder
    for student in backup.students:
        for root in (folder.autograded, folder.attempts, folder.submitted):
            yield root / student / backup.slug, backup.place / root.name / student


def _copy_sqlite(one: Path, other: Path) -> None:
    try:
        with closing(sqlite3.connect(one)) as source, closing(sqlite3.connect(other)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise CourseError(
            f"expected to copy the gradebook {one} to {other}, but the database says: {error}. "
            "Close what else has it open, then run the same command"
        ) from error


def _rows(book: Any, slug: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a unit by table."""
    tables = Base.metadata.tables
    wanted = book.db.scalar(
        select(tables["assignment"].c.id).where(tables["assignment"].c.name == slug)
    )
    of = {
        "notebook": {"assignment_id": [wanted]},
        "submitted_assignment": {"assignment_id": [wanted]},
    }
    found: dict[str, list[dict[str, Any]]] = {}
    for name in _TABLES:
        table = tables[name]
        if name in ("base_cell", "source_cell", "submitted_notebook"):
            of[name] = {"notebook_id": [row["id"] for row in found["notebook"]]}
        elif name in ("grade_cells", "solution_cells", "task_cells"):
            of[name] = {"id": [row["id"] for row in found["base_cell"]]}
        elif name in ("grade", "comment"):
            of[name] = {"notebook_id": [row["id"] for row in found["submitted_notebook"]]}
        ((column, values),) = of[name].items()
        chosen = select(table).where(table.c[column].in_(values))
        found[name] = [dict(row._mapping) for row in book.db.execute(chosen)]
    return found


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.total_seconds()
        if hasattr(value, "total_seconds")
        else value.isoformat()
        if isinstance(value, datetime)
        else value
        for name, value in row.items()
    }


def _restore_rows(backup: Backup) -> None:
    kept = json.loads((backup.place / "gradebook.json").read_text(encoding="utf-8"))
    with opened(backup.folder) as book:
        there = _rows(book, backup.slug)
        for name in reversed(_TABLES):
            table = Base.metadata.tables[name]
            if ids := [row["id"] for row in there[name]]:
                book.db.execute(delete(table).where(table.c.id.in_(ids)))
        for name in _TABLES:
            table = Base.metadata.tables[name]
            if rows := [_typed(table, row) for row in kept[name]]:
                book.db.execute(insert(table), rows)
        book.db.commit()


def _typed(table: Any, row: dict[str, Any]) -> dict[str, Any]:
    made = dict(row)
    for name, value in row.items():
        kind = table.c[name].type
        if value is not None and isinstance(kind, Interval):
            made[name] = timedelta(seconds=value)
        elif value is not None and isinstance(kind, DateTime):
            made[name] = datetime.fromisoformat(value)
    return made
