"""One operator of arithmetic where another belongs."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.addends import is_text_or_list
from autograder.audit.mutants.calls import number
from autograder.audit.mutants.changes import Change, reassigned, reoperated, symbol
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.registry import Table
from autograder.audit.mutants.scaling import is_even_in
from autograder.audit.mutants.stability import is_epsilon

TABLE = Table()
_OTHERS: dict[type[ast.operator], tuple[ast.operator, str, str]] = {
    ast.Add: (ast.Sub(), "A value is subtracted", "it has to be added"),
    ast.Sub: (ast.Add(), "A value is added", "it has to be subtracted"),
    ast.Mult: (ast.Div(), "Two values are divided", "they have to be multiplied"),
    ast.Div: (ast.Mult(), "Two values are multiplied", "they have to be divided"),
    ast.FloorDiv: (ast.Mod(), "The remainder is taken", "the quotient is needed"),
    ast.Mod: (ast.FloorDiv(), "The quotient is taken", "the remainder is needed"),
    ast.Pow: (ast.Mult(), "A product is taken", "a power is needed"),
    ast.BitAnd: (ast.BitOr(), "Two conditions are joined by or", "both have to hold"),
    ast.BitOr: (ast.BitAnd(), "Two conditions are joined by and", "one of them is enough"),
    ast.BitXor: (ast.BitOr(), "Two conditions are joined by or", "exactly one has to hold"),
    ast.LShift: (ast.RShift(), "Bits are shifted right", "left is needed"),
    ast.RShift: (ast.LShift(), "Bits are shifted left", "right is needed"),
}


@TABLE.operator(
    "operator-swapped",
    "{done} where {needed}.",
)
def _operator_swapped(code: Code, node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
    if type(node.op) not in _OTHERS:
        return
    new, done, needed = _OTHERS[type(node.op)]
    if isinstance(node, ast.AugAssign):
        yield reassigned(code, node, symbol(new) + "=", done=done, needed=needed)
    elif not is_text_or_list(node.left) and not is_text_or_list(node.right):
        if not _changes_nothing(code, node):
            yield reoperated(code, node, new, done=done, needed=needed)


def _changes_nothing(code: Code, node: ast.BinOp) -> bool:
    """Whether another operator gives the same, as in x / 1 and (0 - x) ** 2."""
    if isinstance(node.op, ast.Mult | ast.Div):
        return number(node.right) in (1, -1)
    if not isinstance(node.op, ast.Add | ast.Sub):
        return False
    if is_epsilon(node.right) or number(node.right) == 0:
        return True
    return number(node.left) == 0 and is_even_in(code, node)


@TABLE.operator(
    "division-rounded",
    "The quotient is rounded down by //: / keeps its fraction.",
)
def _division_rounded(code: Code, node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
    if isinstance(node.op, ast.Div):
        if isinstance(node, ast.AugAssign):
            yield reassigned(code, node, "//=")
        else:
            yield reoperated(code, node, ast.FloorDiv())


@TABLE.operator(
    "division-unrounded",
    "The quotient keeps its fraction with /: // is needed, which rounds it down.",
)
def _division_unrounded(code: Code, node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
    if isinstance(node.op, ast.FloorDiv):
        if isinstance(node, ast.AugAssign):
            yield reassigned(code, node, "/=")
        else:
            yield reoperated(code, node, ast.Div())
