"""The graded notebook that formgrader shows: the unit's cells, the student's answers, the outcome.

Outputs that came with the file are dropped: they are the student's word. A test cell shows what
grading said, as plain text. Cells of the student's own stay where they were, without metadata.
"""

import html
import json
from collections.abc import Mapping
from typing import Any

from autograder.errors import SubmissionError
from autograder.folders import CourseFolder
from autograder.gradebook.master import Master
from autograder.gradebook.records import RESULT, record_text
from autograder.handin.submitted import HandedIn
from autograder.handin.times import timestamp_text
from autograder.result import MEANINGS, Result, TaskResult
from autograder.submission import match, read_notebook
from autograder.whole_file import put


def write_autograded(
    folder: CourseFolder, master: Master, handed_in: HandedIn, result: Result, sha256: str
) -> None:
    """Write `autograded/<student>/<unit>/<unit>.ipynb` and the result beside it."""
    place = folder.autograded / handed_in.student / master.unit.slug
    try:
        notebook = read_notebook(handed_in.path)
        answers = dict(match(notebook, master.unit, handed_in.student).answers)
        own = _own_cells(notebook, {c["metadata"]["nbgrader"]["grade_id"] for c in master.cells})
    except SubmissionError:
        answers, own = {}, {}
    made = autograded_notebook(master, answers, own, result)
    put(place / f"{master.unit.slug}.ipynb", (json.dumps(made, indent=1) + "\n").encode())
    if handed_in.timestamp is not None:
        put(place / "timestamp.txt", (timestamp_text(handed_in.timestamp) + "\n").encode())
    else:
        (place / "timestamp.txt").unlink(missing_ok=True)
    put(place / RESULT, record_text(result, sha256).encode())


def autograded_notebook(
    master: Master,
    answers: Mapping[str, str],
    own: Mapping[str, list[dict[str, Any]]],
    result: Result,
) -> dict[str, Any]:
    """Return the graded notebook as plain data.

    Args:
        master: the unit as nbgrader keeps it.
        answers: the student's answers by grade_id.
        own: the student's own cells by the grade_id of the unit's cell before them.
        result: how it went.
    """
    tasks = {task.grade_id: task for task in result.tasks}
    findings = [html.escape(f.sentence) for f in result.findings]
    cells = [_text_cell(f"**About this file:** {sentence}") for sentence in findings]
    cells += own.get("", [])
    for released in master.cells:
        cell = json.loads(json.dumps(released))
        meta = cell["metadata"]["nbgrader"]
        name = meta["grade_id"]
        if meta["solution"]:
            cell["source"] = _sayable(answers.get(name, _absent(cell["cell_type"])))
        elif name in tasks:
            cell["outputs"] = [_output(_sayable(_said(tasks[name])))]
        cells += [cell, *own.get(name, [])]
    for position, cell in enumerate(cells):
        cell["id"] = f"cell-{position}"
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": master.metadata, "cells": cells}


def _own_cells(notebook: Mapping[str, Any], known: set[str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    seen: set[str] = set()
    place = ""
    for raw in notebook["cells"]:
        if not isinstance(raw, dict):
            continue
        metadata = raw.get("metadata")
        meta = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        name = meta.get("grade_id") if isinstance(meta, dict) else None
        if isinstance(name, str) and name in known and name not in seen:
            seen.add(name)
            place = name
        elif (cell := _plain_cell(raw)) is not None:
            found.setdefault(place, []).append(cell)
    return found


def _plain_cell(raw: Mapping[str, Any]) -> dict[str, Any] | None:
    source = raw.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if raw.get("cell_type") not in ("code", "markdown") or not isinstance(source, str):
        return None
    source = _sayable(source)
    if raw["cell_type"] == "markdown":
        return _text_cell(source)
    return {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "execution_count": None,
        "outputs": [],
    }


def _sayable(text: str) -> str:
    """Replace half characters, which JSON can hold and no page can show."""
    return text.encode("utf-8", "replace").decode()


def _text_cell(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def _absent(cell_type: str) -> str:
    text = "This cell is not in the file that was handed in."
    return f"# {text}" if cell_type == "code" else text


def _output(text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": text}


def _said(task: TaskResult) -> str:
    lines = [
        f"{task.outcome}: {task.points:g} of {task.max_points:g} points. "
        f"{MEANINGS[task.outcome].sentence}"
    ]
    lines += [f"- does not hold: {sentence}" for sentence in task.failed_properties]
    lines += task.messages
    return "\n".join(lines) + "\n"
