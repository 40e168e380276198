"""The site: built by Jupyter Book with warnings as errors, checked, served on this machine.

A second build does only what changed. What Jupyter Book's own cache does not see (the lock file,
the book's extensions, the figure style, the data) is fingerprinted here; when it changes, every
chapter is executed again.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from autograder.errors import SiteError
from autograder.site.checks import stray_output

Say = Callable[[str], None]

# What changes the output of a cell without changing the cell.
EXECUTION_INPUTS = ("requirements.lock", "book/_ext", "book/_ipython", "book/_data", "data")
# What changes a page.
SITE_INPUTS = (*EXECUTION_INPUTS, "_config.yml", "_toc.yml", "book", "exercises")
LEFT_OUT = {"__pycache__", ".ipynb_checkpoints", "log", "pid", "security", "history.sqlite"}

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_EXECUTED = re.compile(r"^executed \d+ of \d+: ")
_READING = re.compile(r"^reading sources\.\.\. \[ *\d+%\] (\S+)")
_TO_READ = re.compile(r"(\d+) added, (\d+) changed, \d+ removed")
_PROBLEM = re.compile(r"\b(WARNING|ERROR|CRITICAL|Exception|Error)\b:? ")
_NOISE = re.compile(r"Kernel is running over TCP|nbformat\.v4|absl::InitializeLog")


def build_site(root: Path, *, clean: bool = False, say: Say = print) -> Path:
    """Build the site of the repository at `root` and check it.

    Args:
        root: the folder of `_config.yml` and `_toc.yml`.
        clean: forget every cached execution and page first.
        say: told one line per page that is read.

    Returns:
        The folder of the built site, `_build/html`.

    Raises:
        SiteError: the build warned or failed, or a cell printed an error or to stderr.
    """
    build = root / "_build"
    if not (root / "_config.yml").exists():
        raise SiteError(f"expected {root / '_config.yml'}, found none: is {root} the repository?")
    _drop_stale(root, build, clean=clean, say=say)
    problems = _run_jupyter_book(root, say)
    if problems:
        raise SiteError(_in_a_list("the site did not build; warnings count as errors", problems))
    stray = stray_output(build / "jupyter_execute")
    if stray:
        raise SiteError(
            _in_a_list("a cell printed an error or to the standard error stream", stray)
        )
    (build / "site-fingerprint").write_text(fingerprint(root, SITE_INPUTS))
    return build / "html"


def is_current(root: Path) -> bool:
    """Say whether the built site is there and nothing it was made from has changed since."""
    stamp = root / "_build" / "site-fingerprint"
    return stamp.exists() and stamp.read_text() == fingerprint(root, SITE_INPUTS)


def fingerprint(root: Path, inputs: tuple[str, ...]) -> str:
    """Return a hash over the names and bytes of all files below these paths, and of Python."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for name in inputs:
        for path in _files(root / name):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        for child in sorted(path.iterdir()):
            if child.name not in LEFT_OUT:
                yield from _files(child)


def _drop_stale(root: Path, build: Path, *, clean: bool, say: Say) -> None:
    stamp = build / "execution-fingerprint"
    now = fingerprint(root, EXECUTION_INPUTS)
    known = stamp.read_text() if stamp.exists() else ""
    if clean or known != now:
        if known and not clean:
            say("The lock file or the book's own helpers changed: every chapter runs again.")
        for name in (".jupyter_cache", ".doctrees", "jupyter_execute", "html"):
            shutil.rmtree(build / name, ignore_errors=True)
    if not (build / "site-fingerprint").exists():
        # The last build failed. Sphinx warns about a page only when it reads it: read all again.
        shutil.rmtree(build / ".doctrees", ignore_errors=True)
    build.mkdir(exist_ok=True)
    stamp.write_text(now)
    (build / "site-fingerprint").unlink(missing_ok=True)


def _run_jupyter_book(root: Path, say: Say) -> list[str]:
    """Run the build; return the lines that say what went wrong, none when all went well."""
    scripts = str(Path(sys.executable).parent)
    environment = dict(os.environ, PYTHONUNBUFFERED="1", NO_COLOR="1")
    environment["PATH"] = os.pathsep.join([scripts, environment.get("PATH", "")])
    command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()"]
    log: list[str] = []
    total, done = 0, 0
    # Leaving the block closes the pipe and waits; an interrupt reaches the build by itself.
    with subprocess.Popen(
        [*command, "build", str(root), "-W", "--keep-going"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
        cwd=root,
    ) as process:
        for raw in process.stdout or ():
            line = _COLOUR.sub("", raw.rstrip()).split("\r")[-1]
            log.append(line)
            if counts := _TO_READ.search(line):
                total = int(counts[1]) + int(counts[2])
            if page := _READING.match(line):
                done += 1
                say(f"[{done}/{max(total, done)}] {page[1]}")
            elif _EXECUTED.match(line):
                say(line)
            elif line.startswith("writing output") and "100%" in line:
                say("pages written")
    code = process.returncode
    if code == 0:
        return []
    problems = [line for line in log if _PROBLEM.search(line) and not _NOISE.search(line)]
    return list(dict.fromkeys(problems)) or log[-20:]


def _in_a_list(what: str, found: list[str]) -> str:
    shown = "\n".join(f"  {line}" for line in found[:40])
    more = f"\n  … and {len(found) - 40} more" if len(found) > 40 else ""
    return f"{what}:\n{shown}{more}\nMend the files named above, then run the command again."


def site_path(root: Path) -> str:
    """Return the path part of the site's address, "/course/", from _config.yml."""
    settings = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    return urlsplit(settings["html"]["baseurl"]).path or "/"


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site below the same path as the published one, 404 page included."""

    prefix = "/"
    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".ipynb": "application/x-ipynb+json",
    }

    def send_head(self):  # type: ignore[no-untyped-def]
        if self.path in ("", "/") and self.prefix != "/":
            self.send_response(302)
            self.send_header("Location", self.prefix)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if not self.path.startswith(self.prefix):
            self.send_error(404)
            return None
        self.path = "/" + self.path[len(self.prefix) :]
        return super().send_head()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a page loads thirty files."""


def make_server(html: Path, port: int, prefix: str) -> ThreadingHTTPServer:
    """Return a server of a built site on 127.0.0.1, not yet running.

    Args:
        html: the folder of the site.
        port: 0 for any free one.
        prefix: the path below which the site is served, "/course/".

    Raises:
        SiteError: the port is taken.
    """
    handler = type("_SiteHandler", (_Handler,), {"prefix": prefix})
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=str(html)))
    except OSError as error:
        raise SiteError(
            f"expected port {port} to be free on 127.0.0.1, but: {error.strerror}. "
            f"Stop what uses it, or choose another: --port {port + 1}"
        ) from error


def serve_site(html: Path, port: int, open_browser: bool, say: Say = print) -> None:
    """Serve a built site on 127.0.0.1 until interrupted.

    Args:
        html: what `build_site` returned.
        port: 0 for any free one.
        open_browser: open the home page in the default browser.
        say: told the address, and that it stopped.

    Raises:
        SiteError: the port is taken, or there is no site.
    """
    if not (html / "index.html").exists():
        raise SiteError(f"expected a built site in {html}, found none: run ./course build first")
    prefix = site_path(html.parent.parent)
    with make_server(html, port, prefix) as server:
        address = f"http://127.0.0.1:{server.server_port}{prefix}"
        say(f"The site is at {address} (Ctrl+C stops it)")
        if open_browser:
            webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("Stopped.")
