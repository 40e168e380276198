"""Answers in other words do what they did."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.answers import read_bank, reference_answers
from autograder.audit.findings import BUDGET_S, budget_s
from autograder.diagnosis.pairs import Trying
from autograder.diagnosis.rewriting import EVERY, TOGETHER, WAYS, rewritings
from autograder.execution.cage import Mode, find_cage
from autograder.folders import CourseFolder
from autograder.source import load_unit
from tests.thorough import THOROUGH

FOLDER = CourseFolder()
SOURCE = '''
def f(xs, y=2.0):
    """Words stay."""
    total, count = 0.0, 0
    for x in xs:
        total += x * x
        count += 1
    squares = [x ** 2 for x in xs if x > 0]
    doubled = []
    for x in xs:
        doubled.append(2 * x)
    xs = np.array(xs)
    xs += y
    if count > 2:
        kept = total / 3
    else:
        kept = -total
    inner = lambda other: other + y + 1
    return (kept, squares, doubled, xs, inner(3) if y else None)
'''


def value(source: str, *args: Any) -> Any:
    space: dict[str, Any] = {"np": np}
    exec(source, space)  # noqa: S102 - the text above
    return repr(space["f"](*args)).replace("np.float64(", "").replace(")", "")


@pytest.mark.parametrize("way", EVERY)
def test_a_way_changes_the_words_and_not_what_comes(way: str) -> None:
    text = rewritings(SOURCE)[way]

    assert text != SOURCE
    for args in ([1.0, -2.0, 4.0],), ([3.0],), ([], 5.0):
        assert value(text, *args) == value(SOURCE, *args), text


def test_names_powers_loops_and_steps_are_written_otherwise() -> None:
    texts = rewritings(SOURCE)

    assert "my_total" in texts["renamed"]
    assert "lambda other: other + y + 1" in texts["renamed"], "a parameter keeps its name"
    assert "x ** 2" in texts["powers"].split("squares")[0]
    assert "x * x" in texts["powers"].split("squares")[1]
    assert "* (1.0 / 3)" in texts["noise"]
    assert "if not count > 2" in texts["turned"]
    assert "doubled = [2 * x for x in xs]" in texts["lists"]
    assert "squares.append(each_x ** 2)" in texts["loops"]
    assert "total = total + x * x" in texts["expanded"]
    assert "what_comes_out" in texts["returns"]


def test_an_array_that_may_be_shared_is_still_changed_in_place() -> None:
    assert "xs += y" in rewritings(SOURCE)["expanded"]
    assert rewritings("def f(w):\n    w -= 1\n    return w") == {}
    assert "expanded" not in rewritings("def f(w):\n    v = w\n    v -= 1\n    return v")
    assert "expanded" not in rewritings("def f(w):\n    v = 0\n    for v in w:\n        v -= 1")


def test_what_is_no_python_or_offers_nothing_to_change_has_no_other_words() -> None:
    assert rewritings("def f(:") == {}
    assert rewritings("def f(x):\n    return x") == {}


@pytest.mark.slow
@pytest.mark.parametrize("slug", FOLDER.slugs())
def test_right_answers_in_other_words_are_right(slug: str) -> None:
    """On all that authors wrote: else a measurement would say nothing."""
    unit = load_unit(FOLDER, slug)
    right = Path(__file__).parents[1] / "units" / slug / "right"
    banks = [{a.name: a.source for a in read_bank(path)} for path in sorted(right.glob("*.py"))]
    # The last way goes all the others at once. Where networks are trained a try takes up to half
    # a minute: there it has to be enough by night, too.
    trains = budget_s(unit) > BUDGET_S
    ways = (*WAYS, TOGETHER) if THOROUGH and not trains else (TOGETHER,)
    with Trying(FOLDER, unit, find_cage(Mode.NONE)) as trying:
        for answers in (reference_answers(unit), *banks):
            for way in ways:
                others = {
                    name: texts[way]
                    for name, source in answers.items()
                    if way in (texts := rewritings(source))
                }
                assert trying.rejected(others) == {}, (way, sorted(others))
