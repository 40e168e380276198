"""What is worked out once for a unit, before its first submission: the judge's immutable part.

Parsing, ownership and compiling depend on the instructor's notebook alone. A warm judge does them
before it forks; each submission's judge finds the answers in the caches of these functions.
"""

import ast
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType

from autograder.execution.changers import Changers
from autograder.execution.names import parse, uses_of
from autograder.execution.ownership import Ownership, defined_by, mentions, mirrored, read_by

TESTS_FILE = "the tests"

Cells = list[tuple[str, str, str]]


@dataclass(frozen=True)
class Plan:
    """A unit, as the judge needs it.

    Attributes:
        cells: the instructor's notebook: kind, grade_id and source of each code cell.
        roots: the top-level modules that it imports.
        named: every name and attribute in it.
        texts: every text in it.
        solution: the names that the instructor's answers read.
        defined: the functions, methods and attributes that its code defines, tests left out.
        changers: which arguments its functions change in place.
    """

    cells: Cells
    roots: frozenset[str]
    named: frozenset[str]
    texts: frozenset[str]
    solution: frozenset[str]
    defined: frozenset[str]
    changers: Changers

    @classmethod
    def of(cls, cells: Cells, pieces: list[str] | None = None) -> "Plan":
        """Return the plan for a notebook.

        Args:
            cells: kind, grade_id and source of each code cell, hidden tests included.
            pieces: the texts that the judge will be asked to run, to have them compiled already.
        """
        roots, named, texts = mentions(iter([source for _, _, source in cells]))
        plan = cls(
            cells,
            roots,
            named,
            texts,
            read_by(source for kind, _, source in cells if kind == "answer"),
            defined_by(source for kind, _, source in cells if kind != "tests"),
            Changers.of(source for kind, _, source in cells if kind != "tests"),
        )
        if pieces is not None:
            plan._prepare(pieces)
        return plan

    def read_after(self, place: int) -> frozenset[str]:
        """Return the names that cells from a place on read, tests left out."""
        return read_by(source for kind, _, source in self.cells[place:] if kind != "tests")

    def _prepare(self, pieces: list[str]) -> None:
        """Ask everything once that a submission will ask."""
        ownership = Ownership()
        for place, (kind, grade_id, source) in enumerate(self.cells):
            if kind == "answer":
                ownership.answer(source)
            elif kind == "given":
                for statement in ownership.given(source, editable=not grade_id):
                    statement_code(statement)
            else:
                self.read_after(place + 1)
        for piece in pieces:
            try:
                tests_code(piece)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue  # it is said where the piece is run
            ownership.tests(piece)
            mirrored(piece, frozenset())


@dataclass(frozen=True)
class TestCode:
    """Tests as code.

    Attributes:
        body: all statements, without the last one where that is an expression.
        last: that expression; None when there is none, or a semicolon says that nobody reads it.
        reads: the names that the expression reads.
    """

    body: CodeType
    last: CodeType | None
    reads: frozenset[str]


@lru_cache(maxsize=4096)
def tests_code(source: str) -> TestCode:
    """Return tests as code, without lines of IPython's syntax; SyntaxError when they are none."""
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        statements = [*parse(source)]
        if not statements and source.strip():
            raise
    last = statements[-1] if statements else None
    if not isinstance(last, ast.Expr) or source.rstrip().endswith(";"):
        return TestCode(_compiled(ast.Module(statements, [])), None, frozenset())
    uses = uses_of(last)
    body = _compiled(ast.Module(statements[:-1], []))
    return TestCode(body, _compiled(ast.Expression(last.value)), frozenset(uses.now | uses.later))


def _compiled(tree: ast.Module | ast.Expression) -> CodeType:
    mode = "exec" if isinstance(tree, ast.Module) else "eval"
    return compile(tree, TESTS_FILE, mode, dont_inherit=True)


@lru_cache(maxsize=4096)
def statement_code(statement: ast.stmt) -> CodeType:
    """Return a statement of a given cell as code."""
    uses_of(statement)
    return compile(ast.Module([statement], []), "given cell", "exec", dont_inherit=True)
