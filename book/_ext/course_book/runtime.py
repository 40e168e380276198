"""The `runtime` role: how long the cells of a page ran when it was last executed.

`` {runtime}`here` `` prints this page's time, `` {runtime}`/book/neurons/perceptron` `` another's.
"""

from docutils import nodes
from myst_nb.sphinx_ import NbMetadataCollector
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

LOGGER = logging.getLogger(__name__)


class runtime_mark(nodes.Inline, nodes.TextElement):
    """Stands where a running time will be printed."""


class RuntimeRole(SphinxRole):
    """See the module."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        docname = self.env.docname if self.text == "here" else self.text.strip("/")
        mark = runtime_mark(docname=docname)
        self.set_source_info(mark)
        return [mark], []


def in_words(seconds: float) -> str:
    """Return a running time as a reader wants it: coarse, and never zero."""
    if seconds < 1.5:
        return "about a second"
    if seconds < 10:
        return f"about {round(seconds)} seconds"
    if seconds < 55:
        return f"about {round(seconds / 5) * 5} seconds"
    if seconds < 90:
        return "about a minute"
    return f"about {round(seconds / 60)} minutes"


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for mark in list(doctree.findall(runtime_mark)):
        data = NbMetadataCollector.get_exec_data(app.env, mark["docname"])
        if not data or data.get("runtime") is None:
            LOGGER.warning("no running time is known of %r", mark["docname"], location=mark)
            mark.replace_self(nodes.Text("an unknown time"))
        else:
            mark.replace_self(nodes.Text(in_words(data["runtime"])))


def setup(app: Sphinx) -> None:
    """Register the role."""
    app.add_node(runtime_mark)
    app.add_role("runtime", RuntimeRole())
    app.connect("doctree-resolved", _resolve)
