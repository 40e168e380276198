"""The `widget` directive: an interactive figure, numbered like any other, with a text twin.

    ```{widget} decision-line
    :name: fig-decision-line
    :caption: Drag a weight and the line turns.
    :alt: A plane of points, cut by a line that follows two weights and a bias.
    What the knobs do, with a small table of exact values.
    ```

It places the custom element `<dlf-decision-line>`, defined in book/_widgets/decision-line.mjs. A
large widget imports modules of its own from the folder of its name, book/_widgets/decision-line/.
"""

import shutil
from html import escape
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_book.environment import BOOK

WIDGETS = BOOK / "_widgets"


class Widget(SphinxDirective):
    """See the module."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {
        "name": directives.unchanged_required,
        "caption": directives.unchanged_required,
        "alt": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        slug = self.arguments[0]
        missing = [option for option in self.option_spec if option not in self.options]
        if missing:
            raise self.error(f"widget {slug}: expected the options name, caption and alt")
        if not self.content:
            raise self.error(f"widget {slug}: expected a text twin as its body")
        if not (WIDGETS / f"{slug}.mjs").exists():
            raise self.error(f"widget {slug}: expected the file book/_widgets/{slug}.mjs")
        widgets = self.env.metadata[self.env.docname].setdefault("course_widgets", [])
        if slug not in widgets:
            widgets.append(slug)
        figure = nodes.figure(classes=["widget"])
        self.set_source_info(figure)
        self.add_name(figure)
        figure += nodes.raw("", self._element(slug), format="html")
        figure += self._caption()
        figure += self._twin()
        return [figure]

    def _element(self, slug: str) -> str:
        alt = escape(self.options["alt"], quote=True)
        return (
            f'<dlf-{slug} class="widget-stage" role="group" aria-label="{alt}"></dlf-{slug}>'
            "<noscript><p>This figure moves only with JavaScript; "
            "the text below it says the same.</p></noscript>"
        )

    def _caption(self) -> nodes.caption:
        parsed, messages = self.parse_inline(self.options["caption"], lineno=self.lineno)
        return nodes.caption(self.options["caption"], "", *parsed, *messages)

    def _twin(self) -> nodes.legend:
        twin = nodes.legend()
        twin += nodes.raw(
            "",
            '<details class="text-twin"><summary>This figure in words and numbers</summary>',
            format="html",
        )
        twin += self.parse_content_to_nodes()
        twin += nodes.raw("", "</details>", format="html")
        return twin


def _add_scripts(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    for slug in app.env.metadata.get(pagename, {}).get("course_widgets", []):
        app.add_js_file(f"widgets/{slug}.mjs", type="module")


def _copy(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        target = Path(app.outdir, "_static", "widgets")
        shutil.rmtree(target, ignore_errors=True)
        for script in sorted(WIDGETS.rglob("*.mjs")):
            copy = target / script.relative_to(WIDGETS)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(script, copy)


def setup(app: Sphinx) -> None:
    """Register the directive; load a page's widgets on that page alone."""
    app.add_directive("widget", Widget)
    app.connect("html-page-context", _add_scripts)
    app.connect("build-finished", _copy)
