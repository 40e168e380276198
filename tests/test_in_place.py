"""Notebooks of other courses: hidden tests at their position, students' cells run once."""

from pathlib import Path

import pytest

from autograder.grading import ENGINES
from autograder.result import Outcome
from autograder.unit import UNNAMED_PROPERTY, in_order
from autograder.verdict import SILENT
from tests.foreign import cell, graded, plain, source_of

pytestmark = pytest.mark.slow

HIDDEN = "### BEGIN HIDDEN TESTS\n{}\n### END HIDDEN TESTS"
F = "### BEGIN SOLUTION\ndef f(x): return 2 * x\n### END SOLUTION"


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_test_cell_runs_from_its_first_to_its_last_line(tmp_path: Path, engine: str) -> None:
    tests = "a = f(1)\n" + HIDDEN.format("# BEGIN\nb = a + f(2)") + "\nassert b == 6, 'b is wrong'"
    cells = [cell("answer", "f", F), cell("tests", "t", tests)]
    source = source_of(tmp_path, cells)

    assert graded(source, cells, engine).tasks[0].outcome is Outcome.PASSED
    cells[0] = cell("answer", "f", "def f(x): return x")
    assert graded(source, cells, engine).tasks[0].outcome is Outcome.FAILED


def test_a_marker_inside_a_statement_makes_the_whole_cell_hidden(
    tmp_path: Path, engine: str
) -> None:
    tests = "for x in (1, 2):\n    assert f(x) > 0\n" + HIDDEN.format("    assert f(x) == 2 * x")
    assert [p.sentence for p in in_order(tests)] == [UNNAMED_PROPERTY]
    cells = [cell("answer", "f", F), cell("tests", "t", tests)]
    source = source_of(tmp_path, cells)

    assert graded(source, cells, engine).tasks[0].outcome is Outcome.PASSED
    cells[0] = cell("answer", "f", "def f(x): return 3 * x")
    task = graded(source, cells, engine).tasks[0]
    assert (task.outcome, task.failed_properties) == (Outcome.FAILED, (UNNAMED_PROPERTY,))
    assert task.messages == ()


def test_markers_without_signs_of_a_comment_before_them_count(tmp_path: Path) -> None:
    tests = "assert f(1)\n# BEGIN HIDDEN TESTS\nassert f(1) == 2\n# END HIDDEN TESTS"
    assert [bool(p.sentence) for p in in_order(tests)] == [False, True]


def test_hidden_tests_that_are_not_closed_go_on_to_the_end(tmp_path: Path, engine: str) -> None:
    tests = "assert f(1)\n### BEGIN HIDDEN TESTS\nassert f(1) == 2\n### BEGIN HIDDEN TESTS"
    cells = [cell("answer", "f", F), cell("tests", "t", tests)]
    source = source_of(tmp_path, cells)

    assert graded(source, cells, engine).tasks[0].outcome is Outcome.PASSED
    cells[0] = cell("answer", "f", "def f(x): return 3 * x")
    assert graded(source, cells, engine).tasks[0].failed_properties == (UNNAMED_PROPERTY,)


def test_hidden_tests_see_what_stands_at_their_position(tmp_path: Path, engine: str) -> None:
    cells = [
        cell("answer", "f", F),
        cell("tests", "t", HIDDEN.format("assert f(1) == 2")),
        cell("answer", "g", "def f(x): return None"),
        cell("tests", "u", HIDDEN.format("assert f(1) is None")),
    ]
    result = graded(source_of(tmp_path, cells), cells, engine)

    assert [t.outcome for t in result.tasks] == [Outcome.PASSED, Outcome.PASSED]


def test_nothing_that_hidden_tests_gave_away_is_said_later(tmp_path: Path, engine: str) -> None:
    """The student's function keeps the hidden input, and a later answer raises with it."""
    thief = "seen = []\ndef f(x):\n    seen.append(x)\n    return 2 * x"
    cells = [
        cell("answer", "f", F),
        cell("tests", "s", "assert f(1) == 2"),
        cell("tests", "t", "assert f(1) == 2\n" + HIDDEN.format("assert f(777) == 1554")),
        cell("answer", "g", "def g(): return 0"),
        cell("tests", "u", "assert g() == 0"),
        cell("tests", "v", "assert g() == 0, 'constant'"),
    ]
    source = source_of(tmp_path, cells)
    tells = "print(seen)\ndef g(): raise ValueError(f'saw {seen}')"
    cells[0], cells[3] = cell("answer", "f", thief), cell("answer", "g", tells)
    result = graded(source, cells, engine)
    cells[0] = cell("answer", "f", "def f(x): raise ValueError('before')")
    before = graded(source, cells, engine)

    assert "777" not in str(result.as_json())
    assert [t.outcome for t in result.tasks] == ["passed", "passed", "error", "error"]
    assert result.tasks[2].messages == (SILENT,)
    assert "before" in before.tasks[0].messages[0]


def test_a_name_of_the_notebook_is_not_replaced_by_the_graders_seed(
    tmp_path: Path, engine: str
) -> None:
    cells = [
        cell("given", "setup", "SEED = 'mine'"),
        cell("answer", "f", "x = SEED"),
        cell("tests", "t", HIDDEN.format("assert SEED == x == 'mine'")),
    ]

    assert graded(source_of(tmp_path, cells), cells, engine).tasks[0].points == 2


def test_a_cell_without_metadata_is_the_students_and_runs_once(tmp_path: Path, engine: str) -> None:
    cells = [
        plain("import math\ncalls = []"),
        cell("answer", "f", "def f(x):\n    calls.append(x)\n    return math.floor(x)"),
        plain("calls.append(0)"),
        cell("tests", "t", "assert calls == [0]\nassert f(1.5) == 1"),
    ]
    source = source_of(tmp_path, cells)

    assert graded(source, cells, engine).score == 2
    cells[2] = plain("calls.extend([7, 8])  # the student's own idea")
    assert graded(source, cells, engine).tasks[0].outcome is Outcome.FAILED
    del cells[2]
    assert graded(source, cells, engine).tasks[0].outcome is Outcome.FAILED


def test_an_import_that_the_student_removed_is_missed(tmp_path: Path, engine: str) -> None:
    cells = [
        plain("from math import floor"),
        cell("answer", "f", "def f(x): return floor(x)"),
        cell("tests", "t", "assert f(1.5) == floor(1.5)"),
    ]
    source = source_of(tmp_path, cells)

    assert graded(source, cells, engine).score == 2
    assert graded(source, cells[1:], engine).score == 0


def test_names_of_a_cell_without_metadata_cannot_be_trusted(tmp_path: Path) -> None:
    cells = [
        plain("def right(got, want): return got == want"),
        cell("answer", "f", F),
        cell("tests", "t", "assert right(f(1), 2)"),
    ]
    source = source_of(tmp_path, cells)
    cells[0] = plain("def right(got, want): return got == 'anything'")
    cells[1] = cell("answer", "f", "def f(x): return 2 * x")

    assert graded(source, cells).tasks[0].outcome is Outcome.FAILED


def test_an_answer_in_code_that_a_person_marks_is_the_students(tmp_path: Path, engine: str) -> None:
    """Later cells need what the student wrote, not what the instructor did."""
    both = {"grade": True, "solution": True, "locked": False, "points": 3}
    cells = [
        cell("answer", "essay", "chosen = 'the solution'", **both),
        cell("tests", "t", "assert chosen == 'mine'"),
    ]
    source = source_of(tmp_path, cells)
    cells[0] = cell("answer", "essay", "chosen = 'mine'", **both)
    result = graded(source, cells, engine)

    assert [t.outcome for t in result.tasks] == [Outcome.NEEDS_PERSON, Outcome.PASSED]


def test_a_task_cell_waits_for_a_person(tmp_path: Path, engine: str) -> None:
    task = cell("given", "project", "Draw a map.", task=True, points=4)
    cells = [task | {"cell_type": "markdown"}, cell("answer", "f", F)]
    result = graded(source_of(tmp_path, cells), cells, engine)

    assert [(t.outcome, t.max_points, t.manual) for t in result.tasks] == [
        (Outcome.NEEDS_PERSON, 4, True)
    ]
    assert result.findings == ()


def test_a_released_answer_is_not_attempted(tmp_path: Path, engine: str) -> None:
    stub = "# YOUR CODE HERE\nraise NotImplementedError()"
    cells = [cell("answer", "f", F), cell("tests", "t", "assert f(1) == 2")]
    source = source_of(tmp_path, cells)
    assert source.released == {"f": stub}
    cells[0] = cell("answer", "f", stub)

    assert graded(source, cells, engine).tasks[0].outcome is Outcome.NOT_ATTEMPTED
