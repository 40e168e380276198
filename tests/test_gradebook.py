"""Results in nbgrader's gradebook: written once or ten times, a person's marks stay."""

import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from nbgrader.api import Grade, Gradebook

from autograder.errors import CourseError
from autograder.folders import REPOSITORY, CourseFolder
from autograder.gradebook.autograded import autograded_notebook, write_autograded
from autograder.gradebook.marks import Marks, marks_of, totals
from autograder.gradebook.master import Master, master_of
from autograder.gradebook.records import read_result, record_text, result_from_json
from autograder.gradebook.setup import due_in, prepare
from autograder.gradebook.writer import COURSE_ID, Graded, opened, write
from autograder.grading import unreadable
from autograder.handin.roster import Student
from autograder.handin.submitted import HandedIn
from autograder.result import Finding, Outcome, Result, TaskResult
from autograder.runners.local import Job, Work, fault
from autograder.source import load_unit
from tests.small_course.making import POINTS, SLUG, WRITTEN, hand_in, small_course

CLASS = (Student("s1", "Student", "One", "one@example.org", "77"), Student("s2"))
DUE = datetime(2026, 1, 16, 18, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def empty_gradebook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Make nbgrader's tables once."""
    folder = CourseFolder(tmp_path_factory.mktemp("empty"))
    with opened(folder):
        return (folder.root / "gradebook.db").read_bytes()


@pytest.fixture
def course(tmp_path: Path, empty_gradebook: bytes) -> CourseFolder:
    folder = small_course(tmp_path / "course")
    (folder.root / "gradebook.db").write_bytes(empty_gradebook)
    return folder


@pytest.fixture
def master(course: CourseFolder) -> Master:
    return master_of(course, load_unit(course, SLUG))


@pytest.fixture
def book(course: CourseFolder, master: Master) -> Iterator[Any]:
    with opened(course) as opened_book:
        prepare(opened_book, master, CLASS, DUE)
        yield opened_book


def result(student: str = "s1", **outcomes: Outcome) -> Result:
    """Return a result in which every automatic task passed, but for those that are named."""
    tasks = [
        TaskResult(name, name, outcome := outcomes.get(name.split("-")[0], Outcome.PASSED),
                   points if outcome is Outcome.PASSED else 0.0, points)
        for name, points in POINTS.items()
    ]  # fmt: skip
    written = outcomes.get("why", Outcome.NEEDS_PERSON)
    tasks.append(TaskResult(WRITTEN, "Why", written, 0.0, 2.0, manual=True))
    return Result(SLUG, student, tuple(tasks))


def grade_row(book: Any, name: str, student: str = "s1") -> Any:
    return book.find_grade(name, SLUG, SLUG, student)


def test_nbgrader_reads_what_was_written(book: Any, master: Master) -> None:
    write(book, master.unit, [Graded(result(shares=Outcome.FAILED), DUE), Graded(result("s2"))])
    submission = book.find_submission(SLUG, "s1")
    assert (submission.score, submission.max_score) == (5.0, 8.5)
    assert submission.timestamp == DUE.replace(tzinfo=None)
    assert submission.needs_manual_grade is True
    assert submission.student.email == "one@example.org"
    assert grade_row(book, "shares-tests").auto_score == 0.0
    assert grade_row(book, "shares-tests").needs_manual_grade is False
    written = grade_row(book, WRITTEN)
    assert (written.auto_score, written.needs_manual_grade) == (None, True)
    assert book.find_assignment(SLUG).duedate == DUE.replace(tzinfo=None)
    assert book.average_assignment_score(SLUG) == pytest.approx((5.0 + 6.5) / 2)
    locked = {cell.name: cell.locked for cell in book.find_notebook(SLUG, SLUG).source_cells}
    assert locked["shares-tests"] is True
    assert locked["shares"] is False


def test_writing_again_changes_nothing(book: Any, master: Master, course: CourseFolder) -> None:
    for _ in range(3):
        prepare(book, master, CLASS)
        write(book, master.unit, [Graded(result(), DUE, changed=False)])
    assert book.db.query(Grade).count() == 4
    assert book.find_submission(SLUG, "s1").score == 6.5
    assert due_in(book, SLUG) == DUE


def test_what_a_person_entered_stays(book: Any, master: Master) -> None:
    write(book, master.unit, [Graded(result())])
    row = grade_row(book, WRITTEN)
    row.manual_score, row.extra_credit, row.needs_manual_grade = 1.5, 0.5, False
    book.find_comment(WRITTEN, SLUG, SLUG, "s1").manual_comment = "well put"
    book.db.commit()
    write(book, master.unit, [Graded(result(), changed=False)])
    row = grade_row(book, WRITTEN)
    assert (row.manual_score, row.extra_credit, row.needs_manual_grade) == (1.5, 0.5, False)
    marks = marks_of(book, SLUG, "s1")
    assert marks.marks[WRITTEN].points == 2.0
    assert marks.comments == {WRITTEN: "well put"}
    # Another file was handed in: the mark stays, and a person is asked to look again.
    write(book, master.unit, [Graded(result(), changed=True)])
    row = grade_row(book, WRITTEN)
    assert (row.manual_score, row.needs_manual_grade) == (1.5, True)


@pytest.mark.parametrize(
    ("late", "days", "penalty"), [("zero", 1, 6.5), ("zero", -1, 0.0), ("none", 1, 0.0)]
)
def test_late_penalties_as_nbgrader_has_them(
    book: Any, master: Master, late: str, days: int, penalty: float
) -> None:
    write(book, master.unit, [Graded(result(), DUE + timedelta(days=days))], late)
    (row, _) = sorted(totals(book, SLUG).rows, key=lambda row: row.student)
    assert (row.raw_score, row.penalty, row.score) == (6.5, penalty, 6.5 - penalty)
    assert row.late_s == max(0, days) * 86_400


def test_an_extension_counts(book: Any, master: Master) -> None:
    late = Graded(result(), DUE + timedelta(hours=5))
    write(book, master.unit, [late], "zero")
    book.grant_extension(SLUG, "s1", hours=6)
    write(book, master.unit, [late], "zero")
    assert book.find_submission(SLUG, "s1").late_submission_penalty == 0.0
    assert totals(book, SLUG).rows[0].late_s == 0.0


@pytest.mark.parametrize(
    ("make", "auto"),
    [
        (lambda unit: unreadable(unit, "s1", Finding("empty_file", "empty")), None),
        (lambda unit: fault(Work(unit), Job("s1", Path()), "a bug"), None),
    ],
    ids=["unreadable", "grader fault"],
)
def test_a_person_is_asked_where_nothing_could_be_graded(
    book: Any, master: Master, make: Any, auto: float | None
) -> None:
    write(book, master.unit, [Graded(make(master.unit))])
    rows = [grade_row(book, name) for name in (*POINTS, WRITTEN)]
    assert {row.auto_score for row in rows} == {auto}
    assert all(row.needs_manual_grade for row in rows)


def test_untouched_and_missing_answers_are_commented(book: Any, master: Master) -> None:
    first = result(row=Outcome.NOT_ATTEMPTED, column=Outcome.MISSING_CELL)
    write(book, master.unit, [Graded(first)])

    def comment(name: str) -> str | None:
        found: str | None = book.find_comment(name, SLUG, SLUG, "s1").comment
        return found

    assert comment("row-sums") == "No response."
    assert "missing" in str(comment("column-means"))
    assert comment("shares") is None


def without(master: Master, *names: str) -> Master:
    """Return the unit without some of its cells."""
    unit = master.unit
    smaller = replace(
        unit,
        cells=tuple(c for c in unit.cells if c.grade_id not in names),
        tasks=tuple(t for t in unit.tasks if t.grade_id not in names),
    )
    cells = [c for c in master.cells if c["metadata"]["nbgrader"]["grade_id"] not in names]
    return replace(master, unit=smaller, cells=tuple(cells))


def test_a_task_can_be_added_after_the_first_grading(book: Any, master: Master) -> None:
    small = without(master, "shares", "shares-tests")
    prepare(book, small, CLASS)
    write(book, small.unit, [Graded(result())])
    assert book.find_submission(SLUG, "s1").max_score == 7.0
    prepare(book, master, CLASS)
    write(book, master.unit, [Graded(result())])
    submission = book.find_submission(SLUG, "s1")
    assert (submission.score, submission.max_score) == (6.5, 8.5)


def test_a_marked_cell_cannot_vanish(book: Any, master: Master) -> None:
    write(book, master.unit, [Graded(result())])
    grade_row(book, WRITTEN).manual_score = 2.0
    book.db.commit()
    with pytest.raises(CourseError, match="marks that a person gave for 'why-not-zeros'"):
        prepare(book, without(master, WRITTEN), CLASS)
    book.db.rollback()
    assert grade_row(book, WRITTEN).manual_score == 2.0


def test_an_unknown_student_is_one_clear_error(book: Any, master: Master) -> None:
    with pytest.raises(CourseError, match="No such student: s9"):
        write(book, master.unit, [Graded(result("s9"))])


def test_a_file_that_is_no_gradebook_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "gradebook.db").write_text("this is no database, whatever its name says" * 100)
    with (
        pytest.raises(CourseError, match="expected nbgrader's gradebook at"),
        opened(CourseFolder(tmp_path)),
    ):
        pass  # pragma: no cover


def test_marks_of_somebody_who_handed_nothing_in(book: Any) -> None:
    assert marks_of(book, SLUG, "s2") == Marks()
    assert [row.submitted for row in totals(book, SLUG).rows] == [False, False]


def test_totals_of_a_unit_that_was_never_graded(book: Any) -> None:
    with pytest.raises(CourseError, match=r"run `\./course grade other`"):
        totals(book, "other")


def test_the_graded_notebook_holds_answers_tests_and_outcomes(
    course: CourseFolder, master: Master
) -> None:
    path = hand_in(course, "s1", {"row-sums": "def row_sums(X):\n    return 1"})
    handed = HandedIn("s1", path, None)
    failed = replace(
        result(row=Outcome.FAILED), findings=(Finding("copied_cell", "a <b>copy</b>"),)
    )
    write_autograded(course, master, handed, failed, record_text(failed, "abc"))
    place = course.autograded / "s1" / SLUG
    made = json.loads((place / f"{SLUG}.ipynb").read_text())
    cells = {c["metadata"].get("nbgrader", {}).get("grade_id"): c for c in made["cells"]}
    assert cells["row-sums"]["source"] == "def row_sums(X):\n    return 1"
    assert "BEGIN HIDDEN TESTS" in cells["row-sums-tests"]["source"]
    assert "failed: 0 of 2 points" in cells["row-sums-tests"]["outputs"][0]["text"]
    assert "&lt;b&gt;" in made["cells"][0]["source"]
    kept = read_result(place / "result.json")
    assert kept is not None
    assert kept.score == failed.score
    assert kept.findings == failed.findings


def test_half_characters_and_missing_cells_do_not_break_the_notebook(master: Master) -> None:
    odd = {"row-sums": "x = '\ud800'"}
    made = autograded_notebook(master, odd, {}, result())
    json.dumps(made, ensure_ascii=False).encode()
    texts = [c["source"] for c in made["cells"]]
    assert "# This cell is not in the file that was handed in." in texts


@pytest.mark.parametrize("make", [result, lambda: replace(result(), file_outcome=Outcome.KILLED)])
def test_results_come_back_from_json(make: Any) -> None:
    before = make()
    assert result_from_json(json.loads(json.dumps(before.as_json()))) == before


@pytest.mark.parametrize("data", [{}, [], {"tasks": []}, {"tasks": {"a": 1}}])
def test_what_is_no_result_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match="no result of a grading"):
        result_from_json(data)


def test_nbgrader_config_and_writer_name_the_same_course() -> None:
    text = (REPOSITORY / "nbgrader_config.py").read_text(encoding="utf-8")
    assert f'c.CourseDirectory.course_id = "{COURSE_ID}"' in text


def test_a_new_gradebook_notes_the_version_that_nbgrader_would(
    empty_gradebook: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours.db").write_bytes(empty_gradebook)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    Gradebook(f"sqlite:///{tmp_path / 'stock.db'}").close()
    noted, schema = [], []
    for name in ("ours.db", "stock.db"):
        with closing(sqlite3.connect(tmp_path / name)) as book:
            noted.append(book.execute("SELECT version_num FROM alembic_version").fetchall())
            tables = book.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            schema.append(sorted(name for (name,) in tables))
    assert noted[0] == noted[1]
    assert schema[0] == schema[1]


def test_a_gradebook_whose_making_was_cut_short_is_finished(tmp_path: Path) -> None:
    folder = CourseFolder(tmp_path)
    with closing(sqlite3.connect(tmp_path / "gradebook.db")) as book:
        book.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    with opened(folder) as book:
        assert book.students == []
        assert len(book.db.execute(sqlalchemy.text("SELECT * FROM alembic_version")).all()) == 1
