"""What a unit imports only as it runs, so that a warm process can have it before the first fork.

Libraries put imports off until a function needs them: NumPy's `unique` imports `numpy.ma`, the
first `fit` of a Keras model hundreds of modules. Each fork would import them again. So the
instructor's own cells run once in a child, which tells what they brought: names of modules only.
"""

import ast
import contextlib
import importlib
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from autograder.execution.names import parse

_MOST_S = 10.0
# As many names as fit into the packet that carries them on.
_MOST_BYTES = 60_000


def imported_by(sources: Iterable[str], confine: Callable[[], None]) -> list[str]:
    """Run the instructor's cells in a child and return the modules that they brought, in order.

    A cell that fails, and a unit that takes too long, brings what was there by then.

    Args:
        sources: the cells, answers and tests included.
        confine: confines the child.
    """
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        _be_child(sources, confine, theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        told = _read(pipe.fileno(), time.monotonic() + _MOST_S)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    names = (line for line in told.rpartition("\n")[0].splitlines())
    return list(dict.fromkeys(name for line in names for name in json.loads(line)))


def bring(modules: Iterable[str]) -> None:
    """Import what can be imported here; what cannot, the notebook will miss where it needs it."""
    for module in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(module)


def _be_child(sources: Iterable[str], confine: Callable[[], None], pipe: int) -> NoReturn:
    try:
        confine()
        names: dict[str, Any] = {"__name__": "__main__"}
        known = set(sys.modules)
        for source in sources:
            with contextlib.suppress(Exception):
                cell = ast.Module([*parse(source)], [])
                exec(compile(cell, "cell", "exec"), names)  # noqa: S102 - the instructor's own
            brought = [name for name in list(sys.modules) if name not in known]
            known.update(brought)
            told = [name for name in brought if _is_installed(sys.modules[name])]
            os.write(pipe, json.dumps(told).encode() + b"\n")
    finally:
        os._exit(0)


def _is_installed(module: object) -> bool:
    """Whether a module is a file of Python or of a package, not one that lies beside the unit."""
    file = getattr(module, "__file__", None)
    return isinstance(file, str) and not file.startswith(os.getcwd())


def _read(pipe: int, deadline: float) -> str:
    """Read until the other end closes, the time is up, or it is too much."""
    told = bytearray()
    while len(told) < _MOST_BYTES:
        left_s = deadline - time.monotonic()
        if left_s <= 0 or not select.select([pipe], [], [], left_s)[0]:
            break
        part = os.read(pipe, _MOST_BYTES - len(told))
        if not part:
            break
        told += part
    return told.decode()
