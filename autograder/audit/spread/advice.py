"""What was found wrong, in sentences that say what to do."""

import math

from autograder.audit.spread.rows import MARGIN, TIGHT, Failure, Measured, Row, Spread
from autograder.audit.spread.table import REASONS


def problems(spread: Spread) -> list[str]:
    """Return one sentence or two for everything to mend; none for a unit that keeps the rule."""
    return [f"{spread.slug}: {_sentence(failure)}" for failure in spread.failures]


def _sentence(failure: Failure) -> str:
    row = failure.row
    if row is None or row.measured is None:
        return failure.sentence
    place = f"{row.task}, {row.where}, line {row.measured.line}, '{row.comparison}'"
    tell = _tight if failure.kind == TIGHT else _loose
    return f"{place}: {tell(row, row.measured)}"


def _tight(row: Row, found: Measured) -> str:
    least = MARGIN * found.spread
    said = (
        f"the tolerance ({_tolerance(row)}) is less than ten times the spread of right answers, "
        f"which deviate by {found.spread:.2g} of it ({found.absolute:.2g} as it is, "
        f"{found.relative:.2g} of what is expected). "
    )
    if math.isinf(least):
        return said + (
            "Another shape, nan, or a tolerance of 0 for a number that rounds: look at what the "
            "right answers give here"
        )
    if found.nearest is not None and found.nearest <= least:
        return said + (
            f"The known mistake {row.mistake} is {found.nearest:.2g} tolerances away, so no "
            "tolerance tells it from right: choose inputs that show it more, or expect less exactly"
        )
    most = "" if found.nearest is None else f", and less than {_scaled(row, found.nearest)}"
    return said + f"Take {_scaled(row, least, up=True)} or more{most}"


def _loose(row: Row, found: Measured) -> str:
    nearest = found.nearest or 1.0
    between = math.sqrt(max(MARGIN * found.noise, 1e-3 * nearest) * nearest)
    return (
        f"the tolerance ({_tolerance(row)}) lets the known mistake {row.mistake} pass, which "
        f"deviates here by {nearest:.2g} of it; right answers deviate by {found.spread:.2g}. Take "
        f"{_scaled(row, between)}, choose inputs that show the mistake more, or say in {REASONS} "
        "which other test it is for"
    )


def _tolerance(row: Row) -> str:
    return f"rtol={row.rtol:g}, atol={row.atol:g}"


def _scaled(row: Row, factor: float, *, up: bool = False) -> str:
    """Return the tolerance times a factor, in one digit, rounded down or up."""
    return ", ".join(
        f"{name}={_one_digit(value * factor, up=up):g}"
        for name, value in (("rtol", row.rtol), ("atol", row.atol))
    )


def _one_digit(value: float, *, up: bool) -> float:
    if value == 0:
        return 0.0
    power = math.floor(math.log10(value))
    digit = value / 10.0**power
    whole = math.ceil(digit - 1e-9) if up else max(1, math.floor(digit + 1e-9))
    return whole * 10.0**power
