"""The piece that finds a behaviour: what it is made of, and that both engines find the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from autograder.answers import answered, reference_answers
from autograder.check import check_file
from autograder.diagnosis.probing import fingerprint, names_of, piece_of, probe
from autograder.execution.cage import Mode, find_cage
from autograder.execution.zygote import Warm
from autograder.folders import CourseFolder
from autograder.grading import grade, plan_of
from autograder.source import load_unit
from autograder.submission import match
from autograder.unit import Unit, unit_from_notebook
from tests.doubling import RIGHT, notebook
from tests.small_course.making import SLUG, small_course

FOLDER = CourseFolder()
SLUGS = FOLDER.slugs()


def released(folder: CourseFolder, slug: str) -> Unit:
    return unit_from_notebook(json.loads(folder.release(slug).read_text("utf-8")), slug)


def behaviour(text: str, **names: Any) -> str:
    space: dict[str, Any] = {"names": {"__builtins__": __builtins__, **names}}
    exec(compile(text, "piece", "exec"), space)  # noqa: S102 - a piece of ours
    return str(space["behaviour"])


def test_a_piece_needs_nothing_but_the_names_of_the_notebook() -> None:
    piece = probe("assert f(2) == 4\nx = f(3)", ["f"])

    assert behaviour(piece, f=lambda x: 2 * x) == behaviour(piece, f=lambda x: x + x)
    assert behaviour(piece, f=lambda x: 2 * x) != behaviour(piece, f=lambda x: x**2)


@pytest.mark.parametrize(
    "visible",
    [
        "for i in (1, 2, 3):\n    assert f(i) > 0\n",
        "if True:\n    assert f(1) > 0\n    assert f(2) > 0\n    assert f(3) > 0\n",
        "assert f(1) > 0\nassert f(2) > 0, f'{f(9)}'\nassert f(3) > 0\n",
    ],
)
def test_an_assertion_does_not_end_what_stands_beside_it(visible: str) -> None:
    """Else two mistakes that differ in the third value would be one."""
    piece = probe(visible, ["f"])
    asked: list[list[int]] = []

    def made(*values: int) -> Any:
        asked.append([])
        return lambda i: (asked[-1].append(i), values[i - 1])[1]

    assert behaviour(piece, f=made(-1, -1, 1)) != behaviour(piece, f=made(-1, -1, -1))
    assert asked == [[1, 2, 3], [1, 2, 3]], "a message is not worked out"


def test_an_assertion_in_a_function_or_a_while_loop_still_guards_what_follows() -> None:
    visible = (
        "def check():\n    assert f(1) > 0\n    f(2)\n\n\n"
        "check()\nwhile True:\n    assert f(3) > 0\n    f(4)\n"
    )
    asked: list[int] = []
    behaviour(probe(visible, ["f"]), f=lambda i: asked.append(i) or -1)

    assert asked == [1, 3]


def test_lines_of_ipythons_own_syntax_are_left_out() -> None:
    assert len(behaviour(probe("%matplotlib inline\nf()", ["f"]), f=lambda: 3)) == 64


@pytest.mark.parametrize("slug", SLUGS)
def test_a_release_and_its_source_ask_for_the_same(slug: str) -> None:
    source, release = load_unit(FOLDER, slug), released(FOLDER, slug)

    automatic = [task for task in source.tasks if not task.manual]
    assert fingerprint(source) == fingerprint(release)
    for task in automatic:
        (other,) = (t for t in release.tasks if t.grade_id == task.grade_id)
        assert names_of(source, task), task.grade_id
        assert piece_of(source, task) == piece_of(release, other)


def test_names_are_those_of_the_tasks_own_answer() -> None:
    raw = notebook("def helper(): ...\ndef double(x): return x * 2\nspare = 3")
    visible = "def own(): return double(1)\nn = SEED\nassert own() == len([half(2)]) * spare"
    raw["cells"][2]["source"] = visible
    unit = unit_from_notebook(raw, "doubling")

    assert names_of(unit, unit.tasks[0]) == {"double", "spare"}


def test_a_fingerprint_is_of_visible_tests_and_given_code_alone() -> None:
    def changed(at: int, old: str, new: str) -> str:
        raw = notebook(RIGHT)
        assert old in raw["cells"][at]["source"]
        raw["cells"][at]["source"] = raw["cells"][at]["source"].replace(old, new)
        return fingerprint(unit_from_notebook(raw, "doubling"))

    same = changed(0, "SEED = 1", "SEED = 1  ")
    assert changed(1, "x * 2", "x + x") == same
    assert changed(2, "-far", "-7") == same
    assert changed(5, "Because", "Since") == same
    assert changed(2, "== 4", "== 2 + 2") != same
    assert changed(0, "1", "2") != same


RAISING = [
    "def row_sums(X):\n    raise KeyError(X)",
    "def row_sums(X):\n    import sys\n    sys.exit(3)",
    "class Odd(Exception): pass\ndef row_sums(X):\n    raise Odd('x')",
]
WRONG = [
    *RAISING,
    "def row_sums(X):\n    return np.asarray(X).sum(axis=0)",
    "def row_sums(X):\n    return [[1, 2], [3]]",
    "def row_sums(X):\n    return (x for x in X)",
    "def row_sums(X):\n    return []",
    "def row_sums(X):\n    return np.empty((0, 2))",
    "def row_sums(X):\n    return None",
    "def row_sums(X):\n    X[0][0] = 9\n    return {1: 'a', 'b': {2.0, 3}}",
    "def row_sums(X):\n    return np.float32(3) * np.array([1, np.nan])",
    "def row_sums(X):\n    return {'a': 1}.items()",
    "def row_sums(X):\n    return [10 ** 400, 3]",
    "class Sums:\n    def __eq__(self, other): return True\n"
    "    def __array__(self, *a, **k): return np.zeros(2)\n"
    "def row_sums(X):\n    return Sums()",
    "def row_sums(X):\n    return np.array([Sums, 'x', 3], dtype=object) if 0 else 'text'",
    "calls = []\ndef row_sums(X):\n    calls.append(X)\n    return len(calls)",
    "def row_sums(X):\n    return row_sums",
    "row_sums = 3",
    "def row_sums(X):\n    print('loud')\n    return sum(map(sum, X)) * 1j",
    "len = sum = np = None\ndef row_sums(X):\n    return X",
]


@pytest.mark.slow
def test_a_check_and_the_judge_find_the_same_behaviour(tmp_path: Path) -> None:
    folder = small_course(tmp_path)
    unit, release = load_unit(folder, SLUG), released(folder, SLUG)
    right = reference_answers(unit)
    found = []
    with Warm(plan_of(unit), find_cage(Mode.NONE)) as warm:
        for source in WRONG:
            raw = answered(folder, SLUG, right | {"row-sums": source})
            submission = match(raw, unit, "ada")
            judged = grade(unit, submission, behaviour=True, start=warm.start).tasks[0]
            checked = grade(
                release, match(raw, release, "ada"), engine="stock", behaviour=True
            ).tasks[0]
            assert judged.behaviour == checked.behaviour, source
            assert bool(judged.behaviour) is (source not in RAISING), source
            found += [judged.behaviour] if judged.behaviour else []

    assert len(set(found)) == len(found) - 1, "all but two, which give objects, behave differently"


def test_a_check_without_a_table_asks_for_no_behaviour(tmp_path: Path) -> None:
    folder = small_course(tmp_path)
    path = tmp_path / "sums.ipynb"
    path.write_text(json.dumps(answered(folder, SLUG, {"shares": "def shares(X): return X"})))

    result = check_file(path, folder)

    assert [task.behaviour for task in result.tasks] == ["", "", "", ""]
    (finding,) = result.findings
    assert finding.state == "no_diagnoses"
    assert "found none" in finding.sentence
