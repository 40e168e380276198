"""A small course in the idioms of public nbgrader courses; every word of it is our own.

Each task is one thing that tests of real courses do and that tells two processes from one.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TASKS: dict[str, tuple[str, str]] = {
    # name of the task: (the answer cell, the test cell)
    "squares": (
        "def squares(n):\n    ### BEGIN SOLUTION\n    return [i * i for i in range(1, n + 1)]\n"
        "    ### END SOLUTION",
        "assert squares(3) == [1, 4, 9]\n### BEGIN HIDDEN TESTS\nassert squares(1) == [1]\n"
        "### END HIDDEN TESTS",
    ),
    "uses-squares": (
        "def total(n):\n    ### BEGIN SOLUTION\n    return sum(squares(n))\n    ### END SOLUTION",
        "kept = squares\ndel squares\ntry:\n    total(1)\nexcept NameError:\n    pass\n"
        "else:\n    raise AssertionError('total does not use squares')\nfinally:\n"
        "    squares = kept\nassert total(2) == 5",
    ),
    "asks": (
        "def age():\n    ### BEGIN SOLUTION\n    return int(input('How old? ')) + 1\n"
        "    ### END SOLUTION",
        "import builtins\nkept = builtins.input\nbuiltins.input = lambda prompt='': '41'\ntry:\n"
        "    assert age() == 42\nfinally:\n    builtins.input = kept",
    ),
    "plots": (
        "def plot(xs):\n    ### BEGIN SOLUTION\n    plt.plot(xs, label='data')\n"
        "    plt.title('Data')\n    ### END SOLUTION",
        "plot([1, 2])\nax = plt.gca()\nassert isinstance(ax, plt.Axes)\n"
        "assert ax.get_title() == 'Data' and ax.lines[0].get_ydata().tolist() == [1, 2]",
    ),
    "in-place": (
        "def double(values):\n    ### BEGIN SOLUTION\n    values *= 2\n    ### END SOLUTION",
        "a = np.arange(3)\ndouble(a)\nassert a.tolist() == [0, 2, 4]",
    ),
    "source": (
        "def add_up(values):\n    ### BEGIN SOLUTION\n    result = 0\n    for value in values:\n"
        "        result += value\n    return result\n    ### END SOLUTION",
        "import inspect\nassert 'sum(' not in inspect.getsource(add_up)\n"
        "assert add_up([1, 2]) == 3 and 'add_up' in dir()",
    ),
    "global": (
        "rate = 1\ndef scaled(x):\n    ### BEGIN SOLUTION\n    return rate * x\n"
        "    ### END SOLUTION",
        "rate = 10\nassert scaled(2) == 20 and 'scaled' in locals()",
    ),
    "draws": (
        "def draw(n):\n    ### BEGIN SOLUTION\n    return np.random.rand(n)\n    ### END SOLUTION",
        "np.random.seed(7)\ngot = draw(3)\nnp.random.seed(7)\n"
        "assert np.allclose(got, np.random.rand(3))",
    ),
    "prints": (
        "def greet(name):\n    ### BEGIN SOLUTION\n    print(f'Hello, {name}!')\n"
        "    ### END SOLUTION",
        "import io\nfrom contextlib import redirect_stdout\nout = io.StringIO()\n"
        "with redirect_stdout(out):\n    greet('A')\nassert out.getvalue() == 'Hello, A!\\n'",
    ),
    "raises": (
        "class TooLow(ValueError):\n    pass\n\ndef checked(x):\n    ### BEGIN SOLUTION\n"
        "    if x < 0:\n        raise TooLow(x)\n    return x\n    ### END SOLUTION",
        "try:\n    checked(-1)\nexcept TooLow as error:\n    assert error.args == (-1,)\n"
        "else:\n    raise AssertionError\nassert checked(2) == 2",
    ),
    "class": (
        "class Stack:\n    ### BEGIN SOLUTION\n    def __init__(self):\n        self.items = []\n"
        "    def push(self, item):\n        self.items.append(item)\n"
        "    def __len__(self):\n        return len(self.items)\n    ### END SOLUTION",
        "s = Stack()\ns.push(3)\nassert len(s) == 1 and s.items == [3] and 'push' in dir(s)",
    ),
    "loop": (
        "def step(x):\n    ### BEGIN SOLUTION\n    return x / 2\n    ### END SOLUTION",
        "xs = [8]\nwhile xs[-1] > 1:\n    xs.append(step(xs[-1]))\nassert xs == [8, 4, 2, 1]",
    ),
    "partial": (
        "def graded(x):\n    ### BEGIN SOLUTION\n    return x + 1\n    ### END SOLUTION",
        "earned = 0\nif graded(1) == 2:\n    earned += 0.5\nif graded(2) == 4:\n    earned += 0.5\n"
        "assert graded(0) == 1\nearned",
    ),
}
POINTS = 1.0
SETUP = "import numpy as np\nimport matplotlib.pyplot as plt\n%matplotlib inline"


def notebook(tasks: Mapping[str, tuple[str, str]] = TASKS, **more: Any) -> dict[str, Any]:
    """Return the instructor's notebook, solutions and hidden tests included."""
    cells = [_cell("given", SETUP)]
    for name, (answer, tests) in tasks.items():
        cells.append(_cell("", f"# a cell of the student's own: {name}"))
        cells.append(_cell(name, answer, solution=True))
        cells.append(_cell(f"{name}-tests", tests, grade=True, points=POINTS))
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": more, "cells": cells}


def write(path: Path, made: Mapping[str, Any]) -> Path:
    """Write a notebook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(made), encoding="utf-8")
    return path


def _cell(grade_id: str, source: str, **meta: Any) -> dict[str, Any]:
    nbgrader = {
        "grade": False,
        "solution": False,
        "locked": not meta.get("solution"),
        "task": False,
        "schema_version": 3,
        "grade_id": grade_id,
    }
    return {
        "cell_type": "code",
        "id": grade_id or f"own-{abs(hash(source)) % 10**6}",
        "metadata": {"nbgrader": nbgrader | meta} if grade_id else {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }
