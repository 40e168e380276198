"""The bundled class: the same to the byte, and graded as was worked out by hand."""

import csv
import io
from pathlib import Path

import pytest

from autograder.classroom import ClassRun, grade_class
from autograder.errors import UnitError
from autograder.folders import CourseFolder
from autograder.handin.roster import read_roster
from autograder.handin.submitted import handed_in
from autograder.result import Outcome
from autograder.sample.cases import DUE, sample_class, write_sample_class
from autograder.sample.notebooks import with_first_lines
from autograder.source import load_unit
from autograder.unit import Limits
from tests.small_course.making import SLUG, small_course

COURSE = CourseFolder()
# Worked out by hand from the points in the two sources. The perceptron has twelve automatic tasks
# of 1 2 2 2 3 2 | 3 2 2 1 2 2 points, 24 in all, and 2 points for a written one; the small unit
# has 2 | 3 1.5, 6.5 in all, and 2. The second half is wrong in "partly-right", the last automatic
# task is lost in "missing-cells" and "never-ends".
BY_HAND = {
    "perceptron": {"right": 24, "partly-right": 12, "missing-cells": 22, "never-ends": 22},
    "sums": {"right": 6.5, "partly-right": 2, "missing-cells": 5, "never-ends": 5},
}
LIKE_RIGHT = ("late", "copied-cell", "messy")
NOTHING = ("wrong", "blank", "broken-json", "empty-file", "other-unit")


def expected(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    return small_course(tmp_path_factory.mktemp("small") / "course")


@pytest.mark.parametrize("slug", ["perceptron", "sums"])
def test_expected_scores_are_those_worked_out_by_hand(small: CourseFolder, slug: str) -> None:
    folder = COURSE if slug == "perceptron" else small
    by_hand = BY_HAND[slug]
    by_hand |= dict.fromkeys(LIKE_RIGHT, by_hand["right"]) | dict.fromkeys(NOTHING, 0)
    table = expected(sample_class(folder, slug)["expected.csv"])
    assert {row["id"]: float(row["score"]) for row in table} == by_hand
    assert len(table) == 12
    assert {row["outcome"] for row in table} <= {str(outcome) for outcome in Outcome}


def test_the_committed_class_is_a_fresh_one() -> None:
    place = COURSE.solutions / "perceptron" / "sample_class"
    committed = {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file()
    }
    fresh = sample_class(COURSE, "perceptron")
    assert sorted(committed) == sorted(fresh)
    stale = [name for name, data in fresh.items() if committed[name] != data]
    assert stale == [], "run ./course sample-class perceptron"


def graded(folder: CourseFolder, unit_folder: CourseFolder, slug: str, cell_s: float) -> ClassRun:
    """Write the class into a course folder and grade it."""
    write_sample_class(unit_folder, slug, folder.root)
    students = read_roster(folder.root / "students.csv")
    found = handed_in(folder, slug, students)
    assert found.unmatched == []
    unit = load_unit(unit_folder, slug)
    return grade_class(
        unit_folder, unit, found.handed_in, students=students, due=DUE, workers=2, course=folder,
        limits=Limits(time_s=60, cell_s=cell_s, memory_mb=unit.limits.memory_mb),
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["perceptron", "sums"])
def test_grading_gives_exactly_what_is_expected(
    tmp_path: Path, small: CourseFolder, slug: str
) -> None:
    unit_folder = COURSE if slug == "perceptron" else small
    folder = CourseFolder(tmp_path / "course")
    run = graded(folder, unit_folder, slug, cell_s=10 if slug == "perceptron" else 3)
    came = {
        result.submission: (
            result.score,
            result.max_score,
            str(result.outcome),
            ";".join(sorted({finding.state for finding in result.findings})),
        )
        for result in run.results()
    }
    table = expected((folder.root / "expected.csv").read_bytes())
    assert came == {
        row["id"]: (float(row["score"]), float(row["max_score"]), row["outcome"], row["findings"])
        for row in table
    }
    assert run.exit_code == 0


def test_a_unit_without_tasks_to_spoil_is_refused(tmp_path: Path) -> None:
    folder = small_course(tmp_path / "course")
    source = folder.source_text(SLUG)
    text = source.read_text()
    start, end = text.index("## The mean of each column"), text.index("## Why a row of zeros")
    source.write_text(text[:start] + text[end:])
    with pytest.raises(UnitError, match="two automatic tasks or more"):
        sample_class(folder, SLUG)


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("def f():\n    return 1", "def f():\n    pass\n    return 1"),
        (
            'def f():\n    """Doc."""\n    return 1',
            'def f():\n    """Doc."""\n    pass\n    return 1',
        ),
        ("x = 1", "pass\nx = 1"),
    ],
)
def test_lines_are_put_first(source: str, made: str) -> None:
    assert with_first_lines(source, "pass") == made
