"""A unit's bank of answers with known worth: other right answers, known mistakes, the chapter."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder.answers import chapter_definitions, read_bank
from autograder.errors import UnitError
from autograder.folders import CourseFolder
from autograder.unit import Unit


@dataclass(frozen=True)
class Mistake:
    """One known mistake.

    Attributes:
        answer: grade_id of the answer cell.
        name: the mistake's name, unique for the answer.
        sentence: what a student who made it needs to hear.
        source: the whole answer cell.
    """

    answer: str
    name: str
    sentence: str
    source: str


@dataclass(frozen=True)
class Bank:
    """All that a unit's bank holds.

    Attributes:
        right: other right answers: by idea, then by grade_id of the answer cell.
        mistakes: known mistakes, in the order of their files.
        chapter: the chapter's own functions as answers, by grade_id; empty without `chapter.py`.
    """

    right: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()
    chapter: Mapping[str, str] = field(default_factory=dict)


def bank_of(folder: CourseFolder, unit: Unit) -> Bank:
    """Read the bank of a unit.

    Raises:
        UnitError: there is none, a file of it is malformed, or it names no answer of the unit.
    """
    at = folder.bank(unit.slug)
    if not at.is_dir():
        raise UnitError(
            f"expected a bank of answers at {at}, found none: without right answers and known "
            "mistakes there is nothing to try the tests on (CONTRIBUTING, The bank of answers)"
        )
    answers = {cell.grade_id for cell in unit.cells if cell.kind == "answer"}
    right: dict[str, dict[str, str]] = {}
    for path in sorted((at / "right").glob("*.py")):
        right[path.stem] = {a.name: a.source for a in read_bank(path)}
        _check(path, right[path.stem].keys(), answers)
    mistakes: list[Mistake] = []
    for path in sorted((at / "mistakes").glob("*.py")):
        _check(path, {path.stem}, answers)
        mistakes += [Mistake(path.stem, a.name, a.sentence, a.source) for a in read_bank(path)]
    return Bank(right, tuple(mistakes), _chapter(folder, unit))


def _check(path: Path, named: Collection[str], answers: Collection[str]) -> None:
    if unknown := sorted({*named} - {*answers}):
        raise UnitError(f"{path}: expected names of answer cells, got {', '.join(unknown)}")


def _chapter(folder: CourseFolder, unit: Unit) -> dict[str, str]:
    """Return what a student would paste who copies from the chapter, by answer."""
    path = folder.bank(unit.slug) / "chapter.py"
    chapter = folder.root / "book" / f"{unit.about.get('chapter', '')}.md"
    if not path.is_file() or not chapter.is_file():
        return {}
    given = chapter_definitions(chapter)
    return {a.name: f"{given}\n\n{a.source}" for a in read_bank(path)}
