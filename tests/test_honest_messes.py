"""What honest notebooks look like: the judge gives them what stock grading gives, or more."""

from collections.abc import Callable
from typing import Any

import pytest

from autograder.grading import grade
from autograder.result import Result
from autograder.submission import match
from autograder.unit import Limits, unit_from_notebook
from tests.doubling import RIGHT, STUB, cell, notebook

pytestmark = pytest.mark.slow

UNIT = unit_from_notebook(notebook(RIGHT), "doubling")
Raw = dict[str, Any]


def own(source: str) -> Raw:
    return {"cell_type": "code", "metadata": {}, "source": source}


def split_in_two(raw: Raw) -> None:
    raw["cells"][1]["source"] = "factor = 2"
    raw["cells"].insert(2, own("def double(x): return x * factor"))


def copied(raw: Raw) -> None:
    raw["cells"][1]["source"] = STUB
    raw["cells"].insert(2, cell("double", RIGHT, solution=True))


def moved_above_its_given_cell(raw: Raw) -> None:
    raw["cells"][1]["source"] = "far = SEED + 1\n" + RIGHT
    raw["cells"][:2] = raw["cells"][1::-1]


def without_its_given_cell(raw: Raw) -> None:
    raw["cells"][1]["source"] = "far = SEED + 1\n" + RIGHT
    del raw["cells"][0]


def syntax_error_in_another_cell(raw: Raw) -> None:
    raw["cells"].insert(0, own("def broken(:\n    pass"))


def error_in_another_cell(raw: Raw) -> None:
    raw["cells"].insert(2, own("1 / 0"))


def first(source: str) -> Callable[[Raw], None]:
    """Put a cell of the student's own before everything."""

    def change(raw: Raw) -> None:
        raw["cells"].insert(0, own(source))

    return change


def above(source: str) -> Callable[[Raw], None]:
    """Put lines above the answer, in its cell."""

    def change(raw: Raw) -> None:
        raw["cells"][1]["source"] = f"{source}\n{RIGHT}"

    return change


def inside(source: str) -> Callable[[Raw], None]:
    """Put a statement into the answer's function."""

    def change(raw: Raw) -> None:
        raw["cells"][1]["source"] = f"def double(x):\n    {source}\n    return x * 2"

    return change


# What is done to a right notebook, and the points it has then, of 3.
MESSES: dict[str, tuple[Callable[[Raw], None], float]] = {
    "split in two": (split_in_two, 3),
    "copied": (copied, 3),
    "moved above its given cell": (moved_above_its_given_cell, 3),
    "without its given cell": (without_its_given_cell, 3),
    "syntax error elsewhere": (syntax_error_in_another_cell, 3),
    "error elsewhere": (error_in_another_cell, 3),
    "endless loop elsewhere": (first("while True: pass"), 3),
    "endless sleep elsewhere": (first("import time\ntime.sleep(600)"), 3),
    "input elsewhere": (first("name = input('Your name? ')"), 3),
    "input in the answer's cell": (above("input()"), 1),
    "input in the function": (inside("input()"), 1),
    "exit elsewhere": (first("import sys\nsys.exit()"), 3),
    "quit elsewhere": (first("quit()"), 3),
    "exit after the answer": (lambda raw: raw["cells"].insert(2, own("exit()")), 3),
    "exit in the function": (inside("import sys; sys.exit()"), 1),
    "dies elsewhere": (first("import os\nos._exit(1)"), 3),
    "kills itself after the answer": (
        lambda raw: raw["cells"].insert(2, own("import os\nos.kill(os.getpid(), 9)")),
        3,
    ),
    "too much memory elsewhere": (first("x = bytearray(3 << 30)"), 3),
    "a flood of output": (first("for _ in range(10**5): print('x' * 100)"), 3),
    "a flood in the function": (inside("print('x' * 3_000_000)"), 3),
    "a large value displayed": (first("list(range(10**6))"), 3),
    "a warning": (inside("import warnings; warnings.warn('old')"), 3),
    "stderr": (inside("import sys; print('!', file=sys.stderr)"), 3),
    "magics": (first("%matplotlib inline\n%time y = 1\n%timeit -n1 -r1 y\n%precision 3"), 3),
    "a cell magic": (first("%%time\nz = 3"), 3),
    "a magic in the answer": (above("%matplotlib inline"), 3),
    "a shell command": (first("!echo hello"), 3),
    "installing a package": (first("%pip --version"), 3),
    "help": (first("?print\nlen?"), 3),
    "an unknown magic": (first("%load_ext nothing_of_that_name"), 3),
    "get_ipython": (first("get_ipython().run_line_magic('matplotlib', 'inline')"), 3),
    "display": (first("from IPython.display import display, HTML\ndisplay(HTML('<b>x</b>'))"), 3),
    "clear_output": (first("from IPython.display import clear_output\nclear_output()"), 3),
    "widgets": (first("import ipywidgets\nipywidgets.IntSlider()"), 3),
    "plots": (first("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"), 3),
    "await at the top": (first("import asyncio\nawait asyncio.sleep(0)"), 3),
    "a file of their own": (first("%%writefile mine.py\nfactor = 2"), 3),
    "a module of their own": (
        lambda raw: raw["cells"].__setitem__(
            slice(0, 2),
            [
                own("%%writefile mine.py\nfactor = 2"),
                raw["cells"][0],
                cell("double", "import mine\ndef double(x): return x * mine.factor", solution=True),
            ],
        ),
        3,
    ),
    "another folder": (first("import os\nos.makedirs('sub')\nos.chdir('sub')"), 3),
    "a name of the tests": (first("far = 'mine'"), 3),
    "a builtin replaced": (first("list = [1, 2]\nsum = 3"), 3),
    "a closed stdout": (first("import sys\nsys.stdout.close()"), 3),
    "a replaced stdout": (first("import sys, io\nsys.stdout = io.StringIO()"), 3),
    "a thread left running": (
        first("import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()"),
        3,
    ),
    "an alarm": (first("import signal\nsignal.signal(signal.SIGINT, signal.SIG_DFL)"), 3),
    "recursion without end": (inside("return double(x)"), 1),
    "a decorator and a class": (
        above("import functools\nclass A: pass\n@functools.lru_cache\ndef g(): return A()"),
        3,
    ),
    "a generator of numbers": (above("import random\nrandom.seed(1)\nrandom.random()"), 3),
    "half the notebook deleted": (lambda raw: raw["cells"].__delitem__(slice(3, 6)), 2),
}


def graded(raw: Raw, engine: str, cell_s: float) -> Result:
    limits = Limits(time_s=120, cell_s=cell_s, memory_mb=1024)
    return grade(
        UNIT, match(raw, UNIT, "ada"), limits=limits, released={"double": STUB}, engine=engine
    )


@pytest.mark.parametrize("mess", MESSES)
def test_the_judge_gives_what_stock_gives_or_more(mess: str) -> None:
    change, points = MESSES[mess]
    raw = notebook(RIGHT)
    change(raw)
    cell_s = 2 if "endless" in mess else 30
    judged, stock = graded(raw, "judge", cell_s), graded(raw, "stock", cell_s)

    assert judged.score == points
    assert judged.score >= stock.score
    if mess not in ("a closed stdout", "recursion without end"):
        assert [t.outcome for t in judged.tasks] == [t.outcome for t in stock.tasks]
