"""Which answers of a unit's bank the notebook is run with."""

from collections.abc import Mapping, Sequence

from autograder.answers import reference_answers
from autograder.audit.bank import Bank
from autograder.audit.spread.notebook import MISTAKE, RIGHT, SHAKY, SINGLE, Run
from autograder.errors import UnitError
from autograder.unit import Unit

REFERENCE = "reference"
_DRAWS = 3


def right_answers(unit: Unit, bank: Bank) -> dict[str, dict[str, str]]:
    """Return the answers of the reference and of every other right answer, by name."""
    reference = reference_answers(unit)
    others = {idea: reference | dict(answers) for idea, answers in bank.right.items()}
    return {REFERENCE: reference} | others


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


def mistake_runs(unit: Unit, bank: Bank, seeds: Sequence[int]) -> list[Run]:
    """Return one run for every known mistake, which looks at the mistake's task alone.

    Raises:
        UnitError: a mistake is one of an answer that no automatic task has.
    """
    reference = reference_answers(unit)
    tasks = {name: task.grade_id for task in unit.tasks if not task.manual for name in task.answers}
    if unknown := sorted({mistake.answer for mistake in bank.mistakes} - tasks.keys()):
        raise UnitError(
            f"{unit.slug}: expected mistakes of answers to automatic tasks, got "
            f"{', '.join(unknown)}"
        )
    return [
        Run(
            f"{mistake.answer}/{mistake.name}",
            MISTAKE,
            reference | {mistake.answer: mistake.source},
            tuple(seeds),
            task=tasks[mistake.answer],
        )
        for mistake in bank.mistakes
    ]
