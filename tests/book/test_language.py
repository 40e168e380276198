"""The chapter on language: sentences are as its script draws them, widgets compute what it says."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.book.headless import printed
from tests.book.scripts import script

BOOK = Path(__file__).resolve().parents[2] / "book"
small = script("small_language")
LANGUAGE = json.loads(small.PATH.read_text("utf-8"))
TEXTS = [
    "the number of patients",
    "1936 and 1994",
    "der Patienten",
    "患者の数",
    "a née_b\n 😀 3.14",
]
SCRIPT = """
const [tokeniser, next, texts] = process.argv.slice(1);
const { encode, shown } = await import(tokeniser);
const { distribution, drawn } = await import(next);
const bytes = (token) => Array.from(token, (c) => c.charCodeAt(0));
console.log(JSON.stringify({
  tokens: JSON.parse(texts).map((t) => [0, 100, 300].map((n) => encode(t, n).map(bytes))),
  half: shown("\\u00e6"),
  all: distribution("the crow", 1, 98, 1),
  cut: distribution("the crow", 1, 98, 0.9).kept,
  wide: distribution("the", 1, 98, 0.9).kept,
  both: distribution("the crow", 2, 3, 0.5),
  ends: [drawn([0.5, 0.5], 0), drawn([0.5, 0.5], 0.5), drawn([0.1, 0.2], 0.99)],
}));
"""


NEAR = """
const { neighbours } = await import(process.argv[1]);
const tables = ["cosine", "dot"].map((measure) => JSON.parse(process.argv[2]).map((word) =>
  Object.fromEntries(neighbours({ word, measure, own: true }))));
const asked = { word: "crows", minus: "crow", plus: "hen" };
const ruled = neighbours(asked), free = neighbours({ ...asked, own: true });
console.log(JSON.stringify({ tables, ruled, free }));
"""


def chapter_cells(names: dict[str, Any], *starts: str) -> dict[str, Any]:
    """Return the names after those cells of the chapter that begin with one of the words."""
    text = (BOOK / "sequences" / "language.md").read_text("utf-8")
    for cell in re.findall(r"^```\{code-cell\}\n(.*?)^```$", text, re.M | re.S):
        if cell.startswith(starts):
            exec(compile(cell, "language.md", "exec"), names)  # noqa: S102
    return names


def widgets(script: str, *modules: str, request: list[str]) -> dict[str, Any]:
    """Return what widgets compute: what the script prints, which gets their addresses first."""
    paths = [(BOOK / "_widgets" / f"{name}.mjs").as_uri() for name in modules]
    answers: dict[str, Any] = printed(script, *paths, json.dumps(request))
    return answers


def test_the_sentences_are_those_that_the_script_draws() -> None:
    assert json.loads(json.dumps(small.language())) == LANGUAGE
    assert small.PATH.stat().st_size < 200_000


def test_every_sentence_obeys_the_rules_and_rubble_does_not() -> None:
    rules = re.compile(LANGUAGE["rules"])
    assert all(rules.fullmatch(line) for line in LANGUAGE["training"] + LANGUAGE["test"])
    for line in LANGUAGE["test"][:200]:
        words = line.split()
        assert not rules.fullmatch(" ".join([*words[1:-1], words[0], "."]))


def test_the_cost_of_a_sentence_is_its_probability() -> None:
    lines, nats = small.corpus(40_000, 5)
    cost, counted = dict(zip(lines, nats, strict=True)), Counter(lines)
    for line, times in counted.most_common(20):
        expected = 40_000 * np.exp(-cost[line])
        assert abs(times - expected) < 5 * np.sqrt(expected)


def test_the_widgets_compute_what_the_chapter_does() -> None:
    from sklearn import datasets

    given: dict[str, Any] = {"re": re, "Counter": Counter, "datasets": datasets}
    names = chapter_cells(given, "def merge", "def learn", "def words_of", "def encode")
    answers = widgets(SCRIPT, "bpe-tokeniser", "next-token", request=TEXTS)
    for text, found in zip(TEXTS, answers["tokens"], strict=True):
        for number, tokens in zip((0, 100, 300), found, strict=True):
            wanted = names["encode"](text, names["merges"][:number])
            assert [bytes(token) for token in tokens] == wanted
    assert answers["half"] == "⟨230⟩"
    shares = np.array(answers["all"]["shares"])
    assert np.isclose(shares.sum(), 1)
    assert (np.diff(shares) <= 0).all()
    assert np.allclose(answers["all"]["kept"], shares)
    size = int(np.argmax(np.cumsum(shares) >= 0.9)) + 1
    assert np.allclose(answers["cut"], shares[:size] / shares[:size].sum())
    assert (len(answers["wide"]), len(answers["cut"])) == (24, 3)  # as the chapter says
    flat = np.sqrt(shares[:3]) / np.sqrt(shares[:3]).sum()
    kept = flat[: int(np.argmax(np.cumsum(flat) >= 0.5)) + 1]
    assert np.allclose(answers["both"]["kept"], kept / kept.sum())
    assert answers["ends"] == [0, 1, 1]


@pytest.mark.slow
def test_the_neighbours_are_those_of_the_vectors_that_the_chapter_learns() -> None:
    plenty = [line.split() for line in LANGUAGE["training"]]
    words = sorted({word for line in plenty for word in line})
    places = {word: i for i, word in enumerate(words)}
    given: dict[str, Any] = {"np": np, "Counter": Counter, "language": LANGUAGE}
    given |= {"plenty": plenty, "vocabulary": words}
    names = chapter_cells(given | {"id_of": places, "V": len(words)}, "def word2vec", "U, _ = ")
    found = widgets(NEAR, "embedding-neighbours", request=words)
    cosines, products = (np.array([[row[w] for w in words] for row in t]) for t in found["tables"])
    assert np.allclose(cosines, names["unit"] @ names["unit"].T, atol=0.02)
    assert np.allclose(products, names["U"] @ names["U"].T, atol=0.2)
    way = names["unit"][[places[word] for word in ("crows", "crow", "hen")]]
    way = way[0] - way[1] + way[2]
    values = [dict(found["free"])[word] for word in words]
    assert np.allclose(values, names["unit"] @ way / np.linalg.norm(way), atol=0.02)
    own = ("crows", "crow", "hen")
    assert found["ruled"] == [pair for pair in found["free"] if pair[0] not in own]
