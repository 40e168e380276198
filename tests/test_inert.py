"""A student's text shows what it says and does nothing, wherever nbconvert renders it."""

import base64

import pytest
from bs4 import BeautifulSoup
from nbconvert.filters.markdown import markdown2html

from autograder.gradebook.inert import as_source, inert_markdown, sayable, sound_attachments
from tests.hostile import MARKDOWN
from tests.pngs import png

PNG = base64.b64encode(png()).decode()
TELLING = base64.b64encode(png((b"tEXt", b"Comment\0<script>"))).decode()

PLAIN = (
    'Because a < b & c > d, and 2 * 3 * 4 is "quoted" it\'s é.',
    "`x<y>` and $a<b$ and $$x<y$$ and \\(z = xW + b\\).",
    "# Title\n\n1. one\n2. two\n\n> quoted **bold** _it_\n\n- x\n\n---\n\nline  \nbreak",
    "```python\nif a<b: print('<b>')\n```\n\n~~~\n<script>\n~~~",
    "| a | b |\n|:--|--:|\n| 1 | 2 |",
    "see <https://example.org> or [there](https://example.org/a?b=c&d)",
    "$$\\begin{align}\na &= b \\\\\nc &< d\n\\end{align}$$",
    "<b>bold</b> and H<sub>2</sub>O",
    "$\\newcommand{\\R}{\\mathbb{R}} x \\in \\R$",
)


@pytest.mark.parametrize("text", PLAIN)
def test_an_honest_answer_stays_as_it_was_written(text: str) -> None:
    assert inert_markdown(text) == text


@pytest.mark.parametrize("name", MARKDOWN)
def test_a_hostile_text_renders_to_nothing_that_acts(name: str) -> None:
    page = BeautifulSoup(markdown2html(inert_markdown(MARKDOWN[name])), "html.parser")
    assert not page.select("script, style, iframe, object, embed, link, meta, base, form, svg")
    assert not page.select("input, textarea, video, source, template, noscript, math, img")
    attributes = [(key, value) for tag in page.find_all(True) for key, value in tag.attrs.items()]
    assert [key for key, _ in attributes if key.startswith("on") or key in ("style", "src")] == []
    links = [value for key, value in attributes if key == "href"]
    assert all(str(link).startswith(("http://", "https://", "#")) for link in links)


@pytest.mark.parametrize(
    "text",
    [
        "$\\href{javascript:alert(1)}{x}$",
        "$\\\\href{javascript:alert(1)}{x}$",
        "\\\\(\\hre&#102;{javascript:alert(1)}{x}\\\\)",
        "&#36;\\require{html}\\cssId{x}{y}&#36;",
    ],
)
def test_mathjax_gets_no_command_that_makes_links_or_styles(text: str) -> None:
    page = BeautifulSoup(markdown2html(inert_markdown(text)), "html.parser")
    for code in page.select("pre, code"):
        code.decompose()  # MathJax leaves source code alone
    assert "\\href" not in page.get_text()
    assert "\\require" not in page.get_text()
    assert "\\cssId" not in page.get_text()


def test_source_is_shown_letter_by_letter_whatever_fences_it_holds() -> None:
    text = "```\n````\n<b>`````</b>"
    page = BeautifulSoup(markdown2html(as_source(text)), "html.parser")
    assert page.get_text().strip() == text


def test_attachments_are_kept_when_they_are_what_they_say() -> None:
    raw = {
        "a.png": {"image/png": PNG},
        "b.png": {"image/png": "PHNjcmlwdD4="},
        "c.svg": {"image/svg+xml": PNG},
        "d.png": {"image/png": f'{PNG}" onerror="x'},
        "e.png": {'image/png"><script>': PNG},
        "f.png": [PNG],
        "g.png": {"image/png": TELLING},
    }
    kept = {"image/png": PNG}
    assert sound_attachments(raw) == {"a.png": kept, "g.png": kept}
    assert sound_attachments("nothing") == {}
    shown = "![mine](attachment:a.png)"
    assert inert_markdown(shown, sound_attachments(raw)) == shown
    assert inert_markdown(shown) != shown


def test_a_text_without_end_is_cut() -> None:
    assert len(sayable("x" * 10**6)) < 210_000
    assert sayable("a\ud800\0b") == "a?b"
