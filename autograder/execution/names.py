"""What a statement does with names: reads at once or later, binds, changes in place."""

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass
class Uses:
    """What one statement does with the names of its notebook.

    Attributes:
        now: names read when the statement runs.
        later: names read when a function that it defines is called.
        bound: names bound.
        changed: names whose value may be changed in place: `x[0] = …`, `x.a = …`, `x.append(…)`.
        imported: names bound by an import.
        functions: names of functions and classes that it defines.
    """

    now: set[str] = field(default_factory=set)
    later: set[str] = field(default_factory=set)
    bound: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    imported: set[str] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)


@lru_cache(maxsize=1024)
def parse(source: str) -> tuple[ast.stmt, ...]:
    """Return the statements of a cell; lines of IPython's syntax are left out.

    A cell that is no Python has none.
    """
    lines = [
        line[: len(line) - len(line.lstrip())] + "pass"
        if line.lstrip().startswith(("%", "!", "?")) or line.rstrip().endswith("?")
        else line
        for line in source.splitlines()
    ]
    for candidate in (source, "\n".join(lines)):
        try:
            return tuple(ast.parse(candidate).body)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return ()


@lru_cache(maxsize=4096)
def uses_of(statement: ast.AST) -> Uses:
    """Return what a statement does with names; the answer is shared, and not to be changed."""
    uses = Uses()
    _Reader(uses).visit(statement)
    return uses


class _Reader(ast.NodeVisitor):
    """Fills a `Uses`; `local` holds the names of the loops around a place, read after bound."""

    def __init__(self, uses: Uses) -> None:
        self._uses = uses
        self._local: list[set[str]] = []

    def visit_Name(self, node: ast.Name) -> None:
        if any(node.id in names for names in self._local):
            return
        if isinstance(node.ctx, ast.Load):
            self._uses.now.add(node.id)
        else:
            self._uses.bound.add(node.id)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._uses.bound.add(node.name)
        self._uses.functions.add(node.name)
        self._at_once([*node.decorator_list, node.returns])
        self._function(node.args, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._function(node.args, [ast.Expr(node.body)])

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._uses.bound.add(node.name)
        self._uses.functions.add(node.name)
        self._at_once([*node.decorator_list, *node.bases, *node.keywords])
        inner = Uses()
        reader = _Reader(inner)
        for statement in node.body:
            reader.visit(statement)
        self._uses.now |= inner.now - inner.bound
        self._uses.later |= inner.later

    def visit_comprehension_expression(self, node: ast.expr) -> None:
        generators: list[ast.comprehension] = node.generators  # type: ignore[attr-defined]
        self._local.append(_targets(*[generator.target for generator in generators]))
        self.generic_visit(node)
        self._local.pop()

    visit_ListComp = visit_comprehension_expression
    visit_SetComp = visit_comprehension_expression
    visit_DictComp = visit_comprehension_expression
    visit_GeneratorExp = visit_comprehension_expression

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self._at_once([node.iter])
        self._inside(_targets(node.target), [node.target, *node.body, *node.orelse])

    visit_AsyncFor = visit_For

    def visit_With(self, node: ast.With | ast.AsyncWith) -> None:
        self._at_once([item.context_expr for item in node.items])
        targets = [item.optional_vars for item in node.items if item.optional_vars is not None]
        self._inside(_targets(*targets), [*targets, *node.body])

    visit_AsyncWith = visit_With

    def _inside(self, names: set[str], nodes: Sequence[ast.AST]) -> None:
        self._uses.bound |= names
        self._local.append(names)
        self._at_once(nodes)
        self._local.pop()

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        names = {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        self._uses.bound |= names
        self._uses.imported |= names

    visit_ImportFrom = visit_Import

    def visit_Subscript(self, node: ast.Subscript | ast.Attribute) -> None:
        if not isinstance(node.ctx, ast.Load):
            self._change(node)
        self.generic_visit(node)

    visit_Attribute = visit_Subscript

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self._uses.now.add(node.target.id)
            self._uses.changed.add(node.target.id)
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        """A call for its own sake: `x.append(1)`, `x.items.sort()`."""
        value = node.value.value if isinstance(node.value, ast.Await) else node.value
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
            self._change(value.func)
        self.generic_visit(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self._uses.bound.add(node.name)
        self.generic_visit(node)

    def visit_Global(self, node: ast.Global) -> None:
        self._uses.changed |= set(node.names)

    def _change(self, node: ast.expr) -> None:
        root: ast.expr = node
        while isinstance(root, ast.Attribute | ast.Subscript | ast.Call):
            root = root.func if isinstance(root, ast.Call) else root.value
        if isinstance(root, ast.Name):
            self._uses.changed.add(root.id)

    def _at_once(self, nodes: Sequence[ast.AST | None]) -> None:
        for node in nodes:
            if node is not None:
                self.visit(node)

    def _function(self, args: ast.arguments, body: list[ast.stmt]) -> None:
        every = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
        self._at_once([*args.defaults, *args.kw_defaults])
        self._at_once([arg.annotation for arg in every if arg is not None])
        inner = Uses()
        reader = _Reader(inner)
        for statement in body:
            reader.visit(statement)
        own = {arg.arg for arg in every if arg is not None} | inner.bound
        declared = {
            name
            for statement in body
            for part in ast.walk(statement)
            if isinstance(part, ast.Global)
            for name in part.names
        }
        self._uses.later |= ((inner.now | inner.later) - own) | declared


def _targets(*targets: ast.expr) -> set[str]:
    """Return the names that targets of an assignment bind."""
    return {
        part.id
        for target in targets
        for part in ast.walk(target)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }
