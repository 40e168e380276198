"""Arrays and lists of the caller that are changed in place."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import function, is_function, number, subject
from autograder.audit.mutants.changes import Change, renamed, replaced, rewritten, symbol
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.names import library, may_be_input
from autograder.audit.mutants.registry import Table

TABLE = Table()
_IN_PLACE = {ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply", ast.Div: "divide"}


@TABLE.operator(
    "copy-dropped",
    "A copy is missing: a later change in place reaches both names.",
)
def _copy_dropped(code: Code, node: ast.Call) -> Iterator[Change]:
    original = subject(node)
    if function(node) in ("copy", "deepcopy") and original is not None:
        yield replaced(code, node, code.text(original))
    elif isinstance(node.func, ast.Name) and node.func.id in ("list", "dict", "deepcopy"):
        if len(node.args) == 1 and isinstance(node.args[0], ast.Name) and not node.keywords:
            yield replaced(code, node, code.text(node.args[0]))


@TABLE.operator(
    "copy-shared",
    "With asarray, an array comes back as it is: only array makes a copy that may be changed.",
)
def _copy_shared(code: Code, node: ast.Call) -> Iterator[Change]:
    if function(node) == "array" and is_function(node) and isinstance(node.func, ast.Attribute):
        if node.args and isinstance(node.args[0], ast.Name | ast.Subscript | ast.Attribute):
            yield renamed(code, node.func, "asarray")


@TABLE.operator(
    "input-updated",
    "The assignment by {sign}= changes the caller's array: a new array has to be made.",
)
def _input_updated(code: Code, node: ast.Assign) -> Iterator[Change]:
    moved, targets = node.value, node.targets
    if not isinstance(moved, ast.BinOp) or len(targets) != 1 or type(moved.op) not in _IN_PLACE:
        return
    target = code.text(targets[0])
    if code.text(moved.left) == target and may_be_input(code, moved.left):
        sign = symbol(moved.op)
        yield rewritten(code, node, f"{target} {sign}= {code.text(moved.right)}", sign=sign)


@TABLE.operator(
    "input-overwritten",
    "The result is written into an array of the caller: a new one has to be made.",
)
def _input_overwritten(code: Code, node: ast.BinOp) -> Iterator[Change]:
    numpy, name = library(code), _IN_PLACE.get(type(node.op), "")
    if not numpy or name not in ("subtract", "divide") or number(node.right) is not None:
        return
    value = isinstance(code.statement(node), ast.Assign | ast.Return)
    looped = any(isinstance(n, ast.ListComp | ast.GeneratorExp) for n in code.above(node))
    named = isinstance(node.left, ast.Name)
    if value and named and not looped and may_be_input(code, node.left):
        left, right = code.text(node.left), code.text(node.right)
        yield replaced(code, node, f"{numpy}.{name}({left}, {right}, out={left})")


@TABLE.operator(
    "input-sorted",
    "The method sort changes what the caller passed in: sorted makes a new list.",
)
def _input_sorted(code: Code, node: ast.Assign) -> Iterator[Change]:
    call = node.value
    named = isinstance(call, ast.Call) and function(call) in ("sort", "sorted")
    if not named or not is_function(call) or len(node.targets) != 1:
        return
    array = subject(call) if isinstance(call, ast.Call) else None
    if array is not None and may_be_input(code, array):
        text, target = code.text(array), code.text(node.targets[0])
        second = "" if target == text else f"\n{code.indent(node)}{target} = {text}"
        yield rewritten(code, node, f"{text}.sort(){second}")
