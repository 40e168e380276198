"""Definitions and sources shown beside a link to them, on hover and on keyboard focus.

Each page carries, in `<template>` elements, the glossary entries and the sources that it links to;
book/_static/hover.js shows them. Without JavaScript the links still lead to the entry.
"""

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.addnodes import glossary
from sphinx.application import Sphinx

_LINK = re.compile(r'<a class="reference internal" href="([^"#]*)#([^"]+)"')
_TAGS_TO_DROP = re.compile(r"</?a\b[^>]*>|\s(?:id|name)=\"[^\"]*\"")


def _entries(app: Sphinx) -> dict[str, str]:
    """Return HTML by anchor for every glossary entry and every source, made once a build."""
    known: dict[str, str] | None = getattr(app, "course_hover", None)
    if known is None:
        known = {}
        for docname in sorted(app.env.found_docs):
            if docname.startswith("book/reference/"):
                known.update(_entries_of(app, docname))
        app.course_hover = known  # type: ignore[attr-defined]
    return known


def _entries_of(app: Sphinx, docname: str) -> dict[str, str]:
    doctree = app.env.get_and_resolve_doctree(docname, app.builder)
    found = {}
    for listed in doctree.findall(glossary):
        for item in listed.findall(nodes.definition_list_item):
            definition = item.next_node(nodes.definition)
            for term in item.findall(nodes.term):
                for anchor in term["ids"]:
                    found[anchor] = _fragment(app, definition)
    for citation in doctree.findall(nodes.citation):
        body = [child for child in citation.children if not isinstance(child, nodes.label)]
        for anchor in citation["ids"]:
            found[anchor] = "".join(_fragment(app, child) for child in body)
    return found


def _fragment(app: Sphinx, node: nodes.Element | None) -> str:
    if node is None:
        return ""
    children = node.children if isinstance(node, nodes.definition) else [node]
    html = "".join(app.builder.render_partial(child)["fragment"] for child in children)
    return _TAGS_TO_DROP.sub("", html)


def _add_templates(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    body = context.get("body", "")
    if doctree is None or pagename.startswith("book/reference/"):
        return
    wanted = dict.fromkeys(match[2] for match in _LINK.finditer(body))
    entries = _entries(app)
    templates = [
        f'<template class="hover-entry" data-for="{escape(anchor, quote=True)}">'
        f"{entries[anchor]}</template>"
        for anchor in wanted
        if entries.get(anchor)
    ]
    if templates:
        context["body"] = body + "\n".join(templates)
        app.add_js_file("hover.js", loading_method="defer")


def setup(app: Sphinx) -> None:
    """Add the templates before the style sheets of a page are chosen."""
    app.connect("html-page-context", _add_templates, priority=100)
