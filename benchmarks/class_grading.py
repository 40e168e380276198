"""How long a class takes: `course grade` beside stock `nbgrader autograde`, on the same notebooks.

Both grade N right submissions of a unit, gradebook included, in one run on one machine, and must
come to the same scores. Prints a table and the ratio. Run it on a machine that does nothing else:

    python benchmarks/class_grading.py --unit perceptron --submissions 12
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
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


@dataclass(frozen=True)
class Took:
    """One engine's run: wall and processor time in seconds, and the scores by student."""

    name: str
    wall_s: float
    cpu_s: float
    scores: dict[str, float]


def make_class(root: Path, unit: str, submissions: int) -> CourseFolder:
    """Make a course with one unit and so many right submissions."""
    folder = CourseFolder(root)
    for name in ("_given", unit):
        shutil.copytree(REPOSITORY / "solutions" / name, folder.solutions / name)
    shutil.copy(REPOSITORY / "nbgrader_config.py", root)
    release(folder, unit)
    notebook = json.dumps(answered(folder, unit, reference_answers(load_unit(folder, unit))))
    for number in range(submissions):
        place = folder.submitted / f"s{number:04d}" / unit
        place.mkdir(parents=True)
        (place / f"{unit}.ipynb").write_text(notebook)
    return folder


def timed(name: str, folder: CourseFolder, unit: str, commands: list[list[str]]) -> Took:
    """Run commands in the course folder and read the scores from its gradebook."""
    tools = Path(sys.executable).parent
    environment = os.environ | {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder.root),
        "PYTHONPATH": str(REPOSITORY),
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    for command in commands:
        subprocess.run(command, cwd=folder.root, env=environment, check=True, capture_output=True)
    wall_s = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    with opened(folder) as book:
        scores = {row.student: row.raw_score for row in totals(book, unit).rows}
    return Took(name, wall_s, cpu_s, scores)


def main() -> None:
    """Time both engines and print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--unit", default="perceptron")
    options.add_argument("--submissions", type=int, default=12)
    chosen = options.parse_args()
    nbgrader = str(Path(sys.executable).parent / "nbgrader")
    took = []
    for name in ("stock nbgrader", "course grade"):
        with tempfile.TemporaryDirectory() as root:
            folder = make_class(Path(root), chosen.unit, chosen.submissions)
            stock = [
                [nbgrader, "generate_assignment", chosen.unit, "--force"],
                [nbgrader, "autograde", chosen.unit],
            ]
            ours = [[sys.executable, "-m", "autograder", "grade", chosen.unit, "--course", root]]
            commands = stock if name == "stock nbgrader" else ours
            took.append(timed(name, folder, chosen.unit, commands))
    assert took[0].scores == took[1].scores, "expected the same scores from both"
    print(f"{chosen.submissions} right submissions of {chosen.unit}, gradebook included")
    print(f"{'engine':16}{'wall s':>9}{'cpu s':>9}{'cpu s each':>12}")
    for run in took:
        each = run.cpu_s / chosen.submissions
        print(f"{run.name:16}{run.wall_s:9.1f}{run.cpu_s:9.1f}{each:12.2f}")
    print(
        f"stock / course grade: {took[0].wall_s / took[1].wall_s:.1f} (wall), "
        f"{took[0].cpu_s / took[1].cpu_s:.1f} (cpu)"
    )


if __name__ == "__main__":
    main()
