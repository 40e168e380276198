"""What a measurement of the spread gives: one row for each comparison, and what is wrong."""

import math
from dataclasses import dataclass, field

# Ten times the spread of right answers is the smallest tolerance, and what a mistake must exceed
# to be evidence of anything.
MARGIN = 10.0
VISIBLE = "visible"
OK, TIGHT, LOOSE = "ok", "tight", "loose"
EXPLAINED = ", explained"
_LEAST, _MOST = 1e-9, 1e6
# Below, no tolerance comes near its bound, and machines differ: one digit is enough.
_FINE = 1e-3

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Measured:
    """The numbers of a row as they were measured, in tolerances where nothing else is said.

    Attributes:
        line: the comparison's line in its cell.
        spread: how far right answers deviate.
        noise: the same, but ten units in the last place at least.
        nearest: how far the nearest known mistake deviates; None when none shows here.
        absolute: the largest deviation of a right answer as it is.
        relative: the same in units of what was expected.
    """

    line: int
    spread: float
    noise: float
    nearest: float | None
    absolute: float
    relative: float


@dataclass(frozen=True)
class Row:
    """One comparison.

    Attributes:
        task: the task's grade_id.
        where: VISIBLE, or the beginning of the property's sentence.
        comparison: its label, numbered where the label repeats.
        dtype: the type of what the reference gives.
        rtol: relative tolerance.
        atol: absolute tolerance.
        spread: how far right answers deviate, in tolerances, as `rounded`.
        single: the same with inputs in float32; None where that was not reached.
        elsewhere: the same on other backends and devices, or which of them were not had; "" for a
            unit that knows neither.
        nearest: how far the nearest known mistake deviates, in tolerances; None when none shows.
        mistake: its answer and name.
        verdict: OK, TIGHT or LOOSE, with EXPLAINED behind the latter two where somebody did.
        measured: the numbers before rounding; None in a row that was read.
    """

    task: str
    where: str
    comparison: str
    dtype: str
    rtol: float
    atol: float
    spread: float
    single: float | None
    elsewhere: str
    nearest: float | None
    mistake: str
    verdict: str
    measured: Measured | None = field(default=None, compare=False)

    @property
    def key(self) -> Key:
        """What an explanation names."""
        return self.task, self.where, self.comparison

    @property
    def fails(self) -> bool:
        """Whether the tolerance breaks the rule and nobody has said why."""
        return self.verdict in (TIGHT, LOOSE)


@dataclass(frozen=True)
class Failure:
    """Something to mend.

    Attributes:
        kind: TIGHT, LOOSE, "stopped", "unreached", "unmeasured" or "explained".
        key: task, place and comparison, as far as there are any.
        row: the row that breaks the rule, for the first two.
        sentence: what is wrong and what to do, for the others.
    """

    kind: str
    key: Key
    row: Row | None = None
    sentence: str = ""


@dataclass(frozen=True)
class Spread:
    """What was measured about one unit.

    Attributes:
        slug: the unit.
        rows: the comparisons, in the order of the notebook.
        failures: what to mend.
        hints: what else was seen: tests that decide by the last place of a number.
        seeds: what the hidden tests drew their inputs from.
    """

    slug: str
    rows: tuple[Row, ...]
    failures: tuple[Failure, ...]
    hints: tuple[str, ...]
    seeds: tuple[int, ...]


def rounded(value: float) -> float:
    """Return two significant digits, one below a thousandth; 0 below 1e-9, inf above 1e6."""
    if value < _LEAST:
        return 0.0
    return math.inf if value > _MOST else float(f"{value:.{1 if value < _FINE else 2}g}")


def shown(value: float | None) -> str:
    """Return a number of a row as it is written; `read_number` reads it."""
    if value is None:
        return "-"
    if value == 0:
        return "<1e-9"
    return ">1e6" if math.isinf(value) else f"{value:.2g}"


def read_number(text: str) -> float | None:
    """Return what `shown` wrote; ValueError when it wrote nothing like it."""
    if text == "-":
        return None
    if text[:1] in "<>":
        float(text[1:])
        return 0.0 if text[0] == "<" else math.inf
    return float(text)
