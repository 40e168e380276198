"""A class graded: workers in front, one writer behind.

Results are reported once they are in the gradebook and beside the graded notebook, so whatever was
reported survives the end of the process at any moment, and a second run goes on from there. Nothing
grows with the class but its list of names: results are counted, written and let go.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from autograder import __version__
from autograder.course_lock import locked, note_scratch
from autograder.diagnosis.table import table_for
from autograder.folders import CourseFolder
from autograder.gradebook.database import exists, opened
from autograder.gradebook.keeping import (
    Entry,
    Keeping,
    attempts_to_grade,
    keep,
    master_for,
    renamed,
    split_by_release,
)
from autograder.gradebook.master import master_of
from autograder.gradebook.records import read_result, result_path, sha256_of
from autograder.gradebook.remembered import remember_late
from autograder.gradebook.setup import due_in, prepare
from autograder.handin.roster import Student
from autograder.handin.submitted import HandedIn
from autograder.handin.times import parse_due
from autograder.progress import Quiet, Watcher
from autograder.release import source_notebook
from autograder.result import MEANINGS, Outcome, Result
from autograder.runners.local import Job, Pool, Work, finished, run
from autograder.standing import Terms, standing_result
from autograder.stopping import Stopping
from autograder.unit import Limits, Unit
from autograder.whole_file import put

_BATCH = 25
_BATCH_S = 0.5


@dataclass
class ClassRun:
    """What a run over a class brought, filled while it goes on.

    Attributes:
        folder: the course, where the results are kept.
        slug: the unit.
        names: the students whose submissions were to be graded, in order.
        outcomes: how many submissions had which outcome, those that stood included.
        graded: who was graded by this run and is in the gradebook.
        stood: how many were not graded again.
        due: the due date that holds, in UTC.
        stopped: the number of the signal that stopped it before the end, 0 when none did.
        older: how many came from an earlier release and were graded by it.
    """

    folder: CourseFolder
    slug: str
    names: tuple[str, ...] = ()
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    done: set[str] = field(default_factory=set)
    stood: int = 0
    due: datetime | None = None
    stopped: int = 0
    older: int = 0

    @property
    def exit_code(self) -> int:
        """The worst exit code of all outcomes; 128 and the signal when it was stopped."""
        if self.stopped:
            return 128 + self.stopped
        return max((MEANINGS[outcome].exit_code for outcome in self.outcomes), default=0)

    @property
    def remaining(self) -> list[str]:
        """Who is not graded yet."""
        return [name for name in self.names if name not in self.done]

    def results(self) -> Iterator[Result]:
        """Read the results that are done, one after another, in the order of the names."""
        for name in self.names:
            if name in self.done:
                result = read_result(result_path(self.folder, self.slug, name))
                if result is not None:
                    yield result


def grade_class(
    folder: CourseFolder,
    unit: Unit,
    submissions: Sequence[HandedIn],
    *,
    students: Sequence[Student] = (),
    due: datetime | None = None,
    late: str = "none",
    workers: int = 1,
    work: Work | None = None,
    pool: Pool | None = None,
    limits: Limits | None = None,
    seed_of: Callable[[str], int] | None = None,
    again: bool = False,
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
        workers: how many submissions are graded at the same time, when there is no `pool`.
        work: how to grade, when there is no `pool`; by default the judge with the unit's limits.
        pool: workers that were started already, for this unit.
        limits: replaces the unit's own, when there is no `pool` and no `work`.
        seed_of: what hidden tests draw from, given the SHA-256 of a file; one seed by default.
        again: whether to grade what an earlier run graded on the same terms.
        watcher: is told how it goes on.
        course: where gradebook and graded notebooks go, when not to `folder`.

    Raises:
        CourseError: the gradebook cannot be written, the unit's source breaks a rule, another run
            is at work in the course folder, or no process that grades can be started.
    """
    target = course or folder
    with ExitStack() as open_:
        open_.enter_context(locked(target))
        if pool is None:
            work = work or Work(unit, limits=limits, diagnoses=table_for(folder, unit)[0])
            pool = open_.enter_context(Pool(work, max(1, min(workers, len(submissions)))))
        note_scratch(target, pool.scratch)
        master = master_of(folder, unit)
        pool.tell(released=master.released())
        names = {student.id for student in students}
        others = [Student(s.student) for s in submissions if s.student not in names]
        _show_to_formgrader(folder, target, unit)
        holds = due or due_of(target, unit)
        book = open_.enter_context(opened(target))
        done = ClassRun(target, unit.slug, tuple(s.student for s in submissions))
        done.due = prepare(book, master, [*students, *others], holds)
        remember_late(target, unit.slug, late)
        keeping = Keeping(book, target, master, late)
        ours, older = split_by_release(keeping, submissions)
        writer = _Writer(keeping, done, watcher or Quiet())
        stopping = open_.enter_context(Stopping())
        seed = pool.work.seed
        asked = (seed_of or (lambda _: seed), again, writer, stopping)
        _Grading(pool, ours, *asked).go_on()
        for sha256, some in older.items():
            if not stopping.number:
                then = master_for(keeping, sha256)
                work = replace(pool.work, unit=then.unit, released=then.released())
                done.older += len(some)
                with Pool(work, min(len(pool.workers), len(some))) as older_pool:
                    _Grading(older_pool, some, *asked).go_on()
        return done


class _Writer:
    """Writes results in batches, and tells the watcher when they are there."""

    def __init__(self, keeping: Keeping, run: ClassRun, shown: Watcher) -> None:
        self.keeping = keeping
        self.run = run
        self.shown = shown
        self._waiting: list[Entry] = []
        # How many of a student's attempts are not written yet, and who was graded by this run.
        self._open: Counter[str] = Counter()
        self._graded: set[str] = set()
        self._written = time.monotonic()

    def expect(self, student: str, attempts: int) -> None:
        """Know how many attempts of a student there will be."""
        self._open[student] = attempts

    def add(self, result: Result, handed_in: HandedIn, *, stands: bool = False) -> None:
        """Take a result; write when enough have come together, or enough time has passed."""
        self._waiting.append(Entry(result, handed_in, stands))
        self.write_in_time()

    def write_in_time(self) -> None:
        """Write what waits, unless it is little and recent."""
        since_s = time.monotonic() - self._written
        if len(self._waiting) >= _BATCH or (self._waiting and since_s >= _BATCH_S):
            self.write()

    def write(self) -> None:
        """Write what waits: the journal, the gradebook, the files; then tell the watcher."""
        batch, self._waiting = self._waiting, []
        # What stands is written again: the due date, or the gradebook, may be another one now.
        settled = keep(self.keeping, batch)
        self._graded |= {entry.handed_in.student for entry in batch if not entry.stands}
        for student, left in Counter(entry.handed_in.student for entry in batch).items():
            self._open[student] -= left
            if self._open[student] <= 0:
                stands = student not in self._graded
                self.run.done.add(student)
                self.run.stood += stands
                self.run.outcomes[settled[student].outcome] += 1
                self.shown.finished(settled[student], stands=stands)
        self._written = time.monotonic()


class _Grading:
    """The way of a class through the workers to the writer."""

    def __init__(
        self,
        pool: Pool,
        submissions: Sequence[HandedIn],
        seed_of: Callable[[str], int],
        again: bool,
        writer: _Writer,
        stopping: Stopping,
    ) -> None:
        work = pool.work
        self._pool = pool
        self._submissions = submissions
        self._seed_of = seed_of
        self._again = again
        self._writer = writer
        self._stopping = stopping
        self._unit = work.unit
        self._terms = Terms(work.unit.sha256, work.engine, __version__, work.bounds)
        self._with_workers: dict[str, HandedIn] = {}

    def go_on(self) -> None:
        """Grade until all is done or somebody wants it to stop."""
        with closing(run(self._pool, self._jobs())) as events:
            for event in events:
                if event is None:
                    self._writer.shown.passed(self._pool.at_work())
                elif event.result is None:
                    self._writer.shown.started(event.name, event.worker)
                else:
                    self._take(event.name, event.result)
                self._writer.write_in_time()
                if self._stopping.number:
                    break
        if self._stopping.number:
            for event in finished(self._pool):
                self._take(event.name, event.result)
            self._writer.run.stopped = self._stopping.number
        self._writer.write()

    def _take(self, name: str, result: Result | None) -> None:
        handed_in = self._with_workers.pop(name, None)
        if handed_in is not None and result is not None:
            sha256 = result.submission_sha256 or sha256_of(handed_in.path)
            self._writer.add(renamed(result, handed_in.student, sha256), handed_in)

    def _jobs(self) -> Iterator[Job]:
        """Yield what has to be graded, as workers get free."""
        for submission in self._submissions:
            if self._stopping.number:
                return
            attempts = attempts_to_grade(self._writer.keeping, submission)
            self._writer.expect(submission.student, len(attempts))
            for attempt in attempts:
                yield from self._job(attempt)

    def _job(self, attempt: HandedIn) -> Iterator[Job]:
        """Yield the job of an attempt, unless an earlier run came to its result."""
        sha256 = sha256_of(attempt.path)
        seed = self._seed_of(sha256)
        stands = None if self._again else standing_result(
            self._writer.run.folder, self._unit, attempt, self._terms, sha256, seed
        )  # fmt: skip
        if stands is not None:
            self._writer.add(stands, attempt, stands=True)
            return
        name = attempt.student if attempt.attempt == 1 else f"{attempt.student} #{attempt.attempt}"
        self._with_workers[name] = attempt
        yield Job(name, attempt.path, seed, sha256)


def _show_to_formgrader(folder: CourseFolder, target: CourseFolder, unit: Unit) -> None:
    """Make nbgrader's source notebook if there is none: formgrader lists what is in `source/`."""
    path: Path = target.source / unit.slug / f"{unit.slug}.ipynb"
    if not path.is_file():
        manual = any(task.manual for task in unit.tasks)
        put(path, source_notebook(folder, unit.slug, manual=manual).encode())


def due_of(folder: CourseFolder, unit: Unit) -> datetime | None:
    """Return the due date that holds without a new one: the gradebook's, or else the unit's."""
    if exists(folder):
        with opened(folder) as book:
            known = due_in(book, unit.slug)
        if known is not None:
            return known
    due = unit.about.get("due")
    return parse_due(str(due)) if due else None
