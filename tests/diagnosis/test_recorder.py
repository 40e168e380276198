"""What is noted of a value is the same by any idiom, and different for another value."""

import hashlib
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.diagnosis.recorder import MAX_VALUES, Recorder, behaviour_of, noted

THIRD = 1 / 3


class Hostile:
    """Answers everything, and nothing truly."""

    shape = (2,)
    dtype = np.dtype(float)

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        raise RuntimeError

    __str__ = __repr__

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise RuntimeError

    def __len__(self) -> int:
        raise RuntimeError

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError


@pytest.mark.parametrize(
    "others",
    [
        ([1, 2, 3], (1, 2, 3), (1.0, True + 1, np.int8(3)), range(1, 4), {1: 0, 2: 0, 3: 0}.keys()),
        tuple(np.array([1, 2, 3], kind) for kind in ("f4", "f8", "u1", "i8", "c16", "O")[:5]),
        ([[1, 2], [3, 4]], np.array([[1, 2], [3, 4]]), [np.array([1, 2]), (3, 4.0)]),
        (THIRD, THIRD * (1 + 1e-12), np.float64(THIRD), np.array(THIRD)),
        ([0.0, 1.0], [-0.0, 1.0], [1e-17, 1.0], [-1e-12, 1 + 1e-15]),
        ([1e12, 0.0], [1e12, 1e-3]),
        (math.nan, float("-nan"), np.array(math.nan)),
        ([], (), np.empty(0), np.empty(0, int)),
        ({"b": 1, "a": [2]}, {"a": (2.0,), "b": True}),
        ({"x", "y", "z"}, {"z", "y", "x"}, frozenset("xyz")),
        ("text", "text"),
        (Hostile(), object()),
        (lambda: 0, len),
    ],
)
def test_the_same_by_another_idiom_is_noted_alike(others: tuple[Any, ...]) -> None:
    first = noted(others[0])

    assert first != "unreadable"
    assert [noted(other) for other in others[1:]] == [first] * (len(others) - 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1.00001, 1.00002),
        ([1, 2, 3], [[1], [2], [3]]),
        (1, [1]),
        (0.0, 1e-6),
        (math.inf, -math.inf),
        (math.inf, math.nan),
        (1, 1j),
        ([1, 2], [2, 1]),
        ([[1, 2], [3]], [[1], [2, 3]]),
        ("1", 1),
        (None, 0),
        (None, "none"),
        ({"a": 1}, {"a": 2}),
        ([1, None], [1, 0]),
        (len, object()),
        (10**400, 10**300),
    ],
)
def test_another_value_is_noted_differently(one: Any, other: Any) -> None:
    assert noted(one) != noted(other)


def test_noise_does_not_tear_apart_numbers_with_few_digits() -> None:
    """A number half-way between two of six digits is where rounding is undecided."""
    torn = [
        number
        for digits in range(100_000, 1_000_000, 997)
        for number in (digits / 1e5 + 5e-6, digits / 1e3 + 5e-4, digits * 10.0 + 5)
        if len({str(noted(number * (1 + noise))) for noise in (-1e-13, 0, 1e-13)}) > 1
    ]

    assert torn == []


def test_what_is_deep_or_large_or_in_itself_is_noted_within_bounds() -> None:
    endless: list[Any] = []
    endless.append(endless)
    deep: Any = 0
    for _ in range(2000):
        deep = [deep]

    wide: Any = [1]
    for _ in range(6):
        wide = [*(100 * [wide]), None]
    large = ([0.0] * 10**5, np.ones(10**5), {n: n for n in range(10**5)}, {*range(10**5)})

    for value in (endless, deep, wide, *large):
        assert len(str(noted(value))) < 100 * MAX_VALUES


def run(code: str, names: dict[str, Any], watched: list[str], own: tuple[str, ...] = ()) -> Any:
    recorder = Recorder(names, own)
    for name in watched:
        recorder.watch(name)
    recorder.run(code.split("\n"))
    return recorder.notes


def expect(what: str, got: Any, want: Any) -> None:
    if got != want:
        raise AssertionError(what)


def test_no_statement_stops_the_next_and_what_they_bind_is_gone() -> None:
    names: dict[str, Any] = {"f": lambda x: 1 / x, "expect": expect}
    before = dict(names)

    notes = run("y = f(0)\nexpect('a', f(2), 1)\nz = y\nexit = quit()", names, ["f"])

    assert [(place, what) for place, what, *_ in notes] == [
        (0, "raised"),
        (0, "stopped"),
        (1, "gave"),
        (1, "got"),
        (2, "stopped"),
        (3, "stopped"),
    ]
    assert notes[1][2] == "ZeroDivisionError"
    assert notes[3][3] is False, "0.5 is not 1"
    assert names == before


def test_a_name_that_an_earlier_run_left_is_not_taken_for_the_tests_own() -> None:
    names = {"f": lambda: 1 / 0, "x": 7}

    assert run("x = f()\ny = x + 1", names, ["f"], own=("x",))[-1] == [1, "stopped", "NameError"]
    assert "stopped" not in {note[1] for note in run("y = x + 1", names, ["f"])}


def changing(how: Callable[[Any], Any]) -> list[int]:
    def f(a: Any, b: Any) -> None:
        how(b)

    code = "f(1, [0.1, 0.2])" if how is list.reverse else "f(1, np.array([0.1, 0.2]))"
    (note,) = run(code, {"f": f, "np": np}, ["f"])
    return list(note[3])


def restored(array: Any) -> None:
    array += 0.7
    array -= 0.7


def test_arguments_that_a_call_changes_are_noted_to_the_last_bit() -> None:
    assert changing(np.sort) == []
    assert changing(lambda b: b.fill(3)) == [1]
    assert changing(restored) == [1]
    assert changing(list.reverse) == [1]


def test_a_difference_that_six_digits_do_not_show_is_one_if_the_test_says_so() -> None:
    names = {"f": lambda x: x, "expect": expect}
    right, wrong = (run(f"expect('f', f({x}), 1.0)", names, ["f"]) for x in ("1.0", "1.0000001"))

    assert right[1][2] == wrong[1][2]
    assert right != wrong


def test_an_input_must_stay_and_an_error_must_come_are_noted() -> None:
    def unchanged(what: str, before: Any, after: Any) -> None:
        assert before == after

    def expect_raises(what: str, error: type, call: Any) -> None:
        raise NotImplementedError

    names = {"f": lambda x: int(x), "unchanged": unchanged, "expect_raises": expect_raises}
    code = (
        "unchanged('x', [1], [1])\nunchanged('x', [1], [2])\n"
        "expect_raises('x', ValueError, lambda: f('no'))\n"
        "expect_raises('x', ValueError, lambda: f(None))\n"
        "expect_raises('x', ValueError, lambda: f(3))"
    )
    notes = [note for note in run(code, names, ["f"]) if note[1] not in ("gave", "raised")]

    assert [note[3] for note in notes[:2]] == [True, False]
    assert [note[2:] for note in notes[2:4]] == [["ValueError", True], ["TypeError", False]]
    assert notes[4][1] == "returned"


def test_a_name_that_is_no_function_is_noted_and_a_class_stays_one() -> None:
    class Layer:
        pass

    names = {"answer": 42, "Layer": Layer}
    notes = run("__holds__(isinstance(Layer(), Layer))", names, ["answer", "Layer", "absent"])

    assert notes == [
        [-1, "name", noted(42)],
        [-1, "class"],
        [-1, "missing", "absent"],
        [0, "holds", True],
    ]


def test_an_answer_that_gives_nothing_has_no_behaviour() -> None:
    """That every call raises a TypeError is no mistake that could be named."""
    assert behaviour_of({}, ["f()"], [], ["f"]) == ""
    assert behaviour_of({"f": len}, ["f()", "f(3)"], [], ["f"]) == ""
    assert len(behaviour_of({"f": len}, ["f()", "f([])"], [], ["f"])) == 64
    assert len(behaviour_of({"f": print}, ["f()"], [], ["f"])) == 64, "None is something"
    assert len(behaviour_of({"f": 3}, ["f()"], [], ["f"])) == 64
    names = {"Layer": dict, "expect": expect}
    assert behaviour_of(names, ["Layer(1)"], [], ["Layer"]) == ""
    assert len(behaviour_of(names, ["expect('size', len(Layer()), 1)"], [], ["Layer"])) == 64


def test_what_hides_builtins_in_the_notebook_does_not_reach_the_recorder() -> None:
    names = {"f": lambda: [3], "len": None, "sorted": None, "isinstance": None, "type": None}

    assert behaviour_of(names, ["f()"], [], ["f"]) == behaviour_of(
        {"f": lambda: np.array([3])}, ["f()"], [], ["f"]
    )


def test_another_form_of_the_notes_needs_another_number() -> None:
    """Tables hold hashes of notes: should this fail, add 1 to `probing.FORM`."""
    names = {"f": lambda x: {"a": (x, None, "b"), "c": [THIRD, math.nan]}, "expect": expect}
    statements = ["expect('f', f([1]), 2)", "g()", "__holds__(f(0) == 1)"]

    behaviour = behaviour_of(names, statements, ["y"], ["f"])

    assert hashlib.sha256(behaviour.encode()).hexdigest()[:16] == "2f1119590da3bf30"
