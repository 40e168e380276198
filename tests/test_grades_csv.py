"""Grades in the columns that each platform imports, and no formula among them."""

import csv
import io
from datetime import UTC, datetime

import pytest

from autograder.errors import CourseError
from autograder.gradebook.grades_csv import LAYOUTS, grades_csv
from autograder.gradebook.marks import Total, Totals
from autograder.handin.roster import Student

DUE = datetime(2026, 1, 16, 18, 0, tzinfo=UTC)
TOTALS = Totals(
    DUE,
    8.5,
    (
        Total("s1", "Student", "One", "one@example.org", "501", True, DUE, 6.5, 1.5, True),
        Total("s2", '=HYPERLINK("x")', "@Two, Jr", "-two", "", True, None, 1 / 3, 0.0, False),
        Total("s3", "Student", "Three", "", "", False, None, 0.0, 0.0, False),
    ),
)


def rows(layout: str, **more: object) -> list[dict[str, str]]:
    text = grades_csv(layout, "sums", TOTALS, {}, **more)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_plain() -> None:
    one, two, three = rows("plain")
    assert (one["id"], one["score"], one["max_score"]) == ("s1", "5", "8.5")
    assert (one["penalty"], one["state"]) == ("1.5", "needs_manual_grade")
    assert two["score"] == "0.3333333333"
    assert (three["score"], three["state"]) == ("", "not_handed_in")


def test_nbgrader_has_the_columns_of_its_export() -> None:
    one = rows("nbgrader")[0]
    assert list(one) == [
        "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
        "raw_score", "late_submission_penalty", "score", "max_score",
    ]  # fmt: skip
    assert (one["raw_score"], one["late_submission_penalty"], one["score"]) == ("6.5", "1.5", "5")
    assert one["duedate"] == "2026-01-16 18:00:00"


def test_canvas() -> None:
    possible, one, two, three = rows("canvas", column="Sums (81)")
    assert list(one) == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Sums (81)"]
    assert (possible["Student"].strip(), possible["Sums (81)"]) == ("Points Possible", "8.5")
    assert (one["Student"], one["ID"], one["Sums (81)"]) == ("One, Student", "501", "5")
    assert two["Student"].startswith("'@Two")
    assert three["Sums (81)"] == ""


def test_moodle() -> None:
    one, two = rows("moodle", participants={"s1": "9001"})
    assert list(one) == [
        "Identifier", "Full name", "Email address", "Grade", "Maximum Grade",
        "Last modified (grade)", "Feedback comments",
    ]  # fmt: skip
    assert (one["Identifier"], one["Full name"], one["Grade"]) == (
        "Participant 9001", "Student One", "5",
    )  # fmt: skip
    assert two["Identifier"] == ""


def test_the_roster_knows_more_than_the_gradebook() -> None:
    known = {"s1": Student("s1", "Stu", "Uno", "uno@example.org", canvas_id="9", section="B")}
    text = grades_csv("canvas", "sums", TOTALS, known)
    assert '"Uno, Stu",9,,s1,B,5' in text
    assert "Three" not in text  # neither in the roster nor handed in


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_no_cell_is_a_formula(layout: str) -> None:
    text = grades_csv(layout, "sums", TOTALS, {})
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


def test_an_unknown_layout() -> None:
    with pytest.raises(CourseError, match="expected one of the layouts plain, nbgrader"):
        grades_csv("excel", "sums", TOTALS, {})
