"""Files that the student's code wrote, as tests may read them: bytes, and nothing made of them.

A test may open a file that only the student's code can have written. What the judge's own folder
has comes from there. For any other name below it, the sandbox is asked for the bytes, bounded, and
they stay in memory: a file of the judge's could be imported.
"""

import builtins
import io
import os
from collections.abc import Callable
from typing import Any

MAX_BYTES = 8 << 20
_MAX_NAME = 200
_READING = frozenset({"r", "rt", "tr", "rb", "br"})

Ask = Callable[[str], object]


def let_tests_read(ask: Ask) -> None:
    """Make `open`, `os.path.exists` and `os.path.isfile` of this process ask for what is missing.

    Args:
        ask: returns the bytes of a file of the sandbox's, or anything else for none.
    """
    plain_open, plain_exists, plain_isfile = builtins.open, os.path.exists, os.path.isfile

    def opened(file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
        try:
            return plain_open(file, mode, *args, **options)
        except FileNotFoundError:
            raw = _written(ask, file) if mode in _READING else None
            if raw is None:
                raise
        if "b" in mode:
            return io.BytesIO(raw)
        named = dict(zip(("buffering", "encoding", "errors", "newline"), args, strict=False))
        named |= options
        wanted = {k: named[k] for k in ("encoding", "errors", "newline") if named.get(k)}
        return io.TextIOWrapper(io.BytesIO(raw), **({"encoding": "utf-8"} | wanted))

    def exists(path: Any) -> bool:
        return plain_exists(path) or _written(ask, path) is not None

    def isfile(path: Any) -> bool:
        return plain_isfile(path) or _written(ask, path) is not None

    builtins.open = io.open = opened
    os.path.exists, os.path.isfile = exists, isfile


def _written(ask: Ask, path: object) -> bytes | None:
    """Return the bytes of a file of the student's; None for a name that is not asked for."""
    if not isinstance(path, str | os.PathLike):
        return None
    name = os.fspath(path)
    if type(name) is not str or not 0 < len(name) <= _MAX_NAME or "\0" in name:
        return None
    if os.path.isabs(name) or ".." in name.split("/") or os.path.lexists(name):
        return None
    raw = ask(name)
    return raw if type(raw) is bytes and len(raw) <= MAX_BYTES else None
