"""Modules of the course's own, in files beside the notebook: as trusted as the notebook itself."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.execution.ownership import defined_by, mentions

_MAX_FILES = 50
_MAX_BYTES = 1 << 20


@dataclass(frozen=True)
class Beside:
    """What the files of modules say.

    Attributes:
        defined: the functions, methods and attributes that their code defines.
        texts: every text in them.
    """

    defined: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, roots: Iterable[str]) -> "Beside":
        """Read the files of those modules that lie in this process's folder."""
        sources = list(_sources(sorted(root for root in roots if root and is_beside(root))))
        if not sources:
            return cls()
        return cls(defined_by(iter(sources)), mentions(iter(sources))[2])


def is_beside(root: str) -> bool:
    """Whether a top-level module lies beside the notebook."""
    return any(os.path.exists(os.path.join(os.getcwd(), root + end)) for end in (".py", ""))


def lies_beside(module: object) -> bool:
    """Whether a module of this process was read from a file beside the notebook."""
    file = getattr(module, "__file__", None)
    here = os.path.realpath(os.getcwd()) + os.sep
    return type(file) is str and os.path.realpath(file).startswith(here)


def adopt(root: str, builtins: Mapping[str, Any]) -> None:
    """Give the modules below a root what stands for Python's own functions in test code."""
    for name, module in list(sys.modules.items()) if is_beside(root) else ():
        if (name == root or name.startswith(root + ".")) and lies_beside(module):
            for own, value in builtins.items():
                vars(module).setdefault(own, value)


def _sources(roots: Iterable[str]) -> Iterator[str]:
    here = Path.cwd()
    paths = [
        p for root in roots for p in (here / f"{root}.py", *sorted((here / root).rglob("*.py")))
    ]
    for path in paths[:_MAX_FILES]:
        try:
            if path.stat().st_size <= _MAX_BYTES:
                yield path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
