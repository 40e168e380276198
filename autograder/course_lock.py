"""One run at a time in a course folder."""

import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from autograder.errors import CourseError
from autograder.folders import CourseFolder

if sys.platform != "win32":
    import fcntl

LOCK = ".course-lock"
_SCRATCH = "course-run-"
_held: set[Path] = set()


@contextlib.contextmanager
def locked(folder: CourseFolder) -> Iterator[None]:
    """Be the only run that writes into a course folder; may be entered again by the same process.

    The system itself ends the lock with the process, so a run that was killed leaves none. What
    such a run left in the folder for temporary files, as `note_scratch` says, is removed.

    Raises:
        CourseError: another run is at work in this folder.
    """
    root = folder.root.resolve()
    if root in _held:
        yield
        return
    root.mkdir(parents=True, exist_ok=True)
    with (root / LOCK).open("a+", encoding="utf-8") as file:
        _take(file, root)
        _held.add(root)
        try:
            _remove_scratch(_content(file))
            _write(file, {"pid": os.getpid()})
            yield
        finally:
            _write(file, {})
            _held.discard(root)


def note_scratch(folder: CourseFolder, scratch: Path) -> None:
    """Say where this run keeps temporary files, so that the next one can remove what is left.

    Call it inside `locked`.
    """
    path = folder.root.resolve() / LOCK
    # Written in place and not replaced: the lock is one of this very file.
    with path.open("r+", encoding="utf-8") as file:
        _write(file, {"pid": os.getpid(), "scratch": str(scratch)})


def _take(file: IO[str], root: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        who = _content(file).get("pid")
        raise CourseError(
            f"expected {root} to be free, but another run (process {who or 'unknown'}) is at work "
            "in it; wait for its end, or end it, then run this again"
        ) from None


def _content(file: IO[str]) -> dict[str, Any]:
    file.seek(0)
    try:
        content = json.loads(file.read() or "{}")
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _write(file: IO[str], content: dict[str, Any]) -> None:
    file.seek(0)
    file.truncate()
    file.write(json.dumps(content))
    file.flush()


def _remove_scratch(content: dict[str, Any]) -> None:
    """Remove the temporary files of a run that was killed; nothing but what is surely one."""
    scratch = Path(str(content.get("scratch", "")))
    if not scratch.name.startswith(_SCRATCH) or scratch.parent != Path(tempfile.gettempdir()):
        return
    with contextlib.suppress(OSError):
        if not scratch.is_symlink() and scratch.stat().st_uid == os.getuid():
            shutil.rmtree(scratch, ignore_errors=True)
