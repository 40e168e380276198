"""What a unit says about handing in more than once: `attempts: {keep: best, max: 5, …}`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autograder.errors import UnitError

KEEPS = ("last", "best")
_KNOWN = ("keep", "max", "wait_minutes", "count")


@dataclass(frozen=True)
class AttemptRules:
    """Which attempts count, and which of them is the grade.

    Attributes:
        keep: "last": the newest attempt that counts; "best": the one with the most points, of
            equal ones the newer.
        max: how many attempts count, from the first on; None for any number.
        wait_minutes: an attempt sooner than this after the last one that counted does not count.
    """

    keep: str = "last"
    max: int | None = None
    wait_minutes: float = 0.0


def attempt_rules(about: Mapping[str, Any], slug: str) -> AttemptRules:
    """Return the rules in a unit's public front matter.

    Args:
        about: the front matter, see `Unit.about`.
        slug: the unit, for the message.

    Raises:
        UnitError: a rule is unknown, or its value is none that it can have.
    """
    given = about.get("attempts")
    if given is None:
        return AttemptRules()
    if not isinstance(given, Mapping) or (strange := sorted(set(given) - set(_KNOWN), key=str)):
        came = strange[0] if isinstance(given, Mapping) else given
        raise UnitError(
            f"{slug}: expected `attempts` with keep, max and wait_minutes, got {came!r}"
        )
    keep = given.get("keep", "last")
    most = given.get("max", given.get("count"))
    wait = given.get("wait_minutes", 0)
    if keep not in KEEPS:
        raise UnitError(f"{slug}: expected `keep` to be one of {', '.join(KEEPS)}, got {keep!r}")
    if most is not None and (isinstance(most, bool) or not isinstance(most, int) or most < 1):
        raise UnitError(f"{slug}: expected `max` as a whole number from 1 on, got {most!r}")
    if isinstance(wait, bool) or not isinstance(wait, int | float) or not 0 <= wait < 1e7:
        raise UnitError(f"{slug}: expected `wait_minutes` as a number from 0 on, got {wait!r}")
    return AttemptRules(keep, most, float(wait))
