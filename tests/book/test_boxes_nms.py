"""The interactive figure of boxes computes what NumPy computes; its rules run without a page."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from tests.book.headless import printed

WIDGET = Path(__file__).resolve().parents[2] / "book" / "_widgets" / "boxes-nms.mjs"
RUN = """
const { overlap, suppressed } = await import(process.argv[1]);
const { items, threshold } = JSON.parse(process.argv[2]);
const iou = items.map((p) => items.map((q) => overlap(p.box, q.box).iou));
const kept = suppressed(items, threshold).filter(({ by }) => !by).map(({ item }) => item.name);
console.log(JSON.stringify({ iou, kept }));
"""


def run(boxes: np.ndarray, scores: np.ndarray, threshold: float) -> Any:
    items = [
        {"name": k, "box": box, "score": score}
        for k, (box, score) in enumerate(zip(boxes.tolist(), scores.tolist(), strict=True))
    ]
    given = json.dumps({"items": items, "threshold": threshold})
    return printed(RUN, WIDGET.as_uri(), given)


def covered(box: np.ndarray) -> np.ndarray:
    """The cells of a grid that a box with whole-numbered edges covers."""
    grid = np.zeros((15, 24), dtype=bool)
    grid[box[1] : box[3], box[0] : box[2]] = True
    return grid


def test_overlaps_and_suppression_are_those_of_counting_cells() -> None:
    rng = np.random.default_rng(20261126)
    counts = []
    for threshold in (0.25, 0.5):
        low = rng.integers([0, 0], [8, 6], size=(8, 2))
        boxes = np.concatenate([low, low + rng.integers(5, 9, size=(8, 2))], axis=1)
        cells = [covered(box) for box in boxes]
        iou = np.array([[np.sum(p & q) / np.sum(p | q) for q in cells] for p in cells])
        scores, left, kept = rng.permutation(8) / 8, set(range(8)), []
        while left:
            best = max(left, key=lambda k: scores[k])
            kept.append(best)
            left = {k for k in left - {best} if iou[best, k] <= threshold}
        got = run(boxes, scores, threshold)
        assert np.allclose(got["iou"], iou)
        assert got["kept"] == kept
        counts.append(len(kept))
    assert min(counts) < max(counts) < 8, "the thresholds matter for these boxes"
