"""What is wrong with a unit's tests besides a tolerance, as the runs of its notebook show it."""

from collections.abc import Iterable, Mapping, Sequence

from autograder.audit.spread.hosting import Reply
from autograder.audit.spread.notebook import MISTAKE, RIGHT, SHAKY
from autograder.audit.spread.rows import OK, VISIBLE, Failure, Key, Row
from autograder.audit.spread.rule import shortened
from autograder.audit.spread.sites import Found
from autograder.audit.spread.table import REASONS

GIVEN = "given"

# What is compared in each given cell and each piece of tests: by the cell's grade_id, and GIVEN or
# the piece's number.
Parts = Mapping[tuple[str, str], Found]


def stopped(heard: Iterable[Reply]) -> list[Failure]:
    """Return where a right answer did not get through."""
    found: dict[Key, str] = {}
    for reply in _in_order(heard):
        run = reply.run
        if run.kind == MISTAKE:
            continue
        who = f"the right answer '{run.name}'" + (f" on {run.place}" if run.place else "")
        for one in reply.stopped if run.kind == RIGHT else ():
            where = shortened(one.where) or VISIBLE
            place = f"{one.task}, {where}" if one.task else f"the cell {where}"
            sentence = f"{place}: expected {who} to get through, but {one.error}"
            if one.error.startswith("NameError"):
                sentence += ". A property may not use what another property defines"
            found.setdefault((one.task, where, ""), sentence)
        if reply.ended:
            found.setdefault(
                ("", "", run.name),
                f"expected {who} ({run.kind}) to end, but {reply.ended}; mend it, or raise the "
                "unit's `cell_s`",
            )
    return [Failure("stopped", key, sentence=sentence) for key, sentence in found.items()]


def unreached(heard: Iterable[Reply], parts: Parts) -> list[Failure]:
    """Return the comparisons in tests that no right answer ever comes to."""
    reached = {note.site for reply in heard if reply.run.kind == RIGHT for note in reply.notes}
    return [
        Failure(
            "unreached",
            (site.cell, "", site.label),
            sentence=f"{site.cell}, line {site.line}: no right answer comes to '{site.label}', so "
            "nothing is tested there; take it out, or mend what stands before it",
        )
        for (_, part), piece in parts.items()
        for site in (piece.sites if part != GIVEN else ())
        if site.key not in reached
    ]


def unmeasured(parts: Parts) -> list[Failure]:
    """Return the comparisons that are made in ways which are not measured."""
    return [
        Failure(
            "unmeasured",
            (cell, "", name),
            sentence=f"{cell}, line {line}: how {name} compares is not measured; use expect, "
            "np.allclose or np.testing.assert_allclose, with rtol and atol",
        )
        for (cell, _), piece in parts.items()
        for line, name in piece.unmeasured
    ]


def needless(rows: Sequence[Row], reasons: Iterable[Key]) -> list[Failure]:
    """Return the reasons that name what keeps the rule, or what is not there."""
    broken = {row.key for row in rows if row.verdict != OK}
    return [
        Failure(
            "explained",
            key,
            sentence=f"{REASONS} explains '{key[2]}' of {key[0]} ({key[1]}), which keeps the rule "
            "or is not there: take the entry out",
        )
        for key in reasons
        if key not in broken
    ]


def hints(heard: Iterable[Reply]) -> tuple[str, ...]:
    """Return what right answers fail when they are shaken: what is decided by the last place."""
    ordered = _in_order(heard)
    never = {
        (one.task, one.where)
        for reply in ordered
        if reply.run.kind == RIGHT
        for one in reply.stopped
    }
    found: dict[tuple[str, str], str] = {}
    for reply in ordered:
        for one in reply.stopped if reply.run.kind == SHAKY else ():
            place = (one.task, one.where)
            if place not in never:
                found.setdefault(
                    place,
                    f"{one.task}, {shortened(one.where) or VISIBLE}: the right answer "
                    f"'{reply.run.name}' fails when its results move in the last place: "
                    f"{one.error}",
                )
    return tuple(found.values())


def _in_order(heard: Iterable[Reply]) -> list[Reply]:
    return sorted(heard, key=lambda reply: (reply.run.place, reply.run.name, reply.run.draw))
