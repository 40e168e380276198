"""nbgrader's folder `submitted/`: what was collected and is ready to be graded."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.folders import CourseFolder
from autograder.handin.roster import Student, is_student_id
from autograder.handin.times import parse_timestamp

RECORD = "collected.json"


@dataclass(frozen=True)
class Unmatched:
    """A file that belongs to nobody, and why."""

    name: str
    reason: str


@dataclass(frozen=True)
class HandedIn:
    """One submission that is ready to be graded.

    Attributes:
        student: the student's id.
        path: the notebook below `submitted/`.
        timestamp: when it was handed in, in UTC, or None when nobody knows.
        attempt: which of the student's attempts it is, from 1.
    """

    student: str
    path: Path
    timestamp: datetime | None
    attempt: int = 1


@dataclass
class Collection:
    """What a collection brought."""

    handed_in: list[HandedIn] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def handed_in(
    folder: CourseFolder, slug: str, students: Sequence[Student] | None = None
) -> Collection:
    """List what is in `submitted/` for a unit, in the order of the students' ids.

    With a class, a folder of somebody else is listed as unmatched and not graded.
    """
    found = Collection()
    known = None if students is None else {student.id for student in students}
    for place in sorted(folder.submitted.glob(f"*/{slug}")):
        student = place.parent.name
        shown = place.relative_to(folder.root).as_posix()
        if student.startswith(".") or not place.is_dir():
            continue
        notebooks = sorted(p for p in place.glob("*.ipynb") if not p.name.startswith("."))
        named = [p for p in notebooks if p.name == f"{slug}.ipynb"]
        if place.is_symlink() or place.parent.is_symlink():
            found.unmatched.append(Unmatched(shown, "the folder is a link, perhaps to another's"))
        elif known is not None and student not in known:
            found.unmatched.append(Unmatched(shown, f"'{student}' is not in the roster"))
        elif not is_student_id(student):
            found.unmatched.append(Unmatched(shown, "the folder's name cannot be a student's id"))
        elif named or len(notebooks) == 1:
            path = (named or notebooks)[0]
            found.handed_in.append(HandedIn(student, path, _stamp(place, found)))
        else:
            came = "none" if not notebooks else f"{len(notebooks)} with other names"
            found.unmatched.append(Unmatched(shown, f"expected {slug}.ipynb in it, found {came}"))
    return found


def read_record(folder: CourseFolder, slug: str, student: str) -> dict[str, Any]:
    """Return where a student's file came from, as `collect` wrote it; empty when unknown."""
    try:
        text = (folder.submitted / student / slug / RECORD).read_text(encoding="utf-8")
        record = json.loads(text)
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def existing_time(place: Path) -> datetime | None:
    """Return the time in a folder's `timestamp.txt`; None without one or when it is none."""
    try:
        return parse_timestamp((place / "timestamp.txt").read_text(encoding="utf-8")[:200])
    except (OSError, ValueError):
        return None


def _stamp(place: Path, found: Collection) -> datetime | None:
    file = place / "timestamp.txt"
    if not file.is_file():
        return None
    time = existing_time(place)
    if time is None:
        found.notes.append(f"{file}: expected a time such as 2026-11-20 18:00:00 UTC; ignored")
    return time
