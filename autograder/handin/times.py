"""Points in time as people and nbgrader write them, always kept in UTC."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from autograder.errors import CourseError

_NAMED_ZONE = re.compile(r"^(?P<clock>\S+ \S+) (?P<zone>[A-Za-z_/+\-0-9]+)$")


def parse_timestamp(text: str) -> datetime:
    """Return the time of a `timestamp.txt`; a time without a zone is UTC, as nbgrader has it.

    Raises:
        ValueError: the text is no time.
    """
    text = text.strip()
    zone = None
    if (match := _NAMED_ZONE.match(text)) and match["zone"][0].isalpha():
        text, zone = match["clock"], match["zone"]
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=_zone(zone))
    return moment.astimezone(UTC)


def _zone(name: str | None) -> "ZoneInfo":
    try:
        return ZoneInfo(name or "UTC")
    except (OSError, KeyError, ValueError) as error:
        raise ValueError(f"unknown time zone {name!r}") from error


def parse_due(text: str) -> datetime:
    """Return a due date; one without a zone is in this machine's own time, and a day ends at 24:00.

    Raises:
        CourseError: the text is no ISO date.
    """
    text = text.strip()
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            text += "T23:59:59"
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        raise CourseError(
            f"expected a due date such as 2026-11-20, 2026-11-20T18:00 or 2026-11-20T18:00+01:00, "
            f"got '{text[:60]}'"
        ) from None


def timestamp_text(moment: datetime) -> str:
    """Return a time as nbgrader writes it into `timestamp.txt`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")


def duration_text(seconds: float) -> str:
    """Return "2 d 3 h", "1 h 5 min", "40 s": the two largest parts of a duration."""
    parts: list[str] = []
    left = int(seconds)
    for name, length in (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)):
        count, left = divmod(left, length)
        if count:
            parts.append(f"{count} {name}")
    return " ".join(parts[:2]) or "0 s"


def seconds_late(
    handed_in: datetime | None, due: datetime | None, extension: timedelta | None = None
) -> float:
    """Return how late something was handed in, in seconds; 0 when it was not or nobody knows."""
    if handed_in is None or due is None:
        return 0.0
    return max(0.0, (handed_in - due - (extension or timedelta())).total_seconds())
