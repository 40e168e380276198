"""Exceptions of the student's code, raised again in the judge without the student's classes.

A built-in exception, or one of a library that the tests import, is raised as itself. A class of
the student's becomes a surrogate: a class of the same name, derived from the surrogates of its
bases and at last from the nearest exception that the judge knows. What is no `Exception`
(SystemExit, KeyboardInterrupt) becomes a RuntimeError: student code cannot end the judge.
"""

from collections.abc import Callable
from typing import Any

from autograder.execution.conversation import Node, PeerError
from autograder.execution.references import References

_MAX_KINDS = 40


class Surrogates:
    """The judge's stand-ins for the student's classes of exceptions.

    Args:
        references: finds the exceptions that the judge has itself.
        attribute: asks the sandbox for an attribute of an object, by the object's number.
    """

    def __init__(self, references: References, attribute: Callable[[int, str], object]) -> None:
        self._references = references
        self._attribute = attribute
        self._classes: dict[int, type[Exception]] = {}

    def class_of(self, kinds: list[Node]) -> type[Exception]:
        """Return the class for a line of descent.

        Args:
            kinds: [module, qualname, number] of each class, from the nearest to the furthest.
        """
        line = [_checked(kind) for kind in kinds[:_MAX_KINDS]]
        own: list[tuple[str, str, int]] = []
        base: type[Exception] = RuntimeError
        for module, qualname, number in line:
            known = self._references.exception(module, qualname)
            if known is not None:
                base = known
                break
            own.append((module, qualname, number))
        for _, qualname, number in reversed(own):
            base = self._surrogate(qualname, number, base)
        return base

    def raised(self, kinds: list[Node], handle: int, args: Any, text: str, trace: str) -> Exception:
        """Return the exception to raise."""
        kind = self.class_of(kinds)
        arguments = args if type(args) is tuple else (text,)
        try:
            error = kind(*arguments)
        except Exception:  # a constructor that wants other arguments
            error = kind.__new__(kind)
            error.args = (text,)
        error.student_trace = trace  # type: ignore[attr-defined]
        if hasattr(kind, "student_number"):
            error.student_handle = handle  # type: ignore[attr-defined]
            error.student_text = text  # type: ignore[attr-defined]
        return error

    def _surrogate(self, qualname: str, number: int, base: type[Exception]) -> type[Exception]:
        known = self._classes.get(number)
        if known is not None:
            return known
        attribute = self._attribute

        def get(error: Any, name: str) -> object:
            handle = error.__dict__.get("student_handle")
            if handle is None or name.startswith("__") or name == "student_handle":
                raise AttributeError(name)
            return attribute(handle, name)

        def text(error: Any) -> str:
            said = error.__dict__.get("student_text")
            return said if type(said) is str else Exception.__str__(error)

        members = {"__getattr__": get, "__str__": text, "student_number": number}
        made = type(qualname.rpartition(".")[2] or "Exception", (base,), members)
        self._classes[number] = made
        return made


def _checked(kind: Node) -> tuple[str, str, int]:
    if type(kind) is list and len(kind) == 3:
        module, qualname, number = kind
        if type(module) is str and type(qualname) is str and type(number) is int:
            return module, qualname[:200].replace("\0", ""), number
    raise PeerError("expected module, name and number of a class")
