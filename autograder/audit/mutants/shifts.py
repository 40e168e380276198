"""Windows and shifts: padding, steps and strides, rolling."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import argument, dropped, function, keyword, number
from autograder.audit.mutants.changes import Change, Edit, operand, replaced
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.ranges import moved
from autograder.audit.mutants.registry import Table

TABLE = Table()
_STEPS = ("strides", "stride", "dilation", "dilation_rate", "dilations")


@TABLE.operator(
    "roll-reversed",
    "The shift by roll goes in the wrong direction.",
)
def _roll_reversed(code: Code, node: ast.Call) -> Iterator[Change]:
    shift = argument(node, "shift", 1) if function(node) == "roll" else None
    if shift is None:
        return
    if isinstance(shift, ast.UnaryOp) and isinstance(shift.op, ast.USub):
        yield replaced(code, shift, code.text(shift.operand))
    elif not isinstance(shift, ast.Tuple):
        yield replaced(code, shift, f"-{operand(code, shift)}")


@TABLE.operator(
    "roll-dropped",
    "The shift by roll is missing: every entry stays where it is.",
)
def _roll_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) == "roll":
        yield from dropped(code, node)


@TABLE.operator(
    "padding-dropped",
    "The padding is missing, so that the window meets the border too early.",
)
def _padding_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) == "pad":
        yield from dropped(code, node)


@TABLE.operator(
    "padding-width",
    "The padding is one entry too {got}.",
)
def _padding_width(code: Code, node: ast.Call) -> Iterator[Change]:
    width = argument(node, "pad_width", 1) if function(node) == "pad" else None
    if width is None:
        return
    widths = [n for n in ast.walk(width) if isinstance(n, ast.expr) and _is_width(n)]
    for one in sorted(widths, key=code.span):
        yield replaced(code, one, moved(code, one, 1), got="wide")
        if number(one) is None:
            yield replaced(code, one, moved(code, one, -1), got="narrow")


def _is_width(node: ast.expr) -> bool:
    """Whether a node is one width of a padding; the zeros of axes without one stay as they are."""
    value = number(node)
    return isinstance(node, ast.Name) or (isinstance(value, int) and value > 0)


@TABLE.operator(
    "padding-sides-swapped",
    "The padding before and the padding after an axis are exchanged.",
)
def _padding_sides_swapped(code: Code, node: ast.Tuple) -> Iterator[Change]:
    within = any(function(above) == "pad" for above in code.above(node))
    if within and len(node.elts) == 2 and not any(isinstance(e, ast.Tuple) for e in node.elts):
        first, second = (code.text(element) for element in node.elts)
        if first != second:
            edits = Edit(*code.span(node.elts[0]), second), Edit(*code.span(node.elts[1]), first)
            yield Change(edits, code.span(node))


@TABLE.operator(
    "step-dropped",
    "The step is ignored: every entry is taken, not every second or third.",
)
def _step_dropped(code: Code, node: ast.Slice | ast.Call) -> Iterator[Change]:
    if isinstance(node, ast.Slice):
        if node.step is not None and number(node.step) not in (1, -1):
            yield replaced(code, node.step, "1")
        return
    named = isinstance(node.func, ast.Name) and node.func.id == "range"
    if (named or function(node) == "arange") and len(node.args) == 3:
        if number(node.args[2]) not in (1, -1):
            yield replaced(code, node.args[2], "1")


@TABLE.operator(
    "stride-of-one",
    "The stride or dilation is 1, whatever is asked for.",
)
def _stride_of_one(code: Code, node: ast.Call) -> Iterator[Change]:
    for name in _STEPS:
        if (given := keyword(node, name)) and number(given.value) != 1:
            yield replaced(code, given.value, "1")
