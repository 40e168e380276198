"""After a test was mended: who changes is shown first, and a failure changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from click.testing import Result as CliResult

from autograder.cli import course as course_command
from autograder.folders import CourseFolder
from autograder.gradebook import keeping
from autograder.gradebook.database import opened
from autograder.gradebook.journal import entries
from autograder.gradebook.marks import totals
from autograder.gradebook.records import read_result, result_path
from autograder.regrading import changed_tasks
from autograder.source import load_unit
from autograder.versions import mended
from tests.small_course.making import POINTS, SLUG, WRITTEN, hand_in, right_answers, small_course
from tests.test_versions import HIDDEN, VISIBLE, change

pytestmark = [pytest.mark.cage]


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    return small_course(tmp_path / "course")


def run(course: CourseFolder, *words: object, answer: str = "") -> CliResult:
    told = [str(word) for word in (*words, "--course", course.root)]
    return CliRunner().invoke(course_command, told, input=answer)


def scores(course: CourseFolder) -> dict[str, float]:
    with opened(course) as book:
        return {row.student: row.score for row in totals(book, SLUG).rows}


@pytest.fixture
def graded(course: CourseFolder) -> CourseFolder:
    """Return a course with one right submission and one that is wrong in a task, both graded."""
    hand_in(course, "s1", right_answers(course))
    wrong = {"row-sums": "def row_sums(X):\n    return 1"}
    hand_in(course, "s2", right_answers(course) | wrong)
    done = run(course, "grade", SLUG, "--workers", 1)
    assert done.exit_code == 0, done.output
    return course


def test_only_tasks_whose_code_differs_are_touched(course: CourseFolder) -> None:
    before = load_unit(course, SLUG)
    assert changed_tasks(before, before) == frozenset()
    assert changed_tasks(None, before) == {*POINTS, WRITTEN}
    change(course, HIDDEN)
    assert changed_tasks(before, load_unit(course, SLUG)) == {"column-means-tests"}
    change(course, ("import numpy as np", "import numpy as np\nimport math"))
    assert changed_tasks(before, load_unit(course, SLUG)) == {*POINTS, WRITTEN}


@pytest.mark.slow
def test_a_mended_test_changes_grades_only_when_asked_to(graded: CourseFolder) -> None:
    with opened(graded) as book:
        book.find_grade("column-means-tests", SLUG, SLUG, "s2").manual_score = 2.5
        book.db.commit()
    before = scores(graded)
    assert before == {"s1": 6.5, "s2": 4.0}
    assert "nothing to do" in run(graded, "regrade", SLUG).output
    change(graded, HIDDEN)  # now the right answer fails
    done = run(graded, "grade", SLUG, "--workers", 1)
    assert "2 came from an earlier release and were graded by it" in done.output
    for words, answer in ((("--dry-run",), ""), ((), "n\n")):
        done = run(graded, "regrade", SLUG, "--workers", 1, *words, answer=answer)
        assert done.exit_code == 0, done.output
        assert "2 graded again, 2 change" in done.output
        assert "passed 3   failed 0       -3   The means of one row are its entries." in done.output
        assert "the mark 2.5 that a person gave stays" in done.output
        assert "nothing was written" in done.output
        assert scores(graded) == before
    done = run(graded, "regrade", SLUG, "--workers", 1, "--yes")
    assert done.exit_code == 0, done.output
    assert scores(graded) == {"s1": 3.5, "s2": 4.0}
    with opened(graded) as book:
        row = book.find_grade("column-means-tests", SLUG, SLUG, "s2")
        assert (row.auto_score, row.manual_score, row.needs_manual_grade) == (0.0, 2.5, True)
    (record,) = entries(graded, f"{SLUG}.regrades")
    assert (graded.root / "backups" / record["backup"] / "gradebook.db").is_file()
    assert {c["name"]: c["points"] for c in record["changes"]} == {"s1": -3.0, "s2": -3.0}
    assert [entry["reason"] for entry in entries(graded, SLUG)] == ["grade"] * 2 + ["regrade"] * 2
    # From now on the mended tests are those of the old release, too.
    done = run(graded, "grade", SLUG, "--workers", 1)
    assert "2 unchanged since they were graded" in done.output
    assert scores(graded) == {"s1": 3.5, "s2": 4.0}


@pytest.mark.slow
@pytest.mark.parametrize("after", [0, 1], ids=["before writing", "in the middle of writing"])
def test_a_failure_leaves_everything_as_it_was(
    graded: CourseFolder, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    change(graded, VISIBLE)
    before = scores(graded), read_result(result_path(graded, SLUG, "s1"))
    real, calls = keeping.write_autograded, []

    def fails(*given: Any) -> None:
        calls.append(given)
        if len(calls) > after:
            raise OSError(28, "No space left on device")
        real(*given)

    monkeypatch.setattr(keeping, "write_autograded", fails)
    done = run(graded, "regrade", SLUG, "--workers", 1, "--yes")
    assert done.exit_code != 0
    assert "No space left" in done.output
    assert (scores(graded), read_result(result_path(graded, SLUG, "s1"))) == before
    monkeypatch.undo()
    done = run(graded, "regrade", SLUG, "--workers", 1, "--yes")
    assert done.exit_code == 0, done.output
    assert scores(graded)["s1"] == 3.5
    assert mended(graded, SLUG)


@pytest.mark.slow
def test_a_grade_is_explained_and_comes_out_the_same_again(graded: CourseFolder) -> None:
    change(graded, HIDDEN)  # the kept version is what graded it, not today's
    done = run(graded, "explain", SLUG, "s2", "--again")
    assert done.exit_code == 0, done.output
    for said in (
        "Attempt 1: handed in at an unknown time",
        "this one counts: it is the only one",
        "(row-sums-tests): failed, 0 of 2",
        "(shares-tests): passed, 1.5 of 1.5",
        "Score: 4.5 = 4.5 of 8.5.",
        "By engine judge",
        f"./course explain {SLUG} s2 --again",
        "Graded again: it comes out the same.",
    ):
        assert said in done.output
    record = json.loads(result_path(graded, SLUG, "s2").read_text())
    assert record["environment"].keys() >= {"python", "numpy"}
    assert record["release"]
    assert record["graded_at"]
    done = run(graded, "explain", SLUG, "s9")
    assert done.exit_code == 2
    assert "expected a grade of 's9'" in done.output


@pytest.mark.slow
def test_extend_is_seen_by_grades_and_explain(graded: CourseFolder) -> None:
    path = graded.submitted / "s1" / SLUG / "timestamp.txt"
    path.write_text("2026-01-12 10:00:00 UTC\n")
    late = ("--late", "zero", "--due", "2026-01-11T10:00+00:00")
    assert run(graded, "grade", SLUG, "--workers", 1, *late).exit_code == 0
    assert scores(graded)["s1"] == 0.0
    done = run(graded, "extend", "s1", SLUG, "2d")
    assert done.exit_code == 0, done.output
    assert "s1: sums is due 2026-01-13 10:00 UTC" in done.output
    assert "6.5 points instead of 0" in done.output
    assert "extended by 2 d" in run(graded, "explain", SLUG, "s1").output
    table = graded.root / "grades.csv"
    assert run(graded, "grades", SLUG, "--csv", table).exit_code == 0
    assert [line for line in table.read_text().splitlines() if line.startswith("s1")] == [
        "s1,,,,6.5,8.5,0,graded,2 d"
    ]
    assert run(graded, "extend", "s1", SLUG, "--remove").exit_code == 0
    assert scores(graded)["s1"] == 0.0
    done = run(graded, "extend", "s1", SLUG)
    assert done.exit_code == 2
    assert "expected a date or a duration" in done.output
