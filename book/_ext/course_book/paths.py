"""The `paths` directive: the course in so many weeks, the same hours in each as nearly as may be.

book/reference/paths.toml says for whom a path is and what it leaves out; hours come from the
released units, so that a path is right again whenever a chapter is added.

```{paths}
```
"""

import tomllib
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_book.contents import Chapter, chapters
from course_book.environment import BOOK
from course_book.syllabus import table
from course_book.units import all_units, number

FILE = BOOK / "reference" / "paths.toml"


@dataclass(frozen=True)
class Path:
    """One way through the course.

    Attributes:
        weeks: how many.
        text: for whom it is and what it does.
        leaves_out: slugs of chapters that it does not need.
    """

    weeks: int
    text: str
    leaves_out: tuple[str, ...]


def read_paths() -> tuple[list[Path], float]:
    """Return the paths, and the hours that a chapter without a unit takes."""
    said: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    paths = [Path(p["weeks"], p["text"], tuple(p.get("leaves_out", ()))) for p in said["path"]]
    return paths, float(said["hours_to_read"])


def hours_of(slugs: list[str], to_read: float) -> list[float]:
    """Return the hours of each chapter, its unit included."""
    known = {unit.slug: unit.hours for unit in all_units()}
    return [known.get(slug, to_read) for slug in slugs]


def split(hours: list[float], weeks: int) -> list[range]:
    """Cut a row of hours into at most `weeks` pieces whose largest sum is least."""
    low, high = max(hours), sum(hours)
    while high - low > 1e-3:
        bound = (low + high) / 2
        if len(_cut(hours, bound)) <= weeks:
            high = bound
        else:
            low = bound
    return _cut(hours, high)


def _cut(hours: list[float], bound: float) -> list[range]:
    pieces, begin, total = [], 0, 0.0
    for index, each in enumerate(hours):
        if total + each > bound and index > begin:
            pieces.append(range(begin, index))
            begin, total = index, 0.0
        total += each
    return [*pieces, range(begin, len(hours))]


class Paths(SphinxDirective):
    """See the module."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(FILE))
        self.env.metadata[self.env.docname]["course_syllabus"] = True
        paths, to_read = read_paths()
        found: list[nodes.Node] = []
        for path in paths:
            kept = [each for each in chapters() if each.slug not in path.leaves_out]
            found += self._one(path, kept, hours_of([each.slug for each in kept], to_read))
        return found

    def _one(self, path: Path, kept: list[Chapter], hours: list[float]) -> list[nodes.Node]:
        pieces = split(hours, path.weeks)
        rows: list[list[nodes.Node]] = []
        for week, piece in enumerate(pieces, 1):
            rows.append(
                [
                    nodes.Text(str(week)),
                    self._links([kept[index] for index in piece]),
                    nodes.Text(number(sum(hours[index] for index in piece))),
                ]
            )
        heading = nodes.rubric("", f"In {path.weeks} weeks: {number(sum(hours))} hours")
        return [
            heading,
            nodes.paragraph("", path.text),
            table(["Week", "Chapters and their units", "Hours"], [10, 78, 12], rows),
        ]

    def _links(self, kept: list[Chapter]) -> nodes.Node:
        line = nodes.inline()
        for index, chapter in enumerate(kept):
            if index:
                line += nodes.Text(", ")
            line += addnodes.pending_xref(
                "",
                nodes.inline("", chapter.title),
                refdomain="std",
                reftype="doc",
                reftarget=f"/{chapter.docname}",
                refexplicit=True,
                refwarn=True,
                refdoc=self.env.docname,
            )
        return line


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("paths", Paths)
