"""Whose a name is: what the judge runs itself, and for what it must ask the sandbox.

The analysis reads the instructor's notebook only, cell by cell, in its order. A name that an
answer cell binds or changes in place is the student's from there on. A statement of a given cell
that depends on no such name is *trusted*: the judge runs it as well, so that its helpers and data
are the instructor's, whatever the student's code does to theirs. Any other statement is run in
the sandbox alone, and what it binds or changes becomes the student's too: a name must never
stand for an old value in the judge.

A function of the instructor's that calls the student's is trusted (its body runs later, in the
judge, and asks); a statement that calls such a function is not.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from autograder.execution.names import Uses, parse, uses_of

# Libraries whose state belongs to the process that draws: for the judge they stay in the sandbox.
IN_THE_SANDBOX = ("matplotlib",)


@dataclass
class Ownership:
    """Names so far, from the first cell to the one that was read last.

    Attributes:
        owned: names that are the student's.
        imports: the instructor's imports in answer cells, by the name that they bind; the judge
            may run one once the sandbox says that the student bound the name to a library.
    """

    owned: set[str] = field(default_factory=set)
    imports: dict[str, str] = field(default_factory=dict)
    _bodies: dict[str, set[str]] = field(default_factory=dict)
    _modules: set[str] = field(default_factory=set)

    def given(self, source: str, *, editable: bool = False) -> list[ast.stmt]:
        """Return the statements of a given cell that the judge runs; note whose the names are.

        Args:
            source: the cell, as the instructor wrote it.
            editable: whether students can edit it (a cell without nbgrader's metadata).
        """
        trusted: list[ast.stmt] = []
        for statement in parse(source):
            uses = uses_of(statement)
            self._modules |= uses.imported
            if any(self._stays_away(part) for part in imports_in(statement)):
                self._give(uses)
            elif isinstance(statement, ast.Import | ast.ImportFrom):
                if editable:
                    self._import(statement)
                else:
                    trusted.append(statement)
                    self._take(uses)
            elif editable or self._depends(uses):
                self._give(uses)
            else:
                trusted.append(statement)
                self._take(uses)
        return trusted

    def answer(self, source: str) -> None:
        """Note that an answer cell binds and changes names, as the instructor's solution does."""
        for statement in parse(source):
            uses = uses_of(statement)
            self._modules |= uses.imported
            for part in imports_in(statement):
                self._import(part)
            self._give(uses, keep=uses.imported)

    def tests(self, source: str) -> None:
        """Note the functions that the visible part of a test cell defines."""
        for statement in parse(source):
            uses = uses_of(statement)
            for name in uses.functions:
                self._bodies[name] = set(uses.later)

    def taken_back(self, statement: ast.stmt) -> None:
        """Note that a trusted statement failed in the judge: its names are the sandbox's."""
        self._give(uses_of(statement))

    def _depends(self, uses: Uses) -> bool:
        seen: set[str] = set()
        left = set(uses.now)
        while left:
            name = left.pop()
            if name in self.owned:
                return True
            seen.add(name)
            left |= self._bodies.get(name, set()) - seen
        return False

    def _give(self, uses: Uses, keep: frozenset[str] | set[str] = frozenset()) -> None:
        """Make what a statement binds or changes the student's; a module stays a module."""
        self.owned |= uses.bound - set(keep)
        self.owned |= uses.changed - self._modules
        for name in uses.bound:
            self._bodies.pop(name, None)

    def _take(self, uses: Uses) -> None:
        self.owned -= uses.bound
        for name in uses.bound:
            self._bodies.pop(name, None)
            if name in uses.functions:
                self._bodies[name] = set(uses.later)
            self.imports.pop(name, None)

    def _import(self, statement: ast.Import | ast.ImportFrom) -> None:
        if self._stays_away(statement):
            self.owned |= uses_of(statement).bound
            return
        for alias in statement.names:
            name = alias.asname or alias.name.partition(".")[0]
            single = (
                ast.Import([alias])
                if isinstance(statement, ast.Import)
                else ast.ImportFrom(statement.module, [alias], statement.level)
            )
            self.imports[name] = ast.unparse(single)

    @staticmethod
    def _stays_away(statement: ast.Import | ast.ImportFrom) -> bool:
        modules = (
            [statement.module or ""]
            if isinstance(statement, ast.ImportFrom)
            else [alias.name for alias in statement.names]
        )
        return any(module.startswith(IN_THE_SANDBOX) for module in modules)


@lru_cache(maxsize=4096)
def imports_in(statement: ast.stmt) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """Return the imports in a statement, those inside functions too."""
    return tuple(p for p in ast.walk(statement) if isinstance(p, ast.Import | ast.ImportFrom))


def read_by(sources: Iterator[str]) -> frozenset[str]:
    """Return the names that code reads, at once or when its functions are called."""
    return frozenset().union(*map(_reads, sources))


@lru_cache(maxsize=1024)
def _reads(source: str) -> frozenset[str]:
    found = [uses_of(statement) for statement in parse(source)]
    return frozenset().union(*(uses.now | uses.later for uses in found))


def mirrored(visible: str, read_later: frozenset[str] | set[str]) -> str:
    """Return what of a visible test cell the sandbox must run because later cells need it.

    Import statements that bind a name which later cells read; the whole cell, when they read
    another name that it binds.
    """
    statements = parse(visible)
    needed = [s for s in statements if uses_of(s).bound & read_later]
    if all(isinstance(s, ast.Import | ast.ImportFrom) for s in needed):
        return "\n".join(ast.unparse(s) for s in needed)
    return visible


def defined_by(sources: Iterator[str]) -> frozenset[str]:
    """Return the names of functions, methods and attributes that code defines."""
    names: set[str] = set()
    for source in sources:
        for node in (n for s in parse(source) for n in ast.walk(s)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                names.add(node.attr)
            elif isinstance(node, ast.ClassDef):
                names |= {name for part in node.body for name in uses_of(part).bound}
            elif isinstance(node, ast.Call):
                names |= _named_fields(node)
    return frozenset(names)


def _named_fields(node: ast.Call) -> set[str]:
    """Return the fields of a `namedtuple("Point", "x y")`."""
    if len(node.args) < 2:
        return set()
    called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
    name = called.id if isinstance(called, ast.Name) else called
    if name != "namedtuple":
        return set()
    try:
        fields = ast.literal_eval(node.args[1])
    except (ValueError, TypeError, SyntaxError):
        return set()
    parts = fields.replace(",", " ").split() if isinstance(fields, str) else fields
    return {part for part in parts if isinstance(part, str)}


def mentions(sources: Iterator[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the top-level modules imported, all names and attributes, all texts in code."""
    roots: set[str] = set()
    names: set[str] = set()
    texts: set[str] = set()
    for source in sources:
        for node in (n for s in parse(source) for n in ast.walk(s)):
            if isinstance(node, ast.Import):
                roots |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                roots.add((node.module or "").partition(".")[0])
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.Name):
                names.add(node.id)
            elif isinstance(node, ast.Attribute):
                names.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
    return frozenset(roots), frozenset(names), frozenset(texts)
