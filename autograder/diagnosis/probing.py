"""The piece of code that finds out how an answer behaves on a task's visible tests.

It is one text, sent to whoever runs the student's code (`session_child.py`, the judge), and runs
there in names of its own, among which `names` stands for the notebook's. It leaves `behaviour`.
"""

import ast
import builtins
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from autograder.execution.names import parse, uses_of
from autograder.unit import Task, Unit

# The form of the notes that behaviours are hashes of: another number for another `recorder.py`.
FORM = 1
_RECORDER = Path(__file__).with_name("recorder.py")
_BEHAVIOUR = re.compile(r"[0-9a-f]{64}")
_BUILTIN = frozenset(vars(builtins))


def probe(visible_source: str, names: Iterable[str]) -> str:
    """Return a self-contained piece of code that says how an answer behaves.

    Args:
        visible_source: the visible tests of a task.
        names: the names in them that the student's code binds.
    """
    return _piece(visible_source, tuple(sorted(names)))


@lru_cache(maxsize=512)
def _piece(visible: str, names: tuple[str, ...]) -> str:
    statements = parse(visible)
    told = [ast.unparse(_apart(statement)) for statement in statements]
    call = f"behaviour_of(names, {told!r}, {sorted(_own(statements))!r}, {list(names)!r})"
    return f"{_text()}\n\nbehaviour = {call}\n"


@cache
def _text() -> str:
    return _RECORDER.read_text(encoding="utf-8")


class _Asserts(ast.NodeTransformer):
    """Has assertions noted where nothing but the rest of the statement depends on them."""

    def visit_Assert(self, node: ast.Assert) -> ast.stmt:
        called = ast.Call(ast.Name("__holds__", ast.Load()), [node.test], [])
        return ast.Expr(called)

    def _as_it_is(self, node: ast.AST) -> ast.AST:
        return node

    # In a function an assertion guards what comes after it, or ends a loop of the student's.
    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = _as_it_is
    visit_While = visit_Try = visit_With = _as_it_is


def _apart(statement: ast.stmt) -> ast.AST:
    copied = ast.parse(ast.unparse(statement)).body[0]  # what was parsed is shared
    changed: ast.AST = _Asserts().visit(copied)
    return ast.fix_missing_locations(changed)


def _own(statements: Sequence[ast.stmt]) -> frozenset[str]:
    """Return the names that statements bind before any of them reads them."""
    read: set[str] = set()
    own: set[str] = set()
    for statement in statements:
        uses = uses_of(statement)
        read |= uses.now
        own |= uses.bound - read
    return frozenset(own)


def names_of(unit: Unit, task: Task) -> frozenset[str]:
    """Return the names in a task's visible tests that its own answers bind.

    They are what the tests read and neither bind themselves nor find in a given cell or in the
    answer to another task, so that they are the same in a release and in its source.
    """
    found = [uses_of(statement) for statement in parse(task.tests.visible)]
    read = {name for uses in found for name in uses.now | uses.later}
    bound = {name for uses in found for name in uses.bound}
    others = [
        cell.source
        for cell in unit.cells
        if cell.cell_type == "code"
        and (cell.kind == "given" or (cell.kind == "answer" and cell.grade_id not in task.answers))
    ]
    known = {name for text in others for s in parse(text) for name in uses_of(s).bound}
    return frozenset(read - bound - known - _BUILTIN)


def piece_of(unit: Unit, task: Task) -> str:
    """Return the piece for a task of a unit."""
    return probe(task.tests.visible, names_of(unit, task))


def is_behaviour(text: object) -> bool:
    """Whether a text has the form of a behaviour."""
    return type(text) is str and _BEHAVIOUR.fullmatch(text) is not None


def fingerprint(unit: Unit) -> str:
    """Return a hash of what behaviours depend on besides the answers: the same for a release.

    A table that was made for other tests, or for notes of another form, is of no use.
    """
    code = [cell for cell in unit.cells if cell.cell_type == "code"]
    given = [cell.source.rstrip() for cell in code if cell.kind == "given"]
    tests = [
        (task.grade_id, task.tests.visible.rstrip(), sorted(names_of(unit, task)))
        for task in unit.tasks
        if not task.manual
    ]
    whole = json.dumps([FORM, unit.slug, given, tests])
    return hashlib.sha256(whole.encode()).hexdigest()
