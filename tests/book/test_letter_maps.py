"""The small trained network that reads letters: file, figure and script agree."""

import base64
import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.book.headless import printed

BOOK = Path(__file__).resolve().parents[2] / "book"
RUN = """
const { forward, shares, pixelsOf } = await import(process.argv[1]);
const answers = JSON.parse(process.argv[2]).map((text) => {
  const { seen, scores } = forward(pixelsOf(text));
  return { seen: seen.map((maps) => Array.from(maps)), scores, shares: shares(scores) };
});
console.log(JSON.stringify(answers));
"""


@pytest.fixture(scope="module")
def maker() -> Any:
    """The script that trains it, as a module."""
    sys.path.insert(0, str(BOOK / "_make"))
    try:
        import letter_reader
    finally:
        sys.path.remove(str(BOOK / "_make"))
    return letter_reader


def constant(name: str, text: str) -> str:
    found = re.search(rf"const {name} = (.*?);\n", text, re.DOTALL)
    assert found, f"letter-maps.mjs has no {name}"
    return found[1]


def shown_pictures(maker: Any) -> list[str]:
    return re.findall(r'"([0-9a-f]{784})"', constant("SAMPLES", maker.WIDGET.read_text("utf-8")))


def test_the_figure_has_the_numbers_of_the_file(maker: Any) -> None:
    arrays, text = maker.read_model(), maker.WIDGET.read_text("utf-8")
    assert {name: arrays[name].shape for name in maker.NAMES} == maker.SHAPES
    codes = np.frombuffer(base64.b64decode(constant("MODEL", text).strip('"')), np.int8)
    steps = json.loads(constant("STEPS", text))
    assert codes.size == sum(array.size for array in arrays.values()) == 12_952
    at = 0
    for name, k in zip(maker.NAMES, steps, strict=True):
        size = arrays[name].size
        assert np.array_equal(codes[at : at + size] * 2.0**-k, arrays[name].ravel())
        at += size


def test_the_figure_computes_what_the_script_computes(maker: Any) -> None:
    rng = np.random.default_rng(1)
    noise = "".join(f"{level:x}" for level in rng.integers(16, size=784))
    pictures = [*shown_pictures(maker)[::5], "0" * 784, noise]
    answers = printed(RUN, str(maker.WIDGET), json.dumps(pictures))
    x = np.array([[int(digit, 16) / 15 for digit in text] for text in pictures])
    seen, scores = maker.forward(maker.read_model(), x.reshape(-1, 28, 28))
    for row, answer in enumerate(answers):
        for maps, wanted in zip(answer["seen"], seen, strict=True):
            np.testing.assert_allclose(maps, wanted[row].ravel(), rtol=1e-9, atol=1e-9)
        np.testing.assert_allclose(answer["scores"], scores[row], rtol=1e-9, atol=1e-9)
        raised = np.exp(scores[row] - scores[row].max())
        np.testing.assert_allclose(answer["shares"], raised / raised.sum(), rtol=1e-9)


def test_the_figure_shows_held_out_pictures_that_are_read_right(maker: Any) -> None:
    x, y, held = maker.read_letters()
    assert shown_pictures(maker) == maker.samples(maker.read_model(), x, y, held)


def test_the_file_is_small_and_reads_most_held_out_letters(maker: Any) -> None:
    x, y, held = maker.read_letters()
    right = maker.forward(maker.read_model(), x[held])[1].argmax(axis=1) == y[held]
    assert maker.MODEL.stat().st_size < 100_000
    assert right.mean() > 0.96


def test_the_slopes_of_the_script_are_those_of_its_loss(maker: Any) -> None:
    rng = np.random.default_rng(3)
    arrays = {name: rng.normal(scale=0.3, size=shape) for name, shape in maker.SHAPES.items()}
    pictures, labels = rng.random((3, 28, 28)), np.array([3, 0, 23])

    def loss() -> float:
        scores = maker.forward(arrays, pictures)[1]
        return float(np.mean(np.logaddexp.reduce(scores, axis=1) - scores[range(3), labels]))

    slopes = maker.gradients(arrays, pictures, labels)
    for name, array in arrays.items():
        place = tuple(int(rng.integers(side)) for side in array.shape)
        kept, ends = array[place], []
        for change in (1e-5, -1e-5):
            array[place] = kept + change
            ends.append(loss())
        array[place] = kept
        assert abs(slopes[name][place] - (ends[0] - ends[1]) / 2e-5) < 1e-5, name


@pytest.mark.slow
def test_the_script_trains_a_network_that_does_as_well(maker: Any) -> None:
    x, y, held = maker.read_letters()
    coded = {name: maker.coded(a) for name, a in maker.trained(x[~held], y[~held]).items()}
    made = {name: code * 2.0**-k for name, (code, k) in coded.items()}
    kept = maker.forward(maker.read_model(), x[held])[1].argmax(axis=1) == y[held]
    again = maker.forward(made, x[held])[1].argmax(axis=1) == y[held]
    # Rounding on another machine grows as training goes on, so answers are compared, not numbers.
    assert abs(again.mean() - kept.mean()) < 0.02
