"""A known mistake is named to whoever looks at the grade, wherever it is graded."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import course as course_command
from autograder.diagnosis.pairs import Trying
from autograder.diagnosis.table import Pair, make_table, write_table
from autograder.execution.cage import Mode, find_cage
from autograder.folders import CourseFolder
from autograder.gradebook import judged
from autograder.gradebook.journal import entries
from autograder.gradebook.records import read_result, result_path
from autograder.release import release
from autograder.source import load_unit
from tests.plugged import autograde, graded, plugged_course
from tests.small_course.making import SLUG, hand_in, right_answers, small_course

pytestmark = [
    pytest.mark.slow,
    pytest.mark.cage,
    pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning"),
]

KNOWN = {"row-sums": "def row_sums(X):\n    return np.asarray(X).sum(axis=0)"}
AGAIN = {"row-sums": "def row_sums(X):\n    return [a + b for a, b in zip(*X)]"}
SENTENCE = "the columns were summed, not the rows"
SAID = f"It behaves like this mistake: {SENTENCE}"


def with_table(folder: CourseFolder) -> CourseFolder:
    """Write a table with one mistake beside a course's release."""
    unit = load_unit(folder, SLUG)
    with Trying(folder, unit, find_cage(Mode.NONE)) as trying:
        ((task, behaviour),) = trying.rejected(KNOWN).items()
    write_table(folder, make_table(unit, [Pair(task, behaviour, SENTENCE, "mistake")]))
    return folder


def run(folder: CourseFolder, *words: object) -> str:
    told = [str(word) for word in (*words, "--course", folder.root)]
    done = CliRunner().invoke(course_command, told)
    assert done.exit_code == 0, done.output
    return done.output


def test_grading_a_class_names_it_in_result_notebook_page_and_explanation(tmp_path: Path) -> None:
    folder = with_table(small_course(tmp_path / "course"))
    hand_in(folder, "s1", right_answers(folder) | AGAIN)
    hand_in(folder, "s2", right_answers(folder))

    said = run(folder, "grade", SLUG, "--workers", 1)
    run(folder, "feedback", SLUG)

    assert "Mistakes are not named" not in said
    result = read_result(result_path(folder, SLUG, "s1"))
    assert result is not None
    assert result.tasks[0].diagnosis == SENTENCE
    assert len(result.tasks[0].behaviour) == 64
    assert SAID in json.dumps(graded(folder, "s1"))
    pages = {s: (folder.feedback / s / SLUG / f"{SLUG}.html").read_text() for s in ("s1", "s2")}
    assert [page.count(SAID) for page in pages.values()] == [1, 0]
    assert result.tasks[0].behaviour not in pages["s1"]
    assert SAID in run(folder, "explain", SLUG, "s1")
    (line,) = (entry for entry in entries(folder, SLUG) if "s1" in entry["name"])
    assert line["tasks"]["row-sums-tests"]["behaviour"] == result.tasks[0].behaviour
    assert SENTENCE not in json.dumps(line), "the journal holds no texts"


def test_without_a_table_grading_says_so_once_and_looks_for_nothing(tmp_path: Path) -> None:
    folder = small_course(tmp_path / "course")
    hand_in(folder, "s1", right_answers(folder) | AGAIN)

    said = run(folder, "grade", SLUG, "--workers", 1)

    assert said.count("note: Mistakes are not named") == 1
    result = read_result(result_path(folder, SLUG, "s1"))
    assert result is not None
    assert result.tasks[0].behaviour == ""


def test_nbgraders_own_autograde_names_it(tmp_path: Path) -> None:
    folder = with_table(plugged_course(tmp_path / "course"))
    hand_in(folder, "s1", right_answers(folder) | AGAIN)
    try:
        autograde(folder, "s1")
    finally:
        judged.forget()

    assert SAID in json.dumps(graded(folder, "s1"))


def test_a_release_leaves_the_table_as_it_is(tmp_path: Path) -> None:
    folder = with_table(small_course(tmp_path / "course"))
    before = folder.diagnoses(SLUG).read_bytes()
    text = folder.source_text(SLUG).read_text(encoding="utf-8")
    folder.source_text(SLUG).write_text(text.replace("as small as", "no larger than"), "utf-8")

    assert release(folder, SLUG).changed
    assert folder.diagnoses(SLUG).read_bytes() == before
