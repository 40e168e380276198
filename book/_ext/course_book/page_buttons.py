"""Download and launch buttons, on the pages where they work.

A chapter offers the notebook it was executed as; an exercise page offers the release, and Colab,
which can open a notebook of the repository but no text file. Other pages offer only their print.
"""

import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from course_book.units import unit_of_page

FOLDER = "_downloads/notebooks"


def _notebook(app: Sphinx, pagename: str) -> Path | None:
    """Return the notebook to offer on a page: its release, or the executed chapter."""
    unit = unit_of_page(app, pagename)
    if unit is not None:
        return unit.path
    if "kernelspec" not in app.env.metadata.get(pagename, {}):
        return None
    executed = Path(app.outdir).parent / "jupyter_execute" / f"{pagename}.ipynb"
    return executed if executed.exists() else None


def _set_buttons(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    buttons = context.get("header_buttons")
    if buttons is None:
        return
    if unit_of_page(app, pagename) is None:
        buttons[:] = [b for b in buttons if b.get("label") != "launch-buttons"]
    notebook = _notebook(app, pagename)
    if notebook is not None:
        name = f"{FOLDER}/{pagename}.ipynb"
        target = Path(app.outdir, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(notebook, target)
        buttons.insert(0, _download(context["pathto"](name, 1)))


def _download(url: str) -> dict[str, str]:
    return {
        "type": "link",
        "url": url,
        "text": "Notebook",
        "tooltip": "Download this page as a Jupyter notebook",
        "icon": "fas fa-download",
        "label": "download-notebook-button",
    }


def setup(app: Sphinx) -> None:
    """Set the buttons after the theme has set its own."""
    app.connect("html-page-context", _set_buttons, priority=700)
