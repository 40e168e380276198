"""A sample of code, and which lines of it one operator changes."""

from dataclasses import dataclass
from difflib import ndiff


@dataclass(frozen=True)
class Sample:
    """What an operator yields and what it leaves alone.

    Attributes:
        operator: its name.
        source: code that it changes.
        changed: what it makes of it, mutant by mutant, as `changed_lines` tells it.
        spared: code that looks alike and of which it makes nothing.
    """

    operator: str
    source: str
    changed: list[str]
    spared: str


def changed_lines(before: str, after: str) -> str:
    """Return the new line; all lines where one was moved; else those of both, with - and +."""
    lines = [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    old = [line[2:] for line in lines if line[0] == "-"]
    new = [line[2:] for line in lines if line[0] == "+"]
    if old == new:
        return after.strip("\n")
    return new[0] if len(old) == len(new) == 1 else "\n".join(lines)
