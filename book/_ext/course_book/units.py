"""What the released notebooks say about themselves.

Read from exercises/<slug>/<slug>.ipynb, which every clone has, not from solutions/, which an
instructor may keep private.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from course_book.environment import BOOK

METADATA_KEY = "deep_learning_foundations"
EXERCISES = BOOK.parent / "exercises"


@dataclass(frozen=True)
class Task:
    """One graded task of a unit."""

    grade_id: str
    title: str
    points: float
    manual: bool


@dataclass(frozen=True)
class Unit:
    """One unit of coursework, as a reader of the site needs it.

    Attributes:
        chapter: "neurons/perceptron", the page below book/ that it belongs to.
        prerequisites: slugs of chapters.
        topics: slugs of topics.
        time_s: wall time that grading a submission may take, in seconds.
        memory_mb: memory that a submission may hold, in megabytes.
    """

    slug: str
    title: str
    chapter: str
    summary: str
    hours: float
    prerequisites: tuple[str, ...]
    topics: tuple[str, ...]
    data: str
    gpu: bool
    time_s: float
    memory_mb: float
    tasks: tuple[Task, ...]

    @property
    def points(self) -> float:
        """All points of the unit, written tasks included."""
        return sum(task.points for task in self.tasks)

    @property
    def docname(self) -> str:
        """The exercise page's name for Sphinx."""
        return f"exercises/{self.slug}/{self.slug}"

    @property
    def path(self) -> Path:
        """The released notebook."""
        return notebook_path(self.slug)

    @property
    def chapter_docname(self) -> str:
        """The chapter's name for Sphinx."""
        return f"book/{self.chapter}"


def notebook_path(slug: str) -> Path:
    """Return where the release of a unit lies, whether or not it is there."""
    return EXERCISES / slug / f"{slug}.ipynb"


def read_unit(path: Path) -> Unit:
    """Read a released notebook's own metadata.

    Raises:
        ValueError: the notebook carries no such metadata, or a part of it is missing.
    """
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    try:
        own = notebook["metadata"][METADATA_KEY]
        return Unit(
            slug=own["unit"],
            title=own["title"],
            chapter=own["chapter"],
            summary=own["summary"],
            hours=own["hours"],
            prerequisites=tuple(own["prerequisites"]),
            topics=tuple(own["topics"]),
            data=own["data"],
            gpu=bool(own.get("gpu", False)),
            time_s=own["limits"]["time_s"],
            memory_mb=own["limits"]["memory_mb"],
            tasks=tuple(
                Task(task["grade_id"], task["title"], task["points"], bool(task["manual"]))
                for task in own["tasks"]
            ),
        )
    except KeyError as error:
        raise ValueError(f"{path}: expected {error} in the notebook's metadata") from error


def all_units() -> list[Unit]:
    """Return every released unit, ordered by its slug."""
    paths = sorted(EXERCISES.glob("*/*.ipynb"))
    return [read_unit(path) for path in paths if path.stem == path.parent.name]


def unit_of_page(app: Sphinx, pagename: str) -> Unit | None:
    """Return the unit that a page shows, or None for a page that is no exercise page."""
    parts = pagename.split("/")
    if len(parts) != 3 or parts[0] != "exercises" or not notebook_path(parts[1]).exists():
        return None
    return read_unit(notebook_path(parts[1]))


def number(value: float) -> str:
    """Return 3 for 3.0 and 2.5 for 2.5."""
    return f"{value:g}"


def worth(points: float) -> str:
    """Return "3 points", or what a unit is that gives none."""
    return count(points, "point") if points else "practice, no points"


def count(value: float, noun: str) -> str:
    """Return "1 task", "3 tasks"."""
    return f"{number(value)} {noun}" if value == 1 else f"{number(value)} {noun}s"
