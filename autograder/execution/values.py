"""Values as nodes, and nodes as values: data only, on both sides of the wire.

A node of None, bool, int, float, str or bytes is that value. Every other value is a list that
begins with a tag. Types are compared exactly, on both sides: a subclass of float or of ndarray is
no data, because its methods could lie; like all that is no data it is left to the `opaque` of
whoever encodes or decodes.

Lists, dicts, sets and arrays are numbered in the order in which they are met. One that is met
again, in the same message or in the answer to it, crosses as its number: that is how a function
can return its argument, and how a change made in place finds its way back.
"""

import re
from collections.abc import Callable, Iterable
from types import EllipsisType, GeneratorType, NoneType, NotImplementedType
from typing import Any, cast

from autograder.execution import arrays
from autograder.execution.conversation import LocalError, Node, PeerError
from autograder.execution.library_values import BY_NAME, name_of

LIST, TUPLE, DICT, SET, FROZENSET = 1, 2, 3, 4, 5
BIG_INT, COMPLEX, SLICE, RANGE, SINGLETON = 6, 7, 8, 9, 10
ARRAY, SCALAR, DTYPE, SEEN, LIBRARY_VALUE = 11, 12, 13, 14, 15
BYTEARRAY, ITERATOR = 16, 17
FIRST_OPAQUE_TAG = 32

MAX_DEPTH = 100
MAX_BIG_INT_BYTES = 64 << 10
MAX_ITERATED = 1 << 20

_AS_IT_IS = frozenset({NoneType, bool, float})
_SINGLETONS: tuple[object, ...] = (Ellipsis, NotImplemented)
# Iterators over what is there already: they cross as the items that they have left.
_EMPTY: tuple[Iterable[Any], ...] = (
    [],
    (),
    {},
    {}.values(),
    {}.items(),
    set(),
    range(0),
    range(1 << 70, 1 << 71),
    "",
    b"",
    reversed([]),
)
FINISHED: frozenset[type] = frozenset(type(iter(over)) for over in _EMPTY)
# Iterators that run code to make their items: a test's are run before they cross, a student's
# are left where they are.
LAZY: frozenset[type] = frozenset({GeneratorType, map, filter, zip, enumerate, reversed})
_DICT: dict[Any, Any] = {}
_VIEWS: tuple[type, ...] = (type(_DICT.keys()), type(_DICT.values()), type(_DICT.items()))
_DTYPE = re.compile(r"[a-z]{1,12}\d{0,4}|[<>|=][A-Za-z]\d{1,6}")

Opaque = Callable[[object], Node]
Known = Callable[[list[Node]], object]


class NotData(LocalError):
    """A value is no data, too deep, or too large for a message."""


class Encoder:
    """Turns values into nodes, for one message or for an answer to it.

    Args:
        opaque: gives the node of a value that is no data, or raises NotData.
        seen: what was numbered before; the encoder goes on counting there.
        iterators: the types of iterators that are read to their end.
    """

    def __init__(
        self,
        opaque: Opaque,
        seen: Iterable[object] = (),
        iterators: frozenset[type] = FINISHED,
    ) -> None:
        self._opaque = opaque
        self._iterators = iterators
        self.bulk = bytearray()
        self.seen = list(seen)
        self._numbers = {id(value): number for number, value in enumerate(self.seen)}

    def encode(self, value: object, depth: int = 0) -> Node:
        """Return the node of a value."""
        kind = type(value)
        if kind in _AS_IT_IS:
            return value
        if kind is str or kind is bytes:
            return value
        if kind is int:
            return _integer(cast(int, value))
        if depth > MAX_DEPTH:
            raise NotData(f"expected at most {MAX_DEPTH} containers inside one another")
        writer = _WRITERS.get(kind)
        if writer is not None:
            return writer(self, value, depth + 1)
        return self._other(value, depth + 1)

    def numbered(self, value: object) -> Node:
        """Return a reference to a container met before, or number it and return None."""
        number = self._numbers.get(id(value))
        if number is not None:
            return [SEEN, number]
        self._numbers[id(value)] = len(self.seen)
        self.seen.append(value)
        return None

    def contents(self, value: object, depth: int = 0) -> Node:
        """Return the node of a container that has its number already."""
        if isinstance(value, dict):
            pairs = [self.encode(part, depth) for item in value.items() for part in item]
            return [DICT, *pairs]
        if isinstance(value, list):
            return [LIST, *[self.encode(item, depth) for item in value]]
        if isinstance(value, set):
            return [SET, *[self.encode(item, depth) for item in value]]
        return [ARRAY, *arrays.write(value, self.bulk)]

    def _other(self, value: object, depth: int) -> Node:
        if arrays.is_array(value):
            if not arrays.is_plain(value):
                return self._opaque(value)
            return self.numbered(value) or self.contents(value, depth)
        if arrays.is_scalar(value):
            return [SCALAR, *arrays.write_scalar(value, self.bulk)]
        if arrays.is_dtype(value) and _DTYPE.fullmatch(str(value)):
            return [DTYPE, str(value)]
        name = name_of(value)
        if name:
            plain = BY_NAME[name].to_plain(value)
            return [LIBRARY_VALUE, name, self.encode(plain, depth)]
        if type(value) in self._iterators:
            return [ITERATOR, *[self.encode(item, depth) for item in _bounded(value)]]
        if type(value) in _VIEWS:
            return [LIST, *[self.encode(item, depth) for item in cast(Any, value)]]
        return self._opaque(value)


def _integer(value: int) -> Node:
    if -(1 << 63) <= value < 1 << 63:
        return value
    length = value.bit_length() // 8 + 1
    if length > MAX_BIG_INT_BYTES:
        raise NotData(f"expected an integer of at most {MAX_BIG_INT_BYTES} bytes")
    return [BIG_INT, value.to_bytes(length, "big", signed=True)]


def _bounded(items: Any) -> Iterable[object]:
    for number, item in enumerate(items):
        if number >= MAX_ITERATED:
            raise NotData(f"expected at most {MAX_ITERATED} items to iterate over")
        yield item


def _container(encoder: Encoder, value: object, depth: int) -> Node:
    return encoder.numbered(value) or encoder.contents(value, depth)


def _tuple(encoder: Encoder, value: Any, depth: int) -> Node:
    return [TUPLE, *[encoder.encode(item, depth) for item in value]]


_WRITERS: dict[type, Callable[[Encoder, Any, int], Node]] = {
    list: _container,
    dict: _container,
    set: _container,
    tuple: _tuple,
    frozenset: lambda e, v, depth: [FROZENSET, *[e.encode(item, depth) for item in v]],
    complex: lambda e, v, depth: [COMPLEX, v.real, v.imag],
    slice: lambda e, v, d: [SLICE, e.encode(v.start, d), e.encode(v.stop, d), e.encode(v.step, d)],
    range: lambda e, v, d: [RANGE, e.encode(v.start, d), e.encode(v.stop, d), e.encode(v.step, d)],
    EllipsisType: lambda e, v, depth: [SINGLETON, 0],
    NotImplementedType: lambda e, v, depth: [SINGLETON, 1],
    bytearray: lambda e, v, depth: [BYTEARRAY, bytes(v)],
}


class Decoder:
    """Turns the nodes of one message into values; PeerError for a node that is none.

    Args:
        bulk: the message's bulk.
        known: gives the value of a node whose tag is not of this module.
        seen: what was numbered before.
    """

    def __init__(self, bulk: bytes, known: Known, seen: Iterable[object] = ()) -> None:
        self.bulk = bulk
        self._known = known
        self.seen = list(seen)

    def decode(self, node: Node, depth: int = 0) -> Any:
        """Return the value of a node."""
        if type(node) is not list:
            if type(node) in (NoneType, bool, int, float, str, bytes):
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
        return [
            node if type(node) in (float, int, str) else self.decode(node, depth) for node in nodes
        ]

    def fill(self, value: Any, node: Node) -> None:
        """Give a numbered container the contents that a node says; PeerError when it cannot."""
        tag = node[0] if type(node) is list and node and type(node[0]) is int else 0
        if tag == ARRAY and arrays.is_array(value):
            arrays.overwrite(value, node[1:], self.bulk)
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
    value = arrays.read(nodes, decoder.bulk)
    decoder.seen.append(value)
    return value


def _read_seen(decoder: Decoder, nodes: list[Node], depth: int) -> Any:
    (number,) = nodes
    if type(number) is not int or not 0 <= number < len(decoder.seen):
        raise PeerError("expected the number of a container that was met before")
    return decoder.seen[number]


def _read_dtype(decoder: Decoder, nodes: list[Node], depth: int) -> Any:
    (name,) = nodes
    if type(name) is not str or not _DTYPE.fullmatch(name):
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
    return entry.from_plain(decoder.decode(plain, depth))


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
    if type(number) is not int or not 0 <= number < len(_SINGLETONS):
        raise PeerError("expected the number of a singleton")
    return _SINGLETONS[number]


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
    ITERATOR: lambda decoder, nodes, depth: iter(decoder.all(nodes, depth)),
}
