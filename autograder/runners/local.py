"""Many submissions on this machine: N worker processes, one submission each at a time.

Each worker is given a job or two ahead, so that it never waits for the parent, which writes the
gradebook meanwhile. A worker that dies or no longer keeps its limits is replaced; the submission
that it had is tried once more and then named as the grader's fault. Jobs are taken from their
iterator as workers get free, so that a class of any size takes the same memory.
"""

import time
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from multiprocessing.connection import wait

from autograder.errors import CourseError
from autograder.runners.jobs import Event, Job, Work, fault
from autograder.runners.pool import Pool, Worker

__all__ = ["Event", "Job", "Pool", "Work", "fault", "finished", "grade_locally", "run"]

_TRIES = 2
# Workers that end before they were ever ready, one after another: the machine cannot do it.
_FAILED_STARTS = 3
# How many jobs a worker has ahead, when they are quick: else the last ones would wait in line
# behind one worker while another has none.
_AHEAD = 2
_QUICK_S = 1.0
# A worker keeps the limits of every cell itself; this is for one that no longer does.
_OVERDUE_FACTOR = 2.0
_OVERDUE_S = 60.0
_QUIET_S = 0.5


def grade_locally(
    work: Work, jobs: Iterable[Job], workers: int, devices: Sequence[str] = ()
) -> Generator[Event | None, None, None]:
    """Grade many submissions; yields events as they happen, and None after a quiet moment.

    Args:
        work: what the jobs have in common.
        jobs: the submissions, with names of their own; taken as they are needed.
        workers: how many to grade at the same time, at least 1.
        devices: the GPU of each worker, for a unit that needs one.

    Raises:
        CourseError: no worker can be started on this machine.
    """
    with Pool(work, workers, devices) as pool:
        yield from run(pool, jobs)


def run(pool: Pool, jobs: Iterable[Job]) -> Generator[Event | None, None, None]:
    """Grade submissions with workers that are there; see `grade_locally`."""
    yield from _Run(pool, jobs).events()


def finished(pool: Pool) -> Iterator[Event]:
    """Return what the workers have finished by now and nobody has taken in yet."""
    for worker in pool.workers:
        try:
            while worker.pipe.poll():
                message = worker.take()
                if message.what == "done":
                    yield Event(message.name, message.result, worker.number)
        except (EOFError, OSError):
            continue


class _Run:
    """What is still to be done, and how often it was tried."""

    def __init__(self, pool: Pool, jobs: Iterable[Job]) -> None:
        self._pool = pool
        self._jobs = iter(jobs)
        self._again: deque[Job] = deque()
        self._tried: Counter[str] = Counter()
        self._failed_starts = 0
        self._more = True
        self._ahead = 0
        self._overdue_s = pool.work.bounds.time_s * _OVERDUE_FACTOR + _OVERDUE_S

    def events(self) -> Iterator[Event | None]:
        while True:
            self._hand_out()
            busy = {worker.pipe: worker for worker in self._pool.workers if worker.jobs}
            if not busy:
                return
            # Idle workers too: one that cannot start must be noticed before it is needed.
            waited = [worker.pipe for worker in self._pool.workers]
            ready = wait(waited, timeout=_QUIET_S)
            if not ready:
                yield None
            for worker in list(self._pool.workers):
                if worker.pipe in ready:
                    yield from self._listen(worker)
                elif worker.begun and time.monotonic() - worker.begun > self._overdue_s:
                    reason = f"it was not graded within {self._overdue_s:.0f} s"
                    yield from self._lost(worker, reason)

    def _hand_out(self) -> None:
        """Give every worker one job, then to each a few ahead."""
        for depth in range(1, self._ahead + 2):
            for worker in self._pool.workers:
                if len(worker.jobs) < depth and (job := self._next()) is not None:
                    try:
                        worker.give(job)
                    except OSError:
                        continue  # gone: its end is read from the pipe, with the job still its own

    def _next(self) -> Job | None:
        if self._again:
            return self._again.popleft()
        if self._more:
            for job in self._jobs:
                return job
            self._more = False
        return None

    def _listen(self, worker: Worker) -> Iterator[Event]:
        begun = worker.begun
        try:
            message = worker.take()
        except (EOFError, OSError):
            yield from self._lost(worker, worker.why())
            return
        if message.what == "unable":
            yield from self._lost(worker, message.reason)
        elif message.what == "begun":
            yield Event(message.name, None, worker.number)
        elif message.what == "done":
            self._failed_starts = 0
            self._tried.pop(message.name, None)
            self._ahead = _AHEAD if begun and message.at - begun < _QUICK_S else 0
            yield Event(message.name, message.result, worker.number)

    def _lost(self, worker: Worker, reason: str) -> Iterator[Event]:
        """Replace a worker; what it was at is tried again, what it had ahead is only moved."""
        left = deque(self._pool.replace(worker))
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _FAILED_STARTS:
                raise CourseError(
                    f"expected processes that grade, but {_FAILED_STARTS} one after another did "
                    f"not start: {reason}. What was reported is kept; run it again when it is "
                    "mended"
                )
        elif left:
            job = left.popleft()
            self._tried[job.name] += 1
            if self._tried[job.name] < _TRIES:
                left.appendleft(job)
            else:
                del self._tried[job.name]
                said = f"{reason}; it was tried {_TRIES} times"
                yield Event(job.name, fault(self._pool.work, job, said), worker.number)
        self._again.extendleft(reversed(left))
