"""Finds the instructor's notebooks of an nbgrader course: tests with the solutions beside them.

A notebook is one when it has an autograded cell and an answer cell with a solution region. What
students handed in, and what nbgrader made of that, is never looked at.
"""

import copy
import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.unit import kind_of

# nbgrader's folders of what students handed in, and what is no source.
_NOT_SOURCES = frozenset(
    {"submitted", "autograded", "feedback", "downloaded", "release", "node_modules"}
)
_REGION = re.compile(r"^(\s*).*\bBEGIN SOLUTION\b")
_REGION_END = re.compile(r"\bEND SOLUTION\b")
_STUB = "raise NotImplementedError"
MAX_BYTES = 50 << 20


@dataclass(frozen=True)
class Source:
    """One instructor's notebook.

    Attributes:
        path: where it lies.
        name: its path below the folder that was searched.
        notebook: nbformat 4 as plain data.
    """

    path: Path
    name: str
    notebook: dict[str, Any]

    @property
    def cells(self) -> list[dict[str, Any]]:
        """The code cells, in order."""
        return [cell for cell in self.notebook["cells"] if cell.get("cell_type") == "code"]


@dataclass(frozen=True)
class LeftOut:
    """A notebook that is not compared, and why."""

    name: str
    why: str


def find(folder: Path) -> tuple[list[Source], list[LeftOut]]:
    """Return the instructor's notebooks below a folder, each once, and those left out.

    Args:
        folder: searched with all its folders, except hidden ones and those of submissions.
    """
    found: list[Source] = []
    left_out: list[LeftOut] = []
    seen: dict[str, str] = {}
    for path in sorted(_notebooks(folder)):
        name = path.relative_to(folder).as_posix()
        notebook = _read(path)
        if notebook is None or not _is_source(notebook):
            continue
        language = _language(notebook)
        same_as = seen.setdefault(_hash(notebook), name)
        if same_as != name:
            left_out.append(LeftOut(name, f"the same cells as {same_as}"))
        elif language != "python":
            left_out.append(LeftOut(name, f"written in {language}, not in Python"))
        else:
            found.append(Source(path, name, notebook))
    return found, left_out


def kind(cell: dict[str, Any]) -> str:
    """Return the kind of a code cell: "given", "answer", "tests" or "written"."""
    return kind_of(_meta(cell))


def grade_id(cell: dict[str, Any]) -> str:
    """Return nbgrader's name of a cell, "" for a cell without one."""
    return str(_meta(cell).get("grade_id", ""))


def text(cell: dict[str, Any]) -> str:
    """Return the text of a cell."""
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def unsolved(source: Source) -> Source:
    """Return the notebook with `raise NotImplementedError` in the place of every solution."""
    notebook = copy.deepcopy(source.notebook)
    for cell in notebook["cells"]:
        if cell.get("cell_type") == "code" and kind(cell) in ("answer", "given"):
            cell["source"] = _without_solution(text(cell), whole=kind(cell) == "answer")
    return Source(source.path, source.name, notebook)


def _without_solution(source: str, *, whole: bool) -> str:
    """Return a cell without its solution regions; without any, all of an answer is replaced."""
    kept: list[str] = []
    inside = replaced = False
    for line in source.splitlines():
        begin = _REGION.match(line)
        if begin is not None:
            kept.append(begin.group(1) + _STUB)
            inside = replaced = True
        elif inside:
            inside = not _REGION_END.search(line)
        else:
            kept.append(line)
    return "\n".join(kept) if replaced or not whole else _STUB


def _notebooks(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name[:1] != "." and name not in _NOT_SOURCES]
        yield from (Path(here, name) for name in files if name.endswith(".ipynb"))


def _read(path: Path) -> dict[str, Any] | None:
    """Return a notebook, None for a file that is none."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        return None
    return dict(notebook)


def _is_source(notebook: dict[str, Any]) -> bool:
    cells = [cell for cell in notebook["cells"] if cell.get("cell_type") == "code"]
    tested = any(kind(cell) == "tests" for cell in cells)
    return tested and any(
        kind(cell) == "answer" and _REGION.search(line)
        for cell in cells
        for line in text(cell).splitlines()
    )


def _meta(cell: dict[str, Any]) -> dict[str, Any]:
    metadata = cell.get("metadata", {})
    meta = metadata.get("nbgrader", {}) if isinstance(metadata, dict) else {}
    return meta if isinstance(meta, dict) else {}


def _language(notebook: dict[str, Any]) -> str:
    metadata = notebook.get("metadata", {})
    kernel = metadata.get("kernelspec", {})
    known = metadata.get("language_info", {}).get("name") or kernel.get("language")
    return str(known or "python").lower()


def _hash(notebook: dict[str, Any]) -> str:
    cells = [(kind(cell), text(cell)) for cell in notebook["cells"]]
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()
