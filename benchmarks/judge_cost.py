"""What the judge costs: CPU and wall time of one submission, layer by layer, beside its peers.

    python benchmarks/judge_cost.py [--repeat N] [--stock N] [UNIT …]

A unit is a slug of solutions/, or `small` (10 tasks on NumPy) or `keras` (3 tasks, one short fit).
All rows grade the unit's own reference answers in one run, in turn:

- `floor`: the same cells and tests by `exec` in one warm process: what no engine can avoid;
- `cells`: the judge without any test;
- `none`, `landlock`, `full`: the judge with warm processes, in the modes that this machine has;
- `stock`: the tests in the student's own process, started for each submission.

CPU is user and system time of judge, sandbox and supervisor, in milliseconds.
"""

import argparse
import contextlib
import dataclasses
import io
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from autograder.answers import answered, reference_answers
from autograder.execution.cage import CageError, Mode, find_cage
from autograder.execution.processes import Exit, Processes, Starter
from autograder.execution.zygote import Warm
from autograder.folders import CourseFolder
from autograder.grading import grade, plan_of
from autograder.source import load_unit
from autograder.submission import Submission, match
from autograder.unit import Unit, unit_from_notebook
from benchmarks.units import NOTEBOOKS

Row = tuple[float, float, float, float]


def loaded(name: str) -> tuple[Unit, Submission]:
    """Return a unit and its reference answers, handed in."""
    if name in NOTEBOOKS:
        notebook = NOTEBOOKS[name]()
        unit = unit_from_notebook(notebook, name)
        return unit, match(notebook, unit, "reference")
    folder = CourseFolder()
    unit = load_unit(folder, name)
    return unit, match(answered(folder, name, reference_answers(unit)), unit, "reference")


def pieces_of(unit: Unit) -> list[str]:
    """Return all test code of a unit, piece by piece."""
    return [
        source
        for task in unit.tasks
        for source in (task.tests.visible, task.tests.setup, *_properties(task))
        if source.strip()
    ]


def _properties(task: Any) -> list[str]:
    return [prop.source for prop in task.tests.properties]


def floor(unit: Unit, repeat: int) -> list[Row]:
    """Run cells and tests by `exec` in one forked process; the first time is not counted."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        with contextlib.redirect_stdout(io.StringIO()):
            times = [_bare(unit) for _ in range(repeat + 1)][1:]
        os.write(theirs, json.dumps(times).encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as pipe:
        told = json.load(pipe)
    os.waitpid(pid, 0)
    return [(wall_ms, 0.0, cpu_ms, 0.0) for wall_ms, cpu_ms in told]


def _bare(unit: Unit) -> tuple[float, float]:
    wall_s, cpu_s = time.perf_counter(), time.process_time()
    names: dict[str, Any] = {"__name__": "__main__"}
    tests = {task.grade_id: task.tests for task in unit.tasks}
    for cell in unit.cells:
        if cell.cell_type == "code":
            source = tests[cell.grade_id].visible if cell.kind == "tests" else cell.source
            exec(compile(source, "cell", "exec"), names)  # noqa: S102 - the reference answers
    for parts in tests.values():
        own = dict(names, SEED=1)
        for source in (parts.setup, *(prop.source for prop in parts.properties)):
            exec(compile(source, "tests", "exec"), own)  # noqa: S102
    return (time.perf_counter() - wall_s) * 1e3, (time.process_time() - cpu_s) * 1e3


class Graded:
    """Grades a submission and notes what its processes used."""

    def __init__(self, unit: Unit, submission: Submission) -> None:
        self.unit, self.submission = unit, submission
        self.score = 0.0

    def once(self, start: Starter) -> Row:
        """Return wall time, and CPU time of judge, sandbox and supervisor, in milliseconds."""
        held: list[Processes] = []

        def noting(memory_mb: int) -> Processes:
            held.append(start(memory_mb))
            return held[-1]

        wall_s, cpu_s = time.perf_counter(), time.process_time()
        self.score = grade(self.unit, self.submission, start=noting).score
        wall_ms = (time.perf_counter() - wall_s) * 1e3
        own_ms = (time.process_time() - cpu_s) * 1e3
        judges = [p.judge.exit or Exit(0) for p in held]
        sandboxes = [p.sandbox.exit or Exit(0) for p in held]
        return wall_ms, _ms(judges), _ms(sandboxes), own_ms

    def stock(self) -> Row:
        """The same, by the engine that runs tests in the student's process."""
        before, wall_s, own_s = _children_s(), time.perf_counter(), time.process_time()
        score = grade(self.unit, self.submission, engine="stock").score
        assert score == self.score, f"stock gives {score}, the judge gave {self.score}"
        wall_ms = (time.perf_counter() - wall_s) * 1e3
        own_ms = (time.process_time() - own_s) * 1e3
        return wall_ms, 0.0, (_children_s() - before) * 1e3, own_ms


def _ms(exits: list[Exit]) -> float:
    return sum(ended.cpu_s for ended in exits) * 1e3


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def modes() -> Iterator[Mode]:
    """Return the modes that this machine has, weakest first."""
    for mode in (Mode.NONE, Mode.LANDLOCK, Mode.FULL):
        with contextlib.suppress(CageError):
            find_cage(mode)
            yield mode


def report(name: str, repeat: int, stock: int) -> None:
    """Print one table for a unit."""
    unit, submission = loaded(name)
    steps = tuple(step for step in submission.steps if step.kind != "tests")
    bare = Graded(dataclasses.replace(unit, tasks=()), dataclasses.replace(submission, steps=steps))
    whole = Graded(unit, submission)
    rows: dict[str, list[Row]] = {"floor": floor(unit, repeat)}
    begin = time.perf_counter()
    with contextlib.ExitStack() as stack:
        runs: dict[str, Callable[[], Row]] = {}
        for mode in modes():
            warm = stack.enter_context(Warm(plan_of(unit), find_cage(mode), pieces=pieces_of(unit)))
            runs[mode.value] = lambda start=warm.start: whole.once(start)  # type: ignore[misc]
        start_s = (time.perf_counter() - begin) / max(1, len(runs))
        runs = {"cells": lambda: bare.once(warm.start), **runs}
        for run in runs.values():
            run()
        for _ in range(repeat):
            for label, run in runs.items():
                rows.setdefault(label, []).append(run())
    rows["stock"] = [whole.stock() for _ in range(stock)]
    tasks = sum(not task.manual for task in unit.tasks)
    print(f"\n{name}: {tasks} tasks, {len(submission.steps)} cells, {repeat} runs each; ", end="")
    print(f"warm processes start in {start_s:.1f} s; load {os.getloadavg()[0]:.1f}")
    _table(rows)


def _table(rows: dict[str, list[Row]]) -> None:
    heads = ("wall", "wall p95", "CPU judge", "sandbox", "supervisor", "CPU", "CPU p95")
    print(f"{'ms':10}" + "".join(f"{head:>12}" for head in heads) + f"{'stock / it':>12}")
    total = {label: [sum(row[1:]) for row in found] for label, found in rows.items()}
    stock = statistics.median(total["stock"]) if total["stock"] else 0.0
    for label, found in rows.items():
        if not found:
            continue
        wall, judge, sandbox, own = ([row[n] for row in found] for n in range(4))
        numbers = [statistics.median(wall), _p95(wall)]
        numbers += [statistics.median(part) for part in (judge, sandbox, own)]
        numbers += [statistics.median(total[label]), _p95(total[label])]
        print(f"{label:10}" + "".join(f"{number:12.1f}" for number in numbers), end="")
        print(f"{stock / statistics.median(total[label]):12.1f}")


def _p95(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


def main() -> None:
    """Read the command line and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("units", nargs="*", default=["small", "perceptron", "backpropagation"])
    parser.add_argument("--repeat", type=int, default=20)
    parser.add_argument("--stock", type=int, default=5)
    arguments = parser.parse_args()
    for name in arguments.units:
        report(name, arguments.repeat, arguments.stock)


if __name__ == "__main__":
    main()
