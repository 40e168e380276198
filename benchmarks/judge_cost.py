"""What the judge costs: wall and CPU time of one submission, beside stock grading in the same run.

    python benchmarks/judge_cost.py [--repeat N] [SLUG …]

Both engines grade the unit's reference answers, one after the other in turn, with fresh processes
each time. CPU time is that of the child processes, user and system. `floor` runs the same cells in
the judge without any test.
"""

import argparse
import dataclasses
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from autograder.answers import answered, reference_answers
from autograder.folders import CourseFolder
from autograder.grading import grade, released_answers
from autograder.judging import judge_submission
from autograder.release import released_notebook
from autograder.source import load_unit
from autograder.submission import Submission, match

Engine = Callable[[], Any]


def children_cpu_s() -> float:
    """Return the CPU time of all child processes that have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(engines: dict[str, Engine], repeat: int) -> dict[str, tuple[float, float, float]]:
    """Run the engines in turn; return median wall, least wall and median CPU time, in seconds."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in engines}
    for _ in range(repeat):
        for name, engine in engines.items():
            cpu_s, wall_s = children_cpu_s(), time.monotonic()
            engine()
            times[name].append((time.monotonic() - wall_s, children_cpu_s() - cpu_s))
    return {
        name: (
            statistics.median(w for w, _ in pairs),
            min(w for w, _ in pairs),
            statistics.median(c for _, c in pairs),
        )
        for name, pairs in times.items()
    }


def without_tests(submission: Submission) -> Submission:
    """Return a submission whose test cells are never reached."""
    steps = tuple(step for step in submission.steps if step.kind != "tests")
    return dataclasses.replace(submission, steps=steps)


def report(slug: str, repeat: int) -> None:
    """Print one table for a unit."""
    folder = CourseFolder()
    unit = load_unit(folder, slug)
    submission = match(answered(folder, slug, reference_answers(unit)), unit, "reference")
    released = released_answers(json.loads(released_notebook(folder, slug)))
    automatic = sum(not task.manual for task in unit.tasks)
    bare = dataclasses.replace(unit, tasks=())
    scores: dict[str, float] = {}

    def run(name: str, engine: Callable[..., Any]) -> Engine:
        def once() -> None:
            scores[name] = engine(unit, submission, released=released).score

        return once

    found = measure(
        {
            "stock": run("stock", grade),
            "judge": run("judge", judge_submission),
            "floor": lambda: judge_submission(bare, without_tests(submission)),
        },
        repeat,
    )
    assert scores["stock"] == scores["judge"], scores
    print(f"\n{slug}: {automatic} tasks, {len(submission.steps)} cells, {repeat} runs each")
    print(f"{'':8}{'wall median':>12}{'wall least':>12}{'CPU median':>12}{'CPU / stock':>12}")
    for name, (median_s, least_s, cpu_s) in found.items():
        ratio = cpu_s / found["stock"][2]
        print(f"{name:8}{median_s:10.3f} s{least_s:10.3f} s{cpu_s:10.3f} s{ratio:12.2f}")


def main() -> None:
    """Read the command line and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slugs", nargs="*", default=["perceptron", "backpropagation"])
    parser.add_argument("--repeat", type=int, default=5)
    arguments = parser.parse_args()
    for slug in arguments.slugs:
        report(slug, arguments.repeat)


if __name__ == "__main__":
    main()
