"""The graded notebook that formgrader shows: the unit's cells, the student's answers, the outcome.

Outputs that came with the file are dropped: nobody knows where they are from. A student's cell
shows what it showed when it was graded, a test cell what grading said, as plain text. Cells of the
student's own stay where they were, without metadata.
"""

import contextlib
import html
import json
from collections.abc import Mapping
from typing import Any

from autograder.errors import SubmissionError
from autograder.folders import CourseFolder
from autograder.gradebook.inert import inert_markdown, sayable
from autograder.gradebook.master import Master
from autograder.gradebook.outputs import outputs_of
from autograder.gradebook.records import RESULT
from autograder.handin.submitted import HandedIn
from autograder.handin.times import timestamp_text
from autograder.result import MEANINGS, Outcome, Result, TaskResult, diagnosed
from autograder.submission import cell_text, read_notebook
from autograder.whole_file import put

Outputs = Mapping[tuple[str, int], list[dict[str, Any]]]
NO_OUTPUTS: Outputs = {}


def write_autograded(
    folder: CourseFolder, master: Master, handed_in: HandedIn, result: Result, record: str
) -> None:
    """Write `autograded/<student>/<unit>/<unit>.ipynb` and the result beside it.

    Args:
        folder: the course folder.
        master: the unit as it was graded by.
        handed_in: what was graded.
        result: how it went.
        record: the result as `records.record_text` makes it.
    """
    place = folder.autograded / handed_in.student / master.unit.slug
    answers: dict[str, str] = {}
    own: dict[str, list[dict[str, Any]]] = {}
    outputs = {(cell.grade_id, cell.position): outputs_of(cell) for cell in result.shown}
    if result.file_outcome is not Outcome.NEEDS_PERSON:  # else it is no notebook of this unit
        with contextlib.suppress(SubmissionError):
            answers, own = _taken_apart(read_notebook(handed_in.path), master, outputs)
    made = autograded_notebook(master, answers, own, result, outputs)
    put(place / f"{master.unit.slug}.ipynb", _text(made))
    if handed_in.timestamp is not None:
        put(place / "timestamp.txt", (timestamp_text(handed_in.timestamp) + "\n").encode())
    else:
        (place / "timestamp.txt").unlink(missing_ok=True)
    put(place / RESULT, record)


def autograded_notebook(
    master: Master,
    answers: Mapping[str, str],
    own: Mapping[str, list[dict[str, Any]]],
    result: Result,
    outputs: Outputs = NO_OUTPUTS,
) -> dict[str, Any]:
    """Return the graded notebook as plain data.

    Args:
        master: the unit as nbgrader keeps it.
        answers: the student's answers by grade_id.
        own: the student's own cells by the grade_id of the unit's cell before them.
        result: how it went.
        outputs: of the unit's cells.
    """
    tasks = {task.grade_id: task for task in result.tasks}
    tests = {name for name, task in tasks.items() if not task.manual}
    findings = [html.escape(f.sentence) for f in result.findings]
    cells = [_text_cell(f"**About this file:** {sentence}") for sentence in findings]
    cells += own.get("", [])
    for released in master.cells:
        cell = dict(released)
        meta = cell["metadata"]["nbgrader"]
        name = meta["grade_id"]
        if meta["solution"]:
            cell["source"] = _answer(cell, answers.get(name))
        elif name in tasks:
            cell["outputs"] = [_output(sayable(_said(tasks[name])))]
        if cell["cell_type"] == "code" and name not in tests:
            cell["outputs"] = outputs.get((name, -1), [])
        cells += [cell, *own.get(name, [])]
    for position, cell in enumerate(cells):
        cell["id"] = f"cell-{position}"
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": master.metadata, "cells": cells}


def _text(notebook: dict[str, Any]) -> str:
    """Return a notebook as JSON, a cell a line: an indented one takes ten times as long."""
    cells = ",\n".join(json.dumps(cell) for cell in notebook["cells"])
    rest = json.dumps({name: part for name, part in notebook.items() if name != "cells"})
    return f'{rest[:-1]}, "cells": [\n{cells}\n]}}\n'


def _taken_apart(
    notebook: Mapping[str, Any], master: Master, outputs: Outputs
) -> tuple[dict[str, str], dict[str, list[dict[str, Any]]]]:
    """Return the answers by grade_id, and the student's own cells by the unit's cell before them.

    Answers are those that `submission.match` finds: the first cell of each name that is sound.
    """
    known = {c["metadata"]["nbgrader"]["grade_id"]: c for c in master.cells}
    answers: dict[str, str] = {}
    own: dict[str, list[dict[str, Any]]] = {}
    seen: set[str] = set()
    place = ""
    for position, raw in enumerate(notebook["cells"]):
        text = cell_text(raw)
        if text is None:
            continue
        metadata = raw.get("metadata")
        meta = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        name = meta.get("grade_id") if isinstance(meta, dict) else None
        if isinstance(name, str) and name in known and name not in seen:
            seen.add(name)
            place = name
            if known[name]["metadata"]["nbgrader"]["solution"]:
                answers[name] = text
        elif (cell := _plain_cell(raw["cell_type"], text)) is not None:
            if cell["cell_type"] == "code":
                cell["outputs"] = outputs.get(("", position), [])
            own.setdefault(place, []).append(cell)
    return answers, own


def _plain_cell(cell_type: str, source: str) -> dict[str, Any] | None:
    if cell_type == "raw":
        return None
    source = sayable(source)
    if cell_type == "markdown":
        return _text_cell(source)
    return {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "execution_count": None,
        "outputs": [],
    }


def _answer(cell: Mapping[str, Any], answer: str | None) -> str:
    if answer is None:
        return _absent(cell["cell_type"])
    if cell["cell_type"] == "code":
        return sayable(answer)
    return answer if answer == cell["source"] else inert_markdown(answer)


def _text_cell(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": inert_markdown(text)}


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
    lines += [diagnosed(task)] if task.diagnosis else []
    return "\n".join(lines) + "\n"
