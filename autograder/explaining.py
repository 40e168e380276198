"""A grade in words: what was handed in, what counts, how each task went, how to see it again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from autograder.errors import CourseError, SubmissionError
from autograder.gradebook.keeping import Keeping, Stand, deadlines, known_record, stand_of
from autograder.gradebook.marks import Marks, marks_of
from autograder.gradebook.records import result_from_json
from autograder.handin.attempts import Attempt
from autograder.handin.counting import Deadline
from autograder.handin.times import duration_text
from autograder.result import MEANINGS, Result, TaskResult, diagnosed
from autograder.runners.jobs import Job, Work
from autograder.runners.local import Pool, run
from autograder.submission import read_notebook
from autograder.unit import METADATA_KEY
from autograder.versions import kept_version, path_of


@dataclass(frozen=True)
class Graded:
    """The grade of one student: where they stand, the result, and the record of it."""

    student: str
    stand: Stand
    deadline: Deadline
    result: Result
    record: dict[str, Any]
    marks: Marks


def graded(keeping: Keeping, student: str) -> Graded:
    """Return all that is known of a student's grade.

    Raises:
        CourseError: the student handed nothing in, or it is not graded.
    """
    folder, slug = keeping.folder, keeping.slug
    deadline = deadlines(keeping, [student])(student)
    stand = stand_of(keeping, student, deadline)
    attempt = None if stand is None else stand.choice.attempt
    record = None if attempt is None else known_record(folder, slug, student, attempt.sha256)
    if stand is None or record is None:
        lack = "nothing of" if stand is None else "an attempt, but no grade of"
        raise CourseError(
            f"expected a grade of '{student}' in '{slug}', found {lack} theirs; run "
            f"`./course grade {slug}` first"
        )
    result = result_from_json(record)
    return Graded(student, stand, deadline, result, record, marks_of(keeping.book, slug, student))


def in_words(keeping: Keeping, grade: Graded, command: str) -> Iterator[str]:
    """Yield the explanation of a grade, line by line, without what would move a cursor.

    Args:
        keeping: the unit and its gradebook.
        grade: from `graded`.
        command: what reproduces the grade.
    """
    for line in _lines(keeping, grade, command):
        yield "".join(c if c.isprintable() else "?" for c in line.expandtabs())


def _lines(keeping: Keeping, grade: Graded, command: str) -> Iterator[str]:
    yield f"{grade.student}, {keeping.slug}"
    yield ""
    yield from _attempts(keeping, grade)
    yield ""
    yield from _tasks(grade)
    yield ""
    yield from _score(grade)
    yield ""
    yield from _how(keeping, grade)
    yield f"To grade it again as it was: {command}"


def _attempts(keeping: Keeping, grade: Graded) -> Iterator[str]:
    due = grade.deadline.due
    if due is not None:
        more = grade.deadline.extension
        extended = f", extended by {duration_text(more.total_seconds())}" if more else ""
        yield f"It was due {_at(due)}{extended}."
    chosen = grade.stand.choice
    for standing in grade.stand.standings:
        attempt = standing.attempt
        known = known_record(keeping.folder, keeping.slug, grade.student, attempt.sha256)
        score = "not graded" if known is None else f"{known['score']:g} of {known['max_score']:g}"
        if attempt.number == chosen.attempt.number:
            said = f"this one counts: {chosen.why}"
        else:
            said = f"does not count: {standing.why}" if standing.why else "another one counts"
        yield f"Attempt {attempt.number}: {_came(attempt, grade.deadline)}; {score}; {said}."
        yield f"  {attempt.path.relative_to(keeping.folder.root)}"


def _came(attempt: Attempt, deadline: Deadline) -> str:
    when = "at an unknown time" if attempt.timestamp is None else _at(attempt.timestamp)
    late_s = deadline.late_s(attempt)
    late = f", {duration_text(late_s)} late" if late_s else ""
    origin = f", from {attempt.arrival.came_from}" if attempt.arrival.came_from else ""
    return f"handed in {when}{late}{origin}"


def _tasks(grade: Graded) -> Iterator[str]:
    for finding in grade.result.findings:
        yield f"About the file: {finding.sentence}"
    for task in grade.result.tasks:
        yield f"{task.title} ({task.grade_id}): {task.outcome}, {_points(task, grade.marks)}"
        yield from (f"    does not hold: {sentence}" for sentence in task.failed_properties)
        for message in task.messages:
            yield from (f"    {line}" for line in message.strip().splitlines())
        if task.diagnosis:
            yield f"    {diagnosed(task)}"
        if not task.failed_properties and not task.messages and not task.full:
            yield f"    {MEANINGS[task.outcome].sentence}"


def _points(task: TaskResult, marks: Marks) -> str:
    mark = marks.marks.get(task.grade_id)
    of = f"of {task.max_points:g}"
    if mark is not None and mark.by_person:
        automatic = "" if task.manual else f" (automatic: {task.points:g})"
        return f"{mark.points:g} {of}, given by a person{automatic}"
    if mark is not None and mark.waiting:
        return f"{task.points:g} {of}, waits for a person"
    return f"{task.points:g} {of}"


def _score(grade: Graded) -> Iterator[str]:
    earned = sum(mark.points for mark in grade.marks.marks.values())
    penalty = grade.marks.penalty
    late = f", less {penalty:g} for being late" if penalty else ""
    total = max(0.0, earned - penalty)
    yield f"Score: {earned:g}{late} = {total:g} of {grade.result.max_score:g}."
    for name, comment in grade.marks.comments.items():
        yield f"Comment on {name}: {comment}"


def _how(keeping: Keeping, grade: Graded) -> Iterator[str]:
    result, record = grade.result, grade.record
    version = path_of(keeping.folder, keeping.slug, result.unit_sha256)
    kept = version.relative_to(keeping.folder.root) if version.is_file() else "not kept"
    versions = record.get("environment") or {}
    libraries = ", ".join(f"{name} {number}" for name, number in versions.items()) or "unknown"
    memory = result.memory_peak_mb
    used = "" if memory is None else f", {memory:.0f} MB"
    why = " again, because the tests were mended" if record.get("reason") == "regrade" else ""
    when = record.get("graded_at", "at an unknown time")
    yield f"Graded{why} {when} in {result.time_s:.1f} s{used}."
    yield (
        f"By engine {result.engine} {result.engine_version or '(version unknown)'}, cage "
        f"{result.cage or 'none'}, seed {result.seed}; {libraries}."
    )
    if result.limits is not None:
        bounds = result.limits
        yield (
            f"Limits: {bounds.time_s:g} s in all, {bounds.cell_s:g} s a cell, "
            f"{bounds.memory_mb} MB of memory."
        )
    yield f"File {result.submission_sha256 or '(unknown)'}, of release {_release(grade)}."
    by = record.get("release") or "(unknown)"
    yield f"By the tests of release {by}: unit {result.unit_sha256 or '(unknown)'} ({kept})."


def _release(grade: Graded) -> str:
    """Return the release that the file says it is of."""
    try:
        metadata = read_notebook(grade.stand.choice.attempt.path).get("metadata", {})
        return str(metadata[METADATA_KEY]["release"])[:64]
    except (SubmissionError, KeyError, TypeError):
        return "(unknown)"


def _at(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def grade_again(keeping: Keeping, grade: Graded, cage: str) -> Result:
    """Grade an attempt once more with the recorded unit, seed, limits and engine.

    Raises:
        CourseError: the version of the unit that graded it is not kept.
    """
    result, attempt = grade.result, grade.stand.choice.attempt
    version = kept_version(keeping.folder, keeping.slug, result.unit_sha256)
    if version is None:
        raise CourseError(
            f"expected the version of '{keeping.slug}' that graded this "
            f"({result.unit_sha256[:16] or 'unknown'}) in records/units, found none; take it from "
            "a backup of the course folder"
        )
    from autograder.gradebook.master import master_of_version

    released = master_of_version(version).released()
    work = Work(version.unit, released, limits=result.limits, engine=result.engine, cage=cage)
    job = Job(grade.student, attempt.path, result.seed, attempt.sha256)
    with Pool(work, 1) as pool:
        for event in run(pool, [job]):
            if event is not None and event.result is not None:
                return event.result
    raise CourseError("the grader ended without a result; try again")


def differences(before: Result, after: Result) -> list[str]:
    """Say in which tasks two results differ, in outcome, points or what is said."""
    found = []
    now = {task.grade_id: task for task in after.tasks}
    for task in before.tasks:
        other = now.get(task.grade_id)
        if other is None:
            found.append(f"{task.grade_id}: {task.outcome}, {task.points:g} → not there")
        elif (task.outcome, task.points) != (other.outcome, other.points):
            found.append(
                f"{task.grade_id}: {task.outcome}, {task.points:g} → "
                f"{other.outcome}, {other.points:g}"
            )
        elif task.failed_properties != other.failed_properties:
            found.append(f"{task.grade_id}: other properties fail")
    known = {task.grade_id for task in before.tasks}
    found += [
        f"{name}: not there → {task.outcome}, {task.points:g}"
        for name, task in now.items()
        if name not in known
    ]
    return found
