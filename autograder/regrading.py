"""After a test was mended: who is touched, what would change, and then the change itself.

Nothing is written before it is asked for. What was graded by another version of the unit is graded
again where the versions differ, with the seed that it had, so that all that can change a result is
the change of the unit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from autograder.folders import CourseFolder
from autograder.gradebook.backup import Backup, back_up, restore
from autograder.gradebook.database import opened
from autograder.gradebook.journal import append
from autograder.gradebook.keeping import (
    Entry,
    Keeping,
    deadlines,
    keep,
    known_result,
    students_with_attempts,
)
from autograder.gradebook.marks import marks_of
from autograder.gradebook.master import Master
from autograder.gradebook.setup import prepare
from autograder.handin.attempts import attempts_of
from autograder.handin.counting import standings, to_grade
from autograder.handin.submitted import HandedIn
from autograder.result import Outcome, Result
from autograder.runners.jobs import Job
from autograder.runners.local import Pool, run
from autograder.unit import Cell, Task, Unit
from autograder.versions import keep_version, kept_version, mend, version_of


@dataclass(frozen=True)
class Touched:
    """An attempt that was graded by another version; `tasks` is what differs there."""

    handed_in: HandedIn
    before: Result
    tasks: frozenset[str]

    @property
    def name(self) -> str:
        """The student, and the attempt if it is not the first."""
        number = self.handed_in.attempt
        return self.handed_in.student + (f" #{number}" if number > 1 else "")


@dataclass(frozen=True)
class Plan:
    """What there is to do: attempts to grade again, and versions that differ in nothing graded."""

    touched: tuple[Touched, ...]
    older: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """How one task of one attempt changes, and why."""

    name: str
    task: str
    before: str
    after: str
    points: float
    why: str


def plan(keeping: Keeping) -> Plan:
    """Find every counting attempt that another version of the unit graded."""
    folder, slug, today = keeping.folder, keeping.slug, keeping.master.unit
    students = list(students_with_attempts(folder, slug))
    deadline_of = deadlines(keeping, students)
    differing: dict[str, frozenset[str]] = {}
    touched = []
    for student in students:
        found = standings(attempts_of(folder, slug, student), keeping.rules, deadline_of(student))
        for attempt in to_grade(found, keeping.rules):
            before = known_result(folder, slug, student, attempt.sha256)
            if before is None or before.unit_sha256 == today.sha256:
                continue
            by = before.unit_sha256
            if by not in differing:
                version = kept_version(folder, slug, by) if by else None
                differing[by] = changed_tasks(None if version is None else version.unit, today)
            if differing[by]:
                handed_in = HandedIn(student, attempt.path, attempt.timestamp, attempt.number)
                touched.append(Touched(handed_in, before, differing[by]))
    return Plan(tuple(touched), tuple(sorted(differing)))


def changed_tasks(before: Unit | None, after: Unit) -> frozenset[str]:
    """Return the tasks whose grade the change of a unit may touch; all when nothing is known."""
    every = frozenset(task.grade_id for task in after.tasks)
    if before is None or before.limits != after.limits:
        return every
    if [c for c in before.cells if _given(c)] != [c for c in after.cells if _given(c)]:
        return every
    was = {task.grade_id: _parts(before, task) for task in before.tasks}
    now = {task.grade_id: _parts(after, task) for task in after.tasks}
    same = {name for name in was.keys() & now.keys() if was[name] == now[name]}
    return frozenset(was.keys() | now.keys()) - same


def _given(cell: Cell) -> bool:
    return cell.kind == "given" and cell.cell_type == "code"


def _parts(unit: Unit, task: Task) -> Any:
    answers = [unit.cell(name).source for name in task.answers] if not task.manual else []
    return replace(task, title=""), answers


def grade_again(pool: Pool, touched: Sequence[Touched]) -> Iterator[tuple[Touched, Result]]:
    """Grade attempts by today's unit, each with the seed that it had; writes nothing."""
    by_name = {each.name: each for each in touched}
    jobs = [
        Job(each.name, each.handed_in.path, each.before.seed, each.before.submission_sha256)
        for each in touched
    ]
    for event in run(pool, jobs):
        if event is not None and event.result is not None:
            each = by_name[event.name]
            sha256 = each.before.submission_sha256
            yield (
                each,
                replace(event.result, submission=each.handed_in.student, submission_sha256=sha256),
            )


def changes(keeping: Keeping, touched: Touched, after: Result) -> list[Change]:
    """Say how an attempt's tasks change, and why; nothing where only what is said differs."""
    marks = marks_of(keeping.book, keeping.slug, touched.handed_in.student).marks
    was = {task.grade_id: task for task in touched.before.tasks}
    found = []
    for task in after.tasks:
        old = was.get(task.grade_id)
        if old is not None and (old.outcome, old.points) == (task.outcome, task.points):
            continue
        why = "; ".join([*task.failed_properties, *(m.strip()[:200] for m in task.messages)])
        mark = marks.get(task.grade_id)
        if mark is not None and mark.by_person:
            why = f"the mark {mark.points:g} that a person gave stays" + (f"; {why}" if why else "")
        elif task.outcome is Outcome.PASSED and old is not None and not why:
            gone = [*old.failed_properties, *(m.strip()[:200] for m in old.messages)]
            why = "no longer: " + "; ".join(gone) if gone else "all its tests pass now"
        before = "not there" if old is None else f"{old.outcome} {old.points:g}"
        points = task.points - (0.0 if old is None else old.points)
        now = f"{task.outcome} {task.points:g}"
        found.append(Change(touched.name, task.grade_id, before, now, points, why))
    kept = {task.grade_id for task in after.tasks}
    for name, old in was.items():
        if name not in kept:
            gone_text = "the unit no longer has this task"
            before = f"{old.outcome} {old.points:g}"
            found.append(Change(touched.name, name, before, "not there", -old.points, gone_text))
    return found


def write(
    folder: CourseFolder,
    master: Master,
    late: str,
    todo: Plan,
    results: Sequence[tuple[Touched, Result]],
    table: Sequence[Change],
) -> Backup:
    """Back up, write the new results, and put everything back should that fail.

    Returns:
        The backup, which stays.

    Raises:
        CourseError: the gradebook cannot be written; it is as it was before.
    """
    slug = master.unit.slug
    students = sorted({each.handed_in.student for each, _ in results})
    backup = back_up(folder, slug, students)
    try:
        with opened(folder) as book:
            prepare(book, master, [])
            keep_version(folder, version_of(master.source, slug))
            keeping = Keeping(book, folder, master, late)
            entries = [Entry(result, each.handed_in) for each, result in results]
            for start in range(0, len(entries), _BATCH):
                keep(keeping, entries[start : start + _BATCH], reason="regrade")
    except BaseException:
        restore(backup)
        raise
    for old in todo.older:
        mend(folder, slug, old, master.unit.sha256)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    said = [vars(change) for change in table]
    about: dict[str, Any] = {
        "at": now,
        "unit_sha256": master.unit.sha256,
        "instead_of": list(todo.older),
    }
    about |= {"backup": backup.place.name, "graded": len(results)}
    append(folder, f"{slug}.regrades", [{**about, "changes": said}])
    return backup


_BATCH = 25
