"""The honest of a class get the same points from the judge, from stock nbgrader, and from both."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.classroom import grade_class
from autograder.folders import REPOSITORY, CourseFolder
from autograder.gradebook.marks import totals
from autograder.gradebook.writer import opened
from autograder.handin.submitted import handed_in
from autograder.sample.cases import write_sample_class
from autograder.source import load_unit
from tests.small_course.making import SLUG, small_course

# Not "copied-cell": stock nbgrader stops at a grade_id that is there twice.
HONEST = ("right", "partly-right", "wrong", "blank", "late", "messy")
PLUG = "grade_with_judge(c)\n"


def by_nbgrader(course: CourseFolder, *, judge: bool) -> dict[str, dict[str, object]]:
    """Let nbgrader make its own gradebook and grade; return automatic scores by student."""
    (course.root / "gradebook.db").unlink(missing_ok=True)
    shutil.rmtree(course.autograded, ignore_errors=True)
    text = (REPOSITORY / "nbgrader_config.py").read_text(encoding="utf-8")
    assert PLUG in text
    own = text if judge else text.replace(PLUG, "")
    (course.root / "nbgrader_config.py").write_text(own, encoding="utf-8")
    tools = Path(sys.executable).parent
    path = os.pathsep.join([str(tools), os.environ["PATH"]])
    for verb in ("generate_assignment", "autograde"):
        done = subprocess.run(
            [tools / "nbgrader", verb, SLUG, "--force"],
            cwd=course.root, capture_output=True, text=True, check=False, timeout=600,
            env=os.environ
            | {"PATH": path, "HOME": str(course.root), "PYTHONPATH": str(REPOSITORY)},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, dict[str, object]] = {}
    with opened(course) as book:
        for student in HONEST:
            rows = book.find_submission_notebook(SLUG, SLUG, student).grades
            found[student] = {row.name: (row.auto_score, row.needs_manual_grade) for row in rows}
    return found


@pytest.mark.slow
@pytest.mark.cage
def test_judge_stock_nbgrader_and_the_plug_in_give_the_same_scores(tmp_path: Path) -> None:
    course = small_course(tmp_path / "course")
    write_sample_class(course, SLUG, course.root)
    for place in course.submitted.iterdir():
        if place.name not in HONEST:
            shutil.rmtree(place)
    run = grade_class(course, load_unit(course, SLUG), handed_in(course, SLUG).handed_in)
    ours = {result.submission: result.score for result in run.results()}
    assert sorted(ours) == sorted(HONEST)
    stock = by_nbgrader(course, judge=False)
    plugged = by_nbgrader(course, judge=True)
    with opened(course) as book:
        assert {row.student: row.raw_score for row in totals(book, SLUG).rows} == ours
    assert plugged == stock
