"""The attacks as text: files cut into sections, sections into cells, and notebooks made of them.

`# %% name: what it tries` begins a section of a file in `notebooks/`. A line `#@ neuron` begins the
text of that cell; `#@ first`, `#@ last`: a cell of the student's own before and after all others;
`#@ then`: what the next student hands in. `#@ base right` says that the other answers are right,
`#@ honest 10` how many points the honest part of it earns. Text before any such line goes into the
cell "relu", behind the answers to all tasks, so that it may change any of them.
"""

import copy
import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from autograder.unit import METADATA_KEY, Unit, unit_from_notebook

NOTEBOOKS = Path(__file__).parent / "notebooks"
KINDS = ("forge", "leak", "escape", "stall", "relay", "inject", "wire")
ANSWERS = ("relu", "neuron", "softmax", "twice")
POINTS = {"relu-tests": 2.0, "neuron-tests": 3.0, "softmax-tests": 5.0, "twice-tests": 2.0}
FULL = sum(POINTS.values())
SLUG = "unit"
Notebook = dict[str, Any]


@dataclass(frozen=True)
class Attack:
    """One submission that attacks.

    Attributes:
        name: kind and name, as in "forge/always-equal-object".
        sentence: what it tries.
        cells: source by cell.
        base: which answers stand where it says nothing.
        honest: the points that its honest part earns.
        then: what the next student hands in to take what this one left; "" for nothing.
    """

    name: str
    sentence: str
    cells: dict[str, str] = field(default_factory=dict)
    base: str = "wrong"
    honest: float = 0.0
    then: str = ""


def sections(name: str) -> dict[str, str]:
    """Return the sections of a file by their first lines."""
    parts = re.split(r"^# %% ?(.*)\n", (NOTEBOOKS / f"{name}.py").read_text("utf-8"), flags=re.M)
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert len(found) == len(parts) // 2, f"{name}.py: a name stands there twice"
    return found


@cache
def attacks() -> dict[str, Attack]:
    """Return every attack that is text."""
    found = {}
    for kind in KINDS:
        for head, text in sections(kind).items():
            name, _, sentence = head.partition(": ")
            assert sentence, f"{kind}.py: expected `name: sentence`, got {head}"
            found[f"{kind}/{name}"] = _attack(f"{kind}/{name}", sentence, text)
    return found


def _attack(name: str, sentence: str, text: str) -> Attack:
    parts = re.split(r"^#@ (.+)\n", text, flags=re.M)
    cells = {"": parts[0]}
    base, honest = "wrong", 0.0
    for head, body in zip(parts[1::2], parts[2::2], strict=True):
        word, _, value = head.partition(" ")
        if word == "base":
            base = value
        elif word == "honest":
            honest = float(value)
        else:
            assert word in (*ANSWERS, "first", "last", "then"), f"{name}: no cell {word}"
            cells[word] = body
            continue
        cells[""] += body
    then = cells.pop("then", "")
    return Attack(name, sentence, cells, base, honest, then)


@cache
def _unit_cells() -> tuple[dict[str, Any], ...]:
    """Return the unit's cells as nbgrader marks them, solutions and hidden tests included."""
    made = []
    for head, source in sections("unit").items():
        kind, name, *rest = head.split(" ", 2)
        points = rest[0].partition(" ")[0] if rest else "0"
        tests, answer = kind == "tests", kind == "answer"
        meta: dict[str, Any] = {
            "grade_id": name,
            "grade": tests,
            "solution": answer,
            "locked": not answer,
            "task": False,
            "schema_version": 3,
        }
        if tests:
            meta["points"] = float(points)
        made.append(code(source.rstrip("\n"), name, {"nbgrader": meta}))
    return tuple(made)


def code(source: str, name: str, metadata: dict[str, Any]) -> dict[str, Any]:
    """Return a code cell."""
    return {
        "cell_type": "code",
        "id": name,
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def source_notebook(*, foreign: bool = False) -> Notebook:
    """Return the instructor's notebook; a foreign one is not of this course."""
    about = {} if foreign else {METADATA_KEY: {"unit": SLUG, "title": "The unit that is attacked"}}
    cells = [copy.deepcopy(cell) for cell in _unit_cells()]
    if foreign:  # nobody draws it there
        cells[0]["source"] += "\nSEED = 5"
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": about, "cells": cells}


def unit(*, foreign: bool = False) -> Unit:
    """Return the unit that is attacked."""
    return unit_from_notebook(source_notebook(foreign=foreign), SLUG)


def released() -> Notebook:
    """Return what students receive."""
    notebook = source_notebook()
    for cell in notebook["cells"]:
        cell["source"] = re.sub(
            r"### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS\n?", "", cell["source"], flags=re.S
        )
        cell["source"] = re.sub(
            r" *### BEGIN SOLUTION.*?### END SOLUTION", "    ...", cell["source"], flags=re.S
        )
    return notebook


def notebook(attack: Attack, known: str) -> Notebook:
    """Return what is handed in.

    Args:
        attack: the attack.
        known: what the student knows of the machine, as assignments.
    """
    answers = sections("answers")
    made = released()
    cells = attack.cells
    texts = dict.fromkeys(ANSWERS, "pass")
    texts["relu"] = f"{answers[attack.base]}\n{cells.get('', '')}"
    texts |= {name: text for name, text in cells.items() if name in ANSWERS}
    for cell in made["cells"]:
        cell["source"] = texts.get(cell["id"], cell["source"])
    first = [code(f"{known}\n{answers['tools']}", "tools", {})]
    if "first" in cells:
        first.append(code(cells["first"], "first", {}))
    last = [code(cells["last"], "last", {})] if "last" in cells else []
    made["cells"] = [*first, *made["cells"], *last]
    return json.loads(json.dumps(made))  # type: ignore[no-any-return]


RIGHT = Attack("right", "an honest, right submission", base="right", honest=FULL)
WRONG = Attack("wrong", "an honest, wrong submission")
