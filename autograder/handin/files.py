"""Files as they were handed in: a folder or a zip, listed and read within bounds.

A name inside a zip is only ever compared with names of students; no path is made of it. What is a
link, encrypted, outside the archive or no notebook is listed with the reason and never read.
"""

import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from autograder.errors import CourseError
from autograder.submission import MAX_BYTES

MAX_FILES = 50_000
MAX_TOTAL_BYTES = 8 << 30
# What a computer puts beside files without being asked.
_NOISE = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini", "timestamp.txt", "collected.json"})


@dataclass(frozen=True)
class Entry:
    """One file that was handed in.

    Attributes:
        name: path inside the folder or zip, with `/`.
        time: when it was last written as a zip says, else None.
        order: seconds that only order two files of one student.
        read: returns at most so many bytes; raises OSError when the file is damaged.
        refusal: why it cannot be a submission, or "".
    """

    name: str
    time: datetime | None
    order: float
    read: Callable[[int], bytes]
    refusal: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the folders and of the file."""
        return PurePosixPath(self.name).parts


@contextmanager
def opened(path: Path) -> Iterator[list[Entry]]:
    """List what was handed in; the entries can be read inside the `with` block.

    Args:
        path: a folder, a zip or one notebook.

    Raises:
        CourseError: there is nothing at `path`, or it is no whole zip.
    """
    if path.is_dir():
        yield list(_of_folder(path))
    elif path.suffix == ".ipynb" and path.is_file():
        yield [_of_file(path, path.name)]
    elif path.is_file():
        with _zip(path) as archive:
            yield _of_zip(archive, path)
    else:
        raise CourseError(f"expected a folder, a zip or a notebook at {path}, found nothing")


@contextmanager
def _zip(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise CourseError(
            f"expected a zip of notebooks at {path}, but it cannot be opened ({error}). Download "
            "it again, or unpack it and give the folder"
        ) from error
    with archive:
        yield archive


def _of_zip(archive: zipfile.ZipFile, path: Path) -> list[Entry]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    _refuse_too_many(len(infos), path)
    total = sum(info.file_size for info in infos)
    if total > MAX_TOTAL_BYTES:
        raise CourseError(
            f"expected at most {MAX_TOTAL_BYTES >> 30} GB of submissions in {path}, but it would "
            f"unpack to {total / 2**30:.0f} GB. Unpack it elsewhere, look at it and give the folder"
        )
    return [_of_info(archive, info) for info in infos if not _noise(info.filename)]


def _of_info(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Entry:
    def read(limit: int) -> bytes:
        try:
            with archive.open(info) as stream:
                return stream.read(limit)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as e:
            raise OSError(f"the zip is damaged at this file ({e})") from e

    try:
        # A zip holds local time without a zone; this machine's is the best guess.
        time = datetime(*info.date_time).astimezone(UTC)
    except (ValueError, OverflowError):
        time = None
    name = info.filename.replace("\\", "/")
    refusal = _refusal(name)
    if stat.S_ISLNK(info.external_attr >> 16):
        refusal = "it is a link, not a file"
    elif info.flag_bits & 0x1:
        refusal = "it is encrypted; make the zip again without a password"
    return Entry(name, time, time.timestamp() if time else 0.0, read, refusal)


def _of_folder(folder: Path) -> Iterator[Entry]:
    count = 0
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not _noise(f) and not Path(root, f).is_symlink())
        count += len(files)
        _refuse_too_many(count, folder)
        for file in sorted(files):
            path = Path(root, file)
            name = path.relative_to(folder).as_posix()
            if not _noise(name):
                yield _of_file(path, name)


def _of_file(path: Path, name: str) -> Entry:
    def read(limit: int) -> bytes:
        with path.open("rb") as stream:
            return stream.read(limit)

    about = path.lstat()
    refusal = _refusal(name)
    if not stat.S_ISREG(about.st_mode):
        refusal = "it is a link, not a file"
    # A copied file has the time of the copy, so a folder never makes a submission late.
    return Entry(name, None, about.st_mtime, read, refusal)


def _noise(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part in _NOISE or (part.startswith(".") and part != "..") for part in parts)


def _refusal(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or re.match("[A-Za-z]:", name):
        return "its path leads out of the zip"
    if path.suffix.lower() == ".zip":
        return "it is a zip inside; unpack it and give the folder"
    if path.suffix.lower() != ".ipynb":
        return "it is no notebook (.ipynb)"
    return ""


def _refuse_too_many(count: int, path: Path) -> None:
    if count > MAX_FILES:
        raise CourseError(f"expected at most {MAX_FILES} files in {path}, found more")


def timestamps(path: Path) -> dict[str, bytes]:
    """Return the start of every `timestamp.txt` by the folder it is in, as nbgrader puts them."""
    found: dict[str, bytes] = {}
    if path.is_dir():
        for root, folders, files in os.walk(path):
            folders[:] = [f for f in folders if not Path(root, f).is_symlink()]
            file = Path(root, "timestamp.txt")
            if "timestamp.txt" in files and not file.is_symlink():
                with file.open("rb") as stream:
                    found[Path(root).relative_to(path).as_posix()] = stream.read(200)
    elif path.is_file() and path.suffix != ".ipynb":
        with _zip(path) as archive:
            for info in archive.infolist():
                inside = PurePosixPath(info.filename.replace("\\", "/"))
                if inside.name == "timestamp.txt":
                    entry = _of_info(archive, info)
                    try:
                        found[str(inside.parent)] = entry.read(200)
                    except OSError:
                        continue  # as if it were not there: the zip's own time is used
    return found


def read_bounded(entry: Entry) -> bytes:
    """Return a file, cut one byte above the limit, so that grading names it too large."""
    return entry.read(MAX_BYTES + 1)
