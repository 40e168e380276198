"""The `syllabus` directive: what the released units teach, as a graph, a table and lists.

```{syllabus}
```
"""

from html import escape
from pathlib import PurePosixPath

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from course_book.contents import chapters
from course_book.unit_card import in_all
from course_book.units import Unit, all_units, count, number, worth

BOX_WIDTH, BOX_HEIGHT, GAP_X, GAP_Y, MARGIN = 210, 44, 50, 22, 4


class Syllabus(SphinxDirective):
    """See the module."""

    def run(self) -> list[nodes.Node]:
        self.env.metadata[self.env.docname]["course_syllabus"] = True
        units = reading_order(all_units(), [chapter.slug for chapter in chapters()])
        for unit in units:
            self.env.note_dependency(str(unit.path))
        if not units:
            return [nodes.paragraph("", "No unit is released yet.")]
        total = nodes.paragraph("", f"In all: {count(len(units), 'unit')}, {in_all(units)}.")
        found: list[nodes.Node] = [total, self._graph(units), self._table(units)]
        for unit in units:
            found.append(self._details(unit))
        return found

    def _graph(self, units: list[Unit]) -> nodes.Node:
        figure = nodes.figure(classes=["prerequisites"])
        figure += nodes.raw("", graph_svg(units), format="html")
        caption = (
            "Which unit needs which: an arrow leads from a unit to one that builds on it. "
            "The table below says the same."
        )
        figure += nodes.caption(caption, caption)
        self.set_source_info(figure)
        figure["names"].append("fig-prerequisites")
        self.state.document.note_explicit_target(figure, figure)
        return figure

    def _table(self, units: list[Unit]) -> nodes.Node:
        head = ["Unit", "Chapter", "Tasks", "Points", "Hours", "First read"]
        widths = [22, 24, 10, 10, 10, 24]
        titles = {chapter.slug: chapter.title for chapter in chapters()}
        rows = []
        for unit in units:
            rows.append(
                [
                    self._link(unit.docname, unit.title),
                    self._link(unit.chapter_docname, titles.get(unit.slug, unit.chapter)),
                    nodes.Text(str(len(unit.tasks))),
                    nodes.Text(number(unit.points)),
                    nodes.Text(number(unit.hours)),
                    nodes.Text(
                        ", ".join(titles.get(slug, slug) for slug in unit.prerequisites)
                        or "nothing"
                    ),
                ]
            )
        return table(head, widths, rows)

    def _details(self, unit: Unit) -> nodes.Node:
        section = nodes.section(ids=[f"unit-{unit.slug}"], names=[f"unit-{unit.slug}"])
        section += nodes.title(unit.title, unit.title)
        topics = ", ".join(topic.replace("-", " ") for topic in unit.topics)
        rows = []
        for index, task in enumerate(unit.tasks, 1):
            marked = "a person" if task.manual else "tests"
            rows.append(
                [
                    nodes.Text(str(index)),
                    nodes.Text(task.title),
                    nodes.Text(number(task.points)),
                    nodes.Text(marked),
                ]
            )
        section += nodes.paragraph("", unit.summary)
        section += nodes.paragraph("", "", nodes.strong("", "Topics: "), nodes.Text(topics + "."))
        section += table(["No.", "Task", "Points", "Marked by"], [8, 60, 12, 20], rows)
        return section

    def _link(self, docname: str, text: str) -> nodes.Node:
        if docname not in self.env.found_docs:
            return nodes.Text(text)
        return addnodes.pending_xref(
            "",
            nodes.inline("", text),
            refdomain="std",
            reftype="doc",
            reftarget=f"/{docname}",
            refexplicit=True,
            refwarn=True,
            refdoc=self.env.docname,
        )


def reading_order(units: list[Unit], slugs: list[str]) -> list[Unit]:
    """Return the units in the order of the chapters' slugs, others last."""
    place = {slug: number for number, slug in enumerate(slugs)}
    return sorted(units, key=lambda unit: (place.get(unit.slug, len(place)), unit.slug))


def depths(units: list[Unit]) -> dict[str, int]:
    """Return for each unit the length of the longest chain of prerequisites before it."""
    by_slug = {unit.slug: unit for unit in units}
    found: dict[str, int] = {}

    def depth(slug: str, path: tuple[str, ...]) -> int:
        if slug in path:
            raise ValueError(f"prerequisites go round in a circle: {' -> '.join([*path, slug])}")
        if slug not in found:
            before = [p for p in by_slug[slug].prerequisites if p in by_slug]
            found[slug] = 1 + max((depth(p, (*path, slug)) for p in before), default=-1)
        return found[slug]

    for slug in by_slug:
        depth(slug, ())
    return found


def graph_svg(units: list[Unit]) -> str:
    """Return the graph of prerequisites as SVG: a column for each depth, text as links."""
    places: dict[str, tuple[int, int]] = {}
    filled: dict[int, int] = {}
    for unit in units:
        column = depths(units)[unit.slug]
        row = filled.get(column, 0)
        filled[column] = row + 1
        places[unit.slug] = (
            MARGIN + column * (BOX_WIDTH + GAP_X),
            MARGIN + row * (BOX_HEIGHT + GAP_Y),
        )
    width = max(x for x, _ in places.values()) + BOX_WIDTH + MARGIN
    height = max(y for _, y in places.values()) + BOX_HEIGHT + MARGIN
    edges = direct(units)
    parts = [_arrow(places[before], places[after]) for before, after in edges]
    parts += [_box(unit, *places[unit.slug]) for unit in units]
    said = "; ".join(f"{before} before {after}" for before, after in edges)
    label = "Units and their prerequisites: " + (said or "none needs another") + "."
    return (
        f'<svg class="prerequisites-graph" role="group" aria-label="{escape(label, quote=True)}" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        '<defs><marker id="arrow-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>'
        + "".join(parts)
        + "</svg>"
    )


def direct(units: list[Unit]) -> list[tuple[str, str]]:
    """Return who builds on whom, without what follows from the rest: a, b and c give a-b, b-c."""
    needs = {unit.slug: set(unit.prerequisites) for unit in units}

    def behind(slug: str) -> set[str]:
        before = needs.get(slug, set())
        return before.union(*(behind(each) for each in before))

    return [
        (before, unit.slug)
        for unit in units
        for before in unit.prerequisites
        if before in needs and not any(before in behind(b) for b in needs[unit.slug] - {before})
    ]


def _arrow(start: tuple[int, int], end: tuple[int, int]) -> str:
    x0, y0 = start[0] + BOX_WIDTH, start[1] + BOX_HEIGHT // 2
    x1, y1 = end[0] - 2, end[1] + BOX_HEIGHT // 2
    middle = (x0 + x1) // 2
    return (
        f'<path class="edge" d="M{x0} {y0}C{middle} {y0} {middle} {y1} {x1} {y1}" '
        'marker-end="url(#arrow-head)"/>'
    )


def _box(unit: Unit, x: int, y: int) -> str:
    href = PurePosixPath("../..") / f"{unit.docname}.html"
    facts = f"{count(len(unit.tasks), 'task')}, {worth(unit.points)}"
    centre = x + BOX_WIDTH // 2
    return (
        f'<a href="{href}"><rect x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="8"/>'
        f'<text x="{centre}" y="{y + 19}">{escape(unit.title)}</text>'
        f'<text class="small" x="{centre}" y="{y + 35}">{facts}</text></a>'
    )


def table(head: list[str], widths: list[int], rows: list[list[nodes.Node]]) -> nodes.Node:
    """Return a table node; each cell holds one inline node."""
    group = nodes.tgroup(cols=len(head))
    for width in widths:
        group += nodes.colspec(colwidth=width)
    group += nodes.thead("", _row([nodes.Text(text) for text in head]))
    body = nodes.tbody()
    for row in rows:
        body += _row(row)
    group += body
    made = nodes.table(classes=["colwidths-auto"])
    made += group
    return made


def _row(cells: list[nodes.Node]) -> nodes.row:
    return nodes.row("", *[nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells])


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    return [name for name in env.found_docs if env.metadata.get(name, {}).get("course_syllabus")]


def setup(app: Sphinx) -> None:
    """Register the directive; read its page anew at every build, as new units may have come."""
    app.add_directive("syllabus", Syllabus)
    app.connect("env-get-outdated", _outdated)
