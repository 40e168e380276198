"""What an author says of mutants that survive: `survivors.toml` beside the unit's bank.

[[survivor]]
answer = "gates"                # the answer cell
operator = "constant-*"         # which mutants: their operator and their change, `before ->
change = "-1.5 -> *"            # after`; either may be left out or hold *
at_most = 4                     # how many survivors it covers, where more would be a surprise
verdict = "right"               # "right": the task accepts this; "accepted": the tests are weak
reason = "any weights that put the line between the rows are right"
"""

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from autograder.audit.mutants import Mutant
from autograder.errors import UnitError

FILE = "survivors.toml"
VERDICTS = ("right", "accepted")
_FIELDS = {"answer", "operator", "change", "at_most", "verdict", "reason"}


@dataclass(frozen=True)
class Explanation:
    """Why some mutants of one answer survive.

    Attributes:
        answer: grade_id of the answer cell.
        operator: the mutants' operator, with * for anything.
        change: `before -> after`, with * for anything.
        verdict: "right" where the task accepts such an answer, "accepted" for a known weakness.
        reason: one sentence.
        at_most: how many survivors it covers.
    """

    answer: str
    operator: str
    change: str
    verdict: str
    reason: str
    at_most: float = math.inf

    def covers(self, mutant: Mutant) -> bool:
        """Whether this speaks of that mutant."""
        # Brackets are common in code: only * is a pattern here.
        wanted = self.change.replace("[", "[[]")
        return (
            self.answer == mutant.answer
            and fnmatchcase(mutant.operator, self.operator)
            and fnmatchcase(change_of(mutant), wanted)
        )


def change_of(mutant: Mutant) -> str:
    """Return what a mutant changes, as `before -> after` on one line."""
    return " ".join(f"{mutant.before} -> {mutant.after}".split())


def read_explanations(bank: Path) -> list[Explanation]:
    """Read `survivors.toml` of a bank; nothing without one.

    Raises:
        UnitError: the file is malformed.
    """
    path = bank / FILE
    if not path.is_file():
        return []
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("survivor", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnitError(f"{path}: expected TOML, got {error}") from None
    return [_entry(path, number, entry) for number, entry in enumerate(entries, start=1)]


def _entry(path: Path, number: int, entry: object) -> Explanation:
    fields = entry if isinstance(entry, dict) else {}
    texts = {key: value for key, value in fields.items() if isinstance(value, str) and value}
    if set(fields) - _FIELDS or not {"answer", "verdict", "reason"} <= texts.keys():
        raise UnitError(
            f"{path}: expected entry {number} to have answer, verdict and reason, and perhaps "
            f"operator and change, got {', '.join(sorted(map(str, fields))) or 'nothing'}"
        )
    if texts["verdict"] not in VERDICTS:
        raise UnitError(
            f"{path}: expected a verdict of entry {number} ({' or '.join(VERDICTS)}), got "
            f"'{texts['verdict']}'"
        )
    at_most = fields.get("at_most", math.inf)
    if isinstance(at_most, bool) or not isinstance(at_most, int | float) or at_most < 1:
        raise UnitError(f"{path}: expected at_most of entry {number} as a number, got {at_most!r}")
    return Explanation(
        texts["answer"],
        texts.get("operator", "*"),
        texts.get("change", "*"),
        texts["verdict"],
        texts["reason"],
        at_most,
    )


def explanations_of(
    mutants: Sequence[Mutant], known: Sequence[Explanation]
) -> list[Explanation | None]:
    """Return for each survivor the first explanation that covers it and is not used up."""
    left = {id(one): one.at_most for one in known}
    found: list[Explanation | None] = []
    for mutant in mutants:
        one = next((one for one in known if left[id(one)] > 0 and one.covers(mutant)), None)
        found.append(one)
        if one is not None:
            left[id(one)] -= 1
    return found


def idle(mutants: Sequence[Mutant], known: Sequence[Explanation]) -> list[Explanation]:
    """Return the explanations that no survivor needs."""
    needed = {id(one) for one in explanations_of(mutants, known)}
    return [one for one in known if id(one) not in needed]
