"""Every attempt that was handed in, kept in `attempts/<student>/<unit>/`, which nbgrader ignores.

nbgrader knows one file for each student and unit, the one in `submitted/`. Here all of them stay,
each under its own SHA-256, listed in `attempts.json` with when and where it came from, so that an
earlier attempt can count, and a grade can be explained years later.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.handin.submitted import HandedIn, read_record
from autograder.handin.times import timestamp_text
from autograder.submission import MAX_BYTES
from autograder.whole_file import put

LIST = "attempts.json"


@dataclass(frozen=True)
class Arrival:
    """How one attempt came.

    Attributes:
        sha256: of the file.
        timestamp: when it was handed in, in UTC, or None when nobody knows.
        first_seen: when it was kept here, in UTC; orders attempts without a timestamp.
        came_from: the name that the learning platform gave the file.
        time_from: who says when it was handed in.
        layout: how that name was read, see `naming`.
        marked_late: whether Canvas's name marks it late.
        order: what else orders attempts of one time.
    """

    sha256: str
    timestamp: datetime | None
    first_seen: datetime
    came_from: str = ""
    time_from: str = ""
    layout: str = ""
    marked_late: bool = False
    order: tuple[float, ...] = ()

    @property
    def key(self) -> tuple[datetime, tuple[float, ...]]:
        """What attempts of one student are sorted by."""
        return self.timestamp or self.first_seen, self.order


@dataclass(frozen=True)
class Attempt:
    """One attempt of one student: its number from 1, how it came, and the file that is kept."""

    student: str
    number: int
    arrival: Arrival
    path: Path

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file."""
        return self.arrival.sha256

    @property
    def timestamp(self) -> datetime | None:
        """When it was handed in, in UTC, or None when nobody knows."""
        return self.arrival.timestamp


def place_of(folder: CourseFolder, slug: str, student: str) -> Path:
    """Return where a student's attempts at a unit are kept."""
    return folder.attempts / student / slug


def attempts_of(folder: CourseFolder, slug: str, student: str) -> tuple[Attempt, ...]:
    """Return a student's attempts, the oldest first; the same file again is no new attempt.

    Raises:
        CourseError: the list is damaged.
    """
    place = place_of(folder, slug, student)
    found: list[Attempt] = []
    for arrival in sorted(_arrivals(place), key=lambda a: a.key):
        if not found or found[-1].sha256 != arrival.sha256:
            path = place / f"{arrival.sha256}.ipynb"
            found.append(Attempt(student, len(found) + 1, arrival, path))
    return tuple(found)


def keep_attempt(
    folder: CourseFolder, slug: str, student: str, data: bytes, arrival: Arrival
) -> None:
    """Keep an attempt, unless it is there already.

    Raises:
        CourseError: the place is a link, or the list is damaged.
    """
    place = place_of(folder, slug, student)
    if place.is_symlink() or place.parent.is_symlink():
        raise CourseError(f"expected a folder at {place}, found a link; remove it and try again")
    there = _arrivals(place)
    arrival = replace(arrival, sha256=hashlib.sha256(data).hexdigest())
    for known in there:
        same_time = known.timestamp == arrival.timestamp
        if known.sha256 == arrival.sha256 and (same_time or arrival.timestamp is None):
            return
    # The same file, whose time nobody knew so far: now it is known.
    there = [a for a in there if (a.sha256, a.timestamp) != (arrival.sha256, None)]
    path = place / f"{arrival.sha256}.ipynb"
    if not path.is_file():
        put(path, data)
    put(place / LIST, json.dumps([_as_json(a) for a in [*there, arrival]], indent=1) + "\n")


def take_in(folder: CourseFolder, slug: str, handed_in: HandedIn) -> tuple[Attempt, ...]:
    """Keep what is in `submitted/`, however it came there, and return all attempts.

    A file that cannot be read is no attempt that could be kept; grading names it.
    """
    student = handed_in.student
    try:
        if handed_in.path.is_symlink():
            raise OSError("a link")
        with handed_in.path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        return attempts_of(folder, slug, student)
    record = read_record(folder, slug, student)
    arrival = Arrival(
        sha256="",
        timestamp=handed_in.timestamp,
        first_seen=datetime.now(UTC),
        came_from=str(record.get("from", "")),
        time_from=str(record.get("timestamp_from", "")),
        layout=str(record.get("layout", "")),
        marked_late=record.get("marked_late") is True,
    )
    keep_attempt(folder, slug, student, data, arrival)
    return attempts_of(folder, slug, student)


def put_in_submitted(folder: CourseFolder, slug: str, attempt: Attempt) -> bool:
    """Let `submitted/` hold this attempt, as nbgrader and formgrader expect of the one graded.

    Returns:
        Whether it held another one before.
    """
    place = folder.submitted / attempt.student / slug
    path, stamp = place / f"{slug}.ipynb", place / "timestamp.txt"
    data = attempt.path.read_bytes()
    same = path.is_file() and path.read_bytes() == data
    if not same:
        put(path, data)
    if attempt.timestamp is not None:
        text = timestamp_text(attempt.timestamp) + "\n"
        if not same or not stamp.is_file():
            put(stamp, text.encode())
    elif not same:
        stamp.unlink(missing_ok=True)
    return not same


def _arrivals(place: Path) -> list[Arrival]:
    file = place / LIST
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    try:
        return [_from_json(entry) for entry in json.loads(text)]
    except (ValueError, KeyError, TypeError) as error:
        raise CourseError(
            f"expected a list of attempts in {file}, but it is damaged ({error}). Move the folder "
            "away; what is in submitted/ is then taken as the first attempt"
        ) from error


def _as_json(arrival: Arrival) -> dict[str, Any]:
    moments = {
        "timestamp": arrival.timestamp and arrival.timestamp.isoformat(),
        "first_seen": arrival.first_seen.isoformat(),
    }
    return asdict(arrival) | moments


def _from_json(entry: dict[str, Any]) -> Arrival:
    stamp = entry["timestamp"]
    return Arrival(
        sha256=str(entry["sha256"]),
        timestamp=datetime.fromisoformat(stamp) if stamp else None,
        first_seen=datetime.fromisoformat(entry["first_seen"]),
        came_from=str(entry.get("came_from", "")),
        time_from=str(entry.get("time_from", "")),
        layout=str(entry.get("layout", "")),
        marked_late=entry.get("marked_late") is True,
        order=tuple(float(part) for part in entry.get("order", ())),
    )
