"""Starts a judge and a sandbox, connected to each other, and asks the judge under a deadline."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.execution.start import unconfined

_ROOT = str(Path(__file__).resolve().parents[2])
_START_S = 60.0
_INTERRUPT_S = 2.0
_JUDGE_MEMORY_MB = 1024
_KEPT = (
    "PATH",
    "LANG",
    "LC_ALL",
    "TZ",
    "LD_LIBRARY_PATH",
    "KERAS_BACKEND",
    "CUDA_VISIBLE_DEVICES",
)
_QUIET = {
    "MPLBACKEND": "agg",
    "PYTHONHASHSEED": "0",
    # One thread each: graders run side by side, and a buffer for every core of a large machine
    # would count against the memory limit.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
}


class StartError(Exception):
    """Judge and sandbox did not start; no student's code has run."""


@dataclass(frozen=True)
class Processes:
    """The two processes and the supervisor's line to the judge."""

    judge: "subprocess.Popen[bytes]"
    sandbox: "subprocess.Popen[bytes]"
    control: socket.socket


Starter = Callable[[str, int], Processes]


@dataclass(frozen=True)
class Ended:
    """How a piece of code ended.

    Attributes:
        state: "ok", "raised", "timeout", "died" (the sandbox), or "fault" (the judge).
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


def start_cold(scratch: str, memory_mb: int, confine: Callable[[], None] = unconfined) -> Processes:
    """Start both as fresh Python processes.

    Args:
        scratch: an empty folder; each process gets a folder of its own in it.
        memory_mb: memory of the sandbox, in megabytes.
        confine: a function of a module, which the sandbox calls before it reads anything.
    """
    judge_end, sandbox_end = socket.socketpair()
    ours, theirs = socket.socketpair()
    reference = f"{confine.__module__}:{confine.__qualname__}"
    sandbox_call = f"be_sandbox({sandbox_end.fileno()}, {memory_mb}, {reference!r})"
    judge_memory = max(memory_mb, _JUDGE_MEMORY_MB)
    judge_call = f"be_judge({judge_end.fileno()}, {theirs.fileno()}, {judge_memory})"
    sandbox = _python(sandbox_call, [sandbox_end], scratch, "sandbox")
    judge = _python(judge_call, [judge_end, theirs], scratch, "judge")
    for end in (judge_end, sandbox_end, theirs):
        end.close()
    return Processes(judge, sandbox, ours)


def _python(
    call: str, ends: list[socket.socket], scratch: str, role: str
) -> "subprocess.Popen[bytes]":
    folder = os.path.join(scratch, role)
    os.makedirs(folder, exist_ok=True)
    code = (
        f"import sys; sys.path.insert(0, {_ROOT!r}); from autograder.execution.start import *; "
        f"{call}"
    )
    return subprocess.Popen(
        [sys.executable, "-P", "-c", code],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment(folder),
        pass_fds=[end.fileno() for end in ends],
        start_new_session=True,
    )


def environment(folder: str) -> dict[str, str]:
    """Return a child's environment: nothing of the grader's that is not named above."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | _QUIET | {"HOME": folder, "IPYTHONDIR": folder, "MPLCONFIGDIR": folder}


class Pair:
    """A judge and its sandbox, until one of them is gone; use it in a `with` block.

    Args:
        cells: the instructor's notebook, see `judge.Judge`.
        memory_mb: memory of the sandbox, in megabytes.
        start: starts the processes in a scratch folder.

    Raises:
        StartError: the processes do not start; no student's code has run by then.
    """

    def __init__(
        self, cells: list[tuple[str, str, str]], memory_mb: int, start: Starter = start_cold
    ) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True)
        self._processes = start(self._scratch.name, memory_mb)
        self._arrived = bytearray()
        self.usable = True
        begun = self.ask({"do": "plan", "cells": cells}, _START_S)
        if begun.state != "ok":
            self.close()
            raise StartError(
                f"expected Python at {sys.executable} to start a judge and a sandbox, but they "
                f"did not ({begun.state} {begun.message}); check memory and disk, then try again"
            )

    def ask(self, request: Mapping[str, Any], timeout_s: float) -> Ended:
        """Send a request to the judge and say how it ended, within the time or a little later.

        When the time is up both sides are interrupted; a sandbox that goes on is killed, and at
        last the judge. The pair is unusable then.
        """
        begin = time.monotonic()
        if not self.usable:
            return Ended("died")
        answer, late = self._answer(json.dumps(request).encode() + b"\n", timeout_s)
        time_s = time.monotonic() - begin
        if answer is None:
            self.close()
            return Ended("timeout" if late else "fault", time_s=time_s)
        if answer["lost"]:
            self.close()
        state = "timeout" if late else answer["state"]
        texts = {k: answer.get(k, "") for k in ("error", "message", "trace", "stdout")}
        return Ended(state, **texts, time_s=time_s)

    def _answer(self, line: bytes, timeout_s: float) -> tuple[dict[str, Any] | None, bool]:
        """Return the judge's answer, None for none, and whether it was late."""
        processes = self._processes
        try:
            processes.control.sendall(line)
        except OSError:
            return None, False
        found = self._line(timeout_s)
        if found != b"":
            return (json.loads(found), False) if found else (None, False)
        _signal(processes.sandbox, signal.SIGINT)
        _signal(processes.judge, signal.SIGUSR1)
        found = self._line(_INTERRUPT_S)
        if found == b"":
            _kill(processes.sandbox)
            found = self._line(_INTERRUPT_S)
        return (json.loads(found), True) if found else (None, True)

    def _line(self, timeout_s: float) -> bytes | None:
        """Return the judge's next line, b"" when none came in time, None when it ended."""
        deadline = time.monotonic() + timeout_s
        control = self._processes.control
        while b"\n" not in self._arrived:
            left_s = deadline - time.monotonic()
            if left_s <= 0 or not select.select([control], [], [], left_s)[0]:
                return b""
            try:
                part = control.recv(1 << 16)
            except OSError:
                part = b""
            if not part:
                return None
            self._arrived += part
        line, _, rest = bytes(self._arrived).partition(b"\n")
        self._arrived = bytearray(rest)
        return line

    def close(self) -> None:
        """Kill both processes and remove what they wrote."""
        if self.usable:
            self.usable = False
            _kill(self._processes.sandbox)
            _kill(self._processes.judge)
            self._processes.control.close()
            self._scratch.cleanup()


def _signal(process: "subprocess.Popen[bytes]", number: int) -> None:
    if process.poll() is None:
        process.send_signal(number)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process and all of its group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
    process.wait()
