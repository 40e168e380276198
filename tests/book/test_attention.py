"""The chapter on attention: the figure of heads computes what its text says."""

import re
from pathlib import Path
from typing import Any

import numpy as np

from tests.book.headless import printed

BOOK = Path(__file__).resolve().parents[2] / "book"
SENTENCE = "the cat sees a dog and the cat sleeps"
SCRIPT = """
const { HEADS, KNOWN, split, weights } = await import(process.argv[1]);
const words = split(process.argv[2]);
const all = (causal) => Object.fromEntries(
  Object.keys(HEADS).map((head) => [head, weights(words, head, causal, 4)]));
console.log(JSON.stringify({ KNOWN, words, causal: all(true), open: all(false) }));
"""


def heads() -> dict[str, Any]:
    """Return all weights of the four heads over SENTENCE, with the causal mask and without."""
    module = (BOOK / "_widgets" / "attention-heads.mjs").as_uri()
    answers: dict[str, Any] = printed(SCRIPT, module, SENTENCE)
    return answers


def test_weights_of_the_figure_have_the_sum_1_and_a_causal_head_sees_no_later_word() -> None:
    found = heads()
    for kind in ("causal", "open"):
        for name, table in found[kind].items():
            weights = np.array(table)
            assert np.allclose(weights.sum(axis=1), 1), name
            assert kind == "open" or np.all(np.triu(weights, 1) == 0), name


def test_the_text_of_the_figure_has_its_numbers() -> None:
    found = heads()
    words, causal = found["words"], found["causal"]
    text = (BOOK / "sequences" / "attention.md").read_text("utf-8")
    listed = re.search(r"list of (\d+)", text)
    assert words == SENTENCE.split()
    assert listed is not None
    assert found["KNOWN"] == int(listed[1])
    assert np.allclose(causal["back"][2][:3], [0.018, 0.965, 0.018], atol=5e-4)
    assert np.allclose(causal["after"][6][:7], [0.017, 0.901, *5 * [0.017]], atol=5e-4)
    assert np.allclose(causal["kind"][2][:3], [0.018, 0.965, 0.018], atol=5e-4)
    assert np.allclose(causal["kind"][4][:5], [0.009, 0.487, 0.009, 0.009, 0.487], atol=5e-4)
    for numbers in ("cat 0.965, the 0.018, sees 0.018", "0.901", "cat 0.487, dog 0.487"):
        assert numbers in text
