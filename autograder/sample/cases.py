"""A class of twelve to try the grader on: one submission for each thing that happens in classes.

Made from a unit's own reference answers, the same to the byte every time. The expected scores are
sums of the unit's points, so they hold without anything having been graded. The class belongs
beside the solutions, because the right submissions in it are solutions.
"""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from autograder.errors import UnitError
from autograder.folders import CourseFolder
from autograder.handin.times import timestamp_text
from autograder.sample import notebooks
from autograder.source import load_unit
from autograder.unit import Task, Unit
from autograder.whole_file import put

DUE = datetime(2026, 1, 16, 18, 0, tzinfo=UTC)
_NUMBERS = (
    "One", "Two", "Three", "Four", "Five", "Six",
    "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
)  # fmt: skip


@dataclass(frozen=True)
class _Case:
    """One student of the class.

    Attributes:
        id: the student's id, which says what happened.
        situation: one sentence.
        make: returns the bytes of the file.
        lost: returns the automatic tasks that earn nothing.
        outcome: the outcome of the submission; "" stands for that of a right one.
        findings: states that must be found in the file.
        late: whether it comes after the due date.
    """

    id: str
    situation: str
    make: Callable[[notebooks.Maker], bytes]
    lost: Callable[[list[Task]], list[Task]]
    outcome: str = ""
    findings: tuple[str, ...] = ()
    late: bool = False


def _nothing(tasks: list[Task]) -> list[Task]:
    return []


def _everything(tasks: list[Task]) -> list[Task]:
    return tasks


def _last(tasks: list[Task]) -> list[Task]:
    return tasks[-1:]


_CASES = (
    _Case("right", "everything is right", notebooks.right, _nothing),
    _Case(
        "partly-right", "the second half stops with an error",
        notebooks.partly, notebooks.second_half, "error",
    ),
    _Case("wrong", "nothing is right", notebooks.wrong, _everything, "error"),
    _Case("blank", "as it was released", notebooks.blank, _everything, "not_attempted"),
    _Case("late", "right, a day after the due date", notebooks.right, _nothing, late=True),
    _Case(
        "missing-cells", "the first test cell and the last answer cell were deleted",
        notebooks.missing_cells, _last, "missing_cell", ("missing_answer", "missing_tests"),
    ),
    _Case(
        "copied-cell", "the first answer cell was copied and the copy is right",
        notebooks.copied_cell, _nothing, findings=("copied_cell",),
    ),
    _Case(
        "broken-json", "the file breaks off",
        notebooks.broken_json, _everything, "needs_person", ("broken_json",),
    ),
    _Case(
        "empty-file", "the file is empty",
        notebooks.empty, _everything, "needs_person", ("empty_file",),
    ),
    _Case(
        "other-unit", "the notebook of another unit",
        notebooks.other_unit, _everything, "needs_person", ("other_unit",),
    ),
    _Case("never-ends", "the last answer loops for ever", notebooks.never_ends, _last, "timeout"),
    _Case("messy", "right, among magics, prints and an error", notebooks.messy, _nothing),
)  # fmt: skip


def sample_class(folder: CourseFolder, slug: str) -> dict[str, bytes]:
    """Return the files of the class by their path: students.csv, expected.csv, submitted/….

    Raises:
        UnitError: there is no such unit, or it has fewer than two automatic tasks.
    """
    unit = load_unit(folder, slug)
    maker = notebooks.Maker(folder, unit)
    if len(maker.automatic) < 2:
        raise UnitError(f"{slug}: a sample class expects a unit with two automatic tasks or more")
    files = {
        "students.csv": _csv([("id", "first_name", "last_name", "email"), *_roster()]),
        "expected.csv": _csv(_expected(unit, maker)),
    }
    for number, case in enumerate(_CASES):
        place = f"submitted/{case.id}/{slug}"
        moment = DUE + (timedelta(days=1) if case.late else timedelta(hours=number - 24))
        files[f"{place}/{slug}.ipynb"] = case.make(maker)
        files[f"{place}/timestamp.txt"] = (timestamp_text(moment) + "\n").encode()
    return files


def write_sample_class(folder: CourseFolder, slug: str, place: Path) -> list[Path]:
    """Write the class below a folder; return the files, in order."""
    written = []
    for name, data in sorted(sample_class(folder, slug).items()):
        put(place / name, data)
        written.append(place / name)
    return written


def _roster() -> list[tuple[str, ...]]:
    return [
        (case.id, "Student", name, f"{case.id}@example.org")
        for case, name in zip(_CASES, _NUMBERS, strict=True)
    ]


def _expected(unit: Unit, maker: notebooks.Maker) -> list[tuple[str, ...]]:
    right = "needs_person" if maker.written else "passed"
    table: list[tuple[str, ...]] = [
        ("id", "situation", "score", "max_score", "outcome", "findings", "late")
    ]
    for case in _CASES:
        lost = {task.grade_id for task in case.lost(maker.automatic)}
        score = sum(task.points for task in maker.automatic if task.grade_id not in lost)
        table.append(
            (
                case.id,
                case.situation,
                f"{score:g}",
                f"{unit.max_score:g}",
                case.outcome or right,
                ";".join(case.findings),
                "late" if case.late else "",
            )
        )
    return table


def _csv(rows: list[tuple[str, ...]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()
