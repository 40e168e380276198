"""Every kernel of the book starts with this: figures become SVG that follows the page's theme.

Text, axes and ticks are drawn in a colour that no chapter uses; on the way out it is replaced by
`currentColor`, which the picture takes from the page's light or dark scheme.
"""

import io

import matplotlib as mpl
from IPython import get_ipython
from matplotlib.figure import Figure
from matplotlib_inline.backend_inline import configure_inline_support

TEXT = "#010203"
STYLE = (
    "<style>:root{color-scheme:light dark;color:#22262e}"
    "@media(prefers-color-scheme:dark){:root{color:#e4e6eb}}</style>"
)

mpl.use("module://matplotlib_inline.backend_inline")
SETTINGS = {
    "figure.figsize": (6.4, 3.8),
    "figure.facecolor": "none",
    "savefig.facecolor": "none",
    "axes.facecolor": "none",
    "legend.facecolor": "none",
    "legend.frameon": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 11,
    "axes.titlelocation": "left",
    "grid.alpha": 0.18,
    "lines.linewidth": 2,
    "font.size": 10.5,
    "svg.fonttype": "path",
    "svg.hashsalt": "deep-learning-foundations",
}
SETTINGS |= dict.fromkeys(
    (
        "text.color",
        "axes.edgecolor",
        "axes.labelcolor",
        "axes.titlecolor",
        "xtick.color",
        "ytick.color",
        "grid.color",
        "legend.edgecolor",
        "hatch.color",
        "boxplot.flierprops.color",
        "boxplot.medianprops.color",
        "boxplot.whiskerprops.color",
        "boxplot.capprops.color",
        "boxplot.boxprops.color",
    ),
    TEXT,
)


def themed_svg(figure):
    """Return a figure as SVG text whose axes and text take the colour of the page."""
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", bbox_inches="tight", metadata={"Date": None})
    svg = buffer.getvalue().replace(TEXT, "currentColor")
    opening = svg.index(">", svg.index("<svg")) + 1
    return svg[:opening] + STYLE + svg[opening:]


def _start():
    shell = get_ipython()
    configure_inline_support(shell, mpl.get_backend())
    mpl.rcParams.update(SETTINGS)
    formatters = shell.display_formatter.formatters
    formatters["image/png"].pop(Figure, None)
    formatters["image/svg+xml"].for_type(Figure, themed_svg)


_start()
del _start
