"""Matrix products with the wrong factor, in the wrong order or turned round."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import dropped, function, is_function
from autograder.audit.mutants.changes import Change, exchanged, operand, reoperated, replaced
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.names import is_matrix
from autograder.audit.mutants.registry import Table

TABLE = Table()
_PRODUCTS = frozenset({"dot", "matmul", "outer"})
_TURNS = frozenset({"transpose", "swapaxes", "permute", "moveaxis", "matrix_transpose"})


def _factors(node: ast.AST) -> tuple[ast.expr, ast.expr] | None:
    """Return the two factors of a matrix product or an outer product."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        return node.left, node.right
    if isinstance(node, ast.Call) and function(node) in _PRODUCTS:
        if is_function(node) and len(node.args) == 2:
            return node.args[0], node.args[1]
        if isinstance(node.func, ast.Attribute) and len(node.args) == 1:
            return node.func.value, node.args[0]
    return None


@TABLE.operator(
    "transpose-dropped",
    "A transpose is missing: rows and columns are the wrong way round.",
)
def _transpose_dropped(code: Code, node: ast.Attribute | ast.Call) -> Iterator[Change]:
    if isinstance(node, ast.Attribute) and node.attr in ("T", "mT"):
        yield replaced(code, node, code.text(node.value))
    elif isinstance(node, ast.Call) and function(node) in _TURNS:
        yield from dropped(code, node)


@TABLE.operator(
    "transpose-added",
    "A matrix is transposed that should be used as it is: rows and columns change places.",
)
def _transpose_added(code: Code, node: ast.BinOp | ast.Call) -> Iterator[Change]:
    if function(node) != "outer":
        for factor in _factors(node) or ():
            if isinstance(factor, ast.Name) and is_matrix(code, factor):
                yield replaced(code, factor, f"{code.text(factor)}.T")


@TABLE.operator(
    "product-order",
    "The factors of a product of arrays stand in the wrong order.",
)
def _product_order(code: Code, node: ast.BinOp | ast.Call) -> Iterator[Change]:
    factors = _factors(node)
    if factors is None:
        return
    # The product of two vectors is the same in either order.
    vectors = all(isinstance(f, ast.Name) and not is_matrix(code, f) for f in factors)
    if function(node) == "outer" or not vectors:
        yield exchanged(code, *factors)


@TABLE.operator(
    "product-entrywise",
    "Arrays are multiplied entry by entry where a matrix product or an outer product is needed.",
)
def _product_entrywise(code: Code, node: ast.BinOp | ast.Call) -> Iterator[Change]:
    factors = _factors(node)
    if isinstance(node, ast.BinOp) and factors:
        yield reoperated(code, node, ast.Mult())
    elif factors:
        left, right = (operand(code, factor) for factor in factors)
        yield replaced(code, node, f"{left} * {right}")


@TABLE.operator(
    "einsum-turned",
    "The axes of einsum's result are in the wrong order.",
)
def _einsum_turned(code: Code, node: ast.Call) -> Iterator[Change]:
    rule = node.args[0] if function(node) == "einsum" and node.args else None
    if isinstance(rule, ast.Constant) and isinstance(rule.value, str):
        inputs, arrow, result = rule.value.replace(" ", "").partition("->")
        if arrow and len(result) > 1 and result.isalpha():
            yield replaced(code, rule, f'"{inputs}->{result[::-1]}"')
