"""A student's text made inert: shown by nbconvert, and so by formgrader, it does nothing.

formgrader shows graded notebooks with the instructor's session and renders Markdown with whatever
HTML it holds. Text that renders to plain formatting stays as it is; other text has its HTML
escaped, or is shown as source. The verdict is a sanitiser's on what nbconvert makes of the text.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import nh3
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from autograder.gradebook.pictures import SIGNATURE, sound_png

MAX_CHARS = 200_000
MAX_IMAGE_BYTES = 4 << 20
_CUT = "\n\n(cut here: the text is longer than a notebook of a course can be)"
# Of MathJax's commands those that make links, load code or set styles, classes and ids.
_MATH = re.compile(
    r"\\(?:href|require|url|style|class|cssId|unicode|html\w*|data|includegraphics|csname|bbox|"
    r"mmlToken|tooltip)(?![a-zA-Z])"
)
_OPENING = re.compile(r"<(?=[a-zA-Z/!?])")
_TAGS = frozenset(
    "a abbr b blockquote br cite code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins "
    "kbd li mark ol p pre q s samp small span strike strong sub summary sup table tbody td tfoot "
    "th thead tr u ul var".split()
)
_ATTRIBUTES = {
    "a": {"href", "title", "class", "id"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"style"},
    "th": {"style"},
    **{tag: {"class"} for tag in ("div", "pre", "code", "span", "section", "li")},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
_CLASS = re.compile(r"highlight|anchor-link|[a-z][a-z0-9]{0,2}|language-[\w+-]+")
_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*")
_ALIGN = re.compile(r"text-align:\s?(?:left|right|center)")
_MAGIC = {"image/png": SIGNATURE, "image/jpeg": b"\xff\xd8\xff", "image/gif": b"GIF8"}


def sayable(text: str) -> str:
    """Return a text within bounds, without half characters, which no page can show."""
    whole = text if len(text) <= MAX_CHARS else text[:MAX_CHARS] + _CUT
    return whole.encode("utf-8", "replace").decode().replace("\0", "")


def inert_markdown(text: str, attachments: Mapping[str, Any] | None = None) -> str:
    """Return Markdown that shows the same, as far as that is harmless.

    Args:
        text: the source of a Markdown cell.
        attachments: the cell's images, from `sound_attachments`.
    """
    said = sayable(text)
    escaped = _OPENING.sub("&lt;", said).replace("![", "!\\[")
    escaped = _MATH.sub(lambda found: found.group()[1:], escaped)
    for form in (said, escaped):
        if is_harmless(form, attachments or {}):
            return form
    if is_harmless(as_source(said), {}, with_math=False):
        return as_source(said)
    return "This text cannot be shown here; it is in the file that was handed in."


def as_source(text: str) -> str:
    """Return a text as a fenced block of Markdown, which shows it letter by letter."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def is_harmless(text: str, attachments: Mapping[str, Any], *, with_math: bool = True) -> bool:
    """Whether nbconvert makes nothing of a Markdown text but plain formatting.

    Args:
        text: the source of a Markdown cell.
        attachments: the cell's images.
        with_math: whether MathJax will look at what becomes of it; it leaves source code alone.
    """
    try:
        renderer = IPythonRenderer(escape=False, attachments=dict(attachments))
        page = MarkdownWithMath(renderer=renderer).render(text)
    except Exception:  # an attachment that is not there, or a parser that gives up
        return False
    clean = nh3.clean(
        page,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel=None,
    )
    pieces = _pieces(page)
    if with_math and any(isinstance(piece, str) and _MATH.search(piece) for piece in pieces):
        return False
    return page.count("<") == clean.count("<") and pieces == _pieces(clean)


def sound_attachments(raw: Any) -> dict[str, dict[str, str]]:
    """Return of a cell's attachments the images that are what they say they are."""
    sound: dict[str, dict[str, str]] = {}
    for name, kinds in raw.items() if isinstance(raw, dict) else ():
        for kind, data in kinds.items() if isinstance(kinds, dict) else ():
            whole = "".join(data) if _is_lines(data) else data
            image = _image(kind, whole)
            if isinstance(name, str) and image is not None:
                sound[sayable(name)[:200]] = {kind: base64.b64encode(image).decode()}
    return sound


def _is_lines(data: Any) -> bool:
    return isinstance(data, list) and all(isinstance(line, str) for line in data)


def _image(kind: Any, data: Any) -> bytes | None:
    """Return an image that is what it says it is, a PNG made anew; None for any other."""
    if kind not in _MAGIC or not isinstance(data, str) or len(data) > 2 * MAX_IMAGE_BYTES:
        return None
    try:
        image = base64.b64decode(re.sub(r"\s", "", data), validate=True)
    except (binascii.Error, ValueError):
        return None
    if not image.startswith(_MAGIC[kind]) or len(image) > MAX_IMAGE_BYTES:
        return None
    return sound_png(image) if kind == "image/png" else image


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """Return the value of an attribute that may stay, None for one that may not."""
    if attribute == "class":
        return value if all(_CLASS.fullmatch(name) for name in value.split()) else None
    if attribute == "style":
        return value if _ALIGN.fullmatch(value.strip(" ;")) else None
    if attribute == "href":
        return value if _LINK.match(value) else None
    if attribute == "src":
        return value if _PICTURE.fullmatch(value) else None
    if attribute == "id" and tag == "a":
        return None
    return value


class _Pieces(HTMLParser):
    """What a page consists of, however its characters are written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Any] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [("<", tag, sorted((k, v or "") for k, v in attrs)), ""]

    def handle_endtag(self, tag: str) -> None:
        self.found += [("/", tag), ""]

    def handle_data(self, data: str) -> None:
        self.found[-1] += data

    def handle_comment(self, data: str) -> None:
        self.found += [("!", data), ""]

    def handle_decl(self, decl: str) -> None:
        self.found += [("!", decl), ""]

    def handle_pi(self, data: str) -> None:
        self.found += [("?", data), ""]

    def unknown_decl(self, data: str) -> None:
        self.found += [("!", data), ""]


def _pieces(page: str) -> list[Any]:
    parser = _Pieces()
    parser.feed(page)
    parser.close()
    # A void element may be written as one that is opened and closed.
    closed = [("/", tag) for tag in ("br", "hr", "img")]
    return [piece for piece in parser.found if piece and piece not in closed]
