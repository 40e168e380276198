"""What was handed in, sorted into `submitted/<student>/<unit>/` as nbgrader has it.

Every file is either one student's attempt or listed with the reason why it is not. All attempts
are kept, see `attempts`, and the newest goes to `submitted/`. Where each file came from is written
down in `collected.json`, because feedback has to go back under the name that the learning platform
gave the file.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.handin.attempts import Arrival, keep_attempt, take_in
from autograder.handin.files import MAX_TOTAL_BYTES, Entry, opened, read_bounded, timestamps
from autograder.handin.matching import Directory
from autograder.handin.naming import Claim
from autograder.handin.roster import Student
from autograder.handin.submitted import (
    RECORD,
    Collection,
    HandedIn,
    Unmatched,
    existing_time,
)
from autograder.handin.times import parse_timestamp, timestamp_text
from autograder.submission import MAX_BYTES
from autograder.whole_file import put


@dataclass(frozen=True)
class _Attempt:
    student: str
    entry: Entry
    claim: Claim
    time: datetime | None
    time_from: str

    @property
    def order(self) -> tuple[datetime, int, float, str]:
        return (
            self.time or datetime.min.replace(tzinfo=UTC),
            self.claim.attempt,
            self.entry.order,
            self.entry.name,
        )


def collect(
    folder: CourseFolder,
    slug: str,
    origin: Path,
    students: Sequence[Student] | None = None,
    due: datetime | None = None,
) -> Collection:
    """Copy what was handed in to `submitted/`; `submitted.handed_in` lists what is there then.

    Args:
        folder: the course.
        slug: the unit.
        origin: a folder, a zip or one notebook.
        students: the class; None takes nbgrader's and plain names as they are.
        due: when the unit was due, in UTC; needed for Canvas's mark LATE.

    Raises:
        CourseError: nothing can be read at `origin`.
    """
    found = Collection()
    stamps = timestamps(origin)
    directory = Directory(slug, students, [other for other in folder.slugs() if other != slug])
    attempts: dict[str, list[_Attempt]] = {}
    with opened(origin) as entries:
        for entry in entries:
            match = directory.match(entry)
            if match.claim is None:
                if match.reason:
                    found.unmatched.append(Unmatched(entry.name, match.reason))
                continue
            time, time_from = _time(entry, match.claim, stamps, due)
            if match.claim.late and time is None:
                found.notes.append(
                    f"{entry.name}: Canvas marks it LATE, but no due date is known; give --due"
                )
            attempts.setdefault(match.student, []).append(
                _Attempt(match.student, entry, match.claim, time, time_from)
            )
        budget = MAX_TOTAL_BYTES
        for student, all_of_one in sorted(attempts.items()):
            own = _without_companions(all_of_one, slug, found)
            budget -= _keep_all(folder, slug, student, own, found)
            if budget < 0:
                raise CourseError(f"expected at most {MAX_TOTAL_BYTES >> 30} GB in {origin}")
    return found


def _time(
    entry: Entry, claim: Claim, stamps: dict[str, bytes], due: datetime | None
) -> tuple[datetime | None, str]:
    """Return when a file was handed in and who says so, the most reliable source first."""
    stamp = stamps.get("/".join(entry.parts[:-1]) or ".")
    if stamp is not None and claim.layout in ("nbgrader", "plain"):
        try:
            return parse_timestamp(stamp.decode("utf-8-sig", "replace")), "timestamp.txt"
        except ValueError:
            pass
    if claim.time is not None:
        return claim.time, "file name"
    if claim.layout == "canvas":
        # The times in Canvas's zip are those of the download. LATE says no more than "after due".
        late = due + timedelta(seconds=1) if claim.late and due is not None else None
        return late, "Canvas" if claim.late else ""
    return entry.time, "zip" if entry.time else ""


def _without_companions(attempts: list[_Attempt], slug: str, found: Collection) -> list[_Attempt]:
    """Of several notebooks in one student's folder keep the one that is named like the unit."""
    kept: list[_Attempt] = []
    for attempt in attempts:
        folder = attempt.entry.parts[:-1]
        named = (*folder, f"{slug}.ipynb")
        twins = [a for a in attempts if a.entry.parts[:-1] == folder and a.claim.layout != "canvas"]
        if folder and attempt.entry.parts != named and any(a.entry.parts == named for a in twins):
            reason = f"{slug}.ipynb beside it was taken"
            found.unmatched.append(Unmatched(attempt.entry.name, reason))
        else:
            kept.append(attempt)
    return kept


def _keep_all(
    folder: CourseFolder, slug: str, student: str, attempts: list[_Attempt], found: Collection
) -> int:
    """Keep every attempt of a student, put the newest into `submitted/`; return bytes read."""
    place = folder.submitted / student / slug
    if place.is_symlink() or place.parent.is_symlink():
        raise CourseError(f"expected a folder at {place}, found a link; remove it and try again")
    if (path := place / f"{slug}.ipynb").is_file():
        take_in(folder, slug, HandedIn(student, path, existing_time(place)))
    seen, count = datetime.now(UTC), 0
    newest: tuple[_Attempt, bytes] | None = None
    for attempt in sorted(attempts, key=lambda a: a.order):
        try:
            data = read_bounded(attempt.entry)
        except OSError as error:
            found.unmatched.append(Unmatched(attempt.entry.name, str(error)))
            continue
        count += len(data)
        newest = (attempt, data)
        keep_attempt(folder, slug, student, data, _arrival(attempt, seen))
    if newest is None:
        return count
    last, data = newest
    there = existing_time(place)
    if there is not None and last.time is not None and last.time < there:
        found.notes.append(
            f"{last.entry.name}: what was collected before for {student} is newer and was kept"
        )
    else:
        _write(place, slug, last, data, attempts)
    return count


def _arrival(attempt: _Attempt, seen: datetime) -> Arrival:
    return Arrival(
        sha256="",
        timestamp=attempt.time,
        first_seen=seen,
        came_from=attempt.entry.name,
        time_from=attempt.time_from,
        layout=attempt.claim.layout,
        marked_late=attempt.claim.late,
        order=(float(attempt.claim.attempt), attempt.entry.order),
    )


def _write(place: Path, slug: str, last: _Attempt, data: bytes, attempts: list[_Attempt]) -> None:
    record = {
        "from": last.entry.name,
        "layout": last.claim.layout,
        "marked_late": last.claim.late,
        "timestamp": last.time.isoformat() if last.time else None,
        "timestamp_from": last.time_from,
        "sha256": hashlib.sha256(data).hexdigest(),
        "cut": len(data) > MAX_BYTES,
        "attempts": [
            {"from": a.entry.name, "timestamp": a.time.isoformat() if a.time else None}
            for a in sorted(attempts, key=lambda a: a.order)
        ],
    }
    notebook, stamp = place / f"{slug}.ipynb", place / "timestamp.txt"
    same = notebook.is_file() and notebook.read_bytes() == data
    if not same:
        put(notebook, data)
    if last.time is not None:
        put(stamp, (timestamp_text(last.time) + "\n").encode())
    elif not same:
        stamp.unlink(missing_ok=True)
    put(place / RECORD, (json.dumps(record, indent=1) + "\n").encode())
