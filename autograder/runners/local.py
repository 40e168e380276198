"""Many submissions on this machine: N worker processes, one submission each at a time.

The parent hands out one job per worker and waits. A worker that dies costs the submission that it
had, which is then named as the grader's fault, and is replaced. Ctrl-C and the end of the parent's
loop stop every worker and, through it, the process that runs the student's code.
"""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import FrameType
from typing import Any

from autograder.grading import FIXED_SEED, grade_file
from autograder.result import Finding, Outcome, Result, TaskResult
from autograder.unit import Limits, Unit

_STOP_S = 10.0
# A worker has its own limits for every cell; this is for a worker that no longer keeps them.
_OVERDUE_FACTOR = 3.0
_OVERDUE_S = 120.0


@dataclass(frozen=True)
class Job:
    """One submission to grade: the student's id and the notebook."""

    name: str
    path: Path


@dataclass(frozen=True)
class Event:
    """What a runner reports: a submission was begun, or (with a result) is done."""

    name: str
    result: Result | None = None


@dataclass(frozen=True)
class Work:
    """What every job of a run has in common.

    Attributes:
        unit: the unit with its hidden tests.
        released: each answer as it was released, by grade_id.
        seed: what hidden tests draw their inputs from.
        limits: replaces the unit's own limits when given.
    """

    unit: Unit
    released: Mapping[str, str]
    seed: int = FIXED_SEED
    limits: Limits | None = None


class _Worker:
    """One worker process and the job it has."""

    def __init__(self, work: Work) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, work), daemon=False)
        self.process.start()
        theirs.close()
        self.job: Job | None = None
        self.begin = 0.0

    def give(self, job: Job) -> None:
        self.job, self.begin = job, time.monotonic()
        self.pipe.send(job)

    def stop(self, patience_s: float) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join(patience_s)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.process.close()


def grade_locally(
    work: Work, jobs: Iterable[Job], workers: int
) -> Generator[Event | None, None, None]:
    """Grade many submissions; yields events as they happen, and None after a quiet second.

    Args:
        work: what the jobs have in common.
        jobs: the submissions, with names of their own.
        workers: how many to grade at the same time, at least 1.
    """
    waiting = list(jobs)[::-1]
    overdue_s = (work.limits or work.unit.limits).time_s * _OVERDUE_FACTOR + _OVERDUE_S
    pool: list[_Worker] = []
    try:
        while waiting or any(worker.job for worker in pool):
            while waiting and len(pool) < workers and all(worker.job for worker in pool):
                pool.append(_Worker(work))
                yield from _hand_out(pool, waiting, work)
            yield from _hand_out(pool, waiting, work)
            yield from _take_in(pool, work, overdue_s)
    finally:
        _stop_all(pool)


def _hand_out(pool: list[_Worker], waiting: list[Job], work: Work) -> Iterator[Event]:
    for worker in [worker for worker in pool if worker.job is None]:
        if waiting:
            job = waiting.pop()
            try:
                worker.give(job)
            except OSError:
                pool.remove(worker)
                worker.stop(_STOP_S)
                yield Event(job.name, fault(work.unit, job.name, "no process could take it"))
                continue
            yield Event(job.name)


def _take_in(pool: list[_Worker], work: Work, overdue_s: float) -> Iterator[Event | None]:
    busy: dict[Any, _Worker] = {worker.pipe: worker for worker in pool if worker.job}
    ready = wait(list(busy), timeout=1.0)
    if not ready:
        yield None
    for pipe, worker in busy.items():
        job = worker.job
        if job is None:
            continue
        if pipe in ready:
            try:
                result: Result = worker.pipe.recv()
            except (EOFError, OSError):
                result = fault(work.unit, job.name, "the process that graded it ended")
                pool.remove(worker)
                worker.stop(_STOP_S)
        elif time.monotonic() - worker.begin > overdue_s:
            result = fault(work.unit, job.name, f"it was not graded within {overdue_s:.0f} s")
            pool.remove(worker)
            worker.stop(_STOP_S)
        else:
            continue
        worker.job = None
        yield Event(job.name, result)


def _stop_all(pool: list[_Worker]) -> None:
    for worker in pool:
        worker.process.terminate()
    for worker in pool:
        worker.stop(_STOP_S)


def fault(unit: Unit, name: str, reason: str) -> Result:
    """Return the result of a submission that the grader could not finish."""
    tasks = tuple(
        TaskResult(
            task.grade_id,
            task.title,
            Outcome.GRADER_FAULT,
            0.0,
            task.points,
            manual=task.manual,
        )
        for task in unit.tasks
    )
    finding = Finding("grader_fault", f"The grader could not finish: {reason}. Grade it again.")
    return Result(unit.slug, name, tasks, (finding,), file_outcome=Outcome.GRADER_FAULT)


def _serve(pipe: Connection, work: Work) -> None:
    """Grade what comes through the pipe until it is closed; runs in a worker process."""
    signal.signal(signal.SIGTERM, _leave)
    # Ctrl-C reaches the whole group; the parent decides. Not SIG_IGN: a child that runs cells
    # would inherit it and could no longer be interrupted when its time is up.
    signal.signal(signal.SIGINT, _stay)
    parent = os.getppid()
    while os.getppid() == parent or sys.platform == "win32":
        try:
            job: Job = pipe.recv()
        except (EOFError, OSError):
            return
        result = grade_safely(work, job)
        try:
            pipe.send(result)
        except OSError:
            return


def grade_safely(work: Work, job: Job) -> Result:
    """Grade one submission; a mistake in the grader becomes the outcome `grader_fault`."""
    try:
        return grade_file(
            work.unit,
            job.path,
            job.name,
            released=work.released,
            seed=work.seed,
            limits=work.limits,
        )
    except Exception as error:
        return fault(work.unit, job.name, f"{type(error).__name__}: {str(error)[:300]}")


def _leave(_number: int, _frame: FrameType | None) -> None:
    # An exception, so that `with` blocks end the process that runs the student's code.
    raise SystemExit(0)


def _stay(_number: int, _frame: FrameType | None) -> None:
    """Do nothing."""
