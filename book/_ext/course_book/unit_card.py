"""The `unit-card` directive: what a chapter's graded unit asks for, and how to get it.

```{unit-card} perceptron
```
"""

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from course_book.units import Unit, count, notebook_path, number, read_unit, worth

LOGGER = logging.getLogger(__name__)


class UnitCard(SphinxDirective):
    """See the module."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"name": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        slug = self.arguments[0]
        path = notebook_path(slug)
        self.env.note_dependency(str(path))
        if not path.exists():
            LOGGER.info("unit-card: %s is not released yet", slug, location=self.get_location())
            return [nodes.paragraph("", f"The unit “{slug}” is not released yet.")]
        return [self._card(read_unit(path))]

    def _card(self, unit: Unit) -> nodes.Node:
        card = nodes.container(classes=["unit-card"])
        kind = "Graded unit" if unit.points else "Practice unit"
        card += nodes.rubric("", f"{kind}: {unit.title}", classes=["unit-card-title"])
        card += nodes.paragraph("", unit.summary)
        card += self._facts(unit)
        card += self._tasks(unit)
        card += self._links(unit)
        return card

    def _facts(self, unit: Unit) -> nodes.Node:
        device = "uses a GPU where there is one" if unit.gpu else "no GPU needed"
        data = "no data set" if unit.data == "none" else f"data: {unit.data}"
        facts = [
            count(len(unit.tasks), "task"),
            worth(unit.points),
            f"about {count(unit.hours, 'hour')}",
            device,
            f"graded within {number(unit.time_s)} s and {number(unit.memory_mb)} MB",
            data,
        ]
        listed = nodes.bullet_list(classes=["unit-card-facts"])
        for fact in facts:
            listed += nodes.list_item("", nodes.paragraph("", fact))
        return listed

    def _tasks(self, unit: Unit) -> nodes.Node:
        listed = nodes.enumerated_list(enumtype="arabic", classes=["unit-card-tasks"])
        for task in unit.tasks:
            kind = ", marked by a person" if task.manual else ""
            line = nodes.paragraph("", "", nodes.Text(task.title))
            if task.points:
                text = f" ({count(task.points, 'point')}{kind})"
                line += nodes.inline("", text, classes=["unit-card-points"])
            listed += nodes.list_item("", line)
        return listed

    def _links(self, unit: Unit) -> nodes.Node:
        links = nodes.paragraph(classes=["unit-card-links"])
        page = addnodes.pending_xref(
            "",
            nodes.inline("", "Open the exercise page"),
            refdomain="std",
            reftype="doc",
            reftarget=f"/{unit.docname}",
            refexplicit=True,
            refwarn=True,
            refdoc=self.env.docname,
        )
        links += page
        links += nodes.Text(" ")
        links += addnodes.download_reference(
            "",
            "",
            nodes.inline("", f"Download {unit.path.name}"),
            reftarget=f"/{unit.docname}.ipynb",
            refdoc=self.env.docname,
        )
        return links


def in_all(units: list[Unit]) -> str:
    """Return the sum of tasks, points and hours of several units, in words."""
    tasks = sum(len(unit.tasks) for unit in units)
    points = sum(unit.points for unit in units)
    hours = sum(unit.hours for unit in units)
    return f"{count(tasks, 'task')}, {count(points, 'point')}, about {number(hours)} hours"


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("unit-card", UnitCard)
