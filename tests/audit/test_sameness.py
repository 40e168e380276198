"""Two calls are the same when value, exception and what is left of the arguments are."""

from typing import Any

import numpy as np
import pytest

from autograder.audit.sameness import difference, is_new, same, short
from autograder.audit.widening import wider


class Box:
    def __init__(self, value: Any) -> None:
        self.value = value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        ([1, 2], np.array([1, 2])),
        (np.array([np.nan]), np.array([np.nan])),
        (0.1 + 0.2, 0.3),
        ({"a": [1.0]}, {"a": (1.0,)}),
        (([np.ones(2)], 3), ([np.ones(2)], 3)),
        (Box(np.ones(2)), Box(np.ones(2))),
        (None, None),
        ("text", "text"),
        (np.random.default_rng(1), np.random.default_rng(1)),
    ],
)
def test_values_that_are_alike(one: Any, other: Any) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0000001),
        (np.ones((2, 1)), np.ones(2)),
        (np.float32(0.1), 0.1),
        ({"a": 1}, {"b": 1}),
        ([1, 2], [1, 2, 3]),
        (None, 0),
        (Box(1), Box(2)),
        ("a", "b"),
        (np.random.default_rng(1), np.random.default_rng(2)),
    ],
)
def test_values_that_are_not(one: Any, other: Any) -> None:
    assert not same(one, other)


def test_outcomes_of_another_kind_are_told_in_words() -> None:
    value = ("returned", 3, (), {})
    assert difference(value, ("raised", "ValueError")) == ("3", "raises ValueError")
    assert difference(value, ("late",)) == ("3", "does not end")
    assert difference(("raised", "ValueError"), ("raised", "ValueError")) is None
    assert difference(("raised", "KeyError"), ("raised", "ValueError")) == (
        "raises KeyError",
        "raises ValueError",
    )


def test_a_changed_argument_is_a_difference() -> None:
    kept, changed = ("returned", 1, ([1, 2],), {}), ("returned", 1, ([0, 2],), {})
    said = difference(kept, changed)
    assert said is not None
    assert "leaves" in said[0]
    assert difference(kept, kept) is None


def test_a_long_value_is_cut_to_one_line() -> None:
    text = short(np.arange(1000.0).reshape(10, 100))
    assert "\n" not in text
    assert len(text) <= 160


def test_inputs_are_made_wider_and_left_as_they_were() -> None:
    X, labels = np.array([[1.0, -2.0], [3.0, 4.0], [5.0, 6.5]]), np.array([0, 1, 1])
    found = dict(wider((X, labels, "text")))

    assert found["negated"][0].tolist() == (-X).tolist()
    assert found["negated"][1] is labels
    assert found["float32"][0].dtype == np.float32
    assert found["one row"][0].shape == (1, 2)
    assert found["one row"][1].tolist() == [0]
    assert found["rows twice"][0].shape == (6, 2)
    assert found["rows backwards"][1].tolist() == [1, 1, 0]
    assert X[0, 0] == 1.0
    assert {argument[2] for argument in found.values()} == {"text"}


def test_lists_of_numbers_are_made_wider_too() -> None:
    found = dict(wider(([[1.0, 2.0]], {"a": np.ones(2)})))
    assert found["scaled by 1000"][0] == [[1000.0, 2000.0]]
    assert found["scaled by 1000"][1]["a"].tolist() == [1000.0, 1000.0]


def test_what_holds_no_numbers_is_not_changed() -> None:
    assert list(wider(("text", 3, None))) == []


def test_the_same_input_is_new_once() -> None:
    seen: set[Any] = set()
    inputs = [([[3]], {}), (np.ones(2), 1), (np.ones(2), 1.0), (np.zeros(2), 1), ([3], None)]

    assert [is_new(value, seen) for value in inputs] == [True] * 5
    again = [([[3]], {}), (np.ones(2), 1), ([3], None)]
    assert [is_new(value, seen) for value in again] == [False] * 3
