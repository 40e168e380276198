"""A class graded: workers in front, one writer behind.

Results are reported once they are in the gradebook and beside the graded notebook, so whatever was
reported survives the end of the process at any moment, and a second run ends the same.
"""

import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime

from autograder.folders import CourseFolder
from autograder.gradebook.autograded import write_autograded
from autograder.gradebook.master import master_of
from autograder.gradebook.records import graded_sha256, result_path, sha256_of
from autograder.gradebook.setup import due_in, prepare
from autograder.gradebook.writer import Graded, opened, write
from autograder.grading import FIXED_SEED
from autograder.handin.roster import Student
from autograder.handin.submitted import HandedIn
from autograder.handin.times import parse_due
from autograder.progress import Quiet, Watcher
from autograder.release import source_notebook
from autograder.result import MEANINGS, Result
from autograder.runners.local import Event, Job, Work, grade_locally
from autograder.unit import Limits, Unit
from autograder.whole_file import put

_BATCH = 25
_BATCH_S = 0.5


@dataclass
class ClassRun:
    """What a run over a class brought, filled while it goes on.

    Attributes:
        results: by the order of the submissions' names, as far as they are in the gradebook.
        due: the due date that holds, in UTC.
        stopped: whether it was stopped before the end.
    """

    results: list[Result] = field(default_factory=list)
    due: datetime | None = None
    stopped: bool = False

    @property
    def exit_code(self) -> int:
        """The worst exit code of all outcomes; 130 when it was stopped by Ctrl-C."""
        if self.stopped:
            return 130
        return max((MEANINGS[result.outcome].exit_code for result in self.results), default=0)


def grade_class(
    folder: CourseFolder,
    unit: Unit,
    submissions: Sequence[HandedIn],
    *,
    students: Sequence[Student] = (),
    due: datetime | None = None,
    late: str = "none",
    workers: int = 1,
    seed: int = FIXED_SEED,
    limits: Limits | None = None,
    watcher: Watcher | None = None,
    course: CourseFolder | None = None,
) -> ClassRun:
    """Grade submissions and write the gradebook and the graded notebooks.

    Args:
        folder: the course; its solutions/ hold the unit.
        unit: the unit with its hidden tests.
        submissions: what was handed in, of different students.
        students: the class; its names and addresses are written to the gradebook.
        due: the due date in UTC; None keeps the gradebook's, or else takes the unit's own.
        late: "none" or "zero", nbgrader's penalties.
        workers: how many submissions are graded at the same time.
        seed: what hidden tests draw their inputs from.
        limits: replaces the unit's own limits.
        watcher: is told how it goes on.
        course: where gradebook and graded notebooks go, when not to `folder`.

    Raises:
        CourseError: the gradebook cannot be written, or the unit's source breaks a rule.
    """
    target = course or folder
    master = master_of(folder, unit)
    names = {student.id for student in students}
    others = [Student(s.student) for s in submissions if s.student not in names]
    _show_to_formgrader(folder, target, unit)
    run = ClassRun()
    holds = due or due_of(target, unit)
    with opened(target) as book:
        run.due = prepare(book, master, [*students, *others], holds)
        by_name = {s.student: s for s in submissions}
        jobs = [Job(s.student, s.path) for s in submissions]
        work = Work(unit, master.released(), seed, limits)
        shown = watcher or Quiet()
        pending: list[Result] = []

        def flush() -> None:
            hashes = {r.submission: sha256_of(by_name[r.submission].path) for r in pending}
            graded = [_graded(target, r, by_name[r.submission], hashes) for r in pending]
            write(book, unit, graded, late)
            while pending:
                name = pending[0].submission
                write_autograded(target, master, by_name[name], pending[0], hashes[name])
                run.results.append(pending.pop(0))
                shown.finished(run.results[-1])

        try:
            with closing(_events(work, jobs, workers)) as events:
                written = time.monotonic()
                for event in events:
                    if event is not None and event.result is not None:
                        pending.append(event.result)
                    elif event is not None:
                        shown.started(event.name)
                    if len(pending) >= _BATCH or time.monotonic() - written >= _BATCH_S:
                        flush()
                        written = time.monotonic()
        except KeyboardInterrupt:
            run.stopped = True
        flush()
    run.results.sort(key=lambda result: result.submission)
    return run


def _events(work: Work, jobs: Sequence[Job], workers: int) -> Generator[Event | None, None, None]:
    return grade_locally(work, jobs, workers=max(1, min(workers, len(jobs))))


def _graded(
    folder: CourseFolder, result: Result, handed_in: HandedIn, hashes: dict[str, str]
) -> Graded:
    before = graded_sha256(result_path(folder, result.unit, result.submission))
    return Graded(result, handed_in.timestamp, changed=before != hashes[result.submission])


def _show_to_formgrader(folder: CourseFolder, target: CourseFolder, unit: Unit) -> None:
    """Make nbgrader's source notebook if there is none: formgrader lists what is in `source/`."""
    path = target.source / unit.slug / f"{unit.slug}.ipynb"
    if not path.is_file():
        manual = any(task.manual for task in unit.tasks)
        put(path, source_notebook(folder, unit.slug, manual=manual).encode())


def due_of(folder: CourseFolder, unit: Unit) -> datetime | None:
    """Return the due date that holds without a new one: the gradebook's, or else the unit's."""
    if (folder.root / "gradebook.db").is_file():
        with opened(folder) as book:
            known = due_in(book, unit.slug)
        if known is not None:
            return known
    due = unit.about.get("due")
    return parse_due(str(due)) if due else None
