"""Results in the wrong order, in the wrong place or of the wrong step."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from autograder.audit.mutants.calls import number
from autograder.audit.mutants.changes import Change, exchanged, removed, renamed
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.names import parameters
from autograder.audit.mutants.registry import Table

TABLE = Table()


@TABLE.operator(
    "results-swapped",
    "Two results stand in the wrong order.",
)
def _results_swapped(code: Code, node: ast.Tuple) -> Iterator[Change]:
    if isinstance(node.ctx, ast.Load) and _is_result(code, node):
        for first, second in pairwise(node.elts):
            if not isinstance(first, ast.Starred) and not isinstance(second, ast.Starred):
                yield exchanged(code, first, second)


def _is_result(code: Code, node: ast.expr) -> bool:
    """Whether a tuple is handed on as a whole: returned, collected or given a name."""
    parent = code.parent(node)
    if isinstance(parent, ast.Assign):
        return isinstance(parent.targets[0], ast.Name)
    if isinstance(parent, ast.Call):
        method = parent.func.attr if isinstance(parent.func, ast.Attribute) else ""
        return method in ("append", "insert")
    return isinstance(parent, ast.Return | ast.Tuple | ast.List | ast.Dict)


@TABLE.operator(
    "entries-swapped",
    "Two entries of a dictionary are exchanged: each stands under the other's name.",
)
def _entries_swapped(code: Code, node: ast.Dict) -> Iterator[Change]:
    named = [v for k, v in zip(node.keys, node.values, strict=True) if k is not None]
    for first, second in pairwise(named):
        yield exchanged(code, first, second)


@TABLE.operator(
    "rows-swapped",
    "Two entries of a list stand in the wrong order.",
)
def _rows_swapped(code: Code, node: ast.List) -> Iterator[Change]:
    if isinstance(node.ctx, ast.Load):
        for first, second in pairwise(node.elts):
            numbers = number(first) is not None or number(second) is not None
            starred = isinstance(first, ast.Starred) or isinstance(second, ast.Starred)
            if not numbers and not starred:
                yield exchanged(code, first, second)


@TABLE.operator(
    "unpacked-in-wrong-order",
    "Values are unpacked in the wrong order: each name stands for the other value.",
)
def _unpacked_in_wrong_order(code: Code, node: ast.Tuple) -> Iterator[Change]:
    parent = code.parent(node)
    unpacks = isinstance(parent, ast.Assign) and not isinstance(parent.value, ast.Tuple)
    if not isinstance(node.ctx, ast.Store) or not (unpacks or not isinstance(parent, ast.Assign)):
        return
    for first, second in pairwise(node.elts):
        if isinstance(first, ast.Name) and isinstance(second, ast.Name):
            yield exchanged(code, first, second)


@TABLE.operator(
    "argument-returned",
    "What came in is returned instead of what was computed from it.",
)
def _argument_returned(code: Code, node: ast.Name) -> Iterator[Change]:
    parent = code.parent(node)
    inside = isinstance(parent, ast.Tuple) and isinstance(code.parent(parent), ast.Return)
    if not isinstance(parent, ast.Return) and not inside:
        return
    for name in parameters(code.function(node)):
        part = name[:1].isupper() and node.id.endswith(name)  # dX is made from X
        if name != node.id and (part or name in node.id.split("_")):
            yield renamed(code, node, name)


@TABLE.operator(
    "return-dropped",
    "A result is not returned: the function goes on behind it, or gives None.",
)
def _return_dropped(code: Code, node: ast.Return) -> Iterator[Change]:
    function = code.function(node)
    if function is not None and node is not function.body[-1]:
        yield removed(code, node)
