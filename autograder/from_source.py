"""Submissions of any nbgrader source notebook, graded without a course around them.

The notebook may lie anywhere. What lies beside it (data, helper modules; no notebooks) lies beside
each submission too, as nbgrader hands it out.
"""

import hashlib
import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from autograder.errors import CourseError, SubmissionError, UnitError
from autograder.result import Result
from autograder.runners.jobs import Job, Work
from autograder.runners.local import grade_locally
from autograder.submission import read_notebook
from autograder.unit import METADATA_KEY, Unit, unit_from_notebook

MAX_FILES = 2_000
MAX_FILES_MB = 256
# Of a course folder, what is nobody's business but the instructor's.
_PRIVATE = re.compile(
    r"\..*|__pycache__|.*\.(ipynb|pyc)|gradebook\.db.*|nbgrader_config\.py|source|submitted"
    r"|autograded|feedback"
)
_STUBS = {"code": "# YOUR CODE HERE\nraise NotImplementedError()"}
_TEXT_STUB = "YOUR ANSWER HERE"


@dataclass(frozen=True)
class Source:
    """A source notebook: the unit, and each answer as nbgrader would release it, by grade_id."""

    unit: Unit
    released: Mapping[str, str]


def read_source(path: Path) -> Source:
    """Read a notebook with nbgrader's metadata, of any version.

    Raises:
        UnitError: there is no such notebook, it is no Python, or nothing in it is graded.
    """
    try:
        notebook = read_notebook(path)
    except SubmissionError as error:
        raise UnitError(f"{path}: {error}") from None
    try:
        metadata = notebook.get("metadata") or {}
        spoken = (
            metadata.get("kernelspec", {}).get("language")
            or metadata.get("language_info", {}).get("name")
            or "python"
        )
        slug = str(metadata.get(METADATA_KEY, {}).get("unit") or path.stem)
        unit = unit_from_notebook(notebook | {"metadata": metadata}, slug)
        released = dict(_released(notebook["cells"]))
    except (AttributeError, TypeError, KeyError, ValueError) as error:
        raise UnitError(
            f"{path}: expected cells with nbgrader's metadata, but some are damaged "
            f"({type(error).__name__}: {error}); open it in Jupyter and save it again"
        ) from None
    if "python" not in str(spoken).lower():
        raise UnitError(f"{path}: expected a Python notebook, got one in {spoken}")
    if not unit.tasks:
        raise UnitError(
            f"{path}: expected nbgrader's source notebook, but no cell in it is graded; mark the "
            "test cells with nbgrader's Create Assignment toolbar"
        )
    return Source(unit, released)


def _released(cells: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for cell in cells:
        meta = cell.get("metadata", {}).get("nbgrader", {})
        if meta.get("solution") and not meta.get("task") and meta.get("grade_id"):
            source = cell.get("source", "")
            text = source if isinstance(source, str) else "".join(source)
            yield str(meta["grade_id"]), _without_solution(text, str(cell.get("cell_type")))


def _without_solution(source: str, cell_type: str) -> str:
    """Return an answer cell with nbgrader's stub in the place of the solution."""
    stub = _STUBS.get(cell_type, _TEXT_STUB)
    kept: list[str] = []
    inside, found = "", False
    for line in source.split("\n"):
        if begun := re.search(r"BEGIN (SOLUTION|MARK SCHEME)", line):
            inside = begun.group(1)
            if inside == "SOLUTION":
                found = True
                indent = line[: len(line) - len(line.lstrip())]
                kept += [indent + part for part in stub.split("\n")]
        elif inside and f"END {inside}" in line:
            inside = ""
        elif not inside:
            kept.append(line)
    return "\n".join(kept) if found else stub


def submissions_in(paths: Iterable[Path]) -> dict[str, Path]:
    """Return the notebooks by name: file's stem, or a folder's name where stems collide.

    A folder stands for all notebooks below it.
    """
    found: dict[Path, None] = {}
    for path in paths:
        whole = Path(os.path.abspath(path))
        inside = sorted(whole.rglob("*.ipynb")) if whole.is_dir() else [whole]
        for notebook in inside:
            below = notebook.relative_to(whole).parts
            if not any(part.startswith(".") for part in below):
                found[notebook] = None
    names = {path: path.stem for path in found}
    stems = Counter(names.values())
    for stem in (stem for stem, count in stems.items() if count > 1):
        group = [path for path in found if path.stem == stem]
        for level in range(max(len(path.parents) for path in group)):
            folders = [path.parents[min(level, len(path.parents) - 1)].name for path in group]
            if all(folders) and len(set(folders)) == len(group):
                names |= dict(zip(group, folders, strict=True))
                break
    taken = Counter(names.values())
    return {
        name if taken[name] == 1 else str(path.with_suffix("")): path
        for path, name in names.items()
    }


def copy_files(source: Path, target: Path, without: Iterable[Path] = ()) -> int:
    """Copy what lies beside a source notebook into a folder; return how many files.

    Args:
        source: the notebook.
        target: an empty folder.
        without: what is not to be copied: submissions, folders of submissions, results.

    Raises:
        CourseError: there is more than a notebook's files can be.
    """
    left_out = [Path(os.path.realpath(path)) for path in without]
    files = size = 0
    for folder, folders, names in os.walk(os.path.realpath(source.parent)):
        place = Path(folder)
        folders[:] = [
            name
            for name in sorted(folders)
            if not _PRIVATE.fullmatch(name)
            and not any(out.is_relative_to(place / name) for out in left_out)
        ]
        for name in sorted(names):
            path = place / name
            if _PRIVATE.fullmatch(name) or path in left_out or not path.is_file():
                continue
            files, size = files + 1, size + path.stat().st_size
            if files > MAX_FILES or size > MAX_FILES_MB << 20:
                raise CourseError(
                    f"expected at most {MAX_FILES} files and {MAX_FILES_MB} MB beside {source}, "
                    "which every submission is given; put the notebook and its data into a folder "
                    "of their own"
                )
            copy = target / path.relative_to(os.path.realpath(source.parent))
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    return files


def grade_submissions(
    source: Path,
    submissions: Mapping[str, Path],
    make_work: Callable[[Source, str], Work],
    workers: int,
    *,
    seed_of: Callable[[str, str], int],
    without: Iterable[Path] = (),
) -> Generator[Result, None, None]:
    """Grade submissions of a source notebook and yield each result as it comes.

    Args:
        source: the notebook.
        submissions: notebooks by name.
        make_work: returns how to grade, given the source and the folder of its files or "".
        workers: how many to grade at the same time.
        seed_of: what hidden tests draw from, given the unit's slug and the SHA-256 of a file.
        without: what lies beside the source and is not for students.

    Raises:
        CourseError: the source is none, or no process that grades can be started.
    """
    read = read_source(source)
    with tempfile.TemporaryDirectory(prefix="course-files-", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)  # noqa: S103 - a sandbox may be another user
        count = copy_files(source, Path(folder), [*without, *submissions.values()])
        work = make_work(read, folder if count else "")
        jobs = (
            _job(name, path, partial(seed_of, read.unit.slug)) for name, path in submissions.items()
        )
        with closing(grade_locally(work, jobs, max(1, min(workers, len(submissions))))) as events:
            for event in events:
                if event is not None and event.result is not None:
                    yield event.result


def _job(name: str, path: Path, seed_of: Callable[[str], int]) -> Job:
    try:
        with path.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return Job(name, path)  # the worker says what is wrong with it
    return Job(name, path, seed_of(sha256), sha256)
