"""What a GPU brings a unit that asks for one, through the judge: the same marks, and how fast.

    KERAS_BACKEND=jax python benchmarks/gpu_units.py [--repeat N] [--csv TABLE.csv] [UNIT …]

Every unit with `gpu: true` (or those named) is graded by warm processes in the strongest cage that
this machine has, without a GPU and with the first one: its reference, its other right answers and
one known mistake for each answer. Marks must agree, task by task; else the run ends with 1. The
seconds are those of the reference, the best of N, and the ratio of the two is printed.
"""

import argparse
import contextlib
import csv
import datetime
import os
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from autograder.answers import answered, reference_answers
from autograder.audit.bank import bank_of
from autograder.execution.cage import find_cage
from autograder.execution.pair import Starter
from autograder.execution.zygote import Warm
from autograder.folders import CourseFolder
from autograder.grading import grade, plan_of
from autograder.source import load_unit
from autograder.submission import Submission, match
from autograder.unit import Unit

FOLDER = CourseFolder()
Marks = Mapping[str, Mapping[str, float]]


def gpu_units() -> list[str]:
    """Return the units that use a GPU where there is one."""
    return [slug for slug in FOLDER.slugs() if load_unit(FOLDER, slug).limits.gpu]


def submissions(unit: Unit) -> dict[str, Submission]:
    """Return the reference, the other right answers, and a known mistake for each answer."""
    reference, bank = reference_answers(unit), bank_of(FOLDER, unit)
    answers: dict[str, dict[str, str]] = {"reference": reference}
    answers |= {idea: {**reference, **right} for idea, right in bank.right.items()}
    for mistake in reversed(bank.mistakes):
        answers[f"mistaken {mistake.answer}"] = {**reference, mistake.answer: mistake.source}
    return {
        name: match(answered(FOLDER, unit.slug, each), unit, name) for name, each in answers.items()
    }


@contextlib.contextmanager
def judged(unit: Unit, gpu: str) -> Iterator[Starter]:
    """Yield what starts the judge, with a GPU or, for "", without."""
    with Warm(plan_of(unit), find_cage(), gpu=gpu) as warm:
        yield warm.start


def marks_of(unit: Unit, handed_in: Mapping[str, Submission], start: Starter) -> Marks:
    """Return the points of each submission, task by task."""
    found: dict[str, dict[str, float]] = {}
    for name, submission in handed_in.items():
        result = grade(unit, submission, start=start)
        found[name] = {task.grade_id: task.points for task in result.tasks}
    return found


def seconds(unit: Unit, submission: Submission, start: Starter, repeat: int) -> float:
    """Return how long grading takes, the best of some times."""
    times = []
    for _ in range(repeat):
        begin = time.perf_counter()
        grade(unit, submission, start=start)
        times.append(time.perf_counter() - begin)
    return min(times)


def compare(slug: str, gpu: str, repeat: int) -> dict[str, Any]:
    """Grade one unit in both places and return its row of the table."""
    unit = load_unit(FOLDER, slug)
    handed_in = submissions(unit)
    took: dict[str, float] = {}
    marks: dict[str, Marks] = {}
    for place, device in (("cpu", ""), ("gpu", gpu)):
        with judged(unit, device) as start:
            marks[place] = marks_of(unit, handed_in, start)
            took[place] = seconds(unit, handed_in["reference"], start, repeat)
    apart = [name for name in handed_in if marks["cpu"][name] != marks["gpu"][name]]
    for name in apart:
        print(f"{slug}: {name}: {marks['cpu'][name]} without, {marks['gpu'][name]} with a GPU")
    return {
        "unit": slug,
        "submissions": len(handed_in),
        "apart": len(apart),
        "reference": sum(marks["gpu"]["reference"].values()),
        "cpu_s": round(took["cpu"], 2),
        "gpu_s": round(took["gpu"], 2),
        "cpu/gpu": round(took["cpu"] / took["gpu"], 2),
        "backend": os.environ.get("KERAS_BACKEND", "tensorflow"),
        "date": datetime.date.today().isoformat(),
    }


def main() -> int:
    """Print the table; 1 where a mark differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("units", nargs="*", help="slugs; all units for a GPU without one")
    parser.add_argument("--repeat", type=int, default=3, help="times that the reference is timed")
    parser.add_argument("--csv", type=Path, help="where the table goes too")
    chosen = parser.parse_args()
    gpu = os.environ.get("CUDA_VISIBLE_DEVICES", "0").split(",")[0] or "0"
    rows = []
    for slug in chosen.units or gpu_units():
        rows.append(compare(slug, gpu, chosen.repeat))
        print("  ".join(f"{name} {value}" for name, value in rows[-1].items()), flush=True)
        if chosen.csv:
            with chosen.csv.open("w", newline="") as file:
                writer = csv.DictWriter(file, rows[0], lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
    return 1 if any(row["apart"] for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
