"""formgrader over a class that `./course grade` graded, in a real browser."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from autograder.folders import REPOSITORY, CourseFolder
from autograder.gradebook.writer import opened
from tests import plots
from tests.foreign import notebook as foreign_notebook
from tests.foreign import plain, write
from tests.hostile import MARKDOWN, hostile_cells, hostile_metadata, hostile_outputs
from tests.plugged import cell_of, plugged_course, rewrite, scores
from tests.small_course.making import POINTS, SLUG, WRITTEN, hand_in, right_answers

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.cage]

WRONG = {"row-sums": "def row_sums(X):\n    return [0, 0]"}
_START_S = 90


@dataclass
class Formgrader:
    """A server that is up, and what the browser met on its pages.

    Attributes:
        address: of formgrader.
        course: whose course it is.
        errors: what the console and the pages' scripts complained of.
        foreign: requests that a submission asked for.
    """

    address: str
    token: str
    course: CourseFolder
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


def run(*words: str, course: CourseFolder) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=course.root, env=environment(course), capture_output=True, text=True, timeout=400,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def environment(course: CourseFolder) -> dict[str, str]:
    home = str(course.root.parent)
    own = {name: home for name in ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return os.environ | own | {"PYTHONPATH": str(REPOSITORY), "PATH": path}


def hostile(notebook: Any) -> None:
    """Put everything that a page could run into a submission."""
    cell_of(notebook, WRITTEN)["source"] = "\n\n".join(MARKDOWN.values())
    notebook["cells"][1:1] = hostile_cells()
    notebook["cells"] += hostile_outputs()
    notebook["metadata"] |= hostile_metadata()


def drawing(notebook: Any) -> None:
    """Add a cell that prints and draws after the task that a person marks."""
    notebook["cells"].append(plain(f"{plots.GIVEN}\n{plots.DRAWN}"))


def plot_course(course: CourseFolder) -> None:
    """Add an assignment of another course, whose plot a person marks, and grade it."""
    slug = "plots"
    write(course.source / slug / f"{slug}.ipynb", foreign_notebook(plots.source_cells()))
    run("nbgrader", "generate_assignment", slug, course=course)
    raw = plots.submitted({"plot": plots.DRAWN}, "print('my own')", last=["print('too late')"])
    write(course.submitted / "right" / slug / f"{slug}.ipynb", raw)
    run("nbgrader", "autograde", slug, course=course)


@pytest.fixture(scope="module")
def formgrader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Formgrader]:
    """A graded class and a server that shows it; the server ends with the module."""
    course = plugged_course(tmp_path_factory.mktemp("formgrader") / "course", "right", "wrong")
    right = right_answers(course)
    because = {WRITTEN: "Because errors of both signs cancel: $a < b$."}
    rewrite(hand_in(course, "right", right | because), drawing)
    hand_in(course, "wrong", right | WRONG)
    rewrite(hand_in(course, "hostile", right), hostile)
    run("autograder", "grade", SLUG, "--course", str(course.root), course=course)
    plot_course(course)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    others = {name: False for name in ("jupyterlab", "jupyter_lsp", "notebook", "jupytext")}
    with (course.root.parent / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [
                sys.executable, "-m", "jupyter", "server", "--allow-root", "--no-browser",
                "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}",
                "--ServerApp.port_retries=0", "--IdentityProvider.token=secret",
                f"--ServerApp.jpserver_extensions={others}",
            ],
            cwd=course.root, env=environment(course), stdout=subprocess.DEVNULL, stderr=log,
        )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/api", server)
        yield Formgrader(f"http://127.0.0.1:{port}/formgrader", "secret", course)
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(_START_S * 4):
        assert server.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
    raise AssertionError("the server did not start")


@pytest.fixture
def page(browser: Any, formgrader: Formgrader) -> Iterator[Any]:
    """A page with the instructor's session; it fails the test for what went wrong on it."""
    formgrader.errors, formgrader.foreign = [], []
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()

    def seen(request: Any) -> None:
        if "evil.example" in request.url or "/relative" in request.url:
            formgrader.foreign.append(request.url)

    # nbgrader's own pages ask a content network for MathJax; nothing leaves this machine here.
    context.route(lambda url: "127.0.0.1" not in url, lambda route: route.abort())
    page.on("request", seen)
    page.on("pageerror", lambda error: formgrader.errors.append(str(error)))
    page.on("dialog", lambda dialog: formgrader.errors.append(dialog.message))
    page.goto(f"{formgrader.address}/manage_assignments?token={formgrader.token}")
    yield page
    context.close()
    assert formgrader.foreign == []
    assert [e for e in formgrader.errors if "MathJax" not in e and "mermaid" not in e] == []


def submission(
    page: Any, formgrader: Formgrader, student: str, slug: str = SLUG, tests: str = "shares-tests"
) -> None:
    """Open the page on which a submission is marked."""
    with opened(formgrader.course) as book:
        number = book.find_submission_notebook(slug, slug, student).id
    page.goto(f"{formgrader.address}/submissions/{number}/")
    # Points arrive after the page; only then does a field save what is typed.
    page.wait_for_function(f"document.querySelector('#{tests}').placeholder != ''")


def pictures(page: Any) -> list[int]:
    """Return the width of each picture in the notebook that the page shows, in pixels."""
    script = "() => [...document.querySelectorAll('#notebook img[alt]')].map(i => i.naturalWidth)"
    found: list[int] = page.evaluate(script)
    return found


def test_the_assignment_and_its_submissions_are_listed(page: Any, formgrader: Formgrader) -> None:
    row = page.locator("tr", has_text=SLUG).first
    row.wait_for()
    assert row.locator(".num-submissions").inner_text().strip() == "3"
    page.goto(f"{formgrader.address}/manage_submissions/{SLUG}")
    page.locator("tr", has_text="wrong").first.wait_for()
    text = page.locator("#main-table").inner_text()
    assert "needs manual grading" in text
    total = sum(POINTS.values())
    assert f"{total - 2:g} / " in page.locator("tr", has_text="wrong").first.inner_text()


def test_a_submission_opens_with_its_points_and_messages(page: Any, formgrader: Formgrader) -> None:
    submission(page, formgrader, "wrong")
    assert page.locator("#row-sums-tests").get_attribute("placeholder") == "0"
    assert page.locator("#shares-tests").get_attribute("placeholder") == "1.5"
    assert "A test of this task failed." in page.locator("body").inner_text()


def test_a_mark_of_a_person_is_saved(page: Any, formgrader: Formgrader) -> None:
    submission(page, formgrader, "right")
    assert "errors of both signs cancel" in page.locator("body").inner_text()
    field = page.locator(f"#{WRITTEN}")
    field.fill("1")
    with page.expect_response(lambda r: "/api/grade/" in r.url and r.request.method == "PUT"):
        field.press("Tab")
    with opened(formgrader.course) as book:
        grade = book.find_grade(WRITTEN, SLUG, SLUG, "right")
        assert (grade.manual_score, grade.needs_manual_grade) == (1.0, False)


def test_the_autograde_button_grades_through_the_judge(page: Any, formgrader: Formgrader) -> None:
    course = formgrader.course
    path = hand_in(course, "wrong", right_answers(course))
    path.write_text(json.dumps(json.loads(path.read_text())), encoding="utf-8")
    page.goto(f"{formgrader.address}/manage_submissions/{SLUG}")
    row = page.locator("tr", has_text="wrong").first
    row.locator(".autograde a").click()
    page.locator("#success-modal").wait_for(timeout=120_000)
    assert scores(course, "wrong")["row-sums-tests"] == (2.0, False)
    kept = json.loads((course.autograded / "wrong" / SLUG / "result.json").read_text())
    assert kept["engine"] == "judge"


@pytest.mark.parametrize("by", ["course", "button"])
def test_what_a_student_printed_and_drew_is_seen(
    page: Any, formgrader: Formgrader, by: str
) -> None:
    if by == "button":
        page.goto(f"{formgrader.address}/manage_submissions/{SLUG}")
        page.locator("tr", has_text="right").first.locator(".autograde a").click()
        page.locator("#success-modal").wait_for(timeout=120_000)
    submission(page, formgrader, "right")
    assert "two lines\n" in page.locator("#notebook").first.inner_text()
    assert [width > 300 for width in pictures(page)] == [True, True]


def test_the_plot_that_a_person_marks_is_seen_beside_its_points(
    page: Any, formgrader: Formgrader
) -> None:
    submission(page, formgrader, "right", "plots", "f-tests")
    text = page.locator("#notebook").first.inner_text()
    assert "two lines\n" in text
    assert "my own\n" in text
    assert "it ran after hidden tests" in text
    assert "too late\n" not in text
    assert [width > 300 for width in pictures(page)] == [True, True]
    assert page.locator("#hiding").get_attribute("placeholder") == "2"
    field = page.locator("#plot")
    field.fill("2.5")
    with page.expect_response(lambda r: "/api/grade/" in r.url and r.request.method == "PUT"):
        field.press("Tab")
    with opened(formgrader.course) as book:
        grade = book.find_grade("plot", "plots", "plots", "right")
        assert (grade.manual_score, grade.needs_manual_grade) == (2.5, False)


@pytest.mark.parametrize("by", ["course", "button"])
def test_nothing_of_a_submission_comes_alive(page: Any, formgrader: Formgrader, by: str) -> None:
    if by == "button":
        page.goto(f"{formgrader.address}/manage_submissions/{SLUG}")
        page.locator("tr", has_text="hostile").first.locator(".autograde a").click()
        page.locator("#success-modal").wait_for(timeout=120_000)
    submission(page, formgrader, "hostile")
    page.mouse.move(600, 400)
    page.wait_for_timeout(500)
    assert page.evaluate("window.PWN") is None
    found = page.evaluate(
        """() => [...document.querySelector('#notebook').querySelectorAll('*')].flatMap(
            e => [...e.attributes].filter(a => a.name.startsWith('on')
                || /^\\s*(javascript|vbscript|data:text)/i.test(a.value)).map(a => a.name))"""
    )
    assert found == []
    alive = "script, style, iframe, object, embed, link, meta, base, form, svg, video, img"
    assert page.locator(f"#notebook :is({alive})").count() == 0
    # What closes the elements around it would have swallowed the field.
    assert page.locator(f"#{WRITTEN}").is_visible()


def test_the_feedback_button_makes_pages_without_hidden_tests(
    page: Any, formgrader: Formgrader
) -> None:
    page.goto(f"{formgrader.address}/manage_submissions/{SLUG}")
    page.locator("tr", has_text="right").first.locator(".generate-feedback a").click()
    page.locator("#success-modal").wait_for(timeout=60_000)
    made = formgrader.course.feedback / "right" / SLUG / f"{SLUG}.html"
    text = made.read_text(encoding="utf-8")
    assert "Content-Security-Policy" in text
    assert "The sum of each row" in text
    assert "HIDDEN TESTS" not in text
    assert "rng.normal" not in text
