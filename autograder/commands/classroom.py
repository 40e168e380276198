"""Verbs for instructors: grade a class, export grades, hand back feedback, try it all out."""

import sys
from pathlib import Path

import click

from autograder.commands.classroom_folders import (
    course_option,
    existing,
    folders_of,
    roster_option,
    students_of,
)
from autograder.commands.graded_class import Asked, grade_handed_in
from autograder.commands.graded_source import AskedOfSource, grade_from_source
from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.handin.naming import moodle_number
from autograder.handin.roster import by_id
from autograder.handin.submitted import read_record
from autograder.source import load_unit
from autograder.whole_file import put

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("what", nargs=-1, metavar="UNIT | --source NOTEBOOK SUBMISSION...")
@click.option(
    "--source", type=_FILE, default=None, metavar="NOTEBOOK",
    help="Grade the SUBMISSIONs of this nbgrader source notebook, of any course, and write no "
    "gradebook.",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(("judge", "stock")), default="judge", show_default=True,
    help="judge keeps tests and student code apart; stock runs them together, as nbgrader does.",
)  # fmt: skip
@click.option("--no-cage", is_flag=True, help="Let the judge run student code unconfined.")
@click.option(
    "--time-s", type=click.FloatRange(min=0, min_open=True), default=None, metavar="S",
    help="With --source: seconds that a submission may take.",
)  # fmt: skip
@click.option(
    "--cell-s", type=click.FloatRange(min=0, min_open=True), default=None, metavar="S",
    help="With --source: seconds that a cell may take.",
)  # fmt: skip
@click.option(
    "--memory-mb", type=click.IntRange(64), default=None, metavar="MB",
    help="With --source: memory that a submission may take.",
)  # fmt: skip
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
    "--late", type=click.Choice(("none", "zero")), default=None,
    help="What being late costs, as in nbgrader: nothing, or all points; as in the last run by "
    "default, nothing in the first.",
)  # fmt: skip
@click.option(
    "--gradebook", default=None, metavar="URL",
    help="Where nbgrader's gradebook is, as in postgresql://user@host/database; kept in the course "
    "folder for all later runs and for formgrader. gradebook.db there by default.",
)  # fmt: skip
@click.option(
    "--workers", type=click.IntRange(1, 256), default=None, metavar="N",
    help="How many submissions to grade at the same time; one for each core by default.",
)  # fmt: skip
@click.option(
    "--gpus", default=None, metavar="0,1|all|none",
    help="Which GPUs a unit that needs one may use; all by default. none grades on the CPU.",
)  # fmt: skip
@click.option(
    "--per-gpu", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N",
    help="How many submissions share a GPU.",
)  # fmt: skip
@click.option(
    "--again", is_flag=True,
    help="Grade what is unchanged since it was graded, too: same file, unit, engine and limits.",
)  # fmt: skip
@click.option("--quiet", is_flag=True, help="Say only what needs attention.")
@click.option(
    "--json", "json_out", type=_FILE, default=None, metavar="OUT",
    help="Also write the results to this file; with --source, - stands for standard output.",
)  # fmt: skip
@course_option
def grade(
    what: tuple[str, ...], source: Path | None, engine: str, no_cage: bool, time_s: float | None,
    cell_s: float | None, memory_mb: int | None,
    origin: Path | None, roster: Path | None, due: str | None, late: str | None,
    gradebook: str | None,
    workers: int | None, gpus: str | None, per_gpu: int, again: bool, quiet: bool,
    json_out: Path | None, course: Path | None,
) -> None:  # fmt: skip
    """Grade everything that was handed in for UNIT and write nbgrader's gradebook.

    With --source, grade notebooks of any nbgrader course instead, without a gradebook: the results
    go to --json, a list with an object for each submission. Data and modules that lie beside the
    source notebook are there for each submission.

    Collects from a folder or a zip as nbgrader, Canvas or Moodle make it, or with plain names
    (ID.ipynb, ID_UNIT.ipynb, ID/NAME.ipynb), matches each file to a student of the roster and
    lists every file that belongs to nobody. The attempt that counts by the
    unit's rules, the last or the best, is the grade.

    A submission that is damaged, never ends or breaks the grader does not stop the others: each
    ends with a score or a named state. Running it again changes no grade that a person gave, and
    grades only what has changed. Ctrl-C keeps what is done; the same command goes on from there.

    Exits with 0 when every submission was graded, 3 when the grader itself failed on one, 2 when
    something has to be mended first, 130 after Ctrl-C.

    \b
    Examples:
      ./course grade perceptron
      ./course grade perceptron --from moodle.zip --roster students.csv --due 2026-11-20T18:00
      ./course grade perceptron --from solutions/perceptron/sample_class/submitted \\
          --roster solutions/perceptron/sample_class/students.csv --course /tmp/trial
      ./course grade --source ps1/ps1.ipynb handed-in/*.ipynb --json results.json
    """
    given = {"time_s": time_s, "cell_s": cell_s, "memory_mb": memory_mb}
    limits = {name: value for name, value in given.items() if value is not None}
    if source is not None:
        paths = [Path(path) for path in what]
        asked_of = AskedOfSource(
            source, paths, json_out, workers, engine, no_cage, quiet, limits, course
        )
        sys.exit(grade_from_source(asked_of))
    if len(what) != 1 or limits:
        raise CourseError(
            "expected one UNIT (its limits stand in its front matter), or --source NOTEBOOK and "
            f"its submissions; got {' '.join([*what, *limits]) or 'neither'}"
        )
    asked = Asked(
        what[0], origin=origin, roster=roster, due=due, late=late, gradebook=gradebook,
        workers=workers, gpus=gpus, per_gpu=per_gpu, again=again, quiet=quiet, json_out=json_out,
        course=course, engine=engine, no_cage=no_cage,
    )  # fmt: skip
    sys.exit(grade_handed_in(asked))


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
