"""What a student's cells showed, as outputs of a notebook that do nothing but show it.

Only three kinds of output are made, of text without control characters and of PNGs made anew.
nbgrader reads points from `execute_result` and `error` in test cells; these stand in other cells,
and a value is never an `execute_result`.
"""

import base64
import binascii
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from autograder.gradebook.pictures import sound_png
from autograder.shown import Shown
from autograder.whole_file import put

# The end of the name of the file beside an attempt that what its cells showed is kept in.
SHOWN = ".shown.json"
MAX_TEXT_CHARS = 20_000
# Sequences that colour a terminal, move its cursor or name its window; the last a lone one.
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.?)", re.DOTALL)
_KEPT = frozenset("\n\t")


def outputs_of(shown: Shown) -> list[dict[str, Any]]:
    """Return the outputs of a cell."""
    made: list[dict[str, Any]] = []
    if text := plain_text(shown.text):
        made.append({"output_type": "stream", "name": "stdout", "text": text})
    if value := plain_text(shown.value):
        made.append(_data("text/plain", value))
    pictures = [sound for picture in shown.pictures if (sound := sound_png(picture))]
    for number, picture in enumerate(pictures, start=1):
        output = _data("image/png", base64.b64encode(picture).decode())
        # nbconvert puts a red frame around a picture without a text in its place.
        about = f"Picture {number} of {len(pictures)} that this cell drew"
        made.append(output | {"metadata": {"image/png": {"alt": about}}})
    if len(pictures) < len(shown.pictures):
        made.append(_data("text/plain", "(a picture that is none was left out)"))
    if error := plain_text(shown.error):
        trace = plain_text(shown.trace)
        name = error[:200]
        made.append({"output_type": "error", "ename": name, "evalue": "", "traceback": [trace]})
    if shown.note:
        made.append(_data("text/plain", shown.note))
    return made


def plain_text(text: str) -> str:
    """Return a text as a terminal would leave it on paper: no escapes, no control characters.

    Of a line that is written over and over, as progress bars do, the last state stays.
    """
    text = _ESCAPE.sub("", text[:MAX_TEXT_CHARS])
    lines = [line.rstrip("\r").rpartition("\r")[2] for line in text.split("\n")]
    kept = (c for c in "\n".join(lines) if c in _KEPT or unicodedata.category(c)[0] != "C")
    return "".join(kept)


def _data(kind: str, data: str) -> dict[str, Any]:
    return {"output_type": "display_data", "data": {kind: data}, "metadata": {}}


def put_shown(path: Path, shown: Sequence[Shown]) -> None:
    """Keep what the cells of an attempt showed in a file; where they showed nothing, none."""
    if not shown:
        path.unlink(missing_ok=True)
        return
    data = [
        asdict(cell) | {"pictures": [base64.b64encode(p).decode() for p in cell.pictures]}
        for cell in shown
    ]
    put(path, (json.dumps(data) + "\n").encode())


def read_shown(path: Path) -> tuple[Shown, ...]:
    """Return what `put_shown` kept; nothing where there is no such file."""
    try:
        found = [Shown(**cell) for cell in json.loads(path.read_text(encoding="utf-8"))]
        return tuple(
            replace(cell, pictures=tuple(base64.b64decode(p) for p in cell.pictures))
            for cell in found
        )
    except (OSError, ValueError, TypeError, binascii.Error):
        return ()
