"""The chapter on transformers: the figure of positions computes what its text says."""

import re
from pathlib import Path
from typing import Any

import numpy as np

from tests.book.headless import printed

BOOK = Path(__file__).resolve().parents[2] / "book"
CHAPTER = BOOK / "sequences" / "transformers.md"
SCRIPT = """
const { BASES, SHOWN, alike, rival, table } = await import(process.argv[1]);
const found = BASES.map((base) => {
  const rows = table(base), similar = alike(rows, 20);
  return { base, rows, similar, far: rival(similar, 20) };
});
console.log(JSON.stringify({ SHOWN, found, first: rival([1, 5, 2, 5], 0, 1) }));
"""


def figure() -> dict[str, Any]:
    """Return what the figure computes for each of its bases, at position 20."""
    module = (BOOK / "_widgets" / "positional-encoding.mjs").as_uri()
    answers: dict[str, Any] = printed(SCRIPT, module)
    return answers


def test_the_figure_has_the_table_of_the_chapter() -> None:
    cell = re.search(r"^def waves.*?\n\n", CHAPTER.read_text("utf-8"), re.M | re.S)
    assert cell is not None
    names: dict[str, Any] = {"np": np}
    exec(cell[0], names)  # noqa: S102
    found = {one["base"]: one for one in figure()["found"]}
    wanted = names["waves"](64, 32)
    assert np.allclose(found[10000]["rows"], wanted)
    assert np.allclose(found[10000]["similar"], wanted @ wanted[20])


def test_similarity_depends_on_the_distance_alone_for_every_base() -> None:
    for one in figure()["found"]:
        rows, similar = np.array(one["rows"]), np.array(one["similar"])
        assert np.allclose(similar[:20][::-1], similar[21:41]), one["base"]
        assert np.allclose((rows @ rows.T).diagonal(7), similar[27]), one["base"]
        assert similar.argmax() == 20
        away = abs(np.arange(64) - 20) >= 8
        assert away[one["far"]]
        assert np.isclose(similar[away].max(), similar[one["far"]])


def test_the_nearest_of_equals_from_the_left_is_named() -> None:
    assert figure()["first"] == 1


def test_the_text_of_the_figure_has_its_numbers() -> None:
    answers, text = figure(), CHAPTER.read_text("utf-8")
    listed = dict(re.findall(r"^\| (\d+) \| (.+) \|$", text, re.M))
    found = {str(one["base"]): one for one in answers["found"]}
    assert set(listed) == {"10000", "100", "1"}
    for base, line in listed.items():
        one = found[base]
        sines = ", ".join(f"{one['rows'][20][2 * pair]:.3f}" for pair in answers["SHOWN"])
        products = ", ".join(f"{one['similar'][20 + far]:.2f}" for far in (0, 1, 4, 16))
        best = f"position {one['far']}, {one['similar'][one['far']]:.2f}"
        assert f"{sines} | {products} | {best}".replace("-", "−") == line
