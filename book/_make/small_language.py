"""Draw the sentences of the small language of the chapter on language, with their probabilities.

The language has a grammar of choices, each with known shares, and from a finished sentence all its
choices can be read off. So the probability of a sentence is exactly the product of the shares of
its choices, and the perplexity of the truth is known. `python book/_make/small_language.py` writes
book/_data/small-language.json, always the same.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

PATH = Path(__file__).resolve().parents[1] / "_data" / "small-language.json"
NOUNS = {
    "animal": ["crow", "goat", "hen", "otter", "snail", "frog", "mole", "heron"],
    "person": ["baker", "miller", "sailor", "nurse", "weaver", "painter"],
    "food": ["plum", "bun", "onion", "pear", "cake", "melon"],
    "thing": ["lamp", "rope", "cart", "drum", "boat", "clock"],
}
ADJECTIVES = {
    "animal": ["small", "wild", "tame", "shy", "grey", "quick"],
    "person": ["old", "kind", "young", "busy", "tired"],
    "food": ["ripe", "sweet", "sour", "small", "round"],
    "thing": ["new", "old", "broken", "small", "heavy"],
}
# Each verb with the kind of its object.
VERBS = {
    "animal": ["follow animal", "eat food", "hear person", "steal food", "fear animal"],
    "person": ["sell food", "mend thing", "feed animal", "peel food", "paint thing", "call person"],
}
DETERMINERS = {"one": ["the", "a", "this"], "many": ["the", "two", "these"]}
FAVOURITES = (9, 3, 1, 1, 1, 1)  # weights of a noun's adjectives, and of its verbs


@dataclass
class Speaker:
    """Makes choices by chance and adds up what they cost, minus the logarithms of their shares."""

    rng: np.random.Generator
    nats: float = field(default=0.0)

    def pick(self, options: Sequence[str], weights: Sequence[float] | None = None) -> str:
        """Return one of the options; without weights the r-th has a share in proportion to 1/r."""
        given = 1 / np.arange(1, len(options) + 1) if weights is None else np.array(weights, float)
        shares = given[: len(options)] / given[: len(options)].sum()
        i = int(np.searchsorted(np.cumsum(shares), self.rng.random(), side="right"))
        self.nats -= float(np.log(shares[i]))
        return options[i]

    def favourite(self, options: list[str], place: int) -> str:
        """Return an option, with an order of likings that begins at a noun's own place."""
        place %= len(options)
        return self.pick(options[place:] + options[:place], FAVOURITES)

    def phrase(self, kind: str, number: str) -> tuple[list[str], int]:
        """Return a determiner, perhaps an adjective, and a noun; and the noun's place."""
        noun = self.pick(NOUNS[kind])
        place = NOUNS[kind].index(noun)
        adjective = [self.favourite(ADJECTIVES[kind], place)] if self.tossed(1, 1) else []
        ending = "s" if number == "many" else ""
        return [self.pick(DETERMINERS[number]), *adjective, noun + ending], place

    def tossed(self, yes: float, no: float) -> bool:
        """Return whether a coin with these weights says yes."""
        return self.pick(["yes", "no"], [yes, no]) == "yes"

    def sentence(self) -> str:
        """Return a sentence, its words and the full stop with blanks between them."""
        kind = self.pick(["animal", "person"], [1, 1])
        number = self.pick(["many", "one"], [2, 3])
        subject, place = self.phrase(kind, number)
        verb, other = self.favourite(VERBS[kind], place).split()
        target, _ = self.phrase(other, self.pick(["many", "one"], [2, 3]))
        return " ".join([*subject, verb + ("s" if number == "one" else ""), *target, "."])


def corpus(number: int, seed: int) -> tuple[list[str], list[float]]:
    """Return sentences, and for each minus the logarithm of its probability, in nats."""
    rng = np.random.default_rng(seed)
    speakers = [Speaker(rng) for _ in range(number)]
    return [speaker.sentence() for speaker in speakers], [speaker.nats for speaker in speakers]


def rules() -> str:
    """Return a regular expression that the sentences of the language match, and nothing else."""

    def phrase(kind: str, number: str) -> str:
        words = [DETERMINERS[number], ADJECTIVES[kind], NOUNS[kind]]
        determiner, adjective, noun = (f"(?:{'|'.join(options)})" for options in words)
        return f"{determiner} (?:{adjective} )?{noun}{'s' if number == 'many' else ''}"

    kinds = [
        f"{phrase(kind, number)} {verb}{'' if number == 'many' else 's'} "
        f"(?:{phrase(other, 'one')}|{phrase(other, 'many')})"
        for kind, verbs in VERBS.items()
        for verb, other in (line.split() for line in verbs)
        for number in DETERMINERS
    ]
    return f"(?:{'|'.join(kinds)}) \\."


def language() -> dict[str, object]:
    """Return what is written: the sentences, the costs of the test's, and the rules."""
    training, _ = corpus(3000, 0)
    test, nats = corpus(1000, 1)
    assert all(re.fullmatch(rules(), line) for line in training + test)
    return {
        "nouns": NOUNS,
        "adjectives": ADJECTIVES,
        "verbs": VERBS,
        "rules": rules(),
        "training": training,
        "test": test,
        "nats": [round(cost, 9) for cost in nats],
    }


if __name__ == "__main__":
    PATH.write_text(json.dumps(language(), indent=0) + "\n", encoding="utf-8")
