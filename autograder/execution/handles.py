"""What the judge keeps of the sandbox's objects: one Remote, or one array, for each.

Nothing here is believed of an object but its number. That two answers are one array is taken from
the sandbox only where both have the same contents.
"""

import weakref
from collections import deque
from collections.abc import Callable, Collection
from typing import Any

from autograder.execution import tags
from autograder.execution.conversation import Node, PeerError
from autograder.execution.references import References, library_name
from autograder.execution.remote import Asker, Identity, Remote, RemoteCallable, identity, is_remote
from autograder.execution.values import NotData

_MODULES = 200
_MAX_ARRAYS = 10_000
_SAME_BYTES = 16 << 20


class Handles:
    """The judge's side of the sandbox's table of objects.

    Args:
        asker: the way to the sandbox.
        references: what names of libraries may stand for.

    Attributes:
        functions: functions of the tests, by the numbers under which they were sent.
        reached: how the tests reach the objects of the answer that is read now, see
            `changers.Changers.of_labels`.
        dead: numbers of objects that the judge refers to no more, to tell the sandbox.
    """

    def __init__(self, asker: Asker, references: References) -> None:
        self._asker = asker
        self._references = references
        self._remotes: weakref.WeakValueDictionary[int, Remote] = weakref.WeakValueDictionary()
        self._arrays: dict[int, weakref.ref[Any]] = {}
        self._most_arrays = _MAX_ARRAYS
        # A module is there for good: `id(pyplot) == id(plt)` asks twice for one that nobody holds.
        self._modules: list[Remote] = []
        self.functions: list[Callable[..., Any]] = []
        self._numbers: dict[int, int] = {}
        self.reached: Collection[str] = ("",)
        self.dead: deque[int] = deque()

    def remote(
        self, number: int, can_be_called: bool, name: str, classes: list[Node] | None = None
    ) -> Remote:
        """Return the object of a number, the same as long as the judge refers to it.

        Raises:
            PeerError: its classes are no names.
        """
        found = self._remotes.get(number)
        if found is None:
            kind = RemoteCallable if can_be_called else Remote
            claim = self._claim(classes or [])
            found = kind.of(Identity(number, self._asker, name[:200], claim))
            self._remotes[number] = found
            weakref.finalize(found, self.dead.append, number).atexit = False
            if _is_module(classes or []):
                self._modules = [*self._modules[-_MODULES:], found]
        identity(found).labels.update(self.reached)
        return found

    def all_dead(self) -> list[Node]:
        """Return the numbers of objects that the judge refers to no more, each once."""
        numbers = {self.dead.popleft() for _ in range(len(self.dead))}
        return [number for number in numbers if number not in self._remotes]

    def node(self, value: object) -> Node:
        """Return the node of what the judge refers to instead of sending it.

        Raises:
            NotData: it cannot be sent.
        """
        if is_remote(value):
            return [tags.OBJECT, identity(value).number]  # type: ignore[arg-type]
        surrogate = getattr(value, "student_number", None)
        if isinstance(value, type) and type(surrogate) is int:
            return [tags.OBJECT, surrogate]
        if (where := library_name(value)) is not None:
            return [tags.LIBRARY, *where, 0]
        if callable(value):
            return [tags.FUNCTION, self._function(value)]
        raise NotData(f"a {type(value).__name__} of the tests cannot be sent")

    def _function(self, value: Callable[..., Any]) -> int:
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self.functions)
            self.functions.append(value)
        return number

    def array(self, number: int, new: Any) -> Any:
        """Return the array that the judge has for a number, if it is the same in all its bytes."""
        reference = self._arrays.get(number)
        known = reference() if reference is not None else None
        if known is not None and _same(known, new):
            return known
        if len(self._arrays) >= self._most_arrays:
            self._arrays = {n: ref for n, ref in self._arrays.items() if ref() is not None}
            self._most_arrays = max(_MAX_ARRAYS, 2 * len(self._arrays))
        self._arrays[number] = weakref.ref(new)
        return new

    def _claim(self, classes: list[Node]) -> type | None:
        """Return the nearest class of an object that the judge has as well."""
        for entry in classes[:40]:
            named = type(entry) is list and len(entry) == 2
            if not named or not all(type(part) is str for part in entry):
                raise PeerError("expected module and name of a class")
            claim = self._references.claim(*entry)
            if claim is not None:
                return claim
        return None


def _is_module(classes: list[Node]) -> bool:
    return bool(classes) and classes[0] == ["builtins", "module"]


def _same(one: Any, other: Any) -> bool:
    alike = one.dtype == other.dtype and one.shape == other.shape
    alike = alike and one.flags.writeable == other.flags.writeable
    return alike and one.nbytes <= _SAME_BYTES and bool(one.tobytes() == other.tobytes())
