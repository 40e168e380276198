"""Values as nodes: data only, on both sides of the wire; `decoding.py` is the way back.

A node of None, bool, int, float, str or bytes is that value. Every other value is a list that
begins with a tag. Types are compared exactly, on both sides: a subclass of float or of ndarray is
no data, because its methods could lie; like all that is no data it is left to the `opaque` of
whoever encodes or decodes.

Lists, dicts, sets and arrays are numbered in the order in which they are met. One that is met
again, in the same message or in the answer to it, crosses as its number: that is how a function
can return its argument, and how a change made in place finds its way back.
"""

from collections.abc import Callable, Iterable
from types import EllipsisType, GeneratorType, NoneType, NotImplementedType
from typing import Any, cast

from autograder.execution import arrays
from autograder.execution.conversation import LocalError, Node
from autograder.execution.decoding import (
    DTYPE_NAME,
    MAX_BIG_INT_BYTES,
    MAX_DEPTH,
    SINGLETONS,
    Decoder,
)
from autograder.execution.library_values import BY_NAME, name_of
from autograder.execution.tags import (
    ARRAY,
    BIG_INT,
    BYTEARRAY,
    COMPLEX,
    DICT,
    DTYPE,
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

__all__ = [
    "FINISHED",
    "LAZY",
    "MAX_DEPTH",
    "SINGLETONS",
    "Decoder",
    "Encoder",
    "NotData",
]

MAX_ITERATED = 1 << 20

_AS_IT_IS = frozenset({NoneType, bool, float})
_THEMSELVES = _AS_IT_IS | {str, bytes}
_INT = frozenset({int})
_EDGE = 1 << 63
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

Opaque = Callable[[object], Node]


class NotData(LocalError):
    """A value is no data, too deep, or too large for a message."""


class Encoder:
    """Turns values into nodes, for one message or for an answer to it.

    Args:
        opaque: gives the node of a value that is no data, or raises NotData.
        seen: what was numbered before; the encoder goes on counting there.
        iterators: the types of iterators that are read to their end.
        array: gives the number by which an array is known again in later messages; 0 for none.
    """

    def __init__(
        self,
        opaque: Opaque,
        seen: Iterable[object] = (),
        iterators: frozenset[type] = FINISHED,
        array: Callable[[object], int] = lambda _: 0,
    ) -> None:
        self._array = array
        self._opaque = opaque
        self._iterators = iterators
        self.bulk = bytearray()
        self.seen = [*seen]
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
            return [LIST, *self.items(value, depth)]
        if isinstance(value, set):
            return [SET, *[self.encode(item, depth) for item in value]]
        return self._array_node(value)

    def items(self, values: Any, depth: int) -> list[Node]:
        """Return the nodes of a list's or tuple's items; most lists hold one kind of number."""
        kinds = {*map(type, values)}
        if kinds <= _THEMSELVES or (kinds == _INT and -_EDGE <= min(values) <= max(values) < _EDGE):
            return values  # type: ignore[no-any-return]
        return [self.encode(item, depth) for item in values]

    def _array_node(self, value: object) -> Node:
        number = self._array(value)
        return [ARRAY, *arrays.write(value, self.bulk), *([number] if number else ())]

    def _other(self, value: Any, depth: int) -> Node:
        if arrays.is_array(value):
            if arrays.is_plain(value):
                return self.numbered(value) or self._array_node(value)
            if arrays.is_of_objects(value):
                shape = list(value.shape)
                items = [self.encode(item, depth) for item in value.reshape(-1).tolist()]
                return [OBJECT_ARRAY, shape, *items]
            return self._opaque(value)
        if arrays.is_scalar(value):
            return [SCALAR, *arrays.write_scalar(value, self.bulk)]
        if arrays.is_dtype(value) and DTYPE_NAME.fullmatch(str(value)):
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
    if -_EDGE <= value < _EDGE:
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
    return [TUPLE, *encoder.items(value, depth)]


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
