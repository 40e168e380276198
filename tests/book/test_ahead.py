"""course_book.ahead: what is to be read is executed first, and only what is not in the cache."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from docutils import nodes
from jupyter_cache import get_cache
from myst_nb.core.config import NbParserConfig
from myst_nb.core.read import read_myst_markdown_notebook
from nbformat import NotebookNode

pytestmark = pytest.mark.slow

HEAD = """---
file_format: mystnb
kernelspec: {name: python3, display_name: Python 3}
---
"""


def page(path: Path, code: str) -> None:
    path.write_text(f"{HEAD}\n# Title\n\n```{{code-cell}}\n{code}\n```\n", encoding="utf-8")


def app_in(root: Path, docname: str = "") -> Any:
    """Return what the module asks of Sphinx, for pages in a folder."""
    settings = NbParserConfig(
        execution_mode="cache",
        execution_cache_path=str(root / "cache"),
        execution_timeout=60,
        output_folder=str(root / "written"),
    )
    env = SimpleNamespace(
        mystnb_config=settings, docname=docname, doc2path=lambda name: str(root / f"{name}.md")
    )
    return SimpleNamespace(srcdir=str(root), env=env)


def ahead(root: Path, *names: str) -> None:
    from course_book.ahead import execute_ahead

    app = app_in(root)
    execute_ahead(app, app.env, list(names))


def outputs(root: Path, name: str) -> list[str]:
    """Return the texts that the cached cells of a page printed."""
    _, held = get_cache(str(root / "cache")).merge_match_into_notebook(as_notebook(root, name))
    return printed(held)


def as_notebook(root: Path, name: str) -> NotebookNode:
    path = root / f"{name}.md"
    return read_myst_markdown_notebook(path.read_text("utf-8"), path=path)


def printed(notebook: NotebookNode) -> list[str]:
    return [o["text"] for cell in notebook.cells for o in cell.get("outputs", []) if "text" in o]


def test_pages_are_executed_where_they_lie_once_and_failures_are_left(tmp_path: Path) -> None:
    page(tmp_path / "one.md", "open('ran', 'a').write('1')\nprint(6 * 7)")
    page(tmp_path / "bad.md", "raise ValueError('no')")
    (tmp_path / "prose.md").write_text("# Title\n\nOnly prose.\n", encoding="utf-8")

    for _ in range(2):
        ahead(tmp_path, "one", "bad", "prose")

    assert (tmp_path / "ran").read_text() == "1"
    assert outputs(tmp_path, "one") == ["42\n"]
    with pytest.raises(KeyError):
        outputs(tmp_path, "bad")


def test_a_page_that_changes_is_executed_again(tmp_path: Path) -> None:
    page(tmp_path / "one.md", "print(1)")
    ahead(tmp_path, "one")
    page(tmp_path / "one.md", "print(2)")
    ahead(tmp_path, "one")

    assert outputs(tmp_path, "one") == ["2\n"]


def test_what_is_printed_in_pieces_stays_one_line(tmp_path: Path) -> None:
    lines = ("import time", "print(5046, end=' ', flush=True)", "time.sleep(0.5)", "print(504.6)")
    page(tmp_path / "one.md", "\n".join(lines))
    ahead(tmp_path, "one")

    assert outputs(tmp_path, "one") == ["5046 504.6\n"]


def test_the_notebook_for_download_gets_its_outputs_and_another_stays(tmp_path: Path) -> None:
    from course_book.ahead import complete_download

    page(tmp_path / "one.md", "print(6 * 7)")
    page(tmp_path / "other.md", "print(2)")
    ahead(tmp_path, "one")
    written = tmp_path / "written"
    written.mkdir()
    for name in ("one", "other"):
        nbformat.write(as_notebook(tmp_path, name), written / f"{name}.ipynb")
    before = (written / "other.ipynb").read_bytes()

    for name in ("one", "other", "not-written"):
        complete_download(app_in(tmp_path, name), nodes.document(None, None))

    assert printed(nbformat.read(written / "one.ipynb", nbformat.NO_CONVERT)) == ["42\n"]
    assert (written / "other.ipynb").read_bytes() == before
