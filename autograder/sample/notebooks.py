"""Notebooks as students hand them in, made from a unit's reference answers: right to damaged."""

import ast
import json
from typing import Any

from autograder.answers import answered, reference_answers
from autograder.folders import CourseFolder
from autograder.unit import METADATA_KEY, Task, Unit

_WRITTEN = "My reason, in words of my own: an instructor reads it and gives the points."

Notebook = dict[str, Any]


class Maker:
    """Makes notebooks of one unit as students would hand them in."""

    def __init__(self, folder: CourseFolder, unit: Unit) -> None:
        self.folder = folder
        self.unit = unit
        self.automatic = [task for task in unit.tasks if not task.manual]
        self.reference = {
            name: "\n".join(line for line in source.splitlines() if "### " not in line)
            for name, source in reference_answers(unit).items()
        }
        self.written = {task.grade_id: _WRITTEN for task in unit.tasks if task.manual}

    def notebook(self, changed: dict[str, str] | None = None) -> Notebook:
        """Return a notebook with reference answers, some of them changed."""
        answers = self.reference | self.written | (changed or {})
        return answered(self.folder, self.unit.slug, answers, manual=bool(self.written))

    def blank(self) -> Notebook:
        """Return the notebook as it was released."""
        return answered(self.folder, self.unit.slug, {}, manual=bool(self.written))

    def spoiled(self, tasks: list[Task], lines: str) -> dict[str, str]:
        """Return the answers of some tasks with lines put first into their functions."""
        return {
            name: with_first_lines(self.reference[name], lines)
            for task in tasks
            for name in task.answers
        }


def with_first_lines(source: str, lines: str) -> str:
    """Return an answer with lines put at the start of its last function, or of the cell."""
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    text = source.splitlines()
    if not functions:
        return "\n".join([*lines.splitlines(), *text])
    body = functions[-1].body
    documented = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    after = (body[0].end_lineno or body[0].lineno) if documented else body[0].lineno - 1
    indent = " " * body[0].col_offset
    return "\n".join(
        [*text[:after], *(indent + line for line in lines.splitlines()), *text[after:]]
    )


def _bytes(notebook: Notebook) -> bytes:
    return (json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _cells_of(notebook: Notebook) -> dict[str, int]:
    """Return the position of each of the unit's cells by grade_id."""
    return {
        cell["metadata"]["nbgrader"]["grade_id"]: position
        for position, cell in enumerate(notebook["cells"])
    }


def right(maker: Maker) -> bytes:
    """Return a notebook in which everything is right."""
    return _bytes(maker.notebook())


def partly(maker: Maker) -> bytes:
    """Return one whose second half stops with an error."""
    return _bytes(maker.notebook(maker.spoiled(second_half(maker.automatic), "valeu")))


def wrong(maker: Maker) -> bytes:
    """Return one in which nothing is right: one answer prints, the others stop with an error."""
    first, *others = maker.automatic
    answers = maker.spoiled([first], 'return print("0.5")')
    return _bytes(maker.notebook(answers | maker.spoiled(others, "valeu")))


def blank(maker: Maker) -> bytes:
    """Return the notebook as it was released."""
    return _bytes(maker.blank())


def missing_cells(maker: Maker) -> bytes:
    """Return one without its first test cell and its last answer cells."""
    notebook = maker.notebook()
    at = _cells_of(notebook)
    gone = {at[maker.automatic[0].grade_id], *(at[a] for a in maker.automatic[-1].answers)}
    notebook["cells"] = [c for n, c in enumerate(notebook["cells"]) if n not in gone]
    return _bytes(notebook)


def copied_cell(maker: Maker) -> bytes:
    """Leave a first try in the cell and put the right answer into a copy below it."""
    first = maker.automatic[0]
    notebook = maker.notebook(maker.spoiled([first], 'return print("0.5")'))
    position = _cells_of(notebook)[first.answers[0]]
    copied = json.loads(json.dumps(notebook["cells"][position]))
    copied["source"] = maker.reference[first.answers[0]]
    notebook["cells"].insert(position + 1, copied)
    return _bytes(notebook)


def broken_json(maker: Maker) -> bytes:
    """Return a file that breaks off."""
    whole = right(maker)
    return whole[: len(whole) * 2 // 3]


def empty(maker: Maker) -> bytes:
    """Return an empty file."""
    return b""


def other_unit(maker: Maker) -> bytes:
    """Return the notebook of another unit."""
    meta = {
        "grade": False,
        "grade_id": "another-answer",
        "locked": False,
        "schema_version": 3,
        "solution": True,
        "task": False,
    }
    cell: dict[str, Any] = {
        "cell_type": "code",
        "execution_count": None,
        "id": "another-answer",
        "metadata": {"nbgrader": meta},
        "outputs": [],
        "source": "def another():\n    return 1",
    }
    about = {METADATA_KEY: {"unit": "another-unit"}}
    return _bytes({"cells": [cell], "metadata": about, "nbformat": 4, "nbformat_minor": 5})


def never_ends(maker: Maker) -> bytes:
    """Return one whose last answer loops for ever."""
    return _bytes(maker.notebook(maker.spoiled(maker.automatic[-1:], "while True:\n    pass")))


def messy(maker: Maker) -> bytes:
    """Return right answers in a notebook that went through other tools and much trying out."""
    notebook = maker.notebook()
    cells: list[dict[str, Any]] = [_own_text("# My notes\n\n<b>to do:</b> ask about task 1")]
    for count, cell in enumerate(notebook["cells"], start=1):
        cell.pop("id", None)
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)
        cell["metadata"]["collapsed"] = False
        cells.append(cell)
        if cell["cell_type"] == "code":
            cell["execution_count"] = 100 - count
            cells.append(_own_code(f"%precision 3\nprint('tried', {count})", count))
    cells.append(_own_code("for line in range(3000):\n    print('line', line)", 101))
    cells.append(_own_code("!echo tried", 101))
    cells.append(_own_code("this_name_is_not_there", 102))
    notebook |= {"cells": cells, "nbformat_minor": 4}
    notebook["metadata"]["colab"] = {"name": "Copy of Untitled12.ipynb", "provenance": []}
    return _bytes(notebook)


def _own_text(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def _own_code(source: str, count: int) -> dict[str, Any]:
    output = {"name": "stdout", "output_type": "stream", "text": "tried\n"}
    return {
        "cell_type": "code",
        "execution_count": count,
        "metadata": {"scrolled": True},
        "outputs": [output],
        "source": source,
    }


def second_half(tasks: list[Task]) -> list[Task]:
    """Return the later half of the tasks; not every second one, for later ones call earlier."""
    return tasks[len(tasks) // 2 :]
