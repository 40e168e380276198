"""What it costs to find out how wrong answers behave, and to look their mistakes up.

    python benchmarks/diagnosis_cost.py [--repeat N] [UNIT …]

Three submissions of each unit are graded by warm processes, in turn without and with behaviours and
the unit's table: one that is right, one with a known mistake in the first task whose visible tests
reject it, and one with such a mistake in every task. CPU is user and system time of judges,
sandboxes and supervisor, in milliseconds; *each* is what one rejected task adds.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from autograder.answers import answered, read_bank, reference_answers
from autograder.diagnosis.pairs import Trying
from autograder.diagnosis.probing import piece_of
from autograder.diagnosis.table import Table, table_for
from autograder.execution.cage import Mode, find_cage
from autograder.execution.processes import Exit, Processes, Starter
from autograder.execution.zygote import Warm
from autograder.folders import REPOSITORY, CourseFolder
from autograder.grading import grade, plan_of, released_answers
from autograder.release import released_notebook
from autograder.source import load_unit
from autograder.submission import match
from autograder.unit import Unit
from benchmarks.judge_cost import pieces_of

FOLDER = CourseFolder()


def mistakes(unit: Unit) -> dict[str, str]:
    """Return for each answer the first known mistake that visible tests reject."""
    found: dict[str, str] = {}
    with Trying(FOLDER, unit, find_cage(Mode.NONE)) as trying:
        for path in sorted((REPOSITORY / "tests/units" / unit.slug / "mistakes").glob("*.py")):
            for mistake in read_bank(path):
                if trying.rejected({path.stem: mistake.source}):
                    found[path.stem] = mistake.source
                    break
    return found


def once(unit: Unit, raw: Mapping[str, Any], start: Starter, table: Table | None) -> list[float]:
    """Grade once; return CPU and wall time in milliseconds, and how many mistakes were named."""
    held: list[Processes] = []

    def noting(memory_mb: int) -> Processes:
        held.append(start(memory_mb))
        return held[-1]

    released = released_answers(json.loads(released_notebook(FOLDER, unit.slug)))
    submission = match(dict(raw), unit, "one")
    wall_s, own_s = time.perf_counter(), time.process_time()
    result = grade(unit, submission, released=released, start=noting, diagnoses=table)
    own_ms, wall_ms = (time.process_time() - own_s) * 1e3, (time.perf_counter() - wall_s) * 1e3
    ends = [process.exit or Exit(0) for pair in held for process in (pair.judge, pair.sandbox)]
    named = sum(bool(task.diagnosis) for task in result.tasks)
    return [own_ms + 1e3 * sum(end.cpu_s for end in ends), wall_ms, float(named)]


def report(slug: str, repeat: int) -> None:
    """Print the table of a unit."""
    unit = load_unit(FOLDER, slug)
    table, why_not = table_for(FOLDER, unit)
    assert table is not None, why_not
    wrong = mistakes(unit)
    right = reference_answers(unit)
    first = dict([*wrong.items()][:1])
    cases = {"right": {}, "one mistake": first, "a mistake in every task": wrong}
    raws = {name: answered(FOLDER, slug, right | answers) for name, answers in cases.items()}
    pieces = [*pieces_of(unit), *(piece_of(unit, task) for task in unit.tasks if not task.manual)]
    print(f"\n{slug}: {repeat} runs each; load {os.getloadavg()[0]:.1f}")
    heads = ("CPU ms without", "with", "each", "wall ms without", "with", "named")
    print(f"{'':26}" + "".join(f"{head:>17}" for head in heads))
    with Warm(plan_of(unit), find_cage(Mode.NONE), pieces=pieces) as warm:
        for name, raw in raws.items():
            rows: list[list[list[float]]] = [[], []]
            for _ in range(repeat + 1):
                for place, given in enumerate((None, table)):
                    rows[place].append(once(unit, raw, warm.start, given))
            without, after = (
                [statistics.median(column) for column in zip(*found[1:], strict=True)]
                for found in rows
            )
            each = (after[0] - without[0]) / max(1, len(cases[name]))
            numbers = [without[0], after[0], each, without[1], after[1], after[2]]
            print(f"{name:26}" + "".join(f"{number:17.1f}" for number in numbers))


def main() -> None:
    """Read the command line and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("units", nargs="*", default=["perceptron", "backpropagation"])
    parser.add_argument("--repeat", type=int, default=10)
    arguments = parser.parse_args()
    for slug in arguments.units:
        report(slug, arguments.repeat)


if __name__ == "__main__":
    main()
