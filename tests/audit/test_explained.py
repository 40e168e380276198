"""What an author says of survivors: read, matched, and asked for no longer than needed."""

from pathlib import Path

import pytest

from autograder.audit.explained import (
    Explanation,
    change_of,
    explanations_of,
    idle,
    read_explanations,
)
from autograder.audit.mutants import Mutant
from autograder.errors import UnitError

MUTANT = Mutant("gates", "constant", 3, "[1, 1]", "[2, 1]", "Another number.", "")


def written(folder: Path, text: str) -> Path:
    (folder / "survivors.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_nothing_is_explained(tmp_path: Path) -> None:
    assert read_explanations(tmp_path) == []


def test_an_entry_speaks_of_an_answer_an_operator_and_a_change(tmp_path: Path) -> None:
    text = (
        '[[survivor]]\nanswer = "gates"\noperator = "const*"\nchange = "[1, 1] -> *"\n'
        'verdict = "right"\nreason = "any weights do"\n'
    )
    known = read_explanations(written(tmp_path, text))

    assert known == [Explanation("gates", "const*", "[1, 1] -> *", "right", "any weights do")]
    assert explanations_of([MUTANT], known) == known
    assert change_of(MUTANT) == "[1, 1] -> [2, 1]"


@pytest.mark.parametrize(
    ("field", "value"), [("answer", "other"), ("operator", "axis"), ("change", "[1] -> *")]
)
def test_an_entry_that_speaks_of_another_mutant_does_not_cover_it(field: str, value: str) -> None:
    fields = {"answer": "gates", "operator": "*", "change": "*"} | {field: value}
    one = Explanation(**fields, verdict="right", reason="why")

    assert explanations_of([MUTANT], [one]) == [None]
    assert idle([MUTANT], [one]) == [one]


def test_an_entry_covers_no_more_survivors_than_it_says(tmp_path: Path) -> None:
    text = '[[survivor]]\nanswer = "gates"\nverdict = "right"\nreason = "why"\nat_most = 2\n'
    (one,) = known = read_explanations(written(tmp_path, text))

    assert explanations_of([MUTANT] * 3, known) == [one, one, None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[survivor]\n", "expected TOML"),
        ('[[survivor]]\nanswer = "gates"\n', "expected entry 1 to have answer, verdict and reason"),
        ("survivor = [3]\n", "expected entry 1 to have"),
        (
            '[[survivor]]\nanswer = "a"\nverdict = "fine"\nreason = "why"\n',
            "expected a verdict of entry 1 .right or accepted., got 'fine'",
        ),
        (
            '[[survivor]]\nanswer = "a"\nverdict = "right"\nreason = "why"\nline = 3\n',
            "got answer, line, reason, verdict",
        ),
        (
            '[[survivor]]\nanswer = "a"\nverdict = "right"\nreason = "why"\nat_most = "all"\n',
            "expected at_most of entry 1 as a number, got 'all'",
        ),
    ],
)
def test_a_malformed_entry_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UnitError, match=said):
        read_explanations(written(tmp_path, text))
