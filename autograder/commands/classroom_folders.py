"""What the verbs for a class share: which folder, which roster, how to say what is not there."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from autograder.errors import CourseError
from autograder.folders import REPOSITORY, CourseFolder
from autograder.handin.roster import Student, read_roster

_FILE = click.Path(path_type=Path)

course_option = click.option(
    "--course", "course", type=_FILE, default=None, metavar="DIR",
    help="The course folder (submitted/, autograded/, feedback/, gradebook.db); this repository "
    "by default. Units come from DIR/solutions, or from this repository if there are none.",
)  # fmt: skip
roster_option = click.option(
    "--roster", type=_FILE, default=None, metavar="CSV",
    help="The class: columns id, first_name, last_name, email, optional canvas_id, moodle_id, "
    "section. By default students.csv in the course folder, if it is there.",
)  # fmt: skip


def folders_of(course: Path | None) -> tuple[CourseFolder, CourseFolder]:
    """Return where the units are and where the course folder is."""
    target = CourseFolder((course or REPOSITORY).resolve())
    if target.root.exists() and not target.root.is_dir():
        raise CourseError(f"expected a folder after --course, got the file {target.root}")
    return (target if target.solutions.is_dir() else CourseFolder()), target


def students_of(target: CourseFolder, roster: Path | None) -> tuple[Student, ...] | None:
    """Return the class: of the file that was named, or of the course folder; None without one."""
    usual = target.root / "students.csv"
    if roster is None and not usual.is_file():
        return None
    return read_roster(roster or usual)


def existing(target: CourseFolder, unit: str, opened: Callable[[CourseFolder], Any]) -> Any:
    """Open the gradebook that is there; an export must not make an empty one."""
    from autograder.gradebook.database import exists, shown

    if not exists(target):
        raise CourseError(
            f"expected a gradebook at {shown(target)}, found none; run "
            f"`./course grade {unit}` first"
        )
    return opened(target)


def nothing_to_grade(target: CourseFolder, unit: str, reasons: list[str]) -> str:
    """Say that there is nothing to grade, and why each file that is there is not taken."""
    message = (
        f"expected submissions in {target.submitted}/<student>/{unit}/, found none; give --from "
        "with the folder or zip that your learning platform made"
    )
    return "\n  ".join([message, *reasons[:20]])


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def console() -> Console:
    """Return where the summary goes; a file gets lines that are wide enough for it."""
    screen = Console(highlight=False, soft_wrap=True)
    return screen if screen.is_terminal else Console(width=140, highlight=False, soft_wrap=True)
