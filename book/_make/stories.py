"""Draw the stories that the chapters on transformers and on pretrained models read and write.

A story is made of choices by a grammar: two animals, a thing with a colour, places, who gives what
to whom, what is lost and found again. From a finished story all its choices can be read off, so its
probability is exactly the product of their shares, and no model's cost can be below the costs kept
here on average. `python book/_make/stories.py` writes book/_data/stories.json, always the same.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

PATH = Path(__file__).resolve().parents[1] / "_data" / "stories.json"
SPECIAL = ("<pad>", "<start>", "<end>", "<mask>")
# Each animal is always "he" or always "she", which a reader of many stories can know.
HE = ("fox", "goat", "crow", "mole", "bear", "frog")
SHE = ("hen", "cat", "wolf", "duck", "mouse", "snail")
ANIMALS = HE + SHE
COLOURS = ("red", "blue", "green", "white", "black", "yellow", "grey", "brown")
THINGS = (
    "kite",
    "drum",
    "lamp",
    "boat",
    "hat",
    "bell",
    "key",
    "cup",
    "ball",
    "spoon",
    "rope",
    "book",
)
PLACES = ("hill", "pond", "barn", "mill", "bridge", "wood", "well", "road", "field", "river")
WISHES = ("wanted", "liked", "needed")
CONTEXT = 64  # tokens of the models that read these stories, start and end included


@dataclass
class Teller:
    """Makes choices by chance and adds up what they cost, minus the logarithms of their shares."""

    rng: np.random.Generator
    nats: float = field(default=0.0)

    def pick(self, options: Sequence[str], *without: str) -> str:
        """Return one of the options at random, all alike, those without left out."""
        left = [option for option in options if option not in without]
        self.nats += float(np.log(len(left)))
        return left[int(self.rng.integers(len(left)))]

    def tossed(self) -> bool:
        """Return whether a fair coin says yes."""
        return self.pick(["yes", "no"]) == "yes"


def story(teller: Teller) -> tuple[list[str], int]:
    """Return the words of a story, and 1 if the thing is its first owner's in the end, else 0."""
    owner = teller.pick(ANIMALS)
    friend = teller.pick(ANIMALS, owner)
    colour, thing = teller.pick(COLOURS), teller.pick(THINGS)
    home = teller.pick(PLACES)
    other = teller.pick(PLACES, home)
    homes = {owner: home, friend: other}
    he = "he" if owner in HE else "she"
    him = "him" if friend in HE else "her"
    first = teller.pick((f"once a {owner}", f"a {owner} once", f"a {owner}"))
    lines = [
        f"{first} lived by the {home} .",
        f"{he} had a {colour} {thing} .",
        f"{he} met a {friend} from the {other} .",
        f"the {friend} {teller.pick(WISHES)} the {thing} .",
    ]
    given = teller.tossed()
    lines += [f"so {he} gave {him} the {thing} ." if given else f"but {he} kept it ."]
    holder = friend if given else owner
    if teller.tossed():
        lost = teller.pick(PLACES, home, other)
        lines += [f"then the {holder} lost it by the {lost} ."]
        holder = teller.pick((owner, friend))
        lines += [f"the {holder} found it there ."]
    lines += [f"at last the {holder} took the {colour} {thing} to the {homes[holder]} ."]
    return " ".join(lines).split(), int(holder == owner)


def stories(seed: int, count: int) -> tuple[list[str], list[int], list[float]]:
    """Return that many stories, their labels, and for each what its choices cost, in nats."""
    rng = np.random.default_rng(seed)
    told, labels, nats = [], [], []
    for _ in range(count):
        teller = Teller(rng)
        words, label = story(teller)
        told.append(" ".join(words))
        labels.append(label)
        nats.append(teller.nats)
    return told, labels, nats


def rules() -> str:
    """Return a regular expression that the stories of this grammar match, and nothing else."""

    def one_of(options: Sequence[str], name: str = "") -> str:
        return f"(?P<{name}>{'|'.join(options)})" if name else f"(?:{'|'.join(options)})"

    def animal(name: str, male: str, *without: str) -> str:
        """Return a named animal; the empty group `male` is set for those that are "he"."""
        he = f"{one_of(HE)} "
        return f"(?:(?={he})(?P<{male}>)|(?!{he})){''.join(without)}{one_of(ANIMALS, name)}"

    homes = {"owner": "home", "friend": "other"}

    def last(holder: str) -> str:
        what = "(?P=colour) (?P=thing)"
        return f"at last the (?P={holder}) took the {what} to the (?P={homes[holder]}) \\."

    def onwards(holder: str) -> str:
        elsewhere = f"(?!(?:(?P=home)|(?P=other)) ){one_of(PLACES)}"
        found = "|".join(f"the (?P={who}) found it there \\. {last(who)}" for who in homes)
        lost = f"then the (?P={holder}) lost it by the {elsewhere} \\. (?:{found})"
        return f"(?:{last(holder)}|{lost})"

    return (
        f"(?P<once>once )?a {animal('owner', 'he')}(?(once)|(?: once)?) lived by the "
        f"{one_of(PLACES, 'home')} \\. (?(he)he|she) had a {one_of(COLOURS, 'colour')} "
        f"{one_of(THINGS, 'thing')} \\. (?(he)he|she) met a "
        f"{animal('friend', 'him', '(?!(?P=owner) )')} from the "
        f"(?!(?P=home) ){one_of(PLACES, 'other')} \\. "
        f"the (?P=friend) {one_of(WISHES)} the (?P=thing) \\. "
        f"(?:so (?(he)he|she) gave (?(him)him|her) the (?P=thing) \\. {onwards('friend')}"
        f"|but (?(he)he|she) kept it \\. {onwards('owner')})"
    )


def collection() -> dict[str, object]:
    """Return what is written: words, stories to learn from and to test on, labels, costs, rules."""
    train, train_labels, _ = stories(0, 1500)
    test, test_labels, test_nats = stories(1, 300)
    assert not set(train) & set(test)
    assert all(re.fullmatch(rules(), line) for line in train + test)
    words = [*SPECIAL, *sorted({word for line in train for word in line.split()})]
    return {
        "words": words,
        "rules": rules(),
        "train": train,
        "train_labels": train_labels,
        "test": test,
        "test_labels": test_labels,
        "test_nats": [round(cost, 9) for cost in test_nats],
    }


if __name__ == "__main__":
    PATH.write_text(json.dumps(collection(), indent=0) + "\n", encoding="utf-8")
