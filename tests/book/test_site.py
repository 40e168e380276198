"""autograder.site.build: fingerprints, the check of executed notebooks, the server."""

import json
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from autograder.errors import SiteError
from autograder.site.build import build_site, fingerprint, is_current, make_server, serve_site
from autograder.site.checks import stray_output


def notebook(path: Path, outputs: list[dict], tags: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    cell = {"cell_type": "code", "metadata": {"tags": tags}, "outputs": outputs, "source": "x"}
    path.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": ""}, cell]}))


ERROR = {"output_type": "error", "ename": "ValueError", "evalue": "no", "traceback": []}
STDERR = {"output_type": "stream", "name": "stderr", "text": ["careful\n", "more"]}
STDOUT = {"output_type": "stream", "name": "stdout", "text": "fine"}


def test_errors_and_stderr_are_found(tmp_path: Path) -> None:
    notebook(tmp_path / "book" / "a.ipynb", [STDOUT, ERROR], [])
    notebook(tmp_path / "book" / "b.ipynb", [STDERR], [])
    notebook(tmp_path / "book" / "c.ipynb", [STDOUT], [])
    assert stray_output(tmp_path) == [
        "book/a, cell 2: ValueError: no",
        "book/b, cell 2: stderr: careful",
    ]


def test_a_cell_that_may_fail_is_left_alone(tmp_path: Path) -> None:
    notebook(tmp_path / "a.ipynb", [ERROR], ["raises-exception"])
    assert stray_output(tmp_path) == []


def test_the_fingerprint_sees_bytes_and_names_but_no_caches(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "a.py").write_text("1")
    first = fingerprint(tmp_path, ("book",))
    (tmp_path / "book" / "__pycache__").mkdir()
    (tmp_path / "book" / "__pycache__" / "a.pyc").write_text("x")
    assert fingerprint(tmp_path, ("book", "not-there")) == first
    (tmp_path / "book" / "a.py").write_text("2")
    second = fingerprint(tmp_path, ("book",))
    assert second != first
    (tmp_path / "book" / "a.py").rename(tmp_path / "book" / "b.py")
    assert fingerprint(tmp_path, ("book",)) != second


def test_a_folder_that_is_no_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=r"_config\.yml"):
        build_site(tmp_path)
    with pytest.raises(SiteError, match=r"\./course build"):
        serve_site(tmp_path, 0, False)


def test_the_server_serves_below_the_sites_path_with_its_own_404(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("home")
    (tmp_path / "404.html").write_text("lost")
    (tmp_path / "w.mjs").write_text("1")
    server = make_server(tmp_path, 0, "/course/")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    base = f"http://127.0.0.1:{server.server_port}"
    try:
        with urllib.request.urlopen(base + "/") as answer:
            assert (answer.url, answer.read()) == (base + "/course/", b"home")
        with urllib.request.urlopen(base + "/course/w.mjs") as answer:
            assert answer.headers["Content-Type"] == "text/javascript"
        for path in ("/course/none.html", "/elsewhere"):
            with pytest.raises(urllib.error.HTTPError) as caught:
                urllib.request.urlopen(base + path)
            with caught.value as error:
                assert (error.code, error.read()) == (404, b"lost")
        with pytest.raises(SiteError, match="--port"):
            make_server(tmp_path, server.server_port, "/")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.slow
def test_a_warning_fails_the_build_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("title: t\nonly_build_toc_files: true\n")
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: index\n")
    (tmp_path / "index.md").write_text("# Title\n\n{ref}`nowhere`\n")
    said: list[str] = []
    with pytest.raises(SiteError, match=r"index\.md:3.*nowhere"):
        build_site(tmp_path, say=said.append)
    assert said[0] == "[1/1] index"
    with pytest.raises(SiteError, match="nowhere"):
        build_site(tmp_path, say=said.append)
    (tmp_path / "index.md").write_text("# Title\n\nNothing wrong.\n")
    assert (build_site(tmp_path, say=said.append) / "index.html").exists()
    assert is_current_but_for(tmp_path, "index.md")


def is_current_but_for(root: Path, page: str) -> bool:
    """Say whether the site is current, and is not once something new lies in the book."""
    before = is_current(root)
    (root / "book").mkdir()
    (root / "book" / page).write_text("new")
    return before and not is_current(root)
