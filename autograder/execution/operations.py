"""What the judge may ask to be done with objects: done in the sandbox, and believed by none."""

import importlib
import operator
from collections.abc import Callable
from typing import Any

MAX_FILE_BYTES = 8 << 20


def read_file(name: str) -> bytes | None:
    """Return what a file holds; None when there is none, or more than a test may read."""
    try:
        with open(name, "rb") as file:
            found = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError):
        return None
    return found if len(found) <= MAX_FILE_BYTES else None


OPERATIONS: dict[str, Callable[..., Any]] = {
    "call": lambda function, *args, **keywords: function(*args, **keywords),
    "getattr": getattr,
    "setattr": setattr,
    "delattr": delattr,
    "getitem": operator.getitem,
    "setitem": operator.setitem,
    "delitem": operator.delitem,
    "len": len,
    "bool": bool,
    "dir": dir,
    "import": importlib.import_module,
    "read": read_file,
    "eq": operator.eq,
    "iter": iter,
    "next": next,
    "str": str,
    "repr": repr,
    "enter": lambda value: value.__enter__(),
    "exit": lambda value: value.__exit__(None, None, None),
    "isinstance": lambda kind, value: isinstance(value, kind),
    "issubclass": lambda kind, value: issubclass(value, kind),
    **{
        name: getattr(operator, name)
        for name in (
            "add sub mul truediv floordiv mod pow matmul xor lshift rshift neg pos abs invert"
        ).split()
    },
    "and": operator.and_,
    "or": operator.or_,
}
