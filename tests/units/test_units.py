"""Each unit's tests, tried: its audit passes, and stock grading accepts every right answer.

A unit is found by its folder below tests/units; its bank lies there (see CONTRIBUTING.md).
"""

import json
import os
from functools import lru_cache
from pathlib import Path

import pytest

from autograder.answers import answered, read_bank, reference_answers
from autograder.audit.findings import BUDGET_S, budget_s
from autograder.audit.record import is_current, read_record
from autograder.audit.unit_audit import Settings, audit_unit
from autograder.execution.cage import find_cage
from autograder.folders import CourseFolder
from autograder.grading import grade, released_answers
from autograder.release import released_notebook
from autograder.result import Outcome
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


class Nobody:
    """Watches an audit without a word."""

    def begins(self, slug: str, what: str, total: int) -> None:
        pass

    def goes_on(self) -> None:
        pass


def test_every_unit_has_a_bank() -> None:
    assert SLUGS == FOLDER.slugs(), f"expected a bank of answers below {BANKS} for each unit"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_audit_of_a_unit_passes(slug: str) -> None:
    if is_current(FOLDER, slug):
        assert read_record(FOLDER, slug)["score"] >= 0.95
        return
    # Something changed since it was recorded: `./course audit UNIT --record` keeps this short.
    # The night tries all mutants of a unit that trains networks, which takes half an hour.
    sample = 120 if budget_s(unit_of(slug)) > BUDGET_S else None
    settings = Settings(os.cpu_count() or 1, find_cage().mode, sample)
    audit = audit_unit(FOLDER, slug, settings, Nobody())
    assert audit.findings.problems == ()


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if not unit_of(slug).max_score])
def test_a_practice_unit_is_passed_neither_untouched_nor_by_its_chapter(slug: str) -> None:
    # The audit counts points for these two, and here there are none.
    unit, released = unit_of(slug), released_answers(json.loads(released_notebook(FOLDER, slug)))
    chapter = {a.name: a.source for a in read_bank(BANKS / slug / "chapter.py")}
    passed = []
    for answers in (released, released | chapter):
        submission = match(answered(FOLDER, slug, answers), unit, "student")
        result = grade(unit, submission, released=released, engine="stock")
        passed.append(sum(task.outcome is Outcome.PASSED for task in result.tasks))

    assert passed[0] == 0
    assert passed[1] <= len(unit.tasks) / 4


def _right() -> list[tuple[str, str]]:
    # Where networks are trained the reference stands for the rest, which the audit grades too.
    quick = [slug for slug in SLUGS if budget_s(unit_of(slug)) <= BUDGET_S]
    named = [(s, p.name) for s in quick for p in sorted((BANKS / s / "right").glob("*.py"))]
    return [*((slug, "") for slug in SLUGS), *named]


@pytest.mark.parametrize(("slug", "name"), _right())
def test_a_right_answer_earns_every_automatic_point_from_stock_grading(
    slug: str, name: str
) -> None:
    unit = unit_of(slug)
    answers = reference_answers(unit)
    if name:
        answers |= {a.name: a.source for a in read_bank(BANKS / slug / "right" / name)}
    released = released_answers(json.loads(released_notebook(FOLDER, slug)))
    submission = match(answered(FOLDER, slug, answers), unit, "student")

    result = grade(unit, submission, released=released, engine="stock")

    lost = {
        t.grade_id: (t.outcome, t.messages, t.failed_properties)
        for t in result.tasks
        if not t.manual and t.outcome is not Outcome.PASSED
    }
    assert lost == {}
    assert not result.findings
