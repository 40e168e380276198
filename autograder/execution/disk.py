"""How much disk a submission holds, where no file system of its own bounds it (mode landlock).

Counts what its folder shows and what it hides: files that are removed and still open or mapped, in
any of its threads, each of which may have descriptors of its own. What cannot be looked at, or
would take too long, counts as more than anybody may hold.
"""

import contextlib
import errno
import math
import os
import stat
from collections.abc import Generator, Iterator

# A file costs its entry, too: a million empty ones fill a disk.
_LEAST_BYTES = 1 << 10
_BLOCK = 512
_OWN = 0o700
_LONGEST_PATH = 3 << 10
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
# What happens to an entry of a folder in which somebody else is at work.
_GONE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)


def used_mb(folder: str, pid: int, enough_mb: float = math.inf) -> float:
    """Return the megabytes that a process holds in a folder; at most what it held a moment ago.

    Args:
        folder: the only folder in which the process can write.
        pid: the process, of this user or, for root, of any.
        enough_mb: where to end counting, in megabytes.
    """
    held: dict[int, int] = {}  # bytes by inode: links and descriptors of a file count once
    total = 0
    with contextlib.closing(_held(folder, pid)) as found:
        try:
            for inode, size in found:
                before = held.get(inode, 0)
                held[inode] = max(before, size)
                total += held[inode] - before
                if total > enough_mb * 1e6:
                    break
        except OSError:
            return math.inf
    return total / 1e6


def _held(folder: str, pid: int) -> Generator[tuple[int, int], None, None]:
    """Yield inode and bytes of every file; OSError where one cannot be looked at."""
    yield from _shown(folder)
    for number in _listed(f"/proc/{pid}/task"):
        yield from _open(f"/proc/{pid}/task/{number}/fd")
    yield from _mapped(folder, pid)


def _shown(folder: str) -> Iterator[tuple[int, int]]:
    """Yield what lies in a folder of any depth, its folders included."""
    top = os.open(folder, _FOLDER)
    anchors = [top]
    ahead = [(top, ".")]
    try:
        while ahead:
            anchor, path = ahead.pop()
            try:
                here = _opened(anchor, path)
            except OSError as error:
                if error.errno in _GONE:
                    continue
                raise
            kept = len(path) > _LONGEST_PATH
            if kept:
                anchors.append(here)
                anchor, path = here, "."
            try:
                with os.scandir(here) as entries:
                    for entry in entries:
                        with contextlib.suppress(FileNotFoundError):
                            found = entry.stat(follow_symlinks=False)
                            yield found.st_ino, max(found.st_blocks * _BLOCK, _LEAST_BYTES)
                            if stat.S_ISDIR(found.st_mode):
                                ahead.append((anchor, f"{path}/{entry.name}"))
            finally:
                if not kept:
                    os.close(here)
    finally:
        for anchor in anchors:
            os.close(anchor)


def _opened(anchor: int, path: str) -> int:
    """Open a folder to list it, also one that its owner, then this user, made unreadable."""
    try:
        here = os.open(path, _FOLDER, dir_fd=anchor)
    except PermissionError:
        os.chmod(path, _OWN, dir_fd=anchor)  # no link: the cage lets nobody make one
        here = os.open(path, _FOLDER, dir_fd=anchor)
    if os.geteuid() != 0 and os.fstat(here).st_mode & _OWN != _OWN:
        os.fchmod(here, _OWN)
    return here


def _open(descriptors: str) -> Iterator[tuple[int, int]]:
    """Yield the removed files that are open; the process can make none but in its folder."""
    for number in _listed(descriptors):
        with contextlib.suppress(OSError):
            found = os.stat(f"{descriptors}/{number}")
            if stat.S_ISREG(found.st_mode) and found.st_nlink == 0:
                yield found.st_ino, max(found.st_blocks * _BLOCK, _LEAST_BYTES)


def _mapped(folder: str, pid: int) -> Iterator[tuple[int, int]]:
    """Yield the removed files of the folder that are mapped, with what is mapped of each."""
    for number in _listed(f"/proc/{pid}/task"):  # the first thread may have ended
        lines: list[str] = []
        with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{number}/maps") as maps:
            lines = [line for line in maps if line.endswith("(deleted)\n")]
        for line in lines:
            span, _, offset, _, inode, path = line.split(None, 5)
            if path.startswith(folder):
                begin, _, end = span.partition("-")
                yield int(inode), int(end, 16) - int(begin, 16) + int(offset, 16)
        if lines:
            return


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
