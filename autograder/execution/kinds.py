"""What `type` is for test code: of an object of the student's it gives the student's class.

`type(shape) == Square` is asked of a Remote, whose own type is nobody's business.
"""

from typing import Any

from autograder.execution.remote import is_remote


class _Meta(type):
    """Makes a class that stands for `type` and is equal to it."""

    def __call__(cls, *args: Any, **keywords: Any) -> Any:
        """Return the class of a value, or a new class, as `type` does."""
        if cls is not Type:
            return super().__call__(*args, **keywords)
        if len(args) == 1 and not keywords:
            found = args[0].__class__ if is_remote(args[0]) else type(args[0])
            return Type if found is type else found
        return type(*args, **keywords)

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, type) if cls is Type else super().__instancecheck__(value)

    def __subclasscheck__(cls, kind: type) -> bool:
        return issubclass(kind, type) if cls is Type else super().__subclasscheck__(kind)

    def __eq__(cls, other: object) -> bool:
        return other is cls or (cls is Type and other is type)

    def __hash__(cls) -> int:
        return hash(type) if cls is Type else super().__hash__()


class Type(type, metaclass=_Meta):
    """Stands for `type` in test code."""


Type.__name__ = Type.__qualname__ = "type"
Type.__module__ = "builtins"
