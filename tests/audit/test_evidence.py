"""A survivor is the same thing as the reference, or an input is shown on which it is wrong."""

from pathlib import Path

import pytest

from autograder.audit.cases import task_of
from autograder.audit.evidence import ENOUGH, Evidence, evidence_for
from autograder.audit.mutants import Mutant
from autograder.source import load_unit
from tests.audit.small_bank import course_with_bank
from tests.small_course.making import SLUG

pytestmark = pytest.mark.slow


def tried(root: Path, answer: str, *sources: str) -> list[Evidence]:
    unit = load_unit(course_with_bank(root), SLUG)
    mutants = [Mutant(answer, "any", 1, "", "", "", source) for source in sources]
    return evidence_for(unit, task_of(unit, answer), mutants)


def test_the_same_thing_in_other_words_is_equivalent(tmp_path: Path) -> None:
    source = "def row_sums(X):\n    return (np.asarray(X) * 1).sum(axis=-1)\n"
    (found,) = tried(tmp_path, "row-sums", source)

    assert found.equivalent
    assert found.tried >= ENOUGH
    assert 0 < found.own < found.tried


def test_a_survivor_that_is_wrong_on_a_wider_input_is_shown_that_input(tmp_path: Path) -> None:
    source = "def shares(X):\n    X = np.abs(np.asarray(X, dtype=float))\n"
    source += "    return X / X.sum(axis=1, keepdims=True)\n"
    sums = "def row_sums(X):\n    return np.minimum(np.asarray(X).sum(axis=1), 100)\n"
    (signs,) = tried(tmp_path / "one", "shares", source)
    (bounded,) = tried(tmp_path / "two", "row-sums", sums)

    assert signs.equivalent  # with one sign for all, nothing changes
    assert not bounded.equivalent
    assert bounded.where == "scaled by 1000"
    assert bounded.call.startswith("row_sums(")
    assert "100" in bounded.mutant


def test_who_changes_its_argument_differs_on_the_tests_own_input(tmp_path: Path) -> None:
    source = "def shares(X):\n    X = np.asarray(X, dtype=float)\n"
    source += "    X /= X.sum(axis=1, keepdims=True)\n    return X\n"
    (found,) = tried(tmp_path, "shares", source)

    assert found.where == "own"
    assert found.mutant.startswith("leaves them as")


def test_mutants_that_hang_raise_or_do_not_compile_differ(tmp_path: Path) -> None:
    hangs = "def row_sums(X):\n    while True:\n        pass\n"
    raises = "def row_sums(X):\n    raise KeyError\n"
    broken = "row_sums = 1 / 0\n"
    found = tried(tmp_path, "row-sums", hangs, raises, broken)

    assert [one.mutant for one in found[:2]] == ["does not end", "raises KeyError"]
    assert "ZeroDivisionError" in found[2].mutant


def test_a_name_that_no_test_calls_is_no_evidence(tmp_path: Path) -> None:
    (found,) = tried(tmp_path, "row-sums", "row_sums = lambda X: np.asarray(X).sum(axis=1)\n")

    assert not found.equivalent
    assert "no test calls it" in found.why_not
