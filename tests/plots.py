"""A notebook of another course with a task to plot something, which a person marks."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.foreign import Cell, cell, notebook, plain

GIVEN = "import matplotlib.pyplot as plt\nimport numpy as np"
F = "### BEGIN SOLUTION\ndef f(x): return 2 * x\n### END SOLUTION"
PLOT = "### BEGIN SOLUTION\nplt.plot([1, 2])\n### END SOLUTION"
HIDDEN = "### BEGIN HIDDEN TESTS\nassert f(777) == 1554\n### END HIDDEN TESTS"
DRAWN = "print('two lines')\nplt.plot([0, 1], [1, 3])\nplt.show()\nplt.plot([2, 1]);"


def source_cells() -> list[Cell]:
    """Return the cells: what is given, a tested function, a plot, and a test that hides."""
    return [
        cell("given", "given", GIVEN),
        cell("answer", "f", F),
        cell("tests", "f-tests", "assert f(1) == 2"),
        cell("answer", "plot", PLOT, grade=True, points=3),
        cell("tests", "hiding", f"assert f(1) == 2\n{HIDDEN}"),
    ]


def submitted(answers: Mapping[str, str], *own: str, last: Sequence[str] = ()) -> dict[str, Any]:
    """Return a notebook as it is handed in.

    Args:
        answers: the text of answer cells by grade_id.
        own: cells of the student's own after the plot.
        last: cells of the student's own after all tests.
    """
    cells = []
    for made in source_cells():
        name = made["metadata"]["nbgrader"]["grade_id"]
        cells.append(made | {"source": answers.get(name, made["source"])})
        if name == "plot":
            cells += map(plain, own)
    return notebook([*cells, *map(plain, last)])
