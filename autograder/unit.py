"""One unit of coursework: its cells, tasks, points, limits, hidden properties.

A `Unit` is built from a notebook with nbgrader's cell metadata, as plain data: the source notebook
that `source.py` makes, a released notebook (then no task has properties), or the instructor's
notebook of any other nbgrader course. Standard library only: a student's check needs this module.
"""

import ast
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from autograder.errors import UnitError

METADATA_KEY = "deep_learning_foundations"
BEGIN_HIDDEN = "### BEGIN HIDDEN TESTS"
END_HIDDEN = "### END HIDDEN TESTS"
_BEGIN, _END = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"  # what nbgrader looks for in a line
UNNAMED_PROPERTY = "A hidden test of this task failed."
_PROPERTY = re.compile(r"^# property:\s*(\S.*)$")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_DECORATION = re.compile(r"^Task \d+\. |\s*\((?:\d+(?:\.\d+)? points?|practice)\)$")


@dataclass(frozen=True)
class Limits:
    """What one submission may use.

    Attributes:
        time_s: wall time of the whole submission, in seconds, whatever has to be run again.
        cell_s: wall time of one cell, in seconds.
        memory_mb: memory of the process that runs the student's code, in megabytes; 0 for any.
        disk_mb: what that process may write, in megabytes.
        gpu: whether it needs a GPU slot.
    """

    time_s: float = 120.0
    cell_s: float = 30.0
    memory_mb: int = 2048
    gpu: bool = False
    disk_mb: int = 64


@dataclass(frozen=True)
class Property:
    """One thing that must hold: its constant sentence and the code that asserts it."""

    sentence: str
    source: str


@dataclass(frozen=True)
class Piece:
    """Some statements of a test cell; the sentence says what failed, "" for visible tests."""

    source: str
    sentence: str = ""


@dataclass(frozen=True)
class Tests:
    """A test cell taken apart.

    Attributes:
        visible: what a student sees.
        setup: what hidden properties share.
        properties: the hidden part.
        in_order: all of the cell, in its own order; for notebooks whose hidden tests are run at
            their position.
    """

    visible: str
    setup: str = ""
    properties: tuple[Property, ...] = ()
    in_order: tuple[Piece, ...] = ()


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
    """What is graded: a test cell with the answers before it, or a written answer.

    Attributes:
        grade_id: the graded cell.
        title: the task's heading.
        points: what it is worth.
        manual: whether a person marks it.
        answers: the answer cells, by grade_id.
        tests: the test cell; empty for a written answer.
        partial: whether the number that the test cell ends with is the points earned.
    """

    grade_id: str
    title: str
    points: float
    manual: bool
    answers: tuple[str, ...]
    tests: Tests = field(default_factory=lambda: Tests(""))
    partial: bool = False


@dataclass(frozen=True)
class Unit:
    """A unit of coursework.

    Attributes:
        slug: the one word that chapter, solutions and exercises share.
        title: as the student reads it.
        cells: all cells in order.
        tasks: all graded tasks in order.
        limits: what one submission may use.
        about: the public front matter (chapter, hours, topics, …); empty for a notebook of
            another course.
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

    @property
    def foreign(self) -> bool:
        """Whether this is a notebook of another course: graded at its cells' own positions."""
        return not self.about

    @cached_property
    def sha256(self) -> str:
        """The hash of all that a grade can depend on: cells, hidden tests, points, limits."""
        whole = [self.slug, [asdict(cell) for cell in self.cells], asdict(self.limits)]
        partial = sorted(task.grade_id for task in self.tasks if task.partial)
        return hashlib.sha256(json.dumps([*whole, partial], sort_keys=True).encode()).hexdigest()

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
        where: names the cell in an error; "" where hidden tests may go on to the cell's end.

    Raises:
        UnitError: a marker is not closed.
    """
    visible: list[str] = []
    setup: list[str] = []
    properties: list[tuple[str, list[str]]] = []
    hidden = False
    for line in source.splitlines():
        stripped = line.strip()
        if _BEGIN in stripped:
            hidden = True
        elif _END in stripped:
            hidden = False
        elif not hidden:
            visible.append(line)
        elif match := _PROPERTY.match(line):
            properties.append((match.group(1).strip(), []))
        else:
            (properties[-1][1] if properties else setup).append(line)
    if hidden and where:
        raise UnitError(f"{where}: expected a line `{END_HIDDEN}` after `{BEGIN_HIDDEN}`")
    if not properties and _has_code(setup):
        # A foreign course: its hidden tests are one property without a sentence of its own.
        properties, setup = [(UNNAMED_PROPERTY, setup)], []
    return Tests(
        "\n".join(visible).rstrip(),
        "\n".join(setup).strip("\n"),
        tuple(Property(sentence, "\n".join(body).strip("\n")) for sentence, body in properties),
    )


def in_order(source: str) -> tuple[Piece, ...]:
    """Return a foreign test cell as pieces in its own order; nbgrader's markers tell them apart.

    Where a marker stands inside a statement, the whole cell is one hidden piece.
    """
    runs: list[tuple[str, list[str]]] = [("", [])]
    for line in source.splitlines():
        if _BEGIN in line:
            runs.append((UNNAMED_PROPERTY, []))
        elif _END in line:
            runs.append(("", []))
        elif runs[-1][0] and (match := _PROPERTY.match(line)):
            runs.append((match.group(1).strip(), []))
        else:
            runs[-1][1].append(line)
    pieces = [Piece("\n".join(lines), sentence) for sentence, lines in runs if _has_code(lines)]
    if len(pieces) > 1 and not all(_is_python(piece.source) for piece in pieces):
        pieces = [Piece(source, UNNAMED_PROPERTY)]
    return tuple(pieces) or (Piece(source),)


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def unit_from_notebook(notebook: Mapping[str, Any], slug: str) -> Unit:
    """Build a unit from a notebook with nbgrader's metadata, of any version.

    Args:
        notebook: nbformat 4 as plain data.
        slug: the name of the unit.

    Raises:
        UnitError: two cells share a grade_id, hidden tests are not closed, or a limit or points
            are no number.
    """
    about = dict(notebook.get("metadata", {}).get(METADATA_KEY, {}))
    cells = tuple(_cell(raw, slug, foreign=not about) for raw in notebook.get("cells", []))
    seen: set[str] = set()
    for cell in cells:
        if cell.grade_id and cell.grade_id in seen:
            raise UnitError(f"{slug}: expected every grade_id once, but '{cell.grade_id}' repeats")
        seen.add(cell.grade_id)
    partial = {str(t.get("grade_id")) for t in about.get("tasks", []) if t.get("partial")}
    tasks = tuple(
        replace(
            task,
            partial=not task.manual and (not about or task.grade_id in partial),
            tests=replace(task.tests, in_order=() if about else in_order(source)),
        )
        for task, source in _tasks(cells, slug if about else "")
    )
    title = about.get("title") or _first_heading(cells) or slug
    return Unit(slug, title, cells, tasks, _limits(about.get("limits", {}), slug), about)


_LIMITS = {"time_s": float, "cell_s": float, "memory_mb": int, "gpu": bool, "disk_mb": int}


def _limits(given: Mapping[str, Any], slug: str) -> Limits:
    known = {name: value for name, value in given.items() if name in _LIMITS}
    for name, value in known.items():
        right = isinstance(value, bool) if name == "gpu" else _is_positive(value, _LIMITS[name])
        if not right:
            wanted = "true or false" if name == "gpu" else "a number above 0"
            raise UnitError(f"{slug}: expected {wanted} as limit `{name}`, got {value!r}")
    return Limits(**known)


def _is_positive(value: object, kind: type) -> bool:
    right = int if kind is int else (int, float)
    return isinstance(value, right) and not isinstance(value, bool) and value > 0


def _cell(raw: Mapping[str, Any], slug: str, *, foreign: bool) -> Cell:
    source = raw.get("source", "")
    text = source if isinstance(source, str) else "".join(source)
    meta = raw.get("metadata", {}).get("nbgrader", {})
    kind = kind_of(meta)
    if kind == "tests" and raw.get("cell_type") != "code":
        kind = "written"  # nothing to run: nbgrader asks a person
    grade_id = str(meta.get("grade_id") or "")
    if kind == "given" and foreign and not meta.get("locked"):
        grade_id = ""  # nbgrader leaves such a cell to the student, as one without metadata
    graded = kind in ("tests", "written")
    try:
        points = max(0.0, float(meta.get("points") or 0)) if graded else 0.0
    except (TypeError, ValueError):
        raise UnitError(
            f"{slug}: expected points of '{grade_id}' as a number, got {meta.get('points')!r}"
        ) from None
    return Cell(grade_id, kind, raw.get("cell_type", "code"), text, points)


def kind_of(meta: Mapping[str, Any]) -> str:
    """Return the kind of a cell from nbgrader's metadata, of any version."""
    grade, solution = bool(meta.get("grade")), bool(meta.get("solution"))
    if meta.get("task") or (grade and solution):
        return "written"
    if grade:
        return "tests"
    return "answer" if solution else "given"


def _tasks(cells: tuple[Cell, ...], slug: str) -> Iterator[tuple[Task, str]]:
    """Yield each task with the source of its graded cell; no slug for another course's notebook."""
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
            where = f"{slug}:{cell.grade_id}" if slug else ""
            tests = Tests("") if manual else take_tests_apart(cell.source, where)
            own = (cell.grade_id,) if manual else tuple(answers)
            yield Task(cell.grade_id, name, cell.points, manual, own, tests), cell.source
            answers = [] if not manual else answers


def _first_heading(cells: tuple[Cell, ...]) -> str:
    for cell in cells:
        if cell.cell_type == "markdown" and (found := _HEADING.findall(cell.source)):
            return str(found[0])
    return ""


def _has_code(lines: list[str]) -> bool:
    return any(line.strip() and not line.strip().startswith("#") for line in lines)


def worth_text(points: float) -> str:
    """Return what stands behind a task's title: "2 points", or "practice" for none."""
    return f"{points:g} point{'' if points == 1 else 's'}" if points else "practice"
