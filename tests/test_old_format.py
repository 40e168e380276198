"""Notebooks of format 3, and nbgrader's metadata of versions 0 to 2, read as they were meant."""

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.from_source import read_source
from autograder.grading import grade
from autograder.old_format import of_format_4
from autograder.submission import match, notebook_of
from autograder.unit import unit_from_notebook
from tests.foreign import notebook, plain, write


def meta(**nbgrader: Any) -> dict[str, Any]:
    return {"nbgrader": nbgrader}


# As nbgrader 0.2 wrote it: no version, some keys missing, points as text.
VERSION_0 = [
    plain("import math") | {"metadata": meta(grade_id="", grade=False, solution=False)},
    plain("kept = 1") | {"metadata": meta(grade_id="read-only", locked=True)},
    plain("def f(x): return math.floor(x)") | {"metadata": meta(grade_id="f", solution=True)},
    plain("assert f(2.5) == 2") | {"metadata": meta(grade_id="t", grade=True, points="2")},
    plain("assert kept") | {"metadata": meta(grade_id="u", grade=True, points="")},
    plain("assert kept") | {"metadata": meta(grade_id="v", grade=True, points=-1)},
]


def format_3(cells: list[dict[str, Any]]) -> dict[str, Any]:
    old = [
        {
            "cell_type": "code",
            "input": cell["source"].splitlines(keepends=True),
            "metadata": cell["metadata"],
            "language": "python",
            "outputs": [],
            "collapsed": False,
        }
        for cell in cells
    ]
    heading = {"cell_type": "heading", "level": 2, "metadata": {}, "source": ["Problem", " 1"]}
    sheet = {"cells": [heading, *old], "metadata": {}}
    return {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [sheet]}


@pytest.mark.parametrize("version", [None, 1, 2, 3])
def test_metadata_of_every_version_says_the_same(tmp_path: Path, version: int | None) -> None:
    raw = json.loads(json.dumps(notebook(VERSION_0)))
    for cell in raw["cells"]:
        if version is not None:
            cell["metadata"]["nbgrader"]["schema_version"] = version
    unit = read_source(write(tmp_path / "ps1.ipynb", raw)).unit

    assert [(c.grade_id, c.kind) for c in unit.cells] == [
        ("", "given"),
        ("read-only", "given"),
        ("f", "answer"),
        ("t", "tests"),
        ("u", "tests"),
        ("v", "tests"),
    ]
    assert [t.points for t in unit.tasks] == [2, 0, 0]


def test_format_3_is_read_as_jupyter_converts_it() -> None:
    old = format_3(VERSION_0)
    converted = nbformat.reads(json.dumps(old), as_version=4)
    ours = of_format_4(old)

    def essence(cells: Any) -> list[tuple[str, str, Any]]:
        return [
            (c["cell_type"], "".join(c["source"]), c["metadata"].get("nbgrader")) for c in cells
        ]

    assert essence(ours["cells"]) == essence(converted.cells)


@pytest.mark.slow
def test_a_notebook_of_format_3_is_graded(tmp_path: Path) -> None:
    source = read_source(write(tmp_path / "ps1.ipynb", format_3(VERSION_0)))
    handed_in = notebook_of(json.dumps(format_3(VERSION_0)).encode())
    result = grade(source.unit, match(handed_in, source.unit, "ada"))

    assert (result.score, result.max_score, str(result.outcome)) == (2, 2, "passed")


@pytest.mark.parametrize(
    "sheets", [[1], [{}], [{"cells": 3}], [{"cells": [1, None, {"cell_type": "heading"}]}]]
)
def test_a_damaged_old_notebook_stops_nothing(sheets: Any) -> None:
    handed_in = notebook_of(json.dumps({"worksheets": sheets}).encode())
    unit = unit_from_notebook(notebook(VERSION_0), "ps1")

    assert len(handed_in["cells"]) <= 3
    assert unit.tasks
