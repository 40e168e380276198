"""The names that a test cell sees: the judge's own, and the student's by asking.

A dict subclass, which Python consults for every global name of code run with `exec`. A name that
the tests bind is the judge's. A name that the student owns is asked for each time it is read. What
the tests do to names that the student's code reads (rebinding, deleting) is pushed before the next
question, because in one process the student's functions would see it.
"""

import builtins
import contextlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from autograder.execution.beside import is_beside
from autograder.execution.conversation import LocalError
from autograder.execution.link import Link
from autograder.execution.ownership import Ownership
from autograder.execution.remote import Refused, RemoteCallable

_BUILTIN = frozenset(vars(builtins))


class Namespace(dict[str, Any]):
    """Global names of test cells.

    Args:
        link: the way to the sandbox.
        ownership: whose a name is.
        read_by_solution: names that the instructor's solution reads; only these and the
            student's own are ever pushed, or students could read a test's variables by name.
        safe_builtins: what stands for `builtins` in the tests.
    """

    def __init__(
        self,
        link: Link,
        ownership: Ownership,
        read_by_solution: frozenset[str],
        safe_builtins: Mapping[str, Any],
    ) -> None:
        super().__init__()
        self._link = link
        self._ownership = ownership
        self._read_by_solution = read_by_solution
        self._pushed: dict[str, Any] = {}
        # Functions that were asked for, until a cell runs, a test binds such a name, or the
        # sandbox says that the student's code did: it spares most of the questions.
        self._functions: dict[str, RemoteCallable] = {}
        self._deleted: set[str] = set()
        self._unheard = False
        # What visible tests define and the sandbox has run, too: it has classes of its own then.
        self.mirrored: set[str] = set()
        self.moment = 0
        dict.__setitem__(self, "__name__", "__main__")
        dict.__setitem__(self, "__builtins__", dict(safe_builtins))
        # Python asks a dict subclass for every name, built-in ones too; these it finds at once.
        self._lent = {
            name: value
            for name, value in safe_builtins.items()
            if not name.startswith("__") and name != "input"
        }
        dict.update(self, self._lent)

    def _is_lent(self, name: object) -> bool:
        return name in self._lent and dict.get(self, name) is self._lent[name]

    def _take_back(self, names: Iterable[str]) -> None:
        """Unbind built-in names that stand for something else now."""
        for name in names:
            if self._is_lent(name):
                dict.__delitem__(self, name)

    def snapshot(self) -> dict[str, Any]:
        """Return the judge's own names as they are; containers in them are shared."""
        return dict(dict.items(self))

    def restore(self, snapshot: Mapping[str, Any], moment: int) -> None:
        """Make the names what they were; what was pushed to the sandbox stays there."""
        dict.clear(self)
        dict.update(self, snapshot)
        self._take_back(self._ownership.owned)
        self._take_back(self._ownership.imports)
        self._pushed.clear()
        self._deleted.clear()
        self._functions.clear()
        self.moment = moment

    @contextlib.contextmanager
    def unheard(self) -> Iterator[None]:
        """Push nothing of what is bound inside: the sandbox runs the same code itself."""
        self._unheard = True
        try:
            yield
        finally:
            self._unheard = False

    def forget(self, names: set[str]) -> None:
        """Unbind names that have become the student's, in the judge only."""
        self._functions.clear()
        for name in names & dict.keys(self):
            dict.__delitem__(self, name)
        self._take_back(self._ownership.imports)

    def ask_again(self) -> None:
        """Forget which functions the student's names stand for."""
        self._functions.clear()

    def keys_here(self) -> set[str]:
        """Return the names that the judge has bound itself."""
        return {name for name in dict.keys(self) if not self._is_lent(name)}

    def bound_here(self, name: str) -> bool:
        """Whether a name is bound to a value of the judge's own."""
        return dict.__contains__(self, name) and not self._is_lent(name)

    def push(self) -> None:
        """Tell the sandbox what the tests did to names that the student's code reads."""
        while self._pushed:
            name, value = self._pushed.popitem()
            if type(value) is type and name in self.mirrored:
                continue
            try:
                self._link.put(name, value)
            except (LocalError, Refused):
                continue  # what cannot cross stays here; the student's code keeps its own
        for name in [n for n in self._deleted if not dict.__contains__(self, n)]:
            self._deleted.discard(name)
            self._link.drop(name)

    def __missing__(self, name: str) -> Any:
        ours = name not in self._ownership.owned
        if ours and name in self._ownership.imports:
            return self._import(name)
        if (ours and name in _BUILTIN) or name in self._deleted:
            raise KeyError(name)
        if name.startswith("__"):
            raise KeyError(name)
        return self._of_student(name)

    def _of_student(self, name: str) -> Any:
        """Ask for the value of a name."""
        known = self._functions.get(name)
        if known is not None and not self._pushed:
            return known
        try:
            value = self._link.get(name, self.moment)
        except NameError:
            raise KeyError(name) from None
        if type(value) is RemoteCallable:
            self._functions[name] = value
        return value

    def _import(self, name: str) -> Any:
        """Run the instructor's import of a name once the student has bound it to a library."""
        if not self._link.is_library(name, self.moment):
            if name in _BUILTIN:
                raise KeyError(name)
            raise NameError(
                f"name '{name}' is not defined: expected `{self._ownership.imports[name]}`",
                name=name,
            )
        if is_beside(self._ownership.imports[name].split()[1].partition(".")[0]):
            return self._of_student(name)
        found: dict[str, Any] = {}
        exec(self._ownership.imports[name], found)  # noqa: S102 - the instructor's statement
        dict.__setitem__(self, name, found[name])
        return found[name]

    def _concerns_student(self, name: str) -> bool:
        if self._unheard:
            return False
        return name in self._read_by_solution or name in self._ownership.owned

    def __setitem__(self, name: str, value: Any) -> None:
        dict.__setitem__(self, name, value)
        self._deleted.discard(name)
        if self._concerns_student(name):
            self._functions.clear()
            self._pushed[name] = value

    def __delitem__(self, name: str) -> None:
        if self._is_lent(name):
            raise KeyError(name)
        if not dict.__contains__(self, name):
            self[name]
        else:
            dict.__delitem__(self, name)
        self._pushed.pop(name, None)
        self._functions.clear()
        if self._concerns_student(name):
            self._deleted.add(name)

    def __contains__(self, name: object) -> bool:
        if dict.__contains__(self, name) and not self._is_lent(name):
            return True
        return type(name) is str and name not in self._deleted and name in self._link.names()

    def __iter__(self) -> Iterator[str]:
        here = self.keys_here()
        yield from [name for name in dict.keys(self) if name in here]
        yield from (n for n in self._link.names() if n not in here and n not in self._deleted)

    def keys(self) -> Any:
        """Return all names, the sandbox's too: what `dir()` and `globals()` show."""
        return dict.fromkeys(self).keys()

    def items(self) -> Any:
        """Return the names that the judge has bound itself, with their values."""
        return {name: dict.__getitem__(self, name) for name in self.keys_here()}.items()

    def get(self, name: str, default: Any = None) -> Any:
        """Return a name's value, asking the sandbox for a student's."""
        try:
            return self[name]
        except (KeyError, NameError):
            return default
