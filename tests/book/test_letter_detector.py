"""The sheets and the detector of the chapter on detection: files and scripts agree."""

from typing import Any

import numpy as np
import pytest

from tests.book.scripts import script


@pytest.fixture(scope="module")
def drawer() -> Any:
    """The script that draws the sheets, as a module."""
    return script("letter_sheets")


@pytest.fixture(scope="module")
def kept(drawer: Any) -> dict[str, np.ndarray]:
    with np.load(drawer.SHEETS) as file:
        return {name: file[name] for name in file.files}


@pytest.mark.slow
def test_the_sheets_are_what_the_script_draws(drawer: Any, kept: dict[str, np.ndarray]) -> None:
    for part in drawer.PARTS:
        for name, array in drawer.packed(part).items():
            assert np.array_equal(array, kept[name]), name


@pytest.mark.parametrize("part", ["train", "test"])
def test_every_box_fits_its_letter_and_overlaps_no_other(
    kept: dict[str, np.ndarray], part: str
) -> None:
    masks, boxes, labels = (kept[f"{part}_{name}"] for name in ("masks", "boxes", "labels"))
    for mask, rows, names in zip(masks, boxes, labels, strict=True):
        inside = np.zeros(mask.shape, dtype=int)
        for (x1, y1, x2, y2), label in zip(rows[names >= 0], names[names >= 0], strict=True):
            crop = mask[y1:y2, x1:x2]
            assert set(np.unique(crop)) == {0, label + 1}
            assert all(side.any() for side in (crop[0], crop[-1], crop[:, 0], crop[:, -1]))
            inside[y1:y2, x1:x2] += 1
        assert inside.max() == 1
        assert not mask[inside == 0].any()


def test_no_font_for_judging_is_trained_on(drawer: Any) -> None:
    known, unseen = (drawer.letters(modern) for modern in (False, True))
    assert [len(pictures) for pictures in known] == [128] * 3
    assert [len(pictures) for pictures in unseen] == [48] * 3


def test_the_files_are_small(drawer: Any) -> None:
    assert drawer.SHEETS.stat().st_size < 300_000
    assert script("letter_detector").MODEL.stat().st_size < 100_000


@pytest.mark.slow
def test_training_by_the_script_goes_where_the_file_is(kept: dict[str, np.ndarray]) -> None:
    """A tenth of the training takes the loss on sheets for judging well down, the file further."""
    maker = script("letter_detector")
    names = maker.names_of_the_page()
    rows = zip(names["test_boxes"], names["test_labels"], strict=True)
    targets = np.array([names["target"](*row) for row in rows])
    losses = {}
    with np.load(maker.MODEL) as file:
        stored = [file[name] for name in file.files]
    short = maker.trained(names, sheets=600, epochs=12)
    for name, weights in [("short", short), ("stored", stored)]:
        names["detector"].set_weights(weights)
        outputs = names["detector"](names["test"])
        losses[name] = float(names["detection_loss"](targets, outputs))
    assert losses["stored"] < 1.5 < losses["short"] < 4.5
