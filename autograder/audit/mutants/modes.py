"""Switches and settings: flags, options written as words, default values."""

import ast
from collections.abc import Iterator

from autograder.audit.mutants.calls import number
from autograder.audit.mutants.changes import Change, operand, replaced
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.registry import Table

TABLE = Table()
_OPTIONS = {
    "same": "valid",
    "valid": "same",
    "causal": "same",
    "relu": "linear",
    "tanh": "linear",
    "sigmoid": "linear",
    "softmax": "sigmoid",
    "linear": "relu",
    "constant": "edge",
    "edge": "constant",
    "reflect": "symmetric",
    "symmetric": "reflect",
    "wrap": "constant",
    "max": "min",
    "min": "max",
    "mean": "sum",
    "sum": "mean",
    "ij": "xy",
    "xy": "ij",
    "channels_last": "channels_first",
    "channels_first": "channels_last",
    "avg": "max",
    "left": "right",
    "right": "left",
}
_MODES = ("training", "train", "inference", "trainable", "deterministic")


@TABLE.operator(
    "default-changed",
    "A parameter has another default value than the one that is asked for.",
)
def _default_changed(code: Code, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[Change]:
    for default in [*node.args.defaults, *node.args.kw_defaults]:
        value = number(default)
        if default is not None and value is not None:
            yield replaced(code, default, repr(_other(value)))
        elif isinstance(default, ast.Constant) and isinstance(default.value, bool):
            yield replaced(code, default, repr(not default.value))


def _other(value: float) -> float:
    """Return a default value so different that a result can show it."""
    if value == 0:
        return value + 1
    return value * (1000 if abs(value) < 1e-3 else 2)


@TABLE.operator(
    "mode-fixed",
    "The switch between training and inference is ignored: {got} is always on.",
)
def _mode_fixed(code: Code, node: ast.keyword) -> Iterator[Change]:
    if node.arg in _MODES and isinstance(node.value, ast.Name):
        other = "training" if node.arg == "inference" else "inference"
        on = node.arg if node.arg == "inference" else "training"
        yield replaced(code, node.value, "True", got=on)
        yield replaced(code, node.value, "False", got=other)


@TABLE.operator(
    "flag-flipped",
    "A switch is the wrong way round: what should be on is off, or the other way round.",
)
def _flag_flipped(code: Code, node: ast.keyword | ast.Constant) -> Iterator[Change]:
    if isinstance(node, ast.keyword):
        if node.arg in _MODES and isinstance(node.value, ast.Name):
            yield replaced(code, node.value, f"not {operand(code, node.value)}")
    elif isinstance(node.value, bool) and not isinstance(code.parent(node), ast.While):
        parent = code.parent(node)
        if not isinstance(parent, ast.keyword) or parent.arg != "keepdims":
            yield replaced(code, node, repr(not node.value))


@TABLE.operator(
    "option-swapped",
    "The option {got} is not the one that is needed.",
)
def _option_swapped(code: Code, node: ast.Constant) -> Iterator[Change]:
    other = _OPTIONS.get(node.value) if isinstance(node.value, str) else None
    parent = code.parent(node)
    if other and (isinstance(parent, ast.keyword | ast.Call) or _is_setting(parent, node)):
        yield replaced(code, node, f'"{other}"', got=other)


def _is_setting(parent: ast.AST, node: ast.expr) -> bool:
    """Whether a text is a value in a dictionary of settings."""
    return isinstance(parent, ast.Dict) and node in parent.values
