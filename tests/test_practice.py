"""A unit worth nothing is checked, graded, audited and handed back like any other."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nbformat import from_dict
from nbgrader.utils import determine_grade

from autograder.audit.cases import Case, Kind
from autograder.audit.findings import lost, problem_with
from autograder.check import check_file, print_report
from autograder.classroom import grade_class
from autograder.errors import UnitError
from autograder.feedback.pages import feedback_page
from autograder.folders import CourseFolder
from autograder.gradebook.grades_csv import LAYOUTS, grades_csv
from autograder.gradebook.judged import write_outputs
from autograder.gradebook.marks import totals
from autograder.gradebook.writer import opened
from autograder.handin.submitted import handed_in
from autograder.release import release
from autograder.result import Outcome, Result, TaskResult
from autograder.sample.cases import write_sample_class
from autograder.source import load_unit, read_source
from autograder.unit import unit_from_notebook
from autograder.verdict import worse_of
from tests.small_course.making import SLUG, hand_in, right_answers, small_course

NAMES = ("row-sums-tests", "column-means-tests", "shares-tests")


def practice_course(root: Path, *, points: bool = False, written: bool = False) -> CourseFolder:
    """Make the small course a practice unit: no points, no written task unless asked for."""
    folder = small_course(root)
    path = folder.source_text(SLUG)
    text = path.read_text(encoding="utf-8").replace("hours: 1\n", "hours: 1\n  practice: true\n")
    if not points:
        text = re.sub(r":points: .*\n", "", text)
    if not written:
        text = text[: text.index("## Why")]
    path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    folder = practice_course(tmp_path / "course")
    release(folder, SLUG)
    return folder


def result(*outcomes: Outcome) -> Result:
    """Return a result of the practice unit with these outcomes."""
    made = zip(NAMES, outcomes, strict=True)
    return Result(SLUG, "s1", tuple(TaskResult(name, name, of, 0.0, 0.0) for name, of in made))


ALL = result(Outcome.PASSED, Outcome.PASSED, Outcome.PASSED)
ONE_LOST = result(Outcome.PASSED, Outcome.FAILED, Outcome.PASSED)


def test_its_tasks_are_titled_and_worth_nothing(course: CourseFolder) -> None:
    unit = load_unit(course, SLUG)
    notebook = read_source(course, SLUG)
    text = "\n".join(cell["source"] for cell in notebook["cells"])

    assert [task.points for task in unit.tasks] == [0, 0, 0]
    assert unit.max_score == 0
    assert "## Task 1. The sum of each row (practice)" in text
    assert " points)" not in text
    assert [task.title for task in unit_from_notebook(notebook, SLUG).tasks] == [
        task["title"] for task in notebook["metadata"]["deep_learning_foundations"]["tasks"]
    ]


def test_points_and_written_tasks_are_refused_in_it(tmp_path: Path) -> None:
    with pytest.raises(UnitError, match="no points in a practice unit"):
        load_unit(practice_course(tmp_path / "a", points=True), SLUG)
    with pytest.raises(UnitError, match="no task that a person marks"):
        load_unit(practice_course(tmp_path / "b", written=True), SLUG)


def test_practice_is_true_or_false(tmp_path: Path) -> None:
    folder = practice_course(tmp_path / "course")
    path = folder.source_text(SLUG)
    path.write_text(path.read_text(encoding="utf-8").replace("practice: true", "practice: 1"))
    with pytest.raises(UnitError, match="expected `practice` as true or false, got 1"):
        load_unit(folder, SLUG)


def test_a_unit_with_points_still_needs_them(tmp_path: Path) -> None:
    folder = practice_course(tmp_path / "course")
    path = folder.source_text(SLUG)
    path.write_text(path.read_text(encoding="utf-8").replace("practice: true", "practice: false"))
    with pytest.raises(UnitError, match="expects `points` between 0 and 10, got None"):
        load_unit(folder, SLUG)


@pytest.mark.slow
def test_a_check_says_practice_and_what_fails(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {"row-sums": "def row_sums(X):\n    return [0, 0]"}
    print_report(check_file(hand_in(course, "ada", right_answers(course) | wrong)))
    said = capsys.readouterr().out

    assert "1. The sum of each row  (practice)" in said
    assert "2 of 3 tasks pass their visible tests." in said
    assert "expected [3 7]" in said


def test_feedback_counts_tasks_where_there_are_no_points() -> None:
    page = BeautifulSoup(feedback_page("Sums", "Student One", ONE_LOST, None), "html.parser")
    bar = page.select_one("progress")

    assert bar is not None
    assert (bar["value"], bar["max"]) == ("2", "3")
    assert bar["aria-label"] == "2 of 3 tasks"
    assert "it gives no points" in page.get_text(" ")
    assert [mark["class"] for mark in page.select(".mark span")] == [["full"], ["open"], ["full"]]
    assert "0 points" not in page.get_text(" ")


def test_nbgrader_and_formgrader_see_which_task_failed() -> None:
    cells = [
        {
            "cell_type": "code",
            "source": "",
            "metadata": {"nbgrader": {"grade_id": name, "grade": True, "points": 0}},
        }
        for name in NAMES
    ]
    notebook = from_dict({"cells": cells})
    write_outputs(notebook, ONE_LOST)

    assert [[out["output_type"] for out in cell["outputs"]] for cell in notebook["cells"]] == [
        [], ["error"], [],
    ]  # fmt: skip
    assert [determine_grade(cell) for cell in notebook["cells"]] == 3 * [(0, 0)]


def test_of_two_gradings_the_one_that_failed_counts() -> None:
    assert worse_of(ALL, ONE_LOST).tasks == ONE_LOST.tasks
    assert worse_of(ONE_LOST, ALL).tasks == ONE_LOST.tasks


def test_the_audit_sees_which_task_is_lost() -> None:
    mistake = Case("m", Kind.MISTAKE, {}, task="column-means-tests")

    assert [*lost(ONE_LOST)] == ["column-means-tests"]
    assert problem_with(mistake, ONE_LOST) == ""
    assert "it passes" in problem_with(mistake, ALL)


def test_a_task_is_full_when_it_passed_or_has_its_points() -> None:
    task = ONE_LOST.tasks[1]

    assert not task.full
    assert replace(task, outcome=Outcome.PASSED).full
    assert replace(task, outcome=Outcome.PARTIAL, points=2.0, max_points=2.0).full
    assert not replace(task, outcome=Outcome.PASSED, max_points=2.0).full


@pytest.mark.slow
@pytest.mark.cage
def test_a_class_is_graded_and_its_grades_are_exported(course: CourseFolder) -> None:
    write_sample_class(course, SLUG, course.root)
    for place in course.submitted.iterdir():
        if place.name not in ("right", "wrong", "blank", "late", "broken-json"):
            shutil.rmtree(place)
    run = grade_class(course, load_unit(course, SLUG), handed_in(course, SLUG).handed_in)
    outcomes = {result.submission: str(result.outcome) for result in run.results()}
    with opened(course) as book:
        whole = totals(book, SLUG)
        average = book.average_assignment_score(SLUG)

    assert outcomes == {
        "right": "passed", "wrong": "error", "blank": "not_attempted", "late": "passed",
        "broken-json": "needs_person",
    }  # fmt: skip
    assert (whole.max_score, average) == (0, 0)
    assert {row.score for row in whole.rows} == {0}
    for layout in LAYOUTS:
        assert "right" in grades_csv(layout, SLUG, whole, {})
    for graded in run.results():
        assert "practice" in feedback_page("Sums", graded.submission, graded, None)
