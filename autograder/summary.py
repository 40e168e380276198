"""The table at the end of `course grade`."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.gradebook.marks import Total
from autograder.handin.submitted import Unmatched
from autograder.handin.times import duration_text
from autograder.result import Result

_SHOWN = 50


def print_summary(
    console: Console,
    results: Sequence[Result],
    totals: Mapping[str, Total],
    unmatched: Sequence[Unmatched],
    notes: Sequence[str],
    absent: Sequence[str],
) -> None:
    """Print what a run over a class brought.

    Args:
        console: where to.
        results: the results.
        totals: the gradebook's totals by student, for lateness and penalties.
        unmatched: files that belong to nobody.
        notes: other things to know about what was collected.
        absent: ids of students who handed nothing in.
    """
    table = Table(box=box.SIMPLE, pad_edge=False)
    table.add_column("student")
    for name in ("score", "of"):
        table.add_column(name, justify="right")
    for name in ("outcome", "late", "findings"):
        table.add_column(name)
    for result in results:
        table.add_row(*(Text(cell) for cell in _row(result, totals.get(result.submission))))
    console.print(table)
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
