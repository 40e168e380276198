"""One submission in, one `Result` out: a function of (unit, submission, seed, limits).

Two engines run the same pieces in the same way (`judging.py`). "judge" keeps the student's code in
a sandbox and the tests in a process of their own: no submission can give itself a point. "stock"
runs the tests in the process that ran the student's code, as nbgrader does: fair to an honest class
and no match for a dishonest one (SECURITY.md).
"""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from autograder import __version__
from autograder.diagnosis.behaviours import MOST_S, behaviours, run_again
from autograder.diagnosis.table import Table, diagnose
from autograder.errors import CourseError, SubmissionError
from autograder.execution.pieces import Pieces
from autograder.judging import Grading
from autograder.result import Finding, Outcome, Result, TaskResult
from autograder.session import Session
from autograder.submission import Submission, match, notebook_of, read_bytes
from autograder.unit import Limits, Task, Unit, unit_from_notebook
from autograder.verdict import worse_of

if TYPE_CHECKING:
    from autograder.execution.pair import Starter

FIXED_SEED = 20261121
ENGINES = ("judge", "stock")


def grade_file(
    unit: Unit,
    path: Path,
    name: str,
    seed: int | Callable[[str], int] = FIXED_SEED,
    limits: Limits | None = None,
    *,
    tasks: Collection[str] = (),
    in_place: bool = False,
    released: Mapping[str, str] | None = None,
    engine: str = "judge",
    start: "Starter | None" = None,
    cage: str = "none",
    files: str = "",
    behaviour: bool = False,
    diagnoses: Table | None = None,
) -> Result:
    """Grade a file; a damaged one gets a result too, with a finding that names the damage.

    Args:
        unit: the unit, hidden tests included.
        path: the submitted notebook.
        name: the submission's name.
        seed: what hidden tests draw their inputs from, or a function that returns it for the
            SHA-256 of the file.
        limits: replaces the unit's own.
        tasks: see `grade`, as for all that follows.
        in_place: where hidden tests run.
        released: each answer as it was released.
        engine: "judge" or "stock".
        start: starts the judge's processes.
        cage: what `start` confines by.
        files: what lies beside the notebook.
        behaviour: whether the behaviour of wrong answers is wanted.
        diagnoses: the unit's table of known mistakes.
    """
    sha256 = ""
    drawn = seed if isinstance(seed, int) else FIXED_SEED
    try:
        raw = read_bytes(path)
        sha256 = hashlib.sha256(raw).hexdigest()
        drawn = seed if isinstance(seed, int) else seed(sha256)
        submission = match(notebook_of(raw), unit, name)
    except SubmissionError as error:
        result = unreadable(unit, name, Finding(error.state, str(error)), drawn)
    else:
        result = grade(
            unit,
            submission,
            drawn,
            limits,
            tasks=tasks,
            in_place=in_place,
            released=released,
            engine=engine,
            start=start,
            cage=cage,
            files=files,
            behaviour=behaviour,
            diagnoses=diagnoses,
        )
    return replace(result, engine=engine, submission_sha256=sha256, limits=limits or unit.limits)


def unreadable(unit: Unit, name: str, finding: Finding, seed: int = FIXED_SEED) -> Result:
    """Return the result of a file that cannot be graded: no points, and a person is asked."""
    tasks = tuple(
        TaskResult(
            task.grade_id, task.title, Outcome.MISSING_CELL, 0.0, task.points, manual=task.manual
        )
        for task in unit.tasks
    )
    return Result(
        unit.slug,
        name,
        tasks,
        (finding,),
        seed=seed,
        file_outcome=Outcome.NEEDS_PERSON,
        engine_version=__version__,
        unit_sha256=unit.sha256,
    )


def grade(
    unit: Unit,
    submission: Submission,
    seed: int = FIXED_SEED,
    limits: Limits | None = None,
    *,
    tasks: Collection[str] = (),
    in_place: bool = False,
    released: Mapping[str, str] | None = None,
    engine: str = "judge",
    start: "Starter | None" = None,
    cage: str = "none",
    files: str = "",
    behaviour: bool = False,
    diagnoses: Table | None = None,
) -> Result:
    """Grade a submission that was matched to its unit.

    Args:
        unit: the unit, hidden tests included.
        submission: what was handed in.
        seed: what hidden tests draw their inputs from.
        limits: replaces the unit's own.
        tasks: the only tasks whose tests are run, by grade_id; all without one. What stands below
            their tests is not run at all.
        in_place: whether hidden tests run where they stand, and not last.
        released: each answer as it was released, by grade_id, to tell "not attempted".
        engine: "judge", or "stock" to run the tests as nbgrader does.
        start: starts the judge's and the sandbox's process, warm or cold; cold without one.
        cage: what `start` confines the student's code by; kept in the result.
        files: a folder whose contents lie beside the student's notebook; "" for none. A warm
            `start` has them already.
        behaviour: whether the behaviour of answers that visible tests reject is wanted; it is not
            taken in units of other courses, and under "stock" not beside hidden tests.
        diagnoses: the table of known mistakes for this very unit, to have them named; then
            behaviours are taken as well.

    Raises:
        CourseError: the machine cannot start the processes, or loses them.
    """
    if engine not in ENGINES:
        raise CourseError(f"expected an engine ({' or '.join(ENGINES)}), got '{engine}'")
    bounds = limits or unit.limits
    judged = engine == "judge"
    graded, submission = (_part(unit, submission, tasks)) if tasks else (unit, submission)
    probed = (behaviour or diagnoses is not None) and not unit.foreign
    here = probed and not judged and not any(task.tests.properties for task in unit.tasks)
    rejected: dict[str, Task] = {}
    found: dict[str, str] = {}

    def run(shown: bool) -> tuple[Result, Pieces]:
        with (_judge if judged else _stock)(unit, bounds, start, files, shown) as pieces:
            grading = Grading(
                graded,
                submission,
                pieces,
                bounds,
                seed,
                released or {},
                hidden_last=judged and not in_place,
            )
            result = grading.run()
            rejected.update((task.grade_id, task) for task in grading.rejected())
            if here:
                found.update(behaviours(unit, pieces, [*rejected.values()]))
            return result, pieces

    result, pieces = run(shown=False)
    peak_mb = pieces.peak_mb
    if getattr(pieces, "withheld", False):
        # Something passed by data that the answer had changed; it has to pass in the open, too.
        second, pieces = run(shown=True)
        result, peak_mb = worse_of(result, second), max(peak_mb, pieces.peak_mb)
    if probed and judged and rejected:
        found = _apart(unit, submission, [*rejected.values()], bounds, start, files)
    return replace(
        _told(result, found, diagnoses),
        engine=engine,
        engine_version=__version__,
        unit_sha256=unit.sha256,
        cage=cage if judged else "none",
        memory_peak_mb=round(peak_mb, 1) or None,
    )


def _part(unit: Unit, submission: Submission, tasks: Collection[str]) -> tuple[Unit, Submission]:
    """Return some tasks of a unit, and a submission up to the last of their tests."""
    steps = submission.steps
    last = max((n for n, step in enumerate(steps) if step.grade_id in tasks), default=-1)
    kept = tuple(task for task in unit.tasks if task.grade_id in tasks)
    return replace(unit, tasks=kept), replace(submission, steps=steps[: last + 1])


def _apart(
    unit: Unit,
    submission: Submission,
    tasks: Sequence[Task],
    bounds: Limits,
    start: "Starter | None",
    files: str,
) -> dict[str, str]:
    """Return how answers behave, from processes of their own; nothing, if they do not start."""
    less = replace(bounds, time_s=min(bounds.time_s, MOST_S))
    try:
        with _judge(unit, less, start, files, shown=True) as pieces:
            ran = run_again(unit, submission, pieces, tasks, bounds.cell_s)
            return behaviours(unit, pieces, ran)
    except CourseError:
        return {}  # the next submission will say so; this one is graded


def _told(result: Result, found: Mapping[str, str], diagnoses: Table | None) -> Result:
    """Return a result with the behaviours that were found, and the mistakes that they are."""
    tasks = [
        replace(task, behaviour=found[task.grade_id])
        if task.grade_id in found and task.outcome in (Outcome.FAILED, Outcome.ERROR)
        else task
        for task in result.tasks
    ]
    if diagnoses is not None:
        tasks = [
            replace(task, diagnosis=diagnose(diagnoses, task.grade_id, task.behaviour))
            for task in tasks
        ]
    return replace(result, tasks=tuple(tasks))


@contextmanager
def _judge(
    unit: Unit, bounds: Limits, start: "Starter | None", files: str, shown: bool
) -> Iterator[Pieces]:
    # Imported here: a student's check, which is always "stock", runs on systems without all this.
    from autograder.execution.pair import StartError, start_cold
    from autograder.execution.trial import Trial

    try:
        starter = start or partial(start_cold, files=files)
        cells = plan_of(unit)
        with Trial(cells, bounds.memory_mb, starter, bounds.time_s, shown=shown) as trial:
            yield trial
    except StartError as error:
        raise CourseError(str(error)) from None


@contextmanager
def _stock(
    unit: Unit, bounds: Limits, start: "Starter | None", files: str, shown: bool
) -> Iterator[Pieces]:
    with Pieces(lambda: Session(memory_mb=bounds.memory_mb, files=files), bounds.time_s) as pieces:
        yield pieces


def plan_of(unit: Unit) -> list[tuple[str, str, str]]:
    """Return what the judge is told of a unit: kind, grade_id and source of its code cells."""
    kinds = {"written": "answer"}  # an answer in code that a person marks is the student's, too
    return [
        (kinds.get(cell.kind, cell.kind), cell.grade_id, cell.source)
        for cell in unit.cells
        if cell.cell_type == "code"
    ]


def released_answers(notebook: Mapping[str, object]) -> dict[str, str]:
    """Return each answer and written cell of a released notebook, by grade_id."""
    unit = unit_from_notebook(notebook, "release")
    return {c.grade_id: c.source for c in unit.cells if c.kind in ("answer", "written")}
