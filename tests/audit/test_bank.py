"""A unit's bank is read whole, and what is wrong with it is said."""

from pathlib import Path

import pytest

from autograder.audit.bank import bank_of
from autograder.errors import UnitError
from autograder.folders import CourseFolder
from autograder.source import load_unit
from tests.audit.small_bank import add_to_bank, course_with_bank
from tests.small_course.making import SLUG, small_course


@pytest.fixture
def folder(tmp_path: Path) -> CourseFolder:
    return course_with_bank(tmp_path)


def test_right_answers_and_mistakes_are_read(folder: CourseFolder) -> None:
    bank = bank_of(folder, load_unit(folder, SLUG))

    assert {idea: [*answers] for idea, answers in bank.right.items()} == {
        "loops": ["row-sums", "shares"],
        "products": ["row-sums"],
        "transposed": ["column-means"],
    }
    assert [(m.answer, m.name) for m in bank.mistakes] == [
        ("column-means", "rows"),
        ("row-sums", "columns"),
        ("row-sums", "absolute"),
        ("shares", "whole"),
    ]
    assert bank.mistakes[0].sentence == "the rows were averaged, not the columns"
    assert not bank.chapter


def test_a_unit_without_a_bank_is_refused(tmp_path: Path) -> None:
    folder = small_course(tmp_path)
    with pytest.raises(UnitError, match="expected a bank of answers at .* found none"):
        bank_of(folder, load_unit(folder, SLUG))


def test_an_answer_that_the_unit_does_not_have_is_named(folder: CourseFolder) -> None:
    add_to_bank(folder, "mistakes/columns.py", "# %% some: thing\ndef f():\n    return 1")
    with pytest.raises(UnitError, match="expected names of answer cells, got columns"):
        bank_of(folder, load_unit(folder, SLUG))
