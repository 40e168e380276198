"""One unit of coursework: its cells, tasks, points, limits, hidden properties.

A `Unit` is built from a notebook with nbgrader's cell metadata, as plain data: the source notebook
that `source.py` makes, a released notebook (then no task has properties), or the instructor's
notebook of any other nbgrader course. Standard library only: a student's check needs this module.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from autograder.errors import UnitError

METADATA_KEY = "deep_learning_foundations"
BEGIN_HIDDEN = "### BEGIN HIDDEN TESTS"
END_HIDDEN = "### END HIDDEN TESTS"
UNNAMED_PROPERTY = "A hidden test of this task failed."
_PROPERTY = re.compile(r"^# property:\s*(\S.*)$")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_DECORATION = re.compile(r"^Task \d+\. |\s*\(\d+(?:\.\d+)? points?\)$")


@dataclass(frozen=True)
class Limits:
    """What one submission may use: seconds, megabytes, a GPU slot."""

    time_s: float = 120.0
    cell_s: float = 30.0
    memory_mb: int = 2048
    gpu: bool = False


@dataclass(frozen=True)
class Property:
    """One thing that must hold: its constant sentence and the code that asserts it."""

    sentence: str
    source: str


@dataclass(frozen=True)
class Tests:
    """A test cell taken apart: visible part, setup of the hidden part, properties."""

    visible: str
    setup: str = ""
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True)
class Cell:
    """One cell of a unit.

    Attributes:
        grade_id: nbgrader's name of the cell, or "" for a cell without one.
        kind: "given", "answer", "tests" or "written".
        cell_type: "code", "markdown" or "raw".
        source: the text of the cell.
        points: points of a test or written cell, else 0.
    """

    grade_id: str
    kind: str
    cell_type: str
    source: str
    points: float = 0.0


@dataclass(frozen=True)
class Task:
    """What is graded: a test cell with the answers before it, or a written answer."""

    grade_id: str
    title: str
    points: float
    manual: bool
    answers: tuple[str, ...]
    tests: Tests = field(default_factory=lambda: Tests(""))


@dataclass(frozen=True)
class Unit:
    """A unit of coursework.

    Attributes:
        slug: the one word that chapter, solutions and exercises share.
        title: as the student reads it.
        cells: all cells in order.
        tasks: all graded tasks in order.
        limits: what one submission may use.
        about: the public front matter (chapter, hours, topics, …).
    """

    slug: str
    title: str
    cells: tuple[Cell, ...]
    tasks: tuple[Task, ...]
    limits: Limits
    about: Mapping[str, Any]

    @property
    def max_score(self) -> float:
        """Points the unit is worth, written answers included."""
        return sum(task.points for task in self.tasks)

    def cell(self, grade_id: str) -> Cell:
        """Return the cell of that name; KeyError if there is none."""
        for cell in self.cells:
            if cell.grade_id == grade_id:
                return cell
        raise KeyError(grade_id)


def take_tests_apart(source: str, where: str) -> Tests:
    """Split a test cell into its visible part, hidden setup and hidden properties.

    Args:
        source: the whole cell.
        where: names the cell in an error.

    Raises:
        UnitError: a marker is not closed.
    """
    visible: list[str] = []
    setup: list[str] = []
    properties: list[tuple[str, list[str]]] = []
    hidden = False
    for line in source.splitlines():
        stripped = line.strip()
        if stripped.startswith(BEGIN_HIDDEN):
            hidden = True
        elif stripped.startswith(END_HIDDEN):
            hidden = False
        elif not hidden:
            visible.append(line)
        elif match := _PROPERTY.match(line):
            properties.append((match.group(1).strip(), []))
        else:
            (properties[-1][1] if properties else setup).append(line)
    if hidden:
        raise UnitError(f"{where}: expected a line `{END_HIDDEN}` after `{BEGIN_HIDDEN}`")
    if not properties and _has_code(setup):
        # A foreign course: its hidden tests are one property without a sentence of its own.
        properties, setup = [(UNNAMED_PROPERTY, setup)], []
    return Tests(
        "\n".join(visible).rstrip(),
        "\n".join(setup).strip("\n"),
        tuple(Property(sentence, "\n".join(body).strip("\n")) for sentence, body in properties),
    )


def unit_from_notebook(notebook: Mapping[str, Any], slug: str) -> Unit:
    """Build a unit from a notebook with nbgrader's metadata.

    Args:
        notebook: nbformat 4 as plain data.
        slug: the name of the unit.

    Raises:
        UnitError: two cells share a grade_id, or hidden tests are not closed.
    """
    cells = tuple(_cell(raw) for raw in notebook.get("cells", []))
    seen: set[str] = set()
    for cell in cells:
        if cell.grade_id and cell.grade_id in seen:
            raise UnitError(f"{slug}: expected every grade_id once, but '{cell.grade_id}' repeats")
        seen.add(cell.grade_id)
    about = dict(notebook.get("metadata", {}).get(METADATA_KEY, {}))
    limits = Limits(**{k: v for k, v in about.get("limits", {}).items() if k in _LIMIT_NAMES})
    title = about.get("title") or _first_heading(cells) or slug
    return Unit(slug, title, cells, tuple(_tasks(cells, slug)), limits, about)


_LIMIT_NAMES = frozenset(Limits.__dataclass_fields__)


def _cell(raw: Mapping[str, Any]) -> Cell:
    source = raw.get("source", "")
    text = source if isinstance(source, str) else "".join(source)
    meta = raw.get("metadata", {}).get("nbgrader", {})
    kind = kind_of(meta)
    points = float(meta.get("points", 0) or 0) if meta.get("grade") else 0.0
    return Cell(meta.get("grade_id", ""), kind, raw.get("cell_type", "code"), text, points)


def kind_of(meta: Mapping[str, Any]) -> str:
    """Return the kind of a cell from nbgrader's metadata."""
    grade, solution = bool(meta.get("grade")), bool(meta.get("solution"))
    if grade and (solution or meta.get("task")):
        return "written"
    if grade:
        return "tests"
    return "answer" if solution else "given"


def _tasks(cells: tuple[Cell, ...], slug: str) -> Iterator[Task]:
    title = ""
    answers: list[str] = []
    for cell in cells:
        if cell.cell_type == "markdown" and cell.kind == "given":
            found = _HEADING.findall(cell.source)
            title = found[-1] if found else title
        elif cell.kind == "answer":
            answers.append(cell.grade_id)
        elif cell.kind in ("tests", "written"):
            name = _DECORATION.sub("", _DECORATION.sub("", title)) or cell.grade_id
            manual = cell.kind == "written"
            tests = (
                Tests("") if manual else take_tests_apart(cell.source, f"{slug}:{cell.grade_id}")
            )
            own = (cell.grade_id,) if manual else tuple(answers)
            yield Task(cell.grade_id, name, cell.points, manual, own, tests)
            answers = [] if not manual else answers


def _first_heading(cells: tuple[Cell, ...]) -> str:
    for cell in cells:
        if cell.cell_type == "markdown" and (found := _HEADING.findall(cell.source)):
            return str(found[0])
    return ""


def _has_code(lines: list[str]) -> bool:
    return any(line.strip() and not line.strip().startswith("#") for line in lines)
