"""A table tells its sentence to whoever has the behaviour, and nobody anything else."""

import base64
import hashlib
import json
import zlib
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from autograder.diagnosis.table import (
    MAX_JOINED,
    Pair,
    Unusable,
    chosen,
    clause,
    diagnose,
    is_for,
    make_table,
    read_table,
    table_for,
    table_text,
    write_table,
)
from autograder.folders import CourseFolder
from autograder.unit import Cell, Unit, unit_from_notebook
from tests.doubling import RIGHT, notebook

TASK, OTHER = "double-tests", "half-tests"


def behaviour(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def pair(name: str, sentence: str, kind: str = "mistake", task: str = TASK) -> Pair:
    return Pair(task, behaviour(name), sentence, kind)


PAIRS = [
    pair("cubed", "the number was cubed"),
    pair("added", "two was added; the number is to be multiplied by it, whatever its sign"),
    pair("halved", "ünïcode → was halved", "mutant"),
    pair("halved", "a third was taken", task=OTHER),
]


@pytest.fixture
def unit() -> Unit:
    return unit_from_notebook(notebook(RIGHT), "doubling")


def test_who_has_the_behaviour_reads_the_sentence(unit: Unit) -> None:
    table = make_table(unit, PAIRS)

    for known in PAIRS:
        assert diagnose(table, known.grade_id, known.behaviour) == known.sentence


@pytest.mark.parametrize(
    ("task", "behaves"),
    [
        (TASK, behaviour("right")),
        (OTHER, behaviour("cubed")),
        ("why", behaviour("cubed")),
        (TASK, ""),
        (TASK, behaviour("cubed").upper()),
        (TASK, behaviour("cubed")[:-1]),
        (TASK, "../../etc/passwd"),
    ],
)
def test_for_another_behaviour_or_task_there_is_no_sentence(
    unit: Unit, task: str, behaves: str
) -> None:
    assert diagnose(make_table(unit, PAIRS), task, behaves) == ""


def test_the_same_pairs_make_the_same_bytes(unit: Unit) -> None:
    texts = {table_text(make_table(unit, order)) for order in (PAIRS, PAIRS[::-1])}

    (text,) = texts
    assert json.loads(text) == make_table(unit, PAIRS)
    assert text.count("\n") == len(PAIRS) + 2, "an entry a line"


def test_entries_do_not_tell_which_task_or_sentence_is_theirs(unit: Unit) -> None:
    entries = make_table(unit, PAIRS)["entries"]

    assert [e["id"] for e in entries] == sorted(e["id"] for e in entries)
    assert len({len(e["sealed"]) for e in entries}) == 1
    assert {*entries[0]} == {"id", "sealed"}


def every_reading(text: str) -> list[bytes]:
    """Return what a table says, as text, in hexadecimal, in base 64, and what zlib makes of it."""
    found = [text.encode()]
    strings = [part for part in text.split('"') if len(part) > 8]
    for part in strings:
        for decode in (bytes.fromhex, base64.b64decode):
            try:
                found.append(decode(part))
            except ValueError:
                continue
    for raw in [*found]:
        for start in range(0, min(len(raw), 64)):
            for bits in (15, -15, 31):
                try:
                    found.append(zlib.decompressobj(bits).decompress(raw[start:], 1000))
                except zlib.error:
                    continue
    return found


def telling(text: str, length: int = 8) -> set[bytes]:
    """Return every piece of a text that is long enough to be no accident."""
    return {text[i : i + length].encode() for i in range(max(1, len(text) - length))}


def test_no_part_of_a_sentence_can_be_read_without_its_behaviour(unit: Unit) -> None:
    readings = every_reading(table_text(make_table(unit, PAIRS)))

    pieces = {piece for known in PAIRS for piece in telling(known.sentence)}
    assert len(pieces) > 60
    assert any(len(reading) > 100 for reading in readings[1:])
    assert [p for p in pieces for reading in readings if p in reading] == []


def test_another_sentence_for_the_same_behaviour_shares_nothing_with_the_first(unit: Unit) -> None:
    """Whoever crosses two tables of one release would else read both sentences."""
    tables = [
        make_table(unit, [pair("cubed", sentence)])
        for sentence in ("the number was cubed", "the number was tripled")
    ]
    one, other = (base64.b64decode(table["entries"][0]["sealed"]) for table in tables)
    crossed = bytes(a ^ b for a, b in zip(one, other, strict=True))

    assert tables[0]["entries"][0]["id"] == tables[1]["entries"][0]["id"]
    assert crossed.count(0) < len(crossed) / 4


def test_no_two_sentences_are_crossed_with_the_same_stream(unit: Unit) -> None:
    sealed = [base64.b64decode(e["sealed"])[16:] for e in make_table(unit, PAIRS)["entries"]]
    plain = {known.sentence.encode().ljust(len(sealed[0]), b"\0") for known in PAIRS}

    differences = {
        bytes(a ^ b for a, b in zip(*two, strict=True)) for two in combinations(plain, 2)
    }
    for two in combinations(sealed, 2):
        assert bytes(a ^ b for a, b in zip(*two, strict=True)) not in differences


def test_a_changed_entry_says_nothing(unit: Unit) -> None:
    table = make_table(unit, PAIRS[:1])
    (entry,) = table["entries"]
    raw = base64.b64decode(entry["sealed"])

    for place in range(0, len(raw), 7):
        broken = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        entries = [{**entry, "sealed": base64.b64encode(broken).decode()}]
        assert diagnose({**table, "entries": entries}, TASK, PAIRS[0].behaviour) == ""


def test_a_known_mistake_goes_before_a_mutant_and_nothing_is_said_of_what_is_right() -> None:
    picked = chosen(
        [
            pair("cubed", "from a mutant", "mutant"),
            pair("cubed", "a known mistake"),
            pair("fine", "not a mistake at all"),
            pair("fine", "", "right"),
            pair("odd", "first operator", "mutant"),
            pair("odd", "second operator", "mutant"),
            pair("odd", "first operator", "mutant"),
            Pair(TASK, "", "it passes the visible tests", "mistake"),
        ]
    )

    assert picked.sentences == {
        (TASK, behaviour("cubed")): "a known mistake",
        (TASK, behaviour("odd")): "first operator",
    }
    assert picked.conflicts == 2, "one beside the mistake, one beside the first operator"


def test_what_is_right_in_one_task_may_be_a_mistake_in_another() -> None:
    picked = chosen([pair("x", "", "right"), pair("x", "a mistake", task=OTHER)])

    assert picked.sentences == {(OTHER, behaviour("x")): "a mistake"}


def test_two_mistakes_of_one_behaviour_are_both_said_if_that_is_short() -> None:
    long = "z" * MAX_JOINED
    short = [pair("x", "one"), pair("x", "two"), pair("x", "one")]
    cut = [pair("y", "one"), pair("y", long), pair("y", "two")]

    said = chosen([*short, *cut]).sentences

    assert said[TASK, behaviour("x")] == "one, or two"
    assert said[TASK, behaviour("y")] == "one, or two"


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("The bias was lost.", "the bias was lost"),
        ("the bias was lost", "the bias was lost"),
        ("ReLU was taken. Look again.", "ReLU was taken. Look again"),
        ("W @ X is not X @ W", "W @ X is not X @ W"),
        ("x" * 1000, "x" * 399 + "…"),
    ],
)
def test_a_sentence_stands_behind_a_colon(sentence: str, stands: str) -> None:
    assert clause(sentence) == stands


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="right, mistake, mutant"):
        chosen([pair("x", "?", "rumour")])


def written(root: Path, unit: Unit) -> tuple[CourseFolder, Path]:
    folder = CourseFolder(root)
    return folder, write_table(folder, make_table(unit, PAIRS))


def test_a_written_table_is_read_again(tmp_path: Path, unit: Unit) -> None:
    folder, path = written(tmp_path, unit)

    assert path == tmp_path / "exercises/doubling/diagnoses.json"
    table, why_not = table_for(folder, unit)
    assert (table, why_not) == (make_table(unit, PAIRS), "")


def damaged(change: str) -> Any:
    def with_entry(**parts: Any) -> Any:
        return lambda t: t | {"entries": [t["entries"][0] | parts, *t["entries"][1:]]}

    return {
        "format": lambda t: t | {"format": 99},
        "salt": lambda t: t | {"salt": "zz"},
        "no salt": lambda t: {k: v for k, v in t.items() if k != "salt"},
        "of": lambda t: {k: v for k, v in t.items() if k != "of"},
        "entries": lambda t: t | {"entries": "none"},
        "an entry": lambda t: t | {"entries": [1]},
        "an id": with_entry(id=5),
        "a seal": with_entry(sealed="no base 64!"),
        "a list": lambda t: [t],
    }[change]


@pytest.mark.parametrize(
    "change",
    ["format", "salt", "no salt", "of", "entries", "an entry", "an id", "a seal", "a list"],
)
def test_a_damaged_table_is_named_and_not_used(tmp_path: Path, unit: Unit, change: str) -> None:
    folder, path = written(tmp_path, unit)
    path.write_text(json.dumps(damaged(change)(make_table(unit, PAIRS))))

    table, why_not = table_for(folder, unit)

    assert table is None
    assert "is damaged" in why_not
    assert why_not.count("\n") == 0


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"null", b"NaN"])
def test_what_is_no_json_is_named(tmp_path: Path, unit: Unit, raw: bytes) -> None:
    folder, path = written(tmp_path, unit)
    path.write_bytes(raw)

    assert "is damaged" in table_for(folder, unit)[1]


def test_a_missing_table_is_named(tmp_path: Path, unit: Unit) -> None:
    with pytest.raises(Unusable, match=r"expected .*diagnoses\.json, found none"):
        read_table(tmp_path / "diagnoses.json", unit)


def changed(unit: Unit, grade_id: str, source: str) -> Unit:
    cells = tuple(replace(c, source=source) if c.grade_id == grade_id else c for c in unit.cells)
    return replace(unit, cells=cells)


def test_a_table_of_other_tests_is_named_and_one_of_other_hidden_tests_is_not(
    tmp_path: Path, unit: Unit
) -> None:
    folder, _ = written(tmp_path, unit)
    source = unit.cell(TASK).source
    raw = notebook(RIGHT)
    raw["cells"][2]["source"] = source.replace("double(2) == 4", "double(3) == 6")
    other = unit_from_notebook(raw, "doubling")
    raw["cells"][2]["source"] = source.replace("-far", "-9")
    hidden = unit_from_notebook(raw, "doubling")

    assert "is of another release" in table_for(folder, other)[1]
    assert table_for(folder, hidden)[1] == ""
    assert not is_for(make_table(unit, PAIRS), changed(unit, "setup", "SEED = 2"))
    assert not is_for(make_table(unit, PAIRS), replace(unit, slug="tripling"))
    assert isinstance(unit.cells[0], Cell)
