"""The one entry: all mutants of an answer."""

import ast
import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from autograder.audit.mutants.changes import Change
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.registry import Operator
from autograder.audit.mutants.table import OPERATORS

PER_OPERATOR = 12
_SHORT = 60


@dataclass(frozen=True)
class Mutant:
    """A reference solution with one mistake in it.

    Attributes:
        answer: grade_id of the answer cell.
        operator: the kind of mistake, such as "sum-for-mean".
        line: the line of the cell, from 1, on which the change begins.
        before: what is changed, on one line and short.
        after: what stands there instead; "" where it is left out.
        sentence: what a student who wrote this would need to hear, without the reference's code.
        source: the whole cell, changed.
    """

    answer: str
    operator: str
    line: int
    before: str
    after: str
    sentence: str
    source: str


def mutants_of(answer: str, source: str, given: Collection[str] = ()) -> list[Mutant]:
    """Return the mutants of a reference solution, in the order of its lines.

    Every mutant compiles, and differs from the reference and from every other mutant as a syntax
    tree. An operator that finds more than `PER_OPERATOR` places in one answer, as in a table of
    numbers, gives that many of them, evenly spread.

    Args:
        answer: grade_id of the answer cell.
        source: its content.
        given: names that the notebook defines before the cell, such as "np": a step may be left
            out where its name exists without it.

    Raises:
        SyntaxError: the cell is not Python.
    """
    code = Code(source, given)
    seen = {ast.dump(code.tree)}
    found: list[tuple[int, int, Mutant]] = []
    for rank, operator in enumerate(OPERATORS):
        fresh: list[tuple[int, int, Mutant]] = []
        for change, text, tree in changes_of(code, operator):
            key = ast.dump(tree)
            if key not in seen and _compiles(tree):
                seen.add(key)
                mutant = _mutant(answer, code, operator, change, text)
                fresh.append((mutant.line, rank, mutant))
        found += _spread(fresh)
    return [mutant for _, _, mutant in sorted(found, key=lambda one: one[:2])]


def changes_of(code: Code, operator: Operator) -> Iterator[tuple[Change, str, ast.Module]]:
    """Return an operator's changes of a cell, each with the new text and its syntax tree."""
    for change in operator.changes(code):
        text = change.applied(code.raw)
        try:
            yield change, text, ast.parse(text)
        except SyntaxError:
            continue


def _compiles(tree: ast.Module) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the compiler remarks on what a student might write
        try:
            compile(tree, "<mutant>", "exec", dont_inherit=True)
        except SyntaxError:
            return False
    return True


def _mutant(answer: str, code: Code, operator: Operator, change: Change, text: str) -> Mutant:
    first = min(edit.start for edit in change.edits)
    return Mutant(
        answer=answer,
        operator=operator.name,
        line=code.line(first),
        before=_short(code.part(change.shown)),
        after=_short(change.applied(code.raw, change.shown)),
        sentence=operator.sentence.format_map(change.words),
        source=text,
    )


def _short(text: str) -> str:
    """Return a text on one line, its indentation kept, cut in the middle where it is long."""
    line = " " * (len(text) - len(text.lstrip(" "))) + " ⏎ ".join(
        " ".join(part.split()) for part in text.splitlines()
    )
    return line if len(line) <= _SHORT else f"{line[: _SHORT // 2 - 1]}…{line[-_SHORT // 2 :]}"


def _spread(found: list[tuple[int, int, Mutant]]) -> list[tuple[int, int, Mutant]]:
    """Return at most `PER_OPERATOR` of these, evenly spread over the cell."""
    if len(found) <= PER_OPERATOR:
        return found
    return [found[place * len(found) // PER_OPERATOR] for place in range(PER_OPERATOR)]
