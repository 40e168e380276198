"""Arrays and lists without items, where a test expects numbers: no comparison with them holds.

NumPy takes every comparison with an empty array for true, because no item is wrong:
`np.allclose(np.empty((0, 1)), [1, 0])`. So an empty array that the student's code gives, although
nothing that it was given was empty, arrives as one of a class that fails when it is combined with
what is not empty. Compared with an empty array, counted or looped over it is like any other. Lists
stay lists; the checks of NumPy know them again, and so do `np.array` and `np.asarray`.
"""

import functools
import importlib
import sys
from collections.abc import Callable
from typing import Any

from autograder.execution import arrays

_CHECKS = {
    "numpy": ("allclose", "isclose", "array_equiv"),
    "numpy.testing": (
        *("assert_allclose", "assert_almost_equal", "assert_array_almost_equal"),
        *("assert_array_equal", "assert_equal", "assert_approx_equal", "assert_array_less"),
        *("assert_array_max_ulp", "assert_array_almost_equal_nulp"),
    ),
}
_MAKERS = ("array", "asarray", "asanyarray", "ravel", "atleast_1d")
# What combines its arguments by other means than NumPy's elementwise functions.
_COMBINING = frozenset({"dot", "inner", "outer", "vdot", "tensordot", "einsum", "kron", "where"})
_SEQUENCES = (list, tuple, range, set, frozenset, dict)
_HOLDING = (list, tuple, dict, set, frozenset, str, bytes)
_MOST_LISTS = 1000
_lists: list[Any] = []


def is_empty(value: Any) -> bool:
    """Whether a value that crossed is a container, an array or a text without items."""
    kind = type(value)
    if kind is float or kind is int:
        return False
    if kind in _HOLDING:
        return not value
    return arrays.is_array(value) and not value.size


def noted(value: Any) -> Any:
    """Return what the student's code gave; remember it if it is a list without numbers."""
    if type(value) in _SEQUENCES and not _size(value):
        del _lists[:-_MOST_LISTS]
        _lists.append(value)
    return value


def unexpected(array: Any) -> Any:
    """Return an empty array as one that cannot be combined with what is not empty."""
    made = _kind()(array.shape, array.dtype)  # no view: what `asarray` makes of it has it as base
    made.flags.writeable = array.flags.writeable
    return made


@functools.cache
def _kind() -> Any:
    import numpy

    class UnexpectedlyEmpty(numpy.ndarray):
        """An array without items where the tests expect numbers."""

        def __array_ufunc__(self, ufunc: Any, method: Any, *inputs: Any, **kwargs: Any) -> Any:
            """Apply a function of NumPy's to each item, if there is none in any input."""
            if method in ("__call__", "outer"):
                _refuse_others(self, inputs)
            plain = [_plain(part) for part in inputs]
            if "out" in kwargs:
                kwargs["out"] = tuple(_plain(part) for part in kwargs["out"])
            result = getattr(ufunc, method)(*plain, **kwargs)
            # Combined with what is empty itself, it was what the test expected.
            still = len(inputs) == 1 and arrays.is_array(result) and not result.size
            return unexpected(result) if still else result

        def __array_function__(self, func: Any, types: Any, args: Any, kwargs: Any) -> Any:
            """Apply any other function of NumPy's."""
            if func.__name__ in _COMBINING:
                _refuse_others(self, args)
            return super().__array_function__(func, types, args, kwargs)

    arrays.marked.add(UnexpectedlyEmpty)
    return UnexpectedlyEmpty


def _plain(part: Any) -> Any:
    return part.view(sys.modules["numpy"].ndarray) if type(part) in arrays.marked else part


def _refuse_others(array: Any, operands: Any) -> None:
    if any(type(part) is not str and _size(part) for part in operands):
        _refuse(array)


def _refuse(value: Any) -> None:
    shape = f"array of shape {value.shape}" if hasattr(value, "shape") else repr(value)
    raise AssertionError(f"expected numbers, got an empty {shape}")


def _size(value: Any) -> int:
    """Return how many items there are; 1 for what is no array and no list."""
    if arrays.is_array(value):
        return int(value.size)
    if type(value) in (list, tuple):
        return sum(map(_size, value))
    return len(value) if type(value) in _SEQUENCES else 1


def watch() -> None:
    """Have NumPy's checks, if it is imported, refuse what is unexpectedly empty."""
    if "numpy" not in sys.modules:
        return
    for place, names in _CHECKS.items():
        module = importlib.import_module(place)
        for name in names:
            check = getattr(module, name)
            if not hasattr(check, "refuses_empties"):
                setattr(module, name, _refusing(check))
    numpy = sys.modules["numpy"]
    for name in _MAKERS:
        if not hasattr(getattr(numpy, name), "refuses_empties"):
            setattr(numpy, name, _marking(getattr(numpy, name)))


def array_of(items: Any, dtype: Any = None) -> Any:
    """Return what a student's own sequence holds as an array, marked where it holds nothing."""
    made = sys.modules["numpy"].array(items, dtype=dtype)
    return made if made.size or type(made) in arrays.marked else unexpected(made)


def _refusing(check: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(check)
    def refusing(*args: Any, **keywords: Any) -> Any:
        if not _lists and not arrays.marked:
            return check(*args, **keywords)  # nothing unexpectedly empty has come so far
        both = args[:2] if len(args) > 1 else (*args, *keywords.values())[:2]
        for one, other in (both, both[::-1]) if len(both) == 2 else ():
            if _is_unexpected(one) and _size(other):
                _refuse(one)
        plain = {name: _plain(value) for name, value in keywords.items()}
        return check(*map(_plain, args), **plain)

    refusing.refuses_empties = True  # type: ignore[attr-defined]
    return refusing


def _marking(maker: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(maker)
    def marking(*args: Any, **keywords: Any) -> Any:
        made = maker(*args, **keywords)
        # As quick as can be where something is in it, which is nearly always.
        if not made.size and (_is_unexpected(made) or any(map(_is_unexpected, args[:1]))):
            return made if type(made) in arrays.marked else unexpected(made)
        return made

    marking.refuses_empties = True  # type: ignore[attr-defined]
    return marking


def _is_unexpected(value: Any) -> bool:
    if arrays.is_array(value):
        return type(value) in arrays.marked or type(value.base) in arrays.marked
    return type(value) in _SEQUENCES and any(value is known for known in _lists)
