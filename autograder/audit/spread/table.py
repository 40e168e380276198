"""The table beside a unit's bank, and the reasons for tolerances that break the rule.

`spread.csv` is written by the audit and committed. `spread-explained.toml` is written by people:

    [[explained]]
    task = "fit-tests"
    where = "visible"
    comparison = "the rates of all epochs"
    reason = "Why the rule cannot be kept here."
"""

import csv
import io
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from autograder.audit.spread.rows import Key, Row, read_number, shown
from autograder.errors import UnitError
from autograder.whole_file import put

TABLE, REASONS = "spread.csv", "spread-explained.toml"
HEADER = (
    "task",
    "where",
    "comparison",
    "dtype",
    "rtol",
    "atol",
    "spread",
    "float32",
    "elsewhere",
    "nearest",
    "mistake",
    "verdict",
)
_FACTOR = 10.0
_FAR_BELOW, _FAR_ABOVE = 1e-3, 1e6
_FIELDS = {"task", "where", "comparison", "reason"}


def write_table(path: Path, rows: Iterable[Row]) -> None:
    """Write rows as CSV; the same rows give the same bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for row in rows:
        numbers = (shown(row.spread), shown(row.single), row.elsewhere, shown(row.nearest))
        tolerances = (f"{row.rtol:g}", f"{row.atol:g}")
        writer.writerow([*row.key, row.dtype, *tolerances, *numbers, row.mistake, row.verdict])
    put(path, text.getvalue())


def read_table(path: Path) -> tuple[Row, ...]:
    """Return the rows of a table.

    Raises:
        UnitError: there is no such file, or it is no table of this form.
    """
    again = "write it again with the audit of the spread"
    try:
        lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    except FileNotFoundError:
        raise UnitError(f"expected a table at {path}, found none: {again}") from None
    if not lines or tuple(lines[0]) != HEADER:
        raise UnitError(f"{path}: expected the columns {', '.join(HEADER)}: {again}")
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        try:
            task, where, name, dtype, rtol, atol, spread, single, other, near, mistake, said = line
            rows.append(
                Row(
                    *(task, where, name, dtype),
                    float(rtol),
                    float(atol),
                    read_number(spread) or 0.0,
                    read_number(single),
                    other,
                    read_number(near),
                    mistake,
                    said,
                )
            )
        except ValueError as error:
            raise UnitError(f"{path}, line {number}: expected a row: {error}; {again}") from None
    return tuple(rows)


def outdated(kept: Sequence[Row], measured: Sequence[Row]) -> list[str]:
    """Return in sentences where a table is no longer what is measured; none where it is current.

    Comparisons, their tolerances and their verdicts must be the same. A number may differ by a
    factor of ten, as it does from machine to machine.
    """
    old, new = ({(*row.key, row.rtol, row.atol): row for row in rows} for rows in (kept, measured))
    found = [f"{_name(key)} is not in the table" for key in new if key not in old]
    found += [f"{_name(key)} is no longer compared" for key in old if key not in new]
    for key in old.keys() & new.keys():
        was, now = old[key], new[key]
        if was.verdict != now.verdict:
            found.append(f"{_name(key)} was '{was.verdict}' and is '{now.verdict}'")
        for what, one, other in (
            ("the spread", was.spread, now.spread),
            ("the spread in float32", was.single, now.single),
            ("the nearest mistake", was.nearest, now.nearest),
        ):
            if not _alike(one, other):
                found.append(f"{what} of {_name(key)} was {shown(one)} and is {shown(other)}")
    return sorted(found)


def _alike(one: float | None, other: float | None) -> bool:
    """Whether two numbers of a row differ by a factor of ten at most."""
    if one is None or other is None:
        return one is other
    # What is far below every bound differs from machine to machine, and says the same.
    low, high = sorted(min(max(value, _FAR_BELOW), _FAR_ABOVE) for value in (one, other))
    return high <= _FACTOR * low * (1 + 1e-9)


def _name(key: tuple[object, ...]) -> str:
    task, where, comparison, rtol, atol = key
    return f"'{comparison}' of {task} ({where}; rtol={rtol:g}, atol={atol:g})"


def read_reasons(path: Path) -> dict[Key, str]:
    """Return why tolerances may break the rule, by task, place and comparison; {} without a file.

    Raises:
        UnitError: the file is no TOML of this form, or an entry has no reason.
    """
    if not path.is_file():
        return {}
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["explained"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise UnitError(f"{path}: expected TOML with entries [[explained]]: {error}") from None
    found: dict[Key, str] = {}
    for entry in entries:
        whole = isinstance(entry, dict) and set(entry) == _FIELDS
        if not whole or not all(isinstance(v, str) and v.strip() for v in entry.values()):
            raise UnitError(
                f"{path}: expected {', '.join(sorted(_FIELDS))} in every entry, each a text, "
                f"got {entry}"
            )
        key = (entry["task"], entry["where"], entry["comparison"])
        if key in found:
            raise UnitError(f"{path}: expected one entry for '{key[2]}' of {key[0]}, got two")
        found[key] = entry["reason"].strip()
    return found
