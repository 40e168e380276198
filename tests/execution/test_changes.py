"""What a function does to its arguments: which changes a test sees, and whom they can fool."""

import pytest

from autograder.execution.changers import ALL, Changers
from tests.execution.run import run

CHANGERS = {
    "def f(x):\n    x[0] = 1": {0, "x"},
    "def f(a, x):\n    x += a": {1, "x"},
    "def f(x):\n    del x[0]": {0, "x"},
    "def f(x):\n    x.sort()": {0, "x"},
    "def f(x):\n    return x.pop()": {0, "x"},
    "def f(x):\n    np.exp(x, out=x)": {0, "x"},
    "def f(x, y):\n    np.random.shuffle(y)": {1, "y"},
    "def f(x, *, y):\n    heapq.heappush(y, x)": {0, "x", "y"},
    "def f(*xs):\n    for x in xs:\n        x[0] = 1": {ALL},
    "def f(x):\n    rows = x.reshape(-1)\n    rows[0] = 1": {0, "x"},
    "def f(p, g):\n    for a, b in zip(p, g):\n        a -= b": {0, "p"},
    "def f(p):\n    for n, a in enumerate(p):\n        a -= n": {0, "p"},
    "def f(x):\n    for row in x:\n        for n in range(3):\n            row[n] = 0": {0, "x"},
    "def f(make):\n    a = make()\n    a *= 2": {0, "make"},
    "def g(x):\n    x[0] = 1\ndef f(y, x):\n    g(x=y)": {0, "y"},
    "def f(y):\n    z = g(1, y)\n    return z\ndef g(n, x):\n    x[0] = 1": {0, "y"},
    "class A:\n    def f(self, x):\n        x[0] = 1": {0, "x"},
    "class A:\n    @staticmethod\n    def f(y, x):\n        x[0] = 1": {1, "x"},
    "f = lambda x: x.append(1)": {0, "x"},
    "def f(x):\n    if len(x):\n        x = x.copy()\n    x[0] = 1": {0, "x"},
    "def f(x):\n    raise NotImplementedError": {ALL},
    "def f(x):\n    return x + 1": set(),
    "def f(x):\n    x = x.copy()\n    x[0] = 1\n    return x": set(),
    "def f(x):\n    x = np.asarray(x, float)\n    x -= x.mean()\n    return x": set(),
    "def f(x):\n    y = x[:]\n    y.sort()\n    return y": set(),
    "def f(x):\n    y = list(x)\n    y.append(x)\n    return y": set(),
    "def f(x):\n    print(x)\n    seen.append(x)": set(),
    "def f(x):\n    n = x.shape[0]\n    n += 1\n    return n": set(),
    "def f(x):\n    total = x[0]\n    total += x[1]\n    return total": set(),
    "def f(x, w):\n    x, w = (np.array(a) for a in (x, w))\n    x += w\n    return x": set(),
    "class A:\n    def f(self, x):\n        self.x = x\n        self.n += 1": set(),
}


@pytest.mark.parametrize("source", CHANGERS)
def test_what_a_function_changes_is_read_from_its_text(source: str) -> None:
    assert Changers.of([source]).changed["f"] == CHANGERS[source]


def test_what_a_function_returns_may_change_its_arguments() -> None:
    answers = [
        "def make(r):\n    def step(p):\n        p -= r\n    return step",
        "class Step:\n    def __call__(self, p):\n        p -= 1\nclass Look:\n    pass",
        "def look(r):\n    return lambda p: p - r",
    ]
    changers = Changers.of(answers)

    assert changers.of_labels({"make"}) == changers.of_labels({"look()"}) == frozenset()
    assert changers.of_labels({"make()"}) == {ALL}
    assert changers.of_labels({"Step()"}) == {0, "p"}
    assert changers.of_labels({"Step()", "Look()"}) == frozenset()
    assert changers.of_labels({"table"}) == {ALL}
    assert Changers.of(answers[2:]).of_labels({"table"}) == frozenset()


GIVEN = (
    "given",
    "import numpy as np\nDATA = np.array([1., -2.])\nX = np.arange(1.0, 4.0)\n"
    "def ref(z):\n    return np.maximum(z, 0)\n"
    "def unchanged(a, b):\n    assert np.array_equal(a, b), 'it was changed'",
)
RELU = ("answer", "def relu(z):\n    return np.maximum(0, z)")
IN_PLACE = "def relu(z):\n    z[z < 0] = 0\n    return z"
ZEROED = "def relu(z):\n    z[...] = 0\n    return 0 * z"
SAME = "x = np.array([1., -2.])\nassert np.allclose(relu(x), ref(x))"
LATER = "x = np.array([1., -2.])\nout = relu(x)\nwant = ref(x)\nassert np.allclose(out, want)"
HIDDEN = (
    "p, q = relu(np.array([1., -2.])), relu(DATA)\n### BEGIN HIDDEN TESTS\n"
    "rng = np.random.default_rng(SEED)\nseen = []\n# property: right\n"
    "x = rng.normal(size=5)\n"
    "seen.append(1)\nassert len(seen) < 2 and np.allclose(relu(x), ref(x))\n"
    "# property: what was kept\nassert p.tolist() == q.tolist() == [1, 0] and DATA[1] == -2\n"
    "# property: unchanged\nx = np.array([-1.])\nrelu(x)\nunchanged([-1.], x)\n### END HIDDEN TESTS"
)

pytestmark = pytest.mark.slow


def test_who_zeroes_the_arguments_agrees_with_nobody() -> None:
    cells = [GIVEN, RELU, ("tests", SAME), ("tests", LATER), ("tests", HIDDEN)]
    same, later, visible, *hidden = run(cells, {0: ZEROED})

    assert [e.state for e in (same, later, visible)] == ["raised", "raised", "ok"]
    assert [e.state for e in hidden] == ["raised"] * 3
    assert "changes its arguments in place" in same.message


def test_an_honest_answer_that_works_in_place_is_right_and_seen() -> None:
    cells = [GIVEN, RELU, ("tests", SAME), ("tests", LATER), ("tests", HIDDEN)]
    ended = run(cells, {0: IN_PLACE})

    assert [e.state for e in ended] == ["ok"] * 5 + ["raised"]
    assert ended[-1].message == "it was changed"
    assert [e.state for e in run(cells)] == ["ok"] * 6


def test_given_data_is_the_same_for_the_next_task() -> None:
    cells = [
        GIVEN,
        ("answer", "def f(z):\n    return z.sum()"),
        ("tests", "assert f(X) == 6"),
        ("answer", "def g(z):\n    return z.mean()"),
        ("tests", "assert g(X) == X.mean()"),
    ]
    vandal = "def f(z):\n    s = z.sum()\n    z[...] = 0\n    return s"

    assert [e.state for e in run(cells, {0: vandal, 1: "def g(z): return 0.0"})] == ["ok", "raised"]
    assert [e.state for e in run(cells, {0: vandal})] == ["ok", "ok"]


STEP = "def step(p, g, rate):\n    for a, b in zip(p, g):\n        a -= rate * b"
STEPS = (
    "p, g = [np.ones(2)], [np.ones(2)]\nstep(p, g, 0.5)\nassert np.allclose(p[0], 1 - 0.5 * g[0])"
)


def test_an_argument_that_the_task_changes_is_changed_and_no_other() -> None:
    cells = [GIVEN, ("answer", STEP), ("tests", STEPS)]
    vandal = "def step(p, g, rate):\n    for b in g:\n        b[...] = 0"

    assert [e.state for e in run(cells)] == ["ok"]
    assert [e.state for e in run(cells, {0: vandal})] == ["raised"]


def test_a_name_of_its_own_choice_gives_a_function_no_rights() -> None:
    cells = [GIVEN, ("answer", STEP), RELU, ("tests", SAME)]
    renamed = f"{ZEROED}\nrelu.__name__ = relu.__qualname__ = 'step'\nstep = relu"

    assert [e.state for e in run(cells, {1: renamed})] == ["raised"]


def test_a_number_of_points_is_that_with_changes_shown() -> None:
    tests = "x = np.array([1., -2.])\nrelu(x)\npoints = 2.0 if x[1] == -2 else 0.5\npoints"

    assert [e.value for e in run([GIVEN, RELU, ("tests", tests)], {0: IN_PLACE})] == [0.5]
    assert [e.value for e in run([GIVEN, RELU, ("tests", tests)])] == [2.0]


SPY = (
    "def spy(v):\n    assert v == 99.25, f'expected {99.25}, got {v}'\n    return v + 1\n"
    "assert twice(spy, 'start') == 100.25"
)


def test_a_check_that_fails_in_a_function_of_the_test_cannot_be_caught_or_read() -> None:
    asker = (
        "import re\ndef twice(f, x):\n    try:\n        return f(x)\n"
        "    except AssertionError as error:\n        found = re.findall('[0-9.]+', str(error))\n"
        "        return f(float(found[0])) if found else 100.25"
    )
    cells = [("answer", "def twice(f, x):\n    return f(x)"), ("tests", SPY)]

    (ended,) = run(cells, {0: asker})

    assert (ended.state, ended.message) == ("raised", "expected 99.25, got start")
