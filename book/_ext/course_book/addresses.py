"""The site's address, given once in _config.yml, to whoever needs it.

Every page gets a canonical link, a description and the tags from which a link preview is made.
"""

import re
from html import escape
from typing import Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from course_book.units import unit_of_page

CARD = "_static/social-card.png"
CARD_ALT = "Deep Learning Foundations: a course in which every claim runs"
FALLBACK = "Deep Learning Foundations, a course in which every claim runs: {title}."


def _site_path(app: Sphinx, config: Config) -> None:
    config.notfound_urls_prefix = urlsplit(config.html_baseurl).path or "/"


def page_address(app: Sphinx, pagename: str) -> str:
    """Return the public address of a page; the root page lives at the site's own address."""
    base: str = app.config.html_baseurl
    return base if pagename == app.config.root_doc else f"{base}{pagename}.html"


def description(app: Sphinx, pagename: str, metatags: str, title: str) -> str:
    """Return a page's description: its own, its unit's summary, else one made from its title."""
    own = re.search(r'<meta[^>]*content="([^"]*)"[^>]*name="description"', metatags)
    own = own or re.search(r'<meta[^>]*name="description"[^>]*content="([^"]*)"', metatags)
    if own:
        return own[1]
    unit = unit_of_page(app, pagename)
    if unit:
        return escape(f"Exercises: {unit.title}. {unit.summary}", quote=True)
    return escape(FALLBACK.format(title=title), quote=True)


def _add_tags(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    metatags = context.get("metatags", "")
    title = re.sub("<[^>]+>", "", context.get("title", "")) or app.config.project
    text = description(app, pagename, metatags, title)
    address = page_address(app, pagename)
    if 'name="description"' not in metatags:
        metatags += f'\n<meta name="description" content="{text}">'
    properties = {
        "og:type": "website" if pagename == app.config.root_doc else "article",
        "og:site_name": app.config.project,
        "og:title": title,
        "og:url": address,
        "og:image": app.config.html_baseurl + CARD,
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": CARD_ALT,
    }
    metatags += f'\n<meta property="og:description" content="{text}">'
    for name, value in properties.items():
        metatags += f'\n<meta property="{name}" content="{escape(value, quote=True)}">'
    metatags += '\n<meta name="twitter:card" content="summary_large_image">'
    context["metatags"] = metatags
    context["pageurl"] = address


def setup(app: Sphinx) -> None:
    """Derive what depends on the address; tag every page."""
    app.connect("config-inited", _site_path, priority=900)
    app.connect("html-page-context", _add_tags, priority=600)
