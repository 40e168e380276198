"""A unit as nbgrader's gradebook keeps it: released cells, test cells with their hidden tests.

Stock nbgrader puts exactly these cells over what comes back, so a gradebook that was prepared here
serves `nbgrader autograde` and formgrader as well.
"""

import copy
import json
from dataclasses import dataclass
from typing import Any

import nbformat
from nbgrader.utils import compute_checksum

from autograder.folders import CourseFolder
from autograder.release import as_released, released_notebook, source_notebook
from autograder.unit import Unit
from autograder.versions import Version


@dataclass(frozen=True)
class Master:
    """The master version of a unit.

    Attributes:
        unit: the unit with its hidden tests.
        cells: its cells as plain data with nbgrader's metadata, answers as released.
        metadata: the notebook's metadata.
        source: the text of the source notebook, with solutions and hidden tests.
    """

    unit: Unit
    cells: tuple[dict[str, Any], ...]
    metadata: dict[str, Any]
    source: str = ""

    def released(self) -> dict[str, str]:
        """Return each answer and written cell as it was released, by grade_id."""
        return {
            cell["metadata"]["nbgrader"]["grade_id"]: cell["source"]
            for cell in self.cells
            if cell["metadata"]["nbgrader"]["solution"]
        }


def master_of(folder: CourseFolder, unit: Unit) -> Master:
    """Return the master version of a unit.

    Raises:
        UnitError: the unit's source breaks a rule.
    """
    manual = bool(unit.about.get("manual", True))
    source = source_notebook(folder, unit.slug, manual=manual)
    return _master(json.loads(released_notebook(folder, unit.slug)), unit, source)


def master_of_version(version: Version) -> Master:
    """Return the master version of a unit as it once was."""
    text = json.dumps(version.notebook)
    notebook = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
    released = json.loads(as_released(notebook, version.unit.slug))
    return _master(released, version.unit, text)


def _master(notebook: dict[str, Any], unit: Unit, source: str) -> Master:
    sources = {cell.grade_id: cell for cell in unit.cells}
    cells: list[dict[str, Any]] = []
    for released in notebook["cells"]:
        cell = copy.deepcopy(released)
        meta = cell["metadata"]["nbgrader"]
        if meta["grade_id"] not in sources:
            continue  # a written task of a unit that was released without
        cell["source"] = "".join(cell["source"])
        if sources[meta["grade_id"]].kind == "tests":
            cell["source"] = sources[meta["grade_id"]].source
            node = nbformat.from_dict(cell)  # type: ignore[no-untyped-call]
            meta["checksum"] = compute_checksum(node)
        cells.append(cell)
    return Master(unit, tuple(cells), notebook["metadata"], source)
