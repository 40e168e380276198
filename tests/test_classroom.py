"""A class is graded whatever one submission, one worker or one person at the keyboard does."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from click.testing import Result as CliResult

from autograder.classroom import ClassRun, grade_class
from autograder.cli import course as course_command
from autograder.folders import REPOSITORY, CourseFolder
from autograder.gradebook.marks import totals
from autograder.gradebook.records import read_result, result_path
from autograder.gradebook.writer import opened
from autograder.handin.submitted import handed_in
from autograder.result import Outcome
from autograder.source import load_unit
from autograder.unit import Limits
from tests.small_course.making import SLUG, hand_in, right_answers, small_course

NEVER = {"row-sums": "def row_sums(X):\n    while True:\n        pass"}
SHORT = Limits(time_s=30, cell_s=2, memory_mb=1024)


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    return small_course(tmp_path / "course")


@pytest.mark.slow
def test_no_submission_stops_the_others(course: CourseFolder) -> None:
    hand_in(course, "s1", right_answers(course))
    hand_in(course, "s2", NEVER)
    hand_in(course, "s3", {"row-sums": "import os\nos._exit(1)"})
    hand_in(course, "s4", {}).write_bytes(b"\xff\xfe\x00")
    found = handed_in(course, SLUG)
    run = grade_class(course, load_unit(course, SLUG), found.handed_in, workers=2, limits=SHORT)
    results = list(run.results())
    outcomes = {r.submission: (r.score, r.tasks[0].outcome) for r in results}
    assert outcomes["s1"] == (6.5, Outcome.PASSED)
    assert outcomes["s2"] == (0, Outcome.TIMEOUT)
    assert outcomes["s3"][0] == 0
    assert results[3].findings[0].state == "broken_json"
    assert run.exit_code == 0
    with opened(course) as book:
        assert {row.student: row.score for row in totals(book, SLUG).rows} == {
            "s1": 6.5, "s2": 0, "s3": 0, "s4": 0,
        }  # fmt: skip
    kept = read_result(result_path(course, SLUG, "s1"))
    assert kept is not None
    assert kept.score == 6.5


def test_the_exit_code_is_the_worst_of_all(course: CourseFolder) -> None:
    def code(*outcomes: Outcome, stopped: int = 0) -> int:
        return ClassRun(course, SLUG, outcomes=Counter(outcomes), stopped=stopped).exit_code

    assert code() == 0
    assert code(Outcome.PASSED, Outcome.TIMEOUT) == 0
    assert code(Outcome.PASSED, Outcome.GRADER_FAULT) == 3
    assert code(Outcome.GRADER_FAULT, stopped=signal.SIGINT) == 130


def command(*words: object) -> CliResult:
    return CliRunner().invoke(course_command, [str(word) for word in words])


@pytest.mark.slow
def test_the_whole_way_round(course: CourseFolder, tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    for name in ("onestudent_501_7_sums.ipynb", "twostudent_LATE_502_8_sums.ipynb"):
        path = hand_in(course, "scratch", right_answers(course))
        path.replace(box / name)
    shutil.rmtree(course.submitted)
    (box / "essay.docx").write_text("x")
    (course.root / "students.csv").write_text(
        "id,first_name,last_name,email,canvas_id\n"
        "s1,Student,One,one@example.org,501\ns2,Student,Two,,502\ns3,Student,Three,,\n"
    )
    out = tmp_path / "out.json"
    to = ("--course", course.root)
    done = command(
        "grade", SLUG, "--from", box, "--due", "2026-01-16T18:00+00:00", "--late", "zero",
        "--workers", 1, "--json", out, *to,
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "essay.docx: it is no notebook (.ipynb)" in done.output
    assert "1 of the roster handed nothing in: s3" in done.output
    assert [entry["score"] for entry in json.loads(out.read_text())] == [6.5, 6.5]
    done = command("grades", SLUG, "--csv", tmp_path / "g.csv", "--format", "canvas", *to)
    assert done.exit_code == 0, done.output
    text = (tmp_path / "g.csv").read_text("utf-8-sig")
    assert '"One, Student",501,,s1,,6.5' in text
    assert '"Two, Student",502,,s2,,0' in text
    assert '"Three, Student",,,s3,,\n' in text
    done = command("feedback", SLUG, "--zip", tmp_path / "f.zip", "--format", "canvas", *to)
    assert done.exit_code == 0, done.output
    page = (course.feedback / "s2" / SLUG / f"{SLUG}.html").read_text()
    assert "1 s after the due date" in page
    assert "Two" in page


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("grade", "nothing"), "expected a unit's slug"),
        (("grade", SLUG), "found none; give --from"),
        (("grade", SLUG, "--due", "soon"), "expected a due date such as"),
        (("grade", SLUG, "--from", "/nowhere/at/all"), "found nothing"),
        (("grade", SLUG, "--roster", "/nowhere.csv"), "expected a CSV file with the columns"),
        (("grades", SLUG, "--csv", "/tmp/never-written.csv"), "found none; run `./course grade"),
        (("feedback", SLUG), "found none; run `./course grade"),
    ],
)
def test_bad_input_is_one_clear_error(
    course: CourseFolder, words: tuple[str, ...], says: str
) -> None:
    done = command(*words, "--course", course.root)
    assert done.exit_code == 2, done.output
    assert says in " ".join(done.output.split())
    assert "Traceback" not in done.output


@pytest.mark.parametrize("verb", ["grade", "grades", "feedback", "sample-class"])
def test_help_teaches_with_an_example(verb: str) -> None:
    done = command(verb, "--help")
    assert done.exit_code == 0
    assert f"./course {verb} perceptron" in done.output


def processes_below(folder: Path) -> list[str]:
    """Return the command lines of processes that were started for a grading in `folder`."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            line = (place / "cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
            environment = (place / "environ").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if f"DLF_TEST_MARK={folder}" in environment:
            found.append(line)
    return found


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="reads Linux's /proc")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_what_was_reported_survives_the_end(course: CourseFolder, ending: signal.Signals) -> None:
    hand_in(course, "s1", right_answers(course))
    hand_in(course, "s2", NEVER)
    mark = {"DLF_TEST_MARK": str(course.root), "PYTHONPATH": str(REPOSITORY)}
    child = subprocess.Popen(
        [sys.executable, "-m", "autograder", "grade", SLUG, "--workers", "1", "--course",
         str(course.root)],
        env=os.environ | mark, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    assert child.stderr is not None
    lines = iter(child.stderr.readline, "")
    assert any("s1: 6.5 of 8.5" in line for line in lines)
    # s1 is reported and s2 runs its loop: end it as Ctrl-C does, to the whole group, or hard.
    if ending is signal.SIGINT:
        os.killpg(child.pid, ending)
    else:
        child.kill()
    out, _ = child.communicate(timeout=60)
    assert child.returncode == (130 if ending is signal.SIGINT else -signal.SIGKILL)
    with opened(course) as book:
        assert [r.score for r in totals(book, SLUG).rows if r.student == "s1"] == [6.5]
    if ending is signal.SIGINT:
        assert "6.5" in out
    for _ in range(300):
        if not processes_below(course.root):
            break
        time.sleep(0.1)
    assert processes_below(course.root) == []
