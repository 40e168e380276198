"""A submission as nbgrader may read it: its own cells put over what came, and all of it inert.

nbgrader restores the text of locked cells, and believes the rest of a submitted notebook: which
cells are tests, their order, outputs, attachments, widgets, raw HTML. Here a notebook is made anew,
from the cells of the gradebook and the plain text of the student's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from nbgrader.api import Gradebook, TaskCell
from nbgrader.nbgraderformat import SCHEMA_VERSION

from autograder.gradebook.inert import as_source, inert_markdown, sayable, sound_attachments
from autograder.result import Finding
from autograder.submission import cell_text


@dataclass(frozen=True)
class Known:
    """A cell as the gradebook has it.

    Attributes:
        name: its grade_id.
        cell_type: "code" or "markdown".
        source: its text, hidden tests included; of an answer, the text that was released.
        checksum: nbgrader's checksum of it.
        locked: whether a student may not change it.
        grade: whether it is graded.
        solution: whether a student fills it.
        task: whether it is one of nbgrader's tasks.
        points: what it is worth.
    """

    name: str
    cell_type: str
    source: str
    checksum: str
    locked: bool
    grade: bool = False
    solution: bool = False
    task: bool = False
    points: float = 0.0

    @property
    def metadata(self) -> dict[str, Any]:
        """The cell's metadata as nbgrader writes it."""
        about: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION,
            "grade_id": self.name,
            "grade": self.grade,
            "solution": self.solution,
            "task": self.task,
            "locked": self.locked,
            "cell_type": self.cell_type,
            "checksum": self.checksum,
        }
        if self.grade or self.task:
            about["points"] = self.points
        fixed = {"deletable": False, "editable": False} if self.locked else {"deletable": False}
        return fixed | {"nbgrader": about}


def known_cells(db_url: str, assignment: str, notebook: str) -> dict[str, Known]:
    """Return the cells that the gradebook has of a notebook, in their order."""
    with Gradebook(db_url) as book:
        found = book.find_notebook(notebook, assignment)
        known = {
            row.name: Known(
                row.name, row.cell_type, row.source or "", row.checksum or "", bool(row.locked)
            )
            for row in found.source_cells
        }
        for row in found.solution_cells:
            if row.name in known:
                known[row.name] = replace(known[row.name], solution=True)
        for row in [*found.grade_cells, *found.task_cells]:
            if row.name in known:
                points = float(row.max_score)
                task = isinstance(row, TaskCell)
                known[row.name] = replace(known[row.name], points=points, grade=not task, task=task)
    return known


def restored(
    notebook: Mapping[str, Any], known: Mapping[str, Known], *, add_missing: bool
) -> list[dict[str, Any]]:
    """Return the cells of a submitted notebook, restored and inert.

    Args:
        notebook: what `submission.read_notebook` returned.
        known: the cells that the gradebook has.
        add_missing: whether graded cells that were deleted are put back.
    """
    cells: list[dict[str, Any]] = []
    seen: set[str] = set()
    for raw in notebook["cells"]:
        name = _grade_id(raw)
        text = cell_text(raw)
        if name in known and name not in seen and (known[name].locked or text is not None):
            seen.add(name)
            cells.append(_known_cell(known[name], text, raw))
        elif text is not None:
            cells.append(_own_cell(raw, text))
    if add_missing:
        _put_back(cells, [c for c in known.values() if c.name not in seen], list(known))
    return numbered(cells)


def as_released(known: Mapping[str, Known], findings: list[Finding]) -> list[dict[str, Any]]:
    """Return the cells of a submission that could not be read: nothing in it was answered."""
    notes = [text_cell(f"**About this file:** {sayable(f.sentence)}") for f in findings]
    return numbered([*notes, *(_known_cell(cell, None, {}) for cell in known.values())])


def text_cell(text: str) -> dict[str, Any]:
    """Return a cell of text that does nothing."""
    return {"cell_type": "markdown", "metadata": {}, "source": inert_markdown(text)}


def numbered(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give cells ids of ours: what a student wrote there would stand in the page."""
    for position, cell in enumerate(cells):
        cell["id"] = f"cell-{position}"
    return cells


def _grade_id(raw: Any) -> str:
    metadata = raw.get("metadata") if isinstance(raw, dict) else None
    about = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = about.get("grade_id") if isinstance(about, dict) else None
    return name if isinstance(name, str) else ""


def _known_cell(cell: Known, text: str | None, raw: Mapping[str, Any]) -> dict[str, Any]:
    source = cell.source if cell.locked or text is None else text
    made: dict[str, Any] = {"cell_type": cell.cell_type, "metadata": cell.metadata}
    if cell.cell_type == "code":
        return made | {"source": sayable(source), "outputs": [], "execution_count": None}
    if source == cell.source:
        return made | {"source": source}  # the instructor's own words, HTML included
    return made | _markdown(source, raw)


def _own_cell(raw: Mapping[str, Any], text: str) -> dict[str, Any]:
    if raw["cell_type"] == "code":
        return {
            "cell_type": "code",
            "metadata": {},
            "source": sayable(text),
            "outputs": [],
            "execution_count": None,
        }
    if raw["cell_type"] == "raw":
        text = as_source(text) if text.strip() else ""
    return {"cell_type": "markdown", "metadata": {}} | _markdown(text, raw)


def _markdown(text: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    attachments = sound_attachments(raw.get("attachments"))
    made: dict[str, Any] = {"source": inert_markdown(text, attachments)}
    return made | ({"attachments": attachments} if attachments else {})


def _put_back(cells: list[dict[str, Any]], missing: list[Known], order: list[str]) -> None:
    """Put deleted graded cells after the cell that they stood after."""
    for cell in missing:
        if not (cell.grade or cell.task):
            continue
        before = set(order[: order.index(cell.name)])
        places = [n for n, there in enumerate(cells, start=1) if _grade_id(there) in before]
        made = _known_cell(cell, None, {})  # as released: an answer that was not given
        cells.insert(max(places, default=0), made)
