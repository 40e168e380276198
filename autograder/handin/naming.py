"""What the name of a file says about who handed it in: nbgrader's, Canvas's, Moodle's, plain.

nbgrader  <student>/<unit>/<unit>.ipynb, <student>+<unit>+<time>+<random>/<name>.ipynb,
          <unit>_<student>_attempt_<time>_<name>.ipynb
Canvas    <lastfirst>_<user>_<file>_<name>.ipynb, with LATE_ before <user> when late,
          with -1, -2 at the end for later attempts
Moodle    <First Last>_<participant>_assignsubmission_file_/<name>.ipynb, or with the folder's name
          in front of the file's
plain     <student>.ipynb, <student>_<unit>.ipynb, <student>/<name>.ipynb
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from autograder.handin.times import parse_timestamp

_MOODLE = re.compile(
    r"^(?P<name>.+?)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)(?:_(?P<rest>.*))?$"
)
_CANVAS = re.compile(
    r"^(?P<name>[^_]+)_(?P<late>LATE_)?(?P<user>\d+)_(?P<file>\d+)_(?P<rest>.+)\.ipynb$", re.I
)
_ATTEMPT = re.compile(
    r"^(?P<before>.+)_attempt_(?P<time>\d{4}(?:-\d\d){5})_(?P<rest>.+)\.ipynb$", re.I
)
_PLAIN_KINDS = ("id", "email", "name")
_AGAIN = re.compile(r"(?:-(?P<dash>\d{1,3})| ?\((?P<bracket>\d{1,3})\))$")


@dataclass(frozen=True)
class Claim:
    """Who a file may belong to.

    Attributes:
        layout: "nbgrader", "canvas", "moodle" or "plain".
        keys: what may identify the student, strongest first: pairs of "id", "canvas_id",
            "moodle_id", "email" or "name" and the text.
        late: whether Canvas marked it late.
        attempt: a later attempt has a higher number.
        time: when it was handed in, where the name says so.
    """

    layout: str
    keys: tuple[tuple[str, str], ...]
    late: bool = False
    attempt: int = 0
    time: datetime | None = None


def claims(parts: tuple[str, ...], slug: str) -> Iterator[Claim]:
    """Yield what the path of a notebook may mean, the most certain first.

    Args:
        parts: folders and file name.
        slug: the unit that is collected.
    """
    for part in reversed(parts):
        if match := _MOODLE.match(part):
            keys = (("moodle_id", match["number"]), ("name", match["name"]))
            yield Claim("moodle", keys, attempt=_again(parts[-1].removesuffix(".ipynb"))[1])
            return
    yield from _nbgrader(parts, slug)
    if match := _CANVAS.match(parts[-1]):
        yield Claim(
            "canvas",
            (("canvas_id", match["user"]), ("name", match["name"])),
            late=bool(match["late"]),
            attempt=_again(match["rest"])[1],
        )
    yield from _plain(parts, slug)


def moodle_folder(parts: tuple[str, ...]) -> str:
    """Return the name of a submission's folder in Moodle's zips, flat downloads included."""
    for part in reversed(parts):
        if match := _MOODLE.match(part):
            return f"{match['name']}_{match['number']}_assignsubmission_file_"
    return ""


def moodle_number(parts: tuple[str, ...]) -> str:
    """Return Moodle's participant number in a path; "" without one."""
    for part in reversed(parts):
        if match := _MOODLE.match(part):
            return match["number"]
    return ""


def _nbgrader(parts: tuple[str, ...], slug: str) -> Iterator[Claim]:
    # Under another name it may be <folder>/<unit>/<student>.ipynb, which is no nbgrader's.
    if len(parts) >= 3 and parts[-2:] == (slug, f"{slug}.ipynb"):
        yield Claim("nbgrader", (("id", parts[-3]),))
    if len(parts) >= 2 and parts[-2].count("+") >= 3:
        rest, stamp, _ = parts[-2].rsplit("+", 2)
        student, _, unit = rest.rpartition("+")
        if unit == slug:
            yield Claim("nbgrader", (("id", student),), time=_time(stamp))
    if match := _ATTEMPT.match(parts[-1]):
        student = match["before"].removeprefix(f"{slug}_")
        day, clock = match["time"][:10], match["time"][11:].replace("-", ":")
        yield Claim("nbgrader", (("id", student),), time=_time(f"{day} {clock}"))


def _plain(parts: tuple[str, ...], slug: str) -> Iterator[Claim]:
    stem = parts[-1][: -len(".ipynb")]
    stem, attempt = _without_unit(stem, slug)
    names = [part for part in reversed(parts[:-1]) if part != slug]
    if stem:
        names.insert(0, stem)
    for name in names:
        shorter, number = _again(name)
        keys = [(kind, text) for text in dict.fromkeys((name, shorter)) for kind in _PLAIN_KINDS]
        yield Claim("plain", tuple(keys), attempt=attempt or number)


def _without_unit(stem: str, slug: str) -> tuple[str, int]:
    """Take the unit's name off `s1_perceptron`, `perceptron-s1`, `s1_perceptron (2)`."""
    shorter, attempt = _again(stem)
    for text, number in ((stem, 0), (shorter, attempt)):
        if text == slug:
            return "", number
        for mark in "_-+ ":
            if text.endswith(mark + slug):
                return text[: -len(slug) - 1], number
            if text.startswith(slug + mark):
                return text[len(slug) + 1 :], number
    return stem, 0


def _again(stem: str) -> tuple[str, int]:
    """Split "name-2" and "name (2)" into name and number; the number is 0 without one."""
    match = _AGAIN.search(stem)
    if not match:
        return stem, 0
    return stem[: match.start()], int(match["dash"] or match["bracket"])


def _time(text: str) -> datetime | None:
    try:
        return parse_timestamp(text)
    except ValueError:
        return None
