"""Reductions along the wrong axis, or with the wrong number of axes left."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import (
    argument,
    called,
    function,
    is_function,
    keyword,
    number,
    subject,
)
from autograder.audit.mutants.changes import Change, replaced, with_argument, without
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.registry import Table

TABLE = Table()
REDUCTIONS = frozenset(
    "sum mean max min amax amin prod std var any all median average norm count_nonzero "
    "argmax argmin logsumexp".split()
)
_POSITIONAL = (REDUCTIONS - {"norm", "max", "min"}) | frozenset(
    "softmax log_softmax argsort sort cumsum cumprod concatenate stack expand_dims squeeze".split()
)
_OTHERS = {0: (1,), 1: (0,), -1: (0, 1), 2: (1,), 3: (2,), -2: (-1,), -3: (-2,)}
# What takes the whole array when no axis is named.
_FLATTEN = REDUCTIONS | {"cumsum", "cumprod"}


def axis_of(node: ast.Call) -> ast.expr | None:
    """Return the axis that a call names, by keyword or, where that is usual, by its place."""
    if found := keyword(node, "axis") or keyword(node, "dim"):
        return found.value
    plain = isinstance(node.func, ast.Name)
    return argument(node, "axis", 1) if function(node) in _POSITIONAL and not plain else None


@TABLE.operator(
    "axis-wrong",
    "The axis of {function} is the wrong one: ask what axis {got} counts.",
)
def _axis_wrong(code: Code, node: ast.Call) -> Iterator[Change]:
    axis = axis_of(node)
    value = number(axis)
    if axis is not None and isinstance(value, int):
        for other in _OTHERS.get(value, ()):
            yield replaced(code, axis, str(other), function=called(node), got=str(other))


@TABLE.operator(
    "axis-left-out",
    "One axis too few is reduced by {function}.",
)
def _axis_left_out(code: Code, node: ast.Call) -> Iterator[Change]:
    axis = axis_of(node)
    if isinstance(axis, ast.Tuple) and len(axis.elts) > 1:
        for left_out in axis.elts:
            kept = [code.text(e) for e in axis.elts if e is not left_out]
            text = f"({', '.join(kept)}{',' if len(kept) == 1 else ''})"
            yield replaced(code, axis, text, function=called(node))


@TABLE.operator(
    "axis-missing",
    "The axis of {function} is missing: it is taken over the whole array.",
)
def _axis_missing(code: Code, node: ast.Call) -> Iterator[Change]:
    axis = axis_of(node)
    if axis is None or function(node) not in _FLATTEN:
        return
    named = keyword(node, "axis") or keyword(node, "dim")
    yield without(code, node, named or axis, function=called(node))


@TABLE.operator(
    "axis-added",
    "Only one axis is reduced by {function}: one number for the whole array is expected.",
)
def _axis_added(code: Code, node: ast.Call) -> Iterator[Change]:
    # Along axis 1, because along axis 0 an array of one axis would give the same.
    whole = function(node) in REDUCTIONS and axis_of(node) is None
    if whole and not isinstance(node.func, ast.Name) and subject(node) is not None:
        if len(node.args) <= is_function(node):
            yield with_argument(code, node, "axis=1", function=called(node))


@TABLE.operator(
    "keepdims-dropped",
    "The axis that {function} reduces is gone: without keepdims the shapes no longer line up.",
)
def _keepdims_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    named = keyword(node, "keepdims")
    if named and not (isinstance(named.value, ast.Constant) and not named.value.value):
        yield without(code, node, named, function=called(node))


@TABLE.operator(
    "keepdims-added",
    "The axis that {function} reduces is kept with length 1: the result has an axis too many.",
)
def _keepdims_added(code: Code, node: ast.Call) -> Iterator[Change]:
    reduces = function(node) in REDUCTIONS - {"count_nonzero"} and axis_of(node) is not None
    if reduces and not keyword(node, "keepdims"):
        yield with_argument(code, node, "keepdims=True", function=called(node))
