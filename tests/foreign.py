"""Notebooks of other nbgrader courses, made small: no metadata of this course anywhere."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.from_source import Source, read_source
from autograder.grading import grade
from autograder.result import Result
from autograder.submission import match, notebook_of
from autograder.unit import Limits

Cell = dict[str, Any]
FLAGS = {
    "given": {"locked": True, "grade": False, "solution": False},
    "answer": {"locked": False, "grade": False, "solution": True},
    "tests": {"locked": True, "grade": True, "solution": False, "points": 2},
}


def cell(kind: str, grade_id: str, source: str, **more: Any) -> Cell:
    """Return a code cell with nbgrader's metadata."""
    meta = {"schema_version": 3, "grade_id": grade_id, **FLAGS[kind], **more}
    return plain(source) | {"metadata": {"nbgrader": meta}}


def plain(source: str) -> Cell:
    """Return a code cell without metadata."""
    return {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def notebook(cells: Sequence[Cell]) -> dict[str, Any]:
    """Return a notebook of format 4."""
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)}


def write(path: Path, raw: Mapping[str, Any]) -> Path:
    """Write a notebook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def source_of(folder: Path, cells: Sequence[Cell]) -> Source:
    """Return what a source notebook of these cells is read as."""
    return read_source(write(folder / "ps1.ipynb", notebook(cells)))


def graded(
    source: Source,
    cells: Sequence[Cell] | Mapping[str, Any],
    engine: str = "judge",
    limits: Limits | None = None,
) -> Result:
    """Grade a submission of these cells, or of this notebook."""
    raw = cells if isinstance(cells, Mapping) else notebook(cells)
    submission = match(notebook_of(json.dumps(raw).encode()), source.unit, "ada")
    limits = limits or Limits(time_s=60, cell_s=5, memory_mb=1024)
    return grade(source.unit, submission, limits=limits, released=source.released, engine=engine)
