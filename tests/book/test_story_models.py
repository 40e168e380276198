"""The writer and the filler of stories: files and script agree, and do what the chapters say."""

import json
import re
from typing import Any

import numpy as np
import pytest

from tests.book.scripts import script
from tests.thorough import THOROUGH

maker = script("story_models")
DATA = json.loads(maker.PATH.read_text("utf-8"))


@pytest.fixture(scope="module")
def writer() -> Any:
    """The arrays of the writer that is kept."""
    return maker.read_model("writer")


@pytest.fixture(scope="module")
def filler() -> Any:
    """The arrays of the filler that is kept."""
    return maker.read_model("filler")


@pytest.mark.parametrize("name", ["writer", "filler"])
def test_a_file_holds_the_arrays_of_the_architecture_and_is_small(name: str) -> None:
    arrays = maker.read_model(name)
    assert {key: array.shape for key, array in arrays.items()} == maker.shapes(len(DATA["words"]))
    assert (maker.MODELS / f"story-{name}.npz").stat().st_size < 150_000


def test_a_story_becomes_ids_between_start_and_end() -> None:
    row = maker.tokens(DATA["test"][:1])[0]
    words = [DATA["words"][i] for i in row if i]
    assert words == ["<start>", *DATA["test"][0].split(), "<end>"]


def test_a_writer_is_asked_for_the_word_behind_each_and_for_nothing_behind_the_end() -> None:
    ids = maker.tokens(DATA["test"][:3])
    read, wanted, counts = maker.next_words(ids)
    assert (wanted[:, :-1] == read[:, 1:]).all()
    assert (counts.sum(axis=1) == [len(line.split()) + 1 for line in DATA["test"][:3]]).all()


def test_a_filler_is_asked_for_hidden_words_eight_of_ten_shown_as_mask() -> None:
    ids = maker.tokens(DATA["train"])
    read, wanted, counts = maker.hidden_words(ids, np.random.default_rng(0))
    asked = counts > 0
    assert (read[~asked] == ids[~asked]).all()
    assert (wanted == ids).all()
    assert ids[asked].min() > maker.MASK
    assert asked.sum() / (ids > maker.MASK).sum() == pytest.approx(0.15, abs=0.005)
    assert (read[asked] == maker.MASK).mean() == pytest.approx(0.8, abs=0.01)
    assert (read[asked] == ids[asked]).mean() == pytest.approx(0.1, abs=0.01)


def test_only_the_writer_hides_the_future(writer: Any, filler: Any) -> None:
    ids = maker.tokens(DATA["test"][:2])
    other = ids.copy()
    other[:, 30] = 4 + (other[:, 30] - 3) % (len(DATA["words"]) - 4)
    for arrays, causal in ((writer, True), (filler, False)):
        before, after = (maker.logits(arrays, some, causal)[:, :30] for some in (ids, other))
        assert np.array_equal(before, after) is causal


def test_padding_changes_nothing_before_it(filler: Any) -> None:
    ids = maker.tokens(DATA["test"][:1])
    length = int((ids > 0).sum())
    short = maker.logits(filler, ids[:, :length], causal=False)
    assert np.allclose(maker.logits(filler, ids, causal=False)[:, :length], short)


def test_the_writer_pays_little_more_than_the_least_there_is(writer: Any) -> None:
    paid, least = maker.cost(writer, maker.tokens(DATA["test"])), np.mean(DATA["test_nats"])
    assert least < paid < 1.05 * least


def test_more_than_half_of_what_it_writes_holds_together(writer: Any) -> None:
    lines = maker.written(writer, 200, np.random.default_rng(1))
    assert len(set(lines)) == 200
    assert np.mean([bool(re.fullmatch(DATA["rules"], line)) for line in lines]) > 0.5


def test_the_filler_says_the_colour_that_comes_again(filler: Any) -> None:
    assert maker.filled(filler, DATA["test"], lambda words: words.index("had") + 2) > 0.95
    assert maker.filled(filler, DATA["test"], lambda words: words.index("took") + 2) > 0.95


@pytest.mark.slow
def test_the_script_trains_a_writer_as_good_or_by_day_one_that_knows_the_form(writer: Any) -> None:
    briefly = {"count": 6000, "epochs": 3}
    made = maker.trained(True, **({} if THOROUGH else briefly), verbose=0)
    ids = maker.tokens(DATA["test"])
    assert maker.cost(made, ids) < (1.02 if THOROUGH else 1.6) * maker.cost(writer, ids)


@pytest.mark.slow
def test_the_script_trains_a_filler_as_good_or_by_day_one_that_knows_the_form() -> None:
    briefly = {"count": 3000, "epochs": 2}
    made = maker.trained(False, **({} if THOROUGH else briefly), verbose=0)
    places = {"a": lambda words: words.index("had") + 1}
    if THOROUGH:
        places |= {"the colour again": lambda words: words.index("took") + 2}
    right = {name: maker.filled(made, DATA["test"], place) for name, place in places.items()}
    assert min(right.values()) > 0.95, right
