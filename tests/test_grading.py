"""One submission in, one Result out: every outcome that stock grading can give."""

from typing import Any

import pytest

from autograder.grading import grade, grade_file, unreadable
from autograder.result import MEANINGS, Finding, Outcome, Result
from autograder.submission import match
from autograder.unit import Limits, Unit, UnitError, take_tests_apart, unit_from_notebook
from tests.doubling import RIGHT, STUB, notebook


@pytest.fixture
def unit() -> Unit:
    return unit_from_notebook(notebook(RIGHT), "doubling")


def graded(unit: Unit, double: str, **options: Any) -> Result:
    submission = match(notebook(double), unit, "ada")
    limits = Limits(time_s=60, cell_s=1.0, memory_mb=1024)
    return grade(unit, submission, released={"double": STUB}, limits=limits, **options)


def test_a_right_answer_earns_its_points_and_a_person_marks_the_rest(unit: Unit) -> None:
    result = graded(unit, RIGHT)

    assert [t.outcome for t in result.tasks] == [
        Outcome.PASSED,
        Outcome.PASSED,
        Outcome.NEEDS_PERSON,
    ]
    assert (result.score, result.max_score) == (3, 6)
    assert result.outcome is Outcome.NEEDS_PERSON


@pytest.mark.parametrize(
    ("double", "outcome", "says"),
    [
        ("def double(x): return x ** 3", Outcome.FAILED, "expected 4"),
        ("def double(x): return 1 / 0", Outcome.ERROR, "ZeroDivisionError"),
        ("double = 3 +", Outcome.ERROR, "SyntaxError"),
        ("x = 1", Outcome.ERROR, "NameError"),
        (STUB, Outcome.NOT_ATTEMPTED, ""),
        ("def double(x):\n    while True: pass", Outcome.TIMEOUT, ""),
        ("while True: pass", Outcome.TIMEOUT, ""),
        ("def double(x):\n    import os\n    os._exit(0)", Outcome.KILLED, ""),
        ("def double(x): return bytearray(3 << 30)", Outcome.OUT_OF_MEMORY, ""),
        ("def double(x):\n    import sys\n    sys.exit(0)", Outcome.ERROR, "SystemExit"),
    ],
)
def test_what_goes_wrong_costs_that_task_alone(
    unit: Unit, double: str, outcome: Outcome, says: str
) -> None:
    first, second, _ = graded(unit, double).tasks

    assert (first.outcome, first.points) == (outcome, 0)
    assert says in "".join(first.messages)
    assert second.outcome is Outcome.PASSED


def test_every_hidden_property_that_fails_is_named_and_nothing_else_is_said(unit: Unit) -> None:
    task = graded(unit, "def double(x): return abs(x) + 2 if x != 'ab' else 1").tasks[0]

    assert task.outcome is Outcome.FAILED
    assert task.failed_properties == ("Negative numbers are doubled", "Text is repeated")
    assert task.messages == ()


def test_a_missing_answer_is_named_unless_the_tests_pass(unit: Unit) -> None:
    without = notebook(RIGHT)
    del without["cells"][1]
    result = grade(unit, match(without, unit, "ada"))
    renamed = notebook(RIGHT)
    renamed["cells"][1]["metadata"] = {}
    kept = grade(unit, match(renamed, unit, "ada"))

    assert result.tasks[0].outcome is Outcome.MISSING_CELL
    assert kept.tasks[0].outcome is Outcome.PASSED
    assert [f.state for f in kept.findings] == ["missing_answer"]


def test_hidden_tests_draw_from_the_seed_that_is_given(unit: Unit) -> None:
    only_small = "def double(x): return x * 2 if x != -13 else 0"

    assert graded(unit, only_small, seed=1).tasks[0].outcome is Outcome.PASSED
    assert graded(unit, only_small, seed=3).tasks[0].outcome is Outcome.FAILED


def test_the_time_of_a_submission_is_bounded_as_a_whole(unit: Unit) -> None:
    submission = match(notebook("import time\ntime.sleep(2)\n" + RIGHT), unit, "ada")
    result = grade(unit, submission, limits=Limits(time_s=1.0, cell_s=30.0))

    assert {t.outcome for t in result.tasks[:2]} == {Outcome.TIMEOUT}


def test_a_file_that_cannot_be_read_gets_a_result_too(unit: Unit, tmp_path: Any) -> None:
    (tmp_path / "d.ipynb").write_text("{")
    result = grade_file(unit, tmp_path / "d.ipynb", "ada")

    assert result.outcome is Outcome.NEEDS_PERSON
    assert (result.score, result.max_score) == (0, 6)
    assert [f.state for f in result.findings] == ["broken_json"]


def test_every_outcome_has_its_meaning() -> None:
    assert set(MEANINGS) == set(Outcome)
    assert {o for o, m in MEANINGS.items() if m.needs_manual_grade} == {
        Outcome.NEEDS_PERSON,
        Outcome.GRADER_FAULT,
    }
    assert [o for o, m in MEANINGS.items() if m.exit_code] == [Outcome.GRADER_FAULT]


def test_the_result_is_plain_data(unit: Unit) -> None:
    data = unreadable(unit, "ada", Finding("empty_file", "…")).as_json()

    assert data["name"] == "ada"
    assert data["tasks"]["double-tests"]["outcome"] == "missing_cell"


def test_an_open_hidden_region_is_refused() -> None:
    with pytest.raises(UnitError, match="END HIDDEN TESTS"):
        take_tests_apart("### BEGIN HIDDEN TESTS\nassert f()", "here")


def test_a_foreign_hidden_test_is_one_property() -> None:
    tests = take_tests_apart(
        "assert a\n### BEGIN HIDDEN TESTS\nassert b\n### END HIDDEN TESTS\nassert c", "here"
    )

    assert tests.visible == "assert a\nassert c"
    assert [p.source for p in tests.properties] == ["assert b"]
