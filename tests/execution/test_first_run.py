"""What a unit imports as it runs is found once, and is there in every fork."""

import sys
from pathlib import Path

import pytest

from autograder.execution.cage import Mode, find_cage
from autograder.execution.first_run import imported_by
from autograder.execution.trial import Trial
from autograder.execution.zygote import Warm

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the judge needs Linux: grade there"
)
CELLS = [
    ("given", "g", "%matplotlib inline\nimport numpy as np"),
    ("answer", "a", "def distinct(x):\n    import tabnanny\n    return sorted(set(x))"),
    ("tests", "t", "assert distinct([2, 1, 2]) == [1, 2]"),
]
LOADED = "import sys\nraise RuntimeError(str('tabnanny' in sys.modules))"


def nothing() -> None:
    """Confine nothing."""


def test_what_cells_import_as_they_run_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "tabnanny", raising=False)
    cells = ["%matplotlib inline\nx = 1", "raise ValueError(x)", "import tabnanny"]

    assert "tabnanny" in imported_by(cells, nothing)
    assert "tabnanny" not in sys.modules


def test_what_lies_beside_the_notebook_is_not_imported_before_the_fork(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "beside_the_notebook.py").write_text("import tabnanny")
    monkeypatch.delitem(sys.modules, "tabnanny", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)

    found = imported_by(["import beside_the_notebook"], nothing)

    assert "tabnanny" in found
    assert "beside_the_notebook" not in found


def test_a_unit_that_ends_its_process_or_never_ends_tells_what_it_brought(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("autograder.execution.first_run._MOST_S", 1.0)
    monkeypatch.delitem(sys.modules, "tabnanny", raising=False)
    for end in ("import os\nos._exit(1)", "while True: pass"):
        assert "tabnanny" in imported_by(["import tabnanny", end, "import this"], nothing)


@pytest.mark.slow
def test_both_sides_of_a_submission_have_the_modules() -> None:
    with (
        Warm(CELLS, find_cage(Mode.NONE), pieces=[CELLS[2][2]]) as warm,
        Trial(CELLS, 512, warm.start) as trial,
    ):
        assert trial.cell("answer", "a", LOADED, 20).message == "True"
        judge = trial.visible("t", "import sys\nassert 'tabnanny' in sys.modules", 20)

    assert judge.state == "ok"
