"""What a worker's sandboxes see of the machine: bubblewrap's command line.

No network, no processes and no names but their own; Python, its packages and the system's
libraries, read-only; one scratch folder in memory, of limited size.
"""

import functools
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from autograder.execution import landlock

_TRY_TIMEOUT_S = 20
_ALONE = (
    "--unshare-ipc",
    "--unshare-pid",
    "--unshare-net",
    "--unshare-uts",
    "--unshare-cgroup-try",
    "--hostname",
    "sandbox",
    "--die-with-parent",
    "--new-session",
)
# What root's warm process needs to give each sandbox a user of its own, to kill it and to wipe.
_RIGHTS = ("SETUID", "SETGID", "CHOWN", "DAC_OVERRIDE", "FOWNER", "KILL")
_AS_ROOT = tuple(part for name in _RIGHTS for part in ("--cap-add", f"CAP_{name}"))
# Older versions do not know the second option of the first way.
_AS_ANYBODY: tuple[tuple[str, ...], ...] = (
    ("--unshare-user", "--disable-userns"),
    ("--unshare-user",),
)


@dataclass(frozen=True)
class Tried:
    """What came of trying bubblewrap.

    Attributes:
        works: whether Python starts inside.
        said: bubblewrap's version, or why it does not work.
        namespaces: the arguments that made its namespaces.
    """

    works: bool
    said: str
    namespaces: tuple[str, ...] = ()


@functools.cache
def works() -> Tried:
    """Try to start Python inside bubblewrap, as a worker's sandboxes are started."""
    program = shutil.which("bwrap")
    if program is None:
        return Tried(False, "bwrap is not installed")
    ways = _AS_ANYBODY
    if os.geteuid() == 0:
        ways = (("--cap-drop", "ALL", *_AS_ROOT), *_AS_ANYBODY)
    said = ""
    with tempfile.TemporaryDirectory(prefix="course-") as shared:
        for namespaces in ways:
            argv = [sys.executable, "-I", "-S", "-c", "pass"]
            error = _run([program, *namespaces, *_rest(argv, shared, 1, (), "")])
            if not error:
                return Tried(True, _version(program), namespaces)
            said = said or error
    return Tried(False, said)


def command(
    argv: list[str], *, shared: str, disk_mb: int, readable: tuple[str, ...], gpu: str
) -> list[str]:
    """Return the command line that starts `argv` inside; arguments as for `cage.wrapped`."""
    program = shutil.which("bwrap") or "bwrap"
    return [program, *works().namespaces, *_rest(argv, shared, disk_mb, readable, gpu)]


def _run(command: list[str]) -> str:
    """Run a command; return why it did not work, "" if it did."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_TRY_TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {_TRY_TIMEOUT_S} s"
    except OSError as error:
        return str(error)
    if done.returncode == 0:
        return ""
    lines = done.stderr.strip().splitlines()
    return lines[0] if lines else f"it ended with exit status {done.returncode}"


def _version(program: str) -> str:
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "bubblewrap"


def _rest(
    argv: list[str], shared: str, disk_mb: int, readable: tuple[str, ...], gpu: str
) -> list[str]:
    """Return all arguments besides the program and the kind of namespaces."""
    shown = [*landlock.SYSTEM, *landlock.python_paths(), *_links(argv[0]), *readable]
    view = _view([path for path in shown if os.path.exists(path)], shared)
    view += ["--dev", "/dev", "--proc", "/proc"]
    if gpu:
        libraries = [path for path in landlock.GPU_READ if path != "/proc"]
        view += [part for path in libraries for part in ("--ro-bind-try", path, path)]
        view += [p for path in landlock.gpu_devices() for p in ("--dev-bind", path, path)]
    scratch = ["--perms", "0755", "--size", str(disk_mb << 20), "--tmpfs", shared]
    # Nothing else that bubblewrap made may take files: no size limits it.
    closed = ["--remount-ro", "/dev", "--remount-ro", "/"]
    return [*_ALONE, *view, *scratch, *closed, "--chdir", shared, "--", *argv]


def _view(shown: list[str], shared: str) -> list[str]:
    """Return the arguments that show paths read-only, below folders that every user may pass."""
    links = {path: os.readlink(path) for path in shown if _is_root_link(path)}
    bound: list[str] = []
    for path in sorted({*shown} - links.keys()):
        if not bound or not path.startswith(bound[-1] + "/"):
            bound.append(path)
    above = {str(folder) for path in (*bound, shared) for folder in Path(path).parents} - {"/"}
    folders = [part for path in sorted(above) for part in ("--perms", "0755", "--dir", path)]
    binds = [part for path in bound for part in ("--ro-bind", path, path)]
    return folders + [part for p, to in links.items() for part in ("--symlink", to, p)] + binds


def _is_root_link(path: str) -> bool:
    """Whether this is such a thing as /lib on a system where it is a link to usr/lib."""
    return path.count("/") == 1 and os.path.islink(path)


def _links(path: str) -> list[str]:
    """Return a path and what it leads to, link by link."""
    found = [path]
    while os.path.islink(found[-1]) and len(found) < 20:
        found.append(os.path.join(os.path.dirname(found[-1]), os.readlink(found[-1])))
    return found
