"""What a student sees when they check their own notebook, also with NumPy alone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.answers import answered, reference_answers
from autograder.check import check_file, exit_code, print_report
from autograder.errors import SubmissionError
from autograder.folders import REPOSITORY, CourseFolder
from autograder.result import Outcome
from autograder.source import load_unit

# Blocks every package but NumPy and what NumPy needs, as on a machine with nothing else.
NUMPY_ALONE = """
import importlib.abc, sys

class OnlyNumpy(importlib.abc.MetaPathFinder):
    blocked = {"click", "rich", "nbformat", "nbgrader", "IPython", "jupytext", "yaml", "traitlets"}
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.blocked:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, OnlyNumpy())
import importlib.util
found = importlib.util.find_spec
importlib.util.find_spec = lambda n, *a: None if n in OnlyNumpy.blocked else found(n, *a)
import runpy
sys.argv = ["autograder", *sys.argv[1:]]
runpy.run_module("autograder", run_name="__main__")
"""


@pytest.fixture(scope="module")
def reference() -> dict[str, str]:
    return reference_answers(load_unit(CourseFolder(), "perceptron"))


def hand_in(path: Path, answers: dict[str, str]) -> Path:
    notebook = path / "perceptron.ipynb"
    notebook.write_text(json.dumps(answered(CourseFolder(), "perceptron", answers)))
    return notebook


def test_the_reference_passes_every_visible_test(tmp_path: Path, reference: dict[str, str]) -> None:
    result = check_file(hand_in(tmp_path, reference))

    assert exit_code(result) == 0
    assert [t.manual for t in result.tasks if t.outcome is not Outcome.PASSED] == [True]


def test_the_report_says_what_came_and_what_was_expected(
    tmp_path: Path, reference: dict[str, str]
) -> None:
    wrong = reference | {"neuron": "def neuron(X, w, b):\n    return np.asarray(X) @ np.asarray(w)"}
    lines: list[str] = []
    print_report(check_file(hand_in(tmp_path, wrong)), lines.append)
    report = "\n".join(lines)

    assert "[no]  1." in report
    for word in ("expected", "got", "bias was not added"):
        assert word in report


NO_BIAS = """
def neuron(X, w, b):
    sums = []
    for row in X:
        total = 0.0
        for number, weight in zip(row, w):
            total = total + float(weight) * float(number)
        sums.append(total)
    return np.array(sums)
"""
NAMED = "It behaves like this mistake: the bias was never added"


def test_with_exercises_alone_a_known_mistake_in_other_words_is_named(
    tmp_path: Path, reference: dict[str, str]
) -> None:
    shutil.copytree(REPOSITORY / "exercises", tmp_path / "exercises")
    path = hand_in(tmp_path, reference | {"neuron": NO_BIAS})
    lines: list[str] = []

    result = check_file(path, CourseFolder(tmp_path))
    print_report(result, lines.append)

    assert NAMED in "\n".join(lines)
    assert [bool(task.diagnosis) for task in result.tasks].count(True) == 1
    assert not any(line.startswith("note:") for line in lines)
    assert result.tasks[0].behaviour not in "\n".join(lines)


@pytest.mark.parametrize("damage", ["", "{}", "other"])
def test_without_a_table_that_can_be_used_one_line_says_so(
    tmp_path: Path, reference: dict[str, str], damage: str
) -> None:
    shutil.copytree(REPOSITORY / "exercises", tmp_path / "exercises")
    folder = CourseFolder(tmp_path)
    table = folder.diagnoses("perceptron")
    other = folder.diagnoses("backpropagation").read_text(encoding="utf-8")
    table.write_text(other if damage == "other" else damage)
    if not damage:
        table.unlink()
    path = hand_in(tmp_path, reference | {"neuron": NO_BIAS})
    lines: list[str] = []

    result = check_file(path, folder)
    print_report(result, lines.append)

    (note,) = [line for line in lines if line.startswith("note:")]
    assert "Mistakes are not named" in note
    assert "It behaves" not in "\n".join(lines)
    right = check_file(hand_in(tmp_path, reference), folder)
    assert right.findings == (), "who makes no mistake need not know"


def test_an_edited_test_cell_does_not_fool_its_owner(tmp_path: Path) -> None:
    notebook = answered(CourseFolder(), "perceptron", {})
    for cell in notebook["cells"]:
        meta = cell["metadata"]["nbgrader"]
        if meta["grade"] and not meta["solution"]:
            cell["source"] = "pass"
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps(notebook))

    assert all(t.outcome is Outcome.NOT_ATTEMPTED for t in check_file(path).tasks)


def test_without_a_release_at_hand_the_notebooks_own_tests_run(
    tmp_path: Path, reference: dict[str, str]
) -> None:
    path = hand_in(tmp_path, {"neuron": reference["neuron"]})
    result = check_file(path, CourseFolder(tmp_path / "nowhere"))

    assert result.tasks[0].outcome is Outcome.PASSED
    assert result.tasks[1].outcome is not Outcome.PASSED


def test_a_notebook_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "diary.ipynb"
    path.write_text(json.dumps({"cells": [], "metadata": {}, "nbformat": 4}))

    with pytest.raises(SubmissionError, match="no test cells"):
        check_file(path)


def test_it_runs_with_numpy_alone(tmp_path: Path, reference: dict[str, str]) -> None:
    wrong = {"neuron": NO_BIAS, "predict": "def predict(X, W, b):\n    return None"}
    path = hand_in(tmp_path, reference | wrong)
    ran = subprocess.run(
        [sys.executable, "-c", NUMPY_ALONE, "check", str(path)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )

    assert ran.returncode == 1, ran.stderr
    assert "the result is None" in ran.stdout
    assert NAMED in ran.stdout
    assert "tasks pass their visible tests" in ran.stdout
    assert ran.stderr == ""


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["--loud", "a"], ["nowhere.ipynb"]])
def test_a_wrong_call_with_numpy_alone_is_explained(arguments: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", NUMPY_ALONE, "check", *arguments],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )

    assert ran.returncode == 2
    assert "check" in ran.stdout
    assert "Traceback" not in ran.stderr + ran.stdout


def test_another_verb_with_numpy_alone_names_the_remedy() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", NUMPY_ALONE, "grade", "perceptron"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )

    assert ran.returncode == 2
    assert "./course" in ran.stderr
