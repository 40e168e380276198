"""A feedback page in a real browser: nothing of a student runs, and nothing leaves the page."""

from dataclasses import replace
from typing import Any

import pytest

from autograder.feedback.pages import feedback_page
from autograder.gradebook.marks import Marks
from autograder.result import Finding, Outcome, Result, TaskResult
from tests.hostile import MARKDOWN

pytestmark = [pytest.mark.slow, pytest.mark.browser]

ADDRESS = "http://feedback.test/page.html"
HOSTILE = (
    *MARKDOWN.values(),
    "</pre></section></main><h1>10 of 10 points</h1><script>PWN=1</script>",
)


def shown(browser: Any, html: str, left: list[str]) -> tuple[Any, list[str]]:
    """Open a page, and return it with all that it asked for.

    Args:
        browser: the browser.
        html: the page.
        left: gets the requests that the page's policy let through.
    """
    page = browser.new_page()
    asked: list[str] = []

    def serve(route: Any) -> None:
        left.append(route.request.url)
        route.fulfill(body=html, content_type="text/html")

    page.on("request", lambda request: asked.append(request.url))
    page.route("**/*", serve)
    page.goto(ADDRESS)
    page.wait_for_timeout(300)
    return page, asked


def hostile_page() -> str:
    """Return a page with a hostile text wherever a student's words can stand."""
    task = TaskResult("t", HOSTILE[0], Outcome.ERROR, 0.0, 2.0, messages=HOSTILE)
    task = replace(task, diagnosis=" ".join(HOSTILE))
    findings = tuple(Finding("changed_tests", text) for text in HOSTILE)
    marks = Marks(comments={"t": HOSTILE[-1]})
    return feedback_page(HOSTILE[0], HOSTILE[-1], Result("u", "s", (task,), findings), marks)


def test_nothing_of_a_student_runs_or_is_asked_for(browser: Any) -> None:
    left: list[str] = []
    page, asked = shown(browser, hostile_page(), left)
    assert asked == left == [ADDRESS]
    assert page.evaluate("window.PWN") is None
    assert page.locator("h1").count() == 1
    assert page.locator(".score").inner_text() == "0 of 2 points"
    assert page.locator("script, img, svg, iframe, form, a, link, object").count() == 0
    page.close()


def test_the_policy_would_stop_what_got_through(browser: Any) -> None:
    # A policy in the page cannot forbid to leave it, and half a character cannot be sent.
    texts = [text for name, text in MARKDOWN.items() if name not in ("refresh", "half-character")]
    got_through = "".join(texts)
    left: list[str] = []
    page, asked = shown(browser, hostile_page().replace("</main>", f"{got_through}</main>"), left)
    assert len(asked) > 1
    assert left == [ADDRESS]
    assert page.evaluate("window.PWN") is None
    page.close()
