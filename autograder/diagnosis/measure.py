"""How many known mistakes a table names: as they are, left out of it, and in other words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from autograder.diagnosis.pairs import Known, Trying
from autograder.diagnosis.rewriting import EVERY, rewritings
from autograder.diagnosis.table import Pair, chosen, clause


@dataclass(frozen=True)
class Share:
    """How many mistakes are named by their own sentence, by another, by none."""

    named: int = 0
    misnamed: int = 0
    unnamed: int = 0

    @property
    def whole(self) -> int:
        """How many there are."""
        return self.named + self.misnamed + self.unnamed

    def text(self) -> str:
        """Return the shares in words."""
        parts = {"named": self.named, "misnamed": self.misnamed, "unnamed": self.unnamed}
        said = [f"{name} {n} ({n / max(1, self.whole):.1%})" for name, n in parts.items()]
        return f"of {self.whole}: {', '.join(said)}"


@dataclass(frozen=True)
class StandIn:
    """A mistake that was left out of the table, and what the table then says of it.

    Attributes:
        mistake: the mistake.
        said: the sentence of what behaves the same; a person says whether it names the mistake.
    """

    mistake: Known
    said: str


@dataclass(frozen=True)
class Measured:
    """What a table does for a unit's known mistakes.

    Attributes:
        whole: by the whole table.
        rewritten: written in other ways, by the whole table; of each way that changes them.
        left_out: what is said of a mistake by a table without it, where something is.
        unlike: rewritten mistakes that are named by another sentence or by none: the mistake, the
            way, and the sentence.
        conflicts: how many mutants' sentences are not said, because another one is.
    """

    whole: Share
    rewritten: Share
    left_out: tuple[StandIn, ...]
    unlike: tuple[tuple[Known, str, str], ...]
    conflicts: int


def measure(
    known: Sequence[Known],
    others: Sequence[Pair],
    rewritten: Mapping[tuple[str, str], Mapping[str, str]],
) -> Measured:
    """Say how many known mistakes are named.

    Args:
        known: the mistakes, with their behaviours.
        others: right answers and mutants.
        rewritten: the behaviours of mistakes written in other ways: by answer and name of the
            mistake, and by the way; see `rewritten_behaviours`.
    """
    pairs = [*(each.pair for each in known), *others]
    says, conflicts = chosen(pairs)
    whole = [_named(each, says.get(each.pair[:2], "")) for each in known]
    unlike, again = [], []
    for each in known:
        for way, behaviour in rewritten.get((each.answer, each.name), {}).items():
            said = says.get((each.pair.grade_id, behaviour), "")
            again.append(_named(each, said))
            if again[-1] != _named(each, says.get(each.pair[:2], "")):
                unlike.append((each, way, said))
    left_out = []
    for number, each in enumerate(known):
        without = chosen([*pairs[:number], *pairs[number + 1 :]]).sentences
        if said := without.get(each.pair[:2], ""):
            left_out.append(StandIn(each, said))
    return Measured(_share(whole), _share(again), tuple(left_out), tuple(unlike), conflicts)


def rewritten_behaviours(
    trying: Trying, known: Iterable[Known], ways: Collection[str] = EVERY
) -> dict[tuple[str, str], dict[str, str]]:
    """Return the behaviours of mistakes written in other ways; "" where visible tests pass.

    Args:
        trying: takes the behaviours.
        known: the mistakes.
        ways: which of the ways of `rewriting`.
    """
    found: dict[tuple[str, str], dict[str, str]] = {}
    for each in known:
        found[each.answer, each.name] = {
            way: trying.rejected({each.answer: text}).get(each.pair.grade_id, "")
            for way, text in rewritings(each.source).items()
            if way in ways
        }
    return found


def _named(known: Known, said: str) -> str:
    if not said:
        return "unnamed"
    return "named" if clause(known.pair.sentence) in said else "misnamed"


def _share(found: Sequence[str]) -> Share:
    return Share(*(found.count(name) for name in ("named", "misnamed", "unnamed")))
