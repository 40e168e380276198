"""`./course audit` as it is called: wrong words, exit codes, what it leaves."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from autograder.cli import course
from autograder.folders import CourseFolder
from tests.audit.small_bank import add_to_bank, course_with_bank
from tests.small_course.making import SLUG


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    made = course_with_bank(tmp_path)
    monkeypatch.setattr("autograder.commands.audit.CourseFolder", lambda: made)
    return made


def run(*words: str) -> Result:
    return CliRunner().invoke(course, ["audit", *words])


def test_a_unit_that_is_not_there_is_named(folder: CourseFolder) -> None:
    done = run("no-such-unit")
    assert done.exit_code == 2
    assert f"expected units with a source ({SLUG}), got 'no-such-unit'" in done.output


def test_a_record_is_of_all_mutants(folder: CourseFolder) -> None:
    done = run(SLUG, "--record", "--sample", "3")
    assert done.exit_code == 2
    assert "is of all mutants" in done.output


def test_a_unit_that_trains_is_recorded_from_no_small_sample(folder: CourseFolder) -> None:
    source = folder.source_text(SLUG)
    text = source.read_text("utf-8")
    assert "import numpy as np" in text
    source.write_text(
        text.replace("import numpy as np", "import keras\nimport numpy as np", 1), "utf-8"
    )
    done = run(SLUG, "--record", "--sample", "99")
    assert done.exit_code == 2
    assert "expected --sample 100 or more for a record, got 99" in done.output


def test_a_unit_without_a_bank_is_refused(folder: CourseFolder) -> None:
    folder.bank(SLUG).rename(folder.root / "elsewhere")
    done = run(SLUG, "--no-cage")
    assert done.exit_code == 2
    assert "expected a bank of answers" in done.output


@pytest.mark.slow
def test_what_passes_is_recorded_and_then_left_alone(folder: CourseFolder) -> None:
    unscaled = (
        "# %% unscaled: nothing was divided\ndef shares(X):\n    return np.asarray(X, dtype=float)"
    )
    add_to_bank(folder, "mistakes/shares.py", unscaled)
    first = run(SLUG, "--no-cage", "--threshold", "0", "--record", "--json", str(folder.root / "o"))
    open_ones = "no test finds" in first.output
    assert first.exit_code == (1 if open_ones else 0)
    assert (folder.root / "_build" / "audit" / f"{SLUG}.html").is_file()
    (said,) = json.loads((folder.root / "o").read_text())
    assert said["mutants"]["tried"] == said["mutants"]["made"] > 0
    for answer in ("row-sums", "column-means", "shares"):
        entry = f'[[survivor]]\nanswer = "{answer}"\nverdict = "accepted"\nreason = "small"\n'
        if any(t["task"] == f"{answer}-tests" and _open(t) for t in said["tasks"]):
            add_to_bank(folder, "survivors.toml", entry)

    second = run(SLUG, "--no-cage", "--threshold", "0", "--record")
    assert second.exit_code == 0, second.output
    assert "recorded in audited.json" in second.output
    assert "of 5: named 4" in second.output
    assert json.loads(folder.diagnoses(SLUG).read_text())["entries"]

    third = run("--changed", "--no-cage")
    assert third.exit_code == 0
    assert "unchanged since its last audit" in third.output
    assert "answers graded" not in third.output


def _open(task: dict[str, list[dict[str, str]]]) -> bool:
    return any(survivor["state"] == "open" for survivor in task["survivors"])


@pytest.mark.slow
def test_a_known_mistake_that_passes_fails_the_audit(folder: CourseFolder) -> None:
    right = "# %% fine: nothing is wrong with this\ndef row_sums(X):\n"
    add_to_bank(folder, "mistakes/row-sums.py", f"{right}    return np.asarray(X).sum(axis=1)")
    done = run(SLUG, "--no-cage", "--sample", "0")

    assert done.exit_code == 1
    assert "mistake: row-sums, fine: it passes (nothing is wrong with this)" in done.output
