"""What a student's code did to the arguments of a call, and what of it the tests see.

A function that zeroes its arguments and returns zero agrees with every test that works out what
is expected from those arguments after the call. So what the instructor's answers do not change in
place (`changers.py`) keeps its value here: the tests go on with their own data, and a result that
*is* the changed argument is a new object with the changed contents. Yet "an input must stay as it
was" is a fair thing to test. A piece that passed although changes were withheld is therefore run
once more, in other processes, where they are seen until the piece ends; it has to pass there too.
"""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from autograder.execution import arrays
from autograder.execution.changers import ALL, Changers
from autograder.execution.conversation import Node, PeerError
from autograder.execution.decoding import Decoder
from autograder.execution.tags import ARRAY

Permitted = Callable[[int], bool]


def nothing(number: int) -> bool:
    """Permit no change."""
    return False


class Changes:
    """Decides on changes of arguments and carries them out.

    Args:
        changers: what the instructor's functions change.
        shown: whether other changes are seen as well until a piece of tests ends.
    """

    def __init__(self, changers: Changers, *, shown: bool = False) -> None:
        self._changers = changers
        self._shown = shown
        self._kept: dict[int, tuple[Any, Any]] = {}
        self._before: dict[str, Any] = {}
        self.withheld = False

    def begin(self, names: Mapping[str, Any]) -> None:
        """Begin a piece, with the tests' own names as they are."""
        self.withheld = False
        self._before = dict(dict.items(names)) if self._shown else {}  # type: ignore[arg-type]

    def undo(self, names: dict[str, Any]) -> None:
        """Give what was there when the piece began the contents back that it had.

        What the piece made itself stays as it is, and so do results: a name that was bound in the
        piece to what is changed back stands for a copy.
        """
        there = _within(self._before.values()) if self._kept else set()
        for value, before in self._kept.values():
            if id(value) not in there:
                continue
            for name, bound in [*dict.items(names)]:
                if bound is value and self._before.get(name) is not value:
                    dict.__setitem__(names, name, value.copy())
            if type(value) is list:
                value[:] = before
            elif type(value) in (dict, set):
                value.clear()
                value.update(before)
            else:
                value[...] = before
        self._kept.clear()

    def permitted(
        self,
        labels: Collection[str],
        keywords: Sequence[str],
        ends: Sequence[int],
    ) -> Permitted:
        """Return which containers of a call it may change, by their numbers.

        Args:
            labels: how the tests reached what is called.
            keywords: the names of the last arguments.
            ends: how many containers had a number when each argument was written.
        """
        known = tuple(labels)  # worked out when a change comes, which is seldom

        def permit(number: int) -> bool:
            places = self._changers.of_labels(known)
            if ALL in places or not places:
                return bool(places)
            given = [*range(len(ends) - len(keywords)), *keywords]
            # What a function of the tests returned on the way has the numbers after all arguments.
            owner = next((at for at, end in zip(given, ends, strict=True) if number < end), None)
            return owner is None or owner in places

        return permit

    def write(self, decoder: Decoder, changes: list[Node], sent: int, permitted: Permitted) -> None:
        """Carry out what the sandbox says was changed.

        Args:
            decoder: of the reply; containers whose changes are withheld are replaced in it.
            changes: numbers and contents.
            sent: how many containers were sent.
            permitted: which of them may be changed for good.

        Raises:
            PeerError: these are no changes.
            Reshaped: an array has got another shape.
        """
        withheld: list[tuple[int, Node]] = []
        for change in changes:
            if type(change) is not list or len(change) != 2 or type(change[0]) is not int:
                raise PeerError("expected a number and the contents of a changed argument")
            number, contents = change
            if not 0 <= number < sent:
                raise PeerError("expected the number of an argument")
            if permitted(number):
                decoder.fill(decoder.seen[number], contents)
            elif self._shown:
                self._keep(decoder.seen[number])
                decoder.fill(decoder.seen[number], contents)
            else:
                withheld.append((number, contents))
        if withheld:
            self._withhold(decoder, withheld)

    def _keep(self, value: Any) -> None:
        """Remember what a container holds, unless it is remembered already."""
        if id(value) not in self._kept:
            self._kept[id(value)] = (value, value.copy())

    def _withhold(self, decoder: Decoder, withheld: list[tuple[int, Node]]) -> None:
        """Put new containers with the changed contents in the place of those that were changed."""
        old = {number: decoder.seen[number] for number, _ in withheld}
        for number, contents in withheld:
            mine = old[number]
            is_array = arrays.is_array(mine)
            decoder.seen[number] = _array(contents, decoder.bulk) if is_array else type(mine)()
        for number, contents in withheld:
            if not arrays.is_array(old[number]):
                decoder.fill(decoder.seen[number], contents)
        twins = {id(old[number]): decoder.seen[number] for number in old}
        differing = [n for n in old if not _same(old[n], decoder.seen[n], twins)]
        for number, mine in old.items():
            if not differing or (number not in differing and arrays.is_array(mine)):
                decoder.seen[number] = mine
        self.withheld |= bool(differing)


def _within(values: Iterable[Any], depth: int = 4) -> set[int]:
    """Return the identities of values, and of what containers among them hold."""
    found: set[int] = set()
    for value in values:
        found.add(id(value))
        if depth and type(value) in (list, tuple, dict):
            found |= _within(value.values() if type(value) is dict else value, depth - 1)
    return found


def _array(node: Node, bulk: bytes) -> Any:
    if type(node) is not list or node[:1] != [ARRAY]:
        raise PeerError("expected the contents of an array")
    try:
        return arrays.read(node[1:5], bulk)
    except (TypeError, ValueError, OverflowError):
        raise PeerError("expected an array that NumPy can hold") from None


def _same(mine: Any, theirs: Any, twins: dict[int, Any]) -> bool:
    """Whether two containers hold the same, where twins count as the same."""
    if arrays.is_array(mine):
        alike = mine.shape == theirs.shape and mine.dtype == theirs.dtype
        return bool(alike and mine.tobytes() == theirs.tobytes())
    if len(mine) != len(theirs):
        return False
    if type(mine) is set:
        return bool(mine == theirs)
    pairs = zip(mine, theirs, strict=True)
    if not all(_alike(a, b, twins) for a, b in pairs):
        return False
    if type(mine) is not dict:
        return True
    return all(_alike(a, b, twins) for a, b in zip(mine.values(), theirs.values(), strict=True))


def _alike(mine: Any, theirs: Any, twins: dict[int, Any]) -> bool:
    if mine is theirs or twins.get(id(mine), twins) is theirs:
        return True
    if type(mine) is not type(theirs):
        return False
    if type(mine) is tuple:
        return len(mine) == len(theirs) and all(
            _alike(a, b, twins) for a, b in zip(mine, theirs, strict=True)
        )
    if type(mine) is float:
        return mine == theirs or (math.isnan(mine) and math.isnan(theirs))
    if arrays.is_scalar(mine):
        return bool(mine.tobytes() == theirs.tobytes())
    return type(mine) in (int, str, bytes, complex) and bool(mine == theirs)
