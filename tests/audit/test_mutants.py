"""The mutation operators: each on a sample, all of them on the reference solutions of the units."""

import ast
import re
import subprocess
import sys
from functools import cache
from itertools import pairwise

import pytest

from autograder.answers import reference_answers
from autograder.audit.mutants import Mutant, mutants_of
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.mutating import PER_OPERATOR, changes_of
from autograder.audit.mutants.registry import Operator
from autograder.audit.mutants.table import OPERATORS
from autograder.folders import REPOSITORY, CourseFolder
from autograder.source import load_unit
from tests.audit import classical, numerical
from tests.audit.sample import Sample, changed_lines

BY_NAME = {operator.name: operator for operator in OPERATORS}
SAMPLES = {sample.operator: sample for sample in (*numerical.SAMPLES, *classical.SAMPLES)}
GIVEN = ("np", "tf", "keras", "scipy")
UNITS = ("perceptron", "backpropagation")


def yields(operator: Operator, source: str) -> list[str]:
    """Return what an operator alone makes of some code."""
    source = source.strip("\n")
    return [changed_lines(source, text) for _, text, _ in changes_of(Code(source, GIVEN), operator)]


@cache
def references() -> dict[tuple[str, str], str]:
    folder = CourseFolder()
    return {
        (slug, answer): source
        for slug in UNITS
        for answer, source in reference_answers(load_unit(folder, slug)).items()
    }


@cache
def mutants(slug: str, answer: str) -> list[Mutant]:
    return mutants_of(answer, references()[slug, answer], ("np", "SEED"))


def all_mutants() -> list[tuple[str, Mutant]]:
    """Return every mutant of the units, with the reference that it comes from."""
    return [(source, m) for place, source in references().items() for m in mutants(*place)]


def test_every_operator_has_a_sample_and_a_name_of_its_own() -> None:
    assert set(SAMPLES) == set(BY_NAME)
    assert len(BY_NAME) == len(OPERATORS)
    assert len(SAMPLES) == len(numerical.SAMPLES) + len(classical.SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_an_operator_changes_exactly_the_lines_it_should(name: str) -> None:
    sample: Sample = SAMPLES[name]

    assert yields(BY_NAME[name], sample.source) == sample.changed
    assert sample.changed, "expected a sample that the operator changes"


@pytest.mark.parametrize("name", SAMPLES)
def test_an_operator_yields_nothing_where_it_does_not_apply(name: str) -> None:
    assert yields(BY_NAME[name], SAMPLES[name].spared) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_no_operator_stands_in_the_shadow_of_those_before_it(name: str) -> None:
    found = mutants_of("answer", SAMPLES[name].source, GIVEN)

    assert name in {mutant.operator for mutant in found}


def test_what_two_operators_do_belongs_to_the_first() -> None:
    source = "y = np.exp(z - z.max())\n"
    alone = [n for n, o in BY_NAME.items() if "y = np.exp(z)" in yields(o, source)]
    found = [m.operator for m in mutants_of("a", source) if m.source == "y = np.exp(z)\n"]

    assert alone == ["maximum-not-subtracted", "subtraction-dropped"]
    assert found == ["maximum-not-subtracted"]


def test_a_mutant_tells_where_and_what() -> None:
    source = "def f(e):\n    ### BEGIN SOLUTION\n    return np.mean(e ** 2)\n    ### END SOLUTION\n"
    found = {m.operator: m for m in mutants_of("mse", source, ("np",))}

    assert found["sum-for-mean"] == Mutant(
        answer="mse",
        operator="sum-for-mean",
        line=3,
        before="np.mean",
        after="np.sum",
        sentence="The sum is taken where the mean is needed: the division by the number of entries "
        "is missing.",
        source=source.replace("np.mean", "np.sum"),
    )


def test_mutants_come_in_the_order_of_the_lines() -> None:
    for place in references():
        assert all(one.line <= other.line for one, other in pairwise(mutants(*place)))


TWICE = """
import sys
from autograder.audit.mutants import mutants_of

for mutant in mutants_of("answer", sys.stdin.read(), ("np",)):
    print(mutant)
"""


@pytest.mark.slow
def test_mutants_are_the_same_in_every_process() -> None:
    source = references()["backpropagation", "one-step"]
    told = {
        subprocess.run(
            [sys.executable, "-c", TWICE],
            input=source,
            env={"PYTHONPATH": str(REPOSITORY), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(told) == 1
    assert told.pop().count("\n") == len(mutants("backpropagation", "one-step"))


@pytest.mark.slow
def test_every_mutant_of_the_units_compiles_and_differs_from_every_other() -> None:
    for place, source in references().items():
        trees = [
            ast.dump(ast.parse(text)) for text in (source, *(m.source for m in mutants(*place)))
        ]
        assert len(set(trees)) == len(trees)
        for mutant in mutants(*place):
            compile(mutant.source, mutant.operator, "exec")


@pytest.mark.slow
def test_no_operator_makes_text_that_is_not_python() -> None:
    sources = [*references().values(), *(s.source for s in SAMPLES.values())]
    for code in (Code(source, GIVEN) for source in sources):
        for operator in OPERATORS:
            for change in operator.changes(code):
                compile(change.applied(code.raw), operator.name, "exec")


def test_every_answer_of_the_units_has_mutants_of_many_kinds() -> None:
    for place in references():
        kinds = {m.operator for m in mutants(*place)}
        assert len(mutants(*place)) >= 10, place
        assert len(kinds) >= 3, place


def test_mutants_of_one_operator_are_bounded_and_spread_over_the_answer() -> None:
    rows = "\n".join(f"    [{n}.5, {n}.25]," for n in range(40))
    found = mutants_of("table", f"table = [\n{rows}\n]\n")
    doubled = [m.line for m in found if m.operator == "number-doubled"]

    assert len(doubled) == PER_OPERATOR
    assert doubled[0] == 2
    assert doubled[-1] > 35
    assert {m.operator for m in found} >= {"number-negated", "rows-swapped"}


def lines_changed(before: str, after: str) -> tuple[int, int]:
    """Return how many lines at the ends of the change are no longer, or not yet, there."""
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return len(old), len(new)


def test_most_mutants_change_one_line_and_none_more_than_a_block() -> None:
    sizes = [max(lines_changed(source, mutant.source)) for source, mutant in all_mutants()]

    assert sum(size == 1 for size in sizes) > 0.93 * len(sizes)
    for source, mutant in all_mutants():
        if max(lines_changed(source, mutant.source)) > 2:
            moves = {"steps-swapped", "moved-out-of-loop", "moved-into-loop", "entries-swapped"}
            assert mutant.operator in moves, (mutant.operator, mutant.before, mutant.after)


def test_the_line_of_a_mutant_is_where_the_texts_part() -> None:
    for source, mutant in all_mutants():
        old, new = source.splitlines(), mutant.source.splitlines()
        parting = next(
            n for n, (a, b) in enumerate(zip(old, [*new, ""], strict=False), 1) if a != b
        )
        # What is inserted behind a line, or deleted before one like it, parts later.
        assert parting - 1 <= mutant.line <= parting


def test_before_and_after_are_short_and_say_different_things() -> None:
    for _, mutant in all_mutants():
        assert mutant.before.strip(), mutant.operator
        assert mutant.before != mutant.after, mutant.operator
        assert len(mutant.before.strip()) <= 60
        assert "\n" not in mutant.before + mutant.after


@pytest.mark.parametrize("name", BY_NAME)
def test_a_sentence_is_a_sentence(name: str) -> None:
    for mutant in mutants_of("answer", SAMPLES[name].source, GIVEN):
        if mutant.operator == name:
            assert re.match(r"[A-Z].*[a-z0-9.)]\.$", mutant.sentence), mutant.sentence
            assert not re.search(r"[{}`]|  ", mutant.sentence)


class Renaming(ast.NodeTransformer):
    """Gives every name that a cell binds a tail by which it is found again."""

    def __init__(self, tree: ast.Module) -> None:
        nodes = list(ast.walk(tree))
        self.bound = {
            n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        }
        self.bound |= {n.arg for n in nodes if isinstance(n, ast.arg)}
        self.bound |= {n.name for n in nodes if isinstance(n, ast.FunctionDef)}

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(f"{node.id}_q7", node.ctx) if node.id in self.bound else node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(f"{node.arg}_q7")

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.name = f"{node.name}_q7"
        return self.generic_visit(node)


@pytest.mark.slow
def test_sentences_hold_no_name_that_the_solution_binds() -> None:
    # Some of these names are words, such as "error" and "a": so each is renamed first.
    sources = [*references().values(), *(sample.source for sample in SAMPLES.values())]
    said = 0
    for source in sources:
        tree = ast.parse(source)
        renamed = ast.unparse(ast.fix_missing_locations(Renaming(tree).visit(tree)))
        for mutant in mutants_of("answer", renamed, GIVEN):
            assert "q7" not in mutant.sentence, (mutant.operator, mutant.sentence)
            said += "q7" in mutant.before
    assert said > 500, "expected the renaming to reach what the mutants change"


def test_sentences_quote_no_line_and_no_text_of_the_solution() -> None:
    for source, mutant in all_mutants():
        texts = {n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant)}
        long = [t for t in texts if isinstance(t, str) and len(t) > 10]
        assert not [t for t in long if t in mutant.sentence]
        assert not re.search(r"np\.| [@*] |\w\(|\w\[| = ", mutant.sentence), mutant.sentence


def test_code_that_is_not_python_is_refused() -> None:
    with pytest.raises(SyntaxError):
        mutants_of("answer", "def f(:\n")


def test_a_cell_without_code_has_no_mutants() -> None:
    assert mutants_of("answer", "") == []
    assert mutants_of("answer", '"""Only words."""\n# a comment\nimport numpy as np\n') == []
