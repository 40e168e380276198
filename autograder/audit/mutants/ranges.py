"""Ends of ranges and slices that are off by one, orders that are reversed."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import function, is_function, number
from autograder.audit.mutants.changes import Change, Edit, operand, renamed, replaced, without
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.precedence import needed
from autograder.audit.mutants.registry import Table

TABLE = Table()


def is_range(node: ast.AST) -> bool:
    """Whether a node calls range or arange."""
    named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    return function(node) == "arange" or (named and node.func.id == "range")  # type: ignore[attr-defined]


def moved(code: Code, node: ast.expr, by: int) -> str:
    """Return the text of a whole number, one more or one less: n + 1, and n for n - 1."""
    value = number(node)
    if isinstance(value, int):
        return str(value + by)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        step = number(node.right)
        if isinstance(step, int):
            step = (step if isinstance(node.op, ast.Add) else -step) + by
            left = operand(code, node.left, needed(node, "left"))
            return left if step == 0 else f"{left} {'+' if step > 0 else '-'} {abs(step)}"
    return f"{operand(code, node, 10)} {'+' if by > 0 else '-'} {abs(by)}"


def _stop(node: ast.Call) -> ast.expr | None:
    if isinstance(node.args[0] if node.args else None, ast.Starred | None):
        return None
    return node.args[0] if len(node.args) == 1 else node.args[1]


@TABLE.operator(
    "range-end",
    "The range ends one {got}: its end is off by one.",
)
def _range_end(code: Code, node: ast.Call) -> Iterator[Change]:
    stop = _stop(node) if is_range(node) else None
    if stop is not None and not isinstance(number(stop), float):
        yield replaced(code, stop, moved(code, stop, -1), got="too early")
        yield replaced(code, stop, moved(code, stop, 1), got="too late")


@TABLE.operator(
    "range-start",
    "The range starts one {got}: its start is off by one.",
)
def _range_start(code: Code, node: ast.Call) -> Iterator[Change]:
    if not is_range(node) or not node.args:
        return
    first = node.args[0]
    if len(node.args) == 1:
        start = code.opening(node) + 1
        yield Change((Edit(start, start, "1, "),), code.span(node), {"got": "too late"})
    elif not isinstance(number(first), float):
        yield replaced(code, first, moved(code, first, 1), got="too late")
        yield replaced(code, first, moved(code, first, -1), got="too early")


@TABLE.operator(
    "slice-end",
    "A slice ends one entry {got}: its end is off by one.",
)
def _slice_end(code: Code, node: ast.Slice) -> Iterator[Change]:
    if node.upper is None or _backwards(node):
        return
    if number(node.upper) == -1:
        start, end = code.outer(node.upper)
        yield Change((Edit(start, end, ""),), code.span(node), {"got": "too late"})
    else:
        yield replaced(code, node.upper, moved(code, node.upper, 1), got="too late")
    yield replaced(code, node.upper, moved(code, node.upper, -1), got="too early")


@TABLE.operator(
    "slice-start",
    "A slice starts one entry {got}: its start is off by one.",
)
def _slice_start(code: Code, node: ast.Slice) -> Iterator[Change]:
    if node.lower is None or _backwards(node):
        return
    if number(node.lower) == 1:
        start, end = code.outer(node.lower)
        yield Change((Edit(start, end, ""),), code.span(node), {"got": "too early"})
    elif number(node.lower) != 0:
        yield replaced(code, node.lower, moved(code, node.lower, -1), got="too early")
    if number(node.lower) != -1:
        yield replaced(code, node.lower, moved(code, node.lower, 1), got="too late")


def _backwards(node: ast.Slice) -> bool:
    step = number(node.step)
    return step is not None and step < 0


@TABLE.operator(
    "index-off-by-one",
    "An index is one too {got}.",
)
def _index_off_by_one(code: Code, node: ast.Subscript) -> Iterator[Change]:
    holder = node.value
    shape = isinstance(holder, ast.Attribute) and holder.attr == "shape"
    if shape or function(holder) == "shape":
        return
    places = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    for place in places:
        value = number(place)
        if isinstance(value, int):
            # The next entry inwards, so that the index exists where there are two entries.
            by = 1 if value >= 0 else -1
            yield replaced(code, place, str(value + by), got="large" if by > 0 else "small")
            if value not in (0, -1):
                yield replaced(code, place, str(value - by), got="small" if by > 0 else "large")
        elif isinstance(place, ast.BinOp) and isinstance(place.op, ast.Add | ast.Sub):
            if isinstance(number(place.right), int):
                yield replaced(code, place, moved(code, place, -1), got="small")
                yield replaced(code, place, moved(code, place, 1), got="large")


@TABLE.operator(
    "reversal-dropped",
    "The order is the wrong way round: a reversal is missing.",
)
def _reversal_dropped(code: Code, node: ast.Call | ast.Subscript) -> Iterator[Change]:
    if isinstance(node, ast.Call):
        named = isinstance(node.func, ast.Name) and node.func.id == "reversed"
        if (named or function(node) in ("flip", "fliplr", "flipud")) and node.args:
            yield replaced(code, node, code.text(node.args[0]))
    elif isinstance(node.slice, ast.Slice) and number(node.slice.step) == -1:
        if node.slice.lower is None and node.slice.upper is None:
            yield replaced(code, node, code.text(node.value))


@TABLE.operator(
    "sorting-dropped",
    "The values are used in the order in which they come: they have to be sorted.",
)
def _sorting_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) in ("sorted", "sort") and is_function(node) and node.args:
        yield replaced(code, node, code.text(node.args[0]))


@TABLE.operator(
    "prepended-or-appended",
    "A list is filled from the wrong end, so that its order is reversed.",
)
def _prepended_or_appended(code: Code, node: ast.Call) -> Iterator[Change]:
    name = node.func
    if not isinstance(name, ast.Attribute):
        return
    if name.attr == "insert" and len(node.args) == 2 and number(node.args[0]) == 0:
        left_out = without(code, node, node.args[0]).edits
        yield Change((*renamed(code, name, "append").edits, *left_out), code.span(node))
    elif name.attr == "append" and len(node.args) == 1:
        zero = Edit(code.opening(node) + 1, code.opening(node) + 1, "0, ")
        yield Change((*renamed(code, name, "insert").edits, zero), code.span(node))


@TABLE.operator(
    "numbering-start",
    "The numbering starts {got}: it is off by one.",
)
def _numbering_start(code: Code, node: ast.Call) -> Iterator[Change]:
    if not isinstance(node.func, ast.Name) or node.func.id != "enumerate" or not node.args:
        return
    start = node.args[1] if len(node.args) > 1 else None
    start = next((k.value for k in node.keywords if k.arg == "start"), start)
    end = code.outer(node.args[0])[1]
    if start is None:
        edits = (Edit(end, end, ", start=1"),)
        yield Change(edits, code.span(node), {"got": "at 1 instead of 0"})
    elif number(start) == 1:
        yield replaced(code, start, "0", got="at 0 instead of 1")
