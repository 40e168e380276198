"""Calls of numerical code, recognised by the name behind the last dot.

`np.sum(x)`, `keras.ops.sum(x)`, `tf.reduce_sum(x)` and `x.sum()` are all "sum" of `x`.
"""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.changes import Change, replaced
from autograder.audit.mutants.code import Code

MODULES = frozenset({"np", "numpy", "jnp", "ops", "keras", "tf", "torch", "math", "scipy"})
_PREFIXES = ("reduce_", "nan")  # tf.reduce_sum and np.nansum are sums
_PLAIN = frozenset({"abs", "all", "any", "max", "min", "round", "sorted", "sum"})


def of_module(node: ast.expr) -> bool:
    """Whether a dotted name begins with a library, as in np.linalg."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and node.id in MODULES


def function(node: ast.AST) -> str:
    """Return the name of the numerical function or array method that a node calls, else ""."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Name):
        return node.func.id if node.func.id in _PLAIN else ""
    if not isinstance(node.func, ast.Attribute):
        return ""
    name = node.func.attr
    for prefix in _PREFIXES:
        if name.startswith(prefix) and name.removeprefix(prefix).isalpha():  # not nan_to_num
            name = name.removeprefix(prefix)
    return name


def called(node: ast.Call) -> str:
    """Return how a sentence names a numerical function: never by a name of the cell's own."""
    return function(node) or "a function"


def is_function(node: ast.AST) -> bool:
    """Whether a call names a library's function, np.sum(x), rather than a method, x.sum()."""
    return isinstance(node, ast.Call) and (isinstance(node.func, ast.Name) or of_module(node.func))


def subject(node: ast.Call) -> ast.expr | None:
    """Return the array that a numerical function or method is applied to."""
    if isinstance(node.func, ast.Attribute) and not of_module(node.func):
        return node.func.value
    return node.args[0] if node.args and not isinstance(node.args[0], ast.Starred) else None


def keyword(node: ast.Call, name: str) -> ast.keyword | None:
    """Return the keyword argument of that name."""
    return next((k for k in node.keywords if k.arg == name), None)


def argument(node: ast.Call, name: str, place: int) -> ast.expr | None:
    """Return an argument by its name, or by its place behind the subject (1 is the next)."""
    if found := keyword(node, name):
        return found.value
    place -= not is_function(node)
    return node.args[place] if len(node.args) > place else None


def number(node: ast.AST | None) -> float | int | None:
    """Return the value of a number that is written out, its minus sign included, else None."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = number(node.operand)
        return None if inner is None else -inner
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return node.value  # type: ignore[return-value]
    return None


def names(node: ast.AST) -> set[str]:
    """Return the names that occur below a node."""
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def calls(node: ast.AST, *functions: str) -> bool:
    """Whether one of these numerical functions is called below a node."""
    return any(function(n) in functions for n in ast.walk(node))


def dropped(code: Code, node: ast.Call, **words: str) -> Iterator[Change]:
    """Put the subject of a numerical function in the place of its call."""
    if (inner := subject(node)) is not None:
        yield replaced(code, node, code.text(inner), function=function(node), **words)
