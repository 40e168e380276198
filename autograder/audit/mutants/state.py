"""What one call leaves behind for the next: lists that are never emptied, sizes that are kept.

A student would write a global name or a default argument; an attribute of the function does the
same on one line.
"""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import function, number
from autograder.audit.mutants.changes import Change, replaced
from autograder.audit.mutants.code import Code, Function
from autograder.audit.mutants.names import CHANGING, function_path, pairs, parameters
from autograder.audit.mutants.registry import Table

TABLE = Table()
_MAKES = frozenset("zeros ones empty full zeros_like ones_like list dict set".split())


def _kept(code: Code, home: Function | None, key: str, text: str) -> str:
    """Return an expression that is worked out in the function's first call only, "" if none is."""
    path = function_path(code, home) if home else ""
    return f'{path}.__dict__.setdefault("{key}", {text})' if path else ""


def _is_fresh(node: ast.expr) -> bool:
    """Whether an expression makes an empty list or dictionary, or an array to be filled."""
    if isinstance(node, ast.List | ast.Dict | ast.Set):
        return not ast.dump(node).count("Name(")
    plain = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    name = node.func.id if plain else function(node)  # type: ignore[attr-defined]
    return name in _MAKES


def _changes_in_place(node: ast.AST, name: str) -> bool:
    """Whether a node changes the object behind a name, and not just what the name stands for."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=used), attr=method)):
            return used == name and method in CHANGING
        case ast.Subscript(value=ast.Name(id=used), ctx=ast.Store()):
            return used == name
        case ast.AugAssign(target=ast.Name(id=used)):
            return used == name
        case _:
            return False


@TABLE.operator(
    "kept-between-calls",
    "A second call starts with what the first one left: the list or array has to be made anew in "
    "every call.",
)
def _kept_between_calls(code: Code, node: ast.Assign) -> Iterator[Change]:
    home = code.function(node)
    looped = any(isinstance(above, ast.For | ast.While) for above in code.above(node))
    if home is None or looped:
        return
    for target, value in pairs(node):
        if isinstance(target, ast.Name) and value is not None and _is_fresh(value):
            if any(_changes_in_place(n, target.id) for n in ast.walk(home)):
                if text := _kept(code, home, target.id, code.text(value)):
                    yield replaced(code, value, text)


@TABLE.operator(
    "size-kept",
    "The size of the first batch is kept for all later ones: it has to be read from each batch.",
)
def _size_kept(code: Code, node: ast.Call | ast.Subscript | ast.Attribute) -> Iterator[Change]:
    home = code.function(node)
    if home is not None and _is_size(code, node, parameters(home)):
        if text := _kept(code, home, "size", code.text(node)):
            yield replaced(code, node, text)


def _is_size(code: Code, node: ast.expr, inputs: list[str]) -> bool:
    """Whether an expression is the length, a side or the size of something that was passed in."""
    match node:
        case ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=name)]):
            return name in inputs
        case ast.Subscript(value=ast.Attribute(value=ast.Name(id=name), attr="shape")):
            return name in inputs and isinstance(number(node.slice), int)
        case ast.Subscript(value=ast.Call(args=[ast.Name(id=name)])):
            return name in inputs and function(node.value) == "shape"
        case ast.Attribute(value=ast.Name(id=name), attr="size"):
            return name in inputs
        case _:
            return False
