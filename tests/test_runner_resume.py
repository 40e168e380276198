"""kill -9 at any moment loses nothing that was reported, and a second run does the rest only."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from autograder.classroom import ClassRun, grade_class
from autograder.course_lock import LOCK, locked, note_scratch
from autograder.errors import CourseError
from autograder.folders import REPOSITORY, CourseFolder
from autograder.gradebook.marks import marks_of, totals
from autograder.gradebook.records import read_result, result_path
from autograder.gradebook.writer import opened
from autograder.handin.submitted import handed_in
from autograder.result import Outcome
from autograder.runners.local import Work
from autograder.source import load_unit
from autograder.unit import Limits
from tests.small_course.making import SLUG, hand_in, right_answers, small_course

WRONG = {"shares": "def shares(X):\n    return X"}
CLASS = 40
# Grades a class and says, on a line of its own, what is in the gradebook.
RUN = """
import sys
from pathlib import Path
from autograder.classroom import grade_class
from autograder.folders import CourseFolder
from autograder.handin.submitted import handed_in
from autograder.progress import Quiet
from autograder.runners.local import Work
from autograder.source import load_unit

class Lines(Quiet):
    def finished(self, result, *, stands=False):
        print("stands" if stands else "graded", result.submission, flush=True)

course = CourseFolder(Path(sys.argv[1]))
unit = load_unit(course, "sums")
run = grade_class(course, unit, handed_in(course, "sums").handed_in, workers=2, watcher=Lines(),
                  work=Work(unit))
sys.exit(run.exit_code)
"""


def class_of(root: Path, count: int) -> CourseFolder:
    course = small_course(root)
    right = right_answers(course)
    for number in range(count):
        hand_in(course, f"s{number:03d}", [right, right | WRONG, {}][number % 3])
    return course


def start(course: CourseFolder) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", RUN, str(course.root)],
        cwd=REPOSITORY, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"DLF_TEST_MARK": str(course.root)},
    )  # fmt: skip


def state_of(course: CourseFolder) -> dict[str, Any]:
    """Return what the run left: every mark, every page, every result without its times."""
    found: dict[str, Any] = {}
    with opened(course) as book:
        for row in totals(book, SLUG).rows:
            page = course.autograded / row.student / SLUG / f"{SLUG}.ipynb"
            result = read_result(result_path(course, SLUG, row.student))
            assert result is not None
            tasks = [(t.grade_id, t.outcome, t.points, t.failed_properties) for t in result.tasks]
            marks = marks_of(book, SLUG, row.student)
            found[row.student] = (row, marks, page.read_bytes(), tasks)
    return found


def left_running(course: CourseFolder) -> list[str]:
    """Return the processes that a run in this course has left, ten seconds after its end."""
    mark = f"DLF_TEST_MARK={course.root}".encode()
    found: list[str] = []
    for _ in range(100):
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (place / "environ").read_bytes():
                    found.append((place / "cmdline").read_text().replace("\0", " "))
            except OSError:
                continue
        if not found:
            break
        time.sleep(0.1)
    return found


def ended(course: CourseFolder) -> list[tuple[str, str]]:
    """Run to the end; return what was said of each submission."""
    child = start(course)
    out, _ = child.communicate(timeout=120)
    assert child.returncode == 0
    return [(line.split()[0], line.split()[1]) for line in out.splitlines()]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="reads Linux's /proc")
def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    undisturbed = class_of(tmp_path / "undisturbed", CLASS)
    assert len(ended(undisturbed)) == CLASS
    course = class_of(tmp_path / "course", CLASS)
    chance = random.Random(20261121)
    reported: set[str] = set()
    for _ in range(3):
        child = start(course)
        assert child.stdout is not None
        for _ in range(chance.randrange(len(reported) + 6)):
            line = child.stdout.readline()
            reported |= {line.split()[1]} if line else set()
        time.sleep(chance.random() * 0.3)
        child.kill()
        reported |= {line.split()[1] for line in child.stdout if line.endswith("\n")}
        child.wait()
        child.stdout.close()
        scratch = json.loads((course.root / LOCK).read_text() or "{}").get("scratch")
        assert left_running(course) == []
        assert scratch is None or not Path(scratch).exists()
    last = ended(course)
    assert sorted(name for _, name in last) == [f"s{number:03d}" for number in range(CLASS)]
    stood = {name for what, name in last if what == "stands"}
    assert reported <= stood, "what was reported must not be graded again"
    assert state_of(course) == state_of(undisturbed)
    assert json.loads((course.root / LOCK).read_text()) == {}


@pytest.mark.slow
def test_only_what_changed_is_graded_again(tmp_path: Path) -> None:
    course = class_of(tmp_path / "course", 4)
    unit = load_unit(course, SLUG)

    def graded(work: Work, *, again: bool = False) -> ClassRun:
        found = handed_in(course, SLUG).handed_in
        return grade_class(course, unit, found, workers=2, work=work, again=again)

    stock = Work(unit, engine="stock")
    assert graded(stock).stood == 0
    assert graded(stock).stood == 4
    assert graded(stock, again=True).stood == 0
    hand_in(course, "s001", right_answers(course))
    run = graded(stock)
    assert (run.stood, len(run.done)) == (3, 4)
    assert {r.submission: r.score for r in run.results()}["s001"] == 6.5
    assert graded(Work(unit, engine="stock", limits=Limits(60, 20, 1024))).stood == 0
    assert graded(stock).stood == 0
    assert graded(Work(unit, engine="stock", seed=1)).stood == 0
    # A fault of the grader never stands.
    graded(stock)
    for place in course.root.rglob("*.json"):
        if '"name": "s002"' in (text := place.read_text()) and '"unit_sha256"' in text:
            record = json.loads(text) | {"outcome": str(Outcome.GRADER_FAULT)}
            place.write_text(json.dumps(record))
    assert graded(stock).stood == 3


@pytest.mark.slow
def test_what_stands_is_in_the_gradebook_even_when_that_was_lost(tmp_path: Path) -> None:
    course = class_of(tmp_path / "course", 3)
    unit = load_unit(course, SLUG)
    found = handed_in(course, SLUG).handed_in
    work = Work(unit, engine="stock")
    grade_class(course, unit, found, work=work)
    before = state_of(course)
    (course.root / "gradebook.db").unlink()
    assert grade_class(course, unit, found, work=work).stood == 3
    assert state_of(course) == before


def test_two_runs_at_once_get_one_clear_error(tmp_path: Path) -> None:
    course = small_course(tmp_path / "course")
    holder = subprocess.Popen(
        [sys.executable, "-c",
         "import sys; from pathlib import Path; from autograder.course_lock import locked\n"
         "from autograder.folders import CourseFolder\n"
         "with locked(CourseFolder(Path(sys.argv[1]))):\n"
         "    print('locked', flush=True); sys.stdin.read()", str(course.root)],
        cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert holder.stdout is not None
    assert holder.stdout.readline() == "locked\n"
    with pytest.raises(CourseError, match=f"another run .process {holder.pid}."), locked(course):
        pass
    # The lock ends with its process, however that ends.
    holder.kill()
    holder.communicate()
    with locked(course), locked(course):
        pass


def test_what_a_killed_run_left_is_removed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = small_course(tmp_path / "course")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    mine, other = tmp_path / "course-run-abc", tmp_path / "thesis"
    for place in (mine, other):
        place.mkdir()
        (place / "file").touch()
        with locked(course):
            note_scratch(course, place)
            left = (course.root / LOCK).read_text()
        (course.root / LOCK).write_text(left)
        with locked(course):
            pass
    assert not mine.exists()
    assert (other / "file").exists()


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_wish_to_stop_keeps_what_is_done(tmp_path: Path, number: signal.Signals) -> None:
    course = class_of(tmp_path / "course", 4 * CLASS)
    child = start(course)
    assert child.stdout is not None
    first = child.stdout.readline().split()[1]
    child.send_signal(number)
    out = child.stdout.read()
    child.stdout.close()
    assert child.wait(60) == 128 + number
    done = {first, *(line.split()[1] for line in out.splitlines())}
    assert len(done) < 4 * CLASS
    with opened(course) as book:
        there = {row.student for row in totals(book, SLUG).rows if row.submitted}
    assert there == done
    assert left_running(course) == []
