"""One submission in, one Result out: every outcome, the same from both engines."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder import __version__
from autograder.errors import CourseError, UnitError
from autograder.gradebook.records import result_from_json
from autograder.grading import ENGINES, grade, grade_file, unreadable
from autograder.result import MEANINGS, Finding, Outcome, Result
from autograder.submission import match
from autograder.unit import METADATA_KEY, Limits, Unit, take_tests_apart, unit_from_notebook
from tests.doubling import RIGHT, STUB, notebook


@pytest.fixture
def unit() -> Unit:
    return unit_from_notebook(notebook(RIGHT), "doubling")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def graded(unit: Unit, double: str, engine: str, **options: Any) -> Result:
    submission = match(notebook(double), unit, "ada")
    limits = Limits(time_s=60, cell_s=1.5, memory_mb=1024)
    return grade(
        unit, submission, released={"double": STUB}, limits=limits, engine=engine, **options
    )


def test_a_right_answer_earns_its_points_and_a_person_marks_the_rest(
    unit: Unit, engine: str
) -> None:
    result = graded(unit, RIGHT, engine)

    assert [t.outcome for t in result.tasks] == [
        Outcome.PASSED,
        Outcome.PASSED,
        Outcome.NEEDS_PERSON,
    ]
    assert (result.score, result.max_score, result.engine) == (3, 6, engine)
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
    unit: Unit, engine: str, double: str, outcome: Outcome, says: str
) -> None:
    first, second, _ = graded(unit, double, engine).tasks

    assert (first.outcome, first.points) == (outcome, 0)
    assert says in "".join(first.messages)
    assert second.outcome is Outcome.PASSED


@pytest.mark.slow
@pytest.mark.parametrize(
    ("double", "outcome"),
    [
        ("def double(x):\n    while True: kept.append(bytearray(1 << 20))", Outcome.OUT_OF_MEMORY),
        ("def double(x):\n    while True: kept.append(str(len(kept)))", Outcome.OUT_OF_MEMORY),
        ("def double(x):\n    import os\n    os.abort()", Outcome.KILLED),
        ("def double(x):\n    import ctypes\n    ctypes.string_at(0)", Outcome.KILLED),
        ("def double(x):\n    import os\n    os.kill(os.getpid(), 9)", Outcome.KILLED),
    ],
)
def test_want_of_memory_is_told_from_other_deaths(
    unit: Unit, engine: str, double: str, outcome: Outcome
) -> None:
    submission = match(notebook(f"kept = []\n{double}"), unit, "ada")
    result = grade(unit, submission, limits=Limits(120, 60, memory_mb=256), engine=engine)

    assert [t.outcome for t in result.tasks[:2]] == [outcome, Outcome.PASSED]


def test_every_hidden_property_that_fails_is_named_and_nothing_else_is_said(
    unit: Unit, engine: str
) -> None:
    task = graded(unit, "def double(x): return abs(x) + 2 if x != 'ab' else 1", engine).tasks[0]

    assert task.outcome is Outcome.FAILED
    assert task.failed_properties == ("Negative numbers are doubled", "Text is repeated")
    assert task.messages == ()


def test_a_missing_answer_is_named_unless_the_tests_pass(unit: Unit, engine: str) -> None:
    without = notebook(RIGHT)
    del without["cells"][1]
    result = grade(unit, match(without, unit, "ada"), engine=engine)
    renamed = notebook(RIGHT)
    renamed["cells"][1]["metadata"] = {}
    kept = grade(unit, match(renamed, unit, "ada"), engine=engine)

    assert result.tasks[0].outcome is Outcome.MISSING_CELL
    assert kept.tasks[0].outcome is Outcome.PASSED
    assert [f.state for f in kept.findings] == ["missing_answer"]


def test_hidden_tests_draw_from_the_seed_that_is_given(unit: Unit, engine: str) -> None:
    only_small = "def double(x): return x * 2 if x != -13 else 0"

    assert graded(unit, only_small, engine, seed=1).tasks[0].outcome is Outcome.PASSED
    assert graded(unit, only_small, engine, seed=3).tasks[0].outcome is Outcome.FAILED


def test_the_time_of_a_submission_is_bounded_as_a_whole(unit: Unit, engine: str) -> None:
    submission = match(notebook("import time\ntime.sleep(2)\n" + RIGHT), unit, "ada")
    limits = Limits(time_s=1.0, cell_s=30.0)
    result = grade(unit, submission, limits=limits, engine=engine)

    assert {t.outcome for t in result.tasks[:2]} == {Outcome.TIMEOUT}


def test_a_file_that_cannot_be_read_gets_a_result_too(unit: Unit, tmp_path: Any) -> None:
    (tmp_path / "d.ipynb").write_text("{")
    result = grade_file(unit, tmp_path / "d.ipynb", "ada")

    assert len(result.submission_sha256) == 64
    assert result.outcome is Outcome.NEEDS_PERSON
    assert (result.score, result.max_score) == (0, 6)
    assert [f.state for f in result.findings] == ["broken_json"]


def test_a_result_says_what_it_came_from_and_survives_being_kept(
    unit: Unit, engine: str, tmp_path: Path
) -> None:
    raw = json.dumps(notebook(RIGHT)).encode()
    (tmp_path / "d.ipynb").write_bytes(raw)
    seen: list[str] = []

    def seed(sha256: str) -> int:
        seen.append(sha256)
        return 5

    result = grade_file(unit, tmp_path / "d.ipynb", "ada", seed, engine=engine)

    assert seen == [hashlib.sha256(raw).hexdigest()]
    assert (result.submission_sha256, result.seed, result.engine) == (seen[0], 5, engine)
    assert (result.unit_sha256, result.engine_version) == (unit.sha256, __version__)
    assert (result.limits, result.cage) == (unit.limits, "none")
    kept = result_from_json(json.loads(json.dumps(result.as_json())))
    assert replace(kept, time_s=0) == replace(
        result, time_s=0, tasks=tuple(replace(t, time_s=round(t.time_s, 3)) for t in result.tasks)
    )


def test_a_unit_has_another_hash_when_anything_that_counts_changes(unit: Unit) -> None:
    easier = notebook(RIGHT)
    easier["cells"][2]["source"] = "assert True"
    dearer = notebook(RIGHT)
    dearer["cells"][2]["metadata"]["nbgrader"]["points"] = 3
    others = [unit_from_notebook(raw, "doubling") for raw in (easier, dearer)]
    others.append(replace(unit, limits=Limits(cell_s=1)))

    assert len({unit.sha256, *(other.sha256 for other in others)}) == 4
    assert unit_from_notebook(notebook(RIGHT), "doubling").sha256 == unit.sha256


def test_an_unknown_engine_is_refused(unit: Unit) -> None:
    with pytest.raises(CourseError, match="judge or stock"):
        graded(unit, RIGHT, "guess")


def test_a_long_message_is_cut_in_its_middle(unit: Unit, engine: str) -> None:
    long = "def double(x):\n    raise ValueError('a' * 9000 + 'z' * 9000)"
    (message,) = graded(unit, long, engine).tasks[0].messages

    assert len(message) < 8_200
    assert "characters left out" in message


@pytest.mark.parametrize(
    "limits", [{"memory_mb": "much"}, {"time_s": 0}, {"cell_s": True}, {"gpu": 1}]
)
def test_limits_that_are_none_are_refused(limits: dict[str, Any]) -> None:
    raw = notebook(RIGHT)
    raw["metadata"] = {METADATA_KEY: {"unit": "doubling", "limits": limits}}
    with pytest.raises(UnitError, match=next(iter(limits))):
        unit_from_notebook(raw, "doubling")


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
