"""Copies of the small course, and notebooks handed in to it."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from autograder.answers import reference_answers
from autograder.folders import CourseFolder
from autograder.release import release
from autograder.source import load_unit

HERE = Path(__file__).parent
SLUG = "sums"
# What each answer cell holds when it is right, and the points of the unit.
POINTS = {"row-sums-tests": 2.0, "column-means-tests": 3.0, "shares-tests": 1.5}
WRITTEN = "why-not-zeros"


@cache
def _files() -> dict[str, bytes]:
    """Return the course as it is after a release, made once."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch, "course")
        shutil.copytree(HERE / "solutions", root / "solutions")
        release(CourseFolder(root), SLUG)
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in root.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }


def small_course(root: Path) -> CourseFolder:
    """Make a released course with the unit "sums" in a folder."""
    for name, data in _files().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return CourseFolder(root)


def right_answers(folder: CourseFolder) -> dict[str, str]:
    """Return the reference answers of the unit."""
    return reference_answers(load_unit(folder, SLUG))


def hand_in(folder: CourseFolder, student: str, answers: Mapping[str, str]) -> Path:
    """Put a notebook with these answers into `submitted/`; the others are as released."""
    notebook = json.loads(folder.release(SLUG).read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        name = cell["metadata"]["nbgrader"]["grade_id"]
        cell["source"] = answers.get(name, cell["source"])
    path = folder.submitted / student / SLUG / f"{SLUG}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path
