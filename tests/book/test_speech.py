"""The chapter on speech: its widget computes what the chapter's own sums give."""

import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np

from tests.book.headless import printed

WIDGET = Path(__file__).resolve().parents[2] / "book" / "_widgets" / "ctc-trellis.mjs"
TEXTS = ["", "a", "b", "aa", "ab", "aba", "bba"]
SCRIPT = """
const [widget, rows, texts] = process.argv.slice(1);
const { trellis, greedy } = await import(widget);
const p = JSON.parse(rows);
console.log(JSON.stringify({
  sums: JSON.parse(texts).map((t) => trellis(t, p)),
  greedy: greedy(p),
  hesitant: trellis("a", [[0.6, 0.4, 0], [0.6, 0.4, 0]]),
}));
"""


def computed(rows: np.ndarray) -> dict[str, Any]:
    """Return what the widget computes for probabilities (frames, 3) and each of TEXTS."""
    answers: dict[str, Any] = printed(
        SCRIPT, WIDGET.as_uri(), json.dumps(rows.tolist()), json.dumps(TEXTS)
    )
    return answers


def test_the_widgets_sums_are_those_of_all_paths() -> None:
    rows = np.random.default_rng(20261127).dirichlet(np.ones(3), size=5)
    by_text: dict[str, list[float]] = {text: [] for text in TEXTS}
    for path in itertools.product(range(3), repeat=5):
        text = "".join("-ab"[k] for k, _ in itertools.groupby(path) if k)
        by_text.get(text, []).append(float(np.prod(rows[np.arange(5), path])))

    found = computed(rows)

    for text, sums in zip(TEXTS, found["sums"], strict=True):
        assert sums["paths"] == len(by_text[text])
        assert np.isclose(sums["total"], sum(by_text[text]))
        assert np.isclose(sums["best"], max(by_text[text], default=0.0))
        assert np.shape(sums["alpha"]) == (5, 2 * len(text) + 1)
    best = [int(k) for k, _ in itertools.groupby(rows.argmax(axis=1)) if k]
    assert found["greedy"] == "".join("-ab"[k] for k in best)


def test_the_best_path_is_not_the_best_text() -> None:
    found = computed(np.full((2, 3), 1 / 3))["hesitant"]

    assert np.isclose(found["total"], 0.64)
    assert np.isclose(found["best"], 0.24)
