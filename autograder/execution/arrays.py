"""Arrays and scalars of NumPy as nodes: dtype, shape and plain bytes, never a pickle.

Only booleans, integers, floats, complex numbers, bytes and text cross, in sizes whose every
pattern of bits is a value; what comes from the other side is measured before it is believed.
NumPy is imported when the first array arrives, so that a notebook without it does not pay.
"""

import re
import sys
from math import prod
from typing import Any

from autograder.execution.conversation import Node, PeerError

MAX_DIMENSIONS = 32
# No long double: some of its bit patterns are no numbers. No object, no structure, no dates.
_PLAIN = re.compile(
    r"\|b1|\|[iu]1|[<>][iu][248]|[<>]f[248]|[<>]c(?:8|16)|\|S[1-9]\d{0,5}|[<>]U[1-9]\d{0,5}"
)
_ALIGNMENT = 16


def is_array(value: object) -> bool:
    """Whether a value is exactly an ndarray, no subclass of it."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and type(value) is numpy.ndarray


def is_plain(array: Any) -> bool:
    """Whether an array can cross."""
    return _PLAIN.fullmatch(array.dtype.str) is not None and array.ndim <= MAX_DIMENSIONS


def is_scalar(value: object) -> bool:
    """Whether a value is a NumPy scalar that can cross, of NumPy's own class."""
    numpy = sys.modules.get("numpy")
    if numpy is None or not issubclass(type(value), numpy.generic):
        return False
    dtype = numpy.dtype(type(value)) if type(value).__module__ == "numpy" else None
    if dtype is None or dtype.type is not type(value):
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
    bulk.extend(b"\0" * (-len(bulk) % _ALIGNMENT))
    place = len(bulk)
    bulk += array.tobytes()
    return [array.dtype.str, list(array.shape), place, bool(array.flags.writeable)]


def write_scalar(value: Any, bulk: bytearray) -> list[Node]:
    """Append a scalar's bytes to the bulk; return its dtype and place."""
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
    import numpy

    if len(node) != 4:
        raise PeerError("expected dtype, shape, place and writeable of an array")
    name, shape, place, writeable = node
    if type(name) is not str or not _PLAIN.fullmatch(name):
        raise PeerError("expected a plain dtype")
    sizes = type(shape) is list and all(type(n) is int and 0 <= n < 1 << 40 for n in shape)
    if not sizes or len(shape) > MAX_DIMENSIONS:
        raise PeerError("expected a shape")
    kind = numpy.dtype(name)
    length = prod(shape) * kind.itemsize
    if type(place) is not int or not 0 <= place <= place + length <= len(bulk):
        raise PeerError(f"expected {length} bytes for an array, got fewer")
    array = numpy.frombuffer(bulk, kind, prod(shape), place if length else 0).reshape(shape).copy()
    _check_patterns(array)
    array.flags.writeable = writeable is not False
    return array


def read_scalar(node: list[Node], bulk: bytes) -> Any:
    """Return a scalar of NumPy; PeerError as for `read`."""
    array = read(node, bulk)
    if array.ndim:
        raise PeerError("expected a scalar, got an array")
    return array[()]


def overwrite(array: Any, node: list[Node], bulk: bytes) -> None:
    """Give an array new values in place; PeerError when its shape or dtype is another."""
    new = read(node, bulk)
    if new.shape != array.shape or new.dtype != array.dtype or not array.flags.writeable:
        raise PeerError("expected values for an array that can be written, of its shape and dtype")
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
