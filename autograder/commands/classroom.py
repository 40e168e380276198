"""Verbs for instructors: grade a class, export grades, hand back feedback, try it all out."""

import json
import sys
from pathlib import Path

import click

from autograder.commands.classroom_folders import (
    console,
    cores,
    course_option,
    existing,
    folders_of,
    nothing_to_grade,
    roster_option,
    students_of,
)
from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.handin.collect import collect
from autograder.handin.naming import moodle_number
from autograder.handin.roster import by_id
from autograder.handin.submitted import handed_in, read_record
from autograder.handin.times import parse_due
from autograder.source import load_unit
from autograder.whole_file import put

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("unit")
@click.option(
    "--from", "origin", type=_FILE, default=None, metavar="PATH",
    help="A folder, a zip or a notebook to collect from; without it, what is in submitted/.",
)  # fmt: skip
@roster_option
@click.option(
    "--due", default=None, metavar="ISO",
    help="When it was due, for example 2026-11-20T18:00+01:00; kept in the gradebook.",
)  # fmt: skip
@click.option(
    "--late", type=click.Choice(("none", "zero")), default="none", show_default=True,
    help="What being late costs, as in nbgrader: nothing, or all points; give it with every run.",
)  # fmt: skip
@click.option(
    "--workers", type=click.IntRange(1, 256), default=None, metavar="N",
    help="How many submissions to grade at the same time; one for each core by default.",
)  # fmt: skip
@click.option(
    "--json", "json_out", type=_FILE, default=None, metavar="OUT",
    help="Also write the results to this file.",
)  # fmt: skip
@course_option
def grade(
    unit: str, origin: Path | None, roster: Path | None, due: str | None, late: str,
    workers: int | None, json_out: Path | None, course: Path | None,
) -> None:  # fmt: skip
    """Grade everything that was handed in for UNIT and write nbgrader's gradebook.

    Collects from a folder or a zip as nbgrader, Canvas or Moodle make it, or with plain names
    (ID.ipynb, ID_UNIT.ipynb, ID/NAME.ipynb), matches each file to a student of the roster and
    lists every file that belongs to nobody. The last attempt of each student is graded.

    A submission that is damaged, never ends or breaks the grader does not stop the others: each
    ends with a score or a named state. Running it again changes no grade that a person gave. Ctrl-C
    keeps what is done; the same command goes on from there.

    Exits with 0 when every submission was graded, 3 when the grader itself failed on one, 2 when
    something has to be mended first, 130 after Ctrl-C.

    \b
    Examples:
      ./course grade perceptron
      ./course grade perceptron --from moodle.zip --roster students.csv --due 2026-11-20T18:00
      ./course grade perceptron --from solutions/perceptron/sample_class/submitted \\
          --roster solutions/perceptron/sample_class/students.csv --course /tmp/trial
    """
    from autograder.classroom import due_of, grade_class
    from autograder.gradebook.marks import totals
    from autograder.gradebook.writer import opened
    from autograder.progress import Shown
    from autograder.summary import print_summary

    folder, target = folders_of(course)
    source = load_unit(folder, unit)
    students = students_of(target, roster)
    moment = parse_due(due) if due else None
    holds = moment or due_of(target, source)
    collected = None if origin is None else collect(target, unit, origin, students, holds)
    found = handed_in(target, unit, students)
    unmatched = [*(collected.unmatched if collected else ()), *found.unmatched]
    notes = [*(collected.notes if collected else ()), *found.notes]
    if not found.handed_in:
        raise CourseError(
            nothing_to_grade(target, unit, [f"{u.name}: {u.reason}" for u in unmatched])
        )
    with Shown(len(found.handed_in), sys.stderr) as watcher:
        run = grade_class(
            folder, source, found.handed_in, students=students or (), due=moment, late=late,
            workers=workers or cores(), watcher=watcher, course=target,
        )  # fmt: skip
    if json_out is not None:
        text = json.dumps([result.as_json() for result in run.results], indent=1) + "\n"
        put(json_out, text.encode())
    with opened(target) as book:
        marks = {row.student: row for row in totals(book, unit).rows}
    there = {submission.student for submission in found.handed_in}
    absent = [student.id for student in students or () if student.id not in there]
    print_summary(console(), run.results, marks, unmatched, notes, absent)
    if run.stopped:
        click.echo(
            f"stopped: {len(run.results)} of {len(found.handed_in)} are graded and in the "
            "gradebook; the same command grades all of them",
            err=True,
        )
    else:
        click.echo(f"gradebook: {target.root / 'gradebook.db'}")
    sys.exit(run.exit_code)


@click.command()
@click.argument("unit")
@click.option("--csv", "out", type=_FILE, required=True, metavar="OUT", help="The file to write.")
@click.option(
    "--format", "layout", type=click.Choice(("plain", "nbgrader", "canvas", "moodle")),
    default="plain", show_default=True, help="Who is to read the file.",
)  # fmt: skip
@click.option(
    "--column", default="", metavar="NAME",
    help="Canvas: the assignment's column as Canvas writes it, with its number.",
)  # fmt: skip
@roster_option
@course_option
def grades(
    unit: str, out: Path, layout: str, column: str, roster: Path | None, course: Path | None
) -> None:
    """Write the grades of UNIT, from the gradebook, as a CSV that a learning platform imports.

    Marks that a person gave, extra credit and late penalties are counted. Students who handed
    nothing in have no grade in the file, so that a grade on the platform stays as it is.

    \b
    Examples:
      ./course grades perceptron --csv grades.csv
      ./course grades perceptron --csv grades-canvas.csv --format canvas \\
          --column "Perceptron (81234)" --roster students.csv
    """
    from autograder.gradebook.grades_csv import grades_csv
    from autograder.gradebook.marks import totals
    from autograder.gradebook.writer import opened

    target = folders_of(course)[1]
    students = by_id(students_of(target, roster) or ())
    with existing(target, unit, opened) as book:
        whole = totals(book, unit)
    participants = {
        row.student: moodle_number(tuple(str(record.get("from", "")).split("/")))
        for row in whole.rows
        if (record := read_record(target, unit, row.student)).get("layout") == "moodle"
    }
    text = grades_csv(layout, unit, whole, students, participants, column=column)
    # Canvas and spreadsheets read UTF-8 reliably only behind a byte order mark.
    put(out, text.encode("utf-8-sig" if layout == "canvas" else "utf-8"))
    nameless = [r.student for r in whole.rows if r.submitted and not participants.get(r.student)]
    nameless = [name for name in nameless if name not in students or not students[name].moodle_id]
    if layout == "moodle" and nameless:
        click.echo(
            f"{len(nameless)} have no Identifier, which Moodle goes by: collect Moodle's own zip, "
            f"or add the column moodle_id to the roster ({', '.join(nameless[:20])})"
        )
    open_ = [row.student for row in whole.rows if row.needs_manual_grade]
    click.echo(f"{out}: {sum(row.submitted for row in whole.rows)} grades")
    if open_:
        click.echo(f"{len(open_)} of them still wait for a person's marks: {', '.join(open_[:20])}")


@click.command()
@click.argument("unit")
@click.option(
    "--zip", "out", type=_FILE, default=None, metavar="OUT",
    help="Where the zip to upload goes; feedback/UNIT-LAYOUT.zip by default.",
)  # fmt: skip
@click.option(
    "--format", "layout", type=click.Choice(("nbgrader", "canvas", "moodle", "plain")),
    default="nbgrader", show_default=True, help="How files in the zip are named.",
)  # fmt: skip
@roster_option
@course_option
def feedback(
    unit: str, out: Path | None, layout: str, roster: Path | None, course: Path | None
) -> None:
    """Write a page for every graded student of UNIT, and a zip of them to upload.

    The page says for each task what was earned, what the visible tests said and, in one sentence
    each, what else should hold and does not. It never shows a hidden test. Marks and comments that
    a person gave in formgrader are on it; run this again after marking.

    \b
    Examples:
      ./course feedback perceptron
      ./course feedback perceptron --format moodle --zip for-moodle.zip
    """
    from autograder.feedback.files import write_feedback, write_zip

    folder, target = folders_of(course)
    made = write_feedback(target, load_unit(folder, unit), students_of(target, roster))
    click.echo(f"{target.feedback}: {len(made.pages)} pages")
    out = out or target.feedback / f"{unit}-{layout}.zip"
    count = write_zip(target, unit, made, out, layout)
    click.echo(f"{out}: {count} pages, named as {layout} names them")
    for student, reason in made.left_out:
        click.echo(f"{student}: {reason}", err=True)


@click.command("sample-class")
@click.argument("unit")
@click.option(
    "--to", "place", type=_FILE, default=None, metavar="DIR",
    help="Where to; solutions/UNIT/sample_class by default.",
)  # fmt: skip
def sample_class(unit: str, place: Path | None) -> None:
    """Make a class of twelve submissions of UNIT, from right to damaged, to try the grader on.

    Beside them lie students.csv, to be used as the roster, and expected.csv with the score and the
    outcome that each must get. The class is the same every time.

    \b
    Example:
      ./course sample-class perceptron --to /tmp/class
      ./course grade perceptron --from /tmp/class/submitted --roster /tmp/class/students.csv \\
          --course /tmp/trial
    """
    from autograder.sample.cases import DUE, write_sample_class

    folder = CourseFolder()
    target = place or folder.solutions / unit / "sample_class"
    written = write_sample_class(folder, unit, target)
    click.echo(f"{target}: {len(written)} files; it was due {DUE.isoformat()}")
