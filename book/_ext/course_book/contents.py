"""What _toc.yml says: the chapters of the book in reading order."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from course_book.environment import BOOK

# Parts that teach nothing: how to use the course, and where to look things up.
APART = ("Start", "Reference")


@dataclass(frozen=True)
class Chapter:
    """One chapter: its part, its page's name for Sphinx, and its title as the page says it."""

    part: str
    docname: str
    title: str

    @property
    def slug(self) -> str:
        """The last part of the name: what chapter, unit and solutions share."""
        return self.docname.rpartition("/")[2]


def chapters(root: Path = BOOK.parent) -> list[Chapter]:
    """Return the chapters in reading order."""
    contents: dict[str, Any] = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    return [
        Chapter(part["caption"], entry["file"], title_of(root / f"{entry['file']}.md"))
        for part in contents["parts"]
        if part["caption"] not in APART
        for entry in part["chapters"]
    ]


def title_of(page: Path) -> str:
    """Return a page's first heading.

    Raises:
        ValueError: it has none.
    """
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            return line[2:].strip()
    raise ValueError(f"{page}: expected a line that begins with '# ', found none")
