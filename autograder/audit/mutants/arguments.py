"""Calls with arguments exchanged or left out, and functions that are not applied at all."""

import ast
import builtins
from collections.abc import Iterator
from itertools import pairwise

from autograder.audit.mutants.calls import function, is_function
from autograder.audit.mutants.changes import Change, exchanged, replaced, without
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.registry import Table

TABLE = Table()
_BUILTINS = frozenset(dir(builtins))
# Functions of two arrays that tell them apart.
_ORDERED = frozenset("subtract divide true_divide power arctan2 convolve cross kron append".split())
# What is applied to each entry or to the whole, and can be forgotten.
_APPLIED = frozenset(
    "tanh sigmoid relu softmax softplus gelu elu exp expm1 log log1p log2 log_softmax logsumexp "
    "sin cos floor ceil round rint sign cumsum cumprod diff unique nan_to_num".split()
)


def _is_own(node: ast.Call) -> bool:
    """Whether a call names a function of the course or of the student, by a bare name."""
    return isinstance(node.func, ast.Name) and node.func.id not in _BUILTINS


@TABLE.operator(
    "arguments-swapped",
    "Two arguments of a call are exchanged.",
)
def _arguments_swapped(code: Code, node: ast.Call) -> Iterator[Change]:
    if _is_own(node) or (function(node) in _ORDERED and is_function(node)):
        for first, second in pairwise(node.args):
            if not isinstance(first, ast.Starred) and not isinstance(second, ast.Starred):
                yield exchanged(code, first, second)


@TABLE.operator(
    "function-not-applied",
    "{function} is not applied.",
)
def _function_not_applied(code: Code, node: ast.Call) -> Iterator[Change]:
    if len(node.args) != 1 or node.keywords or isinstance(node.args[0], ast.Starred):
        if not (function(node) in _APPLIED and node.args and is_function(node)):
            return
    if _is_own(node):
        yield replaced(code, node, code.text(node.args[0]), function="A function")
    elif function(node) in _APPLIED and is_function(node):
        yield replaced(
            code, node, code.text(node.args[0]), function=f"The function {function(node)}"
        )


@TABLE.operator(
    "last-argument-dropped",
    "An argument is not handed on.",
)
def _last_argument_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    if _is_own(node) and len(node.args) > 1 and not isinstance(node.args[-1], ast.Starred):
        yield without(code, node, node.args[-1])


@TABLE.operator(
    "setting-dropped",
    "A setting is left out of a call, so that its default is used.",
)
def _setting_dropped(code: Code, node: ast.keyword) -> Iterator[Change]:
    call = code.parent(node)
    if isinstance(call, ast.Call) and node.arg not in (None, "axis", "dtype", "out"):
        yield without(code, call, node)
