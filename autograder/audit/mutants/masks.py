"""Masks that are inverted, ignored or applied too late."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import calls, function, is_function, names, number
from autograder.audit.mutants.changes import (
    Change,
    added_line,
    exchanged,
    operand,
    recompared,
    removed,
    replaced,
)
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.comparisons import opposite
from autograder.audit.mutants.names import is_boolean, library
from autograder.audit.mutants.registry import Table

TABLE = Table()


def _branches(node: ast.AST) -> tuple[ast.expr, ast.expr, ast.expr] | None:
    """Return condition and branches of np.where(condition, yes, no)."""
    if isinstance(node, ast.Call) and function(node) == "where" and is_function(node):
        if len(node.args) == 3:
            return node.args[0], node.args[1], node.args[2]
    return None


def _is_forbidding(node: ast.expr) -> bool:
    """Whether a value leaves nothing after exp: -np.inf, -1e9, float("-inf")."""
    value = number(node)
    if value is not None:
        return value <= -1e4
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return isinstance(node.operand, ast.Attribute) and node.operand.attr == "inf"
    return isinstance(node, ast.Call) and any(
        isinstance(a, ast.Constant) and str(a.value).startswith("-inf") for a in node.args
    )


@TABLE.operator(
    "mask-after-softmax",
    "The mask is applied after softmax: what is left no longer adds up to 1.",
)
def _mask_after_softmax(code: Code, node: ast.Call | ast.Assign) -> Iterator[Change | None]:
    if isinstance(node, ast.Assign):
        yield _masked_later(code, node)
    elif "softmax" in code.text(node.func) and node.args and (parts := _branches(node.args[0])):
        mask, scores, fill = parts
        if _is_forbidding(fill):
            where = code.text(node.args[0].func)  # type: ignore[attr-defined]
            plain = replaced(code, node.args[0], code.text(scores)).applied(
                code.raw, code.span(node)
            )
            yield replaced(code, node, f"{where}({code.text(mask)}, {plain}, 0.0)")


def _masked_later(code: Code, node: ast.Assign) -> Change | None:
    """Move the mask from a statement of its own to behind the statement that takes softmax."""
    parts = _branches(node.value)
    if parts is None or len(node.targets) != 1 or not _is_forbidding(parts[2]):
        return None
    above = code.parent(node)
    optional = isinstance(above, ast.If) and above.body == [node] and not above.orelse
    moved: ast.stmt = above if optional else node  # type: ignore[assignment]
    block = code.block(moved)
    for later in block[block.index(moved) + 1 :]:
        if isinstance(later, ast.Assign | ast.Return) and _is_softmax(code, later.value):
            return _put_behind(code, node, moved, later)
    return None


def _put_behind(
    code: Code, node: ast.Assign, moved: ast.stmt, later: ast.Assign | ast.Return
) -> Change | None:
    """Leave the mask out where it is and apply it to the result of a later statement."""
    mask, scores, _ = _branches(node.value) or (node.value, node.value, node.value)
    where = f"{code.text(node.value.func)}({code.text(mask)}"  # type: ignore[attr-defined]
    shown = code.span(moved)[0], code.span(later)[1]
    first = replaced(code, node.value, code.text(scores))
    if code.text(scores) == code.text(node.targets[0]):
        first = removed(code, moved)
    if moved is node and later.value is not None:
        late = replaced(code, later.value, f"{where}, {code.text(later.value)}, 0.0)")
        return Change((*first.edits, *late.edits), shown)
    if isinstance(later, ast.Return):
        return None
    condition = code.part((shown[0], code.span(node)[0]))
    result = code.text(later.targets[0])
    behind = added_line(code, later, f"{condition}{result} = {where}, {result}, 0.0)")
    return Change((*first.edits, behind), (shown[0], behind.end))


def _is_softmax(code: Code, node: ast.expr | None) -> bool:
    """Whether a value is a softmax: by its name, or as exponentials over their sum."""
    if isinstance(node, ast.Call):
        return "softmax" in code.text(node.func)
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div):
        return False
    return calls(node.right, "sum") and bool(names(node.left) & names(node.right))


@TABLE.operator(
    "mask-inverted",
    "A mask is the wrong way round: it picks what it should leave out.",
)
def _mask_inverted(code: Code, node: ast.UnaryOp | ast.Call | ast.Subscript) -> Iterator[Change]:
    if isinstance(node, ast.UnaryOp):
        if isinstance(node.op, ast.Invert):
            yield replaced(code, node, code.text(node.operand))
    elif isinstance(node, ast.Call):
        if function(node) == "logical_not" and node.args:
            yield replaced(code, node, code.text(node.args[0]))
    else:
        yield from _inverted_index(code, node.slice)


def _inverted_index(code: Code, index: ast.expr) -> Iterator[Change]:
    if isinstance(index, ast.Compare) and len(index.ops) == 1:
        yield recompared(code, index, 0, opposite(index.ops[0]))
    elif isinstance(index, ast.Name | ast.BinOp) and is_boolean(code, index):
        yield replaced(code, index, f"~{operand(code, index)}")


@TABLE.operator(
    "branches-swapped",
    "The two values of where are exchanged: the first one belongs to the entries where the "
    "condition holds.",
)
def _branches_swapped(code: Code, node: ast.Call | ast.IfExp) -> Iterator[Change]:
    if parts := _branches(node):
        yield exchanged(code, parts[1], parts[2])


@TABLE.operator(
    "branch-dropped",
    "The choice by where is missing: the {got} of its two cases is used for every entry.",
)
def _branch_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    if parts := _branches(node):
        for branch, got in zip(parts[1:], ("first", "second"), strict=True):
            yield replaced(code, node, code.text(branch), got=got)


@TABLE.operator(
    "mask-ignored",
    "A mask is ignored: all entries are used.",
)
def _mask_ignored(code: Code, node: ast.Subscript) -> Iterator[Change]:
    if isinstance(node.ctx, ast.Load) and is_boolean(code, node.slice):
        yield replaced(code, node, code.text(node.value))


@TABLE.operator(
    "boolean-result",
    "The result holds True and False: numbers are expected.",
)
def _boolean_result(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) == "astype" and isinstance(node.func, ast.Attribute):
        if is_boolean(code, node.func.value):
            yield replaced(code, node, code.text(node.func.value))
    elif (parts := _branches(node)) and library(code):
        yes, no = number(parts[1]), number(parts[2])
        if (yes, no) == (1, 0) and isinstance(parts[0], ast.Compare):
            yield replaced(code, node, code.text(parts[0]))
