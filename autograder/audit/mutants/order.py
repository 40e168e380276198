"""Steps in the wrong order: updates too early, old values for new, lines in or out of a loop."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import function, names, subject
from autograder.audit.mutants.changes import Change, Edit, renamed, rewritten, turned
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.names import assigned, before, pairs, read, written
from autograder.audit.mutants.registry import Table

TABLE = Table()


def _movable(statement: ast.stmt | None) -> bool:
    """Whether a statement is a step of a calculation, on one line."""
    plain = isinstance(statement, ast.Assign | ast.AugAssign | ast.Expr)
    return plain and statement.lineno == statement.end_lineno  # type: ignore[union-attr]


@TABLE.operator(
    "steps-swapped",
    "Two steps are in the wrong order: one uses what the other has already changed, or has not "
    "changed yet.",
)
def _steps_swapped(
    code: Code, node: ast.Assign | ast.AugAssign | ast.Expr | ast.If
) -> Iterator[Change | None]:
    later = code.after(node)
    if later is None or not (_movable(node) or _movable(later)):
        return
    if not isinstance(later, ast.Assign | ast.AugAssign | ast.Expr | ast.If):
        return
    first, second = written(node), written(later)
    depend = first & read(later) or second & read(node) or first & second - {"_"}
    if depend and _exist(code, node, later):
        yield turned(code, node, later)


def _exist(code: Code, node: ast.stmt, later: ast.stmt) -> bool:
    """Whether the names that the later statement reads exist before the earlier one."""
    own = {name for _, name, _ in assigned(code, code.function(node))}
    return not (read(later) & own) - before(code, node)


@TABLE.operator(
    "assigned-one-by-one",
    "Values that change together are changed one after the other: the second one is computed from "
    "the new first one.",
)
def _assigned_one_by_one(code: Code, node: ast.Assign) -> Iterator[Change]:
    parts = pairs(node)
    if len(parts) < 2 or not code.alone(node):
        return
    earlier: set[str] = set()
    depends = False
    for target, value in parts:
        if value is None:
            return
        depends = depends or bool(earlier & names(value))
        earlier |= names(target)
    if depends and earlier <= before(code, node):
        lines = [f"{code.text(t)} = {code.text(v)}" for t, v in parts if v is not None]
        yield rewritten(code, node, f"\n{code.indent(node)}".join(lines))


def _older(value: ast.expr) -> str:
    """Return the name of what an expression is a new version of: w for w - step and w.copy()."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add | ast.Sub):
        value = value.left
    elif function(value) in ("copy", "array", "asarray") and isinstance(value, ast.Call):
        value = subject(value) or value
    elif isinstance(value, ast.ListComp) and len(value.generators) == 1:
        source = value.generators[0].iter
        zipped = isinstance(source, ast.Call) and bool(source.args)
        value = source.args[0] if zipped else source  # type: ignore[attr-defined]
    return value.id if isinstance(value, ast.Name) else ""


@TABLE.operator(
    "old-for-new",
    "An old value is used where the new one, computed from it, is needed.",
)
def _old_for_new(code: Code, node: ast.Name) -> Iterator[Change]:
    if not isinstance(node.ctx, ast.Load):
        return
    home, place = code.function(node), code.span(node)[0]
    for statement, name, value in assigned(code, home):
        if name == node.id and value is not None and code.span(statement)[1] <= place:
            older = _older(value)
            together = {n for s, n, _ in assigned(code, home) if s is statement}
            if older and older not in together and older in before(code, statement):
                yield renamed(code, node, older)


def _put_into_loop(code: Code, loop: ast.For | ast.While) -> Iterator[Change]:
    """Indent the statement behind a loop, so that it becomes the last one in its body."""
    later = code.after(loop)
    if later is None or loop.orelse or not code.alone(later):
        return
    if later.lineno == later.end_lineno == (loop.end_lineno or 0) + 1:
        start, end = code.lines(later)[0], code.span(later)[1]
        step = code.indent(loop.body[0]).removeprefix(code.indent(loop))
        yield Change((Edit(start, start, step),), (start, end))


@TABLE.operator(
    "return-in-loop",
    "The return stands inside the loop, so that the function ends in the first pass.",
)
def _return_in_loop(code: Code, node: ast.For | ast.While) -> Iterator[Change]:
    if isinstance(code.after(node), ast.Return):
        yield from _put_into_loop(code, node)


@TABLE.operator(
    "moved-into-loop",
    "A step is repeated in every pass of a loop: it belongs behind the loop.",
)
def _moved_into_loop(code: Code, node: ast.For | ast.While) -> Iterator[Change]:
    if _movable(code.after(node)):
        yield from _put_into_loop(code, node)


@TABLE.operator(
    "moved-out-of-loop",
    "A step is taken once, behind the loop: it belongs into every pass.",
)
def _moved_out_of_loop(code: Code, node: ast.For | ast.While) -> Iterator[Change]:
    last = node.body[-1]
    if node.orelse or len(node.body) < 2 or not _movable(last) or not code.alone(last):
        return
    start, end = code.lines(last)[0], code.span(last)[1]
    surplus = len(code.indent(last)) - len(code.indent(node))
    yield Change((Edit(start, start + surplus, ""),), (start, end))
