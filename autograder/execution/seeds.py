"""Seeds that a test sets are seen by the student's code; what that code draws is never seen here.

Once a test has seeded a generator, its state is pushed before each question if the judge's own
generator moved since the last push. The state is never pulled back: the student's code would
choose the numbers that hidden tests draw.
"""

import functools
import random
import sys
from collections.abc import Callable
from typing import Any

from autograder.execution.link import Link

# module that holds it, name of the function, library that it seeds
_SEEDERS = (
    ("random", "seed", "random"),
    ("numpy.random", "seed", "numpy"),
    ("tensorflow.random", "set_seed", "tensorflow"),
    ("keras.utils", "set_random_seed", "keras"),
    ("torch", "manual_seed", "torch"),
)


class Seeds:
    """Watches the functions that seed."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._watched: set[str] = set()
        self._states: dict[str, Callable[[], Any]] = {}
        self._pushed: dict[str, Any] = {}
        self._numbers: dict[str, Any] = {}
        self.heard = False

    def watch(self) -> None:
        """Watch the seeding functions of all libraries that are imported by now."""
        for module_name, name, library in _SEEDERS:
            module = _module(module_name)
            if module is not None and module_name not in self._watched:
                self._watched.add(module_name)
                setattr(module, name, self._wrapped(getattr(module, name), library))

    def push(self) -> None:
        """Push states that moved since they were pushed, and new seeds."""
        for library, state in self._states.items():
            now = state()
            if self._pushed.get(library) != now:
                self._pushed[library] = now
                self._link.seed(library, now)
        while self._numbers:
            self._link.seed(*self._numbers.popitem())

    def _wrapped(self, seeder: Callable[..., Any], library: str) -> Callable[..., Any]:
        @functools.wraps(seeder)
        def seed(*args: Any, **keywords: Any) -> Any:
            value = seeder(*args, **keywords)
            if not self.heard:
                return value
            if library in ("random", "numpy"):
                self._states[library] = random.getstate if library == "random" else _numpy_state
                self._pushed.pop(library, None)
            elif type(args[0] if args else None) is int:
                self._numbers[library] = args[0]
            return value

        return seed


def _module(name: str) -> Any:
    """Return a module that is imported already, without importing any of its lazy parts."""
    found: Any = sys.modules.get(name.partition(".")[0])
    for part in name.split(".")[1:]:
        found = getattr(found, part, None)
    return found


def _numpy_state() -> Any:
    name, keys, *rest = sys.modules["numpy"].random.get_state()
    return (name, keys.tolist(), *rest)
