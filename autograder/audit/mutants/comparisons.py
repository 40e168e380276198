"""Comparisons: what happens on the boundary, and which side is which."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.changes import Change, recompared
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.registry import Table

TABLE = Table()
_BOUNDARIES: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
}
_OPPOSITES: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.GtE(),
    ast.LtE: ast.Gt(),
    ast.Gt: ast.LtE(),
    ast.GtE: ast.Lt(),
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
}


def opposite(comparison: ast.cmpop) -> ast.cmpop:
    """Return the comparison that holds where this one does not."""
    return _OPPOSITES[type(comparison)]


@TABLE.operator(
    "boundary",
    "With {got}, equal values fall on the wrong side of a comparison.",
)
def _boundary(code: Code, node: ast.Compare) -> Iterator[Change]:
    signs = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
    for place, found in enumerate(node.ops):
        if other := _BOUNDARIES.get(type(found)):
            yield recompared(code, node, place, other, got=signs[type(other)])


@TABLE.operator(
    "comparison-negated",
    "A comparison is the wrong way round: it holds exactly where it should not.",
)
def _comparison_negated(code: Code, node: ast.Compare) -> Iterator[Change]:
    for place, found in enumerate(node.ops):
        yield recompared(code, node, place, opposite(found))
