"""The judge gives the outcomes and words of stock grading, and survives what students hand in."""

from typing import Any

import pytest

from autograder.errors import CourseError
from autograder.grading import grade
from autograder.result import Outcome, Result
from autograder.submission import match
from autograder.unit import Limits, Unit, unit_from_notebook
from tests.doubling import RIGHT, STUB, notebook

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unit() -> Unit:
    return unit_from_notebook(notebook(RIGHT), "doubling")


def graded(unit: Unit, double: str, **options: Any) -> Result:
    submission = match(notebook(double), unit, "ada")
    limits = Limits(time_s=60, cell_s=1.5, memory_mb=1024)
    return grade(unit, submission, released={"double": STUB}, limits=limits, **options)


@pytest.mark.parametrize(
    ("double", "outcome", "says"),
    [
        (
            "def double(x):\n    while True:\n        try:\n            while True: pass\n"
            "        except BaseException: pass",
            Outcome.TIMEOUT,
            "",
        ),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\n" + RIGHT, Outcome.TIMEOUT, ""),
    ],
)
def test_what_goes_wrong_costs_that_task_alone(
    unit: Unit, double: str, outcome: Outcome, says: str
) -> None:
    first, second, _ = graded(unit, double).tasks

    assert (first.outcome, first.points) == (outcome, 0)
    assert says in "".join(first.messages)
    assert second.outcome is Outcome.PASSED


def test_a_death_in_one_hidden_property_leaves_the_others_and_the_next_task(unit: Unit) -> None:
    dies = "def double(x):\n    import os\n    return os._exit(0) if x == 'ab' else 2 * x"
    first, second, _ = graded(unit, dies).tasks

    assert (first.outcome, first.failed_properties) == (Outcome.KILLED, ("Text is repeated",))
    assert second.outcome is Outcome.PASSED


@pytest.mark.parametrize(
    "double",
    [RIGHT, STUB, "def double(x): return [x]", "def double(x): return 1 / 0", "double = 3 +"],
)
def test_stock_grading_says_the_same(unit: Unit, double: str) -> None:
    stock = grade(
        unit, match(notebook(double), unit, "ada"), released={"double": STUB}, engine="stock"
    )
    ours = graded(unit, double)

    assert [(t.outcome, t.points) for t in ours.tasks] == [
        (t.outcome, t.points) for t in stock.tasks
    ]


def test_a_later_cell_cannot_change_what_an_earlier_task_is_judged_by(unit: Unit) -> None:
    again = notebook(RIGHT, "def half(x): return x / 2\ndef double(x): return None")
    result = grade(unit, match(again, unit, "ada"))

    assert [t.outcome for t in result.tasks[:2]] == [Outcome.PASSED, Outcome.PASSED]


def test_a_judge_that_cannot_be_interrupted_costs_that_task_alone(unit: Unit) -> None:
    # An integer power of this size runs for hours and no signal is heard meanwhile.
    power = "x = 7 ** double(2)\nassert x"
    raw = notebook("def double(x): return x * 2")
    raw["cells"][2]["source"] = power
    powerful = unit_from_notebook(raw, "power")
    submission = match(notebook("def double(x): return 10 ** 9"), powerful, "ada")
    limits = Limits(time_s=60, cell_s=1.0, memory_mb=1024)
    first, second, _ = grade(powerful, submission, limits=limits).tasks

    assert first.outcome is Outcome.TIMEOUT
    assert second.outcome is Outcome.PASSED


def test_a_judge_in_a_loop_is_interrupted(unit: Unit) -> None:
    raw = notebook("def double(x): return x * 2")
    raw["cells"][2]["source"] = "while double(2) != 4:\n    pass"
    looping = unit_from_notebook(raw, "loop")
    submission = match(notebook("def double(x): return 0"), looping, "ada")
    limits = Limits(time_s=60, cell_s=1.0, memory_mb=1024)
    first, second, _ = grade(looping, submission, limits=limits).tasks

    assert (first.outcome, second.outcome) == (Outcome.TIMEOUT, Outcome.PASSED)


def test_a_judge_that_ends_is_the_graders_fault(unit: Unit) -> None:
    raw = notebook(RIGHT)
    raw["cells"][2]["source"] = "import os\nos._exit(3)"
    broken = unit_from_notebook(raw, "broken")
    first, second, _ = grade(broken, match(notebook(RIGHT), broken, "ada")).tasks

    assert (first.outcome, second.outcome) == (Outcome.GRADER_FAULT, Outcome.PASSED)


def test_processes_that_do_not_start_are_nobodys_points(unit: Unit) -> None:
    submission = match(notebook(RIGHT), unit, "ada")

    with pytest.raises(CourseError, match="to start a judge and a sandbox"):
        grade(unit, submission, limits=Limits(memory_mb=1))


def test_what_hidden_calls_print_reaches_nobody(unit: Unit) -> None:
    result = graded(unit, "def double(x):\n    print('saw', x)\n    return [x, 'saw'][:1] * 2")

    assert "saw" not in str(result.as_json())
