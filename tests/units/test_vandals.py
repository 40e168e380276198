"""Answers that destroy what they are given: the judge's tests of every unit see through them.

A test that works out what is expected from the arrays that it has just handed to the answer would
agree with them. Stock grading may: there the answer and the test share their arrays.
"""

import ast
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from autograder.answers import answered, reference_answers
from autograder.execution.cage import Mode, find_cage
from autograder.execution.pair import Starter, start_cold
from autograder.execution.zygote import Warm
from autograder.folders import CourseFolder
from autograder.grading import grade, plan_of, released_answers
from autograder.release import released_notebook
from autograder.result import Outcome
from autograder.source import load_unit
from autograder.submission import match
from autograder.unit import Unit

FOLDER = CourseFolder()
SLUGS = sorted(p.name for p in Path(__file__).parent.iterdir() if (p / "mistakes").is_dir())
# Answers whose arguments are numbers, lists of them, functions or iterators: nothing to destroy.
NO_ARRAYS = {
    "best-step",
    "board",
    "build",
    "clash",
    "clock",
    "cost",
    "count",
    "count-errors",
    "count-weights",
    "encode",
    "forecast",
    "geometry",
    "graph-slopes",
    "handled",
    "head",
    "kernel",
    "mended-engine",
    "merge-step",
    "misled",
    "one-unit-tables",
    "pairs",
    "parity-network",
    "place",
    "plateau-rates",
    "policies",
    "product-shape",
    "read-layer",
    "roof",
    "seen",
    "shapes",
    "start-weights",
    "step-bytes",
    "summary",
    "unpacked",
    "walk",
    "switch",
    "when-to-merge",
    "widest",
    "window",
}
VANDAL = """

def _vandal(function, blank):
    import copy

    def zero(value):
        if isinstance(value, np.ndarray) and value.flags.writeable:
            value[...] = 0
        elif isinstance(value, (list, tuple)):
            for item in value:
                zero(item)
        elif isinstance(value, dict):
            for item in value.values():
                zero(item)

    def blanked(value):
        if isinstance(value, (list, tuple)):
            return type(value)(blanked(item) for item in value)
        return np.zeros_like(value) if isinstance(value, np.ndarray) else 0 * value

    def vandal(*args, **keywords):
        kept = copy.deepcopy((args, keywords))
        zero(args), zero(keywords)
        return blanked(function(*kept[0], **kept[1])) if blank else function(*args, **keywords)

    return vandal
"""


@lru_cache
def unit_of(slug: str) -> Unit:
    return load_unit(FOLDER, slug)


def takes_arrays(slug: str) -> dict[str, list[str]]:
    """Return the functions with arguments in each answer, by grade_id."""
    found = {}
    for name, source in reference_answers(unit_of(slug)).items():
        defined = [n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef)]
        names = [function.name for function in defined if function.args.args]
        if names and name not in NO_ARRAYS:
            found[name] = names
    return found


@pytest.fixture(scope="module", params=SLUGS)
def field(request: pytest.FixtureRequest) -> Iterator[tuple[str, Warm]]:
    with Warm(plan_of(unit_of(request.param)), find_cage(Mode.NONE)) as warm:
        yield request.param, warm


def survivors(slug: str, names: list[str], start: Starter, *, blank: bool) -> list[str]:
    """Return those answers that earn points for their task though they destroy their arguments."""
    unit, right = unit_of(slug), reference_answers(unit_of(slug))
    released = released_answers(json.loads(released_notebook(FOLDER, slug)))
    found = []
    for name in names:
        wrapped = "".join(f"{f} = _vandal({f}, {blank})\n" for f in takes_arrays(slug)[name])
        answers = right | {name: f"{right[name]}\n{VANDAL}\n{wrapped}"}
        submission = match(answered(FOLDER, slug, answers), unit, "vandal")
        (task,) = (t for t in unit.tasks if name in t.answers)
        only = [task.grade_id]
        result = grade(unit, submission, released=released, start=start, tasks=only)
        lost = {t.grade_id for t in result.tasks if t.outcome in (Outcome.FAILED, Outcome.ERROR)}
        if task.grade_id not in lost:
            found.append(name)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("blank", [False, True])
def test_who_zeroes_its_arguments_loses_the_task(field: tuple[str, Warm], blank: bool) -> None:
    slug, warm = field
    assert survivors(slug, [*takes_arrays(slug)], warm.start, blank=blank) == []


def test_who_zeroes_the_samples_that_are_counted_on_loses_the_task() -> None:
    assert survivors("perceptron", ["pocket"], start_cold, blank=True) == []
