"""The widget of the chapter on GPUs computes what its twin in words says."""

import json
import re
from pathlib import Path

from tests.book.headless import printed

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
globalThis.HTMLElement = class {};
globalThis.customElements = { get: () => true };
const { bytesOf, mostRows } = await import(process.argv[1]);
const settings = JSON.parse(process.argv[2]);
console.log(JSON.stringify(settings.map((s) => [...Object.values(bytesOf(s)), mostRows(s)])));
"""


def asked(*settings: dict[str, float]) -> list[list[int]]:
    """Return bytes of weights, gradients, state, activations, and the rows that fit, for each."""
    widget = ROOT / "book" / "_widgets" / "memory-estimator.mjs"
    answers: list[list[int]] = printed(SCRIPT, widget.as_uri(), json.dumps(settings))
    return answers


def test_the_twin_says_what_the_figure_computes() -> None:
    text = (ROOT / "book" / "training" / "gpu.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| ([\d,]+) \| ([\d,]+) \| (\w+) \| (.+) \|$", text, re.MULTILINE)
    assert len(rows) >= 4
    for layers, width, batch, precision, rest in rows:
        optimiser, *bytes_said = rest.split(" | ")
        numbers = [int(said.replace(",", "")) for said in bytes_said]
        exponents = {
            key: int(number.replace(",", "")).bit_length() - 1
            for key, number in (("width", width), ("batch", batch))
        }
        slots = 2 if optimiser == "Adam" else 0
        setting = {"layers": int(layers), **exponents, "mixed": precision == "mixed"}
        found = asked({**setting, "slots": slots, "card": 80})[0]
        assert [*found[:4], sum(found[:4])] == numbers


def test_one_row_more_than_those_that_fit_does_not_fit() -> None:
    setting = {"layers": 3, "width": 8, "batch": 0, "mixed": False, "slots": 1, "card": 4}
    *one, most = asked(setting)[0]

    fixed = sum(one[:3])

    assert fixed + most * one[3] <= 4e9 < fixed + (most + 1) * one[3]
    assert asked({**setting, "layers": 64, "width": 14})[0][-1] == 0
