"""Arrays and scalars of NumPy as nodes: dtype, shape and plain bytes, never a pickle.

Only booleans, integers, floats, complex numbers, bytes and text cross, in sizes whose every
pattern of bits is a value; what comes from the other side is measured before it is believed.
NumPy is imported when the first array arrives, so that a notebook without it does not pay.
"""

import re
import sys
from functools import cache
from math import prod
from typing import Any

from autograder.execution.conversation import Node, PeerError

MAX_DIMENSIONS = 32
# No long double: some of its bit patterns are no numbers. No object, no structure, no dates.
_PLAIN = re.compile(
    r"\|b1|\|[iu]1|[<>][iu][248]|[<>]f[248]|[<>]c(?:8|16)|\|S[1-9]\d{0,5}|[<>]U[1-9]\d{0,5}"
)
_ALIGNMENT = 16


class Reshaped(Exception):
    """The student's code gave an array of the tests another shape or dtype in place."""


# Classes of arrays of the judge's own making, see `empties.py`.
marked: set[type] = set()


def is_array(value: object) -> bool:
    """Whether a value is exactly an ndarray, no subclass of it but the judge's own."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and (type(value) is numpy.ndarray or type(value) in marked)


def is_plain(array: Any) -> bool:
    """Whether an array can cross."""
    return array.ndim <= MAX_DIMENSIONS and _plain_name(array.dtype) is not None


def is_of_objects(array: Any) -> bool:
    """Whether an array holds objects, which cross one by one."""
    return bool(array.dtype.kind == "O" and array.ndim <= MAX_DIMENSIONS)


def of_objects(shape: Any, items: list[Any]) -> Any:
    """Return an array of objects; PeerError when they are not as many as the shape says."""
    import numpy

    sizes = type(shape) is list and all(type(n) is int and 0 <= n < 1 << 40 for n in shape)
    if not sizes or len(shape) > MAX_DIMENSIONS or prod(shape) != len(items):
        raise PeerError("expected as many objects as the shape of their array says")
    array = numpy.empty(len(items), dtype=object)
    for place, item in enumerate(items):
        array[place] = item
    return array.reshape(shape)


@cache
def _plain_name(dtype: Any) -> str | None:
    """Return the name of a dtype whose arrays can cross, None of any other."""
    name: str = dtype.str
    return name if _PLAIN.fullmatch(name) else None


@cache
def _plain_dtype(name: str) -> Any:
    """Return the dtype of a name; PeerError when its arrays may not cross."""
    import numpy

    if not _PLAIN.fullmatch(name):
        raise PeerError("expected a plain dtype")
    return numpy.dtype(name)


def is_scalar(value: object) -> bool:
    """Whether a value is a NumPy scalar that can cross, of NumPy's own class."""
    numpy = sys.modules.get("numpy")
    if numpy is None or not issubclass(type(value), numpy.generic):
        return False
    kind: Any = type(value)
    return _is_scalar_type(kind)


@cache
def _is_scalar_type(kind: type) -> bool:
    import numpy

    dtype = numpy.dtype(kind) if kind.__module__ == "numpy" else None
    if dtype is None or dtype.type is not kind:
        return False
    return dtype.kind in "SU" or _PLAIN.fullmatch(dtype.str) is not None


def is_dtype(value: Any) -> bool:
    """Whether a value is a dtype without fields."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and issubclass(type(value), numpy.dtype) and value.fields is None


def dtype(name: str) -> Any:
    """Return the dtype of a name."""
    import numpy

    return numpy.dtype(name)


def write(array: Any, bulk: bytearray) -> list[Node]:
    """Append an array's bytes to the bulk; return its dtype, shape, place, whether writeable."""
    if len(bulk) % _ALIGNMENT:
        bulk += bytes(-len(bulk) % _ALIGNMENT)
    place = len(bulk)
    bulk += array.tobytes()
    name = _plain_name(array.dtype) or array.dtype.str  # NumPy formats it anew each time
    return [name, [*array.shape], place, array.flags.writeable]


def is_written(array: Any, node: list[Node], bulk: bytes) -> bool:
    """Whether an array is what `write` made these four parts and this bulk of."""
    name, shape, place, writeable = node
    return (
        _plain_name(array.dtype) == name
        and [*array.shape] == shape
        and array.flags.writeable is writeable
        and bulk.startswith(array.tobytes(), place)
    )


def write_scalar(value: Any, bulk: bytearray) -> list[Node]:
    """Append a scalar's bytes to the bulk; return what `write` returns of an array."""
    import numpy

    array = numpy.asarray(value)
    if not array.dtype.itemsize:  # the empty text
        array = array.astype(array.dtype.kind + "1")
    return write(array, bulk)


def read(node: list[Node], bulk: bytes) -> Any:
    """Return a new array, which owns its memory.

    Raises:
        PeerError: a dtype that may not cross, or dtype, shape and bytes do not fit together.
    """
    if len(node) != 4:
        raise PeerError("expected dtype, shape, place and writeable of an array")
    name, shape, place, writeable = node
    if type(name) is not str:
        raise PeerError("expected a plain dtype")
    kind = _plain_dtype(name)
    if type(shape) is not list or len(shape) > MAX_DIMENSIONS:
        raise PeerError("expected a shape")
    for size in shape:
        if type(size) is not int or not 0 <= size < 1 << 40:
            raise PeerError("expected a shape")
    count = prod(shape)
    length = count * kind.itemsize
    if type(place) is not int or not 0 <= place <= place + length <= len(bulk):
        raise PeerError(f"expected {length} bytes for an array, got fewer")
    array = sys.modules["numpy"].ndarray(shape, kind, bulk, place if length else 0).copy()
    if kind.kind in "bU":
        _check_patterns(array)
    if writeable is False:
        array.flags.writeable = False
    return array


def read_scalar(node: list[Node], bulk: bytes) -> Any:
    """Return a scalar of NumPy; PeerError as for `read`."""
    array = read(node, bulk)
    if array.ndim:
        raise PeerError("expected a scalar, got an array")
    return array[()]


def overwrite(array: Any, node: list[Node], bulk: bytes) -> None:
    """Give an array new values in place.

    Raises:
        PeerError: the node is no array.
        Reshaped: its shape or dtype is another, or the array may not be written.
    """
    new = read(node, bulk)
    if new.shape != array.shape or new.dtype != array.dtype or not array.flags.writeable:
        raise Reshaped(
            f"expected an argument's shape {array.shape} and dtype {array.dtype} to stay, got "
            f"{new.shape} and {new.dtype}, or an array that may not be written"
        )
    array[...] = new


def _check_patterns(array: Any) -> None:
    """Refuse bytes that are no value of their dtype: a boolean of 2, a character past Unicode."""
    import numpy

    if array.dtype.kind == "b" and array.size and array.view(numpy.uint8).max() > 1:
        raise PeerError("expected booleans of 0 and 1")
    if array.dtype.kind == "U" and array.size:
        codes = numpy.ascontiguousarray(array).reshape(-1).view(array.dtype.str[0] + "u4")
        if codes.max() > 0x10FFFF:
            raise PeerError("expected characters of Unicode")
