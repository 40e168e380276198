"""One notebook as the judge grades it: its own solutions handed in, tests at their position.

This is the way that every submission goes: a warm judge and sandbox, the sandbox in the cage. Only
to say why a test did not pass, its pieces are run once more, with what the judge says of each.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.compat.courses import Source
from autograder.compat.scored import Scored
from autograder.execution.cage import Mode, find_cage
from autograder.execution.ended import Ended
from autograder.execution.pieces import Pieces
from autograder.execution.processes import Starter
from autograder.execution.trial import Trial
from autograder.execution.zygote import Warm
from autograder.grading import grade, plan_of
from autograder.result import Outcome, TaskResult
from autograder.submission import Submission, match
from autograder.unit import Limits, Piece, Unit, in_order, unit_from_notebook

_WITHOUT = ("outputs", "execution_count")
LIMITS = Limits(time_s=3600.0, memory_mb=4096, disk_mb=256)


def run(
    source: Source,
    folder: Path,
    cell_s: float,
    handed_in: Source | None = None,
    *,
    mode: str = Mode.NONE,
) -> list[Scored]:
    """Run a notebook and return what the judge gives for each autograded cell.

    Args:
        source: the instructor's notebook.
        folder: a copy of the notebook's folder; both sides get one of their own.
        cell_s: wall time of one cell, in seconds.
        handed_in: what is handed in; by default the instructor's own solutions, and only then is
            it said why a test does not pass.
        mode: the mode of the cage.

    Raises:
        CourseError: the notebook cannot be graded, or the machine cannot start the processes.
    """
    limits = replace(LIMITS, cell_s=cell_s)
    unit = unit_from_notebook(_plain(source.notebook), source.path.stem)
    submission = match(_plain((handed_in or source).notebook), unit, "solutions")
    cage = find_cage(Mode(mode))
    with Warm(plan_of(unit), cage, disk_mb=limits.disk_mb, files=str(folder)) as warm:
        result = grade(unit, submission, limits=limits, start=warm.start, cage=cage.mode)
        scored = [_scored(task) for task in result.tasks if not task.manual]
        if handed_in is None and any(one.share < 1 for one in scored):
            why = _why(unit, submission, limits, warm.start)
            scored = [one if one.share == 1 else _with(one, why) for one in scored]
    return scored


def _plain(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook without what its cells showed."""
    cells = [{k: v for k, v in cell.items() if k not in _WITHOUT} for cell in notebook["cells"]]
    return json.loads(json.dumps(notebook | {"cells": cells}))  # type: ignore[no-any-return]


def _scored(task: TaskResult) -> Scored:
    of = task.max_points
    passed = task.outcome is Outcome.PASSED
    share = task.points / of if of else float(passed)
    error = "" if share == 1 else task.outcome.value
    said = (*task.messages, *task.failed_properties)
    return Scored(task.grade_id, task.points, of, share, error, "\n".join(said)[:500])


def _with(one: Scored, why: dict[str, Ended]) -> Scored:
    """Return a score with what the judge said when the test ran alone; hidden tests say little."""
    ended = why.get(one.grade_id)
    if ended is None or ended.state == "ok":
        return one
    error = ended.error if ended.state == "raised" else ended.state
    return replace(one, error=error, message=ended.message[:500], trace=ended.trace)


def _why(unit: Unit, submission: Submission, limits: Limits, start: Starter) -> dict[str, Ended]:
    """Run all pieces once more; return how those tests ended that do not pass, by grade_id."""
    tests = {cell.grade_id: cell.source for cell in unit.cells if cell.kind == "tests"}
    found: dict[str, Ended] = {}
    with Trial(plan_of(unit), limits.memory_mb, start, limits.time_s) as trial:
        for step in submission.steps:
            if step.kind != "tests":
                trial.cell(step.kind, step.grade_id, step.source, limits.cell_s)
            elif step.grade_id in tests:
                found[step.grade_id] = _ended(
                    trial, step.grade_id, in_order(tests[step.grade_id]), limits.cell_s
                )
    return found


def _ended(trial: Pieces, name: str, pieces: Sequence[Piece], cell_s: float) -> Ended:
    """Run the pieces of a test cell up to the first that fails."""
    ended = Ended("ok")
    for n, piece in enumerate(pieces):
        hidden = bool(piece.sentence)
        ended = trial.in_place(name, piece.source, cell_s, first=n == 0, hidden=hidden)
        if ended.state != "ok":
            break
    return ended
