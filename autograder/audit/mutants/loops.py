"""Loops that do not run, stop too soon or do not stop."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.changes import Change, added_line, replaced, rewritten
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.registry import Table

TABLE = Table()


@TABLE.operator(
    "loop-skipped",
    "A loop is never entered.",
)
def _loop_skipped(code: Code, node: ast.For | ast.While) -> Iterator[Change]:
    if isinstance(node, ast.For):
        yield replaced(code, node.iter, "[]")
    else:
        yield replaced(code, node.test, "False")


@TABLE.operator(
    "loop-ends-early",
    "A loop ends after its first pass.",
)
def _loop_ends_early(code: Code, node: ast.For | ast.While) -> Iterator[Change]:
    last = node.body[-1]
    if code.alone(last) and not isinstance(last, ast.Break | ast.Return | ast.Raise):
        line = added_line(code, last, "break")
        yield Change((line,), (code.span(last)[0], line.end))


@TABLE.operator(
    "break-for-continue",
    "The loop ends where only the rest of one pass has to be skipped.",
)
def _break_for_continue(code: Code, node: ast.Continue) -> Iterator[Change]:
    yield rewritten(code, node, "break")


@TABLE.operator(
    "continue-for-break",
    "The loop goes on where it has to end.",
)
def _continue_for_break(code: Code, node: ast.Break) -> Iterator[Change]:
    if not any(isinstance(above, ast.While) for above in code.above(node)):
        yield rewritten(code, node, "continue")


@TABLE.operator(
    "jump-dropped",
    "A {got} is missing from a loop.",
)
def _jump_dropped(code: Code, node: ast.Break | ast.Continue) -> Iterator[Change]:
    loop = next(above for above in code.above(node) if isinstance(above, ast.For | ast.While))
    endless = isinstance(node, ast.Break) and isinstance(loop, ast.While)
    if not endless:
        yield rewritten(code, node, "pass", got=code.text(node))
