"""A judge and its sandbox kept on one core as long as they answer quickly.

They take turns: one of them always waits for the other. Across two cores each turn wakes a core
that sleeps, which on a virtual machine takes longer than what they do in between. So both are put
on the core on which the system woke the supervisor: one that has time, if any has. It is chosen
anew every few pieces, because others come and go, and what takes long runs where there is time,
with all its threads.
"""

import contextlib
import ctypes
import math
import os
import time
from collections.abc import Callable, Sequence

QUICK_S = 0.1
_KEPT_S = 0.02


class OneCore:
    """Keeps processes together, and lets them go.

    Args:
        pids: the processes, none to do nothing. Of one that is gone or another user's, nothing is
            asked any more.
    """

    def __init__(self, pids: Sequence[int] = ()) -> None:
        self._pids = pids if current_core() is not None else ()
        self._core: int | None = None
        self._until = -math.inf

    def hold(self) -> None:
        """Put the processes on this process's core, unless they were put on one just now."""
        now = time.monotonic()
        if not self._pids or now < self._until:
            return
        self._until = now + _KEPT_S
        core = current_core()
        if core is None or core == self._core:
            return
        try:
            self._put({core})
            self._core = core
        except OSError:
            with contextlib.suppress(OSError):
                self._put(os.sched_getaffinity(0))
            self._pids = ()

    def release(self) -> None:
        """Let the processes, with the threads that they have by now, run where there is time."""
        if self._core is not None:
            self._core, self._until = None, -math.inf
            with contextlib.suppress(OSError):  # gone, or soon
                self._put(os.sched_getaffinity(0))

    def _put(self, cores: set[int]) -> None:
        for pid in self._pids:
            for thread in os.listdir(f"/proc/{pid}/task"):
                with contextlib.suppress(ProcessLookupError):
                    os.sched_setaffinity(int(thread), cores)


def _find() -> Callable[[], int] | None:
    if not hasattr(os, "sched_setaffinity"):
        return None
    found: Callable[[], int] | None = getattr(ctypes.CDLL(None), "sched_getcpu", None)
    return found


_GET_CORE = _find()


def current_core() -> int | None:
    """Return the core that this process runs on, where there are others and that can be told."""
    if _GET_CORE is None:
        return None
    mine = os.sched_getaffinity(0)
    core = _GET_CORE()
    return core if len(mine) > 1 and core in mine else None
