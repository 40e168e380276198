"""The unit that CONTRIBUTING shows is a unit: it releases, grades and tells its mistakes apart."""

import json
import re
import shutil
from pathlib import Path

import pytest

from autograder.answers import answered, read_bank, reference_answers
from autograder.folders import REPOSITORY, CourseFolder
from autograder.grading import grade, released_answers
from autograder.release import released_notebook
from autograder.result import Outcome, Result
from autograder.source import load_unit
from autograder.submission import match

SLUG = "losses"
_UNIT = re.compile(r"^`````markdown\n(.*?)^`````$", re.MULTILINE | re.DOTALL)
_BANK = re.compile(r"^```python\n(# %%.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, contributing: str) -> CourseFolder:
    text = _UNIT.search(contributing)
    assert text is not None, "expected a whole unit between five backticks in CONTRIBUTING.md"
    folder = CourseFolder(tmp_path)
    shutil.copytree(REPOSITORY / "solutions" / "_given", folder.solutions / "_given")
    folder.source_text(SLUG).parent.mkdir()
    folder.source_text(SLUG).write_text(text.group(1), encoding="utf-8")
    return folder


def graded(folder: CourseFolder, answers: dict[str, str]) -> Result:
    unit = load_unit(folder, SLUG)
    released = released_answers(json.loads(released_notebook(folder, SLUG)))
    submission = match(answered(folder, SLUG, answers), unit, "student")
    return grade(unit, submission, released=released, engine="stock")


def test_the_example_releases_without_its_solution(folder: CourseFolder) -> None:
    text = released_notebook(folder, SLUG)
    assert "Task 1. The mean of the squares (2 points)" in text
    assert "np.mean((prediction - target)" not in text
    assert "do not cancel" not in text
    assert "opposite sign" not in text


@pytest.mark.slow
def test_the_example_grades_right_and_wrong_answers(
    folder: CourseFolder, contributing: str, tmp_path: Path
) -> None:
    reference = reference_answers(load_unit(folder, SLUG))
    right = graded(folder, reference)
    assert right.tasks[0].outcome is Outcome.PASSED
    assert right.score == 2
    text = _BANK.search(contributing)
    assert text is not None, "expected a bank of mistakes between backticks in CONTRIBUTING.md"
    (tmp_path / "mse.py").write_text(text.group(1), encoding="utf-8")
    mistakes = read_bank(tmp_path / "mse.py")
    assert len(mistakes) >= 3
    for mistake in mistakes:
        wrong = graded(folder, reference | {"mse": mistake.source})
        assert wrong.tasks[0].outcome is Outcome.FAILED, mistake.name
        assert wrong.score == 0, mistake.name
