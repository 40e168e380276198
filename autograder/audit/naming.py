"""The table of a unit's diagnoses, made from what an audit graded, and how well it names."""

from collections.abc import Iterator, Sequence
from typing import Any

from autograder.audit.cases import Case, Kind, task_of
from autograder.audit.unit_audit import UnitAudit
from autograder.diagnosis.measure import Share, measure
from autograder.diagnosis.pairs import Known, Trying, right_pairs
from autograder.diagnosis.table import Pair, make_table
from autograder.execution.cage import Mode, find_cage
from autograder.folders import CourseFolder

# Of the known mistakes, how many their own sentence names at least, and another one at most.
NAMED, MISNAMED = 0.80, 0.02


def table_of(folder: CourseFolder, audit: UnitAudit) -> tuple[dict[str, Any], Share]:
    """Return a unit's table of diagnoses, and how many known mistakes it names.

    Args:
        folder: the course.
        audit: an audit for which behaviours were taken (`Settings.behaviour`).
    """
    unit = audit.unit
    with Trying(folder, unit, find_cage(Mode.NONE)) as trying:  # the bank is the author's own code
        right = [*right_pairs(trying, folder.bank(unit.slug))]
    known = [*_known(audit)]
    mutants = [
        Pair(case.task, _behaviour(audit, case), case.sentence, "mutant")
        for case in audit.cases
        if case.kind is Kind.MUTANT
    ]
    pairs = [*right, *(each.pair for each in known), *mutants]
    return make_table(unit, pairs), measure(known, [*right, *mutants], {}).whole


def naming_problems(share: Share) -> Sequence[str]:
    """Return why the table does not name well enough; nothing when it does."""
    if share.named >= NAMED * share.whole and share.misnamed <= MISNAMED * share.whole:
        return []
    return [
        f"diagnoses: known mistakes, {share.text()}; at least {NAMED:.0%} are to be named and at "
        f"most {MISNAMED:.0%} misnamed: let the visible tests tell more mistakes apart"
    ]


def _known(audit: UnitAudit) -> Iterator[Known]:
    cases = {case.name: case for case in audit.cases}
    for mistake in audit.bank.mistakes:
        case = cases[f"mistake: {mistake.answer}, {mistake.name}"]
        task = task_of(audit.unit, mistake.answer).grade_id
        pair = Pair(task, _behaviour(audit, case), mistake.sentence, "mistake")
        yield Known(mistake.answer, mistake.name, mistake.source, pair)


def _behaviour(audit: UnitAudit, case: Case) -> str:
    return next(
        (t.behaviour for t in audit.results[case.name].tasks if t.grade_id == case.task), ""
    )
