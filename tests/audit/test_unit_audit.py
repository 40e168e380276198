"""A whole audit: a sound unit has no problem, and every planted one is found and named."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.audit.cases import Kind
from autograder.audit.page import audit_page
from autograder.audit.record import is_current, write_record
from autograder.audit.unit_audit import Settings, UnitAudit, all_mutants, audit_unit, sampled
from autograder.folders import CourseFolder
from autograder.source import load_unit
from tests.audit.small_bank import add_to_bank, change_source, course_with_bank
from tests.small_course.making import SLUG

pytestmark = pytest.mark.slow

SETTINGS = Settings(workers=2, cage="none", sample=0, threshold=0.0)


class Steps:
    """Counts what an audit says of its progress."""

    def __init__(self) -> None:
        self.total = self.done = 0

    def begins(self, slug: str, what: str, total: int) -> None:
        self.total += total

    def goes_on(self) -> None:
        self.done += 1


def audited(folder: CourseFolder, settings: Settings = SETTINGS) -> UnitAudit:
    steps = Steps()
    found = audit_unit(folder, SLUG, settings, steps)
    assert steps.done == steps.total > 0
    return found


@pytest.fixture
def folder(tmp_path: Path) -> CourseFolder:
    return course_with_bank(tmp_path)


def test_a_sound_unit_has_no_problem(folder: CourseFolder) -> None:
    found = audited(folder)

    assert found.findings.problems == ()
    assert [(t.mistakes, t.caught) for t in found.findings.tasks] == [(2, 2), (1, 1), (1, 1)]
    kinds = {case.kind for case in found.cases}
    assert kinds == {*Kind} - {Kind.MUTANT, Kind.CHAPTER}
    assert len([c for c in found.cases if c.kind is Kind.REFERENCE and not c.in_place]) == 10
    assert 0 < found.findings.time_s < found.findings.budget_s


def weak(folder: CourseFolder) -> None:
    """Take the values out of a test: what remains asks for the shape."""
    change_source(folder, "row_sums([[1, 2], [3, 4]]), [3, 7])", "row_sums([[3]]), [3])")
    change_source(folder, "row_sums(numbers), numbers @ np.ones(3))", "[3], [3])")
    change_source(folder, "row_sums(np.ones((1, 5))), [5])", "[5], [5])")


def strict(folder: CourseFolder) -> None:
    """Ask for what only one way of computing gives."""
    change_source(
        folder,
        "# property: A single row",
        "# property: Nothing beyond the reference.\n"
        "assert row_sums(np.ones((2, 3), dtype=int)).dtype.kind == 'i'\n# property: A single row",
    )


def twice(folder: CourseFolder) -> None:
    """Let a second task depend on the first."""
    change_source(
        folder,
        'expect("shares", shares([[1, 3]',
        'assert row_sums([[2, 2], [1, 1]])[0] == 4\nexpect("shares", shares([[1, 3]',
    )


def placed(folder: CourseFolder) -> None:
    """Let a hidden test leave something behind for what is run later."""
    change_source(
        folder,
        'expect("column_means", column_means([[7, 8, 9]]), [7, 8, 9])',
        'expect("column_means", column_means([[7, 8, 9]]), [7, 8, 9])\nglobals()["left"] = True',
    )
    change_source(folder, 'expect("shares", shares([[1, 3]', "assert 'left' not in globals()\n"
                  'expect("shares", shares([[1, 3]')  # fmt: skip


def free(folder: CourseFolder) -> None:
    """Give points for nothing."""
    change_source(folder, 'expect("column_means", column_means([[1, 2], [3, 4]]), [2, 3])', "")
    change_source(folder, 'expect("column_means", column_means([[7, 8, 9]]), [7, 8, 9])', "pass")


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (weak, "mistake: row-sums, absolute: it passes (the signs were dropped)"),
        (strict, "right: products: a right answer loses row-sums-tests (Nothing beyond"),
        (twice, "raise: row-sums: it also loses shares-tests"),
        (free, "mistake: column-means, rows: it passes (the rows were averaged"),
        (free, "raise: column-means: it passes (there is no answer)"),
        (placed, "ends differently when hidden tests run in place"),
    ],
)
def test_a_planted_fault_is_found(
    folder: CourseFolder, plant: Callable[[CourseFolder], None], said: str
) -> None:
    plant(folder)

    problems = audited(folder).findings.problems

    assert [problem for problem in problems if said in problem], problems


def test_a_mutant_that_a_weak_test_lets_pass_is_shown_beside_it(folder: CourseFolder) -> None:
    every = replace(SETTINGS, sample=None)
    strong = audited(folder, every)
    weak(folder)
    found = audited(folder, every)

    open_ones = [s for s in found.findings.tasks[0].survivors if s.state == "open"]
    assert len(open_ones) > strong.findings.tasks[0].count("open")
    assert found.findings.score < strong.findings.score
    page = audit_page(found)
    assert f"Survivors: not found ({sum(t.count('open') for t in found.findings.tasks)})" in page
    assert "<del>-    return np.asarray(X).sum(axis=1)</del>" in page
    assert "row_sums([[3]]), [3])" in page.replace("&quot;", '"')
    assert {s.evidence.why_not for s in open_ones} == {"only 7 inputs could be tried"}


def test_a_score_below_the_threshold_is_a_problem(folder: CourseFolder) -> None:
    weak(folder)
    problems = audited(folder, replace(SETTINGS, sample=None, threshold=1.0)).findings.problems
    assert "100 % is the threshold" in problems[-1]


def test_an_explanation_settles_its_survivor_and_must_be_needed(folder: CourseFolder) -> None:
    weak(folder)
    entry = '[[survivor]]\nanswer = "{}"\nverdict = "accepted"\nreason = "weak on purpose"\n'
    add_to_bank(folder, "survivors.toml", entry.format("row-sums"))
    add_to_bank(folder, "survivors.toml", entry.format("no-such-answer"))
    found = audited(folder, replace(SETTINGS, sample=None))

    assert found.findings.tasks[0].count("open") == 0
    assert found.findings.tasks[0].count("accepted") > 0
    idle = [p for p in found.findings.problems if p.startswith("survivors.toml")]
    assert ["no-such-answer" in problem for problem in idle] == [True]
    assert "weak on purpose" in audit_page(found)


def test_a_sample_is_the_same_each_time_and_leaves_no_answer_out(folder: CourseFolder) -> None:
    made = all_mutants(load_unit(folder, SLUG))
    some = sampled(made, 9)

    assert len(some) == 9
    assert some == sampled(made, 9)
    assert {mutant.answer for mutant in some} == {"row-sums", "column-means", "shares"}
    assert sampled(made, 10_000) == made


def test_a_record_holds_until_something_changes(folder: CourseFolder) -> None:
    found = audited(folder)
    assert not is_current(folder, SLUG)
    path = write_record(folder, found.findings)

    assert is_current(folder, SLUG)
    assert json.loads(path.read_text())["passed"] is True
    add_to_bank(folder, "right/loops.py", "")
    assert not is_current(folder, SLUG)


def test_a_record_of_an_audit_that_failed_does_not_hold(folder: CourseFolder) -> None:
    free(folder)
    write_record(folder, audited(folder).findings)
    assert not is_current(folder, SLUG)
