"""A damaged notebook becomes a named finding, and what can be graded is graded."""

import json
from pathlib import Path
from typing import Any

import pytest

from autograder.errors import SubmissionError
from autograder.submission import STATES, match, read_notebook
from autograder.unit import METADATA_KEY, Unit, unit_from_notebook


def cell(grade_id: str, source: str, kind: str = "code", **meta: Any) -> dict[str, Any]:
    full = {"grade_id": grade_id, "grade": False, "solution": False, "locked": True, **meta}
    metadata = {"nbgrader": full} if grade_id else {}
    return {"cell_type": kind, "metadata": metadata, "source": source}


def notebook(*cells: dict[str, Any], unit: str = "sums") -> dict[str, Any]:
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {METADATA_KEY: {"unit": unit}},
        "cells": list(cells),
    }


ANSWER = cell("add", "def add(a, b): return a + b", solution=True, locked=False)
TESTS = cell("add-tests", "assert add(1, 2) == 3", grade=True, points=2)
GIVEN = cell("setup", "import math")


@pytest.fixture
def unit() -> Unit:
    return unit_from_notebook(notebook(GIVEN, ANSWER, TESTS), "sums")


def states(cells: tuple[dict[str, Any], ...], unit: Unit) -> list[str]:
    return [finding.state for finding in match(notebook(*cells), unit, "s").findings]


def test_a_whole_notebook_has_no_findings(unit: Unit) -> None:
    assert states((GIVEN, ANSWER, TESTS), unit) == []


def test_a_missing_answer_is_named_and_the_tests_still_run(unit: Unit) -> None:
    submission = match(notebook(GIVEN, TESTS), unit, "s")

    assert [f.state for f in submission.findings] == ["missing_answer"]
    assert [s.kind for s in submission.steps] == ["given", "tests"]


def test_a_missing_test_cell_is_put_back(unit: Unit) -> None:
    submission = match(notebook(GIVEN, ANSWER), unit, "s")

    assert [f.state for f in submission.findings] == ["missing_tests"]
    assert [s.kind for s in submission.steps] == ["given", "answer", "tests"]


def test_an_edited_test_cell_is_replaced(unit: Unit) -> None:
    edited = cell("add-tests", "pass", grade=True, points=200)
    submission = match(notebook(GIVEN, ANSWER, edited), unit, "s")

    assert [f.state for f in submission.findings] == ["changed_tests"]
    assert submission.steps[-1].source == TESTS["source"]


def test_a_notebook_of_an_older_release_is_not_called_changed(unit: Unit) -> None:
    old = notebook(GIVEN, ANSWER, cell("add-tests", "assert add(0, 0) == 0", grade=True))
    old["metadata"][METADATA_KEY]["release"] = "0123"

    assert [f.state for f in match(old, unit, "s").findings] == ["other_release"]


def test_many_changed_cells_are_one_finding() -> None:
    cells = [cell(f"given-{i}", "x = 1") for i in range(6)]
    unit = unit_from_notebook(notebook(*cells), "sums")
    edited = [cell(f"given-{i}", "x = 2") for i in range(6)]
    (finding,) = match(notebook(*edited), unit, "s").findings

    assert finding.state == "changed_tests"
    assert "given-0, given-1, given-2, given-3 and 2 more" in finding.sentence


def test_both_copies_of_an_answer_run_in_their_order(unit: Unit) -> None:
    copied = cell("add", "def add(a, b): return 0", solution=True)
    submission = match(notebook(GIVEN, copied, ANSWER, TESTS), unit, "s")

    assert [f.state for f in submission.findings] == ["copied_cell"]
    assert [s.source for s in submission.steps[1:3]] == [copied["source"], ANSWER["source"]]


def test_tests_moved_to_the_front_run_after_the_answer(unit: Unit) -> None:
    submission = match(notebook(TESTS, GIVEN, ANSWER), unit, "s")

    assert [s.kind for s in submission.steps] == ["given", "answer", "tests"]


def test_a_student_cell_runs_where_it_stands(unit: Unit) -> None:
    own = cell("", "helper = 1")
    submission = match(notebook(GIVEN, own, ANSWER, TESTS), unit, "s")

    assert [s.kind for s in submission.steps] == ["given", "own", "answer", "tests"]


@pytest.mark.parametrize("damaged", [7, None, {"cell_type": "code", "source": 5}, {}, []])
def test_a_damaged_cell_is_left_out(unit: Unit, damaged: Any) -> None:
    submission = match(notebook(GIVEN, damaged, ANSWER, TESTS), unit, "s")

    assert [f.state for f in submission.findings] == ["damaged_cell"]
    assert len(submission.steps) == 3


@pytest.mark.parametrize("metadata", [5, {"nbgrader": 7}, {"nbgrader": {"grade_id": 3}}, None])
def test_damaged_metadata_make_a_cell_the_students_own(unit: Unit, metadata: Any) -> None:
    odd = {"cell_type": "code", "metadata": metadata, "source": "a = 1"}

    assert match(notebook(GIVEN, odd, ANSWER, TESTS), unit, "s").steps[1].kind == "own"


def test_source_as_a_list_of_lines_is_joined(unit: Unit) -> None:
    listed = dict(ANSWER, source=["def add(a, b):\n", "    return a + b"])

    assert match(notebook(GIVEN, listed, TESTS), unit, "s").answers["add"].endswith("a + b")


@pytest.mark.parametrize("other", ["networks", "sums"])
def test_a_notebook_of_another_unit_is_refused(unit: Unit, other: str) -> None:
    with pytest.raises(SubmissionError, match="expected the notebook of the unit 'sums'") as error:
        match(notebook(cell("relu", "", solution=True), unit=other), unit, "s")

    assert error.value.state == "other_unit"


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (b"", "empty_file"),
        (b"  \n", "empty_file"),
        (b'{"cells": [', "broken_json"),
        (b"\xff\xfe\x00", "broken_json"),
        (b"[" * 100_000, "broken_json"),
        (b"[]", "not_a_notebook"),
        (b'{"worksheets": []}', "not_a_notebook"),
        (json.dumps({"cells": [{}] * 2001}).encode(), "too_large"),
        (b" " * (21 << 20), "too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else repr(value[:12]),
)
def test_an_unreadable_file_is_named(tmp_path: Path, content: bytes, state: str) -> None:
    path = tmp_path / "sums.ipynb"
    path.write_bytes(content)

    with pytest.raises(SubmissionError, match="expected") as error:
        read_notebook(path)

    assert error.value.state == state
    assert state in STATES


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(json.dumps(notebook(ANSWER)))
    (tmp_path / "sums.ipynb").symlink_to(tmp_path / "secret")

    with pytest.raises(SubmissionError) as error:
        read_notebook(tmp_path / "sums.ipynb")

    assert error.value.state == "no_file"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SubmissionError, match="found none"):
        read_notebook(tmp_path / "none.ipynb")
