"""Feedback pages of a class: into `feedback/`, and into a zip that a learning platform takes back.

nbgrader  <student>/<unit>/<unit>.html
canvas    the name that the file had in Canvas's download, ending in .html
moodle    the folder that Moodle's download had, with <unit>.html in it
plain     <student>.html
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from autograder.errors import CourseError
from autograder.feedback.pages import feedback_page
from autograder.folders import CourseFolder
from autograder.gradebook.marks import Total, marks_of, totals
from autograder.gradebook.records import RESULT, read_result, which_attempt
from autograder.gradebook.writer import opened
from autograder.handin.naming import moodle_folder
from autograder.handin.roster import Student, by_id, is_student_id
from autograder.handin.submitted import read_record
from autograder.handin.times import duration_text
from autograder.unit import Unit
from autograder.whole_file import put

LAYOUTS = ("nbgrader", "canvas", "moodle", "plain")
# A zip made twice of the same pages is the same file.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass
class FeedbackFiles:
    """What was written: the pages by student id, and who has none and why."""

    pages: dict[str, Path] = field(default_factory=dict)
    left_out: list[tuple[str, str]] = field(default_factory=list)


def write_feedback(
    folder: CourseFolder, unit: Unit, students: Sequence[Student] | None = None
) -> FeedbackFiles:
    """Write a page for every graded submission of a unit.

    Args:
        folder: the course.
        unit: the unit.
        students: the class, for names; without it the gradebook's names are used.

    Raises:
        CourseError: nothing of this unit has been graded.
    """
    made = FeedbackFiles()
    places = sorted(folder.autograded.glob(f"*/{unit.slug}"))
    names = by_id(students or ())
    if not places:
        raise CourseError(
            f"expected graded submissions in {folder.autograded}/<student>/{unit.slug}/, found "
            f"none; run `./course grade {unit.slug}` first"
        )
    with opened(folder) as book:
        known = {row.student: row for row in totals(book, unit.slug).rows}
        for place in places:
            student = place.parent.name
            result = read_result(place / RESULT)
            if not is_student_id(student) or result is None:
                reason = f"no {RESULT} that can be read; grade it again with ./course grade"
                made.left_out.append((student, reason))
                continue
            row = known.get(student)
            seconds = row.late_s if row is not None else 0.0
            page = feedback_page(
                unit.title,
                names[student].shown_name if student in names else _name_in(row) or student,
                result,
                marks_of(book, unit.slug, student),
                late=duration_text(seconds) if seconds > 0 else "",
                attempt=which_attempt(place / RESULT),
            )
            path = folder.feedback / student / unit.slug / f"{unit.slug}.html"
            put(path, page.encode())
            made.pages[student] = path
    return made


def _name_in(row: Total | None) -> str:
    return "" if row is None else f"{row.first_name} {row.last_name}".strip()


def write_zip(folder: CourseFolder, slug: str, made: FeedbackFiles, path: Path, layout: str) -> int:
    """Write the pages into one zip; return how many went in.

    Students whose file did not come from that platform are added to `made.left_out`.

    Raises:
        CourseError: the layout is unknown, or no page could go in.
    """
    if layout not in LAYOUTS:
        raise CourseError(f"expected one of {', '.join(LAYOUTS)}, got '{layout}'")
    names: dict[str, Path] = {}
    for student, page in made.pages.items():
        name = _name(folder, slug, student, layout)
        if name and name not in names:
            names[name] = page
        else:
            reason = f"not in the zip: the file did not come from {layout}"
            made.left_out.append((student, reason))
    if not names:
        raise CourseError(
            f"expected submissions collected from {layout}, found none; collect its "
            f"download with `./course grade {slug} --from DOWNLOAD.zip`, or choose another --format"
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, page in sorted(names.items()):
            archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), page.read_bytes())
    put(path, out.getvalue())
    return len(names)


def _name(folder: CourseFolder, slug: str, student: str, layout: str) -> str:
    if layout == "nbgrader":
        return f"{student}/{slug}/{slug}.html"
    if layout == "plain":
        return f"{student}.html"
    record = read_record(folder, slug, student)
    origin = PurePosixPath(str(record.get("from", "")))
    if record.get("layout") != layout:
        return ""
    if layout == "canvas":
        return f"{origin.stem}.html"
    return f"{moodle_folder(origin.parts)}/{slug}.html"
