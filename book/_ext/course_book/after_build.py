"""What is done to the pages once the theme has made them.

- Repairs of the theme: an unneeded script of 1.4 MB, names that differ from what is seen.
- The home page is also written at the site's root, so that its address is the site's address.
- The sitemap, of every page and not only of those written in this build.
"""

import re
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docutils import nodes
from sphinx.application import Sphinx

from course_book.addresses import page_address

# (what the theme writes, what it should say); a page may lack any of them.
REPAIRS = (
    # Icons come from a web font; this script would draw them a second time.
    (re.compile(r"\s*<!-- So that users can add custom icons -->"), ""),
    (re.compile(r'\s*<script src="[^"]*scripts/fontawesome\.js[^"]*"></script>'), ""),
    # Scripts wait until the page is drawn; the one that states options is read by inline scripts.
    (
        re.compile(r'<script (?=[^>]*src=)(?![^>]*(?:defer|type="module"|documentation_options))'),
        "<script defer ",
    ),
    # A control's name must contain the words it shows.
    (
        re.compile(r'(search-button-field[^>]*title=")Search(" aria-label=")Search"'),
        r'\1Search\2Search Ctrl+K"',
    ),
    (re.compile(r'<summary aria-label="Toggle hidden content">'), "<summary>"),
    (
        re.compile(r'<summary><span class="toctree-toggle"'),
        '<summary aria-label="Pages below this one"><span class="toctree-toggle"',
    ),
    # The roles that docutils gives a bibliography are deprecated.
    (re.compile(r'(<div class="citation"[^>]*) role="doc-biblioentry"'), r'\1 role="listitem"'),
    # Everything on a page lies in a landmark.
    (
        re.compile(r'(<div id="pst-primary-sidebar")'),
        r'\1 role="region" aria-label="Parts and search"',
    ),
    (
        re.compile(r'(<div id="pst-secondary-sidebar")'),
        r'\1 role="region" aria-label="On this page"',
    ),
    (re.compile(r'<i class="(fa[^"]*)"></i>'), r'<i class="\1" aria-hidden="true"></i>'),
    # The mark in the list "On this page" follows the reader in that list, which the theme looks for
    # under another name; where it finds none it takes every link of the page for an entry.
    (re.compile(r' data-bs-spy="scroll"(?![\s\S]*id="pst-page-toc-nav")'), ""),
    (re.compile(r'data-bs-target="\.bd-toc-nav"'), 'data-bs-target="#pst-page-toc-nav"'),
    # A link that opens a tab must not hand over the page it comes from.
    (re.compile(r'target="_blank"(?! rel)'), 'target="_blank" rel="noopener"'),
)
PAGES_LEFT_OUT_OF_SITEMAP = ("search", "genindex", "404")


def repair(html: str) -> str:
    """Return a page of the theme with its known defects mended."""
    for pattern, replacement in REPAIRS:
        html = pattern.sub(replacement, html)
    return html


def at_root(html: str, folder: str) -> str:
    """Return a page with its relative addresses rewritten for the root of the site.

    Args:
        html: the page as it lies in its folder.
        folder: where the page lies, "book" for book/index.html.
    """

    def rewritten(match: re.Match[str]) -> str:
        attribute, address = match[1], match[2]
        if re.match(r"[a-z]+:|#|/|data:", address):
            return match[0]
        moved = address[3:] if address.startswith("../") else f"{folder}/{address}"
        return f'{attribute}="{moved or "./"}"'

    html = re.sub(r'\b(href|src|action)="([^"]*)"', rewritten, html)
    return html.replace('data-content_root="../"', 'data-content_root="./"')


def sitemap(addresses: list[str]) -> str:
    """Return the sitemap of these addresses."""
    entries = "".join(f"  <url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' + entries + "</urlset>\n"
    )


def _note_page(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    app.course_pages.append(pagename)  # type: ignore[attr-defined]


def _begin(app: Sphinx) -> None:
    app.course_pages = []  # type: ignore[attr-defined]


def _finish(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    out = Path(app.outdir)
    for pagename in app.course_pages:  # type: ignore[attr-defined]
        path = out / f"{pagename}.html"
        if path.exists():
            path.write_text(repair(path.read_text(encoding="utf-8")), encoding="utf-8")
    root = Path(app.config.root_doc)
    home = (out / root.with_suffix(".html")).read_text(encoding="utf-8")
    (out / "index.html").write_text(at_root(home, root.parent.as_posix()), encoding="utf-8")
    pages = [name for name in sorted(app.env.found_docs) if name not in PAGES_LEFT_OUT_OF_SITEMAP]
    addresses = [page_address(app, name) for name in pages]
    (out / "sitemap.xml").write_text(sitemap(addresses), encoding="utf-8")
    robots = f"User-agent: *\nAllow: /\nSitemap: {app.config.html_baseurl}sitemap.xml\n"
    (out / "robots.txt").write_text(robots, encoding="utf-8")
    (out / ".nojekyll").touch()


def setup(app: Sphinx) -> None:
    """Add the site's own style sheet and script; finish the pages after everything else."""
    app.add_css_file("course.css", priority=900)
    app.add_js_file("course.js", loading_method="defer")
    app.connect("builder-inited", _begin)
    app.connect("html-page-context", _note_page, priority=900)
    app.connect("build-finished", _finish, priority=900)
