"""One cell of code, parsed, with the place of every node in its text.

Python counts columns in bytes, so all places here are offsets in the cell's UTF-8 bytes.
"""

import ast
from collections.abc import Collection, Iterator

# A leaf of the grammar: one object shared by all nodes, without a place of its own.
_SHARED = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
Function = ast.FunctionDef | ast.AsyncFunctionDef
Assigned = tuple[ast.stmt, str, ast.expr | None]


class Code:
    """A parsed cell.

    Attributes:
        raw: its text as UTF-8 bytes.
        tree: its syntax tree.
        given: names that exist before the cell runs.
        nodes: what may be changed, in the order of the text.
        assigned: a place for what `names.assigned` finds out, by function.
    """

    def __init__(self, source: str, given: Collection[str] = ()) -> None:
        self.raw = source.encode()
        self.tree = ast.parse(source)
        self.given = frozenset(given)
        self._lines = [0]
        for line in self.raw.split(b"\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._place: dict[ast.AST, tuple[ast.AST, str]] = {}
        for parent in ast.walk(self.tree):
            for name, child in _children(parent):
                self._place[child] = parent, name
        self.nodes = list(_changeable(self.tree))
        self.assigned: dict[Function | None, list[Assigned]] = {}

    def parent(self, node: ast.AST) -> ast.AST:
        """Return the node that holds this one; the module for one at the top."""
        return self._place[node][0] if node in self._place else self.tree

    def field(self, node: ast.AST) -> str:
        """Return the field of the parent that holds this node, such as "left"."""
        return self._place[node][1] if node in self._place else ""

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """Return the node's parent, its parent, and so on up to the module."""
        while node in self._place:
            node = self._place[node][0]
            yield node

    def statement(self, node: ast.AST) -> ast.stmt:
        """Return the innermost statement that holds this node, or the node if it is one."""
        return next(n for n in (node, *self.above(node)) if isinstance(n, ast.stmt))

    def function(self, node: ast.AST) -> Function | None:
        """Return the innermost function that holds this node."""
        return next((n for n in self.above(node) if isinstance(n, Function)), None)

    def block(self, statement: ast.stmt) -> list[ast.stmt]:
        """Return the statements among which this one stands, itself included."""
        parent, name = self._place[statement]
        return [s for s in getattr(parent, name) if isinstance(s, ast.stmt)]

    def after(self, statement: ast.stmt) -> ast.stmt | None:
        """Return the next statement of the same block."""
        block = self.block(statement)
        rest = block[block.index(statement) + 1 :]
        return rest[0] if rest else None

    def inside(self, outer: ast.AST) -> Iterator[ast.AST]:
        """Return what may be changed below a node, the node included, in the text's order."""
        return _changeable(outer)

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Return where a node begins and ends, without brackets around it."""
        start = self._lines[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]
        end = self._lines[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]
        return start, end

    def outer(self, node: ast.AST) -> tuple[int, int]:
        """Return where a node begins and ends, brackets that are its own included."""
        start, end = self.span(node)
        low, high = self._room(node)
        while True:
            left = len(self.raw[:start].rstrip()) - 1
            right = end + len(self.raw[end:]) - len(self.raw[end:].lstrip())
            inside = low <= left and right < high
            if (
                not inside
                or self.raw[left : left + 1] != b"("
                or self.raw[right : right + 1] != b")"
            ):
                return start, end
            start, end = left, right + 1

    def text(self, node: ast.AST) -> str:
        """Return the text of a node, without brackets around it."""
        return self.part(self.span(node))

    def part(self, span: tuple[int, int]) -> str:
        """Return a part of the text."""
        return self.raw[span[0] : span[1]].decode()

    def opening(self, call: ast.Call) -> int:
        """Return where the bracket of a call opens."""
        return self.raw.index(b"(", self.outer(call.func)[1])

    def line(self, place: int) -> int:
        """Return the number of the line, from 1, that an offset stands on."""
        return 1 + self.raw.count(b"\n", 0, place)

    def indent(self, statement: ast.stmt) -> str:
        """Return the white space before a statement."""
        before = self.raw[: self.span(statement)[0]].rpartition(b"\n")[2].decode()
        return before if not before.strip() else " " * statement.col_offset

    def alone(self, statement: ast.stmt) -> bool:
        """Whether nothing but white space and a comment shares the statement's lines."""
        start, end = self.span(statement)
        before = self.raw[:start].rpartition(b"\n")[2]
        behind = self.raw[end:].partition(b"\n")[0].strip()
        return not before.strip() and (not behind or behind.startswith(b"#"))

    def lines(self, statement: ast.stmt) -> tuple[int, int]:
        """Return where the lines of a statement begin and end, the last line break included."""
        last = statement.end_lineno or statement.lineno
        return self._lines[statement.lineno - 1], min(self._lines[last], len(self.raw))

    def _room(self, node: ast.AST) -> tuple[int, int]:
        """Return the range that brackets of the node's own can lie in.

        The brackets of a call, of a class's bases and of a generator that is a call's only
        argument belong to these.
        """
        parent = self.parent(node)
        if isinstance(parent, ast.keyword):
            return self.span(parent)
        if isinstance(parent, ast.Call) and node is not parent.func:
            return self.opening(parent) + 1, self.span(parent)[1] - 1
        if isinstance(parent, ast.comprehension):
            return self.span(self.parent(parent))
        if isinstance(parent, ast.ClassDef) or not hasattr(parent, "lineno"):
            return self.span(node)
        return self.span(parent)


def _children(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, _SHARED):
                yield name, child


def _changeable(node: ast.AST) -> Iterator[ast.AST]:
    """Return the nodes below and including one that a mutant may change.

    Left out are what no result depends on (annotations, docstrings, messages of errors, imports)
    and formatted strings, whose parts have no reliable places in Python 3.11.
    """
    if isinstance(node, ast.JoinedStr | ast.Import | ast.ImportFrom | ast.Global | ast.Nonlocal):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.stmt | ast.expr | ast.keyword | ast.arg | ast.ExceptHandler):
        yield node
    for name, child in _children(node):
        if name in ("annotation", "returns", "decorator_list", "msg", "exc", "cause"):
            continue
        yield from _changeable(child)
