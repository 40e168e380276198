"""Where the tests of a unit compare numbers, and their code with a recorder at these places.

A comparison is a call of `expect` (or of another given function with the same arguments), of
`np.allclose`, `np.isclose`, `np.testing.assert_allclose` or `math.isclose`, or an error held
below a small number by an assertion, as in `assert gap < 1e-6`. A bound above `SMALL` is a
requirement ("the loss ends below 0.07") and no tolerance. An assertion that holds a comparison is
noted when it fails and does not raise.
"""

import ast
from collections.abc import Iterable
from dataclasses import dataclass

COMPARED, BELOW, HELD = "__compared__", "__below__", "__held__"
SMALL = 1e-3
_EXPECTED = {"got", "want", "rtol", "atol"}
_CLOSE = {"allclose", "isclose", "assert_allclose"}
# They compare numbers in ways of their own, which are not measured.
_UNMEASURED = {
    "approx",
    "assert_almost_equal",
    "assert_approx_equal",
    "assert_array_almost_equal",
    "assert_array_almost_equal_nulp",
    "assert_array_max_ulp",
    "assertAlmostEqual",
}
_LABEL = 72


@dataclass(frozen=True)
class Site:
    """One comparison in the text of a cell.

    Attributes:
        key: cell, line and column, by which what was recorded there is known again.
        cell: the cell's grade_id.
        line: its line in the cell, the first being 1.
        label: what it is called: the first argument of `expect`, or the comparison itself.
    """

    key: str
    cell: str
    line: int
    label: str


@dataclass(frozen=True)
class Found:
    """What stands in a piece of code.

    Attributes:
        tree: the code, with a recorder at each comparison.
        sites: the comparisons, from top to bottom.
        unmeasured: line and name of what compares numbers in a way that is not measured.
    """

    tree: ast.Module
    sites: tuple[Site, ...]
    unmeasured: tuple[tuple[int, str], ...]


def expecting(sources: Iterable[str]) -> frozenset[str]:
    """Return the names of the functions in given cells that compare `got` with `want`."""
    names = set()
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                spec = node.args
                arguments = {a.arg for a in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)}
                if arguments >= _EXPECTED:
                    names.add(node.name)
    return frozenset(names)


def find(source: str, cell: str, expects: frozenset[str], *, given: bool = False) -> Found:
    """Return a piece of code with a recorder at each comparison.

    Args:
        source: the code; its lines are counted as they stand here.
        cell: the cell's grade_id.
        expects: what `expecting` found.
        given: whether this is a given cell: there only calls of `expects` are comparisons.

    Raises:
        SyntaxError: the source is no Python.
    """
    tree = ast.parse(source)
    finder = _Finder(cell, expects, given=given)
    tree = ast.fix_missing_locations(finder.visit(tree))
    sites = sorted(finder.sites, key=lambda site: site.line)
    return Found(tree, tuple(sites), tuple(finder.unmeasured))


class _Finder(ast.NodeTransformer):
    def __init__(self, cell: str, expects: frozenset[str], *, given: bool) -> None:
        self.sites: list[Site] = []
        self.unmeasured: list[tuple[int, str]] = []
        self._cell = cell
        self._expects = expects
        self._given = given
        self._asserting = False

    def visit_Call(self, node: ast.Call) -> ast.AST:
        name = _last_name(node.func)
        label = _label(node, first=name in self._expects)
        self.generic_visit(node)
        if name in self._expects or (not self._given and name in _CLOSE):
            key = self._add(node, label)
            recorder = ast.Name(COMPARED, ast.Load())
            node.func = ast.Call(recorder, [ast.Constant(key), node.func], [])
        elif name in _UNMEASURED and not self._given:
            self.unmeasured.append((node.lineno, name))
        return node

    def visit_Assert(self, node: ast.Assert) -> ast.AST:
        before = len(self.sites)
        self._asserting = not self._given
        node.test = self.visit(node.test)
        self._asserting = False
        if len(self.sites) == before:
            return node
        # As after a failed `expect`, what follows is compared as well.
        arguments: list[ast.expr] = [node.test, ast.Constant(node.lineno)]
        held = ast.Expr(ast.Call(ast.Name(HELD, ast.Load()), arguments, []))
        return ast.copy_location(held, node)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        label = _label(node)
        asserting = self._asserting
        self.generic_visit(node)
        if not asserting or len(node.ops) != 1:
            return node
        left, operator, right = node.left, node.ops[0], node.comparators[0]
        if isinstance(operator, ast.Gt | ast.GtE):
            left, right = right, left
        elif not isinstance(operator, ast.Lt | ast.LtE):
            return node
        if not (isinstance(right, ast.Constant) and _is_tolerance(right.value)):
            return node
        strict = ast.Constant(isinstance(operator, ast.Lt | ast.Gt))
        arguments = [ast.Constant(self._add(node, label)), left, right, strict]
        return ast.copy_location(ast.Call(ast.Name(BELOW, ast.Load()), arguments, []), node)

    def _add(self, node: ast.expr, label: str) -> str:
        key = f"{self._cell}:{node.lineno}:{node.col_offset}"
        self.sites.append(Site(key, self._cell, node.lineno, label))
        return key


def _last_name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_tolerance(value: object) -> bool:
    return isinstance(value, float) and 0 < value <= SMALL


def _label(node: ast.expr, *, first: bool = False) -> str:
    """Return the first argument of a call, or the expression as it is written, on one line."""
    if first and isinstance(node, ast.Call) and node.args:
        what = node.args[0]
        if isinstance(what, ast.Constant) and isinstance(what.value, str):
            return what.value
        text = ast.unparse(what)
        # An f-string reads better without its quotation marks.
        text = text[2:-1] if isinstance(what, ast.JoinedStr) else text
    else:
        text = ast.unparse(node)
    text = " ".join(text.split())
    return text if len(text) <= _LABEL else text[: _LABEL - 2] + " …"
