"""The author's text notebook made into nbgrader's source notebook.

An author writes `solutions/<slug>/<slug>.md`: markdown, and code cells with one or two short
headers (`:answer: neuron`, `:tests: neuron`, `:points: 2`, `:partial:`, `:include: expect.py`).
This module expands them to nbgrader's metadata, numbers the tasks and puts their points in the
headings. In a unit with `practice: true` no task has points.
"""

import ast
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import jupytext
import yaml

from autograder.attempts import attempt_rules
from autograder.errors import UnitError
from autograder.folders import CourseFolder
from autograder.unit import METADATA_KEY, UNNAMED_PROPERTY, Unit, unit_from_notebook, worth_text

Notebook = dict[str, Any]

_HEADERS = frozenset({"answer", "tests", "points", "include", "written", "partial"})
_NEEDED = ("title", "chapter", "summary", "hours")
_ABOUT = (*_NEEDED, "prerequisites", "topics", "data", "attempts", "due", "backends", "practice")
_TASK_HEADING = re.compile(r"^## +(?P<title>.+?)[ \t]*$", re.MULTILINE)
_GRADE_ID = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")


def read_source(folder: CourseFolder, slug: str) -> Notebook:
    """Return the source notebook of a unit, with solutions and hidden tests, as plain data.

    Args:
        folder: the course.
        slug: the unit's slug.

    Raises:
        UnitError: no such unit, or its text breaks a rule of the format.
    """
    path = folder.source_text(slug)
    if not path.is_file():
        if folder.release(slug).is_file():
            raise UnitError(
                f"expected the source of '{slug}' at {path}; this course has its release only. "
                "Releasing and grading need solutions/: use the instructors' copy of the course"
            )
        known = ", ".join(folder.slugs()) or "none"
        raise UnitError(f"expected a unit's slug (one of: {known}), got '{slug}'")
    text = path.read_text(encoding="utf-8")
    front, body = _front_matter(text, path)
    parsed = jupytext.reads(body, fmt="md:myst")
    kept = [
        dict(cell) for cell in parsed.cells if cell.source.strip() or "include" in cell.metadata
    ]
    practice = _is_practice(front, path)
    cells = [_expand(cell, folder, path, practice=practice) for cell in kept]
    _name_given_cells(cells)
    tasks = _number_tasks(cells)
    partial = {
        made["metadata"]["nbgrader"]["grade_id"]
        for cell, made in zip(kept, cells, strict=True)
        if _is_partial(cell, path)
    }
    tasks = [t | {"partial": True} if t["grade_id"] in partial else t for t in tasks]
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            METADATA_KEY: _about(front, slug, tasks, path, cells),
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "cells": cells,
    }


def _front_matter(text: str, path: Path) -> tuple[dict[str, Any], str]:
    """Return the `unit:` section and the body with a header that jupytext needs."""
    _, header, body = [*text.split("---\n", 2), "", ""][:3]
    try:
        front = yaml.safe_load(header)
    except yaml.YAMLError as error:
        raise UnitError(f"{path}: expected YAML in the front matter: {error}") from error
    if not isinstance(front, dict) or not isinstance(front.get("unit"), dict):
        raise UnitError(f"{path}: expected a `unit:` section in the front matter, found none")
    kernel = "kernelspec: {display_name: Python 3, language: python, name: python3}\n"
    return front["unit"], f"---\n{kernel}---\n{body}"


def load_unit(folder: CourseFolder, slug: str) -> Unit:
    """Return a unit with its hidden tests, as it was released: with written tasks or without.

    Raises:
        UnitError: no such unit, or its text breaks a rule of the format.
    """
    notebook = read_source(folder, slug)
    if not _released_with_written_tasks(folder.release(slug)):
        notebook = without_written_tasks(notebook)
    unit = unit_from_notebook(notebook, slug)
    for task in unit.tasks:
        if not task.manual and not task.answers:
            raise UnitError(f"{slug}: expected an answer cell before the tests '{task.grade_id}'")
        if any(prop.sentence == UNNAMED_PROPERTY for prop in task.tests.properties):
            raise UnitError(
                f"{slug}: expected `# property: <sentence>` before the hidden tests of "
                f"'{task.grade_id}', found code without one"
            )
    return unit


def without_written_tasks(notebook: Notebook) -> Notebook:
    """Return the notebook without written tasks and the text that introduces them."""
    kept: list[Notebook] = []
    gone: set[str] = set()
    for cell in notebook["cells"]:
        meta = cell["metadata"]["nbgrader"]
        if meta["grade"] and meta["solution"]:
            name = meta["grade_id"]
            gone.add(name)
            while kept and kept[-1]["metadata"]["nbgrader"]["grade_id"].startswith(
                f"{name}-given-"
            ):
                kept.pop()
        else:
            kept.append(cell)
    about = notebook["metadata"][METADATA_KEY]
    tasks = [task for task in about["tasks"] if task["grade_id"] not in gone]
    metadata = notebook["metadata"] | {METADATA_KEY: about | {"tasks": tasks, "manual": False}}
    return notebook | {"cells": kept, "metadata": metadata}


def _released_with_written_tasks(release: Path) -> bool:
    """Whether the release has written tasks; an instructor decides that, never a submission."""
    if not release.is_file():
        return True
    try:
        about = json.loads(release.read_text(encoding="utf-8"))["metadata"][METADATA_KEY]
    except (ValueError, KeyError, TypeError):
        raise UnitError(
            f"expected a released notebook at {release}, but it is damaged; run ./course release"
        ) from None
    return bool(about.get("manual", True))


def _is_partial(cell: dict[str, Any], path: Path) -> bool:
    """Whether a test cell declares that the number it ends with is the points earned."""
    if "partial" not in cell["metadata"]:
        return False
    name = cell["metadata"].get("tests", "")
    lines = [ln for ln in cell["source"].splitlines() if not ln.strip().startswith("### ")]
    try:
        last = ast.parse("\n".join(lines)).body[-1:]
    except SyntaxError:
        last = []
    if not name or not last or not isinstance(last[0], ast.Expr):
        raise UnitError(
            f"{path}: expected `:partial:` on a test cell whose last line is its points, as in "
            f"`right * 2 / 3`, got it on '{name or cell['source'][:40]}'"
        )
    return True


def _is_practice(front: dict[str, Any], path: Path) -> bool:
    """Whether the unit is practice: checked and graded like any other, and worth nothing."""
    said = front.get("practice", False)
    if not isinstance(said, bool):
        raise UnitError(f"{path}: expected `practice` as true or false, got {said!r}")
    return said


def _expand(
    cell: dict[str, Any], folder: CourseFolder, path: Path, *, practice: bool
) -> dict[str, Any]:
    headers = {k: v for k, v in cell["metadata"].items() if k in _HEADERS}
    source = cell["source"]
    if "include" in headers:
        included = folder.solutions / "_given" / str(headers["include"])
        if not included.is_file():
            raise UnitError(f"{path}: `:include: {headers['include']}` expects the file {included}")
        source = included.read_text(encoding="utf-8").rstrip()
    meta = {
        "schema_version": 3,
        "grade_id": "",
        "locked": True,
        "solution": False,
        "grade": False,
        "task": False,
    }
    if "answer" in headers:
        meta |= {"grade_id": headers["answer"], "locked": False, "solution": True}
    elif "written" in headers:
        meta |= {"grade_id": headers["written"], "locked": False, "solution": True, "grade": True}
    elif "tests" in headers:
        meta |= {"grade_id": f"{headers['tests']}-tests", "grade": True}
    if meta["grade"]:
        meta["points"] = _no_points(headers, path) if practice else _points(headers, path)
    if meta["grade_id"] and not _GRADE_ID.match(str(meta["grade_id"])):
        raise UnitError(
            f"{path}: expected a name like 'signed-distance' (lower case, hyphens), "
            f"got '{meta['grade_id']}'"
        )
    made: dict[str, Any] = {
        "cell_type": cell["cell_type"],
        "metadata": {"nbgrader": meta},
        "source": source,
    }
    if cell["cell_type"] == "code":
        made |= {"execution_count": None, "outputs": []}
    return made


def _points(headers: dict[str, Any], path: Path) -> float:
    points = headers.get("points")
    name = headers.get("tests", headers.get("written"))
    if not isinstance(points, int | float) or isinstance(points, bool) or not 0 < points <= 10:
        raise UnitError(f"{path}: '{name}' expects `points` between 0 and 10, got {points!r}")
    return points


def _no_points(headers: dict[str, Any], path: Path) -> float:
    name = headers.get("tests", headers.get("written"))
    if "written" in headers:
        raise UnitError(f"{path}: '{name}': a practice unit has no task that a person marks")
    if "points" in headers or "partial" in headers:
        raise UnitError(f"{path}: '{name}': expected no points in a practice unit")
    return 0


def _name_given_cells(cells: list[dict[str, Any]]) -> None:
    """Give read-only cells a grade_id from the task that follows and their place before it."""
    following = "end"
    count = 0
    for cell in reversed(cells):
        meta = cell["metadata"]["nbgrader"]
        if meta["grade_id"]:
            following, count = meta["grade_id"], 0
        else:
            count += 1
            meta["grade_id"] = f"{following}-given-{count}"


def _number_tasks(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Write "Task 3. Title (2 points)" into each task's heading; return the tasks."""
    tasks: list[dict[str, Any]] = []
    heading: tuple[dict[str, Any], str] | None = None
    for cell in cells:
        meta = cell["metadata"]["nbgrader"]
        if cell["cell_type"] == "markdown" and not meta["grade"]:
            found = _TASK_HEADING.findall(cell["source"])
            heading = (cell, found[-1]) if found else heading
        elif meta["grade"]:
            title = heading[1] if heading else meta["grade_id"]
            number = len(tasks) + 1
            manual = meta["solution"]
            tasks.append(
                {
                    "grade_id": meta["grade_id"],
                    "title": title,
                    "points": meta["points"],
                    "manual": manual,
                }
            )
            if heading:
                shown = f"## Task {number}. {title} ({worth_text(meta['points'])})"
                text = heading[0]["source"]
                start, end = _last_heading(text)
                heading[0]["source"] = text[:start] + shown + text[end:]
                heading = None
    return tasks


def _last_heading(text: str) -> tuple[int, int]:
    *_, last = _TASK_HEADING.finditer(text)
    return last.span()


def _about(
    front: dict[str, Any], slug: str, tasks: list[dict[str, Any]], path: Path, cells: list[Notebook]
) -> dict[str, Any]:
    missing = [name for name in _NEEDED if name not in front]
    if missing:
        raise UnitError(f"{path}: expected `{missing[0]}` in the front matter's `unit:`")
    attempt_rules(front, slug)
    limits = dict(front.get("limits", {}))
    about = {name: front[name] for name in _ABOUT if name in front}
    return about | {
        "unit": slug,
        "gpu": bool(limits.get("gpu", False)),
        "limits": limits,
        "release": hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()[:16],
        "tasks": tasks,
    }
