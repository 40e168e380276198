"""Verbs for instructors about grades that are there: more time, an explanation, grading again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.commands.classroom_folders import (
    console,
    cores,
    course_option,
    existing,
    folders_of,
    roster_option,
    students_of,
)
from autograder.commands.graded_class import cage_for
from autograder.course_lock import locked
from autograder.diagnosis.table import table_for
from autograder.errors import CourseError
from autograder.execution.cage import Mode
from autograder.result import Outcome
from autograder.source import load_unit

if TYPE_CHECKING:
    from autograder.gradebook.keeping import Keeping
    from autograder.handin.roster import Student
    from autograder.regrading import Change

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("student")
@click.argument("unit")
@click.argument("until", required=False, metavar="DATE|DURATION")
@click.option("--remove", is_flag=True, help="Take the extension back.")
@roster_option
@course_option
def extend(
    student: str, unit: str, until: str | None, remove: bool, roster: Path | None,
    course: Path | None,
) -> None:  # fmt: skip
    """Give STUDENT more time for UNIT: until a date, or so long after the due date.

    The extension is nbgrader's own, so formgrader and its late penalties know of it. A penalty that
    was given for being late follows at once. A second extension replaces the first.

    \b
    Examples:
      ./course extend ada perceptron 2026-11-27T18:00
      ./course extend ada perceptron 2d
      ./course extend ada perceptron --remove
    """
    from autograder.gradebook.extensions import extend as write_extension
    from autograder.gradebook.extensions import extension_of
    from autograder.gradebook.setup import due_in

    if remove == (until is not None):
        raise CourseError("expected a date or a duration such as 2d, or --remove, and not both")
    with _unit_open(unit, course, roster) as keeping:
        by = None if until is None else extension_of(until, due_in(keeping.book, unit))
        done = write_extension(keeping, student, by)
    due = "has no due date" if done.due is None else f"is due {done.due:%Y-%m-%d %H:%M} UTC"
    click.echo(f"{student}: {unit} {due}" + (" again" if remove else ""))
    if done.score is not None:
        before, after = done.score
        change = f"{after:g} points" + (f" instead of {before:g}" if before != after else "")
        click.echo(f"{student}: {change}")
    for number in done.ungraded:
        click.echo(f"attempt {number} counts now and is not graded yet: ./course grade {unit}")


@click.command()
@click.argument("unit")
@click.argument("student")
@click.option("--again", is_flag=True, help="Grade it again as it was, and say whether it agrees.")
@click.option("--no-cage", is_flag=True, help="With --again: let student code run unconfined.")
@course_option
def explain(unit: str, student: str, again: bool, no_cage: bool, course: Path | None) -> None:
    """Say how the grade of STUDENT in UNIT came about.

    What was handed in when, which attempt counts and why, how each task went, which version of the
    unit, seed and limits it was graded with, and how to see it again.

    \b
    Examples:
      ./course explain perceptron ada
      ./course explain perceptron ada --again
    """
    from autograder import explaining

    where = f" --course {course}" if course else ""
    command = f"./course explain {unit} {student} --again{where}"
    with _unit_open(unit, course, None, write=False) as keeping:
        grade = explaining.graded(keeping, student)
        for line in explaining.in_words(keeping, grade, command):
            click.echo(line)
        if again:
            mode = _mode(grade.result.engine, no_cage=no_cage)
            after = explaining.grade_again(keeping, grade, mode)
            found = explaining.differences(grade.result, after)
            click.echo("Graded again: " + ("; ".join(found) if found else "it comes out the same."))
            raise SystemExit(1 if found else 0)


@click.command()
@click.argument("unit")
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option(
    "--engine", type=click.Choice(("judge", "stock")), default="judge", show_default=True,
    help="As for ./course grade.",
)  # fmt: skip
@click.option("--no-cage", is_flag=True, help="Let the judge run student code unconfined.")
@click.option(
    "--workers", type=click.IntRange(1, 256), default=None, metavar="N",
    help="How many submissions to grade at the same time; one for each core by default.",
)  # fmt: skip
@course_option
def regrade(
    unit: str, dry_run: bool, yes: bool, engine: str, no_cage: bool, workers: int | None,
    course: Path | None,
) -> None:  # fmt: skip
    """Grade UNIT again after its tests were mended: only what the change touches.

    Shows who changes, by how much and why, before anything is written, and asks. The gradebook is
    backed up into backups/ first and put back should writing fail. Marks that a person gave stay.

    \b
    Examples:
      ./course regrade perceptron --dry-run
      ./course regrade perceptron
    """
    from autograder import regrading
    from autograder.runners.jobs import Work
    from autograder.runners.pool import Pool

    folder, target = folders_of(course)
    with locked(target):
        with _unit_open(unit, course, None, write=False) as keeping:
            todo = regrading.plan(keeping)
            if not todo.older:
                click.echo(f"{unit}: everything was graded by today's version; nothing to do")
                return
            work = Work(
                keeping.master.unit, keeping.master.released(), engine=engine,
                cage=_mode(engine, no_cage=no_cage),
                diagnoses=table_for(folder, keeping.master.unit)[0],
            )  # fmt: skip
            results = []
            if todo.touched:
                count = max(1, min(workers or cores(), len(todo.touched)))
                with Pool(work, count) as pool:
                    results = list(regrading.grade_again(pool, todo.touched))
            table = [
                c for each, result in results for c in regrading.changes(keeping, each, result)
            ]
            master, late = keeping.master, keeping.late
        _show(len(results), table)
        faults = [each.name for each, r in results if r.outcome is Outcome.GRADER_FAULT]
        if faults:
            raise CourseError(
                f"the grader itself failed on {', '.join(faults[:20])}; nothing was written. Run "
                "the same command again"
            )
        if dry_run:
            click.echo("nothing was written (--dry-run)")
            return
        if not yes and not click.confirm("Write this?"):
            click.echo("nothing was written")
            return
        backup = regrading.write(target, master, late, todo, results, table)
    click.echo(f"written; the gradebook as it was is in {backup.place}")


def _show(graded: int, table: "Sequence[Change]") -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    who = len({change.name for change in table})
    click.echo(f"{graded} graded again, {who} change")
    if not table:
        return
    shown = Table(box=box.SIMPLE, pad_edge=False)
    for name in ("who", "task", "was", "is", "points", "why"):
        shown.add_column(name, justify="right" if name == "points" else "left")
    for change in sorted(table, key=lambda change: change.name):
        cells = (change.name, change.task, change.before, change.after, f"{change.points:+g}")
        shown.add_row(*(Text(cell) for cell in (*cells, change.why)))
    console().print(shown)


def _mode(engine: str, *, no_cage: bool) -> str:
    cage = cage_for(engine, no_cage=no_cage)
    return Mode.NONE if cage is None else cage.mode


@contextmanager
def _unit_open(
    slug: str, course: Path | None, roster: Path | None, *, write: bool = True
) -> "Iterator[Keeping]":
    """Open the gradebook at a unit; with `write`, make unit and class known to it first."""
    from autograder.gradebook.database import opened
    from autograder.gradebook.keeping import Keeping
    from autograder.gradebook.master import master_of
    from autograder.gradebook.remembered import remembered_late
    from autograder.gradebook.setup import prepare

    folder, target = folders_of(course)
    master = master_of(folder, load_unit(folder, slug))
    late = remembered_late(target, slug)
    if not write:
        with existing(target, slug, opened) as book:
            yield Keeping(book, target, master, late)
        return
    students: tuple[Student, ...] = students_of(target, roster) or ()
    with locked(target), opened(target) as book:
        prepare(book, master, students)
        yield Keeping(book, target, master, late)
