"""Formulas that are right on paper and overflow, vanish or divide by zero in floating point."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import (
    calls,
    dropped,
    function,
    is_function,
    names,
    number,
    subject,
)
from autograder.audit.mutants.changes import Change, operand, removed, replaced
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.names import value
from autograder.audit.mutants.precedence import needed
from autograder.audit.mutants.registry import Table

TABLE = Table()
_LOGS = ("log", "log2", "log10")
_EXTREMES = ("max", "amax", "maximum")


def is_epsilon(node: ast.expr) -> bool:
    """Whether an expression is a small number that keeps something from being zero."""
    size = number(node)
    if size is not None:
        return 0 < size <= 1e-3
    name = node.id if isinstance(node, ast.Name) else ""
    name = node.attr if isinstance(node, ast.Attribute) else name
    return name.lower().startswith(("eps", "tiny", "small"))


def _beside(node: ast.Call) -> str:
    """Return what stands before a function's name, "np." in np.log(x)."""
    return f"{ast.unparse(node.func.value)}." if isinstance(node.func, ast.Attribute) else ""


@TABLE.operator(
    "epsilon-dropped",
    "The small number that keeps {what} away from zero is missing.",
)
def _epsilon_dropped(code: Code, node: ast.BinOp) -> Iterator[Change]:
    if not isinstance(node.op, ast.Add):
        return
    for kept, small in ((node.left, node.right), (node.right, node.left)):
        if is_epsilon(small) and not is_epsilon(kept):
            parent = code.parent(node)
            what = "a divisor" if isinstance(parent, ast.BinOp) else "an argument"
            what = "the argument of a logarithm" if function(parent) in _LOGS else what
            yield replaced(code, node, code.text(kept), what=what)


@TABLE.operator(
    "floor-dropped",
    "The lower limit that keeps a value away from zero is missing.",
)
def _floor_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) in _EXTREMES and len(node.args) == 2:
        for kept, small in (node.args, reversed(node.args)):
            if is_epsilon(small):
                yield replaced(code, node, code.text(kept))


@TABLE.operator(
    "clip-dropped",
    "A limit is missing: {function} keeps values from leaving their range.",
)
def _clip_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) in ("clip", "clip_by_value"):
        yield from dropped(code, node)
    elif function(node) in (*_EXTREMES, "min", "minimum") and len(node.args) == 2:
        for kept, limit in (node.args, reversed(node.args)):
            if number(limit) is not None and not is_epsilon(limit):
                yield replaced(code, node, code.text(kept), function=function(node))


@TABLE.operator(
    "log1p-undone",
    "The 1 is added before the logarithm is taken, which loses what is tiny beside it: log1p keeps "
    "its digits.",
)
def _log1p_undone(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) == "log1p" and node.args:
        inner = operand(code, node.args[0], 11)
        yield replaced(code, node, f"{_beside(node)}log(1 + {inner})")


@TABLE.operator(
    "expm1-undone",
    "The 1 is subtracted after exp, which leaves 0 of everything tiny: expm1 keeps its digits.",
)
def _expm1_undone(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) == "expm1" and node.args:
        yield replaced(code, node, f"{_beside(node)}exp({code.text(node.args[0])}) - 1")


def _is_maximum(code: Code, node: ast.expr) -> bool:
    """Whether an expression is the largest entry of something, or a name for it."""
    if calls(node, "max", "amax"):
        return True
    made = value(code, node) if isinstance(node, ast.Name) else None
    return made is not None and calls(made, "max", "amax")


@TABLE.operator(
    "maximum-not-subtracted",
    "Large values overflow in exp: their maximum has to be subtracted first.",
)
def _maximum_not_subtracted(
    code: Code, node: ast.BinOp | ast.Assign | ast.AugAssign
) -> Iterator[Change]:
    if isinstance(node, ast.BinOp):
        if isinstance(node.op, ast.Sub) and _is_maximum(code, node.right):
            if names(node.left) and not isinstance(code.parent(node), ast.Subscript):
                yield replaced(code, node, code.text(node.left))
    elif isinstance(node, ast.AugAssign):
        if isinstance(node.op, ast.Sub) and _is_maximum(code, node.value):
            yield removed(code, node)


@TABLE.operator(
    "logsumexp-undone",
    "The logarithm of a sum of exponentials overflows when written out: {function} does not.",
)
def _logsumexp_undone(code: Code, node: ast.Call) -> Iterator[Change]:
    beside = _beside(node)
    if function(node) == "logaddexp" and is_function(node) and len(node.args) == 2:
        first, second = (code.text(argument) for argument in node.args)
        text = f"{beside}log({beside}exp({first}) + {beside}exp({second}))"
        yield replaced(code, node, text, function="logaddexp")
    elif function(node) == "logsumexp" and is_function(node) and node.args:
        module = beside.partition(".")[0]
        module = module if module in ("np", "ops", "tf", "jnp", "keras") else "np"
        others = code.part((code.outer(node.args[0])[1], code.span(node)[1] - 1))
        summed = f"{module}.sum({module}.exp({code.text(node.args[0])}){others})"
        yield replaced(code, node, f"{module}.log({summed})", function="logsumexp")


@TABLE.operator(
    "sigmoid-overflows",
    "The sigmoid is written as a quotient of exponentials, which is infinity over infinity for "
    "large values.",
)
def _sigmoid_overflows(code: Code, node: ast.BinOp) -> Iterator[Change]:
    if (found := _sigmoid_by_tanh(node)) is not None:
        call, inner = found
        grown = f"{_beside(call)}exp({code.text(inner)})"
        yield replaced(code, node, f"{grown} / (1 + {grown})")


def _sigmoid_by_tanh(node: ast.BinOp) -> tuple[ast.Call, ast.expr] | None:
    """Return tanh's call and z for 0.5 * (1 + tanh(0.5 * z)), (1 + tanh(z / 2)) / 2."""
    shifted = _halved(node)
    if not isinstance(shifted, ast.BinOp) or not isinstance(shifted.op, ast.Add):
        return None
    for one, call in ((shifted.left, shifted.right), (shifted.right, shifted.left)):
        if number(one) == 1 and isinstance(call, ast.Call) and function(call) == "tanh":
            inner = _halved(call.args[0]) if call.args else None
            return (call, inner) if inner is not None else None
    return None


def _halved(node: ast.expr) -> ast.expr | None:
    """Return what is multiplied by 0.5 or divided by 2."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        for half, other in ((node.left, node.right), (node.right, node.left)):
            if number(half) == 0.5:
                return other
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and number(node.right) == 2:
        return node.left
    return None


@TABLE.operator(
    "sign-not-taken-off",
    "Values of either sign go into exp, which overflows for large ones: an absolute value is "
    "missing.",
)
def _sign_not_taken_off(code: Code, node: ast.Call) -> Iterator[Change]:
    in_exp = any(function(above) == "exp" for above in code.above(node))
    if in_exp and function(node) in ("abs", "absolute", "fabs"):
        if (inner := subject(node)) is not None:
            parent = code.parent(node)
            text = operand(code, inner, max(0, needed(parent, code.field(node))))
            yield replaced(code, node, text)
