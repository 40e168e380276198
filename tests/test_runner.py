"""Whatever becomes of a worker, each submission is graded or named, and nothing is left behind."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.result import Outcome, Result
from autograder.runners import local
from autograder.runners.engine import Engine
from autograder.runners.local import Event, Job, Pool, Work, fault, grade_locally, run
from autograder.source import load_unit
from tests.small_course.making import SLUG, hand_in, right_answers, small_course

SLOW = {"row-sums": "import time\ntime.sleep(1.5)\ndef row_sums(X):\n    return np.sum(X, axis=1)"}


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    return small_course(tmp_path / "course")


@pytest.fixture(params=["judge", "stock"])
def work(course: CourseFolder, request: pytest.FixtureRequest) -> Work:
    return Work(load_unit(course, SLUG), engine=request.param)


class Deadly:
    """Ends the process that receives it."""

    def __reduce__(self) -> Any:
        return os._exit, (9,)


def results_of(events: Iterator[Event | None]) -> dict[str, Result]:
    return {e.name: e.result for e in events if e is not None and e.result is not None}


def offspring(pid: int) -> set[int]:
    """Return every process that a process started, and what these started."""
    parents: dict[int, list[int]] = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = (place / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            parents.setdefault(int(fields[1]), []).append(int(place.name))
    found: set[int] = set()
    ahead = [pid]
    while ahead:
        for child in parents.get(ahead.pop(), []):
            found.add(child)
            ahead.append(child)
    return found


def gone(pids: set[int]) -> bool:
    """Wait until none of these processes is there, ten seconds at most."""
    for _ in range(100):
        left = {pid for pid in pids if Path(f"/proc/{pid}").exists() and not zombie(pid)}
        if not left:
            return True
        time.sleep(0.1)
    return False


def zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_a_mistake_in_the_grader_is_the_graders_fault(course: CourseFolder) -> None:
    work = Work(load_unit(course, SLUG), engine="stock")
    with Engine(work) as engine:
        result = engine.grade(Job("s1", None))  # type: ignore[arg-type]
    assert result.outcome is Outcome.GRADER_FAULT
    assert {task.outcome for task in result.tasks} == {Outcome.GRADER_FAULT}
    assert "AttributeError" in result.findings[0].sentence


@pytest.mark.slow
def test_a_submission_that_kills_its_worker_twice_is_named(
    course: CourseFolder, work: Work
) -> None:
    first, last = hand_in(course, "s1", right_answers(course)), hand_in(course, "s3", {})
    jobs = [Job("s1", first), Job("s2", Deadly()), Job("s3", last)]  # type: ignore[arg-type]
    found = results_of(grade_locally(work, jobs, workers=1))
    assert found["s2"].outcome is Outcome.GRADER_FAULT
    assert "ended with status 9; it was tried 2 times" in found["s2"].findings[0].sentence
    assert found["s1"].score == 6.5
    assert found["s3"].score == 0


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads Linux's /proc")
@pytest.mark.parametrize("victim", ["the worker", "all that it started"])
def test_what_is_killed_is_replaced_and_its_submission_graded(
    course: CourseFolder, work: Work, victim: str
) -> None:
    jobs = [Job("s1", hand_in(course, "s1", right_answers(course) | SLOW))]
    jobs.append(Job("s2", hand_in(course, "s2", right_answers(course))))
    seen: set[int] = set()
    found: dict[str, Result] = {}
    others = offspring(os.getpid())  # the browser of other tests
    with Pool(work, 1) as pool:
        scratch = pool.scratch
        for event in run(pool, jobs):
            if event is not None and event.result is None and event.name == "s1" and not seen:
                time.sleep(0.7)
                worker = pool.workers[0].pid
                seen = offspring(worker)
                assert seen, "expected the worker to have started the sandbox"
                for pid in [worker] if victim == "the worker" else seen:
                    os.kill(pid, signal.SIGKILL)
            if event is not None and event.result is not None:
                found[event.name] = event.result
        everything = seen | (offspring(os.getpid()) - others)
    if work.engine == "judge" or victim == "the worker":
        assert {name: result.score for name, result in found.items()} == {"s1": 6.5, "s2": 6.5}
    assert gone(everything)
    assert not scratch.exists()


@pytest.mark.slow
def test_a_worker_that_no_longer_answers_is_replaced(
    course: CourseFolder, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "_OVERDUE_S", 4.0)
    monkeypatch.setattr(local, "_OVERDUE_FACTOR", 0.0)
    job = Job("s1", hand_in(course, "s1", right_answers(course)))
    stopped: list[int] = []
    found: list[Result] = []
    with Pool(work, 1) as pool:
        for event in run(pool, [job]):
            if event is not None and event.result is None and not stopped:
                stopped.append(pool.workers[0].pid)
                os.kill(stopped[0], signal.SIGSTOP)
            if event is not None and event.result is not None:
                found.append(event.result)
        assert pool.workers[0].pid != stopped[0]
    assert [result.score for result in found] == [6.5]
    assert gone(set(stopped))


def test_workers_that_cannot_start_end_the_run_with_a_reason(
    course: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(load_unit(course, SLUG))
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(CourseError, match=r"3 one after another did not start: .* status 1"):
        list(grade_locally(work, [Job("s1", course.release(SLUG))], workers=2))


@pytest.mark.slow
def test_jobs_are_taken_as_they_are_needed_and_nothing_stays_open(course: CourseFolder) -> None:
    work = Work(load_unit(course, SLUG), engine="stock")
    path = hand_in(course, "s1", right_answers(course))
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
    taken = 0

    def jobs() -> Iterator[Job]:
        nonlocal taken
        for number in range(12):
            taken += 1
            yield Job(f"s{number}", path)

    done = 0
    for event in grade_locally(work, jobs(), workers=2):
        done += event is not None and event.result is not None
        assert taken - done <= 2 * 3
    assert done == 12
    if before:
        assert len(os.listdir("/proc/self/fd")) == before


def test_a_fault_keeps_what_has_to_be_on_record(course: CourseFolder) -> None:
    work = Work(load_unit(course, SLUG))
    result = fault(work, Job("s1", course.release(SLUG), seed=7, sha256="ab"), "a reason")
    assert (result.seed, result.submission_sha256) == (7, "ab")
    assert result.unit_sha256 == work.unit.sha256
