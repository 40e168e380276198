"""One reduction where another belongs: sum and mean, largest and smallest, all and any."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import argument, function, is_function, keyword, number
from autograder.audit.mutants.changes import Change, renamed, with_argument, without
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.registry import Table

TABLE = Table()


def _other(code: Code, node: ast.Call, found: str, other: str) -> Iterator[Change]:
    """Call `other` where `found` is called, tf.reduce_mean where it is tf.reduce_sum."""
    name = node.func
    if function(node) == found and isinstance(name, ast.Name | ast.Attribute):
        called = name.id if isinstance(name, ast.Name) else name.attr
        yield renamed(code, name, called.replace(found, other), got=other, function=found)


@TABLE.operator(
    "sum-for-mean",
    "The sum is taken where the mean is needed: the division by the number of entries is missing.",
)
def _sum_for_mean(code: Code, node: ast.Call) -> Iterator[Change]:
    yield from _other(code, node, "mean", "sum")


@TABLE.operator(
    "mean-for-sum",
    "The mean is taken where the sum is needed: it divides by the number of entries.",
)
def _mean_for_sum(code: Code, node: ast.Call) -> Iterator[Change]:
    if not isinstance(node.func, ast.Name):  # Python has no mean()
        yield from _other(code, node, "sum", "mean")


_EXTREMES = {
    "max": "min",
    "min": "max",
    "amax": "amin",
    "amin": "amax",
    "maximum": "minimum",
    "minimum": "maximum",
    "fmax": "fmin",
    "fmin": "fmax",
    "argmax": "argmin",
    "argmin": "argmax",
}


@TABLE.operator(
    "extreme-swapped",
    "The extreme at the wrong end is taken, by {got}.",
)
def _extreme_swapped(code: Code, node: ast.Call) -> Iterator[Change]:
    if other := _EXTREMES.get(function(node)):
        yield from _other(code, node, function(node), other)


_VALUES = {"argmax": "max", "argmin": "min", "argsort": "sort"}


@TABLE.operator(
    "value-for-position",
    "Values are taken, by {got}: the positions at which they stand are needed.",
)
def _value_for_position(code: Code, node: ast.Call) -> Iterator[Change]:
    if (other := _VALUES.get(function(node))) and (is_function(node) or other != "sort"):
        yield from _other(code, node, function(node), other)


_QUANTIFIERS = {"any": "all", "all": "any"}


@TABLE.operator(
    "quantifier-swapped",
    "The test uses {got} where {function} is needed: one entry and every entry are different "
    "questions.",
)
def _quantifier_swapped(code: Code, node: ast.Call) -> Iterator[Change]:
    if other := _QUANTIFIERS.get(function(node)):
        yield from _other(code, node, function(node), other)


@TABLE.operator(
    "spread-swapped",
    "The spread is measured by {got} where {function} is needed: the variance is the square of the "
    "standard deviation.",
)
def _spread_swapped(code: Code, node: ast.Call) -> Iterator[Change]:
    yield from _other(code, node, "std", "var")
    yield from _other(code, node, "var", "std")


@TABLE.operator(
    "ddof-changed",
    "The divisor inside {function} is wrong: ddof says whether it is the number of values or one "
    "less.",
)
def _ddof_changed(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) not in ("std", "var"):
        return
    given = keyword(node, "ddof")
    if given is None and argument(node, "ddof", 4) is None:
        yield with_argument(code, node, "ddof=1", function=function(node))
    elif given is not None and number(given.value) != 0:
        yield without(code, node, given, function=function(node))


_ARRANGED = {
    "hstack": "vstack",
    "vstack": "hstack",
    "column_stack": "vstack",
    "triu": "tril",
    "tril": "triu",
    "triu_indices": "tril_indices",
    "tril_indices": "triu_indices",
    "repeat": "tile",
    "tile": "repeat",
}


@TABLE.operator(
    "arrangement-swapped",
    "The entries are arranged by {got}: {function} is needed, which arranges them in another way.",
)
def _arrangement_swapped(code: Code, node: ast.Call) -> Iterator[Change]:
    if (other := _ARRANGED.get(function(node))) and is_function(node):
        yield from _other(code, node, function(node), other)


_ROUNDED = {"floor": "ceil", "ceil": "floor"}


@TABLE.operator(
    "rounding-swapped",
    "The rounding goes in the wrong direction, by {got}.",
)
def _rounding_swapped(code: Code, node: ast.Call) -> Iterator[Change]:
    if other := _ROUNDED.get(function(node)):
        yield from _other(code, node, function(node), other)


_FILLED = {"zeros": "ones", "ones": "zeros", "zeros_like": "ones_like", "ones_like": "zeros_like"}


@TABLE.operator(
    "fill-swapped",
    "The array starts from {got}: another start is needed.",
)
def _fill_swapped(code: Code, node: ast.Call) -> Iterator[Change]:
    if other := _FILLED.get(function(node)):
        for change in _other(code, node, function(node), other):
            yield Change(change.edits, change.shown, {"got": other.removesuffix("_like")})
