"""The page a student gets: complete, plain, safe, and silent about hidden tests."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from autograder.errors import CourseError
from autograder.feedback.files import FeedbackFiles, write_feedback, write_zip
from autograder.feedback.pages import feedback_page
from autograder.folders import CourseFolder
from autograder.gradebook.marks import Mark, Marks
from autograder.handin.submitted import RECORD
from autograder.result import MEANINGS, Finding, Outcome, Result, TaskResult
from autograder.source import load_unit
from autograder.whole_file import put
from tests.small_course.making import SLUG, small_course

HOSTILE = (
    "</pre><script>alert(1)</script><img src=//evil.example/x onerror=alert(1)>"
    "<svg/onload=alert(1)>&#x202e;\u202eabc\x00\x1b[31m ![](http://evil.example/y) \ud800"
)


def task(outcome: Outcome, **more: object) -> TaskResult:
    points = 2.0 if outcome is Outcome.PASSED else 0.0
    base = TaskResult("row-sums-tests", "The sum of each row", outcome, points, 2.0)
    return replace(base, **more)  # type: ignore[arg-type]


def page(*tasks: TaskResult, marks: Marks | None = None, **more: object) -> BeautifulSoup:
    result = Result(SLUG, "s1", tasks, **more)  # type: ignore[arg-type]
    return BeautifulSoup(feedback_page("Sums", "Student One", result, marks), "html.parser")


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_its_sentence(outcome: Outcome) -> None:
    text = page(task(outcome)).get_text(" ")
    assert MEANINGS[outcome].sentence in text
    assert "Task 1. The sum of each row" in text


def test_messages_and_sentences_are_on_the_page() -> None:
    made = page(
        task(Outcome.FAILED, messages=("expected [3 7]\n  got [1 2]",), failed_properties=("P.",))
    )
    assert made.select_one("pre").get_text() == "expected [3 7]\n  got [1 2]"  # type: ignore[union-attr]
    assert [item.get_text() for item in made.select("li")] == ["P."]


def test_a_known_mistake_is_named_in_a_line_of_its_own_as_text() -> None:
    said = f"the bias was never added {HOSTILE}"
    made = page(task(Outcome.FAILED, messages=("expected 1",), diagnosis=said, behaviour=64 * "a"))
    (line,) = (p for p in made.select("p") if "behaves like" in p.get_text())

    assert line.get_text().startswith("It behaves like this mistake: the bias was never added")
    assert "alert(1)" in line.get_text()
    assert made.select("script, img, svg") == []
    assert "\u202e" not in line.get_text()
    assert 64 * "a" not in str(made)
    assert "behaves like" not in page(task(Outcome.FAILED)).get_text()


def test_what_a_person_gave_goes_first() -> None:
    marks = Marks(
        {"row-sums-tests": Mark(1.5, by_person=True, waiting=False)}, {"row-sums-tests": "Good."}
    )
    text = page(task(Outcome.FAILED), marks=marks).get_text(" ")
    assert "1.5 of 2 points" in text
    assert "Good." in text
    assert "An instructor marked this." in text
    assert MEANINGS[Outcome.FAILED].sentence not in text


def test_points_that_still_wait_are_said() -> None:
    text = page(task(Outcome.PASSED), task(Outcome.NEEDS_PERSON, grade_id="w")).get_text(" ")
    assert "still has to mark 2 of these points" in text


def test_the_late_penalty_is_taken_off_and_said() -> None:
    result = Result(SLUG, "s1", (task(Outcome.PASSED),))
    made = feedback_page("Sums", "s1", result, Marks(penalty=2.0), late="1 d 2 h")
    assert "<strong>0</strong> of 2 points" in made
    assert "1 d 2 h after the due date. This costs 2 points." in made


def test_a_file_that_could_not_be_read_is_explained() -> None:
    found = (Finding("empty_file", "expected a notebook, got an empty file"),)
    missing = task(Outcome.MISSING_CELL)
    text = page(missing, findings=found, file_outcome=Outcome.NEEDS_PERSON).get_text(" ")
    assert "got an empty file" in text
    assert MEANINGS[Outcome.MISSING_CELL].sentence not in text


def test_nothing_of_a_student_becomes_markup() -> None:
    hostile = task(Outcome.ERROR, title=HOSTILE, messages=(HOSTILE,), failed_properties=(HOSTILE,))
    result = Result(SLUG, "s1", (hostile,), findings=(Finding("x", HOSTILE),))
    marks = Marks(comments={"row-sums-tests": HOSTILE})
    text = feedback_page(HOSTILE, HOSTILE, result, marks)
    text.encode("utf-8")
    made = BeautifulSoup(text, "html.parser")
    assert not made.select("script, img, svg, iframe, object, embed, link, a, form, base")
    handlers = [name for tag in made.find_all(True) for name in tag.attrs if name[:2] == "on"]
    assert handlers == []
    assert not re.search("[\x00\x1b\u202a-\u202e\u2066-\u2069]", text)


def test_the_policy_allows_the_page_s_own_style_and_nothing_else() -> None:
    made = page(task(Outcome.PASSED))
    policy = made.select_one("meta[http-equiv]")["content"]  # type: ignore[index]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert made.html is not None
    assert made.html["lang"] == "en"


def test_long_messages_are_cut() -> None:
    assert len(str(page(task(Outcome.FAILED, messages=("x" * 10**6,))))) < 30_000


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    return small_course(tmp_path / "course")


def test_feedback_before_grading_is_one_clear_error(course: CourseFolder) -> None:
    with pytest.raises(CourseError, match=r"run `\./course grade sums` first"):
        write_feedback(course, load_unit(course, SLUG))


@pytest.mark.parametrize(
    ("layout", "origin", "name"),
    [
        ("nbgrader", "s1.ipynb", "s1/sums/sums.html"),
        ("plain", "s1.ipynb", "s1.html"),
        ("canvas", "onestudent_501_77_my work-2.ipynb", "onestudent_501_77_my work-2.html"),
        (
            "moodle",
            "zip/Student One_9_assignsubmission_file_/x.ipynb",
            "Student One_9_assignsubmission_file_/sums.html",
        ),
        (
            "moodle",
            "Student One_9_assignsubmission_file_x.ipynb",
            "Student One_9_assignsubmission_file_/sums.html",
        ),
    ],
)
def test_zips_are_named_as_the_platform_names_them(
    course: CourseFolder, layout: str, origin: str, name: str
) -> None:
    page_file = course.feedback / "s1/sums/sums.html"
    put(page_file, b"page")
    record = f'{{"from": "{origin}", "layout": "{layout}"}}'
    put(course.submitted / "s1/sums" / RECORD, record.encode())
    made = FeedbackFiles({"s1": page_file, "s2": page_file})
    out = course.root / "out.zip"
    write_zip(course, SLUG, made, out, layout)
    with zipfile.ZipFile(out) as archive:
        assert name in archive.namelist()
    if layout in ("canvas", "moodle"):
        assert made.left_out == [("s2", f"not in the zip: the file did not come from {layout}")]


def test_a_zip_with_nobody_in_it_is_refused(course: CourseFolder) -> None:
    with pytest.raises(CourseError, match="expected submissions collected from canvas"):
        write_zip(course, SLUG, FeedbackFiles(), course.root / "out.zip", "canvas")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_in_a_browser(browser: Any, tmp_path: Path, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    wide = "a_message_without_any_place_to_break_it_" * 20
    tasks = [
        task(o, messages=(wide, HOSTILE), failed_properties=("Sentence.",)) for o in list(Outcome)
    ]
    result = Result(SLUG, "s1", tuple(tasks), findings=(Finding("x", wide),))
    file = tmp_path / "page.html"
    file.write_text(feedback_page("Sums", "Student One", result), encoding="utf-8")
    said: list[str] = []
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    view = context.new_page()
    view.on("console", lambda message: said.append(message.text))
    view.on("pageerror", lambda error: said.append(str(error)))
    view.on("request", lambda request: asked.append(request.url))
    view.goto(file.as_uri())
    assert view.evaluate("document.documentElement.scrollWidth") <= 390
    ink = view.evaluate("getComputedStyle(document.body).color")
    assert said == []
    assert asked == [file.as_uri()]
    found = Axe().run(view)
    assert found.violations_count == 0, found.generate_report()
    context.close()
    assert ink == ("rgb(27, 31, 36)" if scheme == "light" else "rgb(230, 233, 237)")
