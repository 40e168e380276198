"""What a cell drew, as pictures: the open figures of Matplotlib, as Jupyter shows them.

This runs in the sandbox, and nothing that it returns is believed: what the judge takes is bounded
there, and what lands in a page is checked where the page is written.
"""

import contextlib
import io
import sys
from typing import Any

MAX_PICTURES = 6
MAX_PICTURE_BYTES = 300_000
_DPI = 80
_MAX_SIDE_PX = 1_200
# A figure that cannot be drawn as Jupyter does it, or takes too many bytes, is drawn more plainly.
_WAYS: tuple[tuple[dict[str, Any], float], ...] = (({"bbox_inches": "tight"}, 1.0), ({}, 0.5))


class Figures:
    """The figures of the cell that runs, or ran last."""

    def __init__(self) -> None:
        self._wanted = False
        self._pictures: list[bytes] = []
        self._replaced: list[tuple[Any, Any]] = []

    def begin(self, *, wanted: bool) -> None:
        """Note that a cell begins, and whether somebody will ask for its pictures."""
        if self._wanted:
            close_figures()  # nobody came for the last ones
        self._wanted = wanted
        self._pictures = []
        if wanted:
            with contextlib.suppress(Exception):
                self._watch()

    def end(self) -> None:
        """Note that the cell is over: what nobody wants is closed, as Jupyter does it."""
        while self._replaced:
            place, show = self._replaced.pop()
            place.show = show
        if not self._wanted:
            close_figures()

    def picture(self, number: int) -> bytes | None:
        """Return a picture of the last cell, a PNG, or None when there are fewer.

        The first question draws the figures that are still open, and closes them.
        """
        try:
            self._take()
        finally:
            if self._wanted:
                self._wanted = False
                close_figures()
        return self._pictures[number] if number < len(self._pictures) else None

    def _watch(self) -> None:
        """Take what the cell shows when it does: what `plt.show()` shows, Jupyter closes at once.

        IPython's inline backend calls the `show` of its own module, also at the end of a cell.
        """

        def show(*_: Any, **__: Any) -> None:
            self._take()

        vars(show).update(_to_draw=[], _draw_called=False)
        places: list[Any] = [sys.modules.get("matplotlib_inline.backend_inline")]
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            places.append(pyplot._get_backend_mod())
        for place in places:
            if place is not None:
                self._replaced.append((place, place.show))
                place.show = show

    def _take(self) -> None:
        if not self._wanted:
            return
        open_ones = getattr(sys.modules.get("matplotlib._pylab_helpers"), "Gcf", None)
        managers = open_ones.get_all_fig_managers() if open_ones is not None else []
        for manager in managers[: MAX_PICTURES - len(self._pictures)]:
            picture = _drawn(manager.canvas.figure)
            if picture:
                self._pictures.append(picture)
        close_figures()


def _drawn(figure: Any) -> bytes:
    """Return a figure as a PNG; b"" for one that cannot be drawn within bounds."""
    for options, scale in _WAYS:
        with contextlib.suppress(Exception):  # the figure is the student's, and so are its mistakes
            dpi = scale * min(_DPI, _MAX_SIDE_PX / max(figure.get_size_inches()))
            out = io.BytesIO()
            figure.savefig(out, format="png", dpi=dpi, **options)
            if len(out.getvalue()) <= MAX_PICTURE_BYTES:
                return out.getvalue()
    return b""


def close_figures() -> None:
    """Close all figures after a cell, as Jupyter's inline backend does."""
    open_ones = getattr(sys.modules.get("matplotlib._pylab_helpers"), "Gcf", None)
    if getattr(open_ones, "figs", None):
        sys.modules["matplotlib.pyplot"].close("all")
