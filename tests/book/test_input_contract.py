"""The figure of the chapter "Deployment": it has the trained network, and prepares as it says."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.book.headless import printed

BOOK = Path(__file__).resolve().parents[2] / "book"
WIDGET = BOOK / "_widgets" / "input-contract.mjs"
CONSTANT = re.compile(r"^const (MODEL|STEPS|SAMPLES) = .*$", re.MULTILINE)
RUN = """
const { answer, WAYS, pixelsOf } = await import(process.argv[1]);
const answers = JSON.parse(process.argv[2]).map((text) => WAYS.map(([name, prepare]) => {
  const input = prepare(pixelsOf(text));
  return { name, input: Array.from(input), shares: answer(input) };
}));
console.log(JSON.stringify(answers));
"""
WAYS = {
    "as the contract says": lambda p: p,
    "not divided by 255": lambda p: 255 * p,
    "divided by 255 twice": lambda p: p / 255,
    "ink and ground exchanged": lambda p: 1 - p,
    "left and right exchanged": lambda p: p[:, ::-1],
    "rows and columns exchanged": lambda p: p.T,
}


@pytest.fixture(scope="module")
def maker() -> Any:
    """The script that trains the network, as a module."""
    sys.path.insert(0, str(BOOK / "_make"))
    try:
        import letter_reader
    finally:
        sys.path.remove(str(BOOK / "_make"))
    return letter_reader


@pytest.fixture(scope="module")
def pictures(maker: Any) -> list[str]:
    """R and S, which the chapter's table tells of, an empty picture and noise, as text."""
    shown = re.findall(r'"([0-9a-f]{784})"', WIDGET.read_text("utf-8"))
    noise = "".join(f"{level:x}" for level in np.random.default_rng(1).integers(16, size=784))
    return [*(shown[maker.LETTERS.index(letter)] for letter in "RS"), "0" * 784, noise]


@pytest.fixture(scope="module")
def answers(pictures: list[str]) -> list[list[dict[str, Any]]]:
    return list(printed(RUN, str(WIDGET), json.dumps(pictures)))


def test_both_figures_of_letters_have_the_same_network_and_pictures(maker: Any) -> None:
    texts = [widget.read_text("utf-8") for widget in maker.WIDGETS]
    assert WIDGET in maker.WIDGETS
    first, second = ([m[0] for m in CONSTANT.finditer(text)] for text in texts)
    assert len(first) == 3
    assert first == second


def test_the_figure_prepares_and_answers_as_numpy_does(
    maker: Any, pictures: list[str], answers: list[list[dict[str, Any]]]
) -> None:
    for text, ways in zip(pictures, answers, strict=True):
        picture = np.array([int(digit, 16) / 15 for digit in text]).reshape(28, 28)
        assert [way["name"] for way in ways] == list(WAYS)
        for way in ways:
            wanted = WAYS[way["name"]](picture)
            np.testing.assert_allclose(way["input"], wanted.ravel(), rtol=1e-12, atol=1e-12)
            scores = maker.forward(maker.read_model(), wanted[None])[1][0]
            raised = np.exp(scores - scores.max())
            np.testing.assert_allclose(way["shares"], raised / raised.sum(), rtol=1e-9, atol=1e-12)


def test_the_twin_in_words_has_the_figures_of_the_picture(
    maker: Any, answers: list[list[dict[str, Any]]]
) -> None:
    chapter = (BOOK / "vision" / "deployment.md").read_text("utf-8")
    for rows in zip(*answers[:2], strict=True):
        told = [f"| {rows[0]['name']} |"]
        for way in rows:
            best = int(np.argmax(way["shares"]))
            mean = float(f"{np.mean(way['input']):.2g}")
            told.append(f" {maker.LETTERS[best]}, {100 * way['shares'][best]:.1f} % | {mean:g} |")
        assert "".join(told) in chapter
