"""The drawn letters of the labs on vision: what the file holds, and that it is what is drawn."""

from collections import Counter

import numpy as np
import pytest

from tests.book.scripts import script

letters = script("letters")
FILE = letters.DATA


@pytest.fixture(scope="module")
def kept() -> dict[str, np.ndarray]:
    with np.load(FILE) as arrays:
        return dict(arrays)


def test_each_font_draws_each_letter_equally_often(kept: dict[str, np.ndarray]) -> None:
    assert kept["x"].shape == (4224, 28, 28)
    assert kept["x"].dtype == np.uint8
    counted = Counter(zip(kept["font"].tolist(), kept["y"].tolist(), strict=True))
    assert len(counted) == len(kept["fonts"]) * 24
    assert set(counted.values()) == {letters.COPIES}
    assert Counter(kept["lineage"].tolist()) == {"DejaVu": 12, "STIX": 4, "Computer Modern": 6}
    assert FILE.stat().st_size < 2e6


def test_no_letter_is_empty_or_cut_off(kept: dict[str, np.ndarray]) -> None:
    ink = kept["x"] > 64
    assert ink.sum(axis=(1, 2)).min() >= 15
    border = np.concatenate([ink[:, 0], ink[:, -1], ink[:, :, 0], ink[:, :, -1]], axis=1)
    assert not border.any()


def test_no_font_draws_the_same_sign_for_two_letters() -> None:
    folder = letters.font_folder()
    for name in (name for fonts in letters.FONTS.values() for name in fonts):
        drawn = {letters.glyph(folder / f"{name}.ttf", each).tobytes() for each in letters.LETTERS}
        assert len(drawn) == 24, name


@pytest.mark.slow
def test_the_file_is_what_the_script_draws(kept: dict[str, np.ndarray]) -> None:
    drawn = letters.drawn()

    for name in ("y", "font", "fonts", "lineage"):
        np.testing.assert_array_equal(drawn[name], kept[name])
    # Another release of FreeType may draw an edge a little lighter or darker.
    apart = np.abs(drawn["x"].astype(int) - kept["x"])
    assert apart.mean() < 1
