"""What an audit grades: answers whose worth is known beforehand, and mutants of the reference."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from autograder.answers import reference_answers
from autograder.audit.bank import Bank
from autograder.audit.mutants import Mutant
from autograder.grading import FIXED_SEED
from autograder.unit import Task, Unit

RAISES = "raise NotImplementedError"


class Kind(StrEnum):
    """What an answer is, from which follows what it has to earn."""

    REFERENCE = "reference"
    RIGHT = "right"
    STUB = "stub"
    EMPTY = "empty"
    RAISE = "raise"
    CHAPTER = "chapter"
    MISTAKE = "mistake"
    MUTANT = "mutant"


@dataclass(frozen=True)
class Case:
    """One submission of the audit.

    Attributes:
        name: unique among the cases of the unit.
        kind: what it is.
        answers: the content of answer cells, by grade_id; the others stay as released.
        seed: what hidden tests draw from.
        task: grade_id of the only task that may lose points; "" where none may, or all.
        alone: whether only that task's tests are run.
        in_place: whether hidden tests run where they stand.
        sentence: what is wrong with it; "" for nothing.
        mutant: of a mutant.
    """

    name: str
    kind: Kind
    answers: Mapping[str, str]
    seed: int = FIXED_SEED
    task: str = ""
    alone: bool = False
    in_place: bool = False
    sentence: str = ""
    mutant: Mutant | None = None


def automatic(unit: Unit) -> list[Task]:
    """Return the tasks whose points come from tests."""
    return [task for task in unit.tasks if not task.manual]


def task_of(unit: Unit, answer: str) -> Task:
    """Return the task that an answer cell belongs to; KeyError if none does."""
    for task in automatic(unit):
        if answer in task.answers:
            return task
    raise KeyError(answer)


def known_cases(unit: Unit, bank: Bank, seeds: Sequence[int]) -> list[Case]:
    """Return every case whose worth is known: all but the mutants.

    Args:
        unit: the unit.
        bank: its bank of answers.
        seeds: what the reference is graded with, one by one.
    """
    return [
        *_right_cases(unit, bank, seeds),
        Case("stub", Kind.STUB, {}),
        *_blank_cases(unit),
        *_mistake_cases(unit, bank),
        *([Case("chapter", Kind.CHAPTER, bank.chapter)] if bank.chapter else []),
    ]


def mutant_cases(unit: Unit, mutants: Iterable[Mutant]) -> list[Case]:
    """Return a case for each mutant, each of which only its own task's tests have to find."""
    reference = reference_answers(unit)
    return [
        Case(
            f"mutant-{number:04d}",
            Kind.MUTANT,
            reference | {mutant.answer: mutant.source},
            task=task_of(unit, mutant.answer).grade_id,
            alone=True,
            sentence=mutant.sentence,
            mutant=mutant,
        )
        for number, mutant in enumerate(mutants)
    ]


def _right_cases(unit: Unit, bank: Bank, seeds: Sequence[int]) -> Iterator[Case]:
    reference = reference_answers(unit)
    for seed in seeds:
        yield Case(f"reference, seed {seed}", Kind.REFERENCE, reference, seed)
    yield Case("reference, in place", Kind.REFERENCE, reference, in_place=True)
    for idea, answers in bank.right.items():
        mine = reference | dict(answers)
        yield Case(f"right: {idea}", Kind.RIGHT, mine)
        yield Case(f"right: {idea}, in place", Kind.RIGHT, mine, in_place=True)


def _blank_cases(unit: Unit) -> Iterator[Case]:
    reference = reference_answers(unit)
    for task in automatic(unit):
        for answer in task.answers:
            for kind, source in ((Kind.EMPTY, ""), (Kind.RAISE, RAISES)):
                answers = reference | {answer: source}
                yield Case(f"{kind}: {answer}", kind, answers, task=task.grade_id)


def _mistake_cases(unit: Unit, bank: Bank) -> Iterator[Case]:
    reference = reference_answers(unit)
    tried = set()
    for mistake in bank.mistakes:
        task = task_of(unit, mistake.answer)
        answers = reference | {mistake.answer: mistake.source}
        name = f"mistake: {mistake.answer}, {mistake.name}"
        case = Case(name, Kind.MISTAKE, answers, task=task.grade_id, sentence=mistake.sentence)
        yield case
        if task.grade_id not in tried:  # one a task: where tests stand is a matter of the task
            tried.add(task.grade_id)
            yield Case(
                f"{name}, in place",
                Kind.MISTAKE,
                answers,
                task=task.grade_id,
                in_place=True,
                sentence=mistake.sentence,
            )
