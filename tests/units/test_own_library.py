"""The last cell of the unit on automatic differentiation keeps what a student wrote as a module."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.answers import answered, reference_answers
from autograder.folders import CourseFolder
from autograder.source import load_unit

pytestmark = pytest.mark.slow

FOLDER = CourseFolder()
MODULE = Path("my_library", "autograd.py")

# IPython's shell keeps the text of its cells as a kernel does, and starts in a second.
RUN_CELLS = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
for source in json.load(open(sys.argv[1])):
    shell.run_cell(source, store_history=True).raise_error()
"""
USE = """
import numpy as np
from my_library.autograd import Tensor, train

w, x = Tensor([[2.0, 0.5]]), Tensor([[1.0], [3.0]])
y = (w @ x).tanh() / Tensor(4.0)
(y[0] * y[0]).sum().backward()
h = np.tanh(3.5)
assert np.allclose(w.grad, h * (1 - h**2) / 8 * np.array([[1.0, 3.0]]))
v = Tensor(4.0)
assert train([v], lambda: v * v, Tensor.backward, 0.25, 2) == [16.0, 4.0]
"""


def run(code: str, folder: Path, *arguments: str, **variables: str) -> str:
    """Run code in a folder and return what it printed."""
    environment = {k: v for k, v in os.environ.items() if k != "NBGRADER_EXECUTION"}
    environment |= {"IPYTHONDIR": str(folder / "ipython"), **variables}
    command = [sys.executable, "-c", code, *arguments]
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def cells_in(folder: Path, answers: dict[str, str]) -> str:
    """Write the code cells of the answered notebook into a folder; return the file's name."""
    notebook = answered(FOLDER, "autograd", answers)
    code = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    texts = ["".join(source) for source in code]
    (folder / "cells.json").write_text(json.dumps(texts), encoding="utf-8")
    return "cells.json"


@pytest.fixture
def reference() -> dict[str, str]:
    return reference_answers(load_unit(FOLDER, "autograd"))


def test_the_kept_module_computes_gradients_and_trains(
    tmp_path: Path, reference: dict[str, str]
) -> None:
    name = cells_in(tmp_path, reference)

    said = run(RUN_CELLS, tmp_path, name)
    run(USE, tmp_path)

    assert f"are in {MODULE.as_posix()} now" in said
    text = (tmp_path / MODULE).read_text(encoding="utf-8")
    assert "expect(" not in text, "tests do not belong in the module"
    assert text.count("class Tensor") == 1


def test_running_the_last_cell_again_keeps_what_was_changed(
    tmp_path: Path, reference: dict[str, str]
) -> None:
    answers = reference | {"order": f"{reference['order']}\n# of my own\n"}
    cells = json.loads((tmp_path / cells_in(tmp_path, reference)).read_text(encoding="utf-8"))
    cells += [answers["order"], cells[-1]]
    (tmp_path / "cells.json").write_text(json.dumps(cells), encoding="utf-8")

    run(RUN_CELLS, tmp_path, "cells.json")

    text = (tmp_path / MODULE).read_text(encoding="utf-8")
    assert text.count("def order(") == 1
    assert "# of my own" in text
    run(USE, tmp_path)


def test_nothing_is_written_while_a_notebook_is_graded(
    tmp_path: Path, reference: dict[str, str]
) -> None:
    name = cells_in(tmp_path, reference)

    said = run(RUN_CELLS, tmp_path, name, NBGRADER_EXECUTION="autograde")

    assert "Nothing is written" in said
    assert not (tmp_path / MODULE).parent.exists()


def test_nothing_is_written_where_the_text_of_cells_is_not_known(
    tmp_path: Path, reference: dict[str, str]
) -> None:
    name = cells_in(tmp_path, reference)
    plain = "import json, sys\nnames = {}\nfor s in json.load(open(sys.argv[1])): exec(s, names)"

    said = run(plain, tmp_path, name)

    assert "Nothing is written" in said
    assert not (tmp_path / MODULE).parent.exists()
