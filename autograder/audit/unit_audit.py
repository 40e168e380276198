"""The audit of one unit, from its sources to its findings."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from autograder.answers import reference_answers
from autograder.audit.bank import Bank, bank_of
from autograder.audit.cases import Case, automatic, known_cases, mutant_cases
from autograder.audit.evidence import evidence_for
from autograder.audit.explained import Explanation, explanations_of, idle, read_explanations
from autograder.audit.findings import (
    Survivor,
    UnitFindings,
    budget_problems,
    budget_s,
    lost,
    place_problems,
    problem_with,
    spent_by,
    task_findings,
)
from autograder.audit.graded import graded
from autograder.audit.mutants import Mutant, mutants_of
from autograder.folders import CourseFolder
from autograder.grading import FIXED_SEED
from autograder.result import Result
from autograder.source import load_unit
from autograder.unit import Unit

REFERENCE_SEEDS = (FIXED_SEED, *range(1, 10))
THRESHOLD = 0.95


class Watcher(Protocol):
    """What is told how an audit goes on."""

    def begins(self, slug: str, what: str, total: int) -> None:
        """So many steps of something begin."""

    def goes_on(self) -> None:
        """One of them is done."""


@dataclass(frozen=True)
class Settings:
    """How an audit is made.

    Attributes:
        workers: how many answers are graded at the same time.
        cage: what confines them, a mode of `execution.cage.Mode`.
        sample: how many mutants to try; None for all, 0 for none.
        threshold: the share of wrong mutants that must be killed, in [0, 1].
        behaviour: whether the behaviour of wrong answers is taken, for a table of diagnoses.
    """

    workers: int
    cage: str
    sample: int | None = None
    threshold: float = THRESHOLD
    behaviour: bool = False


@dataclass(frozen=True)
class UnitAudit:
    """What an audit graded, and what it found.

    Attributes:
        unit: the unit, hidden tests included.
        bank: its bank of answers.
        cases: everything that was graded.
        results: how, by the cases' names.
        findings: what follows.
    """

    unit: Unit
    bank: Bank
    cases: tuple[Case, ...]
    results: Mapping[str, Result]
    findings: UnitFindings


def audit_unit(folder: CourseFolder, slug: str, settings: Settings, watcher: Watcher) -> UnitAudit:
    """Audit one unit.

    Raises:
        UnitError: the unit or its bank is malformed.
        CourseError: this machine cannot start what grades.
    """
    unit = load_unit(folder, slug)
    bank = bank_of(folder, unit)
    known = read_explanations(folder.bank(slug))
    made = all_mutants(unit)
    tried = made if settings.sample is None else sampled(made, settings.sample)
    # Mutants first: those that never end then leave no worker alone at the end.
    cases = (*mutant_cases(unit, tried), *known_cases(unit, bank, REFERENCE_SEEDS))
    watcher.begins(slug, "answers graded", len(cases))
    results = graded(
        folder,
        unit,
        cases,
        settings.workers,
        settings.cage,
        lambda case, result: watcher.goes_on(),
        behaviour=settings.behaviour,
    )
    survivors = _survivors(unit, cases, results, known, watcher)
    problems = [
        *filter(None, (problem_with(case, results[case.name]) for case in cases)),
        *place_problems(cases, results),
        *_bank_problems(unit, bank),
        *_survivor_problems(survivors, known, whole=len(tried) == len(made)),
    ]
    time_s, memory_mb = spent_by(cases, results)
    problems += budget_problems(unit, time_s, memory_mb)
    tasks = task_findings(unit, cases, results, survivors)
    findings = UnitFindings(
        slug,
        unit.title,
        tasks,
        tuple(problems),
        len(bank.right),
        time_s,
        memory_mb,
        budget_s(unit),
        unit.limits.memory_mb,
        len(made),
    )
    audit = UnitAudit(unit, bank, cases, results, findings)
    return with_problems(audit, _held(findings, settings.threshold))


def all_mutants(unit: Unit) -> list[Mutant]:
    """Return every mutant of the reference, in the order of the tasks."""
    reference = reference_answers(unit)
    return [
        mutant
        for task in automatic(unit)
        for answer in task.answers
        for mutant in mutants_of(answer, reference[answer])
    ]


def sampled(mutants: Sequence[Mutant], count: int) -> list[Mutant]:
    """Return so many mutants: the same ones each time, from all answers and operators alike."""
    seen: dict[tuple[str, str], int] = {}

    def key(mutant: Mutant) -> tuple[int, str]:
        kind = (mutant.answer, mutant.operator)
        seen[kind] = seen.get(kind, -1) + 1
        return seen[kind], hashlib.sha256(mutant.source.encode()).hexdigest()

    ranked = sorted(range(len(mutants)), key=[key(mutant) for mutant in mutants].__getitem__)
    return [mutants[number] for number in sorted(ranked[:count])]


def _survivors(
    unit: Unit,
    cases: Sequence[Case],
    results: Mapping[str, Result],
    known: Sequence[Explanation],
    watcher: Watcher,
) -> list[Survivor]:
    alive = [
        case.mutant
        for case in cases
        if case.mutant is not None and case.task not in lost(results[case.name])
    ]
    tasks = [task for task in automatic(unit) if any(m.answer in task.answers for m in alive)]
    watcher.begins(unit.slug, "tasks with survivors looked into", len(tasks))
    said = dict(zip(map(id, alive), explanations_of(alive, known), strict=True))
    found = []
    for task in tasks:
        mine = [mutant for mutant in alive if mutant.answer in task.answers]
        for mutant, evidence in zip(mine, evidence_for(unit, task, mine), strict=True):
            found.append(Survivor(mutant, evidence, said[id(mutant)]))
        watcher.goes_on()
    return found


def _survivor_problems(
    survivors: Sequence[Survivor], known: Sequence[Explanation], *, whole: bool
) -> list[str]:
    said = []
    for survivor in survivors:
        mutant = survivor.mutant
        if survivor.state == "open":
            change = " ".join(f"{mutant.before} -> {mutant.after}".split())
            said.append(
                f"{mutant.answer}, line {mutant.line}: no test finds {mutant.operator} ({change}): "
                "add a property that does, or explain it in survivors.toml"
            )
    if whole:
        for one in idle([survivor.mutant for survivor in survivors], known):
            said.append(
                f"survivors.toml: no mutant of '{one.answer}' needs the entry {one.operator} "
                f"({one.change}) any more: take it out"
            )
    return said


def _bank_problems(unit: Unit, bank: Bank) -> list[str]:
    answers = {name for task in automatic(unit) for name in task.answers}
    without = sorted(answers - {mistake.answer for mistake in bank.mistakes})
    said = [f"bank: no known mistake of {', '.join(without)}"] if without else []
    if len(bank.right) < 3:
        said.append(
            f"bank: three other right answers are expected, and there are {len(bank.right)}"
        )
    return said + [
        f"bank: the mistake {m.name} of {m.answer} has no sentence for the student"
        for m in bank.mistakes
        if not m.sentence
    ]


def with_problems(audit: UnitAudit, problems: Sequence[str]) -> UnitAudit:
    """Return an audit that found these problems, too."""
    both = (*audit.findings.problems, *problems)
    return replace(audit, findings=replace(audit.findings, problems=both))


def _held(findings: UnitFindings, threshold: float) -> list[str]:
    """Return the problem that too few mutants were killed, if so it is."""
    if findings.score >= threshold:
        return []
    return [
        f"mutants: {100 * findings.score:.1f} % of the wrong ones are found, and "
        f"{100 * threshold:g} % is the threshold"
    ]
