"""What a cell's names stand for: parameters, what was assigned last, matrices, conditions."""

import ast
import re

from autograder.audit.mutants.calls import MODULES, calls, function, names, number, of_module
from autograder.audit.mutants.code import Assigned, Code, Function

Pair = tuple[ast.expr, ast.expr | None]
_MAKE_MATRICES = ("column_stack", "vstack", "hstack", "stack", "outer", "atleast_2d", "eye")
_MAKE_BOOLEANS = (
    "logical_and",
    "logical_or",
    "logical_not",
    "isnan",
    "isfinite",
    "isin",
    "isclose",
)
# Methods that change what they are called on.
CHANGING = frozenset("append insert extend update add setdefault pop remove fill sort".split())
_MASKS = re.compile(r"mask|valid|keep|visible|padding|allowed")


def parameters(function: Function | None) -> list[str]:
    """Return the names of a function's parameters, in order."""
    if function is None:
        return []
    every = function.args
    lists = every.posonlyargs, every.args, every.kwonlyargs, [every.vararg], [every.kwarg]
    return [a.arg for found in lists for a in found if a is not None]


def pairs(statement: ast.AST) -> list[Pair]:
    """Return the targets of an assignment with their values; None where a value has no text."""
    match statement:
        case ast.Assign(targets=[target], value=value) | ast.AnnAssign(target=target, value=value):
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                if len(target.elts) == len(value.elts):
                    return list(zip(target.elts, value.elts, strict=True))
            return [(t, value if t is target else None) for t in _targets(target)]
        case ast.Assign(targets=targets):
            return [(t, None) for target in targets for t in _targets(target)]
        case ast.AugAssign(target=target) | ast.For(target=target):
            return [(t, None) for t in _targets(target)]
        case ast.With(items=items):
            found = [item.optional_vars for item in items if item.optional_vars]
            return [(t, None) for target in found for t in _targets(target)]
        case _:
            return []


def _targets(target: ast.expr) -> list[ast.expr]:
    return list(target.elts) if isinstance(target, ast.Tuple | ast.List) else [target]


def assigned(code: Code, function: Function | None) -> list[Assigned]:
    """Return statement, name and value of each assignment to a name in a function, in order."""
    if function not in code.assigned:
        code.assigned[function] = [
            (node, target.id, value)
            for node in code.inside(function or code.tree)
            if isinstance(node, ast.stmt) and code.function(node) is function
            for target, value in pairs(node)
            if isinstance(target, ast.Name)
        ]
    return code.assigned[function]


def before(code: Code, statement: ast.stmt) -> set[str]:
    """Return the names that exist before a statement: parameters, earlier targets, the globals."""
    home = code.function(statement)
    start = code.span(statement)[0]
    own = {name: code.span(s)[0] for s, name, _ in reversed(assigned(code, home))}
    bound = set(parameters(home)) | {name for name, place in own.items() if place < start}
    return bound | (code.given - own.keys())


def written(statement: ast.AST) -> set[str]:
    """Return the names that a statement gives values to, or whose objects it may change."""
    found: set[str] = set()
    for node in ast.walk(statement):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                found.add(name)
            case ast.Subscript(value=array, ctx=ast.Store()):
                found |= names(array)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)):
                found |= {name} if method in CHANGING and name not in MODULES else set()
    return found


def read(statement: ast.AST) -> set[str]:
    """Return the names whose values a statement uses."""
    found: set[str] = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.AugAssign):
            found |= names(node.target)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.add(node.id)
    return found


def value(code: Code, node: ast.Name) -> ast.expr | None:
    """Return the expression that a name was last given before this place, if it has a text."""
    home = code.function(node)
    found: ast.expr | None = None
    for statement, name, given in assigned(code, home):
        if name == node.id and code.span(statement)[1] <= code.span(node)[0]:
            found = given
    return found


def _shape(code: Code, name: str, home: Function | None) -> str:
    """Return the shape that the function's docstring gives for a name, such as "n, d"."""
    text = ast.get_docstring(home) or "" if home else ""
    match = re.search(rf"\b{re.escape(name)}(?::[^();\n]*)?\s*\(([^()]*)\)", text)
    return match[1] if match else ""


def is_matrix(code: Code, node: ast.expr) -> bool:
    """Whether an expression has two axes, by its docstring, its making or its use in the cell."""
    if not isinstance(node, ast.Name):
        return isinstance(node, ast.Attribute) and node.attr == "T"
    home = code.function(node)
    if shape := _shape(code, node.id, home):
        return bool(re.search(r",\s*\S", shape))
    made = value(code, node)
    if made is not None and calls(made, *_MAKE_MATRICES):
        return True
    return any(_as_matrix(code, n, node.id) for n in ast.walk(home or code.tree))


def _as_matrix(code: Code, node: ast.AST, name: str) -> bool:
    """Whether a node uses a name as only something with two axes can be used."""
    match node:
        case ast.Attribute(value=ast.Name(id=used), attr="T"):
            return used == name
        case ast.Subscript(value=ast.Name(id=used), slice=ast.Tuple()):
            return used == name
        case ast.Subscript(value=ast.Attribute(value=ast.Name(id=used), attr="shape")):
            return used == name and number(node.slice) == 1
        case ast.BinOp(left=left, op=ast.MatMult(), right=right):
            return name[:1].isupper() and name in {
                n.id for n in (left, right) if isinstance(n, ast.Name)
            }
        case _:
            return False


def is_boolean(code: Code, node: ast.expr) -> bool:
    """Whether an expression is an array of True and False, as far as the cell tells."""
    match node:
        case ast.Compare() | ast.UnaryOp(op=ast.Invert()):
            return True
        case ast.BinOp(left=left, op=ast.BitAnd() | ast.BitOr(), right=right):
            return is_boolean(code, left) or is_boolean(code, right)
        case ast.Call():
            return function(node) in _MAKE_BOOLEANS
        case ast.Name(id=name):
            made = value(code, node)
            return bool(_MASKS.search(name)) or (made is not None and is_boolean(code, made))
        case _:
            return False


def may_be_input(code: Code, node: ast.expr) -> bool:
    """Whether an array may share its numbers with one that the function was given."""
    if isinstance(node, ast.Subscript):
        return may_be_input(code, node.value)
    if not isinstance(node, ast.Name):
        return function(node) == "asarray" and any(
            may_be_input(code, argument)
            for argument in node.args[:1]  # type: ignore[attr-defined]
        )
    made = value(code, node)
    if made is not None:
        return may_be_input(code, made)
    home = code.function(node)
    own = [n for s, n, _ in assigned(code, home) if code.span(s)[1] <= code.span(node)[0]]
    return node.id in parameters(home) and node.id not in own


def library(code: Code) -> str:
    """Return the name that NumPy has in the cell, "" where the cell does not know it."""
    used = {n.value.id for n in ast.walk(code.tree) if _of_numpy(n)}  # type: ignore[attr-defined]
    for name in ("np", "numpy"):
        if name in used or name in code.given:
            return name
    return ""


def _of_numpy(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("np", "numpy")
        and of_module(node)
    )


def function_path(code: Code, function: Function) -> str:
    """Return how a function is reached from the module, "Layer.forward"; "" for an inner one."""
    above = list(code.above(function))
    if all(isinstance(node, ast.ClassDef | ast.Module) for node in above):
        classes = [node.name for node in above if isinstance(node, ast.ClassDef)]
        return ".".join([*reversed(classes), function.name])
    return ""
