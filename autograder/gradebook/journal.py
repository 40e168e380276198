"""`records/<slug>.jsonl`: one line for every grading that ever was, appended and never changed."""

import json
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from autograder.folders import CourseFolder


def journal_path(folder: CourseFolder, slug: str) -> Path:
    """Return where the gradings of a unit are recorded."""
    return folder.records / f"{slug}.jsonl"


def append(folder: CourseFolder, slug: str, entries: Sequence[Mapping[str, Any]]) -> None:
    """Add lines, which are on the disk when this returns.

    What a process that was killed left of its last line is ended first, so that it costs one line.
    """
    if not entries:
        return
    path = journal_path(folder, slug)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(entry) + "\n" for entry in entries).encode()
    with path.open("ab") as file:
        if file.tell() and not _ends_with_newline(path):
            text = b"\n" + text
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def entries(folder: CourseFolder, slug: str) -> Iterator[dict[str, Any]]:
    """Read all lines, the oldest first; one that is not whole is skipped."""
    try:
        file = journal_path(folder, slug).open(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return
    with file:
        for line in file:
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict):
                yield entry


def units_used(folder: CourseFolder, slug: str) -> frozenset[str]:
    """Return the hashes of the versions of a unit that something was graded by."""
    found = (str(entry.get("unit_sha256", "")) for entry in entries(folder, slug))
    return frozenset(found) - {""}


@cache
def environment() -> Mapping[str, str]:
    """Return the versions that a grade can depend on, for the record."""
    found = {"python": platform.python_version()}
    for name in ("numpy", "tensorflow"):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _ends_with_newline(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
