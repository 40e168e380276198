"""The small trained network that reads digits: file, figure and script agree."""

import base64
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.book.scripts import script

BOOK = Path(__file__).resolve().parents[2] / "book"


@pytest.fixture(scope="module")
def maker() -> Any:
    """The script that trains it, as a module."""
    return script("digit_reader")


def constant(name: str, text: str) -> str:
    found = re.search(rf"const {name} = (.*?);\n", text, re.DOTALL)
    assert found, f"digit-reader.mjs has no {name}"
    return found[1]


def test_the_figure_has_the_numbers_of_the_file(maker: Any) -> None:
    layers = maker.read_model()
    assert [w.shape for w, _ in layers] == [(64, 16), (16, 12), (12, 10)]
    kept = np.concatenate([array.ravel() for layer in layers for array in layer])
    text = constant("MODEL", maker.WIDGET.read_text("utf-8")).strip('"')
    shown = np.frombuffer(base64.b64decode(text), np.int8) / maker.STEPS_TO_ONE
    assert kept.size == 1374
    assert np.array_equal(shown, kept)


@pytest.mark.slow
def test_the_figure_shows_held_out_pictures_that_are_read_right(maker: Any) -> None:
    x, labels, order = maker.split_digits()
    text = constant("DIGITS", maker.WIDGET.read_text("utf-8"))
    assert re.findall(r'"([0-9a-g]{64})"', text) == maker.samples(x, labels, order[1300:])


@pytest.mark.slow
def test_the_file_is_what_the_script_trains(maker: Any) -> None:
    x, labels, order = maker.split_digits()
    known, held = order[: maker.TRAINED_ON], order[maker.TRAINED_ON :]
    made = maker.coded(maker.trained(x[known], labels[known]))
    kept = [array for layer in maker.read_model() for array in layer]
    steps = [abs(a - b * maker.STEPS_TO_ONE).max() for a, b in zip(made, kept, strict=True)]
    assert max(steps) <= 1, "another machine may round a number to its neighbour, and no further"
    right = maker.forward(maker.read_model(), x[held])[1].argmax(axis=1) == labels[held]
    assert right.sum() == 481


def test_the_file_is_small(maker: Any) -> None:
    assert maker.MODEL.stat().st_size < 20_000
