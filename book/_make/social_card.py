"""Make book/_static/social-card.png, the picture that a link to the site is shown with.

    python book/_make/social_card.py

Drawn with Matplotlib and its own fonts, so that every machine makes the same picture.
"""

from itertools import pairwise
from pathlib import Path

import matplotlib as mpl

mpl.use("agg")

import matplotlib.pyplot as plt
import numpy as np

TARGET = Path(__file__).resolve().parents[1] / "_static" / "social-card.png"
PAPER, INK, MUTED, ACCENT, LIGHT = "#fdfcfa", "#16191f", "#565c66", "#0b6e69", "#f2b441"


def draw_network(axes: plt.Axes) -> None:
    """Draw a small network whose edges differ in strength."""
    rng = np.random.default_rng(20261121)
    layers = [np.linspace(-1, 1, n) * reach for n, reach in ((3, 0.75), (4, 1.1), (4, 1.1), (1, 0))]
    for column, (left, right) in enumerate(pairwise(layers)):
        for y0 in left:
            for y1 in right:
                strength = rng.uniform(0.15, 0.9)
                axes.plot([column, column + 1], [y0, y1], color=ACCENT, alpha=strength, lw=2.2)
    for column, layer in enumerate(layers):
        colour = LIGHT if column == len(layers) - 1 else ACCENT
        size = 1500 if column == len(layers) - 1 else 900
        places = np.full(layer.size, column)
        axes.scatter(places, layer, s=size, color=colour, edgecolor=PAPER, lw=5, zorder=3)
    axes.set_xlim(-0.35, 3.35)
    axes.set_ylim(-1.5, 1.5)
    axes.axis("off")


def main() -> None:
    """Write the picture, 1200 by 630 pixels."""
    figure = plt.figure(figsize=(12, 6.3), dpi=100, facecolor=PAPER)
    serif = {"fontfamily": "STIXGeneral"}
    figure.text(
        0.065,
        0.63,
        "Deep Learning\nFoundations",
        size=62,
        color=INK,
        weight="bold",
        linespacing=1.05,
        va="center",
        **serif,
    )
    figure.text(0.067, 0.36, "A course in which every claim runs", size=29, color=ACCENT, **serif)
    figure.text(
        0.067, 0.25, "chapters  ·  graded notebooks  ·  the grader", size=22, color=MUTED, **serif
    )
    draw_network(figure.add_axes((0.57, 0.12, 0.4, 0.76)))
    figure.savefig(TARGET, facecolor=PAPER, metadata={"Software": None})


if __name__ == "__main__":
    main()
