"""One notebook as stock nbgrader grades it: its own Execute preprocessor, its own grade."""

import asyncio
import logging
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.preprocessors import Execute
from nbgrader.utils import determine_grade

from autograder.compat.courses import Source, grade_id, kind
from autograder.compat.scored import Scored

_LOG = logging.getLogger("course.compat")
_LOG.setLevel(logging.CRITICAL)


class CannotRunError(Exception):
    """Stock nbgrader cannot run a notebook at all; says why."""


def run(source: Source, folder: Path, cell_s: float) -> list[Scored]:
    """Run a notebook and return what stock nbgrader gives for each autograded cell.

    Args:
        source: the notebook.
        folder: a copy of the notebook's folder, in which it runs.
        cell_s: wall time of one cell, in seconds; the kernel is interrupted then.

    Raises:
        CannotRunError: the kernel does not start or dies, or the notebook is no nbformat 4.
    """
    notebook = nbformat.from_dict(_current(source.notebook))  # type: ignore[no-untyped-call]
    execute = Execute(timeout=int(cell_s), kernel_name="python3")
    execute.log.setLevel(logging.CRITICAL)
    try:
        executed, _ = execute.preprocess(notebook, {"metadata": {"path": str(folder)}})
    except (Exception, asyncio.CancelledError) as error:
        raise CannotRunError(f"{type(error).__name__}: {str(error)[:200]}") from None
    cells = [cell for cell in executed.cells if cell.cell_type == "code"]
    return [_scored(cell) for cell in cells if kind(cell) == "tests"]


def _current(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook with nbgrader's present metadata and without outputs."""
    cells = []
    for cell in notebook["cells"]:
        new = cell | {"metadata": dict(cell.get("metadata", {}))}
        if new["cell_type"] == "code":
            new |= {"outputs": [], "execution_count": None}
        source = new.get("source", "")
        new["source"] = source if isinstance(source, str) else "".join(source)
        meta = new["metadata"].get("nbgrader")
        if isinstance(meta, dict) and meta.get("grade"):
            points = meta.get("points")
            new["metadata"]["nbgrader"] = meta | {"points": points if points is not None else 0}
        cells.append(new)
    return notebook | {"cells": cells}


def _scored(cell: Any) -> Scored:
    points, of = determine_grade(cell, _LOG)
    errors = [o for o in cell.outputs if o.output_type == "error"]
    stderr = [o for o in cell.outputs if o.output_type == "stream" and o.name == "stderr"]
    if errors:
        error, message = errors[0].ename, str(errors[0].evalue)[:500]
    elif stderr:
        error, message = "stderr", str(stderr[0].text)[:500]
    else:
        error, message = "", ""
    share = (points or 0.0) / of if of else float(not error)
    return Scored(grade_id(cell), points or 0.0, of, share, error, message)
