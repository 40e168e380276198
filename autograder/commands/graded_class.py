"""What `course grade UNIT` does once its words are understood: collect, grade, write, say."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autograder.commands.classroom_folders import (
    console,
    cores,
    folders_of,
    nothing_to_grade,
    students_of,
)
from autograder.course_key import course_key, seed_of
from autograder.course_lock import locked
from autograder.diagnosis.table import table_for
from autograder.errors import CourseError
from autograder.execution.cage import Cage, CageError, Mode, find_cage
from autograder.folders import CourseFolder
from autograder.handin.collect import collect
from autograder.handin.roster import Student
from autograder.handin.submitted import Collection, handed_in
from autograder.handin.times import parse_due
from autograder.progress import Shown
from autograder.runners.jobs import Work
from autograder.runners.pool import Pool
from autograder.runners.slots import gpus, slots
from autograder.source import load_unit
from autograder.unit import Unit
from autograder.whole_file import put_parts

if TYPE_CHECKING:
    from autograder.classroom import ClassRun

_NAMED = 20


@dataclass(frozen=True)
class Asked:
    """The words of `course grade UNIT`; see its help."""

    unit: str
    origin: Path | None = None
    roster: Path | None = None
    due: str | None = None
    late: str | None = None
    workers: int | None = None
    gpus: str | None = None
    per_gpu: int = 1
    again: bool = False
    quiet: bool = False
    json_out: Path | None = None
    course: Path | None = None
    engine: str = "judge"
    no_cage: bool = False
    gradebook: str | None = None


def grade_handed_in(asked: Asked) -> int:
    """Grade everything that was handed in for a unit; return the exit code.

    Raises:
        CourseError: something has to be mended first.
    """
    folder, target = folders_of(asked.course)
    source = load_unit(folder, asked.unit)
    students = students_of(target, asked.roster)
    moment = parse_due(asked.due) if asked.due else None
    count, devices = slots(source, asked.gpus, asked.per_gpu, asked.workers, cores(), gpus())
    cage = cage_for(asked.engine, no_cage=asked.no_cage)
    if not (asked.origin or any(target.submitted.glob(f"*/{asked.unit}"))):
        raise CourseError(nothing_to_grade(target, asked.unit, []))
    mode = Mode.NONE if cage is None else cage.mode
    diagnoses, why_not = table_for(folder, source)
    work = Work(source, engine=asked.engine, cage=mode, diagnoses=diagnoses)
    if not asked.quiet:
        click.echo(_terms_text(work, cage, count, devices), err=True)
        if why_not:
            click.echo(f"note: {why_not}", err=True)
    # The workers start and get warm while this process imports nbgrader, which takes seconds.
    with locked(target), Pool(work, count, devices) as pool:
        return _graded(asked, folder, target, students, moment, pool)


def _graded(
    asked: Asked,
    folder: CourseFolder,
    target: CourseFolder,
    students: tuple[Student, ...] | None,
    moment: datetime | None,
    pool: Pool,
) -> int:
    from autograder.classroom import due_of, grade_class
    from autograder.gradebook.database import choose
    from autograder.gradebook.remembered import remembered_late

    if asked.gradebook is not None:
        choose(target, asked.gradebook)
    unit = pool.work.unit
    found = _collected(asked, target, students, moment or due_of(target, unit))
    if not found.handed_in:
        raise CourseError(
            nothing_to_grade(target, unit.slug, [f"{u.name}: {u.reason}" for u in found.unmatched])
        )
    total = len(found.handed_in)
    with Shown(total, sys.stderr, quiet=asked.quiet) as watcher:
        run = grade_class(
            folder, unit, found.handed_in, students=students or (), due=moment,
            late=asked.late or remembered_late(target, unit.slug),
            pool=pool, seed_of=partial(seed_of, course_key(target), unit.slug),
            again=asked.again, watcher=watcher, course=target,
        )  # fmt: skip
    if asked.json_out is not None:
        put_json(asked.json_out, (result.as_json() for result in run.results()))
    _say(asked, target, unit, students, found, run)
    return run.exit_code


def _collected(
    asked: Asked,
    target: CourseFolder,
    students: tuple[Student, ...] | None,
    due: datetime | None,
) -> Collection:
    """Collect from where it was asked to, and list what there is to grade."""
    origin = asked.origin
    collected = None if origin is None else collect(target, asked.unit, origin, students, due)
    found = handed_in(target, asked.unit, students)
    if collected is None:
        return found
    return Collection(
        found.handed_in,
        [*collected.unmatched, *found.unmatched],
        [*collected.notes, *found.notes],
    )


def _say(
    asked: Asked,
    target: CourseFolder,
    unit: Unit,
    students: tuple[Student, ...] | None,
    found: Collection,
    run: "ClassRun",
) -> None:
    from autograder.gradebook.database import opened, shown
    from autograder.gradebook.marks import totals
    from autograder.summary import print_summary

    if not asked.quiet:
        with opened(target) as book:
            marks = {row.student: row for row in totals(book, unit.slug).rows}
        there = {submission.student for submission in found.handed_in}
        absent = [student.id for student in students or () if student.id not in there]
        print_summary(
            console(), run.results(), run.outcomes, marks, found.unmatched, found.notes, absent
        )
    if run.stood:
        click.echo(
            f"{run.stood} unchanged since they were graded, not graded again (--again grades all)"
        )
    if run.older:
        click.echo(
            f"{run.older} came from an earlier release and were graded by it; "
            f"./course regrade {unit.slug} shows what today's tests would change"
        )
    if run.stopped:
        remaining = run.remaining
        more = f" and {len(remaining) - _NAMED} more" if len(remaining) > _NAMED else ""
        click.echo(
            f"stopped: {len(run.done)} of {len(run.names)} are graded and in the gradebook; the "
            f"same command grades the rest: {', '.join(remaining[:_NAMED])}{more}",
            err=True,
        )
    elif not asked.quiet:
        click.echo(f"gradebook: {shown(target)}")


def cage_for(engine: str, *, no_cage: bool) -> Cage | None:
    """Return what will confine the students' code; None for the engine "stock", which cannot.

    Raises:
        CourseError: nothing can, and nobody said that this is accepted.
    """
    if engine != "judge":
        return None
    try:
        cage = find_cage(Mode.NONE if no_cage else None)
    except CageError as error:
        raise CourseError(str(error)) from None
    if cage.mode is Mode.NONE and not no_cage:
        raise CourseError(
            f"expected a cage for the students' code, but {cage.why}. ./course doctor says what to "
            "install; --no-cage grades without one, if you trust every submission"
        )
    return cage


def _terms_text(work: Work, cage: Cage | None, workers: int, devices: list[str]) -> str:
    """Say on what terms a run grades, once, before it begins."""
    said = [f"grading {work.unit.slug}: engine {work.engine}"]
    if cage is None:
        said.append("no cage: tests and student code share a process")
    else:
        lacks = f"; it lacks: {'; '.join(cage.lacks)}" if cage.lacks else ""
        said.append(f"cage {cage.mode} ({cage.why}){lacks}")
    said.append(f"{workers} worker{'s' if workers > 1 else ''}")
    if devices:
        said.append(f"GPU {', '.join(sorted(set(devices)))}")
    return "; ".join(said)


def put_json(path: Path, entries: Iterable[dict[str, Any]]) -> None:
    """Write a JSON list, one entry at a time, so that a large class needs no more memory."""

    def parts() -> Iterable[str]:
        before = "[\n"
        for entry in entries:
            yield before + json.dumps(entry, indent=1)
            before = ",\n"
        yield "[]\n" if before == "[\n" else "\n]\n"

    put_parts(path, parts())
