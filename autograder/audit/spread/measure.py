"""The spread of a unit, measured: its notebook run with every answer of its bank."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from autograder.audit.bank import bank_of
from autograder.audit.spread import faults
from autograder.audit.spread.bank import mistake_runs, right_answers, right_runs
from autograder.audit.spread.elsewhere import Places, places_of
from autograder.audit.spread.hosting import Reply, replies
from autograder.audit.spread.notebook import RIGHT, Run, Step, expecting_of, steps_of
from autograder.audit.spread.rows import Failure, Spread
from autograder.audit.spread.rule import rows_of
from autograder.audit.spread.sites import Found, find
from autograder.audit.spread.table import REASONS, read_reasons
from autograder.errors import UnitError
from autograder.folders import CourseFolder
from autograder.source import load_unit

# The seed of the tests that are not drawn for a submission, and nine others.
SEEDS = (20261121, 1, 2, 3, 4, 5, 6, 7, 8, 9)


def measure_spread(
    folder: CourseFolder,
    slug: str,
    seeds: Sequence[int] = SEEDS,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    beside: int = 0,
) -> Spread:
    """Measure how far right answers spread at every comparison of a unit, and hold its tolerances.

    Args:
        folder: the course.
        slug: the unit.
        seeds: what hidden tests draw their inputs from, one at least; each is a trial of its own.
        progress: told how many runs of the notebook have ended, of how many.
        beside: how many runs stand side by side; 0 for one on each core.

    Raises:
        UnitError: no such unit, or its tests, its bank or its reasons break a rule of the format.
        CourseError: the process that runs the notebook cannot be started, or is lost.
    """
    unit = load_unit(folder, slug)
    steps = steps_of(unit)
    parts = _parts(steps, slug)
    reasons = read_reasons(folder.bank(slug) / REASONS)
    bank = bank_of(folder, unit)
    places = places_of(unit, steps)
    right = right_runs(right_answers(unit, bank), seeds)
    runs = [*right, *mistake_runs(unit, bank, seeds)]
    heard = _run(steps, runs, places, unit.limits.cell_s, progress, beside)
    sites = {site.key: site for piece in parts.values() for site in piece.sites}
    rows = rows_of(heard, steps, sites, reasons, places.not_had)
    failures = (
        *faults.stopped(heard),
        *(Failure(row.verdict, row.key, row) for row in rows if row.fails),
        *faults.unreached(heard, parts),
        *faults.unmeasured(parts),
        *faults.needless(rows, reasons),
    )
    return Spread(slug, rows, failures, faults.hints(heard), tuple(seeds))


def _run(
    steps: Sequence[Step],
    runs: Sequence[Run],
    places: Places,
    piece_s: float,
    progress: Callable[[int, int], None],
    beside: int,
) -> list[Reply]:
    """Run everything at the first place, and the right answers at every other one."""
    plans = [([*runs], places.first)]
    for name, variables in places.others.items():
        there = [replace(run, place=name) for run in runs if run.kind == RIGHT]
        plans.append((there, variables))
    total = sum(len(planned) for planned, _ in plans)
    heard: list[Reply] = []
    for planned, variables in plans:
        for reply in replies(steps, planned, piece_s, beside=beside, environment=variables):
            heard.append(reply)
            progress(len(heard), total)
    return heard


def _parts(steps: Iterable[Step], slug: str) -> dict[tuple[str, str], Found]:
    """Return what is compared in each given cell and each piece of tests."""
    found: dict[tuple[str, str], Found] = {}
    steps = tuple(steps)
    cell = ""
    try:
        expects = expecting_of(steps)
        for step in steps:
            cell = step.grade_id
            if step.kind == "given":
                given = find(step.source, cell, expects, given=True)
                found[cell, faults.GIVEN] = given
            for number, piece in enumerate((step.visible, step.setup, *step.properties)):
                if piece is not None:
                    found[cell, str(number)] = find(piece.source, cell, expects)
    except SyntaxError as error:
        raise UnitError(
            f"{slug}: expected Python in given cells and tests: {cell}: {error}"
        ) from None
    return found
