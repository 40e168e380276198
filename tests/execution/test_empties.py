"""Arrays without items: no test takes one for the numbers that it expects."""

import pytest

from tests.execution.run import run

pytestmark = pytest.mark.slow

SETUP = [("given", "import numpy as np"), ("answer", "def f(x):\n    return x")]
# What holds for every empty array, if NumPy is asked.
VACUOUS = [
    "assert np.allclose(f(2.), 3)",
    "assert np.allclose(3, np.asarray(f(2.)))",
    "assert np.isclose(f(2.), 3).all()",
    "assert (np.abs(f(2.) - 3) < 1e-6).all()",
    "assert np.all(f(2.) == 3)",
    "assert not (f(2.) != 3).any()",
    "assert np.linalg.norm(f(2.) - 3) < 1e-6",
    "assert np.sum((3 - f(2.)) ** 2) < 1e-6",
    "assert np.allclose(np.dot(f(2.), 3.), 3)",
    "assert np.allclose(np.squeeze(f(2.)), 3)",
    "assert np.array_equiv(f(2.), 3)",
    "np.testing.assert_allclose(f(2.), [3, 3])",
    "np.testing.assert_allclose(actual=f(2.), desired=3)",
    "np.testing.assert_equal(f(2.), 3)",
    "np.testing.assert_almost_equal(f(2.), 3)",
    "np.testing.assert_array_equal(f(2.), 3)",
    "np.testing.assert_array_less(f(2.), 3)",
    "np.testing.assert_array_max_ulp(f(2.), 3.)",
]
HONEST = [
    "assert len(f(2)) == 0 and f(2).size == 0 and f(2).shape == (0,) and str(f(2)) == '[]'",
    "assert np.array_equal(f(2), []) and not np.array_equal(f(2), [1, 2])",
    "np.testing.assert_array_equal(f(2), [])\nnp.testing.assert_allclose(f(2), np.array([]))",
    "assert isinstance(f(2), np.ndarray) and f(2).sum() == 0 and f(2).tolist() == []",
    "assert np.append(np.concatenate([f(2), [1., 2.]]), 3).tolist() == [1, 2, 3]",
    "assert np.arange(3.)[f(2).astype(int)].size == 0 and not np.isin(3, f(2))",
    "for item in f(2):\n    raise KeyError",
    "assert np.allclose(f(f(2)), f(2)) and np.allclose([], f(2)) and np.all(abs(f(2) - []) < 1)",
    "np.testing.assert_array_almost_equal([], f(2))\nnp.testing.assert_allclose([], f(2))",
    "assert np.allclose(f(np.array([])), 0)",
    "assert np.allclose(np.array([]), 0) and np.allclose([], 0)",
]


def cells(tests: list[str]) -> list[tuple[str, str]]:
    return [*SETUP, *(("tests", test) for test in tests)]


@pytest.mark.parametrize("value", ["np.array([])", "np.empty((0, 1))", "np.empty((0, 2))"])
def test_an_empty_array_passes_for_no_number(value: str) -> None:
    ended = run(cells(VACUOUS), {0: f"def f(x):\n    return {value}"})

    assert [t for t, e in zip(VACUOUS, ended, strict=True) if e.state == "ok"] == []


@pytest.mark.parametrize("value", ["[]", "()", "[[]]"])
def test_an_empty_list_passes_no_check_of_numpy(value: str) -> None:
    tests = [t for t in VACUOUS if "(f(2.), " in t and "isclose" not in t and "dot" not in t]
    ended = run(
        cells([*tests, "assert np.shape(f(2.))[-1:] == (0,)"]), {0: f"f = lambda x: {value}"}
    )

    assert [e.state for e in ended] == ["raised"] * len(tests) + ["ok"]


@pytest.mark.parametrize(
    "value",
    ["[]", "range(0)", "set()", "Nothing()"],
)
def test_what_is_made_an_array_by_the_test_is_known_again(value: str) -> None:
    nothing = "class Nothing:\n    __len__ = lambda s: 0\n    __getitem__ = lambda s, i: 1 / 0"
    tests = [
        "assert np.allclose(np.asarray(f(2.)), 3)",
        "assert np.all(np.array(f(2.)) == [3, 3])",
        "assert np.allclose(np.array(list(f(2.))), 3) and len(f(2.))",
        "assert np.asarray(f(2.)).size in (0, 1) and np.asarray([]).size == 0",
    ]
    ended = run(cells(tests), {0: f"{nothing}\ndef f(x):\n    return {value}"})

    assert [e.state for e in ended] == ["raised", "raised", "raised", "ok"]


def test_an_empty_array_that_is_meant_is_like_any_other() -> None:
    ended = run(cells(HONEST), {0: "def f(x):\n    return np.array([])"})

    assert [(e.state, e.trace) for e in ended if e.state != "ok"] == []


def test_the_message_says_what_came() -> None:
    (ended,) = run(cells(VACUOUS[:1]), {0: "def f(x):\n    return np.empty((0, 1))"})

    assert ended.error == "AssertionError"
    assert ended.message == "expected numbers, got an empty array of shape (0, 1)"
