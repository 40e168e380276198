"""What students' cells print, return and draw, as the person who marks sees it: data, and inert."""

import base64
import io
import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from PIL import Image

from autograder.execution.figures import MAX_PICTURES
from autograder.execution.value_text import MAX_SHOWN
from autograder.gradebook.outputs import (
    MAX_TEXT_CHARS,
    outputs_of,
    plain_text,
    put_shown,
    read_shown,
)
from autograder.gradebook.pictures import SIGNATURE
from autograder.result import Outcome, Result
from autograder.showing import WITHHELD, drawn_at
from autograder.shown import Shown
from tests import plots
from tests.foreign import cell, graded, notebook, plain, source_of
from tests.pngs import png

HTML = "<script>window.PWN=1</script>"
# Cells of a student's own, after a plot that a person marks.
CELLS = {
    "text": "import sys\nprint('printed')\nprint('warned', file=sys.stderr)\n{'a': np.arange(2)}",
    "quiet": "41 + 1;",
    "two": plots.DRAWN,
    "fails": "plt.plot([1])\nprint('before')\n1 / 0",
    "score": "print('Score: 100')\n2.0",
    "ansi": r"print('\x1b[31mred\x1b[0m \x1b]0;title\x07a\rb\x08 \x9bc \u202eflip')",
    "line": "print('x' * 60_000_000)",
    "long": "[[1] * 1000] * 1000",
    "many": "for _ in range(1000):\n    plt.figure(figsize=(1, 1))",
    "huge": "plt.figure(figsize=(40_000, 40_000));",
    "noise": "plt.imshow(np.random.default_rng(1).random((900, 900, 3)));",
    "html": f"class H:\n    def __repr__(self): return '{HTML}'\n    _repr_html_ = __repr__\nH()",
    "markup": f"from IPython.display import HTML, display\ndisplay(HTML('{HTML}'))\nHTML('{HTML}')",
    "mute": "class M:\n    def __repr__(self): raise ValueError\nM()",
    "telling": "figure = plt.gcf()\nkept = type(figure).savefig\n"
    "type(figure).savefig = lambda self, out, **k: "
    f"kept(self, out, **k, metadata={{'Comment': '{HTML}'}})",
    "forged": "figure = plt.gcf()\ntype(figure).savefig = lambda self, out, **k: "
    f"out.write({SIGNATURE!r} + b'{HTML}')",
    "failing": "figure = plt.gcf()\ntype(figure).savefig = lambda self, out, **k: 1 / 0",
    "after": "print('still here')\n'the end'",
    "endless": "class E:\n    def __repr__(self):\n        while True: pass\nE()",
}


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """One submission with all these cells, graded by judge and sandbox."""
    source = source_of(tmp_path_factory.mktemp("plots"), plots.source_cells())
    answers = {"f": "print('defined')\ndef f(x): return 2 * x", "plot": plots.DRAWN}
    raw = plots.submitted(answers, *CELLS.values(), last=["print('the last')"])
    return graded(source, raw)


@pytest.fixture(scope="module")
def cells(result: Result) -> dict[str, Shown]:
    """What each cell showed, by its name here or its grade_id."""
    names = dict(enumerate(CELLS, start=4))
    return {names.get(s.position, s.grade_id): s for s in result.shown}


def texts(outputs: list[dict[str, Any]]) -> str:
    """Return all text of outputs."""
    return json.dumps([{k: v for k, v in o.items() if k != "data"} for o in outputs]) + "".join(
        str(o["data"].get("text/plain", "")) for o in outputs if "data" in o
    )


def pictures(shown: Shown) -> list[bytes]:
    """Return the pictures among a cell's outputs."""
    data = [o["data"] for o in outputs_of(shown) if o["output_type"] == "display_data"]
    return [base64.b64decode(kinds["image/png"]) for kinds in data if "image/png" in kinds]


@pytest.mark.slow
def test_printed_text_and_the_last_value_are_kept(cells: dict[str, Shown]) -> None:
    assert cells["text"].text == "printed\nwarned\n"
    assert cells["text"].value == "{'a': array([0, 1])}"
    assert cells["f"].text == "defined\n"
    assert "quiet" not in cells
    assert (cells["after"].text, cells["after"].value) == ("still here\n", "'the end'")


@pytest.mark.slow
def test_every_figure_of_a_marked_cell_is_a_picture(cells: dict[str, Shown]) -> None:
    assert cells["plot"].text == "two lines\n"
    for name in ("plot", "two"):
        drawn = pictures(cells[name])
        assert len(drawn) == 2
        for picture in drawn:
            image = Image.open(io.BytesIO(picture))
            assert image.width > 300
            assert len(image.convert("RGB").getcolors(1 << 20) or ()) > 10


@pytest.mark.slow
def test_inline_or_not_the_pictures_are_the_same(tmp_path: Path) -> None:
    source = source_of(tmp_path, plots.source_cells())
    inline = "%matplotlib inline"
    raw = plots.submitted({"plot": plots.DRAWN}, inline, plots.DRAWN, "plt.plot([1]);\n1 / 0")
    shown = [shown for shown in graded(source, raw).shown if shown.pictures]
    assert [len(pictures(cell)) for cell in shown] == [2, 2, 1]
    assert shown[1].pictures[1] == shown[0].pictures[1]


@pytest.mark.slow
def test_an_exception_is_kept_with_what_came_before_it(cells: dict[str, Shown]) -> None:
    shown = cells["fails"]
    assert (shown.text, shown.error) == ("before\n", "ZeroDivisionError")
    assert "1 / 0" in shown.trace or "division by zero" in shown.trace
    assert len(pictures(shown)) == 1


@pytest.mark.slow
def test_a_flood_is_cut(cells: dict[str, Shown], result: Result) -> None:
    assert len(cells["line"].text) <= MAX_TEXT_CHARS
    assert cells["long"].value.startswith("[[1,")
    assert len(cells["long"].value) == MAX_SHOWN
    assert len(pictures(cells["many"])) == MAX_PICTURES
    for name in ("huge", "noise"):
        (picture,) = pictures(cells[name])
        assert len(picture) <= 300_000
    assert len(repr(result.shown)) < 3_000_000


@pytest.mark.slow
def test_what_a_terminal_would_obey_is_gone(cells: dict[str, Shown]) -> None:
    assert "\x1b" in cells["ansi"].text
    (output,) = outputs_of(cells["ansi"])
    assert output["text"] == "b c flip\n"


@pytest.mark.slow
def test_html_is_text(cells: dict[str, Shown]) -> None:
    assert cells["html"].value == HTML
    for name in ("html", "markup"):
        for output in outputs_of(cells[name]):
            assert set(output.get("data", ())) <= {"text/plain"}


@pytest.mark.slow
def test_a_value_whose_text_fails_says_so(cells: dict[str, Shown]) -> None:
    assert "its own code fails" in cells["mute"].value
    assert cells["endless"].error == "Timeout"


@pytest.mark.slow
def test_a_picture_is_a_picture_or_nothing(cells: dict[str, Shown]) -> None:
    assert HTML.encode() in b"".join(cells["telling"].pictures)
    (picture,) = pictures(cells["telling"])
    assert b"PWN" not in picture
    assert HTML.encode() in b"".join(cells["forged"].pictures)
    assert pictures(cells["forged"]) == []
    assert "PWN" not in json.dumps(outputs_of(cells["forged"]))
    assert "failing" not in cells


@pytest.mark.slow
def test_nothing_that_is_shown_earns_a_point(result: Result, cells: dict[str, Shown]) -> None:
    assert {t.grade_id: (t.outcome, t.points) for t in result.tasks} == {
        "f-tests": (Outcome.PASSED, 2.0),
        "plot": (Outcome.NEEDS_PERSON, 0.0),
        "hiding": (Outcome.PASSED, 2.0),
    }
    kinds = {o["output_type"] for shown in cells.values() for o in outputs_of(shown)}
    assert kinds == {"stream", "display_data", "error"}


@pytest.mark.slow
def test_after_hidden_tests_ran_in_place_nothing_is_shown(cells: dict[str, Shown]) -> None:
    last = cells[""]
    assert last == Shown("", last.position, note=WITHHELD)
    assert "the last" not in json.dumps(outputs_of(last))


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["judge", "stock"])
def test_a_cell_cannot_tell_what_a_hidden_test_gave_it(tmp_path: Path, engine: str) -> None:
    source = source_of(tmp_path, plots.source_cells())
    thief = "seen = []\ndef f(x):\n    seen.append(x)\n    return 2 * x"
    tells = "print(seen)\nplt.plot(seen)\nseen"
    raw = plots.submitted({"f": thief}, tells, last=[tells, "raise ValueError(seen)", "1"])
    result = graded(source, raw, engine)

    told = [shown for shown in result.shown if not shown.note]
    assert any("[1]" in shown.text for shown in told)
    assert "777" not in repr(result.shown)
    withheld = [shown.position for shown in result.shown if shown.note]
    assert withheld[:2] == [6, 7]


def test_plots_are_drawn_where_a_person_marks(tmp_path: Path) -> None:
    source = source_of(tmp_path, plots.source_cells())
    assert drawn_at(source.unit) == {"f-tests", "plot"}
    task = cell("tests", "describe", "Plot and describe.", task=True, grade=False)
    text = {"cell_type": "markdown"}
    given = cell("given", "text", "More.") | text
    more = [
        cell("answer", "a", "1"),
        task | text,
        given,
        cell("answer", "b", "2"),
        cell("tests", "u", "assert 1"),
    ]
    assert drawn_at(source_of(tmp_path, more).unit) == {"", "a", "describe", "text"}
    untouched = [cell("answer", "a", "1"), cell("tests", "t", "assert 1")]
    assert drawn_at(source_of(tmp_path, untouched).unit) == frozenset()


@pytest.mark.slow
def test_no_other_plots_are_drawn(tmp_path: Path) -> None:
    cells = [
        cell("given", "given", plots.GIVEN),
        cell("answer", "f", plots.F),
        cell("tests", "t", "assert f(1) == 2 and not plt.get_fignums()"),
    ]
    source = source_of(tmp_path, cells)
    drawing = f"def f(x): return 2 * x\n{plots.DRAWN}"
    raw = notebook([cells[0], cells[1] | {"source": drawing}, cells[2], plain(plots.DRAWN)])
    result = graded(source, raw)

    assert result.tasks[0].outcome is Outcome.PASSED
    assert [shown.text for shown in result.shown] == ["two lines\n"] * 2
    assert not any(shown.pictures for shown in result.shown)


def test_texts_are_as_on_paper() -> None:
    assert plain_text("10%\r50%\r100%\r\ndone") == "100%\ndone"
    assert plain_text("a\x00b\x7fc\ud800d\u2028e\tf") == "abcd\u2028e\tf"
    assert plain_text("\x1b[38;5;1mx\x1b[0m\x1b(By\x1b") == "xBy"
    assert len(plain_text("y" * 10**6)) == MAX_TEXT_CHARS


def test_outputs_are_of_the_format() -> None:
    shown = Shown("a", -1, "t\x1b[1m", "v", "E", "E: x", (png(), b"none"), "n")
    made: Any = {
        "cell_type": "code",
        "id": "a",
        "metadata": {},
        "source": "",
        "execution_count": None,
        "outputs": outputs_of(shown),
    }
    whole = notebook([made])
    nbformat.validate(nbformat.from_dict(whole))  # type: ignore[no-untyped-call]
    assert "left out" in texts(made["outputs"])


def test_what_was_shown_comes_back_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.shown.json"
    shown = (Shown("a", text="x"), Shown("", 3, value="y", pictures=(png(), b"\xff")))
    put_shown(path, shown)
    assert read_shown(path) == shown
    put_shown(path, ())
    assert not path.exists()
    assert read_shown(path) == ()
    path.write_text("[{}]")
    assert read_shown(path) == ()
