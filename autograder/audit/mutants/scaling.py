"""Factors, divisors, roots, squares and absolute values that are missing."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import calls, dropped, function, is_function, number, subject
from autograder.audit.mutants.changes import Change, exchanged, removed, replaced
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.names import is_matrix, value
from autograder.audit.mutants.registry import Table

TABLE = Table()
_EVEN = frozenset({"abs", "absolute", "fabs", "square", "norm", "cos", "cosh"})


def is_even_in(code: Code, node: ast.AST) -> bool:
    """Whether the sign of an expression is lost right where it is used, as in (a - b) ** 2."""
    parent = code.parent(node)
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Pow):
        power = number(parent.right)
        return node is parent.left and power is not None and power % 2 == 0
    return function(parent) in _EVEN


def _what(code: Code, divisor: ast.expr) -> str:
    """Return in words what a divisor is."""
    seen: list[ast.AST] = list(ast.walk(divisor))
    for node in [n for n in seen if isinstance(n, ast.Name)]:
        if isinstance(node.ctx, ast.Load) and (made := value(code, node)) is not None:
            seen += list(ast.walk(made))
    if any(isinstance(n, ast.Attribute) and n.attr in ("size", "shape") for n in seen):
        return "the number of samples or entries"
    if any(isinstance(n, ast.Call) and code.text(n.func) == "len" for n in seen):
        return "the number of samples or entries"
    if calls(divisor, "norm"):
        return "a norm"
    if calls(divisor, "sqrt"):
        return "a square root"
    if calls(divisor, "sum"):
        return "a sum"
    if calls(divisor, "std"):
        return "a standard deviation"
    return "a constant" if number(divisor) is not None else "what it is measured against"


@TABLE.operator(
    "division-dropped",
    "A division is missing: the result is not divided by {divisor}.",
)
def _division_dropped(code: Code, node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
    if not isinstance(node.op, ast.Div | ast.FloorDiv):
        return
    if isinstance(node, ast.AugAssign):
        yield removed(code, node, divisor=_what(code, node.value))
    elif number(node.left) is None:
        yield replaced(code, node, code.text(node.left), divisor=_what(code, node.right))


@TABLE.operator(
    "quotient-reversed",
    "A quotient is upside down: divisor and dividend change places.",
)
def _quotient_reversed(code: Code, node: ast.BinOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Div) and number(node.right) is None:
        yield exchanged(code, node.left, node.right)


@TABLE.operator(
    "factor-dropped",
    "A {which} is missing from a product.",
)
def _factor_dropped(code: Code, node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
    if not isinstance(node.op, ast.Mult):
        return
    if isinstance(node, ast.AugAssign):
        yield removed(code, node, which="factor")
        return
    for kept, lost in ((node.right, node.left), (node.left, node.right)):
        if isinstance(lost, ast.List):  # [0] * n is no product of numbers
            return
        if number(kept) is not None:
            continue
        which = "constant factor" if number(lost) is not None else "factor"
        yield replaced(code, node, code.text(kept), which=which)


@TABLE.operator(
    "root-dropped",
    "A square root is missing.",
)
def _root_dropped(code: Code, node: ast.Call | ast.BinOp) -> Iterator[Change]:
    if isinstance(node, ast.BinOp):
        if isinstance(node.op, ast.Pow) and number(node.right) == 0.5:
            yield replaced(code, node, code.text(node.left))
    elif function(node) in ("sqrt", "rsqrt"):
        yield from dropped(code, node)
    elif function(node) == "norm" and not _squared(code, node):
        yield replaced(code, node, f"{code.text(node)} ** 2")


def _squared(code: Code, node: ast.AST) -> bool:
    """Whether an expression is the base of a power."""
    parent = code.parent(node)
    return isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Pow)


@TABLE.operator(
    "square-dropped",
    "A square is missing: the value itself is used.",
)
def _square_dropped(code: Code, node: ast.Call | ast.BinOp) -> Iterator[Change]:
    if isinstance(node, ast.BinOp):
        if isinstance(node.op, ast.Pow) and number(node.right) == 2:
            yield replaced(code, node, code.text(node.left))
    elif function(node) == "square":
        yield from dropped(code, node)


@TABLE.operator(
    "absolute-dropped",
    "An absolute value is missing: negative values keep their sign.",
)
def _absolute_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) in ("abs", "absolute", "fabs") and not _squared(code, node):
        yield from dropped(code, node)


@TABLE.operator(
    "samples-for-entries",
    "The number of rows is used where the number of all entries is needed.",
)
def _samples_for_entries(code: Code, node: ast.Attribute | ast.Call) -> Iterator[Change]:
    if isinstance(node, ast.Attribute) and node.attr == "size":
        yield replaced(code, node, f"len({code.text(node.value)})")
    elif isinstance(node, ast.Call) and function(node) == "size" and is_function(node):
        if (array := subject(node)) is not None and len(node.args) == 1:
            yield replaced(code, node, f"len({code.text(array)})")


@TABLE.operator(
    "entries-for-samples",
    "The number of all entries is used where the number of rows is needed.",
)
def _entries_for_samples(code: Code, node: ast.Subscript | ast.Call) -> Iterator[Change]:
    array: ast.expr | None = None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len":
        array = node.args[0] if node.args else None
    elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute):
        rows = node.value.attr == "shape" and number(node.slice) == 0
        array = node.value.value if rows else None
    if isinstance(array, ast.Name) and is_matrix(code, array):
        yield replaced(code, node, f"{code.text(array)}.size")


@TABLE.operator(
    "shape-of-other-axis",
    "The length of the wrong axis is used: the first entry of a shape counts rows, the second one "
    "columns.",
)
def _shape_of_other_axis(code: Code, node: ast.Subscript) -> Iterator[Change]:
    holder = node.value
    named = isinstance(holder, ast.Attribute) and holder.attr == "shape"
    if named or function(holder) == "shape":
        if other := {0: "1", 1: "0", -1: "-2", -2: "-1"}.get(number(node.slice)):  # type: ignore[arg-type]
            yield replaced(code, node.slice, other)
