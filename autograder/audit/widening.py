"""Further inputs made from those that tests use: other scales, signs, sizes and dtypes.

Nobody says that a task allows them. An input on which the reference itself raises is left out, and
a difference that shows on these alone is named as such.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


def wider(args: tuple[Any, ...]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield changed arguments, each with how they were changed; the originals stay as they are."""
    for how, change in _CHANGES:
        changed = tuple(_each(argument, change) for argument in args)
        if any(not same for same in map(_untouched, args, changed)):
            yield how, changed
    rows = _common_rows(args)
    if rows:
        for how, taken in (
            ("one row", [0]),
            ("rows backwards", range(rows - 1, -1, -1)),
            ("rows twice", [*range(rows), *range(rows)]),
            ("all rows but one", range(rows - 1)),
        ):
            if len(taken):
                index = list(taken)
                yield how, tuple(_rows(argument, index, rows) for argument in args)


def _is_float(array: Array) -> bool:
    return bool(array.dtype.kind == "f")


def _float32(array: Array) -> Array:
    return array.astype(np.float32) if array.dtype == np.float64 else array


def _scaled(factor: float) -> Callable[[Array], Array]:
    return lambda array: array * factor if _is_float(array) else array


def _ties(array: Array) -> Array:
    return np.round(array) if _is_float(array) else array


_CHANGES: tuple[tuple[str, Callable[[Array], Array]], ...] = (
    ("scaled by 1000", _scaled(1000.0)),
    ("scaled by 0.001", _scaled(0.001)),
    ("negated", _scaled(-1.0)),
    ("zeros", _scaled(0.0)),
    ("whole numbers", _ties),
    ("float32", _float32),
)


def _each(value: Any, change: Callable[[Array], Array]) -> Any:
    if isinstance(value, np.ndarray):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_each(item, change) for item in value)
    if isinstance(value, list):
        numbers = _numbers(value)
        if numbers is not None:
            changed = change(numbers)
            return value if changed is numbers else changed.tolist()
        return [_each(item, change) for item in value]
    if isinstance(value, dict):
        return {key: _each(item, change) for key, item in value.items()}
    return value


def _numbers(value: list[Any]) -> Array | None:
    """Return a list of plain numbers, or of lists of them, as an array; None for another list."""
    if not value or any(isinstance(item, (np.ndarray, tuple, dict)) for item in value):
        return None
    try:
        array = np.asarray(value)
    except ValueError:
        return None
    return array.astype(float) if array.dtype.kind in "iuf" else None


def _untouched(one: Any, other: Any) -> bool:
    if one is other or isinstance(one, np.ndarray):
        return one is other
    if isinstance(one, list) and _numbers(one) is not None:
        return False
    if isinstance(one, (tuple, list)):
        return all(map(_untouched, one, other))
    return all(map(_untouched, one.values(), other.values())) if isinstance(one, dict) else True


def _common_rows(args: tuple[Any, ...]) -> int:
    """Return how many rows the first array has, 0 without one of two dimensions."""
    first = next((a for a in args if isinstance(a, np.ndarray) and a.ndim >= 2), None)
    return 0 if first is None else first.shape[0]


def _rows(value: Any, index: list[int], rows: int) -> Any:
    fits = isinstance(value, np.ndarray) and value.ndim >= 1 and value.shape[0] == rows
    return value[index] if fits else value
