"""Cells of one notebook, run one after another in a child process, under limits.

The child is a process of its own, in a folder of its own, so that code that never ends, eats all
memory or kills its process costs one cell and not the class. It is *not* a wall against code that
wants to cheat: tests and student code share the child, as they do under stock nbgrader.
"""

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from autograder.errors import CourseError

_CHILD = Path(__file__).with_name("session_child.py")
_START_S = 60.0
_INTERRUPT_S = 3.0


@dataclass(frozen=True)
class Ran:
    """How one piece of code ended.

    Attributes:
        state: "ok", "raised", "timeout" or "died".
        error: name of the exception's class, when it raised.
        message: the exception's text.
        trace: the traceback, without frames of the grader.
        stdout: what was printed, cut to a bounded length.
        time_s: wall time.
    """

    state: str
    error: str = ""
    message: str = ""
    trace: str = ""
    stdout: str = ""
    time_s: float = 0.0


class Session:
    """A child process that runs cells; use it in a `with` block.

    After a death or a time-out that an interrupt does not end, the child is started again and the
    cells that went well before are run again, so that what comes later still finds their names.
    """

    def __init__(self, *, memory_mb: int = 0) -> None:
        self._memory_mb = memory_mb
        self._good: list[tuple[str, dict[str, Any], float]] = []
        self._child: subprocess.Popen[str] | None = None
        self._replies: queue.Queue[str | None] = queue.Queue()
        self._scratch = tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True)

    def __enter__(self) -> "Session":
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()
        self._scratch.cleanup()

    def run(
        self,
        source: str,
        *,
        timeout_s: float,
        bindings: dict[str, Any] | None = None,
        keep: bool = True,
    ) -> Ran:
        """Run one piece of code and say how it ended.

        Args:
            source: Python, with IPython's syntax where IPython is installed.
            timeout_s: wall time it may take, in seconds.
            bindings: JSON values to set as names first.
            keep: whether it is run again after a restart; true for cells, false for tests.
        """
        ran = self._ask(source, bindings or {}, timeout_s)
        if keep and ran.state in ("ok", "raised"):
            self._good.append((source, bindings or {}, timeout_s))
        if self._child is None:
            self._start()
            for earlier, names, limit_s in self._good:
                if self._ask(earlier, names, limit_s).state not in ("ok", "raised"):
                    break
        return ran

    def _ask(self, source: str, bindings: dict[str, Any], timeout_s: float) -> Ran:
        begin = time.monotonic()
        child = self._child
        if child is None or child.stdin is None:
            return Ran("died", message="the process could not be started again")
        try:
            child.stdin.write(json.dumps({"source": source, "bindings": bindings}) + "\n")
            child.stdin.flush()
        except OSError:
            self._stop()
            return Ran("died")
        line = self._next(timeout_s)
        late = line == ""
        if late and os.name == "posix":
            child.send_signal(signal.SIGINT)
            line = self._next(_INTERRUPT_S)
        time_s = time.monotonic() - begin
        if not line:
            state = "timeout" if late else "died"
            self._stop()
            return Ran(state, time_s=time_s)
        reply = _understood(line)
        if reply is None:
            self._stop()
            return Ran("died", time_s=time_s)
        state = "timeout" if late else "ok" if reply["ok"] else "raised"
        said = {name: reply[name] for name in ("error", "message", "trace", "stdout")}
        return Ran(state, **said, time_s=time_s)

    def _next(self, timeout_s: float) -> str | None:
        """Return the next reply, "" when none came in time, None when the child ended."""
        try:
            return self._replies.get(timeout=max(0.0, timeout_s))
        except queue.Empty:
            return ""

    def _start(self) -> None:
        self._replies = queue.Queue()
        child = subprocess.Popen(
            [sys.executable, "-u", str(_CHILD), str(self._memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._scratch.name,
            text=True,
            encoding="utf-8",
            env=_environment(self._scratch.name),
            start_new_session=os.name == "posix",
        )
        self._child = child
        threading.Thread(target=_pump, args=(child, self._replies), daemon=True).start()
        if not self._next(_START_S):
            self._stop()
            raise CourseError(
                f"expected Python at {sys.executable} to start a child process within "
                f"{_START_S:g} s, but it did not; check memory and disk, then try again"
            )

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        if os.name == "posix":
            try:
                os.killpg(child.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        else:
            child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    pass


def _understood(line: str) -> dict[str, Any] | None:
    """Return a reply of the form that the child sends, or None: student code garbled it."""
    try:
        reply = json.loads(line)
        said = {name: str(reply[name]) for name in ("error", "message", "trace", "stdout")}
        return {"ok": reply["ok"] is True, **said}
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _pump(child: "subprocess.Popen[str]", replies: "queue.Queue[str | None]") -> None:
    stream = child.stdout
    if stream is not None:
        try:
            for line in stream:
                replies.put(line)
        except (OSError, ValueError):
            pass
    replies.put(None)


def _environment(scratch: str) -> dict[str, str]:
    """Return the child's environment: no module of the repository in reach, few threads, quiet."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONSTARTUP")}
    return kept | {
        "IPYTHONDIR": scratch,
        "MPLCONFIGDIR": kept.get("MPLCONFIGDIR", scratch),
        "MPLBACKEND": "agg",
        "PYTHONHASHSEED": "0",
        # One thread each: graders run side by side, and on a large machine a buffer for every core
        # would count against the memory limit.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
    }
