"""Draw the sheets of the chapter "Detection and segmentation": letters A, O and X, scattered.

    python book/_make/letter_sheets.py

A sheet has 48 by 48 pixels and at most five letters of book/_data/letters.npz, in two sizes, whose
boxes do not overlap. The 400 sheets for training show the fonts DejaVu and STIX, the 200 for
judging Computer Modern. book/_data/letter-sheets.npz holds pictures and masks as bytes, masks of
the letters that are more than 12 pixels high, and boxes and labels in rows of five, filled up
with -1.
"""

from pathlib import Path

import numpy as np

DATA = Path(__file__).resolve().parents[1] / "_data"
SHEETS = DATA / "letter-sheets.npz"
ORDER, NAMES, SIDE, MOST, INK, HIGH = "ABCDEFGHIKLMNOPQRSTUVWXY", "AOX", 48, 5, 0.3, 12
PARTS = {"train": (50, 400, False), "test": (1, 200, True)}  # seed, how many, Computer Modern?

Sheet = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def letters(modern: bool) -> list[np.ndarray]:
    """Return the pictures (n, 28, 28), from 0 to 1, of each of the three letters."""
    kept = np.load(DATA / "letters.npz")
    mine = (kept["lineage"][kept["font"]] == "Computer Modern") == modern
    return [kept["x"][(kept["y"] == ORDER.index(name)) & mine] / 255 for name in NAMES]


def sheet(rng: np.random.Generator, pool: list[np.ndarray]) -> Sheet:
    """Return a picture (48, 48), boxes (m, 4), labels (m,), a mask (48, 48): 0, or label + 1."""
    picture, mask, taken = np.zeros((3, SIDE, SIDE))
    boxes, labels = [], []
    for _ in range(rng.integers(2, MOST + 1)):
        label = rng.integers(len(pool))
        ink = rng.choice(pool[label])
        if rng.random() < 0.6:  # the small size
            ink = ink.reshape(14, 2, 14, 2).mean(axis=(1, 3))
        top, left = rng.integers(0, SIDE + 1 - len(ink), size=2)
        rows, columns = (np.flatnonzero((ink > INK).any(axis=axis)) for axis in (1, 0))
        x1, x2 = left + columns[0], left + columns[-1] + 1
        y1, y2 = top + rows[0], top + rows[-1] + 1
        if taken[y1:y2, x1:x2].any():
            continue
        taken[y1:y2, x1:x2] = 1
        place = slice(top, top + len(ink)), slice(left, left + len(ink))
        picture[place] = np.maximum(picture[place], ink)
        mask[place][ink > INK] = label + 1
        boxes.append([x1, y1, x2, y2])
        labels.append(label)
    return picture, np.array(boxes), np.array(labels), mask


def sheets(seed: int, count: int, modern: bool) -> list[Sheet]:
    """Return so many sheets, the same for the same seed."""
    rng, pool = np.random.default_rng(seed), letters(modern)
    return [sheet(rng, pool) for _ in range(count)]


def packed(part: str) -> dict[str, np.ndarray]:
    """Return the arrays of one part of the file."""
    pictures, boxes, labels, masks = zip(*sheets(*PARTS[part]), strict=True)
    filled_boxes = np.full((len(pictures), MOST, 4), -1, dtype=np.int8)
    filled_labels = np.full((len(pictures), MOST), -1, dtype=np.int8)
    large = np.zeros(np.shape(masks), dtype=np.uint8)
    for k, (rows, names) in enumerate(zip(boxes, labels, strict=True)):
        filled_boxes[k, : len(rows)], filled_labels[k, : len(rows)] = rows, names
        for x1, y1, x2, y2 in rows[rows[:, 3] - rows[:, 1] > HIGH]:
            large[k, y1:y2, x1:x2] = masks[k][y1:y2, x1:x2] > 0
    return {
        f"{part}_pictures": np.round(np.array(pictures) * 255).astype(np.uint8),
        f"{part}_masks": np.array(masks).astype(np.uint8),
        f"{part}_large": large,
        f"{part}_boxes": filled_boxes,
        f"{part}_labels": filled_labels,
    }


def main() -> None:
    np.savez_compressed(SHEETS, **packed("train"), **packed("test"))
    print(f"{SHEETS.name}: {SHEETS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
