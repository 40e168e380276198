"""The chapter on pretrained models: its figure of gaps has the model, and the text its numbers."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from course_book.environment import node_binary

from tests.book.scripts import script

BOOK = Path(__file__).resolve().parents[2] / "book"
WIDGET = BOOK / "_widgets" / "gap-filler.mjs"
SCRIPT = """
const { arrays, filled, probabilities } = await import(process.argv[1]);
const { gaps, ids } = JSON.parse(process.argv[2]);
console.log(JSON.stringify({
  gaps: gaps.map((hidden) => filled(0, hidden)),
  probabilities: ids.map(probabilities),
  sizes: Object.fromEntries(Object.entries(arrays()).map(([name, a]) => [name, a.length])),
}));
"""


def ask(gaps: list[list[int]], ids: list[list[int]]) -> dict[str, Any]:
    """Return what the figure says for gaps in its first story, and for stories in ids."""
    request = json.dumps({"gaps": gaps, "ids": ids})
    done = subprocess.run(
        [node_binary(), "--input-type=module", "--eval", SCRIPT, WIDGET.as_uri(), request],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def norm(x: np.ndarray, gain: np.ndarray, shift: np.ndarray) -> np.ndarray:
    x = x - x.mean(axis=-1, keepdims=True)
    normed: np.ndarray = gain * x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + 1e-6) + shift
    return normed


def softmax(z: np.ndarray) -> np.ndarray:
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    shares: np.ndarray = e / e.sum(axis=-1, keepdims=True)
    return shares


def guess(p: dict[str, np.ndarray], ids: list[int]) -> np.ndarray:
    """Return the filler's probabilities (n, words) for one story without padding."""
    x = p["E"][ids] + p["P"][: len(ids)]
    for i in "01":
        a = norm(x, p[f"g1_{i}"], p[f"c1_{i}"])
        q, k, v = ((a @ p[W + i]).reshape(-1, 4, 12).swapaxes(0, 1) for W in ("Wq_", "Wk_", "Wv_"))
        mixed = softmax(q @ k.swapaxes(1, 2) / 12**0.5) @ v
        x = x + mixed.swapaxes(0, 1).reshape(-1, 48) @ p[f"Wo_{i}"]
        a = norm(x, p[f"g2_{i}"], p[f"c2_{i}"])
        wide = np.maximum(0, a @ p[f"W1_{i}"] + p[f"b1_{i}"])
        x = x + wide @ p[f"W2_{i}"] + p[f"b2_{i}"]
    return softmax(norm(x, p["g"], p["c"]) @ p["E"].T)


@pytest.fixture(scope="module")
def maker() -> Any:
    """The script that writes the figure, as a module."""
    return script("gap_filler")


def test_the_figure_has_the_model_the_words_and_the_stories_of_the_files(maker: Any) -> None:
    text = WIDGET.read_text("utf-8")
    for name, value in maker.constants().items():
        assert f"const {name} = {value};" in text, name


def test_the_figure_computes_what_the_model_computes(maker: Any) -> None:
    with np.load(maker.MODEL) as kept:
        p = {name: kept[name].astype(float) for name in kept.files}
    stories = json.loads(maker.STORIES.read_text("utf-8"))
    of = {word: i for i, word in enumerate(stories["words"])}
    ids = [[1, *(of[word] for word in line.split()), 2] for line in stories["test"][:4]]
    for row in ids:
        row[11] = row[20] = 3
    answers = ask([], ids)
    assert answers["sizes"] == {name: array.size for name, array in p.items()}
    for row, said in zip(ids, answers["probabilities"], strict=True):
        assert np.allclose(np.sum(said, axis=1), 1)
        # The figure's numbers are rounded to bytes: that moves a probability by 0.05 at most.
        assert np.allclose(said, guess(p, row), atol=0.05)


def test_the_text_of_the_figure_has_its_numbers() -> None:
    text = (BOOK / "sequences" / "pretrained-language-models.md").read_text("utf-8")
    rows = re.findall(r"^\| \*\w+\*.*? \| (.*) \|$", text, re.MULTILINE)
    found = ask([[10], [10, 55], [19], [5, 59]], [])["gaps"]
    assert len(rows) == len(found)
    for row, gaps in zip(rows, found, strict=True):
        for gap in gaps:
            said = ", ".join(f"{word} {100 * share:.1f} %" for word, share in gap["first"])
            assert said in row.replace("\u00a0", " ")
