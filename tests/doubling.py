"""A unit of two tasks and a written one, small enough to try every outcome of grading on."""

from typing import Any

TESTS = """assert double(2) == 4, "double(2): expected 4, got something else"
### BEGIN HIDDEN TESTS
far = 10 + SEED % 5
# property: Negative numbers are doubled
assert double(-far) == -2 * far
# property: Text is repeated
assert double("ab") == "abab"
### END HIDDEN TESTS"""


def cell(grade_id: str, source: str, kind: str = "code", **meta: Any) -> dict[str, Any]:
    return {
        "cell_type": kind,
        "metadata": {"nbgrader": {"grade_id": grade_id, "grade": False, "solution": False, **meta}},
        "source": source,
    }


ABOUT = {"deep_learning_foundations": {"unit": "doubling"}}


def notebook(double: str, half: str = "def half(x): return x / 2") -> dict[str, Any]:
    return {
        "metadata": ABOUT,
        "cells": [
            cell("setup", "SEED = 1"),
            cell("double", double, solution=True),
            cell("double-tests", TESTS, grade=True, points=2),
            cell("half", half, solution=True),
            cell("half-tests", "assert half(4) == 2", grade=True, points=1),
            cell("why", "Because.", "markdown", solution=True, grade=True, points=3),
        ],
    }


RIGHT = "def double(x): return x * 2"
STUB = "def double(x): raise NotImplementedError()"
