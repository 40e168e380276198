"""The 108 runs of the figure on learning curves: script, text and findings agree."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

BOOK = Path(__file__).resolve().parents[2] / "book"
RUN = 31 * 2 * 2  # characters: 31 moments, two losses, two characters each


@pytest.fixture(scope="module")
def maker() -> Any:
    """The script that trains them, as a module."""
    sys.path.insert(0, str(BOOK / "_make"))
    try:
        import learning_curves
    finally:
        sys.path.remove(str(BOOK / "_make"))
    return learning_curves


def constant(maker: Any, name: str) -> str:
    found = re.search(rf"const {name} = (.*?);\n", maker.WIDGET.read_text("utf-8"), re.DOTALL)
    assert found, f"learning-curves.mjs has no {name}"
    return found[1].strip('"')


def shown(maker: Any) -> list[np.ndarray]:
    """The losses of every run, as the figure holds them."""
    text = constant(maker, "RUNS")
    assert len(text) == RUN * len(maker.settings())
    return [maker.from_text(text[k : k + RUN]) for k in range(0, len(text), RUN)]


def test_the_figure_has_the_knobs_of_the_script(maker: Any) -> None:
    values = json.loads(constant(maker, "VALUES"))
    assert values == [list(each) for each in maker.KNOBS.values()]
    assert len(maker.settings()) == 108


def test_the_findings_are_those_of_the_losses_shown(maker: Any) -> None:
    findings = constant(maker, "FINDINGS")
    assert findings == "".join(maker.finding(losses) for losses in shown(maker))
    assert set(findings) == set("hnouf"), "each finding has a run to show"


def test_losses_are_kept_to_a_third_of_a_per_cent(maker: Any) -> None:
    losses = np.logspace(-2.9, 2.9, 62).reshape(2, 31)
    assert np.abs(maker.from_text(maker.in_text(losses)) / losses - 1).max() < 0.0035
    wild = np.full((2, 31), np.nan)
    assert np.allclose(maker.from_text(maker.in_text(wild)), 1000)


@pytest.mark.slow
@pytest.mark.parametrize("values", [(16, 240, 0.0, 0.002, 0.25), (3, 2400, 0.0, 0.002, 0.0)])
def test_a_run_trained_again_shows_what_the_figure_shows(maker: Any, values: tuple) -> None:
    kept = shown(maker)[maker.settings().index(values)]
    again = maker.trained(*values)
    assert maker.finding(again) == maker.finding(kept)
    assert np.abs(again[:, :6] / kept[:, :6] - 1).max() < 0.05, "rounding takes time to matter"
