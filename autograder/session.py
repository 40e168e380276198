"""Cells of one notebook, run one after another in a child process, under limits.

The child is a process of its own, in a folder of its own, so that code that never ends, eats all
memory or kills its process costs one cell and not the class. It is *not* a wall against code that
wants to cheat: tests and student code share the child, as they do under stock nbgrader.
"""

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.errors import CourseError
from autograder.execution.ended import Ended

_CHILD = Path(__file__).with_name("session_child.py")
_START_S = 60.0
_INTERRUPT_S = 3.0
_END_S = 1.0
_TEXTS = ("error", "message", "trace", "stdout")


class Session:
    """A child process that runs what it is asked, until it is lost.

    Args:
        memory_mb: memory of the child in megabytes; 0 for no limit.
        files: a folder whose contents the child finds in its own.

    Raises:
        CourseError: no child process can be started.
    """

    def __init__(self, *, memory_mb: int = 0, files: str = "") -> None:
        self._memory_mb = memory_mb
        self._child: subprocess.Popen[str] | None = None
        self._replies: queue.Queue[str | None] = queue.Queue()
        self._scratch = tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True)
        if files:
            shutil.copytree(files, self._scratch.name, dirs_exist_ok=True)
        self._start()

    @property
    def usable(self) -> bool:
        """Whether the child is there to be asked."""
        return self._child is not None

    @property
    def peak_mb(self) -> float:
        """Nobody asked; see `execution.pieces.Runs`."""
        return 0.0

    def close(self) -> None:
        """End the child and remove what it wrote."""
        self._stop()
        self._scratch.cleanup()

    def ask(self, request: Mapping[str, Any], timeout_s: float) -> Ended:
        """Run one piece of code and say how it ended.

        Args:
            request: `source`, Python with IPython's syntax where IPython is installed, and
                perhaps `bindings`, JSON values to set as names first, and `apart`, whether it
                runs in names of its own, see `Pieces.probe`.
            timeout_s: wall time it may take, in seconds.
        """
        begin = time.monotonic()
        child = self._child
        if child is None or child.stdin is None:
            return Ended("died")
        sent = {"source": request["source"], "bindings": request.get("bindings", {})}
        sent |= {"apart": request.get("apart", False)}
        try:
            child.stdin.write(json.dumps(sent) + "\n")
            child.stdin.flush()
        except OSError:
            return self._lost(begin)
        line = self._next(timeout_s)
        late = line == ""
        if late and os.name == "posix":
            child.send_signal(signal.SIGINT)
            line = self._next(_INTERRUPT_S)
        reply = _understood(line) if line else None
        if reply is None:
            return self._lost(begin, "timeout" if late and not line else "died")
        state = "timeout" if late else "ok" if reply.pop("ok") else "raised"
        reply.pop("ok", None)
        return Ended(state, **reply, time_s=time.monotonic() - begin)

    def _lost(self, begin: float, state: str = "died") -> Ended:
        """End the child and say how it ended, if by itself."""
        child = self._child
        status = None if child is None or state == "timeout" else _status(child)
        self.close()
        return Ended(state, time_s=time.monotonic() - begin, status=status)

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
            self.close()
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


def _status(child: "subprocess.Popen[str]") -> int | None:
    """Return how a child ended that has closed its pipe; None when it goes on without."""
    try:
        return child.wait(_END_S)
    except subprocess.TimeoutExpired:
        return None


def _understood(line: str) -> dict[str, Any] | None:
    """Return a reply of the form that the child sends, or None: student code garbled it."""
    try:
        reply = json.loads(line)
        said: dict[str, Any] = {name: str(reply[name]) for name in _TEXTS}
        said["behaviour"] = str(reply.get("behaviour", ""))
        value = reply.get("value")
        return {"ok": reply["ok"] is True, "value": None if value is None else float(value), **said}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
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
