"""The chapter on pretrained models: its figure of gaps has the model, and the text its numbers."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.book.headless import printed
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
    answers: dict[str, Any] = printed(SCRIPT, WIDGET.as_uri(), request)
    return answers


@pytest.fixture(scope="module")
def maker() -> Any:
    """The script that writes the figure, as a module."""
    return script("gap_filler")


def test_the_figure_has_the_model_the_words_and_the_stories_of_the_files(maker: Any) -> None:
    text = WIDGET.read_text("utf-8")
    for name, value in maker.constants().items():
        assert f"const {name} = {value};" in text, name


def test_the_figure_computes_what_the_model_computes(maker: Any) -> None:
    models = script("story_models")
    p = models.read_model("filler")
    lines = json.loads(maker.STORIES.read_text("utf-8"))["test"][:4]
    padded = models.tokens(lines)
    padded[:, [11, 20]] = models.MASK
    ids = [row[row != models.PAD].tolist() for row in padded]
    wanted = models.softmax(models.logits(p, padded, causal=False), axis=-1)
    answers = ask([], ids)
    assert answers["sizes"] == {name: array.size for name, array in p.items()}
    for shares, said in zip(wanted, answers["probabilities"], strict=True):
        assert np.allclose(np.sum(said, axis=1), 1)
        # The figure's numbers are rounded to bytes: that moves a probability by 0.05 at most.
        assert np.allclose(said, shares[: len(said)], atol=0.05)


def test_the_text_of_the_figure_has_its_numbers() -> None:
    text = (BOOK / "sequences" / "pretrained-language-models.md").read_text("utf-8")
    rows = re.findall(r"^\| \*\w+\*.*? \| (.*) \|$", text, re.MULTILINE)
    found = ask([[10], [10, 55], [19], [5, 59]], [])["gaps"]
    assert len(rows) == len(found)
    for row, gaps in zip(rows, found, strict=True):
        for gap in gaps:
            said = ", ".join(f"{word} {100 * share:.1f} %" for word, share in gap["first"])
            assert said in row.replace("\u00a0", " ")
