"""Labels on the cells of an exercise page: which are given, which are yours, which test.

A released notebook carries nbgrader's metadata; on the page nobody would see it.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from course_book.units import count, unit_of_page

# Longer given cells are folded: on the page they only stand between two tasks.
LONGEST_OPEN = 24


def label_of(nbgrader: dict[str, Any]) -> tuple[str, str]:
    """Return the class and the label of a cell."""
    if nbgrader.get("grade") and not nbgrader.get("solution"):
        points = nbgrader.get("points", 0)
        return "cell-tests", f"Tests, worth {count(points, 'point')}" if points else "Tests"
    if nbgrader.get("solution"):
        return "cell-answer", "Your answer"
    return "cell-given", "Given"


def _label_cells(app: Sphinx, doctree: nodes.document) -> None:
    if unit_of_page(app, app.env.docname) is None:
        return
    for cell in doctree.findall(nodes.container):
        if cell.get("nb_element") != "cell_code":
            continue
        kind, label = label_of(cell.get("cell_metadata", {}).get("nbgrader", {}))
        cell["classes"] += ["course-cell", kind]
        lines = cell.astext().count("\n") + 1
        if kind == "cell-given" and lines > LONGEST_OPEN:
            summary = f"<summary>{label}: {lines} lines of helpers</summary>"
            opening = f'<details class="cell-fold">{summary}'
            cell.insert(0, nodes.raw("", opening, format="html"))
            cell += nodes.raw("", "</details>", format="html")
        else:
            cell.insert(0, nodes.paragraph("", label, classes=["cell-label"]))


def setup(app: Sphinx) -> None:
    """Label the cells once a page is read."""
    app.connect("doctree-read", _label_cells)
