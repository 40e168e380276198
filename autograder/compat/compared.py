"""Where the two sides differ, and why; which tests pass without an answer, and why."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from autograder.compat.courses import LeftOut, Source, grade_id, kind, text
from autograder.compat.scored import Scored
from autograder.execution.names import parse, uses_of

SAME = "same"


@dataclass(frozen=True)
class Cell:
    """One autograded cell on both sides.

    Attributes:
        grade_id: nbgrader's name of it.
        stock: what stock nbgrader gives.
        judge: what the judge gives.
        why: "same", or the class of the difference.
    """

    grade_id: str
    stock: Scored
    judge: Scored
    why: str


@dataclass(frozen=True)
class Passed:
    """A cell that passes without an answer.

    Attributes:
        grade_id: nbgrader's name of it.
        why: the reason.
        judge_only: whether stock nbgrader fails it: then the judge trusts too much.
    """

    grade_id: str
    why: str
    judge_only: bool


@dataclass(frozen=True)
class Notebook:
    """What came of one notebook.

    Attributes:
        name: its path below the folder that was searched.
        cells: each autograded cell on both sides.
        stock_s: wall time of stock nbgrader, in seconds.
        judge_s: wall time of the judge, in seconds.
        passed_without: cells that pass without an answer, None when that was not asked.
        fault: why it could not be compared, "" when it could.
    """

    name: str
    cells: tuple[Cell, ...] = ()
    stock_s: float = 0.0
    judge_s: float = 0.0
    passed_without: tuple[Passed, ...] | None = None
    fault: str = ""


@dataclass(frozen=True)
class Totals:
    """Sums over notebooks.

    Attributes:
        cells: autograded cells that stock nbgrader gives full marks: the denominator.
        agreeing: those of them that the judge gives full marks, too.
        other: cells that stock nbgrader gives less, of which nothing follows.
        other_agreeing: those of them with the same score.
        judge_only: cells that pass without an answer in the judge alone.
        passed_without: cells that pass without an answer.
        stock_s, judge_s: wall times, in seconds.
    """

    cells: int
    agreeing: int
    other: int
    other_agreeing: int
    judge_only: int
    passed_without: int
    stock_s: float
    judge_s: float

    @property
    def share(self) -> float:
        """Agreeing cells of all; 1 when there are none."""
        return self.agreeing / self.cells if self.cells else 1.0


def cells(stock: list[Scored], judge: list[Scored]) -> tuple[Cell, ...]:
    """Return each cell on both sides; the lists are of the same cells in the same order."""
    return tuple(
        Cell(mine.grade_id, mine, theirs, _why(mine, theirs))
        for mine, theirs in zip(stock, judge, strict=True)
    )


def _why(stock: Scored, judge: Scored) -> str:
    """Return the class of a difference."""
    if abs(stock.share - judge.share) < 1e-9:
        return SAME
    if judge.share > stock.share:
        if stock.error == "stderr":
            return "stock: text on stderr counts as a failure"
        if stock.error:
            return f"stock: {stock.error}"
        return "stock: partial credit that the judge does not take over"
    if judge.error in ("Refused", "RefusedAttribute"):
        return f"refused: {judge.message.partition(', got')[0][:100]}"
    named = {
        "timeout": "judge: the time of the cell is up",
        "died": "judge: the sandbox is gone",
        "fault": "judge: its own process ended",
        "": "judge: partial credit that stock does not give",
    }
    return named.get(judge.error, f"judge: {judge.error}")


def passing(source: Source, stock: list[Scored], judge: list[Scored]) -> tuple[Passed, ...]:
    """Return the cells that pass without an answer, with the reason.

    Args:
        source: the notebook.
        stock: what stock nbgrader gives without solutions.
        judge: what the judge gives.
    """
    tests = [cell for cell in source.cells if kind(cell) == "tests"]
    found: list[Passed] = []
    for cell, mine, theirs in zip(tests, stock, judge, strict=True):
        if theirs.share and mine.share:
            found.append(Passed(grade_id(cell), _vacuous(source, cell), judge_only=False))
        elif theirs.share:
            why = f"passes in the judge alone; stock: {mine.error} {mine.message[:80]}"
            found.append(Passed(grade_id(cell), why, judge_only=True))
    return tuple(found)


def _vacuous(source: Source, cell: dict[str, Any]) -> str:
    """Say why a test passes under stock nbgrader without an answer."""
    answered: set[str] = set()
    given: set[str] = set()
    for other in source.cells:
        names = {name for s in parse(text(other)) for name in uses_of(s).bound}
        if kind(other) in ("answer", "written"):
            answered |= names
        elif kind(other) == "given":
            given |= names
    uses = [uses_of(statement) for statement in parse(text(cell))]
    read = set().union(*(use.now | use.later for use in uses)) if uses else set()
    if not uses:
        return "the test has no code"
    shared = sorted(read & answered & given)
    if shared:
        return f"a given cell defines {', '.join(shared[:3])}, too"
    if read & answered:
        return "what the test asks is so without the solution's lines"
    return "the test looks at no name of an answer"


def totals(notebooks: Iterable[Notebook]) -> Totals:
    """Return the sums over notebooks."""
    every = list(notebooks)
    whole = [cell for n in every for cell in n.cells if cell.stock.share == 1]
    other = [cell for n in every for cell in n.cells if cell.stock.share != 1]
    without = [passed for n in every for passed in n.passed_without or ()]
    return Totals(
        len(whole),
        sum(cell.why == SAME for cell in whole),
        len(other),
        sum(cell.why == SAME for cell in other),
        sum(passed.judge_only for passed in without),
        len(without),
        sum(n.stock_s for n in every),
        sum(n.judge_s for n in every),
    )


def classes(notebooks: Iterable[Notebook]) -> list[tuple[str, int]]:
    """Return the classes of differences with how often each occurs, the most frequent first."""
    found = Counter(cell.why for n in notebooks for cell in n.cells if cell.why != SAME)
    return found.most_common()


def as_json(notebooks: Iterable[Notebook], left_out: Iterable[LeftOut]) -> dict[str, Any]:
    """Return all that was found as plain data."""
    every = list(notebooks)
    summed = totals(every)
    return {
        "totals": asdict(summed) | {"share": summed.share},
        "classes": dict(classes(every)),
        "left_out": [asdict(entry) for entry in left_out],
        "notebooks": [asdict(n) for n in every],
    }
