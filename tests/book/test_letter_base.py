"""The base of drawn letters and what transfer is worth: files, figure and scripts agree."""

import csv
import re

import numpy as np
import pytest

from tests.book.scripts import MAKE, script

pytest.importorskip("tensorflow", reason="needs TensorFlow: install the extra `site`")
pytestmark = pytest.mark.slow

MODEL = MAKE.parent / "_models" / "letter-base.npz"
TABLE = MAKE.parent / "_data" / "transfer.csv"
WIDGET = MAKE.parent / "_widgets" / "thaw-depth.mjs"


def table() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_file_is_small_and_holds_what_the_network_needs() -> None:
    with np.load(MODEL) as kept:
        sizes = [kept[f"a{k}"].size for k in range(len(kept.files))]
    assert len(sizes) == 17
    assert sum(sizes) == 29_352
    assert MODEL.stat().st_size < 100_000


def test_the_script_trains_a_base_that_reads_as_well_as_the_one_in_the_file() -> None:
    letters = script("letter_base")
    x, labels, held = letters.read_letters()
    made = letters.trained(x[~held], labels[~held])
    made.set_weights([array.astype(np.float32) for array in letters.rounded(made)])
    right = np.mean(made.predict(x[held], verbose=0).argmax(axis=1) == labels[held])
    with np.load(MODEL) as kept:
        made.set_weights([kept[f"a{k}"].astype(np.float32) for k in range(17)])
    of_the_file = np.mean(made.predict(x[held], verbose=0).argmax(axis=1) == labels[held])

    assert of_the_file == pytest.approx(1136 / 1152, abs=0.002)
    assert right == pytest.approx(of_the_file, abs=0.02)


def test_the_figure_has_the_numbers_of_the_table() -> None:
    found = re.search(r"const RIGHT = \[([^\]]*)\]", WIDGET.read_text("utf-8"))
    assert found
    shown = [int(number) for number in found[1].split(",")]
    assert len(shown) == 275
    assert shown == [round(float(row["right"]) * 797) for row in table()]


def test_the_script_measures_what_the_table_says() -> None:
    grid = script("transfer_grid")
    kept = [row for row in table() if (row["labelled"], row["seed"]) == ("2", "1")]
    made = list(grid.runs(grid.Network(grid.base_arrays()), 2, 1))

    assert [(m[2], str(m[3]), str(m[4])) for m in made] == [
        (row["method"], row["thawed"], row["rate"]) for row in kept
    ]
    # The order of sums differs between machines, and a high rate makes much of little.
    for (*_, rate, share), row in zip(made, kept, strict=True):
        assert share == pytest.approx(float(row["right"]), abs=0.1 if rate == 0.01 else 0.03)
