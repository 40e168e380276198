"""Axes that are missing, superfluous or in the wrong place, and what broadcasting makes of them."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.axes import REDUCTIONS, axis_of
from autograder.audit.mutants.calls import dropped, function, names, number, subject
from autograder.audit.mutants.changes import Change, Edit, operand, replaced
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.names import is_matrix, library, parameters, value
from autograder.audit.mutants.registry import Table

TABLE = Table()
_RESHAPES = frozenset("reshape ravel flatten squeeze expand_dims atleast_1d atleast_2d".split())
_ARRAYS = frozenset("outer stack hstack vstack column_stack concatenate where reshape dot".split())


def _new_axes(node: ast.Subscript) -> list[int]:
    """Return where an index adds axes: the places of None and newaxis in x[:, None]."""
    places = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    return [n for n, part in enumerate(places) if _is_new_axis(part)]


def _is_new_axis(part: ast.expr) -> bool:
    named = isinstance(part, ast.Attribute) and part.attr == "newaxis"
    return named or (isinstance(part, ast.Constant) and part.value is None)


def _is_whole(part: ast.expr) -> bool:
    return isinstance(part, ast.Slice) and not (part.lower or part.upper or part.step)


@TABLE.operator(
    "reshape-dropped",
    "A change of shape is missing ({function}): the next step expects another number of axes.",
)
def _reshape_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) in _RESHAPES:
        yield from dropped(code, node)


@TABLE.operator(
    "new-axis-dropped",
    "A new axis of length 1 is missing, so that broadcasting pairs the wrong entries.",
)
def _new_axis_dropped(code: Code, node: ast.Subscript) -> Iterator[Change]:
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if _new_axes(node) and all(_is_new_axis(p) or _is_whole(p) for p in parts):
        yield replaced(code, node, code.text(node.value))


@TABLE.operator(
    "new-axis-misplaced",
    "The new axis of length 1 is in the wrong place: a row stands where a column belongs, or the "
    "other way round.",
)
def _new_axis_misplaced(code: Code, node: ast.Subscript) -> Iterator[Change]:
    if (
        isinstance(node.slice, ast.Tuple)
        and len(node.slice.elts) == 2
        and len(_new_axes(node)) == 1
    ):
        first, second = (code.text(part) for part in node.slice.elts)
        turned = Edit(*code.span(node.slice), f"{second}, {first}")
        yield Change((turned,), code.span(node))


@TABLE.operator(
    "row-against-column",
    "One side of a difference has an axis of length 1 too many: shape (n,) against (n, 1) gives "
    "(n, n), a table of all pairs.",
)
def _row_against_column(code: Code, node: ast.BinOp) -> Iterator[Change]:
    right = node.right
    if isinstance(node.op, ast.Sub) and isinstance(right, ast.Name) and number(node.left) is None:
        if _may_be_array(code, right):
            yield replaced(code, right, f"{right.id}[:, None]")


def _may_be_array(code: Code, node: ast.Name) -> bool:
    """Whether a name may stand for an array: a parameter, or what the cell computed as one."""
    if any(isinstance(above, ast.Subscript | ast.Slice) for above in code.above(node)):
        return False
    match value(code, node):
        case None:
            return node.id in parameters(code.function(node))
        case ast.Constant() | ast.Subscript(value=ast.Attribute()) | ast.Attribute():
            return False
        case ast.Call(func=ast.Name()):
            return False
        case made:
            return function(made) not in REDUCTIONS or axis_of(made) is not None  # type: ignore[arg-type]


@TABLE.operator(
    "result-squeezed",
    "Axes of length 1 are removed from the result, so that a batch of one sample loses its shape.",
)
def _result_squeezed(code: Code, node: ast.Return) -> Iterator[Change]:
    results = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
    if not (numpy := library(code)):
        return
    for result in results:
        if result is not None and _is_batch(code, result):
            yield replaced(code, result, f"{numpy}.squeeze({code.text(result)})")


def _is_batch(code: Code, node: ast.expr) -> bool:
    """Whether an expression is certainly an array with axes: then squeezing is no repair."""
    if isinstance(node, ast.Name):
        made = value(code, node)
        return made is not None and not names(made) & {node.id} and _is_batch(code, made)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        return is_matrix(code, node.left) or is_matrix(code, node.right)
    if isinstance(node, ast.BinOp):
        return _is_batch(code, node.left) or _is_batch(code, node.right)
    if isinstance(node, ast.Compare):
        return _is_batch(code, node.left)
    if not isinstance(node, ast.Call):
        return False
    if function(node) == "astype":
        return _is_batch(code, subject(node) or node.func)
    reduced = function(node) in REDUCTIONS and axis_of(node) is not None
    return reduced or function(node) in _ARRAYS


@TABLE.operator(
    "result-as-column",
    "The result is a column of shape (n, 1): one axis of length n is expected.",
)
def _result_as_column(code: Code, node: ast.Return) -> Iterator[Change]:
    results = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
    for result in results:
        if result is not None and _is_vector(code, result):
            yield replaced(code, result, f"{operand(code, result)}[:, None]")


def _is_vector(code: Code, node: ast.expr) -> bool:
    """Whether an expression is a matrix product with a name that is no matrix, and no more."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        left, right = is_matrix(code, node.left), is_matrix(code, node.right)
        return (
            left != right and isinstance(node.left, ast.Name) and isinstance(node.right, ast.Name)
        )
    if isinstance(node, ast.BinOp):
        return _is_vector(code, node.left)
    return False
