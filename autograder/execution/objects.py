"""The sandbox's table of objects: what is no data gets a number, by which the judge asks for it.

It runs in the student's process and is trusted by nobody.
"""

import importlib
import sys
import weakref
from collections.abc import Callable, Iterator
from typing import Any

from autograder.execution import arrays, tags
from autograder.execution.conversation import Node, PeerError
from autograder.execution.values import Decoder, Encoder, NotData

_MAX_CLASSES = 12
_MAX_ARRAYS = 10_000


class Objects:
    """Objects by number.

    Args:
        call_back: calls a function of the tests by its number.
    """

    def __init__(self, call_back: Callable[..., Any]) -> None:
        self._call_back = call_back
        self._objects: list[object] = [None]
        self._numbers: dict[int, int] = {}
        self._functions: dict[int, Any] = {}
        self._arrays: dict[int, tuple[weakref.ref[Any], int]] = {}
        self._next_array = 1
        self._most_arrays = _MAX_ARRAYS

    def number(self, value: object) -> int:
        """Return the number of an object; the table keeps it alive."""
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._objects)
            self._objects.append(value)
        return number

    def array(self, value: Any) -> int:
        """Return the number of an array, the same as long as it lives; it crosses by value."""
        known = self._arrays.get(id(value))
        if known is not None and known[0]() is value:
            return known[1]
        if len(self._arrays) > self._most_arrays:
            self._arrays = {k: v for k, v in self._arrays.items() if v[0]() is not None}
            self._most_arrays = max(_MAX_ARRAYS, 2 * len(self._arrays))
        number, self._next_array = self._next_array, self._next_array + 1
        self._arrays[id(value)] = weakref.ref(value), number
        return number

    def release(self, numbers: list[Any]) -> None:
        """Forget objects, which the judge refers to no more."""
        for number in numbers:
            value, self._objects[number] = self._objects[number], None
            self._numbers.pop(id(value), None)

    def node(self, value: object) -> Node:
        """Return the node of an object that is no data."""
        if isinstance(value, _Function) and type(value) is _Function:
            return [tags.FUNCTION, value.number]
        if isinstance(value, type) and issubclass(value, BaseException):
            return [tags.EXCEPTION, self.descent(value)]
        where = library_name(value)
        if where is not None:
            return [tags.LIBRARY, *where, self.number(value)]
        kind = type(value)
        name = _called(value) if callable(value) else kind.__name__
        classes = [[str(k.__module__), str(k.__qualname__)] for k in kind.__mro__[:_MAX_CLASSES]]
        return [tags.HANDLE, self.number(value), callable(value), str(name), classes]

    def descent(self, kind: type) -> Node:
        """Return the line of descent of a class of exceptions."""
        return [
            [str(k.__module__), str(k.__qualname__), self.number(k)]
            for k in kind.__mro__
            if k is not object
        ]

    def value(self, node: list[Node]) -> object:
        """Return what a reference of the judge's stands for."""
        tag, *rest = node
        if tag == tags.OBJECT:
            return self._objects[rest[0]]
        if tag == tags.FUNCTION:
            return self._functions.setdefault(rest[0], _Function(rest[0], self._call_back))
        if tag == tags.LIBRARY:
            found: Any = importlib.import_module(rest[0])
            for part in rest[1].split(".") if rest[1] else ():
                found = getattr(found, part)
            return found
        raise PeerError(f"expected a reference, got tag {tag}")


class _Function:
    """A function of the tests, as the student's code sees it."""

    def __init__(self, number: int, call: Callable[..., Any]) -> None:
        self.number = number
        self.__name__ = "function"
        self._call = call

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        return self._call(self.number, args, keywords)


def _may_change(node: Node) -> bool:
    """Whether the value of a node may have something in it that can change."""
    return type(node) is list and node[0] < tags.FIRST_OPAQUE_TAG


class Received:
    """What the judge sent with one question: its arguments, and answers on the way.

    The containers are the student's to change in place, and changes go back with the reply.
    """

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._parcels: list[tuple[list[Any], list[Node], bytes, range]] = []
        self._references: dict[int, Node] = {}
        self.containers: list[object] = []

    def take(self, nodes: list[Node], bulk: bytes) -> list[Any]:
        """Return the values of a message, and remember what they were."""
        decoder = Decoder(bulk, self._value)
        values = decoder.all(nodes, 0)
        if decoder.seen:
            first = len(self.containers)
            self.containers += decoder.seen
            self._parcels.append((values, nodes, bulk, range(first, len(self.containers))))
        return values

    def changed(self) -> Iterator[tuple[int, object]]:
        """Return containers with their numbers, of every message of which one was changed."""
        for values, nodes, bulk, numbers in self._parcels:
            if not self._are_same(values, nodes, bulk):
                yield from ((number, self.containers[number]) for number in numbers)

    def _are_same(self, values: list[Any], nodes: list[Node], bulk: bytes) -> bool:
        """Whether values are what they were when they came as these nodes."""
        may_change = [pair for pair in zip(values, nodes, strict=True) if _may_change(pair[1])]
        if all(node[0] == tags.ARRAY for _, node in may_change):
            return all(arrays.is_written(value, node[1:5], bulk) for value, node in may_change)
        again = Encoder(lambda v: self._references.get(id(v)) or self._objects.node(v))
        try:
            same = all(again.encode(value) == node for value, node in may_change)
        except NotData:
            return False
        return same and again.bulk == bulk

    def _value(self, node: list[Node]) -> object:
        value = self._objects.value(node)
        self._references[id(value)] = node
        return value


def library_name(value: object) -> tuple[str, str] | None:
    """Return module and name of what can be imported; None for the student's own.

    Modules with a state that belongs to this process (Matplotlib's figures) are no library here.
    """
    kind = type(value).__name__
    module = getattr(value, "__module__", None)
    name = getattr(value, "__qualname__", None) or getattr(value, "__name__", None)
    if kind == "module":
        module, name = getattr(value, "__name__", None), ""
        if type(module) is not str or module.startswith("matplotlib"):
            return None
    elif kind == "ufunc":
        module = "numpy"
    elif not isinstance(value, type) and not callable(value):
        return None
    if kind in ("method", "builtin_function_or_method") and (where := _of_a_generator(value)):
        return where
    if type(module) is not str or type(name) is not str or module == "__main__":
        return None
    found: object = sys.modules.get(module)
    for part in name.split(".") if name else ():
        found = getattr(found, part, None)
    return (module, name) if found is value else None


def _called(value: object) -> str:
    """Return the name of a function or class, a method's with that of its class."""
    name = getattr(value, "__qualname__", None)
    return name if type(name) is str else str(getattr(value, "__name__", type(value).__name__))


def _of_a_generator(value: Any) -> tuple[str, str] | None:
    """Return where a library keeps a method of its own object: `random.random`, `randn`."""
    module = type(getattr(value, "__self__", None)).__module__
    name = getattr(value, "__name__", None)
    if type(module) is not str or type(name) is not str or module in ("builtins", "__main__"):
        return None
    return (module, name) if getattr(sys.modules.get(module), name, None) is value else None
