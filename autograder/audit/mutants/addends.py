"""Terms that are missing from a sum: the bias, a correction, what was collected so far."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import function, names, number
from autograder.audit.mutants.changes import Change, reassigned, removed, replaced
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.registry import Table
from autograder.audit.mutants.stability import is_epsilon

TABLE = Table()
_TEXTS = ast.JoinedStr | ast.List | ast.Dict | ast.ListComp


def is_text_or_list(node: ast.expr) -> bool:
    """Whether an operand is a text or a list, which a plus joins."""
    text = isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    return text or isinstance(node, _TEXTS)


def _has_product(node: ast.AST) -> bool:
    """Whether a sum contains a matrix product as one of its terms."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        return _has_product(node.left) or _has_product(node.right)
    product = isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult)
    return product or function(node) in ("dot", "matmul", "einsum", "tensordot", "conv")


@TABLE.operator(
    "bias-forgotten",
    "The bias is not added: a term is missing behind the weighted sum.",
)
def _bias_forgotten(code: Code, node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
    if not isinstance(node.op, ast.Add) or not isinstance(node, ast.BinOp):
        return
    for term, rest in ((node.right, node.left), (node.left, node.right)):
        if _has_product(rest) and not _has_product(term):
            yield replaced(code, node, code.text(rest))


@TABLE.operator(
    "term-dropped",
    "A term of a sum is missing.",
)
def _term_dropped(code: Code, node: ast.BinOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Add) and not is_text_or_list(node.left):
        if not is_text_or_list(node.right):
            for kept in (node.left, node.right):
                if number(kept) is None and not is_epsilon(kept):
                    yield replaced(code, node, code.text(kept))


@TABLE.operator(
    "subtraction-dropped",
    "A subtraction is missing.",
)
def _subtraction_dropped(code: Code, node: ast.BinOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Sub) and number(node.left) is None:
        yield replaced(code, node, code.text(node.left))


@TABLE.operator(
    "accumulation-dropped",
    "Each value replaces what was collected before: it has to be added to it.",
)
def _accumulation_dropped(code: Code, node: ast.AugAssign) -> Iterator[Change]:
    if isinstance(node.op, ast.Add | ast.Mult | ast.BitOr | ast.BitAnd):
        yield reassigned(code, node, "=")


@TABLE.operator(
    "running-extreme-dropped",
    "The largest or smallest value so far is forgotten: only the last one counts.",
)
def _running_extreme_dropped(code: Code, node: ast.Assign) -> Iterator[Change]:
    call = node.value
    if not isinstance(call, ast.Call) or len(call.args) != 2 or len(node.targets) != 1:
        return
    if function(call) in ("max", "min", "maximum", "minimum", "fmax", "fmin"):
        target = code.text(node.targets[0])
        for kept, lost in (call.args, reversed(call.args)):
            if code.text(lost) == target and target not in names(kept):
                yield replaced(code, call, code.text(kept))


@TABLE.operator(
    "accumulation-deleted",
    "Something that has to be added or subtracted step by step is left out.",
)
def _accumulation_deleted(code: Code, node: ast.AugAssign) -> Iterator[Change]:
    yield removed(code, node)
