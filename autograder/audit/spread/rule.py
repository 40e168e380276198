"""From what was noted to one row for each comparison, and whether its tolerance keeps the rule.

A tolerance is too tight when right answers use more than a tenth of it, and too loose when a known
mistake that differs here by more than ten times their spread stays inside. A mistake that does not
differ here is evidence of nothing.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.audit.spread.hosting import Reply
from autograder.audit.spread.notebook import MISTAKE, RIGHT, SINGLE, Step
from autograder.audit.spread.recording import Note
from autograder.audit.spread.rows import (
    EXPLAINED,
    LOOSE,
    MARGIN,
    OK,
    TIGHT,
    VISIBLE,
    Key,
    Measured,
    Row,
    rounded,
)
from autograder.audit.spread.sites import Site

_WHERE = 56
_OTHER = "another value of "

# Task, property, comparison in the text, rtol, atol.
_Place = tuple[str, str, str, float, float]


@dataclass
class _Gathered:
    """What all runs noted at one comparison, with one tolerance."""

    right: list[tuple[str, Note]] = field(default_factory=list)
    single: list[Note] = field(default_factory=list)
    elsewhere: dict[str, list[Note]] = field(default_factory=dict)
    mistakes: dict[tuple[str, int], list[Note]] = field(default_factory=dict)
    chooses: bool = False
    dtype: str = ""


def rows_of(
    heard: Iterable[Reply],
    steps: Sequence[Step],
    sites: Mapping[str, Site],
    explained: Mapping[Key, str],
    not_had: Sequence[str] = (),
) -> tuple[Row, ...]:
    """Return a row for each comparison that right answers reach, in the notebook's order.

    Args:
        heard: what came of every run, in any order.
        steps: the notebook.
        sites: every comparison in its text, by key.
        explained: why a tolerance may break the rule.
        not_had: backends and devices that could not be tried.
    """
    gathered = _gather(heard)
    names = _places(steps)
    order = {place: at for at, place in enumerate(names)}
    kept = [place for place, found in gathered.items() if found.right]
    kept.sort(key=lambda p: (order[p[0], p[1]], _at(sites[p[2]]), p[3], p[4]))
    labels = _labels(kept, sites)
    rows = []
    for place in kept:
        key = (place[0], names[place[0], place[1]], labels[place])
        rows.append(_row(place, key, gathered[place], sites[place[2]].line, explained, not_had))
    return tuple(rows)


def _gather(heard: Iterable[Reply]) -> dict[_Place, _Gathered]:
    gathered: dict[_Place, _Gathered] = {}
    for reply in sorted(heard, key=lambda r: (r.run.kind, r.run.name, r.run.draw, r.run.place)):
        run = reply.run
        for note in reply.notes:
            place = (note.task, note.where, note.site, note.rtol, note.atol)
            found = gathered.setdefault(place, _Gathered())
            if run.kind == MISTAKE:
                found.mistakes.setdefault((run.name, note.seed), []).append(note)
            elif run.kind == SINGLE:
                found.single.append(note)
            else:
                found.right.append((run.name, note))
                if run.place:
                    found.elsewhere.setdefault(run.place, []).append(note)
            if run.kind == RIGHT:
                # A right answer for which this test of nearness says no: it is not an assertion,
                # the test chooses by it.
                found.chooses |= note.choosing and not note.passed
                if run.name == "reference" or not found.dtype:
                    found.dtype = note.dtype
    return gathered


def _row(
    place: _Place,
    key: Key,
    found: _Gathered,
    line: int,
    explained: Mapping[Key, str],
    not_had: Sequence[str],
) -> Row:
    right = [note for _, note in found.right]
    spread = _spread(right, found.chooses)
    noise = max(spread, max(note.rounding for note in right))
    nearest, mistake = _nearest(found, MARGIN * noise)
    verdict = OK
    if MARGIN * spread > 1:
        verdict = TIGHT
    elif nearest is not None and nearest <= 1:
        verdict = LOOSE
    if verdict != OK and key in explained:
        verdict += EXPLAINED
    near = [note for note in right if note.passed or not found.chooses]
    had = [
        f"{name} {rounded(_spread(notes, found.chooses)):.2g}"
        for name, notes in sorted(found.elsewhere.items())
    ]
    return Row(
        *key,
        found.dtype,
        *place[3:],
        rounded(spread),
        rounded(_spread(found.single, found.chooses)) if found.single else None,
        "; ".join([*had, *(f"{name} not had" for name in not_had)]),
        None if nearest is None else rounded(nearest),
        mistake,
        verdict,
        Measured(
            line,
            spread,
            noise,
            nearest,
            max((note.absolute for note in near), default=0.0),
            max((note.relative for note in near), default=0.0),
        ),
    )


def _spread(notes: Iterable[Note], chooses: bool) -> float:
    """Return the largest deviation; where a test chooses, of what it found near."""
    return max((note.largest for note in notes if note.passed or not chooses), default=0.0)


def _nearest(found: _Gathered, above: float) -> tuple[float | None, str]:
    """Return the smallest deviation above a bound that must be told from right, and whose it is."""
    seen: list[tuple[float, str]] = []
    for (name, _), notes in found.mistakes.items():
        if found.chooses:
            seen += [(note.largest if note.passed else note.smallest, name) for note in notes]
        else:
            seen.append((max(note.largest for note in notes), name))
    if found.chooses:
        others = ((note.smallest, _OTHER + name) for name, note in found.right if not note.passed)
        seen += others
    value, name = min(((v, n) for v, n in seen if v > above), default=(math.nan, ""))
    return (None, "") if math.isnan(value) else (value, name)


def _at(site: Site) -> tuple[str, int, str]:
    return site.cell, site.line, site.key


def _places(steps: Sequence[Step]) -> dict[tuple[str, str], str]:
    """Return how each piece of tests is called in the table, by task and sentence, in order."""
    names: dict[tuple[str, str], str] = {}
    for step in steps:
        if step.kind != "tests":
            continue
        names[step.grade_id, ""] = VISIBLE
        short = [shortened(prop.where) for prop in step.properties]
        for prop, name in zip(step.properties, short, strict=True):
            names[step.grade_id, prop.where] = name if short.count(name) == 1 else prop.where
    return names


def shortened(sentence: str) -> str:
    """Return the beginning of a sentence, cut between words."""
    if len(sentence) <= _WHERE:
        return sentence
    return sentence[:_WHERE].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _labels(places: Sequence[_Place], sites: Mapping[str, Site]) -> dict[_Place, str]:
    """Return what each comparison is called in its piece: its label, numbered if it repeats."""
    numbers: dict[tuple[str, str, str], list[str]] = {}
    labels = {}
    for place in places:
        label = sites[place[2]].label
        known = numbers.setdefault((place[0], place[1], label), [])
        if place[2] not in known:
            known.append(place[2])
        number = known.index(place[2]) + 1
        labels[place] = label if number == 1 else f"{label} #{number}"
    return labels
