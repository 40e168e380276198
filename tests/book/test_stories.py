"""The stories that two chapters read and write: file and script agree, and the rules are exact."""

import json
import math
import re
from typing import Any

import pytest

from tests.book.scripts import script

stories = script("stories")


@pytest.fixture(scope="module")
def kept() -> Any:
    """What the file holds."""
    return json.loads(stories.PATH.read_text("utf-8"))


def test_the_file_is_what_the_script_draws(kept: Any) -> None:
    assert kept == stories.collection()


def test_every_word_has_a_place_and_every_story_fits_the_context(kept: Any) -> None:
    assert kept["words"][:4] == ["<pad>", "<start>", "<end>", "<mask>"]
    for line in kept["train"] + kept["test"]:
        assert set(line.split()) <= set(kept["words"])
    longest = max(len(line.split()) for line in kept["train"])
    assert longest + 2 == stories.CONTEXT


def test_the_first_owner_has_the_thing_where_the_label_says_so(kept: Any) -> None:
    for line, label in zip(kept["train"], kept["train_labels"], strict=True):
        owner = re.findall(r"^(?:once )?a (\w+)", line)[0]
        last = re.findall(r"at last the (\w+) took", line)[0]
        assert label == (owner == last)
    assert 0.45 < sum(kept["train_labels"]) / len(kept["train"]) < 0.55


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("he had", "she had"),
        ("gave her", "gave him"),
        ("the grey book to", "the red book to"),
        ("grey book to", "grey bell to"),
        ("to the hill", "to the field"),
        ("by the field", "by the barn"),
        ("the frog found", "the fox found"),
        ("a hen from", "a frog from"),
    ],
)
def test_a_story_that_contradicts_itself_is_none(kept: Any, was: str, becomes: str) -> None:
    line = kept["test"][0]
    assert re.fullmatch(kept["rules"], line)
    assert was in line
    assert not re.fullmatch(kept["rules"], line.replace(was, becomes))


def test_costs_are_those_of_the_choices(kept: Any) -> None:
    # Two animals, a colour, a thing, two places, an opening, a wish; then given or not, lost or
    # not, and where it is lost, one of eight places, and by whom of two it is found.
    fixed = math.log(12 * 11 * 8 * 12 * 10 * 9 * 3 * 3 * 2 * 2)
    for line, nats in zip(kept["test"], kept["test_nats"], strict=True):
        lost = math.log(8 * 2) if "lost" in line else 0
        assert nats == pytest.approx(fixed + lost)
