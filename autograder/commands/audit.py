"""The verb audit: are a unit's tests any good?"""

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from autograder.commands.graded_class import cage_for
from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.source import load_unit
from autograder.whole_file import put

if TYPE_CHECKING:
    from autograder.audit.findings import UnitFindings
    from autograder.audit.unit_audit import Settings, UnitAudit

_PROBLEMS_SHOWN = 40
_LEAST_RECORDED = 100  # mutants of a unit that trains networks


@click.command()
@click.argument("units", nargs=-1)
@click.option("--changed", is_flag=True, help="Only units that changed since their last record.")
@click.option(
    "--sample", type=click.IntRange(0), metavar="N",
    help="Try N mutants, spread over all answers and operators; all without it.",
)  # fmt: skip
@click.option(
    "--threshold", type=click.FloatRange(0, 100), default=95.0, show_default=True,
    help="Per cent of the wrong mutants that must be found.",
)  # fmt: skip
@click.option("--workers", type=click.IntRange(1), help="Answers graded at a time: one a core.")
@click.option(
    "--pages", type=click.Path(file_okay=False, path_type=Path),
    help="Where the page of each unit goes.  [default: _build/audit]",
)  # fmt: skip
@click.option("--json", "out", type=click.Path(dir_okay=False, path_type=Path), help="Write all.")
@click.option(
    "--spread", is_flag=True,
    help="Also measure how far right answers lie apart at every comparison, hold each tolerance "
    "against it, and write tests/units/UNIT/spread.csv.",
)  # fmt: skip
@click.option("--record", is_flag=True, help="Keep what a passed audit said, beside the bank.")
@click.option("--no-cage", is_flag=True, help="Run the answers unconfined: they are yours.")
def audit(
    units: tuple[str, ...],
    changed: bool,
    sample: int | None,
    threshold: float,
    workers: int | None,
    pages: Path | None,
    out: Path | None,
    spread: bool,
    record: bool,
    no_cage: bool,
) -> None:
    """Try the tests of UNITS (all without one): what do they accept, what do they find?

    Grades by the judge: the reference with ten seeds and every other right answer, which must
    earn all points; the untouched release, empty answers and the chapter pasted in, which must
    not; every known mistake, which must lose its own task; and mutants of the reference, changed
    as a student might have got it wrong. A mutant that no test finds is tried on many inputs: it
    is the same thing, or the page shows an input on which it is wrong.

    Exits with 1 when a right answer loses a point, a known mistake passes, too few mutants are
    found, a survivor is not explained, or the unit exceeds its budget of time and memory.

    \b
    Example:
      ./course audit perceptron
      ./course audit perceptron --spread --record
      ./course audit --changed --sample 60
    """
    folder = CourseFolder()
    slugs = _slugs(folder, units, changed=changed)
    if record and sample is not None:
        _refuse_a_sample(folder, slugs, sample)
    # Not at the top: nbgrader takes seconds to import, and other verbs would wait for it.
    from autograder.audit.page import audit_page
    from autograder.audit.record import read_record, write_record
    from autograder.audit.unit_audit import Settings

    cage = cage_for("judge", no_cage=no_cage)
    settings = Settings(
        workers or os.cpu_count() or 1,
        "none" if cage is None else cage.mode,
        sample,
        threshold / 100,
        record,
    )
    begin = time.monotonic()
    audits = []
    for slug in slugs:
        one, named = _audited(folder, slug, settings, spread=spread)
        page = (pages or folder.root / "_build" / "audit") / f"{slug}.html"
        put(page, audit_page(one))
        _print(one, time.monotonic() - begin, page)
        audits.append(one.findings)
        if record and not one.findings.problems:
            kept = write_record(folder, one.findings)
            if sample is not None:
                put(
                    kept,
                    json.dumps(read_record(folder, slug) | {"sample": sample}, indent=1) + "\n",
                )
            click.echo(f"recorded in {kept.name}, and {named}")
        begin = time.monotonic()
    if out is not None:
        put(out, json.dumps([_as_json(one) for one in audits], indent=1) + "\n")
    sys.exit(1 if any(one.problems for one in audits) else 0)


def _refuse_a_sample(folder: CourseFolder, slugs: list[str], sample: int) -> None:
    """Refuse to record a sample of mutants of units that do not train, or a small one."""
    from autograder.audit.findings import BUDGET_S, budget_s

    if quick := [slug for slug in slugs if budget_s(load_unit(folder, slug)) <= BUDGET_S]:
        raise click.UsageError(
            f"expected --record or --sample, got both: a record of {', '.join(quick)} is of all "
            "mutants (of a unit that trains networks it may be of a sample)"
        )
    if sample < _LEAST_RECORDED:
        raise click.UsageError(
            f"expected --sample {_LEAST_RECORDED} or more for a record, got {sample}"
        )


def _slugs(folder: CourseFolder, units: tuple[str, ...], *, changed: bool) -> list[str]:
    from autograder.audit.record import is_current

    known = [slug for slug in folder.slugs() if folder.source_text(slug).is_file()]
    unknown = [slug for slug in units if slug not in known]
    if unknown or not known:
        raise CourseError(
            f"expected units with a source ({', '.join(known) or 'there is none'}), got "
            f"'{', '.join(unknown)}'"
        )
    slugs = list(units or known)
    if not changed:
        return slugs
    for slug in slugs:
        if is_current(folder, slug):
            click.echo(f"{slug}: unchanged since its last audit, which passed")
    return [slug for slug in slugs if not is_current(folder, slug)]


def _audited(
    folder: CourseFolder, slug: str, settings: "Settings", *, spread: bool
) -> "tuple[UnitAudit, str]":
    """Return the audit of a unit, and what became of its diagnoses."""
    from autograder.audit.naming import naming_problems, table_of
    from autograder.audit.spread.advice import problems
    from autograder.audit.spread.measure import measure_spread
    from autograder.audit.spread.table import TABLE, write_table
    from autograder.audit.unit_audit import audit_unit, with_problems
    from autograder.diagnosis.table import write_table as write_diagnoses

    with Bar(Console(stderr=True, highlight=False)) as bar:
        one = audit_unit(folder, slug, settings, bar)
        if spread:
            bar.begins(slug, "answers compared", 0)
            measured = measure_spread(folder, slug, progress=bar.stands, beside=settings.workers)
            write_table(folder.bank(slug) / TABLE, measured.rows)
            one = with_problems(one, problems(measured))
    if not settings.behaviour or one.findings.problems:
        return one, ""
    table, share = table_of(folder, one)
    path = write_diagnoses(folder, table)
    said = f"{len(table['entries'])} diagnoses in {path.name} (known mistakes, {share.text()})"
    return with_problems(one, naming_problems(share)), said


class Bar:
    """A progress bar on a terminal, nothing elsewhere; use it in a `with` block."""

    def __init__(self, console: Console) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("", total=None)

    def __enter__(self) -> "Bar":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def begins(self, slug: str, what: str, total: int) -> None:
        """Show a new bar of so many steps."""
        self._bar.reset(self._task, total=total, description=f"{slug}: {what}")

    def stands(self, done: int, total: int) -> None:
        """Show that so many steps are done, of so many."""
        self._bar.update(self._task, completed=done, total=total)

    def goes_on(self) -> None:
        """Show that one step is done."""
        self._bar.advance(self._task)


def _print(audit: "UnitAudit", took_s: float, page: Path) -> None:
    found = audit.findings
    heads = ("points", "mistakes", "mutants", "equal", "right", "accepted", "open")
    table = Table("task", *heads, title=found.slug, title_justify="left")
    table.columns[0].no_wrap = True
    for column in table.columns[1:]:
        column.justify, column.no_wrap = "right", True
    for task in found.tasks:
        table.add_row(
            task.grade_id.removesuffix("-tests"),
            f"{task.points:g}",
            f"{task.caught}/{task.mistakes}",
            f"{task.killed}/{task.mutants}",
            *(
                str(task.count(state) or "")
                for state in ("equivalent", "right", "accepted", "open")
            ),
            style="red" if task.count("open") or task.caught < task.mistakes else None,
        )
    console = Console(highlight=False, soft_wrap=True)
    console.print(table)
    for problem in found.problems[:_PROBLEMS_SHOWN]:
        console.print(f"  {problem}", style="red", markup=False)
    if len(found.problems) > _PROBLEMS_SHOWN:
        console.print(f"  and {len(found.problems) - _PROBLEMS_SHOWN} more, on the page")
    sample = "" if found.tried == found.made else f" (a sample of {found.made})"
    console.print(
        f"{found.slug}: {'fails' if found.problems else 'passes'}; {100 * found.score:.1f} % of "
        f"the wrong mutants found, {found.tried} tried{sample}; the reference takes "
        f"{found.time_s:.2f} s of {found.budget_s:g} s and {found.memory_mb:.0f} MB of "
        f"{found.budget_mb:g} MB; {len(audit.cases)} answers graded in {took_s:.0f} s; {page}",
        markup=False,
    )


def _as_json(found: "UnitFindings") -> dict[str, object]:
    return {
        "unit": found.slug,
        "passed": not found.problems,
        "problems": list(found.problems),
        "score": found.score,
        "mutants": {"made": found.made, "tried": found.tried},
        "time_s": round(found.time_s, 3),
        "memory_mb": found.memory_mb,
        "tasks": [
            {
                "task": task.grade_id,
                "mistakes": task.mistakes,
                "caught": task.caught,
                "mutants": task.mutants,
                "killed": task.killed,
                "survivors": [
                    {
                        "answer": s.mutant.answer,
                        "operator": s.mutant.operator,
                        "line": s.mutant.line,
                        "before": s.mutant.before,
                        "after": s.mutant.after,
                        "sentence": s.mutant.sentence,
                        "state": s.state,
                        "tried": s.evidence.tried,
                        "differs_on": s.evidence.call,
                    }
                    for s in task.survivors
                ],
            }
            for task in found.tasks
        ],
    }
