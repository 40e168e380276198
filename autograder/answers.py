"""Notebooks with answers in them: the reference, other right answers, known mistakes.

A bank of answers is a Python file cut into sections by lines `# %% <name>` or
`# %% <name>: <sentence>`; what follows such a line is the whole content of an answer cell.
"""

import ast
import copy
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jupytext

from autograder.errors import UnitError
from autograder.folders import CourseFolder
from autograder.release import released_notebook
from autograder.unit import Unit

_SECTION = re.compile(r"^# %% (?P<name>[a-z0-9-]+)(?:: *(?P<sentence>.*\S))? *$")


@dataclass(frozen=True)
class Answer:
    """One section of a bank: its name, the diagnosis it carries, the cell's content."""

    name: str
    sentence: str
    source: str


def read_bank(path: Path) -> list[Answer]:
    """Return the sections of a bank file.

    Raises:
        UnitError: text stands before the first section, or a section is empty or repeated.
    """
    answers: list[tuple[str, str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := _SECTION.match(line):
            answers.append((match["name"], match["sentence"] or "", []))
        elif line.startswith("# %%"):
            raise UnitError(f"{path}: expected `# %% <name>` in lower case, got {line!r}")
        elif answers:
            answers[-1][2].append(line)
        elif line.strip() and not line.startswith(("#", '"""')):
            raise UnitError(f"{path}: expected a line `# %% <name>` before code, got {line!r}")
    names = [name for name, _, _ in answers]
    if not answers or len(set(names)) != len(names):
        raise UnitError(f"{path}: expected sections with names of their own, got {names}")
    return [Answer(name, text, "\n".join(body).strip("\n")) for name, text, body in answers]


def reference_answers(unit: Unit) -> dict[str, str]:
    """Return the reference solution of each answer cell, by grade_id."""
    return {cell.grade_id: cell.source for cell in unit.cells if cell.kind == "answer"}


def answered(
    folder: CourseFolder, slug: str, answers: Mapping[str, str], *, manual: bool = True
) -> dict[str, Any]:
    """Return the released notebook as a student would hand it in with these answers.

    Args:
        folder: the course.
        slug: the unit.
        answers: content of answer cells by grade_id; the others stay as released.
        manual: whether written tasks are part of the release.

    Raises:
        UnitError: an answer names no answer cell of the unit.
    """
    return filled(json.loads(released_notebook(folder, slug, manual=manual)), answers)


def filled(notebook: Mapping[str, Any], answers: Mapping[str, str]) -> dict[str, Any]:
    """Return a released notebook with these answers in it.

    Args:
        notebook: the release; it stays as it is.
        answers: content of answer cells by grade_id; the others stay as they are.

    Raises:
        UnitError: an answer names no answer cell of the notebook.
    """
    made: dict[str, Any] = copy.deepcopy(dict(notebook))
    left = dict(answers)
    for cell in made["cells"]:
        meta = cell["metadata"]["nbgrader"]
        if meta["solution"] and meta["grade_id"] in left:
            cell["source"] = left.pop(meta["grade_id"])
    if left:
        raise UnitError(f"expected names of answer cells, got {sorted(left)}")
    return made


def chapter_definitions(chapter: Path) -> str:
    """Return every top-level import, function, class and constant of a chapter's code cells.

    It is what a student who copies from the chapter has at hand.
    """
    notebook = jupytext.reads(chapter.read_text(encoding="utf-8"), fmt="md:myst")
    kept: list[str] = []
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        try:
            tree = ast.parse(cell.source)
        except SyntaxError:
            continue
        kept += [
            ast.unparse(node)
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom)
        ]
    return "\n\n".join(line for line in kept if "tensorflow" not in line and "keras" not in line)
