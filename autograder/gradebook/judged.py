"""Between nbgrader's notebooks and the judge: the unit behind a notebook, and outputs from points.

nbgrader reads points from a test cell's outputs: an error is none, a number as the result is
partial credit, anything else is all. What is written here says exactly what the judge found.
"""

import atexit
import json
import shutil
import tempfile
import threading
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from nbformat.notebooknode import from_dict

from autograder.diagnosis.table import Table, table_text
from autograder.errors import CourseError
from autograder.gradebook.inert import sayable
from autograder.gradebook.outputs import outputs_of
from autograder.gradebook.restored import Known
from autograder.grading import unreadable
from autograder.result import MEANINGS, Finding, Outcome, Result, TaskResult, diagnosed
from autograder.runners.engine import Engine
from autograder.runners.jobs import Job, Work
from autograder.unit import Limits, Unit, unit_from_notebook

MAX_MESSAGE_CHARS = 8_000
_IDLE_S = 120.0
_WAY_OUT = (
    "To grade without the judge, as stock nbgrader does it and only for a class that you trust, "
    "take grade_with_judge out of nbgrader_config.py"
)
_NAMES = {
    Outcome.TIMEOUT: "CellTimeoutError",
    Outcome.OUT_OF_MEMORY: "MemoryError",
    Outcome.KILLED: "ProcessEnded",
    Outcome.ERROR: "Error",
}


def unit_of(source: Path, notebook: Any, known: Mapping[str, Known], slug: str) -> Unit:
    """Return the unit that a notebook is graded by; tests and points are the gradebook's.

    Args:
        source: the instructor's notebook; without it, or when its cells are not those of the
            gradebook, the submitted notebook's order is taken, and no solution is known.
        notebook: the submitted notebook, restored.
        known: the cells that the gradebook has.
        slug: the name of the unit.

    Raises:
        UnitError: the tests break a rule.
    """
    try:
        whole = json.loads(source.read_text(encoding="utf-8"))
        names = {_name(cell) for cell in whole["cells"]} - {""}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        names = set()
    if not known.keys() <= names:
        whole = {"cells": [cell for cell in notebook["cells"] if _name(cell) in known]}
    cells = [_cell(raw, known.get(_name(raw))) for raw in whole["cells"]]
    return unit_from_notebook({**whole, "cells": cells}, slug)


def _name(cell: Any) -> str:
    return str(cell.get("metadata", {}).get("nbgrader", {}).get("grade_id") or "")


def _cell(raw: Mapping[str, Any], known: Known | None) -> dict[str, Any]:
    source = raw.get("source", "")
    text = source if isinstance(source, str) else "".join(source)
    made: dict[str, Any] = {"cell_type": raw.get("cell_type"), "metadata": {}, "source": text}
    if known is not None:
        made["metadata"] = known.metadata
        made["cell_type"] = known.cell_type
        if known.locked:
            made["source"] = known.source
    return made


def refuse_other_languages(kernelspec: Mapping[str, Any]) -> None:
    """Raise CourseError for a notebook that is not Python."""
    language = str(kernelspec.get("language") or kernelspec.get("name") or "python").lower()
    if not language.startswith(("python", "ipython")):
        raise CourseError(
            f"expected a notebook in Python, got one in '{language[:40]}'. {_WAY_OUT}"
        )


def limits_of(unit: Unit, cell_s: float, time_s: float, memory_mb: int) -> Limits:
    """Return what a submission may use: the unit's limits, or for a foreign one nbgrader's."""
    limits = unit.limits
    if unit.foreign and cell_s > 0:
        limits = replace(limits, cell_s=cell_s, time_s=max(limits.time_s, 4 * cell_s))
    if time_s > 0:
        limits = replace(limits, time_s=time_s)
    return replace(limits, memory_mb=memory_mb) if memory_mb > 0 else limits


class _Kept:
    """The engine that this process keeps warm, until it has been idle for a while."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._key: tuple[Any, ...] = ()
        self._engine: Engine | None = None
        self._open = ExitStack()
        self._timer: threading.Timer | None = None

    def get(self, work: Work, files: Mapping[str, Path]) -> Engine:
        released = tuple(sorted(work.released.items()))
        times = tuple((name, path.stat().st_mtime_ns) for name, path in sorted(files.items()))
        named = None if work.diagnoses is None else table_text(work.diagnoses)
        key = (work.unit.sha256, released, work.limits, work.cage, times, named)
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            if self._engine is None or self._key != key:
                self._close()
                beside = self._copies(files) if files else ""
                engine = Engine(replace(work, files=beside))
                self._key, self._engine = key, self._open.enter_context(engine)
            return self._engine

    def rest(self) -> None:
        """Close the engine should nothing come for a while: formgrader's server runs for days."""
        with self._lock:
            self._timer = threading.Timer(_IDLE_S, self.close)
            self._timer.daemon = True
            self._timer.start()

    def close(self) -> None:
        with self._lock:
            self._close()

    def _close(self) -> None:
        self._engine = None
        self._open.close()

    def _copies(self, files: Mapping[str, Path]) -> str:
        made = tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True)
        folder = Path(self._open.enter_context(made))
        folder.chmod(0o755)  # a sandbox may be another user
        for name, path in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / name)
        return str(folder)


_kept = _Kept()
atexit.register(_kept.close)


def forget() -> None:
    """Close the engine that is kept warm."""
    _kept.close()


def files_beside(source: Path) -> dict[str, Path]:
    """Return what the instructor put beside the notebooks, which hold the tests, by its name."""
    kept = (p for p in sorted(source.rglob("*")) if p.is_file() and p.suffix != ".ipynb")
    return {
        path.relative_to(source).as_posix(): path
        for path in kept
        if not {"__pycache__", ".ipynb_checkpoints"} & set(path.parts)
    }


def engine(
    unit: Unit,
    released: Mapping[str, str],
    limits: Limits,
    cage: str,
    source: Path,
    diagnoses: Table | None = None,
) -> Engine:
    """Return a warm engine for a unit.

    Args:
        unit: the unit.
        released: each answer as it was released, by grade_id.
        limits: what a submission may use.
        cage: the mode to confine by; "" for the strongest there is.
        source: the assignment's source folder, whose files a notebook may read.
        diagnoses: the unit's table of known mistakes.

    Raises:
        CourseError: the judge cannot run on this machine; says what else can be done.
    """
    from autograder.execution.cage import CageError, Mode, find_cage

    try:
        mode = find_cage(Mode(cage) if cage else None).mode
        if mode is Mode.NONE and cage != Mode.NONE:
            raise CageError(f"expected a cage for students' code: {find_cage().why}")
        work = Work(
            unit, released, limits=limits, engine="judge", cage=str(mode), diagnoses=diagnoses
        )
        return _kept.get(work, files_beside(source))
    except (CageError, CourseError, ValueError) as error:
        raise CourseError(f"{error}. {_WAY_OUT}") from None


def grade(warm: Engine, job: Job) -> Result:
    """Grade a notebook.

    Raises:
        CourseError: the grader could not finish.
    """
    try:
        result = warm.grade(job)
    except CourseError as error:
        _kept.close()
        raise CourseError(f"{error}. {_WAY_OUT}") from None
    _kept.rest()
    if result.file_outcome is Outcome.GRADER_FAULT:
        raise CourseError(" ".join(finding.sentence for finding in result.findings))
    return replace(result, submission_sha256=job.sha256)


def damaged(unit: Unit, student: str, finding: Finding) -> Result:
    """Return the result of a file that could not be read."""
    return unreadable(unit, student, finding)


def write_outputs(notebook: Any, result: Result) -> list[str]:
    """Write what cells showed, and in test cells what nbgrader reads the result's points from.

    Returns:
        The tasks that must stay open.
    """
    shown = {(cell.grade_id, cell.position): outputs_of(cell) for cell in result.shown}
    tasks = {task.grade_id: task for task in result.tasks}
    waiting = []
    for position, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] != "code":
            continue
        cell["outputs"], cell["execution_count"] = [], None
        task = tasks.get(_name(cell))
        if task is None or task.manual:
            made = shown.get((_name(cell), -1)) or shown.get(("", position), [])
            cell["outputs"] = [from_dict(output) for output in made]  # type: ignore[no-untyped-call]
            continue
        outcome = result.file_outcome or task.outcome
        if MEANINGS[outcome].auto_score == "none":
            waiting.append(task.grade_id)
        cell["outputs"] = [] if task.full else [_output(task, outcome)]
    return waiting


def _output(task: TaskResult, outcome: Outcome) -> Any:
    """Return the one output of a test cell that did not earn all of its points."""
    if task.points > 0:
        data = {"text/plain": repr(float(task.points))}
        return _node("execute_result", data=data, metadata={}, execution_count=None)
    lines = [MEANINGS[outcome].sentence]
    lines += [f"- does not hold: {sentence}" for sentence in task.failed_properties]
    lines += [_bounded(message) for message in task.messages]
    lines += [_bounded(diagnosed(task))] if task.diagnosis else []
    text = "\n".join(lines)
    if MEANINGS[outcome].auto_score == "none":
        return _node("stream", name="stdout", text=text + "\n")
    name = _NAMES.get(outcome, "AssertionError")
    return _node("error", ename=name, evalue=lines[0], traceback=[f"{name}: {text}"])


def _node(kind: str, **parts: Any) -> Any:
    return from_dict({"output_type": kind, **parts})  # type: ignore[no-untyped-call]


def _bounded(message: str) -> str:
    cut = "\n… (cut)" if len(message) > MAX_MESSAGE_CHARS else ""
    kept = "".join(c for c in message[:MAX_MESSAGE_CHARS] if c.isprintable() or c in "\n\t")
    return sayable(kept + cut)
