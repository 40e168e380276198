"""Every attack, in each mode of the cage: none succeeds, and the next student is always graded."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.execution import cage
from tests.attacks import cutting, structural
from tests.attacks.ground import Ground, ground

pytestmark = [pytest.mark.cage, pytest.mark.slow]
MODES = ("full", "landlock")
# A notebook of another course runs its hidden tests in place, so that more could come out.
IN_PLACE = [name for name in cutting.attacks() if name.startswith(("leak/", "inject/"))]


@pytest.fixture(scope="module", params=MODES)
def field(request: pytest.FixtureRequest) -> Iterator[Ground]:
    """One worker for all attacks of a mode."""
    try:
        cage.find_cage(cage.Mode(request.param))
    except cage.CageError as error:
        pytest.skip(f"{error} (./course doctor says what to install)")
    with ground(request.param) as made:
        yield made


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Ground]:
    """The same with the notebook of another course, in the mode that this machine has."""
    with ground(cage.find_cage().mode, foreign=True) as made:
        yield made


def test_honest_work_gets_what_it_is_worth(field: Ground) -> None:
    assert field.attack(cutting.RIGHT).wrong == []
    right = field.attack(cutting.RIGHT).result
    wrong = field.attack(cutting.WRONG).result
    assert (right.score, wrong.score) == (cutting.FULL, 0.0)


@pytest.mark.parametrize("name", cutting.attacks())
def test_an_attack_gets_nowhere(field: Ground, name: str) -> None:
    assert field.attack(cutting.attacks()[name]).wrong == []


@pytest.mark.parametrize("name", structural.CHANGES)
def test_what_is_handed_in_is_believed_in_nothing(field: Ground, name: str) -> None:
    base = cutting.RIGHT if name in structural.RIGHT else cutting.WRONG
    change = structural.CHANGES[name]

    def hand_in(place: Path) -> None:
        change(place, cutting.notebook(base, field.known))

    assert field.try_out(hand_in, structural.RIGHT.get(name, 0.0)).wrong == []


@pytest.mark.parametrize("name", IN_PLACE)
def test_nothing_comes_out_of_tests_that_run_in_place(elsewhere: Ground, name: str) -> None:
    wrong = elsewhere.attack(cutting.attacks()[name]).wrong
    # Whether an input is shown before or after its points are earned depends on the place.
    assert [said for said in wrong if "honest points" not in said] == []
