"""A folder emptied, whatever a submission left in it, once all of its processes are gone."""

import errno
import itertools
import os
import stat
from collections.abc import Iterator

# More than any quota of a scratch folder lets a submission make.
_MAX_FOLDERS = 4 << 20
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
_TAKEN = (errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR)


def wipe(folder: str) -> None:
    """Remove everything in a folder, not the folder itself.

    Trees of any depth: each folder is first moved up to the top, so that neither a path nor a
    recursion grows with the depth. Files and folders without permissions, too. Links are removed,
    never followed.

    Raises:
        OSError: something could not be removed.
    """
    top = os.open(folder, _FOLDER)
    try:
        _own(top, os.fstat(top))
        names = map(str, itertools.count())
        _clear(top, top, names)
        for _ in range(_MAX_FOLDERS):
            left = os.listdir(top)
            if not left:
                return
            for name in left:
                inner = os.open(name, _FOLDER, dir_fd=top)
                try:
                    _clear(inner, top, names)
                finally:
                    os.close(inner)
                os.rmdir(name, dir_fd=top)
        raise OSError(f"expected {folder} to become empty, but folders keep appearing in it")
    finally:
        os.close(top)


def _clear(folder: int, top: int, names: Iterator[str]) -> None:
    """Remove the files of a folder; move its folders to the top, under new names."""
    for name in os.listdir(folder):
        found = os.stat(name, dir_fd=folder, follow_symlinks=False)
        if not stat.S_ISDIR(found.st_mode):
            os.unlink(name, dir_fd=folder)
            continue
        _own(name, found, folder)
        while folder != top:
            try:
                os.rename(name, next(names), src_dir_fd=folder, dst_dir_fd=top)
                break
            except OSError as error:
                if error.errno not in _TAKEN:
                    raise


def _own(place: str | int, found: os.stat_result, folder: int | None = None) -> None:
    """Make a folder this process's own: a sandbox has a user of its own where root grades."""
    if found.st_uid != os.geteuid():
        os.chown(place, os.geteuid(), os.getegid(), dir_fd=folder)
    os.chmod(place, 0o700, dir_fd=folder)
