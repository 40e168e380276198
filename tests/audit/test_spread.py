"""The audit of tolerances: what it finds in a unit, and what it found in this course's."""

from pathlib import Path

import pytest

from autograder.audit.spread.advice import problems
from autograder.audit.spread.measure import SEEDS, measure_spread
from autograder.audit.spread.rows import LOOSE, OK, TIGHT, Row, Spread
from autograder.audit.spread.table import TABLE, outdated, read_table, write_table
from autograder.errors import UnitError
from autograder.folders import CourseFolder
from tests.audit.making import HIDDEN, NEARLY, SLUG, make_unit

FOLDER = CourseFolder()
# The other units' tables are measured anew every night, by `./course audit --spread`.
UNITS = ("perceptron",)
SOME_SEEDS = (20261121, 1, 2)

pytestmark = pytest.mark.slow

VARIED = """
def check(x, **tolerance):
    for row in x:
        expect("by row", third(row), row / 3, **tolerance)

# property: What is asked for too exactly.
x = rng.normal(size=(4, 3))
expect("too exact", third(x), x / 3, rtol=1e-16, atol=0)
# property: What is asked for too loosely.
expect("too loose", third(np.array([3.0, 9.0])), [1.0, 3.0], rtol=0.01)
# property: What is as it should be.
expect("sensible", third(rng.normal(size=5)).shape, (5,))
check(rng.normal(size=(4, 3)))
check(rng.normal(size=(4, 3)), rtol=1e-10)
# property: What float32 cannot give.
single = rng.normal(size=30).astype(np.float32)
expect("single", third(single), single.astype(float) / 3)
# property: What is compared in other ways.
x = rng.normal(size=6)
assert np.allclose(third(x), x / 3)
assert any(np.isclose(third(3.0), guess) for guess in (5.0, 1.0))
np.testing.assert_allclose(third(x), x / 3, rtol=1e-6)
assert math.isclose(third(1.0), 1 / 3)
assert np.abs(third(x) - x / 3).max() < 1e-9, "off"
# property: What nothing comes to.
if SEED < 0:
    expect("never", third(1.0), 1 / 3)
# property: What takes from another property.
np.testing.assert_almost_equal(third(single), single / 3)
"""
HANGS = """
# %% hangs: a loop that does not end
def third(x):
    while np.size(x) == 20:
        pass
    return np.asarray(x) / 3.0001
"""


def row_of(spread: Spread, comparison: str) -> Row:
    (row,) = (row for row in spread.rows if row.comparison == comparison)
    return row


@pytest.fixture(scope="module")
def varied(tmp_path_factory: pytest.TempPathFactory) -> Spread:
    """A unit with something of everything."""
    folder = make_unit(tmp_path_factory.mktemp("varied"), hidden=VARIED)
    return measure_spread(folder, SLUG, SOME_SEEDS)


def test_a_tolerance_that_is_too_tight_is_found(varied: Spread) -> None:
    row = row_of(varied, "too exact")
    assert row.verdict == TIGHT
    assert row.spread >= 1
    (said,) = (line for line in problems(varied) if "'too exact'" in line)
    assert "third-tests, What is asked for too exactly., line 11" in said
    assert "less than ten times the spread" in said
    assert "Take rtol=" in said
    assert "less than rtol=" in said


def test_a_tolerance_that_lets_a_mistake_pass_is_found(varied: Spread) -> None:
    row = row_of(varied, "too loose")
    assert row.verdict == LOOSE
    assert row.mistake == "third/nearly"
    assert row.nearest == pytest.approx(0.01, rel=0.1)
    (said,) = (line for line in problems(varied) if "'too loose'" in line)
    assert "lets the known mistake third/nearly pass" in said


def test_a_tolerance_between_both_passes(varied: Spread) -> None:
    row = row_of(varied, "a third")
    assert row.verdict == OK
    assert row.spread < 0.1
    assert row.nearest is not None
    assert row.nearest > 1
    assert row.mistake == "third/nearly"
    assert not any("'a third'" in line for line in problems(varied))


def test_following_the_advice_for_a_tight_tolerance_mends_it(
    varied: Spread, tmp_path: Path
) -> None:
    (said,) = (line for line in problems(varied) if "'too exact'" in line)
    advised = said.split("Take ")[1].split(" or more")[0]
    start, end = (VARIED.index(f"# property: What is asked for too {w}") for w in ("exa", "loo"))
    hidden = VARIED[start:end]
    folder = make_unit(tmp_path, hidden=hidden.replace("rtol=1e-16, atol=0", advised))

    assert problems(measure_spread(folder, SLUG, SOME_SEEDS)) == []


def test_numbers_that_a_test_hands_over_in_float32_bound_its_tolerance(varied: Spread) -> None:
    row = row_of(varied, "single")
    assert row.dtype == "float32"
    assert row.verdict == TIGHT


def test_a_loop_is_one_comparison_for_each_tolerance(varied: Spread) -> None:
    rows = [row for row in varied.rows if row.comparison == "by row"]
    assert sorted(row.rtol for row in rows) == [1e-10, 1e-7]
    assert {row.where for row in rows} == {"What is as it should be."}


def test_a_test_that_chooses_by_nearness_is_no_failing_comparison(varied: Spread) -> None:
    row = row_of(varied, "np.isclose(third(3.0), guess)")
    assert row.verdict == OK
    assert row.spread < 0.1


@pytest.mark.parametrize(
    "comparison",
    [
        "np.allclose(third(x), x / 3)",
        "np.testing.assert_allclose(third(x), x / 3, rtol=1e-06)",
        "math.isclose(third(1.0), 1 / 3)",
        "np.abs(third(x) - x / 3).max() < 1e-09",
    ],
)
def test_every_way_to_compare_has_its_row(varied: Spread, comparison: str) -> None:
    row = row_of(varied, comparison)
    assert row.verdict == OK
    assert row.mistake == "third/nearly"


def test_inputs_in_float32_are_measured_apart(varied: Spread) -> None:
    (row,) = (row for row in varied.rows if row.comparison == "by row" and row.rtol == 1e-10)
    assert row.single is not None
    assert row.single > 10
    assert row.spread < 0.001
    assert row.verdict == OK


def test_what_no_answer_comes_to_and_what_is_not_measured_are_failures(varied: Spread) -> None:
    kinds = {failure.kind: failure for failure in varied.failures}
    assert kinds["unreached"].key == ("third-tests", "", "never")
    assert kinds["unmeasured"].key == ("third-tests", "", "assert_almost_equal")
    assert kinds["stopped"].key[:2] == ("third-tests", "What takes from another property.")
    assert "what another property defines" in kinds["stopped"].sentence


def test_a_mistake_that_hangs_is_ended_and_the_others_count(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    folder = make_unit(tmp_path, mistakes=NEARLY + HANGS)

    spread = measure_spread(folder, SLUG, (1,), progress=lambda *at: told.append(at))

    assert problems(spread) == []
    assert row_of(spread, "thirds").mistake == "third/nearly"
    assert told[-1][0] == told[-1][1] == len(told)
    # What it gave before it hung is evidence: 1 / 3.0001 is nearer to a third than 0.3333.
    assert row_of(spread, "a third").mistake == "third/hangs"


def test_a_right_answer_that_hangs_is_a_failure(tmp_path: Path) -> None:
    right = HANGS.replace("hangs: a loop that does not end", "third").replace("3.0001", "3")
    folder = make_unit(tmp_path, right=right, cell_s=1)

    failures = measure_spread(folder, SLUG, (1,)).failures

    assert any("to end, but it was killed after 1 s" in failure.sentence for failure in failures)


def test_a_reason_is_honoured_and_a_needless_one_is_not(tmp_path: Path) -> None:
    entry = '[[explained]]\ntask = "third-tests"\nwhere = "{}"\ncomparison = "{}"\nreason = "so"\n'
    explained = entry.format("It divides by three.", "thirds") + entry.format("visible", "a third")
    hidden = HIDDEN.replace("rtol=1e-9", "rtol=0.01")
    spread = measure_spread(make_unit(tmp_path, hidden=hidden, explained=explained), SLUG, (1,))

    assert row_of(spread, "thirds").verdict == "loose, explained"
    assert [failure.kind for failure in spread.failures] == ["explained"]
    assert "take the entry out" in problems(spread)[0]


def test_measuring_again_writes_the_same_table(tmp_path: Path) -> None:
    folder = make_unit(tmp_path)
    written = []
    for beside in (1, 3):
        write_table(tmp_path / TABLE, measure_spread(folder, SLUG, (1, 2), beside=beside).rows)
        written.append((tmp_path / TABLE).read_bytes())

    assert written[0] == written[1]


def test_a_bank_that_names_no_answer_cell_is_refused(tmp_path: Path) -> None:
    folder = make_unit(tmp_path, right="# %% half\nx = 1\n")
    with pytest.raises(UnitError, match=r"times\.py: expected names of answer cells, got half"):
        measure_spread(folder, SLUG)


def test_other_backends_are_tried_where_they_are_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "libraries"
    here.mkdir()
    (here / "keras.py").write_text("import os\nNAME = os.environ['KERAS_BACKEND']\n")
    (here / "jax.py").write_text("")
    monkeypatch.syspath_prepend(here)
    monkeypatch.setenv("PYTHONPATH", str(here))
    monkeypatch.delenv("KERAS_BACKEND", raising=False)
    monkeypatch.setattr(
        "autograder.audit.spread.elsewhere._BACKENDS", ("jax", "none-such", "keras")
    )
    right = """
# %% third
def third(x):
    return np.asarray(x) / (3 + 1e-9 * (keras.NAME == "keras"))
"""
    folder = make_unit(tmp_path / "course", right=right, imports="import keras")

    spread = measure_spread(folder, SLUG, (1,))

    row = row_of(spread, "thirds")
    assert "keras 0.33" in row.elsewhere
    assert "none-such not had" in row.elsewhere
    assert row.verdict == TIGHT


@pytest.mark.parametrize("slug", UNITS)
def test_the_table_of_a_unit_is_current_and_its_tolerances_keep_the_rule(slug: str) -> None:
    spread = measure_spread(FOLDER, slug, SEEDS)

    assert problems(spread) == []
    kept = read_table(FOLDER.bank(slug) / TABLE)
    assert outdated(kept, spread.rows) == []
