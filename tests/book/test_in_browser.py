"""The site in a browser: light and dark, wide and narrow, with axe and with the keyboard."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.thorough import THOROUGH

pytestmark = [pytest.mark.slow, pytest.mark.browser]

ROOT = Path(__file__).resolve().parents[2]
WIDTHS = {1280: 900, 390: 844}
# axe takes most of the time: by day each page is shown to it twice, in each theme and at each
# width, and pages take turns as to which goes with which.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What KaTeX draws is hidden from assistive devices; its MathML twin is what they read.
AXE_CONTEXT = {"exclude": [[".katex-html"]]}
# Half of a page's elements are the words of its code, in a dozen colours on one background, and axe
# asks for the contrast of each. By day it sees the first of each colour; the rest is plain text.
REPEATED_WORDS_TO_TEXT = """() => {
  const seen = new Set();
  for (const word of document.querySelectorAll(".highlight pre span[class]")) {
    const colours = word.closest(".cell, .highlight").className + " " + word.className;
    if (seen.has(colours)) word.replaceWith(...word.childNodes);
    seen.add(colours);
  }
}"""
WIDGETS = sorted(path.stem for path in (ROOT / "book" / "_widgets").glob("*.mjs"))


def toc_pages() -> list[str]:
    text = (ROOT / "_toc.yml").read_text("utf-8")
    names = re.findall(r"(?:file|root): (\S+)", text)
    return ["index.html", "search.html?q=weight", "404.html", *(f"{name}.html" for name in names)]


def opened(browser: Any, address: str, page: str, **context: Any) -> tuple[Any, Any, list[str]]:
    """Open a page; return its context, the page and a list that gathers what goes wrong."""
    made = browser.new_context(**context)
    tab = made.new_page()
    wrong: list[str] = []

    def note_message(message: Any) -> None:
        if message.type in ("error", "warning"):
            wrong.append(f"console {message.type}: {message.text}")

    def note_request(request: Any) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            wrong.append(f"request to {request.url}")

    def note_answer(answer: Any) -> None:
        if answer.status >= 400:
            wrong.append(f"{answer.status} for {answer.url}")

    tab.on("console", note_message)
    tab.on("request", note_request)
    tab.on("response", note_answer)
    tab.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    tab.goto(address + page, wait_until="load")
    return made, tab, wrong


def faults(browser: Any, address: str, page: str) -> list[str]:
    """Return what is wrong with a page, in each theme and at each width."""
    from axe_playwright_python.sync_playwright import Axe

    found: list[str] = []
    turn = toc_pages().index(page) % 2
    for dark, scheme in enumerate(("light", "dark")):
        size = {"width": 1280, "height": WIDTHS[1280]}
        made, tab, wrong = opened(browser, address, page, color_scheme=scheme, viewport=size)
        for narrow, (width, height) in enumerate(WIDTHS.items()):
            where = f"{scheme}, {width} px"
            tab.set_viewport_size({"width": width, "height": height})
            tab.wait_for_timeout(500)  # the theme waits before it answers a resize
            assert tab.evaluate("document.documentElement.dataset.theme") == scheme
            wide = tab.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                found.append(f"{where}: scrolls sideways, {wide} px wide")
            if not THOROUGH and (dark + narrow + turn) % 2:
                continue
            if not THOROUGH:
                tab.evaluate(REPEATED_WORDS_TO_TEXT)
            # Without preload axe fetches no style sheets of its own.
            options = {"runOnly": WCAG, "resultTypes": ["violations"], "preload": False}
            for violation in Axe().run(tab, AXE_CONTEXT, options).response["violations"]:
                nodes = [node["html"][:160] for node in violation["nodes"][:4]]
                found.append(f"{where}: {violation['id']}: {nodes}")
        found += [f"{scheme}: {line}" for line in wrong]
        made.close()
    return found


@pytest.mark.parametrize("page", toc_pages())
def test_page_is_clean_in_every_theme_and_width(browser: Any, address: str, page: str) -> None:
    found = faults(browser, address, page)
    assert not found, "\n".join(found)


def page_of(widget: str) -> str:
    for chapter in (ROOT / "book").rglob("*.md"):
        if f"{{widget}} {widget}\n" in chapter.read_text("utf-8"):
            return chapter.relative_to(ROOT).with_suffix(".html").as_posix()
    raise LookupError(f"no page shows the widget {widget}")


# The text of every live region of a widget, in its light or shadow tree.
LIVE_TEXT = """element => {
  const root = element.shadowRoot ?? element;
  return [...root.querySelectorAll("[aria-live], [role=status], output")]
    .map(live => live.textContent).join("|");
}"""
FOCUS = """element => {
  const inside = element.shadowRoot ? element.shadowRoot.activeElement : document.activeElement;
  return element.contains(document.activeElement) || element === document.activeElement
    ? `${inside.tagName} ${inside.type ?? ""}` : "";
}"""
FIRST_BEFORE = """element => {
  const before = document.createElement("span");
  before.tabIndex = -1;
  element.before(before);
  before.focus({preventScroll: false});
}"""


@pytest.mark.parametrize("widget", WIDGETS)
def test_widget_works_from_the_keyboard(browser: Any, address: str, widget: str) -> None:
    made, tab, wrong = opened(browser, address, page_of(widget))
    element = tab.locator(f"dlf-{widget}").first
    element.scroll_into_view_if_needed()
    tab.wait_for_function(f"customElements.get('dlf-{widget}') !== undefined")
    element.evaluate(FIRST_BEFORE)
    changed = reached = False
    for _ in range(40):
        tab.keyboard.press("Tab")
        focused = element.evaluate(FOCUS)
        if not focused:
            break
        reached = True
        before = element.evaluate(LIVE_TEXT)
        assert before.strip("| "), "the live text says something from the start"
        keys = ["Enter"] if focused.startswith("BUTTON") else ["ArrowRight", "ArrowLeft"]
        for key in keys:
            tab.keyboard.press(key)
            tab.wait_for_timeout(50)
            changed = changed or element.evaluate(LIVE_TEXT) != before
        if changed:
            break
    made.close()
    assert reached, "Tab reaches a control"
    assert changed, "a key changes the live text"
    assert not wrong


def test_figures_follow_the_theme(browser: Any, address: str) -> None:
    made, tab, _ = opened(browser, address, "book/neurons/perceptron.html", color_scheme="light")
    picture = tab.locator(".cell_output img[src$='.svg']").first
    schemes = []
    for theme in ("light", "dark"):
        tab.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
        schemes.append(picture.evaluate("image => getComputedStyle(image).colorScheme"))
    made.close()
    assert schemes == ["light", "dark"]


def test_the_list_of_sections_marks_where_the_reader_is(browser: Any, address: str) -> None:
    size = {"width": 1280, "height": 900}
    made, tab, wrong = opened(browser, address, "book/playground.html", viewport=size)
    section = "#noise-overfitting-and-a-cure"
    tab.locator(f"section{section}").evaluate(
        "place => place.scrollIntoView({behavior: 'instant'})"
    )
    tab.wait_for_selector(f"#pst-page-toc-nav a.active[href='{section}']")
    made.close()
    assert not wrong


def test_search_finds_words(browser: Any, address: str) -> None:
    made, tab, wrong = opened(browser, address, "search.html?q=perceptron")
    tab.wait_for_selector("#search-results li a")
    titles = tab.locator("#search-results li a").all_inner_texts()
    made.close()
    assert any("perceptron" in title.lower() for title in titles)
    assert not wrong


def test_a_term_shows_its_definition_on_focus_and_escape_closes_it(
    browser: Any, address: str
) -> None:
    made, tab, _ = opened(browser, address, "book/neurons/perceptron.html")
    link = tab.locator("a.has-hover-entry[href*='#term-']").first
    link.focus()
    box = tab.locator("#hover-box")
    assert box.is_visible()
    assert len(box.inner_text()) > 20
    assert link.get_attribute("aria-describedby") == "hover-box"
    tab.keyboard.press("Escape")
    assert box.is_hidden()
    made.close()


def test_a_quiz_answers_without_a_script(browser: Any, address: str) -> None:
    made, tab, _ = opened(
        browser, address, "book/neurons/perceptron.html", java_script_enabled=False
    )
    option = tab.locator("details.quiz-option").first
    option.locator("summary").click()
    verdict = option.locator(".quiz-verdict").inner_text()
    made.close()
    assert verdict in ("Correct.", "Not quite.")


def test_addresses_in_the_settings_are_those_served(address: str) -> None:
    settings = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    assert settings["html"]["baseurl"].endswith("/".join(address.split("/")[3:]))
