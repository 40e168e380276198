"""Tables whose first column names the rows get that column as header.

The sign of one is an empty corner. Where the whole header row is empty, because Markdown has no
table without one, the row goes: it would tell a screen reader nothing.
"""

from docutils import nodes
from sphinx.application import Sphinx


def _mend(app: Sphinx, doctree: nodes.document) -> None:
    for group in doctree.findall(nodes.tgroup):
        head = group.next_node(nodes.thead)
        corner = group.next_node(nodes.entry)
        if head is None or corner is None or corner.astext().strip():
            continue
        if not head.astext().strip():
            group.remove(head)
        first = group.next_node(nodes.colspec)
        if first is not None:
            first["stub"] = 1


def setup(app: Sphinx) -> None:
    """Mend the tables once a page is read."""
    app.connect("doctree-read", _mend)
