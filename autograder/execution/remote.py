"""A student's object, as a test sees it: attributes, items, calls; no opinions.

The object itself stays in the sandbox. What a `Remote` is asked to do is asked of the sandbox, and
what comes back is data, or another Remote. It never answers `==`, an order, truth, or a conversion
to a number: an object of the student's could answer whatever the test wants to hear.
"""

import sys
from collections.abc import Callable, Iterator
from typing import Any, NoReturn, Protocol

from autograder.execution.data_names import COMPARING, data_names
from autograder.execution.empties import array_of

# Attributes with two underscores are protocols: NumPy, copy, pickle and others look for them and
# believe what they find (`__array_interface__` is an address). These tell of the object only.
_PLAIN_DUNDERS = frozenset(
    {
        "__name__",
        "__qualname__",
        "__dict__",
        "__annotations__",
        "__defaults__",
        "__kwdefaults__",
        "__bases__",
        "__mro__",
        "__init__",
        "__wrapped__",
        "__self__",
        "__func__",
        "__str__",
        "__repr__",
        "__add__",
        "__sub__",
        "__mul__",
        "__call__",
        "__version__",
        "__slots__",
        "__len__",
        "__getitem__",
        "__iter__",
        "__next__",
        "__all__",
    }
)
MAX_LENGTH = 1 << 40
# What a layer or a weight says of itself: no more than data of that name and shape would say.
_DESCRIBING = frozenset({"name", "shape", "dtype", "ndim"})
# Libraries whose objects are no data, and whose methods have the names of methods of data.
_TOOLS = ("keras", "sklearn", "matplotlib", "torch.nn.modules")


class Refused(Exception):
    """A test asked a student's object for an answer that cannot be trusted."""


class RefusedAttribute(Refused, AttributeError):
    """The same, for an attribute: `hasattr` says no."""


class Asker(Protocol):
    """What a Remote needs of the judge's end of the wire."""

    def apply(self, operation: str, *args: Any, **keywords: Any) -> Any:
        """Ask the sandbox to do something with objects."""

    def defined(self, name: str) -> bool:
        """Whether the instructor's own code defines a method or attribute of this name."""


class Identity:
    """Who a Remote is.

    Attributes:
        number: the sandbox's number of the object.
        asker: the way to the sandbox.
        name: what the object calls itself, for messages.
        claim: the judge's own class that the object claims, None for a class of the student's.
        labels: the names under which the tests reached it, see `changers.Changers.of_labels`.
    """

    __slots__ = ("asker", "claim", "labels", "name", "number")

    def __init__(self, number: int, asker: Asker, name: str, claim: type | None) -> None:
        self.number = number
        self.asker = asker
        self.name = name
        self.claim = claim
        self.labels: set[str] = set()


def identity(remote: "Remote") -> Identity:
    """Return who a Remote is."""
    found: Identity = object.__getattribute__(remote, "_identity")
    return found


def _ask(remote: "Remote", operation: str, *args: Any) -> Any:
    return identity(remote).asker.apply(operation, remote, *args)


def _refuse(remote: "Remote", wanted: str) -> NoReturn:
    raise Refused(
        f"expected a number, text, array or container to {wanted}, got an object of the class "
        f"'{identity(remote).name}', which cannot be trusted to answer; use its attributes"
    )


class Remote:
    """An object in the sandbox; see the module."""

    __slots__ = ("__weakref__", "_identity")

    @classmethod
    def of(cls, who: Identity) -> "Remote":
        """Return the object of an identity; `__init__` is the student's own."""
        remote = object.__new__(cls)
        object.__setattr__(remote, "_identity", who)
        return remote

    @property
    def __init__(self) -> Any:  # type: ignore[misc]
        return _ask(self, "getattr", "__init__")

    @property  # type: ignore[misc]
    def __class__(self) -> Any:
        """The judge's own class where the object claims one, so that isinstance works."""
        claim = identity(self).claim
        return claim if claim is not None else _ask(self, "getattr", "__class__")

    @property
    def __doc__(self) -> Any:  # type: ignore[override]
        return _ask(self, "getattr", "__doc__")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__") and name not in _PLAIN_DUNDERS:
            raise AttributeError(f"an object of the student's has no {name} for the tests")
        if not _may_answer(self, name):
            # `axes.title` is an object again: it says nothing by itself.
            found = None if name in COMPARING else _ask(self, "getattr", name)
            if type(found) is Remote:
                return found
            raise RefusedAttribute(
                f"expected a value with '{name}', got an object of the class "
                f"'{identity(self).name}', which cannot be trusted to answer"
            )
        return _ask(self, "getattr", name)

    def __setattr__(self, name: str, value: Any) -> None:
        _ask(self, "setattr", name, value)

    def __delattr__(self, name: str) -> None:
        _ask(self, "delattr", name)

    def __getitem__(self, key: Any) -> Any:
        return _ask(self, "getitem", key)

    def __setitem__(self, key: Any, value: Any) -> None:
        _ask(self, "setitem", key, value)

    def __delitem__(self, key: Any) -> None:
        _ask(self, "delitem", key)

    def __len__(self) -> int:
        length = _ask(self, "len")
        if type(length) is not int or not 0 <= length < MAX_LENGTH:
            _refuse(self, "have a length")
        return length

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        """Return the items of a sequence of the student's, as NumPy would gather them."""
        try:
            items = [self[place] for place in range(len(self))]
        except (TypeError, AttributeError):
            alone = sys.modules["numpy"].empty((), dtype=object)
            alone[()] = self
            return alone
        return array_of(items, dtype)

    def __iter__(self) -> Iterator[Any]:
        iterator = _ask(self, "iter")
        return _items(iterator) if is_remote(iterator) else iter(iterator)

    def __next__(self) -> Any:
        """Return the next item; StopIteration at the end."""
        return _ask(self, "next")

    def __str__(self) -> str:
        return _text(self, "str")

    def __repr__(self) -> str:
        return _text(self, "repr")

    def __enter__(self) -> Any:
        return _ask(self, "enter")

    def __exit__(self, *_: object) -> None:
        _ask(self, "exit")

    def __instancecheck__(self, instance: object) -> bool:
        return is_remote(instance) and _yes(_ask(self, "isinstance", instance))

    def __subclasscheck__(self, subclass: object) -> bool:
        return is_remote(subclass) and _yes(_ask(self, "issubclass", subclass))

    def __dir__(self) -> list[str]:
        names = _ask(self, "dir")
        return [n for n in names if type(n) is str] if type(names) is list else []

    def __hash__(self) -> int:
        return identity(self).number

    def __eq__(self, other: object) -> bool:
        """Whether two objects are the same one, or equal by an `__eq__` that the task asks for.

        An object of the student's is never compared with a value of the tests.
        """
        if other is self or other is None:
            return other is self
        if not is_remote(other):
            _refuse(self, "compare")
        return identity(self).asker.defined("__eq__") and _yes(_ask(self, "eq", other))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __bool__(self) -> bool:
        """Whether it is true: always, unless the task's classes have a truth or length.

        That is worth no more to a student than the answer True.
        """
        asker = identity(self).asker
        if asker.defined("__bool__") or asker.defined("__len__"):
            return _yes(_ask(self, "bool"))
        return True


class RemoteCallable(Remote):
    """An object in the sandbox that can be called."""

    __slots__ = ()

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        """Call the object and return what it returns."""
        return identity(self).asker.apply("call", self, *args, **keywords)


def is_remote(value: object) -> bool:
    """Whether a value is a Remote; `isinstance` would ask the sandbox."""
    return type(value) is Remote or type(value) is RemoteCallable


def _text(remote: Remote, operation: str) -> str:
    text = _ask(remote, operation)
    return text if type(text) is str else f"<{identity(remote).name}>"


def _items(iterator: Remote) -> Iterator[Any]:
    while True:
        try:
            yield _ask(iterator, "next")
        except StopIteration:
            return


def _yes(answer: object) -> bool:
    return answer is True


def _may_answer(remote: Remote, name: str) -> bool:
    """Whether an attribute is the object's own business.

    `result.equals(expected)`, `result.max()`: a test that means a table or an array would have
    the student's object judge itself. Names that data have are answered only where the
    instructor's code defines a method or attribute of that name, or for models and figures.
    """
    who = identity(remote)
    if name not in data_names() or who.asker.defined(name):
        return True
    claim = who.claim
    is_tool = claim is not None and claim.__module__.startswith(_TOOLS)
    return is_tool and (name in _DESCRIBING or (name not in COMPARING and hasattr(claim, name)))


def _operator(name: str, reflected: bool) -> Callable[..., Any]:
    own, other_way = f"__{name}__", f"__r{name}__"

    def operate(self: Remote, other: Any) -> Any:
        """Ask for the operation if the task has one like it.

        In `result - expected` the student's object would be handed what is expected and could
        answer 0. So an operator exists only where the instructor's own code defines it, and what
        comes of an operation with a test's value must be an object again, not data.
        """
        asker = identity(self).asker
        if not asker.defined(own) and not asker.defined(other_way):
            _refuse(self, f"have the operator {own}")
        left, right = (other, self) if reflected else (self, other)
        result = asker.apply(name, left, right)
        if not is_remote(other) and not is_remote(result):
            _refuse(self, f"answer the operator {own}")
        return result

    return operate


def _unary(name: str) -> Callable[..., Any]:
    def operate(self: Remote) -> Any:
        if not identity(self).asker.defined(f"__{name}__"):
            _refuse(self, f"have the operator __{name}__")
        return _ask(self, name)

    return operate


def _no(wanted: str) -> Callable[..., Any]:
    return lambda self, *_: _refuse(self, wanted)


ARITHMETIC = (
    "add",
    "sub",
    "mul",
    "truediv",
    "floordiv",
    "mod",
    "pow",
    "matmul",
    "and",
    "or",
    "xor",
    "lshift",
    "rshift",
)
UNARY = ("neg", "pos", "abs", "invert")
for _name in ARITHMETIC:
    setattr(Remote, f"__{_name}__", _operator(_name, reflected=False))
    setattr(Remote, f"__r{_name}__", _operator(_name, reflected=True))
for _name in UNARY:
    setattr(Remote, f"__{_name}__", _unary(_name))
for _name in ("lt", "le", "gt", "ge"):
    setattr(Remote, f"__{_name}__", _no("compare"))
for _name in ("float", "int", "complex", "round", "trunc", "floor", "ceil"):
    setattr(Remote, f"__{_name}__", _no("convert to a number"))
for _name in ("reduce", "reduce_ex", "copy", "deepcopy"):
    setattr(Remote, f"__{_name}__", _no("copy"))
