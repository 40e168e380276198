"""Answers as another machine might compute them: moved in the last place, or in single precision.

In a *shaken* answer, every argument and every intermediate result of type float is moved up or
down, at random, by one unit in the last place. Another order of operations, mathematical library,
device or backend rounds each of them differently by about as much, so what a shaken answer returns
bounds what these may do. A number whose significand has at most half of its type's digits stays as
it is: small integers and halves add and multiply without rounding in any order.

What is moved is found in the answer's source: operators and calls. Assignments in place keep what
they refer to, so `x -= step` moves `step` alone.
"""

import ast
import functools
import math
import random
import sys
from collections.abc import Callable
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

import numpy as np
import numpy.typing as npt

SHAKEN, ENTERED = "__shaken__", "__entered__"
_CALLABLE = (FunctionType, BuiltinFunctionType, MethodType, np.ufunc, functools.partial)
# Half of the 53 digits of a double's significand.
_HALF = 26
# The same by type: digits of the significand, the integers of the same size, and those of the
# stored digits that are zero where half of all (the first is not stored) hold the number.
_LAYOUTS: dict[str, tuple[int, Any, int]] = {
    "f8": (53, np.int64, (1 << 27) - 1),
    "f4": (24, np.int32, (1 << 12) - 1),
    "f2": (11, np.int16, (1 << 6) - 1),
}
_SIGNS = 1 << 16


def shaken_source(source: str) -> ast.Module:
    """Return an answer with its arguments and intermediate results passed through a change.

    Raises:
        SyntaxError: the source is no Python.
    """
    return _finished(_Inside().visit(entered_source(source)))


def entered_source(source: str) -> ast.Module:
    """Return an answer with the arguments of its functions passed through a change.

    Raises:
        SyntaxError: the source is no Python.
    """
    tree = ast.parse(source)
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        for function in inner:
            if isinstance(function, ast.FunctionDef):
                # Innermost, below @property and its like.
                function.decorator_list.append(ast.Name(ENTERED, ast.Load()))
    return _finished(tree)


def _finished(tree: ast.Module) -> ast.Module:
    return ast.fix_missing_locations(tree)


class _Inside(ast.NodeTransformer):
    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        return ast.Call(ast.Name(SHAKEN, ast.Load()), [node], [])

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        return ast.Call(ast.Name(SHAKEN, ast.Load()), [node], [])

    def visit_MatchValue(self, node: ast.MatchValue) -> ast.AST:
        return node  # a pattern may not hold a call


def entered(change: Callable[[Any], Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that passes arguments, and what callbacks give, through a change.

    A function gets copies of its arrays; what it writes into one is written into the caller's.
    """

    def decorated(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def called(*args: Any, **keywords: Any) -> Any:
            copies: list[tuple[npt.NDArray[Any], npt.NDArray[Any], bytes]] = []
            changed = [_deep(value, change, copies) for value in args]
            named = {name: _deep(value, change, copies) for name, value in keywords.items()}
            try:
                return function(*changed, **named)
            finally:
                for own, copy, before in copies:
                    if copy.tobytes() != before and own.flags.writeable:
                        own[...] = copy

        return called

    return decorated


def _deep(value: Any, change: Callable[[Any], Any], copies: list[Any]) -> Any:
    kind = type(value)
    if kind is np.ndarray:
        copy = change(value.copy())
        copies.append((value, copy, copy.tobytes()))
        return copy
    if kind is float or isinstance(value, np.floating):
        return change(value)
    if kind in (list, tuple):
        return kind(_deep(item, change, copies) for item in value)
    if kind is dict:
        return {key: _deep(item, change, copies) for key, item in value.items()}
    if isinstance(value, _CALLABLE):
        return _calling(value, change)
    return value


def _calling(function: Callable[..., Any], change: Callable[[Any], Any]) -> Callable[..., Any]:
    def called(*args: Any, **keywords: Any) -> Any:
        return _deep(function(*args, **keywords), change, [])

    return functools.update_wrapper(called, function)


def to_single(value: Any) -> Any:
    """Return float64 numbers as float32, and everything else as it is."""
    if isinstance(value, np.ndarray | np.float64) and value.dtype == np.float64:
        with np.errstate(all="ignore"):
            return value.astype(np.float32)
    return value


class Shake:
    """Moves floats by one unit in the last place, up or down as the draw has it."""

    def __init__(self, draw: int) -> None:
        self._bits = random.Random(draw)  # noqa: S311 - nothing here is secret
        signs = np.random.default_rng(draw).integers(0, 2, size=_SIGNS, dtype=np.int8) * 2 - 1
        self._signs = {kind: signs.astype(kind) for _, kind, _ in _LAYOUTS.values()}
        self._next = 0

    def result(self, value: Any) -> Any:
        """Return an intermediate result, moved; what is also known by another name stays."""
        if type(value) is np.ndarray:
            # A view, or an array that a name refers to: its elements were moved when it was made.
            if value.base is None and sys.getrefcount(value) <= _FRESH:
                self._move(value)
            return value
        if type(value) is tuple:
            return tuple(self.value(item) for item in value)
        return self.value(value)

    def value(self, value: Any) -> Any:
        """Return a float, or a copy of an array of floats, moved; anything else as it is."""
        kind = type(value)
        if kind is float or kind is np.float64:
            return kind(self._scalar(float(value)))
        if kind is np.ndarray:
            moved = value.copy()
            self._move(moved)
            return moved
        if isinstance(value, np.floating | np.complexfloating):
            moved = np.array(value)
            self._move(moved)
            return moved[()]
        return value

    def _scalar(self, value: float) -> float:
        if not math.isfinite(value) or math.ldexp(math.frexp(value)[0], _HALF).is_integer():
            return value
        return math.nextafter(value, math.inf if self._bits.getrandbits(1) else -math.inf)

    def _move(self, array: npt.NDArray[Any]) -> None:
        """Move the elements of an array in place."""
        if array.dtype.kind == "c":
            self._move(array.real)
            self._move(array.imag)
        elif array.dtype.str[1:] in _LAYOUTS and array.dtype.isnative and array.size:
            _, kind, low = _LAYOUTS[array.dtype.str[1:]]
            # Read as integers, floats that follow each other follow each other, too; and 0, inf
            # and numbers of half the digits or fewer have only zeros in the lower half.
            bits = array.view(kind)
            bits += self._steps(kind, array.size).reshape(array.shape) * ((bits & low) != 0)

    def _steps(self, kind: Any, count: int) -> npt.NDArray[Any]:
        signs = self._signs[kind]
        if self._next + count > signs.size:
            self._next = 0
        found = signs[self._next : self._next + count]
        self._next += count
        return found if found.size == count else np.resize(signs, count)


class _Probe:
    def result(self, value: Any) -> int:
        return sys.getrefcount(value)


# How often a temporary is referred to inside a method that it is handed to.
_FRESH = _Probe().result(np.zeros(1))
