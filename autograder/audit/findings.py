"""What an audit found: per task who was caught, and every reason for which the unit fails."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.audit.cases import Case, Kind, automatic
from autograder.audit.evidence import Evidence
from autograder.audit.explained import Explanation
from autograder.audit.mutants import Mutant
from autograder.result import Outcome, Result, TaskResult
from autograder.unit import Unit

CHAPTER_SHARE = 0.25
BUDGET_S, KERAS_BUDGET_S = 5.0, 20.0
_FINE = (Outcome.PASSED, Outcome.NEEDS_PERSON)


@dataclass(frozen=True)
class Survivor:
    """A mutant that its task's tests do not find.

    Attributes:
        mutant: what was changed.
        evidence: what trying it on many inputs showed.
        explanation: what the author says of it; None for nothing.
    """

    mutant: Mutant
    evidence: Evidence
    explanation: Explanation | None = None

    @property
    def state(self) -> str:
        """Its state: "equivalent" by evidence, "right" or "accepted" by the author, else "open"."""
        if self.explanation is not None:
            return self.explanation.verdict
        return "equivalent" if self.evidence.equivalent else "open"


@dataclass(frozen=True)
class TaskFindings:
    """One task: how many of each kind were tried, and what survived.

    Attributes:
        grade_id: the task's test cell.
        title: its heading.
        points: what it is worth.
        properties: how many hidden properties it has.
        mistakes: how many known mistakes were tried.
        caught: how many of them lost this task, and no other.
        mutants: how many mutants were tried.
        killed: how many of them lost this task.
        survivors: the others.
    """

    grade_id: str
    title: str
    points: float
    properties: int
    mistakes: int
    caught: int
    mutants: int
    killed: int
    survivors: tuple[Survivor, ...] = ()

    def count(self, state: str) -> int:
        """Return how many survivors are in a state."""
        return sum(survivor.state == state for survivor in self.survivors)

    @property
    def wrong(self) -> int:
        """Mutants that are wrong answers: all but equivalent and right ones."""
        return self.mutants - self.count("equivalent") - self.count("right")


@dataclass(frozen=True)
class UnitFindings:
    """One unit.

    Attributes:
        slug: the unit.
        title: as students read it.
        tasks: its automatic tasks.
        problems: why the audit fails, one sentence each; empty when it passes.
        right: how many other right answers there are.
        time_s: shortest wall time of grading the reference, in seconds.
        memory_mb: the most memory that the reference held, in megabytes.
        budget_s: what `time_s` may be.
        budget_mb: what `memory_mb` may be.
        made: how many mutants there are, of which all or a sample were tried.
    """

    slug: str
    title: str
    tasks: tuple[TaskFindings, ...]
    problems: tuple[str, ...]
    right: int
    time_s: float
    memory_mb: float
    budget_s: float
    budget_mb: float
    made: int

    @property
    def tried(self) -> int:
        """How many mutants were tried."""
        return sum(task.mutants for task in self.tasks)

    @property
    def score(self) -> float:
        """Share of the wrong mutants that were killed, in [0, 1]; 1 when none was tried."""
        wrong = sum(task.wrong for task in self.tasks)
        return sum(task.killed for task in self.tasks) / wrong if wrong else 1.0


def budget_s(unit: Unit) -> float:
    """Return how long grading a unit's reference may take, in seconds."""
    trains = any("keras" in cell.source for cell in unit.cells if cell.cell_type == "code")
    return KERAS_BUDGET_S if trains else BUDGET_S


def lost(result: Result) -> dict[str, TaskResult]:
    """Return the automatic tasks that did not get all their points, by grade_id."""
    return {
        task.grade_id: task
        for task in result.tasks
        if not task.manual and (task.outcome not in _FINE or task.points < task.max_points)
    }


def problem_with(case: Case, result: Result) -> str:
    """Return what is wrong with how a case was graded; "" when it is as it has to be."""
    faults = [task for task in result.tasks if task.outcome is Outcome.GRADER_FAULT]
    if faults or result.file_outcome is not None:
        said = " ".join(finding.sentence for finding in result.findings)
        return f"{case.name}: the grader failed. {said}".rstrip()
    missing = lost(result)
    if case.kind in (Kind.REFERENCE, Kind.RIGHT):
        return f"{case.name}: a right answer loses {_told(missing)}" if missing else ""
    if case.kind is Kind.STUB:
        return f"stub: untouched, it earns {result.score:g} points" if result.score else ""
    if case.kind is Kind.CHAPTER:
        return _chapter_problem(result)
    if case.kind is Kind.MUTANT:
        return ""
    if case.task not in missing:
        return f"{case.name}: it passes ({case.sentence or 'there is no answer'})"
    others = {name: task for name, task in missing.items() if name != case.task}
    return f"{case.name}: it also loses {_told(others)}" if others else ""


def place_problems(cases: Sequence[Case], results: Mapping[str, Result]) -> list[str]:
    """Return where hidden tests say something else in their place than when they run last."""
    found = []
    for case in cases:
        if not case.in_place:
            continue
        alike = [
            other
            for other in cases
            if not other.in_place and other.answers == case.answers and other.seed == case.seed
        ]
        for other in alike[:1]:
            one, two = lost(results[case.name]), lost(results[other.name])
            if one.keys() != two.keys():
                tasks = ", ".join(sorted(one.keys() ^ two.keys()))
                found.append(
                    f"{other.name}: {tasks} ends differently when hidden tests run in place"
                )
    return found


def budget_problems(unit: Unit, time_s: float, memory_mb: float) -> list[str]:
    """Return which budgets the reference does not keep."""
    found = []
    if time_s > budget_s(unit):
        found.append(
            f"grading the reference takes {time_s:.1f} s, and {budget_s(unit):g} s is the budget: "
            "make the tests smaller"
        )
    if memory_mb > unit.limits.memory_mb:
        found.append(
            f"the reference holds {memory_mb:.0f} MB, and {unit.limits.memory_mb} MB is the limit"
        )
    return found


def spent_by(cases: Sequence[Case], results: Mapping[str, Result]) -> tuple[float, float]:
    """Return the reference's wall time in seconds and its largest memory in megabytes.

    Of all seeds the shortest time: what else the machine did meanwhile only adds to it.
    """
    mine = [results[c.name] for c in cases if c.kind is Kind.REFERENCE and not c.in_place]
    return (
        min([result.time_s for result in mine] or [0.0]),
        max((result.memory_peak_mb or 0.0 for result in mine), default=0.0),
    )


def task_findings(
    unit: Unit,
    cases: Sequence[Case],
    results: Mapping[str, Result],
    survivors: Sequence[Survivor],
) -> tuple[TaskFindings, ...]:
    """Return what was found for each automatic task."""
    found = []
    for task in automatic(unit):
        mine = [case for case in cases if case.task == task.grade_id and not case.in_place]
        mistakes = [case for case in mine if case.kind is Kind.MISTAKE]
        mutants = [case for case in mine if case.kind is Kind.MUTANT]
        alive = tuple(s for s in survivors if s.mutant.answer in task.answers)
        found.append(
            TaskFindings(
                task.grade_id,
                task.title,
                task.points,
                len(task.tests.properties),
                len(mistakes),
                sum(not problem_with(case, results[case.name]) for case in mistakes),
                len(mutants),
                len(mutants) - len(alive),
                alive,
            )
        )
    return tuple(found)


def _chapter_problem(result: Result) -> str:
    tasks = [task for task in result.tasks if not task.manual]
    earned = sum(task.points for task in tasks)
    total = sum(task.max_points for task in tasks)
    if earned <= CHAPTER_SHARE * total:
        return ""
    return (
        f"chapter: its functions, pasted in, earn {earned:g} of {total:g} points, and a quarter "
        "is the most: let the unit go a step further"
    )


def _told(tasks: Mapping[str, TaskResult]) -> str:
    said = []
    for name, task in tasks.items():
        why = "; ".join((*task.messages, *task.failed_properties)) or str(task.outcome)
        said.append(f"{name} ({' '.join(why.split())[:200]})")
    return ", ".join(said)
