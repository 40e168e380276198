"""Many notebooks at once: each in a process of its own, in a copy of its folder."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from autograder.compat import compared, judged, stock
from autograder.compat.compared import Notebook
from autograder.compat.courses import Source, unsolved
from autograder.errors import CourseError
from autograder.execution.cage import CageError, Mode
from autograder.execution.pair import StartError

_MAX_FILES, _MAX_BYTES = 2_000, 200 << 20


def compare(source: Source, cell_s: float, *, control: bool, mode: str = Mode.NONE) -> Notebook:
    """Run a notebook on both sides; a fault is said in the answer, never raised.

    Args:
        source: the notebook.
        cell_s: wall time of one cell, in seconds.
        control: whether to run it without its solutions, too.
        mode: the mode of the judge's cage; stock nbgrader has none.
    """
    with tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True) as scratch:
        os.chmod(scratch, 0o755)  # noqa: S103 - a sandbox may be another user
        try:
            return _compared(source, Path(scratch), cell_s, control=control, mode=mode)
        except stock.CannotRunError as error:
            return Notebook(source.name, fault=f"stock nbgrader cannot run it: {error}")
        except (CageError, CourseError, StartError, OSError, ValueError) as error:
            return Notebook(source.name, fault=f"{type(error).__name__}: {str(error)[:300]}")


def compare_all(
    sources: list[Source], workers: int, cell_s: float, *, control: bool, mode: str
) -> Iterator[Notebook]:
    """Yield what came of each notebook, as they end; arguments as for `compare`."""
    with ProcessPoolExecutor(workers, get_context("spawn"), _quietly) as pool:
        waiting = {pool.submit(compare, s, cell_s, control=control, mode=mode): s for s in sources}
        for done in as_completed(waiting):
            try:
                yield done.result()
            except BrokenProcessPool:
                yield Notebook(waiting[done].name, fault="the process that compared it ended")


def _quietly() -> None:
    """Point standard error nowhere: every kernel writes a warning to it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _compared(
    source: Source, scratch: Path, cell_s: float, *, control: bool, mode: str
) -> Notebook:
    begin = time.monotonic()
    ours = stock.run(source, _copied(source.path.parent, scratch / "stock"), cell_s)
    middle = time.monotonic()
    folder = _copied(source.path.parent, scratch / "judge")
    theirs = judged.run(source, folder, cell_s, mode=mode)
    judge_s = time.monotonic() - middle
    passed = None
    if control:
        empty = unsolved(source)
        without = stock.run(empty, _copied(source.path.parent, scratch / "control"), cell_s)
        judged_without = judged.run(source, folder, cell_s, empty, mode=mode)
        passed = compared.passing(source, without, judged_without)
    cells = compared.cells(ours, theirs)
    return Notebook(source.name, cells, middle - begin, judge_s, passed)


def _copied(folder: Path, to: Path) -> Path:
    """Copy a notebook's folder without what is hidden, up to a bound; return the copy."""
    to.mkdir(parents=True)
    files = left = 0
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name[:1] != "."]
        for name in names:
            path = Path(here, name)
            if path.is_symlink() or not path.is_file():
                continue
            files, left = files + 1, left + path.stat().st_size
            if files > _MAX_FILES or left > _MAX_BYTES:
                return to
            target = to / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return to
