"""Helper modules and files beside the notebook: what of them is the judge's, what the student's."""

import sys
from functools import partial
from pathlib import Path

import pytest

from autograder.execution.ended import Ended
from autograder.execution.pair import start_cold
from autograder.execution.references import References
from tests.execution.run import Cells, run

pytestmark = pytest.mark.slow

HELPER = """
class Item:
    def __init__(self, name):
        self.name = name

def double(x):
    return 2 * x

_kept = []

def keep(x):
    _kept.append(x)

def kept():
    return list(_kept)

def is_item(thing):
    return type(thing) == Item and thing.name == "vase"

def run_text(text):
    return eval(text)

def run_own():
    return eval("1 + 1")
"""


def beside(tmp_path: Path, cells: Cells, student: dict[int, str] | None = None) -> list[Ended]:
    (tmp_path / "helper.py").write_text(HELPER)
    (tmp_path / "own.txt").write_text("the course's own")
    return run(cells, student, start=partial(start_cold, files=str(tmp_path)))


def said(ended: list[Ended]) -> list[tuple[str, str]]:
    return [(e.state, e.trace) for e in ended]


def test_a_function_of_a_helper_is_the_same_on_both_sides(tmp_path: Path) -> None:
    cells = [
        ("given", "import helper"),
        ("answer", "chosen = helper.double"),
        ("tests", "assert chosen == helper.double and chosen(2) == 4"),
    ]
    assert said(beside(tmp_path, cells)) == [("ok", "")]

    (wrong,) = beside(tmp_path, cells, {0: "def chosen(x):\n    return 2 * x"})
    assert wrong.error in ("AssertionError", "Refused")


def test_an_object_of_a_helpers_class_is_one_and_has_its_attributes(tmp_path: Path) -> None:
    cells = [
        ("given", "from helper import Item, is_item"),
        ("answer", "vase = Item('vase')"),
        ("tests", "assert isinstance(vase, Item) and vase.name == 'vase' and is_item(vase)"),
    ]
    assert said(beside(tmp_path, cells)) == [("ok", "")]


def test_what_a_helper_keeps_is_where_the_answer_imported_it(tmp_path: Path) -> None:
    cells = [
        ("answer", "from helper import keep, kept\nkeep(3)"),
        ("tests", "assert kept() == [3]"),
    ]
    assert said(beside(tmp_path, cells)) == [("ok", "")]


def test_a_helper_of_the_tests_is_the_judges_own(tmp_path: Path) -> None:
    cells = [("answer", "x = 1"), ("tests", "import helper\nassert helper.double(x) == 2")]
    patched = "x = 1\nimport helper\nhelper.double = lambda x: 3"

    assert said(beside(tmp_path, cells, {0: patched})) == [("ok", "")]


def test_a_helper_evaluates_its_own_text_and_no_other(tmp_path: Path) -> None:
    cells = [
        ("answer", "text = '1 + 1'"),
        ("tests", "import helper\nassert helper.run_own() == 2\nhelper.run_text(text)"),
    ]
    (ended,) = beside(tmp_path, cells, {0: "text = '__import__(\"os\").getpid()'"})

    assert ended.error == "Refused"


@pytest.mark.parametrize(
    ("reads", "error"),
    [
        ("open('large.bin', 'rb')", "FileNotFoundError"),
        ("open('folder/../small.txt')", "FileNotFoundError"),
        ("open(os.path.abspath('small.txt'))", "FileNotFoundError"),
        ("open('small.txt', 'r+')", "FileNotFoundError"),
        ("import pickle; pickle.load(open('small.txt', 'rb'))", "Refused"),
        ("import made", "ModuleNotFoundError"),
        ("assert open('own.txt').read() == 'the course\\'s own', open('own.txt').read()", ""),
        ("exec(open('small.txt').read())", "Refused"),
    ],
)
def test_of_the_students_files_bytes_are_read_and_no_more(
    tmp_path: Path, reads: str, error: str
) -> None:
    cells = [("answer", "x = 1"), ("tests", f"import os\nassert x == 1\n{reads}")]
    student = (
        "x = 1\nfor name, text in {'small.txt': 'print(1)', 'made.py': 'x = 1', "
        "'large.bin': 'a' * (9 << 20), 'own.txt': 'mine'}.items():\n"
        "    with open(name, 'w') as file:\n        _ = file.write(text)"
    )

    (ended,) = beside(tmp_path, cells, {0: student})

    assert ended.error == error, ended


def test_text_that_was_not_handed_in_is_not_run_in_the_sandbox(tmp_path: Path) -> None:
    cells = [
        ("answer", "def f(x):\n    return x"),
        ("tests", "want = 3\nexec(f'assert f({want}) == {want}')"),
    ]
    (ended,) = beside(tmp_path, cells)

    assert ended.error == "Refused"


def test_a_function_of_matplotlibs_is_the_sandboxs() -> None:
    import matplotlib.pyplot as plt

    references = References({"matplotlib", "math"}, {"gca", "sqrt", "Axes"})

    assert sys.modules["matplotlib.pyplot"] is plt
    assert references.value("math", "sqrt") is not None
    assert references.value("matplotlib.pyplot", "gca") is None
    assert references.claim("matplotlib.axes._axes", "Axes") is None
