"""How long a class takes: `course grade` beside stock `nbgrader autograde`, on the same notebooks.

    python benchmarks/class_grading.py --unit perceptron --submissions 12
    python benchmarks/class_grading.py --submissions 12 --growth 20,200,2000 --workers 1,2

Both grade N right submissions of a unit, gradebook included, in one run on one machine, and must
come to the same scores. `bare cells` is the floor: the cells of each submission, without any test,
in one process that has its libraries already. With --growth, `course grade` alone grades classes of
these sizes. Memory is the largest of all processes of the run at any moment: of the parent, and of
parent and workers together without what they share. Run it on a machine that does nothing else.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from autograder.answers import answered, reference_answers
from autograder.folders import REPOSITORY, CourseFolder
from autograder.gradebook.marks import totals
from autograder.gradebook.writer import opened
from autograder.release import release
from autograder.source import load_unit
from benchmarks.units import NOTEBOOKS, source_text

_BARE = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
import numpy
cells = json.load(open(sys.argv[1]))
for _ in range(int(sys.argv[2])):
    shell = InteractiveShell()
    for cell in cells:
        shell.run_cell(cell, silent=True)
    InteractiveShell.clear_instance()
"""


@dataclass(frozen=True)
class Took:
    """One run: wall and processor time in seconds, memory in megabytes, scores by student."""

    name: str
    submissions: int
    wall_s: float
    cpu_s: float
    parent_mb: float = 0.0
    all_mb: float = 0.0
    scores: dict[str, float] | None = None


def make_class(root: Path, unit: str, submissions: int) -> CourseFolder:
    """Make a course with one unit and so many right submissions."""
    folder = CourseFolder(root)
    shutil.copytree(REPOSITORY / "solutions/_given", folder.solutions / "_given")
    if unit in NOTEBOOKS:
        (folder.solutions / unit).mkdir()
        folder.source_text(unit).write_text(source_text(unit))
    else:
        shutil.copytree(REPOSITORY / "solutions" / unit, folder.solutions / unit)
    release(folder, unit)
    notebook = json.dumps(answered(folder, unit, reference_answers(load_unit(folder, unit))))
    for number in range(submissions):
        place = folder.submitted / f"s{number:05d}" / unit
        place.mkdir(parents=True)
        (place / f"{unit}.ipynb").write_text(notebook)
    return folder


class Memory(threading.Thread):
    """Watches a process and all that it started, five times a second, until it ends."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self.parent_mb = self.all_mb = 0.0
        # bubblewrap ends without waiting for what it started, whose time no parent then knows.
        self._caged_s: dict[int, float] = {}

    @property
    def caged_s(self) -> float:
        """Processor time of what ran inside bubblewrap, in seconds."""
        return sum(self._caged_s.values())

    def run(self) -> None:
        """Watch."""
        while (own := _own_mb(self._pid)) is not None:
            offspring = _offspring(self._pid)
            below = sum(_own_mb(pid) or 0.0 for pid in offspring)
            self._caged_s |= {pid: s for pid in offspring if (s := _caged_s(pid)) is not None}
            self.parent_mb = max(self.parent_mb, own)
            self.all_mb = max(self.all_mb, own + below)
            time.sleep(0.2)


def _own_mb(pid: int) -> float | None:
    """Return the memory that a process shares with no other."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return None
    if len(lines) < 2:
        return None
    own = ("Private_Clean:", "Private_Dirty:")
    return sum(int(line.split()[1]) for line in lines if line.startswith(own)) / 1024


def _caged_s(pid: int) -> float | None:
    """Return the processor time of a process that bubblewrap started and of its children."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        names = [Path(f"/proc/{each}/comm").read_text().strip() for each in (fields[1], pid)]
    except OSError:
        return None
    if names[0] != "bwrap" or names[1] == "bwrap":
        return None
    return sum(int(ticks) for ticks in fields[11:15]) / os.sysconf("SC_CLK_TCK")


def _offspring(pid: int) -> list[int]:
    found: list[int] = []
    ahead = [pid]
    while ahead:
        try:
            text = Path(f"/proc/{ahead[0]}/task/{ahead[0]}/children").read_text()
        except OSError:
            text = ""
        below = [int(word) for word in text.split()]
        found += below
        ahead = [*ahead[1:], *below]
    return found


def timed(name: str, folder: CourseFolder, count: int, commands: list[list[str]]) -> Took:
    """Run commands in the course folder, and watch their time and memory."""
    tools = Path(sys.executable).parent
    environment = os.environ | {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder.root),
        "PYTHONPATH": str(REPOSITORY),
        # nbgrader gives no point for a test cell that writes to the standard error stream, and
        # TensorFlow complains there of a graphics card that is not to be had.
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    parent_mb = all_mb = caged_s = 0.0
    for command in commands:
        child = subprocess.Popen(
            command, cwd=folder.root, env=environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        memory = Memory(child.pid)
        memory.start()
        _, said = child.communicate()
        memory.join()
        if child.returncode:
            sys.exit(f"{' '.join(command)} ended with {child.returncode}:\n{said[-2000:]}")
        parent_mb, all_mb = max(parent_mb, memory.parent_mb), max(all_mb, memory.all_mb)
        caged_s += memory.caged_s
    wall_s = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(name, count, wall_s, cpu_s + caged_s, parent_mb, all_mb)


def scores_in(folder: CourseFolder, unit: str) -> dict[str, float]:
    """Return the scores in the course's gradebook."""
    with opened(folder) as book:
        return {row.student: row.raw_score for row in totals(book, unit).rows}


def ours(unit: str, count: int, workers: int, *, again: bool = False) -> tuple[Took, Took]:
    """Grade a class, then run the same command once more; return both."""
    with tempfile.TemporaryDirectory() as root:
        folder = make_class(Path(root), unit, count)
        command = [sys.executable, "-m", "autograder", "grade", unit, "--course", root]
        command += ["--workers", str(workers), "--quiet"]
        name = f"course grade, {workers} worker{'s' if workers > 1 else ''}"
        took = timed(name, folder, count, [command])
        scores = scores_in(folder, unit)
        second = timed("  the same again", folder, count, [command]) if again else took
    return Took(**(vars(took) | {"scores": scores})), second


def stock(unit: str, count: int) -> Took:
    """Grade a class with nbgrader alone, as it comes."""
    nbgrader = str(Path(sys.executable).parent / "nbgrader")
    with tempfile.TemporaryDirectory() as root:
        folder = make_class(Path(root), unit, count)
        (folder.root / "nbgrader_config.py").write_text(
            'c = get_config()\nc.CourseDirectory.release_directory = "exercises"\n'
            'c.CourseDirectory.course_id = "deep_learning_foundations"\n'
            "c.ClearMarkScheme.enforce_metadata = False\n"
        )
        commands = [
            [nbgrader, "generate_assignment", unit, "--force"],
            [nbgrader, "autograde", unit],
        ]
        took = timed("stock nbgrader 0.9.6", folder, count, commands)
        return Took(**(vars(took) | {"scores": scores_in(folder, unit)}))


def bare(unit: str, count: int) -> Took:
    """Run the cells of each submission, and no test."""
    with tempfile.TemporaryDirectory() as root:
        folder = make_class(Path(root), unit, 1)
        source = load_unit(folder, unit)
        answers = reference_answers(source)
        cells = [
            answers.get(cell.grade_id, cell.source)
            for cell in source.cells
            if cell.cell_type == "code" and cell.kind != "tests"
        ]
        script, data = folder.root / "bare.py", folder.root / "cells.json"
        script.write_text(_BARE)
        data.write_text(json.dumps(cells))
        command = [sys.executable, str(script), str(data), str(count)]
        return timed("bare cells", folder, count, [command])


def show(runs: list[Took]) -> None:
    """Print one line for each run."""
    head = ("class", "wall s", "cpu s", "ms each", "cpu ms each", "parent MB", "all MB")
    print(f"{'':26}" + "".join(f"{name:>12}" for name in head))
    for run in runs:
        each, cpu = (1000 * s / run.submissions for s in (run.wall_s, run.cpu_s))
        print(
            f"{run.name:26}{run.submissions:12}{run.wall_s:12.1f}{run.cpu_s:12.1f}{each:12.0f}"
            f"{cpu:12.0f}{run.parent_mb:12.0f}{run.all_mb:12.0f}"
        )


def main() -> None:
    """Read the command line, time and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--unit", default="perceptron")
    options.add_argument("--submissions", type=int, default=12, help="0 leaves stock out")
    options.add_argument("--growth", default="", metavar="20,200,2000")
    options.add_argument("--workers", default="2", metavar="1,2")
    chosen = options.parse_args()
    workers = [int(word) for word in chosen.workers.split(",")]
    if count := chosen.submissions:
        slow, floor = stock(chosen.unit, count), bare(chosen.unit, count)
        quick = [ours(chosen.unit, count, number)[0] for number in workers]
        for run in quick:
            assert run.scores == slow.scores, "expected the same scores from both"
        show([slow, *quick, floor])
        for run in quick:
            print(
                f"stock / {run.name}: {slow.wall_s / run.wall_s:.1f} (wall), "
                f"{slow.cpu_s / run.cpu_s:.1f} (cpu)"
            )
    grown: list[Took] = []
    for size in [int(word) for word in chosen.growth.split(",") if word]:
        for number in workers:
            grown += ours(chosen.unit, size, number, again=True)
    if grown:
        show(grown)
        if count:
            each_s = slow.wall_s / slow.submissions
            for run in grown[::2]:
                ratio = each_s / (run.wall_s / run.submissions)
                print(f"stock / {run.name}, class of {run.submissions}: {ratio:.1f} (wall, each)")


if __name__ == "__main__":
    main()
