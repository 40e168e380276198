"""What a student runs on their own notebook: the visible tests, on any system.

Needs Python and what the unit itself needs (NumPy for most): no solutions, no cage, nothing else
to install. The visible tests come from the release beside this package when it is there, so that
an edited test cell does not fool its owner; otherwise from the notebook.
"""

import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.diagnosis.table import table_for
from autograder.errors import SubmissionError
from autograder.folders import CourseFolder
from autograder.grading import grade, released_answers
from autograder.result import MEANINGS, Finding, Outcome, Result, TaskResult, diagnosed
from autograder.submission import match, read_notebook
from autograder.unit import METADATA_KEY, Unit, unit_from_notebook, worth_text

# A check runs on the student's own machine, where nobody else waits: patient limits.
PATIENCE = 4.0

_MARKS = {
    Outcome.PASSED: "ok",
    Outcome.NOT_ATTEMPTED: "--",
    Outcome.NEEDS_PERSON: "..",
}


def check_file(path: Path, folder: CourseFolder | None = None, *, seed: int = 20261121) -> Result:
    """Run the visible tests of a notebook.

    Args:
        path: the student's notebook.
        folder: the course whose releases to use; this repository by default.
        seed: kept in the result; visible tests draw nothing from it.

    Raises:
        SubmissionError: the file is no notebook of a unit of this course.
    """
    notebook = read_notebook(path)
    course = folder or CourseFolder()
    unit, released = _visible_unit(notebook, path, course)
    diagnoses, why_not = table_for(course, unit)
    limits = replace(
        unit.limits,
        time_s=unit.limits.time_s * PATIENCE,
        cell_s=unit.limits.cell_s * PATIENCE,
        memory_mb=0,
    )
    submission = match(notebook, unit, path.name)
    result = grade(
        unit, submission, seed, limits, released=released, engine="stock", diagnoses=diagnoses
    )
    if why_not and any(t.outcome in (Outcome.FAILED, Outcome.ERROR) for t in result.tasks):
        finding = Finding("no_diagnoses", why_not)
        return replace(result, findings=(*result.findings, finding))
    return result


def _visible_unit(
    notebook: dict[str, Any], path: Path, folder: CourseFolder
) -> tuple[Unit, dict[str, str]]:
    metadata = notebook.get("metadata")
    about = metadata.get(METADATA_KEY) if isinstance(metadata, dict) else None
    slug = about.get("unit") if isinstance(about, dict) else None
    if not isinstance(slug, str) or slug not in folder.slugs():
        slug = path.stem
    release = folder.release(slug)
    if release.is_file():
        own = read_notebook(release)
        return unit_from_notebook(own, slug), released_answers(own)
    unit = unit_from_notebook(notebook, slug)
    if not unit.tasks:
        raise SubmissionError(
            "other_unit",
            f"expected a released notebook of this course, got {path.name}, which has no test "
            f"cells; a release is exercises/<unit>/<unit>.ipynb",
        )
    return unit, {}


def print_report(result: Result, say: Callable[[str], None] = print) -> None:
    """Print a check's result, one task a line, with what to look at under each that failed."""
    for finding in result.findings:
        say(f"note: {finding.sentence}")
    for number, task in enumerate(result.tasks, start=1):
        mark = _MARKS.get(task.outcome, "no")
        say(f"[{mark}] {number:2d}. {task.title}  ({worth_text(task.max_points)})")
        for line in _lines(task):
            say(f"         {line}")
    automatic = [task for task in result.tasks if not task.manual]
    passed = sum(task.outcome is Outcome.PASSED for task in automatic)
    say("")
    say(f"{passed} of {len(automatic)} tasks pass their visible tests.")
    say("Grading also runs tests that are not shown here, and a person reads written answers.")


def _lines(task: TaskResult) -> list[str]:
    if task.outcome is Outcome.PASSED:
        return []
    if not task.messages:
        return textwrap.wrap(MEANINGS[task.outcome].sentence, 84)
    lines = [line for message in task.messages for line in message.splitlines()]
    return lines + textwrap.wrap(diagnosed(task), 84)


def exit_code(result: Result) -> int:
    """Return 0 when every automatic task passes its visible tests, else 1."""
    done = (task.manual or task.outcome is Outcome.PASSED for task in result.tasks)
    return 0 if all(done) else 1


def main(arguments: list[str]) -> int:
    """Run `check FILE` without click: the way on a machine that has NumPy alone."""
    wanted = [argument for argument in arguments if not argument.startswith("-")]
    if len(wanted) != 1 or len(arguments) != 1:
        print(
            "usage: python -m autograder check FILE\nexample: python -m autograder check "
            "exercises/perceptron/perceptron.ipynb"
        )
        return 0 if arguments in (["--help"], ["-h"]) else 2
    try:
        result = check_file(Path(wanted[0]))
    except SubmissionError as error:
        print(f"check: {error}")
        return 2
    print_report(result)
    return exit_code(result)
