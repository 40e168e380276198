"""Steps and checks that are left out."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.changes import Change, removed, renamed
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.conditions import only_refuses
from autograder.audit.mutants.names import assigned, before, pairs
from autograder.audit.mutants.registry import Table

TABLE = Table()


@TABLE.operator(
    "check-dropped",
    "A check is missing: arguments that have to be refused are accepted.",
)
def _check_dropped(code: Code, node: ast.If | ast.Raise | ast.Assert) -> Iterator[Change]:
    above = code.parent(node)
    if isinstance(above, ast.ExceptHandler) or (isinstance(above, ast.If) and only_refuses(above)):
        return
    if not isinstance(node, ast.If) or only_refuses(node):
        yield removed(code, node)


@TABLE.operator(
    "error-of-other-class",
    "An error of another class is raised than the one that is asked for.",
)
def _error_of_other_class(code: Code, node: ast.Raise) -> Iterator[Change]:
    error = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    if isinstance(error, ast.Name) and error.id.endswith("Error"):
        other = "TypeError" if error.id != "TypeError" else "ValueError"
        yield renamed(code, error, other)


@TABLE.operator(
    "error-swallowed",
    "An error is caught and forgotten.",
)
def _error_swallowed(code: Code, node: ast.ExceptHandler) -> Iterator[Change]:
    for statement in node.body:
        if isinstance(statement, ast.Raise):
            yield removed(code, statement)


@TABLE.operator(
    "step-left-out",
    "A step is missing.",
)
def _step_left_out(
    code: Code, node: ast.Expr | ast.Assign | ast.AnnAssign | ast.Delete
) -> Iterator[Change]:
    if isinstance(node, ast.Expr | ast.Delete) or _stays_known(code, node):
        yield removed(code, node)


def _stays_known(code: Code, node: ast.Assign | ast.AnnAssign) -> bool:
    """Whether what an assignment gives a value to exists without it: then nothing else fails."""
    home = code.function(node)
    others = {name for statement, name, _ in assigned(code, home) if statement is not node}
    known = before(code, node) | (code.given - others)
    for target, _ in pairs(node):
        if isinstance(target, ast.Name) and target.id not in known:
            return False
        if isinstance(target, ast.Attribute) and getattr(home, "name", "") == "__init__":
            return False
    return True
