"""The table of known mistakes: `exercises/<slug>/diagnoses.json`, which everybody may have.

An entry is made from a task, a behaviour and a sentence. Its `id` and two keys come out of a slow
hash of task and behaviour; `sealed` is the sentence under these keys. So whoever has an answer that
behaves this way finds the entry and reads it, and nobody else: not the sentence, not the task it
belongs to. The same sentences make the same file.
"""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from autograder.diagnosis.probing import fingerprint, is_behaviour
from autograder.folders import CourseFolder
from autograder.unit import Unit
from autograder.whole_file import put

FORMAT = 1
KINDS = ("right", "mistake", "mutant")
# Two sentences of one behaviour stand side by side, if that is not too long to read.
MAX_JOINED = 240
MAX_SENTENCE = 400
ROUNDS = 60_000
_MAX_BYTES = 8 << 20
_OR = ", or "
# Words that have a capital letter for no other reason than that a sentence begins with them.
_PLAIN_WORDS = frozenset(
    "A All An And At Before Both Each Every In It No None Of On One Only That The There These This "
    "Two What When Where With You Your".split()
)
_PADDING = 32
_ID, _IV = 16, 16
_HEX = re.compile(r"(?:[0-9a-f]{2})+")
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")

Table = Mapping[str, Any]


class Pair(NamedTuple):
    """An answer that is known.

    Attributes:
        grade_id: the task.
        behaviour: how it behaves on the task's visible tests.
        sentence: what a student would need to hear; "" for a right answer.
        kind: one of `KINDS`.
    """

    grade_id: str
    behaviour: str
    sentence: str
    kind: str


class Chosen(NamedTuple):
    """What is said of each behaviour.

    Attributes:
        sentences: by task and behaviour.
        conflicts: how many mutants' sentences are not said, because another one is.
    """

    sentences: dict[tuple[str, str], str]
    conflicts: int


def chosen(pairs: Iterable[Pair]) -> Chosen:
    """Return what is said of each behaviour.

    Known mistakes go before mutants, and what comes first before what comes later. Nothing is said
    of what behaves like a right answer.
    """
    every = [Pair(*pair) for pair in pairs]
    if unknown := {pair.kind for pair in every} - {*KINDS}:
        raise ValueError(f"expected pairs of the kinds {', '.join(KINDS)}, got {sorted(unknown)}")
    right = {pair[:2] for pair in every if pair.kind == "right"}
    said: dict[tuple[str, str], list[str]] = {}
    conflicts = 0
    for kind in KINDS[1:]:
        for pair in every:
            place = pair[:2]
            if pair.kind != kind or place in right or not is_behaviour(pair.behaviour):
                continue
            here, sentence = said.setdefault(place, []), clause(pair.sentence)
            if not here or (kind == "mistake" and _fits([*here, sentence])):
                here += [sentence] if sentence not in here else []
            elif kind == "mutant" and sentence not in here:
                conflicts += 1
    return Chosen({place: _OR.join(here) for place, here in said.items()}, conflicts)


def clause(sentence: str) -> str:
    """Return a sentence as it stands behind a colon, or beside another one."""
    text = sentence.strip().removesuffix(".")
    first = text.partition(" ")[0]
    text = text[:1].lower() + text[1:] if first in _PLAIN_WORDS else text
    return text if len(text) <= MAX_SENTENCE else f"{text[: MAX_SENTENCE - 1]}…"


def _fits(sentences: Sequence[str]) -> bool:
    return len(_OR.join(dict.fromkeys(sentences))) <= MAX_JOINED


def make_table(unit: Unit, pairs: Iterable[Pair]) -> dict[str, Any]:
    """Return a unit's table as plain data.

    Args:
        unit: the unit, or its release.
        pairs: grade_id, behaviour, sentence and kind of known answers, in order of preference.
    """
    of = fingerprint(unit)
    salt = hashlib.sha256(f"diagnoses {unit.slug} {of}".encode()).hexdigest()[: 2 * _ID]
    sentences = chosen(pairs).sentences
    longest = max((len(text.encode()) for text in sentences.values()), default=0)
    length = (longest // _PADDING + 1) * _PADDING
    entries = [
        _entry(salt, place, text.encode().ljust(length, b"\0")) for place, text in sentences.items()
    ]
    entries.sort(key=lambda entry: entry["id"])
    return {"format": FORMAT, "unit": unit.slug, "of": of, "salt": salt, "entries": entries}


def _entry(salt: str, place: tuple[str, str], padded: bytes) -> dict[str, str]:
    name, stream, seal = _keys(salt, *place)
    # The seal is the beginning of the stream as well: other text under the same keys, in another
    # table, gets another stream.
    iv = hmac.digest(seal, padded, "sha256")[:_IV]
    sealed = iv + _crossed(padded, stream, iv)
    return {"id": name, "sealed": base64.b64encode(sealed).decode()}


def diagnose(table: Table, grade_id: str, behaviour: str) -> str:
    """Return the sentence of a behaviour; "" when the table knows none.

    Args:
        table: from `make_table` or `read_table`.
        grade_id: the task.
        behaviour: how the answer behaves.
    """
    if not is_behaviour(behaviour):
        return ""
    name, stream, seal = _keys(table["salt"], grade_id, behaviour)
    for entry in table["entries"]:
        if entry["id"] == name:
            sealed = base64.b64decode(entry["sealed"])
            padded = _crossed(sealed[_IV:], stream, sealed[:_IV])
            if hmac.compare_digest(hmac.digest(seal, padded, "sha256")[:_IV], sealed[:_IV]):
                return padded.rstrip(b"\0").decode("utf-8", "replace")
    return ""


@lru_cache(maxsize=4096)
def _keys(salt: str, grade_id: str, behaviour: str) -> tuple[str, bytes, bytes]:
    """Return the id of an entry and its two keys; takes some hundredths of a second."""
    place = f"{grade_id}\0{behaviour}".encode()
    # Not scrypt, which some builds of Python lack: a check is to run on any of them.
    made = hashlib.pbkdf2_hmac("sha256", place, bytes.fromhex(salt), ROUNDS)
    name, stream, seal = (hmac.digest(made, use, "sha256") for use in (b"id", b"stream", b"seal"))
    return name[:_ID].hex(), stream, seal


def _crossed(text: bytes, key: bytes, iv: bytes) -> bytes:
    """Return a text crossed with the stream of a key: there and back."""
    stream = b"".join(
        hmac.digest(key, iv + count.to_bytes(4, "big"), "sha256")
        for count in range((len(text) + 31) // 32)
    )
    return bytes(one ^ other for one, other in zip(text, stream, strict=False))


def table_text(table: Table) -> str:
    """Return the text of a table's file: an entry a line."""
    head = {name: value for name, value in table.items() if name != "entries"}
    rows = ",\n".join(f"  {json.dumps(entry)}" for entry in table["entries"])
    return f'{json.dumps(head)[:-1]}, "entries": [\n{rows}\n]}}\n'


def write_table(folder: CourseFolder, table: Table) -> Path:
    """Write a unit's table beside its release and return where it is."""
    path = folder.diagnoses(str(table["unit"]))
    put(path, table_text(table).encode())
    return path


class Unusable(Exception):
    """A table is not there, damaged, or of another release; says which, in one line."""


def read_table(path: Path, unit: Unit) -> Table:
    """Return the table of a unit.

    Args:
        path: its file.
        unit: the unit, or its release.

    Raises:
        Unusable: there is none that could be used.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ValueError("it is too large")
        table = json.loads(path.read_text(encoding="utf-8"))
        damage = next(_damage(table), "")
    except FileNotFoundError:
        raise Unusable(f"expected {path}, found none") from None
    except (OSError, ValueError, RecursionError) as error:
        damage = str(error) or type(error).__name__
    if damage:
        raise Unusable(f"{path} is damaged ({damage})")
    if not is_for(table, unit):
        raise Unusable(f"{path} is of another release of this unit")
    return dict(table)


def table_for(folder: CourseFolder, unit: Unit) -> tuple[Table | None, str]:
    """Return the table that lies beside a unit's release, or None and why it cannot be used."""
    try:
        return read_table(folder.diagnoses(unit.slug), unit), ""
    except Unusable as error:
        return None, f"Mistakes are not named: {error}."


def is_for(table: Table, unit: Unit) -> bool:
    """Whether a table was made for the tests of this version of a unit."""
    return bool(table["unit"] == unit.slug and table["of"] == fingerprint(unit))


def _damage(table: Any) -> Iterator[str]:
    if not isinstance(table, dict) or table.get("format") != FORMAT:
        yield f"expected a table of format {FORMAT}"
        return
    salt, entries = table.get("salt"), table.get("entries")
    if not _is(_HEX, salt) or not isinstance(table.get("unit"), str) or "of" not in table:
        yield "expected `unit`, `of` and `salt`"
    if not isinstance(entries, list):
        yield "expected entries"
        return
    for entry in entries:
        there = isinstance(entry, dict) and _is(_HEX, entry.get("id"))
        if not there or not _is(_BASE64, entry.get("sealed")):
            yield "an entry is none"


def _is(form: re.Pattern[str], text: object) -> bool:
    return isinstance(text, str) and form.fullmatch(text) is not None
