"""The `topics` directive: each topic of the course, where it is taught and which task asks for it.

The map is book/reference/topics/<chapter>.csv, one row for each topic, with the columns `topic`
(its slug), `title`, `label` (of the section that teaches it), `code` (y where that section has to
run some), `exercise` (y where a task has to ask for it) and `task` (unit/answer, or nothing).

```{topics}
```
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_book.contents import Chapter, chapters
from course_book.environment import BOOK
from course_book.syllabus import table
from course_book.units import Unit, notebook_path, read_unit

FOLDER = BOOK / "reference" / "topics"
COLUMNS = ("topic", "title", "label", "code", "exercise", "task")


@dataclass(frozen=True)
class Topic:
    """One topic; see the module for its parts."""

    slug: str
    title: str
    label: str
    code: bool
    exercise: bool
    task: str


def read_topics(path: Path) -> list[Topic]:
    """Read the topics of one chapter.

    Raises:
        ValueError: the file has other columns, or a row lacks one.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise ValueError(f"{path}: expected the columns {COLUMNS}, found {rows.fieldnames}")
        found = []
        for row in rows:
            flags = {row["code"], row["exercise"]}
            if None in row or None in row.values() or not flags <= {"y", "n"}:
                raise ValueError(f"{path}: line {rows.line_num} is not a topic: {row}")
            code, exercise = row["code"] == "y", row["exercise"] == "y"
            found.append(
                Topic(row["topic"], row["title"], row["label"], code, exercise, row["task"])
            )
        return found


class Topics(SphinxDirective):
    """See the module."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(BOOK.parent / "_toc.yml"))
        found: list[nodes.Node] = []
        for chapter in chapters():
            path = FOLDER / f"{chapter.slug}.csv"
            self.env.note_dependency(str(path))
            if path.exists():
                found += self._of(chapter, read_topics(path))
        return found

    def _of(self, chapter: Chapter, topics: list[Topic]) -> list[nodes.Node]:
        rows = [
            [self._place(topic), nodes.Text("yes" if topic.code else ""), self._task(topic)]
            for topic in topics
        ]
        heading = nodes.rubric("", chapter.title)
        return [heading, table(["Topic", "Code", "Task"], [50, 10, 40], rows)]

    def _place(self, topic: Topic) -> nodes.Node:
        return self._xref("ref", topic.label, topic.title)

    def _task(self, topic: Topic) -> nodes.Node:
        if not topic.task:
            return nodes.Text("")
        slug, _, answer = topic.task.partition("/")
        self.env.note_dependency(str(notebook_path(slug)))
        unit = read_unit(notebook_path(slug))
        return self._xref("doc", f"/{unit.docname}", task_title(unit, answer))

    def _xref(self, kind: str, target: str, text: str) -> nodes.Node:
        return addnodes.pending_xref(
            "",
            nodes.inline("", text),
            refdomain="std",
            reftype=kind,
            reftarget=target,
            refexplicit=True,
            refwarn=True,
            refdoc=self.env.docname,
        )


def task_title(unit: Unit, answer: str) -> str:
    """Return the title of the task with this answer.

    Raises:
        ValueError: the unit has no such task.
    """
    for task in unit.tasks:
        if answer in (task.grade_id, task.grade_id.removesuffix("-tests")):
            return task.title
    known = ", ".join(task.grade_id for task in unit.tasks)
    raise ValueError(f"unit {unit.slug}: expected a task '{answer}', found only {known}")


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("topics", Topics)
