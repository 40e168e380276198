"""Whether two calls ended in the same way: value, exception, and what became of the arguments."""

from typing import Any

import numpy as np

_RTOL, _ATOL = 1e-9, 1e-12
_DEPTH = 6


def difference(one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[str, str] | None:
    """Return how two outcomes differ, each in a few words, or None when they are the same.

    Args:
        one: ("returned", value, args, keywords), ("raised", class) or ("late",).
        other: the same.
    """
    if one[0] != other[0]:
        return said(one), said(other)
    if one[0] != "returned":
        return None if one == other else (said(one), said(other))
    if not same(one[1], other[1]):
        return short(one[1]), short(other[1])
    for mine, its in zip(one[2:], other[2:], strict=True):
        if not same(mine, its):
            return f"leaves its arguments as {short(mine)}", f"leaves them as {short(its)}"
    return None


def said(outcome: tuple[Any, ...]) -> str:
    """Return an outcome in a few words."""
    if outcome[0] == "returned":
        return short(outcome[1])
    return f"raises {outcome[1]}" if outcome[0] == "raised" else "does not end"


def same(one: Any, other: Any, depth: int = 0) -> bool:
    """Whether two values are alike to within rounding; unknown things are not."""
    if depth > _DEPTH:
        return False
    if isinstance(one, dict):
        alike = isinstance(other, dict) and one.keys() == other.keys()
        return alike and all(same(one[key], other[key], depth + 1) for key in one)
    numbers = _numbers(one), _numbers(other)
    if numbers[0] is not None and numbers[1] is not None:
        return _same_numbers(numbers[0], numbers[1])
    if isinstance(one, (list, tuple)):
        alike = isinstance(other, (list, tuple)) and len(one) == len(other)
        return alike and all(same(a, b, depth + 1) for a, b in zip(one, other, strict=True))
    if one is other:
        return True
    if callable(one) and callable(other):
        return bool(getattr(one, "__qualname__", one) == getattr(other, "__qualname__", other))
    if type(one).__name__ != type(other).__name__:
        return False
    if isinstance(one, np.random.Generator):
        return bool(one.bit_generator.state == other.bit_generator.state)
    if hasattr(one, "__dict__"):
        return same(vars(one), vars(other), depth + 1)
    return bool(one == other)


def _numbers(value: Any) -> np.ndarray[Any, Any] | None:
    """Return a value as an array of numbers, None when it is none."""
    if value is None or isinstance(value, (str, bytes)):
        return None
    try:
        array = np.asarray(value)
    except (TypeError, ValueError):
        return None
    return array if array.dtype.kind in "biufc" else None


def _same_numbers(one: np.ndarray[Any, Any], other: np.ndarray[Any, Any]) -> bool:
    return one.shape == other.shape and bool(
        np.allclose(one, other, rtol=_RTOL, atol=_ATOL, equal_nan=True)
    )


def short(value: Any) -> str:
    """Return a value on one short line."""
    if isinstance(value, np.ndarray):
        text = np.array2string(value, threshold=12, precision=6, separator=", ")
        text = f"array{value.shape} {text}"
    else:
        text = repr(value)
    text = " ".join(text.split())
    return text if len(text) <= 160 else text[:157] + "..."


def is_new(value: Any, seen: set[Any]) -> bool:
    """Whether a value has not been seen before; it has from now on."""
    key = _key(value)
    new = key not in seen
    seen.add(key)
    return new


def _key(value: Any) -> Any:
    """Return what two values have in common exactly when they are the same, bit by bit."""
    if isinstance(value, np.ndarray) and value.dtype.kind != "O":
        return value.shape, value.dtype.str, value.tobytes()
    if isinstance(value, (list, tuple)):
        return type(value).__name__, tuple(map(_key, value))
    if isinstance(value, dict):
        return tuple((key, _key(item)) for key, item in value.items())
    if value is None or isinstance(value, (str, bytes, int, float, complex, np.generic)):
        return type(value).__name__, repr(value)
    return id(value)
