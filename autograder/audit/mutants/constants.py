"""Numbers that are one too large or too small, twice as large, or of the other sign."""

import ast
from collections.abc import Iterator
from math import isfinite

from autograder.audit.mutants.axes import axis_of
from autograder.audit.mutants.calls import function, number
from autograder.audit.mutants.changes import Change, replaced
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.ranges import is_range
from autograder.audit.mutants.registry import Table

TABLE = Table()
_TINY, _HUGE = 1e-6, 1e6  # guards, of which twice as much is as good
_SEEDS = frozenset("default_rng seed PRNGKey set_random_seed SeedGenerator RandomState".split())


def _value(code: Code, node: ast.expr) -> float | int | None:
    """Return the value of a number that may be changed, its minus sign included."""
    value = number(node)
    parent = code.parent(node)
    if value is None or not isfinite(value) or number(parent) is not None:
        return None  # in -3 it is the whole that is changed
    if isinstance(parent, ast.arguments):
        return None  # a default value, which is another operator's business
    if isinstance(parent, ast.Subscript) and ast.unparse(parent.value).endswith(("shape", ")")):
        return None  # the number of an axis
    if any(function(above) in _SEEDS for above in (parent, code.parent(parent))):
        return None
    call = parent if isinstance(parent, ast.Call) else code.parent(parent)
    if isinstance(call, ast.Call) and axis_of(call) is node:
        return None
    return value


def _in_place_of_number(code: Code, node: ast.expr) -> bool:
    """Whether a number counts something, so that its sign is no matter: an index, a range."""
    above = code.parent(node)
    return isinstance(above, ast.Subscript | ast.Slice) or any(
        is_range(n) for n in (above, code.parent(above))
    )


def _has_no_effect(code: Code, node: ast.expr, value: float) -> bool:
    """Whether a number would be neutral where it stands: then it is as good as left out."""
    parent = code.parent(node)
    if not isinstance(parent, ast.BinOp):
        return False
    if isinstance(parent.op, ast.Add | ast.Sub):
        return value == 0
    multiplies = isinstance(parent.op, ast.Mult) or node is parent.right
    return value == 1 and multiplies and isinstance(parent.op, ast.Mult | ast.Div | ast.Pow)


@TABLE.operator(
    "number-off-by-one",
    "A whole number is one too {got}.",
)
def _number_off_by_one(code: Code, node: ast.Constant | ast.UnaryOp) -> Iterator[Change]:
    value = _value(code, node)
    if isinstance(value, int):
        for other, got in ((value + 1, "large"), (value - 1, "small")):
            if not _has_no_effect(code, node, other):
                yield replaced(code, node, str(other), got=got)


@TABLE.operator(
    "number-doubled",
    "A number is twice as large as it should be.",
)
def _number_doubled(code: Code, node: ast.Constant | ast.UnaryOp) -> Iterator[Change]:
    value = _value(code, node)
    large = isinstance(value, float) and _TINY <= abs(value) < _HUGE
    if value is not None and large and not _has_no_effect(code, node, 2 * value):
        yield replaced(code, node, repr(2 * value))


@TABLE.operator(
    "zero-changed",
    "A number is 1 where it should be 0.",
)
def _zero_changed(code: Code, node: ast.Constant | ast.UnaryOp) -> Iterator[Change]:
    value = _value(code, node)
    if isinstance(value, float) and value == 0:
        yield replaced(code, node, "1.0")


@TABLE.operator(
    "number-negated",
    "A number has the wrong sign.",
)
def _number_negated(code: Code, node: ast.Constant | ast.UnaryOp) -> Iterator[Change]:
    value = _value(code, node)
    if not value or _in_place_of_number(code, node) or isinstance(code.parent(node), ast.AugAssign):
        return
    parent = code.parent(node)
    # Signs beside a plus, a minus or a factor are the business of other operators.
    if isinstance(parent, ast.BinOp) and not isinstance(parent.op, ast.Mult):
        return
    text = code.text(node)
    yield replaced(code, node, text[1:].strip() if value < 0 else f"-{text}")
