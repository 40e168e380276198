"""Nodes as values again; what comes from the other side is checked before it is believed."""

import re
from collections.abc import Callable, Iterable
from types import NoneType
from typing import Any

from autograder.execution import arrays
from autograder.execution.conversation import Node, PeerError
from autograder.execution.library_values import BY_NAME
from autograder.execution.tags import (
    ARRAY,
    BIG_INT,
    BYTEARRAY,
    COMPLEX,
    DICT,
    DTYPE,
    FIRST_OPAQUE_TAG,
    FROZENSET,
    ITERATOR,
    LIBRARY_VALUE,
    LIST,
    OBJECT_ARRAY,
    RANGE,
    SCALAR,
    SEEN,
    SET,
    SINGLETON,
    SLICE,
    TUPLE,
)

MAX_DEPTH = 100
MAX_BIG_INT_BYTES = 64 << 10
SINGLETONS: tuple[object, ...] = (Ellipsis, NotImplemented)
DTYPE_NAME = re.compile(r"[a-z]{1,12}\d{0,4}|[<>|=][A-Za-z]\d{1,6}")

_THEMSELVES = frozenset({NoneType, bool, int, float, str, bytes})

Known = Callable[[list[Node]], object]


class Decoder:
    """Turns the nodes of one message into values; PeerError for a node that is none.

    Args:
        bulk: the message's bulk.
        known: gives the value of a node whose tag is not of this module.
        seen: what was numbered before.
        array: gives the array to use for one that the other side has given a number.

    Attributes:
        empty: gives the array to use for one without items; None for the array itself.
    """

    def __init__(
        self,
        bulk: bytes,
        known: Known,
        seen: Iterable[object] = (),
        array: Callable[[int, Any], Any] = lambda _, new: new,
    ) -> None:
        self.array = array
        self.empty: Callable[[Any], Any] | None = None
        self.bulk = bulk
        self._known = known
        self.seen = [*seen]

    def decode(self, node: Node, depth: int = 0) -> Any:
        """Return the value of a node."""
        if type(node) is not list:
            if type(node) in _THEMSELVES:
                return node
            raise PeerError(f"expected a node, got {type(node).__name__}")
        if depth > MAX_DEPTH + 20 or not node or type(node[0]) is not int:
            raise PeerError("expected a tag, or fewer containers inside one another")
        tag = node[0]
        if tag >= FIRST_OPAQUE_TAG:
            return self._known(node)
        reader = _READERS.get(tag)
        if reader is None:
            raise PeerError(f"expected the tag of a value, got {tag}")
        try:
            return reader(self, node[1:], depth + 1)
        except PeerError:
            raise
        except (TypeError, ValueError, OverflowError, ArithmeticError, LookupError) as error:
            raise PeerError(f"expected a value of tag {tag}, got {type(error).__name__}") from None

    def all(self, nodes: list[Node], depth: int) -> list[Any]:
        """Return the values of some nodes."""
        if _THEMSELVES.issuperset(map(type, nodes)):
            return [*nodes]
        return [self.decode(node, depth) for node in nodes]

    def fill(self, value: Any, node: Node) -> None:
        """Give a numbered container the contents that a node says; PeerError when it cannot."""
        tag = node[0] if type(node) is list and node and type(node[0]) is int else 0
        if tag == ARRAY and arrays.is_array(value):
            arrays.overwrite(value, node[1:5], self.bulk)
        elif _FILLED.get(tag) is not type(value):
            raise PeerError("expected the contents of a container of the same type")
        else:
            _refill(self, value, node[1:], 1)


_FILLED: dict[int, type] = {LIST: list, DICT: dict, SET: set}


def _refill(decoder: Decoder, value: Any, nodes: list[Node], depth: int) -> None:
    items = decoder.all(nodes, depth)
    value.clear()
    if type(value) is dict:
        value.update(_pairs(items))
    elif type(value) is set:
        value.update(items)
    else:
        value.extend(items)


def _pairs(items: list[Any]) -> Iterable[tuple[Any, Any]]:
    if len(items) % 2:
        raise PeerError("expected a value for every key")
    return zip(items[::2], items[1::2], strict=True)


def _new(kind: Callable[[], Any]) -> Callable[[Decoder, list[Node], int], Any]:
    def read(decoder: Decoder, nodes: list[Node], depth: int) -> Any:
        value = kind()
        decoder.seen.append(value)
        _refill(decoder, value, nodes, depth)
        return value

    return read


def _read_array(decoder: Decoder, nodes: list[Node], depth: int) -> Any:
    number = nodes.pop() if len(nodes) == 5 else 0
    value = arrays.read(nodes, decoder.bulk)
    if type(number) is not int or not 0 <= number < 1 << 53:
        raise PeerError("expected the number of an array")
    value = decoder.array(number, value) if number else value
    if decoder.empty is not None and not value.size:
        value = decoder.empty(value)
    decoder.seen.append(value)
    return value


def _read_object_array(decoder: Decoder, nodes: list[Node], depth: int) -> Any:
    shape, *items = nodes
    return arrays.of_objects(shape, decoder.all(items, depth))


def _read_seen(decoder: Decoder, nodes: list[Node], depth: int) -> Any:
    (number,) = nodes
    if type(number) is not int or not 0 <= number < len(decoder.seen):
        raise PeerError("expected the number of a container that was met before")
    return decoder.seen[number]


def _read_dtype(decoder: Decoder, nodes: list[Node], depth: int) -> Any:
    (name,) = nodes
    if type(name) is not str or not DTYPE_NAME.fullmatch(name):
        raise PeerError("expected the name of a dtype")
    return arrays.dtype(name)


def _read_big_int(decoder: Decoder, nodes: list[Node], depth: int) -> int:
    (raw,) = nodes
    if type(raw) is not bytes or len(raw) > MAX_BIG_INT_BYTES:
        raise PeerError("expected the bytes of an integer")
    return int.from_bytes(raw, "big", signed=True)


def _read_complex(decoder: Decoder, nodes: list[Node], depth: int) -> complex:
    real, imag = nodes
    if type(real) is not float or type(imag) is not float:
        raise PeerError("expected two floats")
    return complex(real, imag)


def _read_range(decoder: Decoder, nodes: list[Node], depth: int) -> range:
    start, stop, step = decoder.all(nodes, depth)
    if not all(type(part) is int for part in (start, stop, step)):
        raise PeerError("expected three integers")
    return range(start, stop, step)


def _read_library_value(decoder: Decoder, nodes: list[Node], depth: int) -> Any:
    name, plain = nodes
    entry = BY_NAME.get(name) if type(name) is str else None
    if entry is None:
        raise PeerError("expected the name of a library's value")
    hook, decoder.empty = decoder.empty, None
    value = entry.from_plain(decoder.decode(plain, depth))
    decoder.empty = hook
    return value


def _read_bytearray(decoder: Decoder, nodes: list[Node], depth: int) -> bytearray:
    (raw,) = nodes
    if type(raw) is not bytes:
        raise PeerError("expected bytes")
    return bytearray(raw)


def _read_slice(decoder: Decoder, nodes: list[Node], depth: int) -> slice:
    start, stop, step = decoder.all(nodes, depth)
    return slice(start, stop, step)


def _read_singleton(decoder: Decoder, nodes: list[Node], depth: int) -> object:
    (number,) = nodes
    if type(number) is not int or not 0 <= number < len(SINGLETONS):
        raise PeerError("expected the number of a singleton")
    return SINGLETONS[number]


_READERS: dict[int, Callable[[Decoder, list[Node], int], Any]] = {
    LIST: _new(list),
    DICT: _new(dict),
    SET: _new(set),
    TUPLE: lambda decoder, nodes, depth: tuple(decoder.all(nodes, depth)),
    FROZENSET: lambda decoder, nodes, depth: frozenset(decoder.all(nodes, depth)),
    BIG_INT: _read_big_int,
    COMPLEX: _read_complex,
    SLICE: _read_slice,
    RANGE: _read_range,
    SINGLETON: _read_singleton,
    ARRAY: _read_array,
    SCALAR: lambda decoder, nodes, depth: arrays.read_scalar(nodes, decoder.bulk),
    DTYPE: _read_dtype,
    SEEN: _read_seen,
    LIBRARY_VALUE: _read_library_value,
    BYTEARRAY: _read_bytearray,
    OBJECT_ARRAY: _read_object_array,
    ITERATOR: lambda decoder, nodes, depth: iter(decoder.all(nodes, depth)),
}
