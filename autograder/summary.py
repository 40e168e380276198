"""What `course grade` says at the end: everybody of a small class, the worst of a large one."""

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.gradebook.marks import Total
from autograder.handin.submitted import Unmatched
from autograder.handin.times import duration_text
from autograder.result import WORST_FIRST, Outcome, Result

_SHOWN = 50
_WORST = 20
_ORDER = {outcome: place for place, outcome in enumerate(WORST_FIRST)}


def print_summary(
    console: Console,
    results: Iterable[Result],
    outcomes: Mapping[Outcome, int],
    totals: Mapping[str, Total],
    unmatched: Sequence[Unmatched],
    notes: Sequence[str],
    absent: Sequence[str],
) -> None:
    """Print what a run over a class brought.

    Args:
        console: where to.
        results: the results, by name; they are read once and only a few of them are kept.
        outcomes: how many submissions had which outcome.
        totals: the gradebook's totals by student, for lateness and penalties.
        unmatched: files that belong to nobody.
        notes: other things to know about what was collected.
        absent: ids of students who handed nothing in.
    """
    count = sum(outcomes.values())
    chosen = list(results) if count <= _SHOWN else _worst(results)
    console.print(_table(chosen, totals))
    if count > _SHOWN:
        said = ", ".join(f"{outcome} {number}" for outcome, number in _by_severity(outcomes))
        shown = f"; above are the {len(chosen)} that most need a look" if chosen else ""
        console.print(Text(f"{count} submissions: {said}{shown}"))
    for note in notes:
        console.print(Text(f"note: {note}"))
    if unmatched:
        console.print(Text(f"{len(unmatched)} not graded:"))
        for file in unmatched[:_SHOWN]:
            console.print(Text(f"  {_printable(file.name)}: {file.reason}"))
        if len(unmatched) > _SHOWN:
            console.print(Text(f"  … and {len(unmatched) - _SHOWN} more"))
    if absent:
        names = ", ".join(absent[:_SHOWN]) + (" …" if len(absent) > _SHOWN else "")
        console.print(Text(f"{len(absent)} of the roster handed nothing in: {names}"))


def _worst(results: Iterable[Result]) -> list[Result]:
    """Return the few results that an instructor should look at first, by outcome and score."""
    return heapq.nsmallest(_WORST, results, key=lambda r: (_ORDER[r.outcome], r.score))


def _by_severity(outcomes: Mapping[Outcome, int]) -> list[tuple[Outcome, int]]:
    return sorted(Counter(outcomes).items(), key=lambda entry: _ORDER[entry[0]])


def _table(results: Iterable[Result], totals: Mapping[str, Total]) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False)
    table.add_column("student")
    for name in ("score", "of"):
        table.add_column(name, justify="right")
    for name in ("outcome", "late", "findings"):
        table.add_column(name)
    for result in results:
        table.add_row(*(Text(cell) for cell in _row(result, totals.get(result.submission))))
    return table


def _row(result: Result, total: Total | None) -> tuple[str, ...]:
    late = duration_text(total.late_s) if total is not None and total.late_s else ""
    if late and total is not None and total.penalty:
        late += f" (-{total.penalty:g})"
    return (
        result.submission,
        f"{result.score:g}",
        f"{result.max_score:g}",
        str(result.outcome),
        late,
        ", ".join(dict.fromkeys(finding.state for finding in result.findings)),
    )


def _printable(name: str) -> str:
    """Return a file's name without characters that would move the cursor."""
    return "".join(c if c.isprintable() else "?" for c in name)[:200]
