"""Signs the wrong way round: steps uphill, errors reversed, a minus that is missing."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import number
from autograder.audit.mutants.changes import Change, exchanged, reassigned, reoperated, replaced
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.registry import Table
from autograder.audit.mutants.scaling import is_even_in

TABLE = Table()


def _is_step(node: ast.AST) -> bool:
    """Whether an expression looks like a rate times a direction."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.MatMult | ast.Div)


def is_update(code: Code, node: ast.BinOp) -> bool:
    """Whether an expression is a value moved by a step, w - rate * gradient."""
    moved = isinstance(node.left, ast.Name | ast.Attribute | ast.Subscript)
    if isinstance(node.op, ast.Sub):
        return moved and _is_step(node.right)
    if not isinstance(node.op, ast.Add) or not moved or not _is_step(node.right):
        return False
    parent = code.parent(node)
    kept = parent.targets if isinstance(parent, ast.Assign) else []
    return code.text(node.left) in [code.text(target) for target in kept]


@TABLE.operator(
    "step-reversed",
    "The step goes the wrong way: its sign is reversed, so a descent climbs.",
)
def _step_reversed(code: Code, node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
    if isinstance(node, ast.BinOp) and is_update(code, node):
        yield reoperated(code, node, ast.Add() if isinstance(node.op, ast.Sub) else ast.Sub())
    elif isinstance(node, ast.AugAssign) and number(node.value) is None:
        if isinstance(node.op, ast.Sub):
            yield reassigned(code, node, "+=")
        elif isinstance(node.op, ast.Add) and _is_step(node.value):
            yield reassigned(code, node, "-=")


@TABLE.operator(
    "difference-reversed",
    "A difference is taken the wrong way round, so that its sign is reversed.",
)
def _difference_reversed(code: Code, node: ast.BinOp) -> Iterator[Change]:
    if not isinstance(node.op, ast.Sub) or is_update(code, node) or is_even_in(code, node):
        return
    if number(node.right) is None:
        yield exchanged(code, node.left, node.right)


@TABLE.operator(
    "minus-dropped",
    "A minus sign is missing.",
)
def _minus_dropped(code: Code, node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.USub) and number(node.operand) is None:
        if not is_even_in(code, node):
            yield replaced(code, node, code.text(node.operand))
