"""solutions/ → exercises/: what a student receives.

A release is an ordered list of small transforms around nbgrader's own preprocessors. Order
matters in one place: checksums are computed last, because nbgrader compares them with what comes
back. A release is the same to the byte whenever it is made.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
)

from autograder.errors import UnitError
from autograder.folders import CourseFolder
from autograder.source import read_source, without_written_tasks
from autograder.unit import METADATA_KEY
from autograder.versions import keep_version, version_of
from autograder.whole_file import put

# What must never be in a release, wherever it stands (cell, attachment, output or metadata).
FORBIDDEN = (
    "BEGIN SOLUTION",
    "END SOLUTION",
    "HIDDEN TESTS",
    "MARK SCHEME",
    "# property:",
)

_MARK_SCHEME = re.compile(
    r"^### BEGIN MARK SCHEME.*?^### END MARK SCHEME[^\n]*\n?", re.MULTILINE | re.DOTALL
)

Transform = Callable[[Any], Any]


@dataclass(frozen=True)
class Release:
    """One released notebook: where it is, and whether writing it changed the file."""

    slug: str
    path: Path
    changed: bool
    tasks: int
    points: float


def released_notebook(folder: CourseFolder, slug: str, *, manual: bool = True) -> str:
    """Return the text of a released notebook.

    Args:
        folder: the course.
        slug: the unit.
        manual: whether written tasks are part of it.

    Raises:
        UnitError: the source breaks a rule, or something hidden would have been released.
    """
    return as_released(_notebook(folder, slug, manual), slug)


def as_released(notebook: Any, slug: str) -> str:
    """Return the text of what students receive of a source notebook.

    Args:
        notebook: the source notebook; it is changed.
        slug: the unit.

    Raises:
        UnitError: something hidden would be in the release.
    """
    for transform in _TRANSFORMS:
        notebook = transform(notebook)
    text = _text(notebook)
    for word in FORBIDDEN:
        if word in text:
            raise UnitError(f"{slug}: the release would show '{word}'; close every marked region")
    return text


def source_notebook(folder: CourseFolder, slug: str, *, manual: bool = True) -> str:
    """Return the text of nbgrader's source notebook, with solutions and hidden tests."""
    return _text(with_stable_ids(_notebook(folder, slug, manual)))


def release(folder: CourseFolder, slug: str, *, manual: bool = True) -> Release:
    """Write `exercises/<slug>/<slug>.ipynb` and nbgrader's `source/<slug>/<slug>.ipynb`."""
    text = released_notebook(folder, slug, manual=manual)
    path = folder.release(slug)
    changed = not path.is_file() or path.read_text(encoding="utf-8") != text
    if changed:
        put(path, text)
    source = source_notebook(folder, slug, manual=manual)
    put(folder.source / slug / f"{slug}.ipynb", source)
    # What comes back of this release is graded by its tests, whatever becomes of them meanwhile.
    keep_version(folder, version_of(source, slug))
    tasks = json.loads(text)["metadata"][METADATA_KEY]["tasks"]
    return Release(slug, path, changed, len(tasks), sum(task["points"] for task in tasks))


def _text(notebook: Any) -> str:
    text: str = nbformat.writes(notebook, version=4)  # type: ignore[no-untyped-call]
    return text.rstrip("\n") + "\n"


def _notebook(folder: CourseFolder, slug: str, manual: bool) -> Any:
    source = read_source(folder, slug)
    kept = source if manual else without_written_tasks(source)
    return nbformat.from_dict(kept)  # type: ignore[no-untyped-call]


def _nbgrader(preprocessor: Any) -> Transform:
    def run(notebook: Any) -> Any:
        try:
            return preprocessor().preprocess(notebook, {})[0]
        except RuntimeError as error:
            unit = notebook.metadata[METADATA_KEY].unit
            raise UnitError(f"{unit}: nbgrader's {preprocessor.__name__} says: {error}") from error

    return run


def with_stable_ids(notebook: Any) -> Any:
    """Derive each cell's id from its grade_id and position instead of drawing it at random."""
    for position, cell in enumerate(notebook.cells):
        cell["id"] = f"{position:02d}-{cell.metadata.nbgrader.grade_id}"[:64]
    return notebook


def _without_mark_schemes(notebook: Any) -> Any:
    """Take out rubrics; nbgrader's own step accepts them in its task cells alone."""
    for cell in notebook.cells:
        cell.source = _MARK_SCHEME.sub("", cell.source)
    return notebook


def _without_trailing_space(notebook: Any) -> Any:
    for cell in notebook.cells:
        cell.source = cell.source.rstrip()
    return notebook


_TRANSFORMS: tuple[Transform, ...] = (
    _without_mark_schemes,
    _nbgrader(LockCells),
    _nbgrader(ClearSolutions),
    _nbgrader(ClearOutput),
    _nbgrader(CheckCellMetadata),
    _nbgrader(ClearHiddenTests),
    _without_trailing_space,
    with_stable_ids,
    # Last: a checksum is of the cell as the student receives it.
    _nbgrader(ComputeChecksums),
)
