"""Attacks on a notebook of another course, whose tests are written in the styles that they need.

Its tests work out what is expected from arrays that the answer has had in its hands, take an empty
array's comparison for a result, or check inside a function that the answer calls. The forgeries
get nothing there, in each mode; honest answers that work in place keep their points.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.execution import cage
from autograder.execution.zygote import Warm
from autograder.grading import grade_file, plan_of
from autograder.unit import Unit, unit_from_notebook
from tests.attacks import cutting

pytestmark = [pytest.mark.cage, pytest.mark.slow]


def cells(answers: dict[str, str]) -> dict[str, Any]:
    """Return the notebook with these answers in it."""
    made = []
    for head, source in cutting.sections("weak").items():
        kind, name, *rest = head.split(" ", 2)
        about = {
            "grade_id": name,
            "grade": kind == "tests",
            "solution": kind == "answer",
            "locked": kind != "answer",
            "task": False,
            "schema_version": 3,
        }
        if kind == "tests":
            about["points"] = float(rest[0].partition(" ")[0])
        text = answers.get(name, source) if kind == "answer" else source
        made.append(cutting.code(text.rstrip("\n"), name, {"nbgrader": about}))
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made}


def answers(name: str) -> dict[str, str]:
    """Return what a section of `weak_answers.py` hands in, by cell."""
    text = cutting.sections("weak_answers")[name]
    parts = text.split("#@ ")
    return {head: body for part in parts[1:] for head, _, body in [part.partition("\n")]}


@pytest.fixture(scope="module", params=["full", "landlock"])
def field(request: pytest.FixtureRequest) -> Iterator[tuple[Unit, Warm]]:
    try:
        found = cage.find_cage(cage.Mode(request.param))
    except cage.CageError as error:
        pytest.skip(f"{error} (./course doctor says what to install)")
    unit = unit_from_notebook(cells({}), "weak")
    with Warm(plan_of(unit), found) as warm:
        yield unit, warm


def earned(field: tuple[Unit, Warm], place: Path, handed_in: dict[str, str]) -> dict[str, float]:
    """Return the points of each task."""
    unit, warm = field
    path = place / "weak.ipynb"
    path.write_text(json.dumps(cells(handed_in)), encoding="utf-8")
    result = grade_file(unit, path, "student", 7, start=warm.start, cage="full")
    return {task.grade_id: task.points for task in result.tasks}


HONEST = ["the reference", "in place"]
FORGED = [name for name in cutting.sections("weak_answers") if name not in HONEST]


@pytest.mark.parametrize("name", HONEST)
def test_honest_work_keeps_its_points(field: tuple[Unit, Warm], tmp_path: Path, name: str) -> None:
    points = earned(field, tmp_path, {} if name == "the reference" else answers(name))

    assert points == {task.grade_id: task.points for task in field[0].tasks}


@pytest.mark.parametrize("name", FORGED)
def test_a_forgery_gets_nothing(field: tuple[Unit, Warm], tmp_path: Path, name: str) -> None:
    forged = answers(name)
    points = earned(field, tmp_path, forged)

    assert {task: got for task, got in points.items() if task.partition("-")[0] in forged} == {
        f"{answer}-tests": 0.0 for answer in forged
    }
