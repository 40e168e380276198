"""The number that a test cell ends with, where that counts as points."""

from pathlib import Path
from typing import Any

import pytest

from autograder.errors import UnitError
from autograder.folders import CourseFolder
from autograder.grading import ENGINES, grade
from autograder.result import Outcome
from autograder.source import load_unit, read_source
from autograder.submission import match
from autograder.unit import METADATA_KEY, unit_from_notebook
from tests.doubling import cell as ours
from tests.foreign import cell, graded, source_of
from tests.small_course.making import SLUG, small_course

F = "def f(x): return 2 * x"


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("tests", "outcome", "points"),
    [
        ("score = 1.5 * (f(1) == 2)\nscore", Outcome.PARTIAL, 1.5),
        ("import numpy as np\nnp.float64(0.5)", Outcome.PARTIAL, 0.5),
        ("score = 2\nscore", Outcome.PASSED, 2),
        ("score = 2 * (f(1) == 3)\nscore", Outcome.FAILED, 0),
        ("score = 3\nscore", Outcome.NEEDS_PERSON, 0),
        ("score = -1\nscore", Outcome.NEEDS_PERSON, 0),
        ("float('nan')", Outcome.NEEDS_PERSON, 0),
        ("float('inf')", Outcome.NEEDS_PERSON, 0),
        ("'1'", Outcome.PASSED, 2),
        ("None", Outcome.PASSED, 2),
        ("True", Outcome.PASSED, 2),
        ("score = 1\nscore;", Outcome.PASSED, 2),
        ("score = 1\nassert f(1) == 2", Outcome.PASSED, 2),
        ("score = 1\nassert f(1) == 3\nscore", Outcome.FAILED, 0),
        (
            "score = 1\nscore\n### BEGIN HIDDEN TESTS\nscore += f(1) == 3\nscore / 2\n"
            "### END HIDDEN TESTS",
            Outcome.PARTIAL,
            0.5,
        ),
    ],
)
def test_a_number_at_the_end_is_the_points(
    tmp_path: Path, engine: str, tests: str, outcome: Outcome, points: float
) -> None:
    cells = [cell("answer", "f", F), cell("tests", "t", tests)]
    task = graded(source_of(tmp_path, cells), cells, engine).tasks[0]

    assert (task.outcome, task.points) == (outcome, points)


@pytest.mark.slow
@pytest.mark.parametrize("tests", ["f(1)", "f(1) - 1", "round(f(1))", "[f(1)][0]"])
def test_a_number_that_the_students_code_has_its_hand_in_is_for_a_person(
    tmp_path: Path, tests: str
) -> None:
    cells = [cell("answer", "f", F), cell("tests", "t", tests)]
    task = graded(source_of(tmp_path, cells), cells).tasks[0]

    assert (task.outcome, task.points) == (Outcome.NEEDS_PERSON, 0)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("declared", [True, False])
def test_in_our_units_a_task_declares_it(engine: str, declared: bool) -> None:
    raw: dict[str, Any] = {
        "metadata": {
            METADATA_KEY: {"unit": "u", "tasks": [{"grade_id": "t", "partial": declared}]}
        },
        "cells": [
            ours("f", F, solution=True),
            ours(
                "t",
                "### BEGIN HIDDEN TESTS\nright = f(2) == 4\n# property: It doubles\n"
                "assert f(1) == 2\n# property: It is quick\nright * 0.5\n### END HIDDEN TESTS",
                grade=True,
                points=2,
            ),
        ],
    }
    unit = unit_from_notebook(raw, "u")
    task = grade(unit, match(raw, unit, "ada"), engine=engine).tasks[0]

    expected = (Outcome.PARTIAL, 0.5) if declared else (Outcome.PASSED, 2)
    assert (task.outcome, task.points) == expected


def with_header(tmp_path: Path, last: str) -> CourseFolder:
    folder = small_course(tmp_path / "course")
    path = folder.source_text(SLUG)
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition(":tests: row-sums\n")
    body, _, after = rest.partition("```\n")
    path.write_text(
        f"{head}:tests: row-sums\n:partial:\n{body}{last}```\n{after}", encoding="utf-8"
    )
    return folder


def test_the_header_reaches_the_unit_and_leaves_other_tasks_alone(tmp_path: Path) -> None:
    folder = with_header(tmp_path, "1.0\n")
    tasks = load_unit(folder, SLUG).tasks

    assert [t.grade_id for t in tasks if t.partial] == ["row-sums-tests"]
    released = read_source(folder, SLUG)["metadata"][METADATA_KEY]["tasks"]
    assert [t.get("partial", False) for t in released] == [True, False, False, False]


def test_the_header_is_refused_where_the_cell_does_not_end_with_points(tmp_path: Path) -> None:
    with pytest.raises(UnitError, match="last line is its points"):
        load_unit(with_header(tmp_path, "points = 1.0\n"), SLUG)
