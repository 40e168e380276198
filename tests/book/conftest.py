"""The built site, a server for it and a browser, made once for all tests that ask for them."""

import fcntl
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.site.build import build_site, is_current, make_server, site_path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "book" / "_ext"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def html(root: Path) -> Path:
    """The folder of the built site; built only if something it is made from has changed."""
    with (root / "_toc.yml").open() as one_at_a_time:  # tests may run in several processes
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        if not is_current(root):
            build_site(root)
    return root / "_build" / "html"


@pytest.fixture(scope="session")
def pages(html: Path) -> dict[str, str]:
    """Every page of the site: its path below the site and its text."""
    found = {p.relative_to(html).as_posix(): p.read_text("utf-8") for p in html.rglob("*.html")}
    return {name: text for name, text in sorted(found.items()) if not name.startswith("_")}


@pytest.fixture(scope="session")
def address(html: Path, root: Path) -> Iterator[str]:
    """The address of the site, served on 127.0.0.1 below the same path as the published one."""
    prefix = site_path(root)
    server = make_server(html, 0, prefix)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{prefix}"
    server.shutdown()
    server.server_close()
    thread.join()
