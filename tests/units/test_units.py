"""Each unit's tests, tried: the reference, the stub, other right answers, known mistakes.

A unit is found by its folder below tests/units; its bank lies there (see CONTRIBUTING.md).
"""

import json
from functools import lru_cache
from pathlib import Path

import pytest

from autograder.answers import answered, chapter_definitions, read_bank, reference_answers
from autograder.folders import CourseFolder
from autograder.grading import grade, released_answers
from autograder.release import released_notebook
from autograder.result import Outcome, Result
from autograder.source import load_unit
from autograder.submission import match
from autograder.unit import Unit

FOLDER = CourseFolder()
BANKS = Path(__file__).parent
SLUGS = sorted(p.name for p in BANKS.iterdir() if p.is_dir() and (p / "mistakes").is_dir())

pytestmark = pytest.mark.slow


@lru_cache
def unit_of(slug: str) -> Unit:
    return load_unit(FOLDER, slug)


def grade_answers(slug: str, answers: dict[str, str], seed: int = 20261121) -> Result:
    """Grade the release with these answers in it."""
    unit = unit_of(slug)
    submission = match(answered(FOLDER, slug, answers), unit, "student")
    released = released_answers(json.loads(released_notebook(FOLDER, slug)))
    return grade(unit, submission, seed, released=released, engine="stock")


def automatic(result: Result) -> dict[str, tuple[float, float]]:
    """Points and maximum of the tasks that are graded automatically."""
    manual = {task.grade_id for task in unit_of(result.unit).tasks if task.manual}
    return {t.grade_id: (t.points, t.max_points) for t in result.tasks if t.grade_id not in manual}


def lost(result: Result) -> dict[str, str]:
    """What went wrong, by task."""
    return {
        t.grade_id: "; ".join((str(t.outcome), *t.messages, *t.failed_properties))
        for t in result.tasks
        if t.outcome not in (Outcome.PASSED, Outcome.NEEDS_PERSON, Outcome.NOT_ATTEMPTED)
        or (t.outcome is Outcome.NOT_ATTEMPTED and t.grade_id in automatic(result))
    }


def test_there_are_units() -> None:
    assert SLUGS, f"expected a bank of answers below {BANKS}"


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("seed", [20261121, 1, 2, 3, 4, 5, 6, 7, 8, 9])
def test_the_reference_earns_every_automatic_point(slug: str, seed: int) -> None:
    result = grade_answers(slug, reference_answers(unit_of(slug)), seed)

    assert lost(result) == {}
    assert not result.findings


@pytest.mark.parametrize("slug", SLUGS)
def test_the_untouched_stub_earns_nothing(slug: str) -> None:
    result = grade_answers(slug, {})

    assert result.score == 0
    assert {t.outcome for t in result.tasks} == {Outcome.NOT_ATTEMPTED}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_bare_raise_in_one_task_loses_that_task_alone(slug: str) -> None:
    unit = unit_of(slug)
    reference = reference_answers(unit)
    for task in unit.tasks:
        for name in () if task.manual else task.answers:
            broken = reference | {name: "raise NotImplementedError"}
            assert set(lost(grade_answers(slug, broken))) == {task.grade_id}, name


def _right() -> list[tuple[str, str]]:
    return [(s, p.name) for s in SLUGS for p in sorted((BANKS / s / "right").glob("*.py"))]


@pytest.mark.parametrize(("slug", "name"), _right())
def test_another_right_answer_earns_every_automatic_point(slug: str, name: str) -> None:
    sections = {a.name: a.source for a in read_bank(BANKS / slug / "right" / name)}

    assert lost(grade_answers(slug, reference_answers(unit_of(slug)) | sections)) == {}


@pytest.mark.parametrize("slug", SLUGS)
def test_there_are_three_other_right_answers_and_mistakes_for_every_task(slug: str) -> None:
    unit = unit_of(slug)
    names = {name for task in unit.tasks if not task.manual for name in task.answers}

    assert len(list((BANKS / slug / "right").glob("*.py"))) >= 3
    assert {p.stem for p in (BANKS / slug / "mistakes").glob("*.py")} == names


def _mistakes() -> list[tuple[str, str, str]]:
    return [
        (slug, path.stem, answer.name)
        for slug in SLUGS
        for path in sorted((BANKS / slug / "mistakes").glob("*.py"))
        for answer in read_bank(path)
    ]


@pytest.mark.parametrize(("slug", "task", "mistake"), _mistakes())
def test_a_known_mistake_loses_its_task_and_no_other(slug: str, task: str, mistake: str) -> None:
    bank = {a.name: a for a in read_bank(BANKS / slug / "mistakes" / f"{task}.py")}
    answers = reference_answers(unit_of(slug)) | {task: bank[mistake].source}

    assert set(lost(grade_answers(slug, answers))) == {f"{task}-tests"}
    assert bank[mistake].sentence, "expected the sentence that names the mistake"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_chapter_pasted_in_earns_a_quarter_at_most(slug: str) -> None:
    unit = unit_of(slug)
    given = chapter_definitions(FOLDER.root / "book" / f"{unit.about['chapter']}.md")
    pasted = {a.name: f"{given}\n\n{a.source}" for a in read_bank(BANKS / slug / "chapter.py")}

    scores = automatic(grade_answers(slug, pasted))

    assert sum(p for p, _ in scores.values()) <= 0.25 * sum(m for _, m in scores.values())
