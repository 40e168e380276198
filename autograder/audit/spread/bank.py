"""Which answers of a unit's bank the notebook is run with."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.answers import read_bank, reference_answers
from autograder.audit.spread.notebook import MISTAKE, RIGHT, SHAKY, SINGLE, Run
from autograder.errors import UnitError
from autograder.folders import CourseFolder
from autograder.unit import Unit

REFERENCE = "reference"
_DRAWS = 3


def bank_folder(folder: CourseFolder, slug: str) -> Path:
    """Return where the other right answers and the known mistakes of a unit lie."""
    return folder.root / "tests" / "units" / slug


def right_answers(folder: CourseFolder, unit: Unit) -> dict[str, dict[str, str]]:
    """Return the answers of the reference and of every other right answer, by name."""
    reference = reference_answers(unit)
    found = {REFERENCE: reference}
    for path in sorted((bank_folder(folder, unit.slug) / "right").glob("*.py")):
        sections = {answer.name: answer.source for answer in read_bank(path)}
        _check(path, sections, reference)
        found[path.stem] = reference | sections
    return found


def right_runs(right: Mapping[str, Mapping[str, str]], seeds: Sequence[int]) -> list[Run]:
    """Return the runs of right answers: as they are, shaken, and with inputs in float32.

    The reference is shaken in several ways, every seed in one of them; others in one.
    """
    whole = tuple(seeds)
    runs = [Run(name, RIGHT, answers, whole) for name, answers in right.items()]
    for number, (name, answers) in enumerate(right.items()):
        draws = _DRAWS if name == REFERENCE else 1
        for draw in range(draws):
            own = whole[draw::_DRAWS] or whole[:1]
            runs.append(Run(name, SHAKY, answers, own, draw=number * _DRAWS + draw + 1))
    runs.append(Run(REFERENCE, SINGLE, right[REFERENCE], whole))
    return runs


def mistake_runs(folder: CourseFolder, unit: Unit, seeds: Sequence[int]) -> list[Run]:
    """Return one run for every known mistake, which looks at the mistake's task alone.

    Raises:
        UnitError: a file of the bank names no answer cell of an automatic task.
    """
    reference = reference_answers(unit)
    tasks = {name: task.grade_id for task in unit.tasks if not task.manual for name in task.answers}
    runs = []
    for path in sorted((bank_folder(folder, unit.slug) / "mistakes").glob("*.py")):
        _check(path, [path.stem], tasks)
        for answer in read_bank(path):
            answers = reference | {path.stem: answer.source}
            name = f"{path.stem}/{answer.name}"
            runs.append(Run(name, MISTAKE, answers, tuple(seeds), task=tasks[path.stem]))
    return runs


def _check(path: Path, names: Sequence[str] | Mapping[str, str], known: Mapping[str, str]) -> None:
    unknown = sorted(set(names) - set(known))
    if unknown:
        raise UnitError(f"{path}: expected names of answer cells, got {', '.join(unknown)}")
