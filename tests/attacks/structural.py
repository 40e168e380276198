"""Attacks that are no text: what is handed in is changed itself, or is no notebook at all.

Each function gets the folder of the submission and an honest, wrong notebook. The base of those in
`RIGHT` is right, because they are about somebody's honest work that must not be lost, or be counted
twice; the number is what it is worth at most.
"""

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.attacks.cutting import SLUG, Notebook

Change = Callable[[Path, Notebook], None]
CHANGES: dict[str, Change] = {}
RIGHT: dict[str, float] = {}
FILE = f"{SLUG}.ipynb"


def attack(change: Change) -> Change:
    """Add a function to the attacks, under its name."""
    CHANGES[change.__name__.replace("_", "-")] = change
    return change


def with_right(honest: float) -> Callable[[Change], Change]:
    """Add a function that changes honest, right work, worth so much afterwards."""

    def add(change: Change) -> Change:
        RIGHT[change.__name__.replace("_", "-")] = honest
        return attack(change)

    return add


def put(place: Path, notebook: Any) -> None:
    """Write a notebook, or anything else that JSON can say."""
    (place / FILE).write_text(json.dumps(notebook), encoding="utf-8")


def tests_of(notebook: Notebook) -> list[dict[str, Any]]:
    """Return the test cells."""
    return [c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade")]


def cell(notebook: Notebook, name: str) -> dict[str, Any]:
    """Return the cell of a name."""
    found: dict[str, Any] = next(c for c in notebook["cells"] if c["id"] == name)
    return found


def own(source: str, kind: str = "code", **more: Any) -> dict[str, Any]:
    """Return a cell of the student's own."""
    empty = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return {"cell_type": kind, "id": "own", "metadata": {}, "source": source, **empty, **more}


@attack
def points_edited(place: Path, notebook: Notebook) -> None:
    """Test cells are worth 1000 points and hold pass."""
    for test in tests_of(notebook):
        test["metadata"]["nbgrader"]["points"] = 1000
        test["source"] = "pass"
    put(place, notebook)


@attack
def points_that_are_no_numbers(place: Path, notebook: Notebook) -> None:
    """Points are nan, inf, text and lists."""
    odd = [float("nan"), float("inf"), "12", [12]]
    for test, points in zip(tests_of(notebook), odd, strict=True):
        test["metadata"]["nbgrader"]["points"] = points
    put(place, notebook)


@attack
def tests_unlocked(place: Path, notebook: Notebook) -> None:
    """Test cells are unlocked, lose their checksums, and hold pass."""
    for test in tests_of(notebook):
        test["metadata"]["nbgrader"] |= {"locked": False, "checksum": ""}
        test["source"] = "pass"
    put(place, notebook)


@attack
def tests_not_graded(place: Path, notebook: Notebook) -> None:
    """Test cells say that they are not graded."""
    for test in tests_of(notebook):
        test["metadata"]["nbgrader"]["grade"] = False
    put(place, notebook)


@attack
def tests_as_solutions(place: Path, notebook: Notebook) -> None:
    """Test cells say that they are written answers, which a person marks."""
    for test in tests_of(notebook):
        test["metadata"]["nbgrader"]["solution"] = True
        test["source"] = "pass"
    put(place, notebook)


@attack
def tests_as_tasks(place: Path, notebook: Notebook) -> None:
    """Test cells say that they are tasks, which a person marks."""
    for test in tests_of(notebook):
        test["metadata"]["nbgrader"] |= {"task": True, "grade": False}
    put(place, notebook)


@attack
def tests_first(place: Path, notebook: Notebook) -> None:
    """Test cells stand before all others, behind a cell that makes the shell run nothing."""
    quiet = own("get_ipython().input_transformers_post.append(lambda lines: ['pass\\n'])")
    rest = [c for c in notebook["cells"] if c not in tests_of(notebook)]
    notebook["cells"] = [quiet, *tests_of(notebook), *rest]
    put(place, notebook)


@attack
def tests_to_raw(place: Path, notebook: Notebook) -> None:
    """Test cells become raw cells and text."""
    for number, test in enumerate(tests_of(notebook)):
        test["cell_type"] = ("raw", "markdown")[number % 2]
    put(place, notebook)


@attack
def tests_left_out(place: Path, notebook: Notebook) -> None:
    """No test cell is there."""
    notebook["cells"] = [c for c in notebook["cells"] if c not in tests_of(notebook)]
    put(place, notebook)


@attack
def tests_renamed(place: Path, notebook: Notebook) -> None:
    """Test cells bear each other's names, those of answers, and new ones."""
    names = ["softmax-tests", "relu", "relu-tests ", "\u202etests"]
    for test, name in zip(tests_of(notebook), names, strict=True):
        test["metadata"]["nbgrader"]["grade_id"] = name
    put(place, notebook)


@attack
def tests_copied_before(place: Path, notebook: Notebook) -> None:
    """Each test cell has a copy of its name before it that holds pass."""
    cells = []
    for part in notebook["cells"]:
        cells += [part | {"source": "pass"}, part] if part in tests_of(notebook) else [part]
    notebook["cells"] = cells
    put(place, notebook)


@attack
def tests_copied_after(place: Path, notebook: Notebook) -> None:
    """The same, after it."""
    cells = []
    for part in notebook["cells"]:
        cells += [part, part | {"source": "pass"}] if part in tests_of(notebook) else [part]
    notebook["cells"] = cells
    put(place, notebook)


@with_right(12)
def honest_copies(place: Path, notebook: Notebook) -> None:
    """An honest notebook in which every cell stands twice."""
    notebook["cells"] = [part for part in notebook["cells"] for _ in range(2)]
    put(place, notebook)


@with_right(12)
def many_copies(place: Path, notebook: Notebook) -> None:
    """An honest notebook in which the test cells stand a hundred times."""
    notebook["cells"] += tests_of(notebook) * 100
    put(place, notebook)


@with_right(12)
def answers_as_text(place: Path, notebook: Notebook) -> None:
    """Right answers whose cells are text and raw cells."""
    cell(notebook, "neuron")["cell_type"] = "markdown"
    cell(notebook, "relu")["cell_type"] = "raw"
    put(place, notebook)


@attack
def limits_edited(place: Path, notebook: Notebook) -> None:
    """The notebook's own metadata promises other limits, another unit and another release."""
    about = {"unit": SLUG, "limits": {"time_s": 1e9, "memory_mb": 0}, "release": "f" * 40}
    notebook["metadata"] |= {"deep_learning_foundations": about | {"title": "<script>PWN</script>"}}
    cell(notebook, "relu")["source"] += "\nimport time\ntime.sleep(1000)"
    put(place, notebook)


@attack
def hidden_tests_handed_in(place: Path, notebook: Notebook) -> None:
    """Test cells hold markers of hidden tests and properties of the student's own."""
    for test in tests_of(notebook):
        test["source"] = "### BEGIN HIDDEN TESTS\n# property: all is well\npass"
    put(place, notebook)


@attack
def outputs_with_scores(place: Path, notebook: Notebook) -> None:
    """Test cells come with outputs that read as full marks, and a score in the metadata."""
    result = {"output_type": "execute_result", "data": {"text/plain": "5.0"}, "metadata": {}}
    for test in tests_of(notebook):
        test["outputs"] = [result | {"execution_count": 1}]
        test["metadata"]["nbgrader"] |= {"auto_score": 5, "manual_score": 5, "extra_credit": 5}
    notebook["metadata"]["score"] = 12
    put(place, notebook)


@attack
def kernel_of_ones_own(place: Path, notebook: Notebook) -> None:
    """The metadata names another kernel and another language."""
    notebook["metadata"]["kernelspec"] = {"name": "bash", "display_name": "x", "language": "bash"}
    notebook["metadata"]["language_info"] = {"name": "bash", "version": []}
    put(place, notebook)


@with_right(12)
def old_schema(place: Path, notebook: Notebook) -> None:
    """Cells bear schema versions of long ago, of the future, and none."""
    metas = [c["metadata"]["nbgrader"] for c in notebook["cells"] if c["metadata"]]
    for meta, version in zip(metas, [1, 99, "x", None, [1], -1, 2, 0, 1e9], strict=False):
        meta["schema_version"] = version
    put(place, notebook)


@attack
def format_99(place: Path, notebook: Notebook) -> None:
    """The notebook says that it is of format 99."""
    put(place, notebook | {"nbformat": 99, "nbformat_minor": "x"})


@attack
def format_3(place: Path, notebook: Notebook) -> None:
    """A notebook of format 3, whose cells stand in worksheets."""
    put(place, {"nbformat": 3, "worksheets": [{"cells": notebook["cells"]}], "metadata": {}})


@attack
def no_cells(place: Path, notebook: Notebook) -> None:
    """JSON that is no notebook."""
    put(place, {})


@attack
def other_json(place: Path, notebook: Notebook) -> None:
    """JSON that is a text."""
    put(place, "unit")


@attack
def cells_that_are_none(place: Path, notebook: Notebook) -> None:
    """Cells are numbers, lists and texts; metadata too."""
    broken = [None, 1, "x", [], {"cell_type": "code"}, {"cell_type": 5, "source": {}}]
    relu = cell(notebook, "relu")
    notebook["cells"] = [*broken, relu | {"metadata": []}, *notebook["cells"]]
    notebook["metadata"] = ["x"]
    put(place, notebook)


@attack
def names_that_are_none(place: Path, notebook: Notebook) -> None:
    """Names of cells are lists, numbers, and megabytes of text."""
    for part, name in zip(
        notebook["cells"][1:], [[1], {"a": 1}, 7, None, "n" * 10**6], strict=False
    ):
        part["metadata"] = {"nbgrader": {"grade_id": name, "grade": "yes", "solution": [1]}}
    put(place, notebook)


@attack
def sources_that_are_none(place: Path, notebook: Notebook) -> None:
    """Sources are lists in lists, numbers, and 300,000 characters."""
    for part, source in zip(notebook["cells"][2:], [[["x"]], 5, None, "#" * 300_000], strict=False):
        part["source"] = source
    put(place, notebook)


@attack
def deep_json(place: Path, notebook: Notebook) -> None:
    """JSON of 100,000 lists inside one another."""
    (place / FILE).write_text('{"cells": ' + "[" * 100_000 + "]" * 100_000 + "}")


@attack
def numbers_of_json(place: Path, notebook: Notebook) -> None:
    """JSON with nan, inf, and an integer of a million digits."""
    text = json.dumps(notebook)
    (place / FILE).write_text(text[:-1] + ', "a": NaN, "b": -Infinity, "c": ' + "9" * 10**6 + "}")


@attack
def keys_twice(place: Path, notebook: Notebook) -> None:
    """JSON in which cells, metadata and names stand twice, with different values."""
    text = json.dumps(notebook)
    (place / FILE).write_text('{"cells": [], ' + text[1:-1] + ', "metadata": {"cells": 1}}')


@attack
def broken_off(place: Path, notebook: Notebook) -> None:
    """A notebook that breaks off."""
    (place / FILE).write_text(json.dumps(notebook)[:-200])


@attack
def empty_file(place: Path, notebook: Notebook) -> None:
    """A file without a byte."""
    (place / FILE).write_bytes(b"")


@attack
def random_bytes(place: Path, notebook: Notebook) -> None:
    """A megabyte of random bytes."""
    (place / FILE).write_bytes(random.Random(5).randbytes(1 << 20))


@with_right(12)
def byte_order_mark(place: Path, notebook: Notebook) -> None:
    """A right notebook behind a byte order mark."""
    (place / FILE).write_text(json.dumps(notebook), encoding="utf-8-sig")


@attack
def other_encoding(place: Path, notebook: Notebook) -> None:
    """A notebook in UTF-16."""
    (place / FILE).write_text(json.dumps(notebook), encoding="utf-16")


@attack
def too_large(place: Path, notebook: Notebook) -> None:
    """A notebook of 30 MB."""
    notebook["metadata"]["x"] = "x" * (30 << 20)
    put(place, notebook)


@attack
def sparse_file(place: Path, notebook: Notebook) -> None:
    """A file that says it has 100 GB."""
    (place / FILE).touch()
    os.truncate(place / FILE, 100 << 30)


@attack
def too_many_cells(place: Path, notebook: Notebook) -> None:
    """3,000 cells."""
    notebook["cells"] += [own("x = 1")] * 3000
    put(place, notebook)


@attack
def many_slow_cells(place: Path, notebook: Notebook) -> None:
    """1,500 cells, each of which takes nearly as long as a cell may take."""
    notebook["cells"][1:1] = [own("import time; time.sleep(0.6)")] * 1500
    put(place, notebook)


@attack
def slow_when_run_again(place: Path, notebook: Notebook) -> None:
    """300 cells that are quick at first, and slow when a death has them run again."""
    slow = "import time\nif time.time() % 4 > 2: time.sleep(0.6)"
    notebook["cells"][1:1] = [own(slow)] * 300
    cell(notebook, "neuron")["source"] = (
        "import os, time\ntime.sleep(max(0, 2.1 - time.time() % 4) % 0.7)\nos._exit(0)"
    )
    put(place, notebook)


@attack
def half_characters(place: Path, notebook: Notebook) -> None:
    """Half characters in sources, names and metadata."""
    notebook["cells"].append(own("x = '\ud800'"))
    notebook["cells"].append(own("\udfff PWN", "markdown"))
    notebook["metadata"]["title"] = "\ud800"
    cell(notebook, "relu")["source"] += "\nraise ValueError('\ud800')"
    put(place, notebook)


@attack
def title_as_html(place: Path, notebook: Notebook) -> None:
    """The notebook's title, authors and widgets end their tags."""
    script = "</title></script><script>PWN=1</script>"
    state = {"state": {"x": {"state": {"v": script}}}, "version_major": 2, "version_minor": 0}
    notebook["metadata"] |= {
        "title": script,
        "authors": [{"name": script}],
        "widgets": {"application/vnd.jupyter.widget-state+json": state},
    }
    put(place, notebook)


@attack
def cell_ids_as_html(place: Path, notebook: Notebook) -> None:
    """Ids and names of cells that close an attribute."""
    for part in notebook["cells"]:
        part["id"] = 'x" onmouseover="PWN()'
    notebook["cells"].append(
        own("1", metadata={"nbgrader": {"grade_id": '"><script>PWN()</script>', "grade": True}})
    )
    put(place, notebook)


@attack
def markdown_as_html(place: Path, notebook: Notebook) -> None:
    """Text and raw cells with scripts, handlers, frames and attached pictures."""
    for source in (
        "<img src=x onerror=PWN()>",
        "[x](javascript:PWN())",
        "<iframe srcdoc='<script>PWN()</script>'></iframe>",
        "<style>body{display:none}</style>",
        "![a](attachment:a.svg)",
    ):
        picture = {"a.svg": {"image/svg+xml": "<svg onload='PWN()'/>"}}
        notebook["cells"].append(own(source, "markdown", attachments=picture))
        notebook["cells"].append(own(source, "raw"))
    put(place, notebook)


@attack
def outputs_as_html(place: Path, notebook: Notebook) -> None:
    """Outputs that came with the file: scripts, pictures that close their attribute, and 8 MB."""
    data = {
        "text/html": "<script>PWN=1</script>",
        "image/png": 'x" onerror="PWN()',
        "text/latex": "$x$<script>PWN=1</script>",
        "application/javascript": "PWN()",
        "text/plain": "x" * (8 << 20),
    }
    shown = {"output_type": "display_data", "data": data, "metadata": {}}
    for part in notebook["cells"][:2]:
        part["outputs"] = [shown]
    put(place, notebook)


@attack
def link_to_victim(place: Path, notebook: Notebook) -> None:
    """The notebook is a link to another student's."""
    os.symlink("../../victim/unit/unit.ipynb", place / FILE)


@attack
def link_to_source(place: Path, notebook: Notebook) -> None:
    """The notebook is a link to the instructor's."""
    os.symlink("../../../source/unit/unit.ipynb", place / FILE)


@attack
def folder_linked(place: Path, notebook: Notebook) -> None:
    """The submission's folder is a link to another student's."""
    place.rmdir()
    os.symlink("../victim/unit", place)


@attack
def link_to_device(place: Path, notebook: Notebook) -> None:
    """The notebook is a link to a device that never ends."""
    os.symlink("/dev/zero", place / FILE)


@attack
def link_in_a_circle(place: Path, notebook: Notebook) -> None:
    """The notebook is a link to itself."""
    os.symlink(FILE, place / FILE)


@attack
def pipe(place: Path, notebook: Notebook) -> None:
    """The notebook is a pipe, which blocks whoever opens it."""
    os.mkfifo(place / FILE)


@attack
def folder(place: Path, notebook: Notebook) -> None:
    """The notebook is a folder."""
    (place / FILE).mkdir()


@attack
def pipe_beside(place: Path, notebook: Notebook) -> None:
    """A pipe and a link to a private file lie beside a notebook."""
    os.mkfifo(place / "pipe")
    os.mkfifo(place / "timestamp.txt")
    os.symlink("../../../home/private.txt", place / "link.txt")
    put(place, notebook)


@attack
def links_beside(place: Path, notebook: Notebook) -> None:
    """Links to folders with secrets lie beside a notebook that reads them."""
    os.symlink("../../../source", place / "linked")
    os.symlink("../../../home/private.txt", place / "link.txt")
    cell(notebook, "relu")["source"] += "\nloot(open('link.txt').read())"
    put(place, notebook)


@attack
def modules_beside(place: Path, notebook: Notebook) -> None:
    """Modules that the grader imports lie beside a notebook."""
    for name in ("ipykernel_launcher", "numpy", "json", "sitecustomize", "usercustomize"):
        (place / f"{name}.py").write_text("import os\nos._exit(0)\n")
    put(place, notebook)


@attack
def several_notebooks(place: Path, notebook: Notebook) -> None:
    """Two notebooks, of which none has the unit's name."""
    for name in ("a.ipynb", "b.ipynb"):
        (place / name).write_text(json.dumps(notebook))
