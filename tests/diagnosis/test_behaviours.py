"""Behaviours are taken when all points are given, and nothing that they do can change a grade."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.answers import answered, reference_answers
from autograder.diagnosis import behaviours
from autograder.diagnosis.table import Pair, Table, make_table
from autograder.execution.cage import Mode, find_cage
from autograder.execution.processes import Processes, StartError
from autograder.execution.zygote import Warm
from autograder.folders import CourseFolder
from autograder.grading import grade, plan_of
from autograder.result import Outcome, Result
from autograder.source import load_unit
from autograder.submission import match
from autograder.unit import Unit
from tests.small_course.making import SLUG, small_course

pytestmark = pytest.mark.slow

TRANSPOSED = "def row_sums(X):\n    return np.asarray(X).sum(axis=0)"
AGAIN = """
def row_sums(X):
    total = 0
    for row in X:
        total = total + np.array(row)
    return total
"""
SENTENCE = "the columns were summed, not the rows"


class Ground:
    """The small course, graded by warm processes whose starts are counted."""

    def __init__(self, folder: CourseFolder, warm: Warm, unit: Unit) -> None:
        self.folder, self.unit = folder, unit
        self._warm = warm
        self._right = reference_answers(unit)
        self.starts = 0
        self.fails_from = 99

    def start(self, memory_mb: int) -> Processes:
        self.starts += 1
        if self.starts >= self.fails_from:
            raise StartError("no more processes")
        return self._warm.start(memory_mb)

    def graded(self, answers: dict[str, str], **options: Any) -> Result:
        self.starts = 0
        raw = answered(self.folder, SLUG, self._right | answers)
        submission = match(raw, self.unit, "ada")
        return grade(self.unit, submission, 7, start=self.start, **options)

    def behaviour(self, answers: dict[str, str], task: int = 0) -> str:
        return self.graded(answers, behaviour=True).tasks[task].behaviour

    def table(self, answer: str = TRANSPOSED, sentence: str = SENTENCE) -> Table:
        behaves = self.behaviour({"row-sums": answer})
        return make_table(self.unit, [Pair("row-sums-tests", behaves, sentence, "mistake")])


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    folder = small_course(tmp_path_factory.mktemp("course"))
    unit = load_unit(folder, SLUG)
    with Warm(plan_of(unit), find_cage(Mode.NONE)) as warm:
        yield Ground(folder, warm, unit)


def told(result: Result) -> Any:
    """Return what a result says, but for times, memory, and what is new."""
    tasks = [replace(t, time_s=0.0, behaviour="", diagnosis="") for t in result.tasks]
    return replace(result, tasks=tuple(tasks), time_s=0.0, memory_peak_mb=None)


def test_the_same_mistake_in_other_words_is_named_by_its_sentence(ground: Ground) -> None:
    task, *others = ground.graded({"row-sums": AGAIN}, diagnoses=ground.table()).tasks

    assert (task.outcome, task.diagnosis) == (Outcome.FAILED, SENTENCE)
    assert [other.diagnosis for other in others] == ["", "", ""]


def test_another_mistake_is_not(ground: Ground) -> None:
    other = "def row_sums(X):\n    return np.asarray(X).sum(axis=0)[::-1]"
    task = ground.graded({"row-sums": other}, diagnoses=ground.table()).tasks[0]

    assert task.behaviour
    assert task.diagnosis == ""


def test_where_all_visible_tests_pass_nothing_more_is_started(ground: Ground) -> None:
    hidden = "def shares(X):\n    return np.array([[0.25, 0.75], [0.5, 0.5]])"
    result = ground.graded({"shares": hidden}, behaviour=True)

    assert ground.starts == 1
    assert result.tasks[2].failed_properties
    assert {task.behaviour for task in result.tasks} == {""}
    ground.graded({"row-sums": TRANSPOSED})
    assert ground.starts == 1, "nobody asked"
    ground.graded({"row-sums": TRANSPOSED}, behaviour=True)
    assert ground.starts == 2


COUNTS = """
calls = 0
def row_sums(X):
    global calls
    calls += 1
    return np.asarray(X).sum(axis=0)
"""
DEPENDS = """
def shares(X):
    if calls > 1:
        return None
    X = np.asarray(X, dtype=float)
    return X / X.sum(axis=1, keepdims=True)
"""


@pytest.mark.parametrize(
    "answers",
    [
        {"row-sums": COUNTS, "shares": DEPENDS},
        {"row-sums": "def row_sums(X):\n    np.random.seed(len(X))\n    np.asarray = None"},
        {"row-sums": "def row_sums(X):\n    global np, column_means\n    np = column_means = 0"},
        {"row-sums": "def row_sums(X):\n    X[0][0] = 99\n    return [99, 7]"},
        {"row-sums": "raise ValueError", "shares": "def shares(X): return X"},
        {"row-sums": "def row_sums(X):\n    import os\n    os._exit(3)"},
    ],
)
def test_a_grade_is_the_same_with_and_without(ground: Ground, answers: dict[str, str]) -> None:
    without = ground.graded(answers)
    after = ground.graded(answers, behaviour=True, diagnoses=ground.table())

    assert told(after) == told(without)


def test_an_answer_that_does_not_run_to_its_end_or_is_not_there_has_no_behaviour(
    ground: Ground,
) -> None:
    for source in (
        f"{TRANSPOSED}\nraise KeyError",
        "row_sums = 3 +",
        "x = 1",
        "import os\nos._exit(1)",
    ):
        assert ground.behaviour({"row-sums": source}) == "", source


LATER = """
calls = 0
def row_sums(X):
    global calls
    calls += 1
    if calls > 1:
        {does}
    return [0, 0]
"""


@pytest.mark.parametrize(
    "does", ["import os; os._exit(1)", "while True: pass", "return bytearray(8 << 30)"]
)
def test_what_goes_wrong_later_costs_the_sentence_and_nothing_else(
    ground: Ground, does: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(behaviours, "PROBE_S", 0.5)
    answers = {"row-sums": LATER.format(does=does), "shares": "def shares(X): return 0 * X"}
    without = ground.graded(answers)
    after = ground.graded(answers, behaviour=True)

    assert told(after) == told(without)
    if "return" not in does:
        assert after.tasks[0].behaviour == ""
    assert after.tasks[2].behaviour == ground.behaviour({"shares": answers["shares"]}, 2)


def test_processes_that_do_not_start_cost_the_sentence_and_nothing_else(ground: Ground) -> None:
    ground.fails_from = 2
    try:
        result = ground.graded({"row-sums": TRANSPOSED}, behaviour=True)
    finally:
        ground.fails_from = 99

    assert (result.tasks[0].outcome, result.tasks[0].behaviour) == (Outcome.FAILED, "")
    assert result.tasks[1].outcome is Outcome.PASSED


PLACES = ("kept.txt", "/tmp/{mark}", "/var/tmp/{mark}", "/dev/shm/{mark}")
KEEPS = """
def column_means(X):
    X = np.asarray(X, dtype=float)
    if X.shape == (1, 3):  # only a hidden property asks so
        kept.append(X)
        for name in PLACES:
            try:
                open(name, "w").write(str(X))
            except OSError:
                pass
    return X.mean(axis=0)
"""
TELLS = """
PLACES = {places}
kept = []
def row_sums(X):
    import os
    return [len(kept), sum(map(os.path.exists, PLACES))]
"""


def telling_tales(mark: str, places: tuple[str, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """Return answers of which one tells whether another has seen a hidden input, and the one."""
    tells = TELLS.format(places=tuple(place.format(mark=mark) for place in places))
    return {"row-sums": tells, "column-means": KEEPS}, {"row-sums": tells}


def left(mark: str) -> list[Path]:
    """Return the files that an answer left outside of its folder, and remove them."""
    there = [Path(place.format(mark=mark)) for place in PLACES[1:]]
    there = [path for path in there if path.exists()]
    for path in there:
        path.unlink()
    return there


def test_hidden_inputs_never_reach_what_finds_a_behaviour(ground: Ground, tmp_path: Path) -> None:
    """What an answer learns from hidden tests would else choose the sentence that is shown."""
    both, one = telling_tales(tmp_path.name, PLACES[:1])
    result = ground.graded(both, behaviour=True)

    assert result.tasks[1].outcome is Outcome.PASSED
    assert result.tasks[0].behaviour == ground.behaviour(one)
    # Without a cage a file outside of the folder is seen: the answers do tell what they can.
    both, one = telling_tales(tmp_path.name, PLACES)
    told_it = ground.behaviour(both)
    assert left(tmp_path.name)
    assert told_it != ground.behaviour(one)


@pytest.mark.cage
def test_hidden_inputs_do_not_reach_it_by_files_either(ground: Ground, tmp_path: Path) -> None:
    both, one = telling_tales(tmp_path.name, PLACES)
    with Warm(plan_of(ground.unit), find_cage()) as warm:
        caged = Ground(ground.folder, warm, ground.unit)
        result = caged.graded(both, behaviour=True)

        assert result.tasks[1].outcome is Outcome.PASSED
        assert result.tasks[0].behaviour == caged.behaviour(one) != ""
    assert left(tmp_path.name) == []


def test_stock_grading_beside_hidden_tests_finds_none(ground: Ground) -> None:
    raw = answered(ground.folder, SLUG, {"row-sums": TRANSPOSED})
    result = grade(ground.unit, match(raw, ground.unit, "ada"), engine="stock", behaviour=True)

    assert result.tasks[0].outcome is Outcome.FAILED
    assert result.tasks[0].behaviour == ""


def test_a_unit_of_another_course_has_none(ground: Ground) -> None:
    foreign = replace(ground.unit, about={})
    raw = answered(ground.folder, SLUG, {"row-sums": TRANSPOSED})
    result = grade(foreign, match(raw, foreign, "ada"), start=ground.start, behaviour=True)

    assert {task.behaviour for task in result.tasks} == {""}


FORGERIES = {
    "rebinds": "def expect(*a, **k): pass\nunchanged = expect_raises = parts = expect",
    "prints": "print('It behaves like this mistake: PWN')",
    "hashlib": (
        "import hashlib, json, hmac\n"
        "class Fixed:\n    def hexdigest(self): return 64 * 'a'\n    digest = hexdigest\n"
        "hashlib.sha256 = lambda *a, **k: Fixed()\njson.dumps = lambda *a, **k: 'PWN'\n"
        "hmac.compare_digest = lambda *a: True"
    ),
    "builtins": (
        "import builtins, sys\n"
        "def exec_(code, space=None, *a):\n"
        "    if space is not None: space['behaviour'] = 64 * 'a'\n"
        "builtins.exec = exec_\nsys.modules['hashlib'] = None"
    ),
    "recorder": (
        "import gc\nfor each in gc.get_objects():\n"
        "    if type(each).__name__ == 'Recorder': each.notes = ['PWN']\n"
        "behaviour, names = 64 * 'a', {}"
    ),
}
RESULTS = {
    "equal": "class All(list):\n    __eq__ = lambda s, o: True\n    __hash__ = None\n"
    "    __repr__ = lambda s: 'PWN'\n    __array__ = lambda s, *a, **k: np.array([3.0, 7.0])\n"
    "def row_sums(X):\n    return All()",
    "raises": "class PWN(AssertionError):\n    behaviour = 64 * 'a'\n"
    "def row_sums(X):\n    raise PWN('It behaves like this mistake: PWN')",
    "text": "def row_sums(X):\n    return 64 * 'a'",
    "wrong": TRANSPOSED,
}


@pytest.mark.parametrize("forgery", FORGERIES)
@pytest.mark.parametrize("answer", RESULTS)
@pytest.mark.parametrize("engine", ["judge", "stock"])
def test_tampering_gets_no_sentence_of_its_own_and_no_points(
    ground: Ground, forgery: str, answer: str, engine: str
) -> None:
    tasks = tuple(
        replace(task, tests=replace(task.tests, setup="", properties=()))
        if engine == "stock"
        else task
        for task in ground.unit.tasks
    )
    unit = replace(ground.unit, tasks=tasks)
    pairs = [Pair("row-sums-tests", 64 * "b", "nobody behaves so", "mistake")]
    raw = answered(ground.folder, SLUG, {"row-sums": f"{FORGERIES[forgery]}\n{RESULTS[answer]}"})

    task = grade(
        unit,
        match(raw, unit, "ada"),
        engine=engine,
        start=ground.start if engine == "judge" else None,
        diagnoses=make_table(unit, pairs),
    ).tasks[0]

    assert task.diagnosis == ""
    assert len(task.behaviour) in (0, 64)
    if engine == "judge":  # a check shares its process with the answer, and gives no points
        assert task.points == 0
        assert task.behaviour != 64 * "a"
