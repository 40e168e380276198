"""Numbers of the wrong kind: integers where fractions are needed, half the digits."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import argument, dropped, function, is_function, keyword
from autograder.audit.mutants.changes import Change, renamed, replaced, with_argument, without
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.names import library
from autograder.audit.mutants.registry import Table

TABLE = Table()
_FILLED = frozenset("zeros ones empty zeros_like ones_like empty_like".split())
_MADE = frozenset("array asarray full full_like".split())
_PLACES = {"array": 1, "asarray": 1, "zeros": 1, "ones": 1, "empty": 1, "full": 2}
_FLOATS = frozenset({"float64", "float", "double"})


def _dtype(node: ast.Call) -> ast.expr | None:
    """Return the dtype that a call names, by keyword or by its place."""
    if not is_function(node) or function(node) not in _FILLED | _MADE:
        return None
    return argument(node, "dtype", _PLACES.get(function(node), 9))


def _is_float(node: ast.expr | None) -> bool:
    """Whether an expression names 64-bit floating point: float, np.float64, "float64"."""
    name = node.id if isinstance(node, ast.Name) else ""
    name = node.attr if isinstance(node, ast.Attribute) else name
    if isinstance(node, ast.Constant):
        name = str(node.value)
    return name in _FLOATS


@TABLE.operator(
    "made-integer",
    "The array is made for integers: fractions are cut off when they are stored in it.",
)
def _made_integer(code: Code, node: ast.Call) -> Iterator[Change]:
    if not is_function(node):
        return
    given = _dtype(node)
    if given is not None and _is_float(given):
        yield replaced(code, given, "int")
    elif given is None and function(node) in _FILLED and node.args:
        yield with_argument(code, node, "dtype=int")
    elif given is None and function(node) in ("array", "full") and node.args:
        if isinstance(node.args[0], ast.Name) or function(node) == "full":
            yield with_argument(code, node, "dtype=int")


@TABLE.operator(
    "dtype-dropped",
    "The dtype is not fixed: arrays of small integers or of single precision stay what they are.",
)
def _dtype_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    given = _dtype(node)
    # zeros and its like make float64 in any case
    if given is not None and _is_float(given) and function(node) not in ("zeros", "ones", "empty"):
        yield without(code, node, keyword(node, "dtype") or given)


@TABLE.operator(
    "precision-halved",
    "The numbers are stored in float32, which keeps seven digits.",
)
def _precision_halved(code: Code, node: ast.Call) -> Iterator[Change]:
    named = keyword(node, "dtype")
    given = named.value if named else _dtype(node)
    if function(node) == "astype" and node.args:
        given = node.args[0]
    if given is None or not _is_float(given):
        return
    if isinstance(given, ast.Attribute):
        yield renamed(code, given, "float32")
    elif isinstance(given, ast.Constant):
        yield replaced(code, given, '"float32"')
    elif numpy := library(code):
        yield replaced(code, given, f"{numpy}.float32")


@TABLE.operator(
    "conversion-dropped",
    "A conversion is missing: the numbers keep the type in which they came.",
)
def _conversion_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) in ("astype", "cast"):
        yield from dropped(code, node)
    elif isinstance(node.func, ast.Name) and node.func.id in ("float", "int", "bool"):
        whole = node.args and function(node.args[0]) in ("count_nonzero", "argmax", "argmin")
        if len(node.args) == 1 and not whole and not isinstance(node.args[0], ast.Constant):
            yield replaced(code, node, code.text(node.args[0]))
    elif function(node) in ("float64", "float32") and len(node.args) == 1:
        yield replaced(code, node, code.text(node.args[0]))


@TABLE.operator(
    "conversion-cuts",
    "The conversion to integers cuts fractions off.",
)
def _conversion_cuts(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) == "astype" and node.args and _is_float(node.args[0]):
        yield replaced(code, node.args[0], "int")
    elif isinstance(node.func, ast.Name) and node.func.id == "float" and len(node.args) == 1:
        if not isinstance(node.args[0], ast.Constant):
            yield replaced(code, node.func, "int")
