"""What a fresh process does before it is the judge or the sandbox: descriptors, memory, role."""

import importlib
import os
import socket
import sys
from collections.abc import Callable
from typing import Any


def be_sandbox(wire: int, memory_mb: int, confine: str) -> None:
    """Be the sandbox at the end of a socket.

    Args:
        wire: descriptor of the sandbox's end.
        memory_mb: how much memory the process may take, in megabytes; 0 for no limit.
        confine: "module:function" that confines this process.
    """
    from autograder.execution import sandbox

    _silence()
    limit_memory(memory_mb)
    sandbox.main(socket.socket(fileno=wire), named(confine))


def be_judge(wire: int, control: int, memory_mb: int) -> None:
    """Be the judge between the sandbox and the supervisor; arguments as for `be_sandbox`."""
    from autograder.execution import judge

    _silence()
    limit_memory(memory_mb)
    judge.main(socket.socket(fileno=wire), socket.socket(fileno=control))


def unconfined() -> None:
    """Confine nothing: the stand-in where there is no cage."""


def named(function: str) -> Callable[[], None]:
    """Return the function of a name "module:function"."""
    module, _, name = function.partition(":")
    found: Any = getattr(importlib.import_module(module), name)
    return found  # type: ignore[no-any-return]


def limit_memory(memory_mb: int) -> None:
    """Bound the memory of this process, where the system can."""
    if memory_mb and sys.platform.startswith("linux"):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory_mb << 20, memory_mb << 20))


def _silence() -> None:
    """Point standard input, output and error nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
