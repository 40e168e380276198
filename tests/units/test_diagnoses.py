"""Each unit's table of known mistakes: it is today's, tells nothing, and names what it should."""

import base64
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.answers import read_bank
from autograder.diagnosis.measure import Measured, measure, rewritten_behaviours
from autograder.diagnosis.pairs import Known, Trying, known_mistakes, right_pairs
from autograder.diagnosis.table import Pair, clause, diagnose, read_table
from autograder.execution.cage import Mode, find_cage
from autograder.folders import CourseFolder
from autograder.source import load_unit
from autograder.unit import unit_from_notebook

FOLDER = CourseFolder()
BANKS = Path(__file__).parent
SLUGS = sorted(p.name for p in BANKS.iterdir() if p.is_dir() and (p / "mistakes").is_dir())
REMEDY = "make it anew: ./course audit UNIT --record"
# Recording an audit measures every unit; here one is measured again, and in other words, too.
MEASURED = ("perceptron",)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_table_belongs_to_todays_tests(slug: str) -> None:
    release = json.loads(FOLDER.release(slug).read_text(encoding="utf-8"))
    for unit in (load_unit(FOLDER, slug), unit_from_notebook(release, slug)):
        assert read_table(FOLDER.diagnoses(slug), unit)["entries"], REMEDY


def readings(text: str) -> Iterator[bytes]:
    """Yield a table as text, and its strings in hexadecimal, in base 64, and unpacked."""
    yield text.encode()
    for part in text.split('"'):
        for decode in (bytes.fromhex, base64.b64decode):
            try:
                raw = decode(part)
            except ValueError:
                continue
            yield raw
            for start in range(min(len(raw), 32)):
                for bits in (15, -15, 31):
                    try:
                        yield zlib.decompressobj(bits).decompress(raw[start:], 1000)
                    except zlib.error:
                        continue


def hidden_texts(slug: str) -> set[str]:
    """Return what nobody is to read: lines of solutions and hidden tests, sentences, ids."""
    lines = FOLDER.source_text(slug).read_text(encoding="utf-8").splitlines()
    found = {line.strip() for line in lines}
    for path in (BANKS / slug / "mistakes").glob("*.py"):
        for mistake in read_bank(path):
            found |= {mistake.sentence, *(line.strip() for line in mistake.source.splitlines())}
        found.add(path.stem)
    # Pieces of some length: a part of a sentence is too much as well.
    pieces = {text[at : at + 12] for text in found for at in range(0, len(text), 6)}
    # Not 666666666666, which noise unpacks to as well.
    return {piece for piece in pieces if len(piece) > 7 and len(set(piece)) > 3}


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_hidden_can_be_read_in_a_table(slug: str) -> None:
    hidden = {text.encode() for text in hidden_texts(slug)}
    table = json.loads(FOLDER.diagnoses(slug).read_text(encoding="utf-8"))
    seen = b"\n".join(readings(json.dumps(table["entries"])))

    assert {*table} == {"format", "unit", "of", "salt", "entries"}
    assert {key for entry in table["entries"] for key in entry} == {"id", "sealed"}
    assert len(hidden) > 1000
    assert len(seen) > 10_000
    assert [text for text in hidden if text in seen] == []


@pytest.fixture(scope="module", params=MEASURED)
def tried(request: pytest.FixtureRequest) -> tuple[str, list[Known], Measured]:
    """The known mistakes of a unit, and how many its tests tell apart, also in other words."""
    slug = request.param
    unit = load_unit(FOLDER, slug)
    with Trying(FOLDER, unit, find_cage(Mode.NONE)) as trying:
        right: list[Pair] = [*right_pairs(trying, BANKS / slug)]
        known = [*known_mistakes(trying, BANKS / slug)]
        again = rewritten_behaviours(trying, known, ways=("together",))
    return slug, known, measure(known, right, again)


@pytest.mark.slow
def test_every_known_mistake_that_visible_tests_reject_is_named(
    tried: tuple[str, list[Known], Measured],
) -> None:
    slug, known, _ = tried
    table = read_table(FOLDER.diagnoses(slug), load_unit(FOLDER, slug))

    unnamed = [
        f"{each.answer}: {each.name}"
        for each in known
        if each.pair.behaviour
        and clause(each.pair.sentence)
        not in diagnose(table, each.pair.grade_id, each.pair.behaviour)
    ]
    assert unnamed == [], REMEDY


@pytest.mark.slow
def test_four_mistakes_in_five_are_named_and_hardly_one_by_another_sentence(
    tried: tuple[str, list[Known], Measured],
) -> None:
    _, known, measured = tried

    assert measured.whole.whole == len(known) > 100
    for share in (measured.whole, measured.rewritten):
        assert share.named >= 0.8 * share.whole, share.text()
        assert share.misnamed <= 0.02 * share.whole, share.text()
    assert measured.rewritten.whole > 80
    assert measured.unlike == (), "written in another way, a mistake is named as before"
