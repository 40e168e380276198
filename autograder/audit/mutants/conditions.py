"""Conditions: and and or, not, and branches that are always or never taken."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.changes import Change, Edit, operand, replaced, symbol
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.precedence import needed
from autograder.audit.mutants.registry import Table

TABLE = Table()


@TABLE.operator(
    "and-or-swapped",
    "Two conditions are joined by {got}: {needed} is needed.",
)
def _and_or_swapped(code: Code, node: ast.BoolOp) -> Iterator[Change]:
    new: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    got, wanted = symbol(new), symbol(node.op)
    texts = [operand(code, part, needed(ast.BoolOp(new, []), "values")) for part in node.values]
    yield replaced(code, node, f" {got} ".join(texts), got=got, needed=wanted)


@TABLE.operator(
    "condition-dropped",
    "One of several conditions is missing.",
)
def _condition_dropped(code: Code, node: ast.BoolOp) -> Iterator[Change]:
    for lost in node.values:
        kept = [operand(code, n, needed(node, "values")) for n in node.values if n is not lost]
        yield replaced(code, node, f" {symbol(node.op)} ".join(kept))


@TABLE.operator(
    "not-dropped",
    "A condition is the wrong way round: a not is missing.",
)
def _not_dropped(code: Code, node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield replaced(code, node, code.text(node.operand))


@TABLE.operator(
    "not-added",
    "A condition is the wrong way round: it is met exactly when it should not be.",
)
def _not_added(code: Code, node: ast.If | ast.While | ast.IfExp) -> Iterator[Change]:
    test = node.test
    if not isinstance(test, ast.Compare | ast.UnaryOp | ast.Constant):
        yield replaced(
            code, test, f"not {operand(code, test, needed(ast.UnaryOp(ast.Not(), test), ''))}"
        )


def only_refuses(node: ast.stmt) -> bool:
    """Whether a statement is a check: an if with nothing but a raise."""
    return (
        isinstance(node, ast.If)
        and not node.orelse
        and len(node.body) == 1
        and isinstance(node.body[0], ast.Raise)
    )


@TABLE.operator(
    "always",
    "Something is done in every case: it depends on a condition.",
)
def _always(code: Code, node: ast.If | ast.IfExp) -> Iterator[Change]:
    if isinstance(node, ast.If):
        if not only_refuses(node):
            yield replaced(code, node.test, "True")
    else:
        yield replaced(code, node, code.text(node.body))


@TABLE.operator(
    "never",
    "A case is not dealt with: what its condition asks for is never done.",
)
def _never(code: Code, node: ast.If | ast.IfExp) -> Iterator[Change]:
    if isinstance(node, ast.If):
        if not only_refuses(node):
            yield replaced(code, node.test, "False")
    else:
        yield replaced(code, node, code.text(node.orelse))


@TABLE.operator(
    "filter-dropped",
    "Everything is taken: a condition says what belongs in.",
)
def _filter_dropped(
    code: Code, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
) -> Iterator[Change]:
    for generator in node.generators:
        before: ast.expr = generator.iter
        for test in generator.ifs:
            cut = Edit(code.outer(before)[1], code.outer(test)[1], "")
            yield Change((cut,), code.span(node))
            before = test
