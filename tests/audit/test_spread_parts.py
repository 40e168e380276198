"""The parts of the audit of tolerances, each by itself."""
# ruff: noqa: S102 - the code that is run here is written here

import ast
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.audit.spread.advice import problems
from autograder.audit.spread.deviation import deviation, excess
from autograder.audit.spread.hosting import Reply
from autograder.audit.spread.notebook import MISTAKE, RIGHT, SINGLE, Run, steps_of
from autograder.audit.spread.recording import Note, Recorder
from autograder.audit.spread.rows import LOOSE, OK, TIGHT, Failure, Row, Spread, read_number, shown
from autograder.audit.spread.rule import rows_of
from autograder.audit.spread.shaking import (
    ENTERED,
    SHAKEN,
    Shake,
    entered,
    entered_source,
    shaken_source,
    to_single,
)
from autograder.audit.spread.sites import BELOW, COMPARED, HELD, expecting, find
from autograder.audit.spread.table import (
    REASONS,
    TABLE,
    outdated,
    read_reasons,
    read_table,
    write_table,
)
from autograder.errors import UnitError
from autograder.folders import REPOSITORY
from autograder.source import load_unit
from tests.audit.making import SLUG, make_unit

EXPECT = (REPOSITORY / "solutions" / "_given" / "expect.py").read_text(encoding="utf-8")


# How far two values lie apart

NUMBERS = st.sampled_from(
    [0.0, 1.0, -1.0, 1.0005, 1.4, 2.5, 11.2, 1e200, 1e-200, *map(float, ("inf", "-inf", "nan"))]
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.lists(NUMBERS, min_size=3, max_size=3),
    st.lists(NUMBERS, min_size=3, max_size=3),
    st.sampled_from([0.0, 1e-3, 0.5]),
    st.sampled_from([0.0, 1e-3, 10.0]),
    st.booleans(),
)
def test_one_tolerance_is_where_numpy_draws_the_line(
    got: Any, want: Any, rtol: float, atol: float, equal_nan: bool
) -> None:
    with np.errstate(all="ignore"):
        close = bool(np.isclose(got, want, rtol=rtol, atol=atol, equal_nan=equal_nan).all())
    far = deviation(got, want, rtol, atol, equal_nan=equal_nan).tolerances
    assert far == pytest.approx(1.0) or (far < 1) == close


@settings(deadline=None, derandomize=True)
@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.sampled_from([(1e-3, 0.0), (0.1, 1.0)]))
def test_one_tolerance_is_where_math_draws_the_line(
    got: float, want: float, tolerance: tuple[float, float]
) -> None:
    rtol, atol = tolerance
    far = deviation(got, want, rtol, atol, larger=True).tolerances
    # The larger of both numbers counts there, what was expected here.
    near = pytest.approx(1.0, rel=2 * rtol)
    assert far == near or (far < 1) == math.isclose(got, want, rel_tol=rtol, abs_tol=atol)


@pytest.mark.parametrize(
    "got", [None, "text", [[1, 2], [3]], np.ones(3), [1.0, np.nan], [1.0, np.inf]]
)
def test_what_is_no_such_array_is_infinitely_far(got: object) -> None:
    assert deviation(got, np.array([1.0, 2.0]), 1e-7, 1e-12).tolerances == math.inf


def test_shapes_may_be_stretched_where_numpy_stretches() -> None:
    assert deviation(np.ones((3, 2)), 1.0, 0.0, 1e-9, stretched=True).tolerances == 0
    assert deviation(np.ones((3, 2)), np.ones(3), 0.0, 1e-9, stretched=True).tolerances == math.inf


def test_a_deviation_is_told_in_three_units() -> None:
    far = deviation([2.0, 101.0], [1.0, 100.0], 0.0, 0.5)
    assert (far.tolerances, far.absolute, far.relative, far.dtype) == (2.0, 1.0, 1.0, "float64")
    assert far.rounding == pytest.approx(10 * 100 * np.finfo(float).eps / 0.5)
    assert deviation([1, 2], [1, 3], 0.0, 1.0).rounding == 0


def test_an_error_below_zero_passes_every_bound() -> None:
    assert excess(-5.0, 1e-6).tolerances == 0
    assert excess(np.array([-1.0, 2e-6]), 1e-6).tolerances == pytest.approx(2)
    assert excess(math.nan, 1e-6).tolerances == math.inf
    assert excess(None, 1e-6).tolerances == math.inf


# Where tests compare

TESTS = """
expect("plain", 1.0, 2.0)
expect(f"of {1 + 1} layers", 1.0, 1.0, rtol=1e-5)
for k in range(3):
    expect("in a loop", k, 1)
assert np.allclose([1.0], [1.0 + 1e-9]), "text"
nearest = [np.isclose(2.0, guess) for guess in (1.0, 2.0)]
np.testing.assert_allclose(1.0, 3.0)
ok = math.isclose(1.0, 1.0 + 1e-12)
assert 1e-9 < 1e-6
assert 1e-6 >= np.array([1e-9]).max()
assert not (0.5 < 1e-4)
assert 0.01 < 0.07
assert 1e-3 > 1e-4 > 0
"""


def test_every_comparison_is_found_and_named() -> None:
    found = find(TESTS, "cell", frozenset({"expect"}))
    assert [(site.line, site.label) for site in found.sites] == [
        (2, "plain"),
        (3, "of {1 + 1} layers"),
        (5, "in a loop"),
        (6, "np.allclose([1.0], [1.0 + 1e-09])"),
        (7, "np.isclose(2.0, guess)"),
        (8, "np.testing.assert_allclose(1.0, 3.0)"),
        (9, "math.isclose(1.0, 1.0 + 1e-12)"),
        (10, "1e-09 < 1e-06"),
        (11, "1e-06 >= np.array([1e-09]).max()"),
        (12, "0.5 < 0.0001"),
    ]
    assert len({site.key for site in found.sites}) == len(found.sites)


def test_what_compares_in_its_own_way_is_named() -> None:
    source = "np.testing.assert_array_almost_equal(a, b)\nassert a == pytest.approx(b)\n"
    found = find(source, "cell", frozenset())
    assert found.unmeasured == ((1, "assert_array_almost_equal"), (2, "approx"))
    assert find(source, "cell", frozenset(), given=True).unmeasured == ()


def test_given_functions_that_compare_are_known_by_their_arguments() -> None:
    assert expecting([EXPECT, "def other(got, want): pass"]) == {"expect"}


def played(source: str, recorder: Recorder, *, recorded: bool) -> dict[str, Any]:
    """Run test code after the given functions, with or without a recorder."""
    names: dict[str, Any] = {"np": np, "math": math}
    exec(EXPECT, names)
    names |= {COMPARED: recorder.compared, BELOW: recorder.below, HELD: recorder.held}
    recorder.go_to("task", "", 0, silent=False)
    tree = find(source, "cell", frozenset({"expect"})).tree if recorded else ast.parse(source)
    exec(compile(tree, "cell", "exec"), names)
    return names


def test_no_comparison_ends_a_recorded_piece() -> None:
    recorder = Recorder()
    played(TESTS + "assert np.allclose(1, 2)\nafter = True\n", recorder, recorded=True)
    assert recorder.failed() == 15
    notes = {(note.site, note.passed): note for note in recorder.take()}
    assert len({site for site, _ in notes}) == 11
    loop = [note for note in notes.values() if note.site.startswith("cell:5:")]
    assert {note.passed: note.largest for note in loop}[False] == pytest.approx(1e7, rel=1e-4)
    assert {note.passed: note.largest for note in loop}[True] == 0
    assert recorder.take() == []


@pytest.mark.parametrize(
    "expression",
    [
        "np.isclose([1.0, 2.0, np.nan], [1.0, 2.1, np.nan], equal_nan=True).tolist()",
        "np.allclose(got, want)",
        "[np.allclose(got, guess) for guess in (want, got)]",
        "math.isclose(1.0, 1.1, rel_tol=0.2)",
        "any(np.isclose(3.0, guess) for guess in (1.0, 3.0))",
        "np.testing.assert_allclose(got, got)",
        "expect('same', got, got)",
    ],
)
def test_a_recorder_gives_what_the_comparison_gives(expression: str) -> None:
    source = f"got, want = np.arange(3.0), np.ones(3)\nvalue = {expression}\n"
    with_it = played(source, Recorder(), recorded=True)
    without = played(source, Recorder(), recorded=False)
    assert with_it["value"] == without["value"]
    assert type(with_it["value"]) is type(without["value"])


def test_a_recorder_hands_on_the_very_values_and_leaves_them_as_they_are() -> None:
    seen: list[object] = []

    def expect(what: str, got: object, want: object, *, rtol: float = 0, atol: float = 1) -> None:
        seen.extend((got, want))

    got, want = np.arange(3.0), [0.0, 5.0, 2.0]
    kept = got.copy()
    recorder = Recorder()
    recorder.go_to("task", "", 1, silent=False)
    assert recorder.compared("here", expect)("what", got, want, atol=2) is None
    assert seen[0] is got
    assert seen[1] is want
    assert np.array_equal(got, kept)
    (note,) = recorder.take()
    assert (note.largest, note.atol, note.passed, note.seed) == (2.0, 2.0, True, 1)


def test_errors_other_than_a_failed_comparison_leave_a_recorder() -> None:
    recorder = Recorder()
    recorder.go_to("task", "", 0, silent=False)
    with pytest.raises(ValueError, match="broadcast"):
        recorder.compared("here", np.allclose)(np.ones(2), np.ones(3))
    (note,) = recorder.take()
    assert note.largest == math.inf


def test_pieces_keep_their_lines(tmp_path: Path) -> None:
    folder = make_unit(tmp_path, hidden="\n# property: One.\nx = 1\n\n# property: Two.\nx = 1\n")
    unit = load_unit(folder, SLUG)
    (tests,) = (step for step in steps_of(unit) if step.kind == "tests")
    lines = unit.cell("third-tests").source.splitlines()
    for piece in (tests.visible, tests.setup, *tests.properties):
        assert piece is not None
        for number, line in enumerate(piece.source.splitlines()):
            assert not line or lines[number] == line
    assert [piece.source.count("\n") for piece in tests.properties] == [5, 8]


# Answers as another machine might compute them


def shaken(source: str, draw: int = 1) -> dict[str, Any]:
    shake = Shake(draw)
    names: dict[str, Any] = {"np": np, SHAKEN: shake.result, ENTERED: entered(shake.value)}
    exec(compile(shaken_source(source), "answer", "exec"), names)
    return names


def test_every_result_moves_by_one_unit_in_the_last_place_at_most() -> None:
    value = np.random.default_rng(3).normal(size=500)
    moved = Shake(1).value(value)
    assert (moved != value).all()
    assert (np.abs(moved - value) <= np.spacing(np.abs(value))).all()
    assert 100 < (moved > value).sum() < 400
    single = Shake(1).value(value.astype(np.float32))
    assert single.dtype == np.float32
    assert (np.abs(single - value) <= 2 * np.spacing(np.abs(value.astype(np.float32)))).all()


@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.float16, np.complex128])
def test_numbers_of_half_the_digits_stay_as_they_are(dtype: type) -> None:
    short = np.array([0.0, 1.0, -2.5, 7.0, 0.25, 12.0, np.inf, -np.inf], dtype=dtype)
    assert np.array_equal(Shake(1).value(short), short)
    assert [Shake(1).value(value) for value in (0.0, 3.0, 0.125, math.inf)] == [
        0.0,
        3.0,
        0.125,
        math.inf,
    ]
    assert Shake(1).value(0.1) != 0.1
    assert Shake(1).value(7) == 7


def test_a_shaken_answer_gives_nearly_the_same_and_the_same_again() -> None:
    source = """
def layer(X, W, b):
    z = X @ W + b
    return np.tanh(z).sum(axis=0), float(np.mean(z ** 2))
"""
    rng = np.random.default_rng(0)
    X, W, b = rng.normal(size=(5, 3)), rng.normal(size=(3, 4)), rng.normal(size=4)
    kept = X.copy()
    plain: dict[str, Any] = {"np": np}
    exec(source, plain)
    want, mean = plain["layer"](X, W, b)
    first, again, other = (shaken(source, draw)["layer"](X, W, b) for draw in (1, 1, 2))
    assert np.allclose(first[0], want, rtol=1e-13, atol=1e-14)
    assert not np.array_equal(first[0], want)
    assert first[1] != mean
    assert np.array_equal(first[0], again[0])
    assert not np.array_equal(first[0], other[0])
    assert np.array_equal(X, kept)


def test_arrays_that_two_names_refer_to_stay_one() -> None:
    answer = """
def count(n):
    total = np.zeros(n) + 0.1
    same = np.asarray(total)
    row = total.reshape(1, -1)
    total *= 0.7
    return total, same, row
"""
    total, same, row = shaken(answer)["count"](40)
    assert not np.array_equal(total, (np.zeros(40) + 0.1) * 0.7)  # the sum itself was moved
    assert np.allclose(same, total, rtol=1e-14)
    assert np.allclose(row[0], total, rtol=1e-14)


def test_what_an_answer_writes_into_its_arguments_arrives() -> None:
    answer = "def step(params, rate):\n    for p in params:\n        p -= rate * p\n"
    params = [np.array([0.1, 0.7])]
    shaken(answer)["step"](params, 0.3)
    assert np.allclose(params[0], [0.07, 0.49], rtol=1e-13)
    assert not np.array_equal(params[0], np.array([0.1, 0.7]) * 0.7)


def test_callbacks_methods_and_patterns_work_in_shaken_answers() -> None:
    answer = """
class Scale:
    factor = 0.1

    def __init__(self, by):
        super().__init__()
        self.by = by

    @property
    def twice(self):
        return self.by * 2

    @staticmethod
    def plain(x):
        return x + 0.1


def apply(f, x, kind=1):
    match kind:
        case 1:
            return f(x) + Scale(0.3).twice + Scale.plain(0.7)
        case _:
            return [f(value) for value in x]
"""
    value = shaken(answer)["apply"](lambda x: x / 3, np.array([0.7]))
    assert value == pytest.approx([0.7 / 3 + 1.4], rel=1e-14)


def test_single_precision_reaches_arguments_and_what_callbacks_give() -> None:
    seen: list[object] = []
    names: dict[str, Any] = {"np": np, ENTERED: entered(to_single), "seen": seen}
    source = "def f(x, call, n=2):\n    seen.extend([x.dtype, call(x)[0].dtype, n])\n    return x\n"
    exec(compile(entered_source(source), "answer", "exec"), names)
    names["f"](np.ones(2), lambda x: (np.ones(3), 1))
    assert seen == [np.float32, np.float32, 2]


# The rule


def note(largest: float, *, passed: bool = True, **changed: Any) -> Note:
    base = Note(
        "t", "", 0, "t:1:0", 0.0, 1e-6, passed, largest, largest, 0.0, 0.0, 0.0, "float64", False
    )
    return replace(base, **changed)


def row_for(*heard: tuple[str, str, Note]) -> Row:
    found = find('expect("it", 1, 1)', "t", frozenset({"expect"}))
    (step,) = [s for s in steps_with_one_test() if s.kind == "tests"]
    replies = [Reply(Run(name, kind, {}, (0,)), (one,), (), "") for name, kind, one in heard]
    (row,) = rows_of(replies, [step], {site.key: site for site in found.sites}, {})
    return row


def steps_with_one_test() -> list[Any]:
    from autograder.audit.spread.notebook import Piece, Step

    return [Step("tests", "t", "", Piece("", 'expect("it", 1, 1)'))]


@pytest.mark.parametrize(
    ("spread", "mistake", "verdict", "nearest"),
    [
        (0.09, 5.0, OK, 5.0),
        (0.11, 5.0, TIGHT, 5.0),
        (0.001, 0.5, LOOSE, 0.5),
        (0.001, 0.009, OK, None),  # it does not differ here: no evidence
        (0.0, 0.0, OK, None),
        (math.inf, 1.0, TIGHT, None),
    ],
)
def test_a_tolerance_lies_between_ten_spreads_and_the_nearest_mistake(
    spread: float, mistake: float, verdict: str, nearest: float | None
) -> None:
    wrong = note(mistake, passed=mistake <= 1)
    row = row_for(("reference", RIGHT, note(spread)), ("m", MISTAKE, wrong))
    assert (row.verdict, row.nearest) == (verdict, nearest)


def test_the_last_place_is_no_evidence_against_a_mistake() -> None:
    right = note(0.0, rounding=1e-4)
    assert row_for(("reference", RIGHT, right), ("m", MISTAKE, note(1e-4))).verdict == OK
    assert row_for(("reference", RIGHT, right), ("m", MISTAKE, note(2e-3))).verdict == LOOSE


def test_each_seed_of_a_mistake_is_a_trial_of_its_own() -> None:
    seen = [note(50.0, passed=False, seed=1), note(0.5, seed=2)]
    row = row_for(("reference", RIGHT, note(0.0)), *(("m", MISTAKE, one) for one in seen))
    assert row.verdict == LOOSE


def test_where_a_test_chooses_what_is_far_must_stay_far() -> None:
    near, far = note(0.01, choosing=True), note(30.0, choosing=True, passed=False)
    row = row_for(("reference", RIGHT, near), ("reference", RIGHT, far))
    assert (row.verdict, row.spread, row.nearest) == (OK, 0.01, 30.0)
    assert row.mistake == "another value of reference"


def test_single_precision_bounds_nothing_by_itself() -> None:
    row = row_for(("reference", RIGHT, note(0.0)), ("reference", SINGLE, note(40.0)))
    assert (row.verdict, row.single) == (OK, 40.0)


def test_advice_for_what_no_tolerance_tells_apart_asks_for_other_inputs() -> None:
    wrong = note(4.0, passed=False)
    row = row_for(("reference", RIGHT, note(0.3, absolute=3e-7)), ("m", MISTAKE, wrong))
    assert row.nearest == 4.0
    spread = Spread("s", (row,), (Failure(row.verdict, row.key, row),), (), (0,))
    assert (
        "Take rtol=0, atol=3e-06 or more, and less than rtol=0, atol=4e-06" in problems(spread)[0]
    )
    row = row_for(("reference", RIGHT, note(math.inf)))
    spread = Spread("s", (row,), (Failure(row.verdict, row.key, row),), (), (0,))
    assert "look at what the right answers give" in problems(spread)[0]


# The table

ROWS = (
    Row("a", "visible", 'it, "so"', "float64", 1e-7, 1e-12, 3e-5, 0.26, "", 1.5e5, "a/m", OK),
    Row("a", "A property …", "it #2", "float32", 0.0, 2e-6, 0.0, None, "jax 0.1", None, "", TIGHT),
    Row("a", "visible", "∂E", "int64", 0.0, 0.0, math.inf, 0.0, "", math.inf, "a/n", LOOSE),
)


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_table(tmp_path / TABLE, ROWS)
    assert read_table(tmp_path / TABLE) == ROWS
    assert outdated(ROWS, read_table(tmp_path / TABLE)) == []


@pytest.mark.parametrize("number", [0.0, 2e-9, 0.00013, 0.26, 1.0, 990000.0, math.inf, None])
def test_a_number_is_read_as_it_was_written(number: float | None) -> None:
    assert read_number(shown(number)) == number


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "half"])
def test_what_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnitError, match="found none"):
        read_table(tmp_path / TABLE)
    (tmp_path / TABLE).write_text(text)
    with pytest.raises(UnitError, match="expected the columns"):
        read_table(tmp_path / TABLE)


def test_a_row_that_is_cut_short_is_named(tmp_path: Path) -> None:
    write_table(tmp_path / TABLE, ROWS)
    text = (tmp_path / TABLE).read_text(encoding="utf-8")
    (tmp_path / TABLE).write_text(text.rsplit(",", 3)[0], encoding="utf-8")
    with pytest.raises(UnitError, match="line 4"):
        read_table(tmp_path / TABLE)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"rtol": 1e-6}, "is not in the table"),
        ({"verdict": LOOSE}, "was 'ok' and is 'loose'"),
        ({"single": 3.0}, "the spread in float32"),
        ({"nearest": 9e3}, "the nearest mistake"),
        ({"nearest": None}, "the nearest mistake"),
        ({"spread": 0.02}, "the spread of"),
    ],
)
def test_what_differs_makes_a_table_outdated(changed: dict[str, Any], said: str) -> None:
    measured = (replace(ROWS[0], **changed), *ROWS[1:])
    assert any(said in line for line in outdated(ROWS, measured))


@pytest.mark.parametrize(
    "changed",
    [{"spread": 0.0}, {"spread": 9e-4}, {"single": 2.5}, {"nearest": 1e6}, {"mistake": "x"}],
)
def test_what_another_machine_measures_leaves_a_table_current(changed: dict[str, Any]) -> None:
    assert outdated(ROWS, (replace(ROWS[0], **changed), *ROWS[1:])) == []


def test_reasons_are_read_and_must_say_something(tmp_path: Path) -> None:
    path = tmp_path / REASONS
    assert read_reasons(path) == {}
    entry = '[[explained]]\ntask = "t"\nwhere = "visible"\ncomparison = "it"\nreason = "{}"\n'
    path.write_text(entry.format("Because."), encoding="utf-8")
    assert read_reasons(path) == {("t", "visible", "it"): "Because."}
    for wrong in (entry.format(" "), entry.format("a") + entry.format("b"), "[[other]]\n", "a = ["):
        path.write_text(wrong, encoding="utf-8")
        with pytest.raises(UnitError, match="expected"):
            read_reasons(path)
