"""What becomes of a result: kept beside its attempt, recorded, and written where it counts.

A student's grade is a function of what is kept: all attempts, their results, the unit's rules, the
due date and the extension. `settle` works it out anew and writes gradebook, graded notebook and
`submitted/` to match, so that it may be called again at any time and a run that was killed anywhere
is made good by the next one.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, SubmittedAssignment

from autograder.attempts import AttemptRules, attempt_rules
from autograder.errors import SubmissionError
from autograder.folders import CourseFolder
from autograder.gradebook.autograded import write_autograded
from autograder.gradebook.journal import append, environment, units_used
from autograder.gradebook.master import Master, master_of_version
from autograder.gradebook.outputs import SHOWN, put_shown, read_shown
from autograder.gradebook.records import (
    graded_sha256,
    read_result,
    record_text,
    result_from_json,
    result_path,
)
from autograder.gradebook.setup import due_in
from autograder.gradebook.writer import Graded, write
from autograder.handin.attempts import (
    Attempt,
    attempts_of,
    place_of,
    put_in_submitted,
    take_in,
)
from autograder.handin.counting import Choice, Deadline, Standing, chosen, standings, to_grade
from autograder.handin.submitted import HandedIn
from autograder.result import Outcome, Result
from autograder.submission import read_notebook
from autograder.unit import METADATA_KEY
from autograder.versions import Version, Versions, keep_version, kept_version, version_of
from autograder.whole_file import put


@dataclass(frozen=True)
class Keeping:
    """One unit of one course, while its gradebook is open.

    Attributes:
        book: from `opened`, after `prepare`.
        folder: the course folder.
        master: the unit as it is now.
        late: what being late costs, "none" or "zero".
        masters: older versions of the unit by their hashes, filled as they are needed.
    """

    book: Any
    folder: CourseFolder
    master: Master
    late: str = "none"
    masters: dict[str, Master] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The unit."""
        return self.master.unit.slug

    @property
    def rules(self) -> AttemptRules:
        """What the unit says about attempts."""
        return attempt_rules(self.master.unit.about, self.slug)


@dataclass(frozen=True)
class Entry:
    """A result to keep.

    Attributes:
        result: the result; `submission` is the student's id, `submission_sha256` is filled.
        handed_in: the attempt that it is of.
        stands: whether an earlier run came to it, so that there is nothing new to record.
    """

    result: Result
    handed_in: HandedIn
    stands: bool = False


@dataclass(frozen=True)
class Stand:
    """Where a student stands in a unit: all attempts, the one that is the grade, its result."""

    standings: tuple[Standing, ...]
    choice: Choice
    result: Result | None


def split_by_release(
    keeping: Keeping, submissions: Sequence[HandedIn]
) -> tuple[list[HandedIn], dict[str, list[HandedIn]]]:
    """Return the submissions to grade by today's unit, and those of other releases by its hash.

    Keeps today's version, so that what it graded can be graded by it again.
    """
    folder, today = keeping.folder, version_of(keeping.master.source, keeping.slug)
    versions = Versions(folder, today, units_used(folder, keeping.slug))
    keep_version(folder, today)
    if versions.alone:
        return list(submissions), {}
    ours: list[HandedIn] = []
    others: dict[str, list[HandedIn]] = {}
    for submission in submissions:
        sha256 = _version(versions, submission).unit.sha256
        if sha256 == today.unit.sha256:
            ours.append(submission)
        else:
            others.setdefault(sha256, []).append(submission)
    return ours, others


def _version(versions: Versions, submission: HandedIn) -> Version:
    try:
        return versions.of(read_notebook(submission.path))
    except SubmissionError:
        return versions.of({})


def attempts_to_grade(keeping: Keeping, handed_in: HandedIn) -> list[HandedIn]:
    """Keep what is in `submitted/` as an attempt and return what of this student to grade."""
    attempts = take_in(keeping.folder, keeping.slug, handed_in)
    if len(attempts) <= 1:
        return [handed_in]
    deadline = deadlines(keeping, [handed_in.student])(handed_in.student)
    wanted = to_grade(standings(attempts, keeping.rules, deadline), keeping.rules)
    return [HandedIn(a.student, a.path, a.timestamp, a.number) for a in wanted]


def keep(keeping: Keeping, batch: Sequence[Entry], reason: str = "grade") -> dict[str, Result]:
    """Keep results and settle the grades of their students.

    Args:
        keeping: the unit and its gradebook.
        batch: results, of one student or many.
        reason: why it was graded, for the record: "grade" or "regrade".

    Returns:
        By student the result that is the grade now.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    lines = []
    for entry in batch:
        if not entry.stands:
            about = _about(keeping, entry, now, reason)
            sha256 = entry.result.submission_sha256
            text = record_text(entry.result, sha256, about)
            kept_at = attempt_result(keeping.folder, keeping.slug, entry.handed_in.student, sha256)
            put_shown(kept_at.with_suffix(SHOWN), entry.result.shown)
            put(kept_at, text)
            lines.append(_line(entry.result, about))
    append(keeping.folder, keeping.slug, lines)
    return settle(keeping, {entry.handed_in.student: entry for entry in batch})


def settle(keeping: Keeping, students: Mapping[str, Entry | None]) -> dict[str, Result]:
    """Bring gradebook, graded notebook and `submitted/` of students to what is kept of them.

    Args:
        keeping: the unit and its gradebook.
        students: by id; with the entry that was kept last, which is taken where no attempt can
            be kept, because the file cannot be read.

    Returns:
        By student the result that is the grade now; none for one without results.
    """
    deadline_of = deadlines(keeping, list(students))
    found: dict[str, tuple[Result, HandedIn]] = {}
    said: dict[str, str] = {}
    for student, entry in students.items():
        stand = stand_of(keeping, student, deadline_of(student), entry)
        if stand is not None and stand.result is not None:
            attempt = stand.choice.attempt
            handed_in = HandedIn(student, attempt.path, attempt.timestamp, attempt.number)
            found[student] = (stand.result, handed_in)
            if len(stand.standings) > 1:
                said[student] = (
                    f"This is attempt {attempt.number} of {len(stand.standings)}; "
                    f"it counts: {stand.choice.why}."
                )
        elif stand is None and entry is not None:
            found[student] = (entry.result, entry.handed_in)
    before = {
        name: graded_sha256(result_path(keeping.folder, keeping.slug, name)) for name in found
    }
    graded = [
        Graded(result, handed_in.timestamp, before[name] != result.submission_sha256)
        for name, (result, handed_in) in found.items()
    ]
    write(keeping.book, keeping.master.unit, graded, keeping.late)
    for result, handed_in in found.values():
        _show(keeping, result, handed_in, said.get(handed_in.student, ""))
    return {name: result for name, (result, _) in found.items()}


def stand_of(
    keeping: Keeping, student: str, deadline: Deadline, entry: Entry | None = None
) -> Stand | None:
    """Return where a student stands; None for one of whom no attempt is kept."""
    attempts = attempts_of(keeping.folder, keeping.slug, student)
    if not attempts:
        return None
    known: dict[str, Result | None] = {}
    if entry is not None:
        known[entry.result.submission_sha256] = entry.result

    def result_of(attempt: Attempt) -> Result | None:
        if attempt.sha256 not in known:
            known[attempt.sha256] = known_result(
                keeping.folder, keeping.slug, student, attempt.sha256
            )
        return known[attempt.sha256]

    def score_of(attempt: Attempt) -> float | None:
        result = result_of(attempt)
        faulty = result is None or result.outcome is Outcome.GRADER_FAULT
        return None if result is None or faulty else result.score

    found = standings(attempts, keeping.rules, deadline)
    choice = chosen(found, keeping.rules, deadline, score_of)
    return Stand(found, choice, result_of(choice.attempt))


def deadlines(keeping: Keeping, students: Sequence[str]) -> Callable[[str], Deadline]:
    """Return what says when the unit is due for a student."""
    due = due_in(keeping.book, keeping.slug)
    extensions = dict(
        keeping.book.db.query(SubmittedAssignment.student_id, SubmittedAssignment.extension)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .filter(Assignment.name == keeping.slug, SubmittedAssignment.student_id.in_(students))
        .all()
    )
    return lambda student: Deadline(due, extensions.get(student), keeping.late)


def attempt_result(folder: CourseFolder, slug: str, student: str, sha256: str) -> Path:
    """Return where the result of an attempt is kept."""
    return place_of(folder, slug, student) / f"{sha256}.json"


def known_result(folder: CourseFolder, slug: str, student: str, sha256: str) -> Result | None:
    """Return what is known of a file that was handed in; None when it was never graded."""
    data = known_record(folder, slug, student, sha256)
    return None if data is None else result_from_json(data)


def known_record(
    folder: CourseFolder, slug: str, student: str, sha256: str
) -> dict[str, Any] | None:
    """Return the record of the last grading of a file; None when it was never graded."""
    shown = result_path(folder, slug, student)
    for path in (attempt_result(folder, slug, student, sha256), shown):
        result = read_result(path)
        if result is not None and (path != shown or graded_sha256(path) == sha256):
            data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            return data
    return None


def master_for(keeping: Keeping, unit_sha256: str) -> Master:
    """Return the master version that something was graded by; today's when it is not kept."""
    if not unit_sha256 or unit_sha256 == keeping.master.unit.sha256:
        return keeping.master
    if unit_sha256 not in keeping.masters:
        version = kept_version(keeping.folder, keeping.slug, unit_sha256)
        keeping.masters[unit_sha256] = (
            keeping.master if version is None else master_of_version(version)
        )
    return keeping.masters[unit_sha256]


def _show(keeping: Keeping, result: Result, handed_in: HandedIn, which: str) -> None:
    """Write the graded notebook and let `submitted/` hold what was graded.

    Args:
        keeping: the unit and its gradebook.
        result: the result that is the grade.
        handed_in: what was graded.
        which: says which attempt it is, where there are several.
    """
    folder, slug, student = keeping.folder, keeping.slug, handed_in.student
    sha256 = result.submission_sha256
    record = attempt_result(folder, slug, student, sha256)
    text = record.read_text(encoding="utf-8") if record.is_file() else record_text(result, sha256)
    if which:
        text = json.dumps({**json.loads(text), "which_attempt": which}, indent=1) + "\n"
    there = result_path(folder, slug, student)
    whole = (there.parent / f"{slug}.ipynb").is_file() and there.is_file()
    if not whole or there.read_text(encoding="utf-8") != text:
        seen = replace(result, shown=read_shown(record.with_suffix(SHOWN)))
        write_autograded(folder, master_for(keeping, result.unit_sha256), handed_in, seen, text)
    for attempt in attempts_of(folder, slug, student):
        if attempt.sha256 == sha256 and attempt.number == handed_in.attempt:
            put_in_submitted(folder, slug, attempt)


def _about(keeping: Keeping, entry: Entry, now: str, reason: str) -> dict[str, Any]:
    stamp = entry.handed_in.timestamp
    master = master_for(keeping, entry.result.unit_sha256)
    return {
        "graded_at": now,
        "reason": reason,
        "attempt": entry.handed_in.attempt,
        "handed_in_at": None if stamp is None else stamp.isoformat(),
        "release": str(master.metadata.get(METADATA_KEY, {}).get("release", "")),
        "environment": dict(environment()),
    }


def _line(result: Result, about: Mapping[str, Any]) -> dict[str, Any]:
    """Return a line of the journal: the record without what code said, which can be long."""
    whole = result.as_json()
    for task in whole["tasks"].values():
        del task["messages"], task["title"], task["diagnosis"]
    return {**about, **whole}


def students_with_attempts(folder: CourseFolder, slug: str) -> Iterator[str]:
    """Yield everybody who has handed in, by id."""
    for place in sorted(folder.attempts.glob(f"*/{slug}")):
        if place.is_dir():
            yield place.parent.name


def renamed(result: Result, student: str, sha256: str) -> Result:
    """Return a result as that of a student's file, whatever the runner called it."""
    return replace(result, submission=student, submission_sha256=sha256)
