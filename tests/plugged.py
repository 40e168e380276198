"""Copies of the small course whose nbgrader grades through the judge, for tests of the plug-in."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config, PyFileConfigLoader

from autograder.folders import REPOSITORY, CourseFolder
from autograder.gradebook.master import master_of
from autograder.gradebook.setup import prepare
from autograder.gradebook.writer import opened
from autograder.handin.roster import Student
from autograder.source import load_unit
from tests.small_course.making import SLUG, small_course

DUE = datetime(2026, 1, 16, 18, 0, tzinfo=UTC)


def plugged_course(root: Path, *students: str) -> CourseFolder:
    """Make the small course with this repository's nbgrader_config.py and a prepared gradebook."""
    course = small_course(root)
    text = (REPOSITORY / "nbgrader_config.py").read_text(encoding="utf-8")
    (root / "nbgrader_config.py").write_text(text, encoding="utf-8")
    with opened(course) as book:
        unit = load_unit(course, SLUG)
        prepare(book, master_of(course, unit), [Student(name) for name in students], DUE)
    return course


def api_of(course: CourseFolder, **settings: Any) -> NbGraderAPI:
    """Return nbgrader's own interface to a course, as formgrader uses it."""
    loaded = PyFileConfigLoader("nbgrader_config.py", path=str(course.root)).load_config()
    config = Config(loaded)
    config.merge(Config(settings))
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def autograde(course: CourseFolder, student: str, *, fails: bool = False, **settings: Any) -> str:
    """Grade as formgrader's button does and return nbgrader's log."""
    done = api_of(course, **settings).autograde(SLUG, student)
    log = f"{done.get('log', '')}\n{done.get('error', '')}"
    assert done["success"] is not fails, log
    return log


def graded(course: CourseFolder, student: str) -> Any:
    """Return the notebook that formgrader shows."""
    path = course.autograded / student / SLUG / f"{SLUG}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))


def scores(course: CourseFolder, student: str) -> dict[str, tuple[float | None, bool]]:
    """Return automatic score and "waits for a person" of each graded cell."""
    with opened(course) as book:
        rows = book.find_submission_notebook(SLUG, SLUG, student).grades
        return {row.name: (row.auto_score, row.needs_manual_grade) for row in rows}


def rewrite(path: Path, change: Callable[[Any], None]) -> None:
    """Change a submitted notebook."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    change(notebook)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def cell_of(notebook: Any, name: str) -> Any:
    """Return the cell of that grade_id."""
    (found,) = (c for c in notebook["cells"] if name == grade_id(c))
    return found


def grade_id(cell: Any) -> str:
    """Return the grade_id of a cell, "" without one."""
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))
