"""The cases of an audit, graded by the judge with as many workers as there are cores."""

import copy
import json
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.audit.cases import Case, Kind
from autograder.folders import CourseFolder
from autograder.grading import released_answers
from autograder.release import released_notebook
from autograder.result import Result
from autograder.runners.jobs import Job, Work
from autograder.runners.local import grade_locally
from autograder.unit import Limits, Unit

# A mutant that never ends is found in this time, which no reference of a task comes near.
_MUTANT_CELL_S = 2.5


def graded(
    folder: CourseFolder,
    unit: Unit,
    cases: Iterable[Case],
    workers: int,
    cage: str,
    done: Callable[[Case, Result], None],
    *,
    behaviour: bool = False,
) -> dict[str, Result]:
    """Grade every case and return the results by the cases' names.

    Args:
        folder: the course.
        unit: the unit, hidden tests included.
        cases: what to grade.
        workers: how many at the same time.
        cage: what confines the answers, a mode of `execution.cage.Mode`.
        done: told of each as it is done.
        behaviour: whether the behaviour of wrong answers is wanted.

    Raises:
        CourseError: this machine cannot start what grades.
    """
    notebook = json.loads(released_notebook(folder, unit.slug))
    by_name = {case.name: case for case in cases}
    work = Work(unit, released_answers(notebook), cage=cage, behaviour=behaviour)
    results: dict[str, Result] = {}
    with tempfile.TemporaryDirectory(prefix="course-audit-") as scratch:
        jobs = (
            _job(case, unit.limits, notebook, Path(scratch, f"{number}.ipynb"))
            for number, case in enumerate(by_name.values())
        )
        with closing(grade_locally(work, jobs, workers)) as events:
            for event in events:
                if event is not None and event.result is not None:
                    case = by_name[event.name]
                    results[case.name] = event.result
                    done(case, event.result)
    return results


def _job(case: Case, limits: Limits, notebook: Mapping[str, Any], path: Path) -> Job:
    path.write_text(json.dumps(filled(notebook, case.answers)), encoding="utf-8")
    if case.kind is Kind.MUTANT:
        limits = replace(limits, cell_s=min(limits.cell_s, _MUTANT_CELL_S))
    return Job(
        case.name,
        path,
        case.seed,
        limits=limits,
        tasks=(case.task,) if case.alone else (),
        in_place=case.in_place,
    )


def filled(notebook: Mapping[str, Any], answers: Mapping[str, str]) -> dict[str, Any]:
    """Return a released notebook with these answers in its answer cells."""
    cells = []
    for cell in notebook["cells"]:
        meta = cell["metadata"]["nbgrader"]
        if meta["solution"] and meta["grade_id"] in answers:
            cell = copy.copy(cell) | {"source": answers[meta["grade_id"]]}
        cells.append(cell)
    return {**notebook, "cells": cells}
