"""How the answers that failed behave: taken once all points are given, which they cannot change.

Under the judge, cells and visible tests run once more in processes of their own, which no hidden
test has entered. There tests see what is done to their arguments, as in a notebook, so that a
student's own check finds the same. A check has no hidden tests: it goes on where it is.
"""

from collections.abc import Iterable

from autograder.diagnosis.probing import is_behaviour, piece_of
from autograder.execution.pieces import Pieces
from autograder.submission import Submission
from autograder.unit import Task, Unit

# An honest piece takes a hundredth of it. One that is late is not told.
PROBE_S = 5.0
# All of it, in processes of its own: what a worker may still take when its time is up.
MOST_S = 30.0


def behaviours(unit: Unit, pieces: Pieces, tasks: Iterable[Task]) -> dict[str, str]:
    """Return the behaviour of the answer to each task, by grade_id, where it could be found.

    Args:
        unit: the unit.
        pieces: have run the submission, with the visible tests of these tasks.
        tasks: the tasks to look at.
    """
    found = {}
    for task in tasks:
        ended = pieces.probe(task.grade_id, piece_of(unit, task), PROBE_S)
        if ended.state == "ok" and is_behaviour(ended.behaviour):
            found[task.grade_id] = ended.behaviour
    return found


def run_again(
    unit: Unit, submission: Submission, pieces: Pieces, tasks: Iterable[Task], cell_s: float
) -> list[Task]:
    """Run cells and visible tests up to those of the last of these tasks.

    Args:
        unit: the unit.
        submission: what was handed in.
        pieces: run the cells; nothing was run yet.
        tasks: the tasks that will be looked at.
        cell_s: wall time of a cell, in seconds.

    Returns:
        The tasks whose tests were run.
    """
    tests = {task.grade_id: task.tests.visible for task in unit.tasks if not task.manual}
    left = {task.grade_id: task for task in tasks}
    ran = []
    for step in submission.steps:
        if not left:
            break
        if step.kind != "tests":
            pieces.cell(step.kind, step.grade_id, step.source, cell_s)
        elif step.grade_id in tests:
            ended = pieces.visible(step.grade_id, tests[step.grade_id], cell_s)
            task = left.pop(step.grade_id, None)
            ran += [task] if task is not None and ended.state in ("ok", "raised") else []
    return ran
