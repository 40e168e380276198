"""The two processes of a submission as the supervisor holds them, and their cold start.

A cold start is two fresh Python processes: slow, and needs nothing. The warm one is `zygote.py`.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from autograder.execution.one_core import OneCore
from autograder.execution.start import unconfined

ROOT = str(Path(__file__).resolve().parents[2])
JUDGE_MEMORY_MB = 1024
_KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "KERAS_BACKEND")
_GPUS = "CUDA_VISIBLE_DEVICES"
NO_GPUS = {_GPUS: ""}
_QUIET = {
    "MPLBACKEND": "agg",
    "PYTHONHASHSEED": "0",
    # One thread each: graders run side by side, and a buffer for every core of a large machine
    # would count against the memory limit.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    # The cage lets nobody start processes: scikit-learn need not try, and warn of it.
    "JOBLIB_MULTIPROCESSING": "0",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    # Of a GPU's memory, take what is needed and no more: submissions may share it. PyTorch does.
    "TF_FORCE_GPU_ALLOW_GROWTH": "true",
    "XLA_PYTHON_CLIENT_PREALLOCATE": "false",
    # nbgrader tells notebooks by it that they are graded, not validated by a student.
    "NBGRADER_EXECUTION": "autograde",
}


class StartError(Exception):
    """Judge and sandbox did not start; no student's code has run."""


class ServerLost(StartError):
    """A warm process ended while its child graded: nobody's fault, so grade once more."""


@dataclass(frozen=True)
class Exit:
    """How a process ended.

    Attributes:
        status: exit code, or minus the number of the signal that ended it.
        cpu_s: CPU time, user and system, in seconds; 0 when it is not known.
        peak_mb: largest resident memory in megabytes, shared pages included; 0 when not known.
        why: one sentence, when it was killed for what it used; else "".
    """

    status: int
    cpu_s: float = 0.0
    peak_mb: float = 0.0
    why: str = ""


class Process(Protocol):
    """A judge or a sandbox."""

    @property
    def exit(self) -> Exit | None:
        """How the process ended; None before `kill` has returned."""

    def interrupt(self) -> None:
        """Ask the process to end what it does; nothing when it is gone."""

    def kill(self) -> None:
        """End the process; return when it and all that it started are gone.

        Raises:
            ServerLost: it was gone already because the warm process that forked it ended.
        """


@dataclass(frozen=True)
class Processes:
    """The two processes and the supervisor's line to the judge.

    Attributes:
        judge: the judge.
        sandbox: the sandbox.
        control: the supervisor's end of its line to the judge.
        planned: whether the judge was given the instructor's notebook before it was forked.
        clean: removes what both wrote, when they are gone.
        together: keeps both on one core.
    """

    judge: Process
    sandbox: Process
    control: socket.socket
    planned: bool = False
    clean: Callable[[], None] = lambda: None
    together: OneCore = field(default_factory=OneCore)


# Starts both processes, given the memory of the sandbox in megabytes; raises StartError.
Starter = Callable[[int], Processes]


class Cold:
    """A fresh process with a process group of its own.

    Args:
        process: the process.
        interruption: the signal that interrupts it.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", interruption: signal.Signals) -> None:
        self._process = process
        self._interruption = interruption

    @property
    def exit(self) -> Exit | None:
        """How the process ended; None as long as it runs."""
        status = self._process.poll()
        return None if status is None else Exit(status)

    def interrupt(self) -> None:
        """Ask the process to end what it does."""
        if self._process.poll() is None:
            self._process.send_signal(self._interruption)

    def kill(self) -> None:
        """Kill the process and all of its group."""
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        self._process.wait()


def start_cold(
    memory_mb: int, confine: Callable[[], None] = unconfined, files: str = ""
) -> Processes:
    """Start both as fresh Python processes.

    Args:
        memory_mb: memory of the sandbox, in megabytes.
        confine: a function of a module, which the sandbox calls before it reads anything.
        files: a folder that both sides find copied into the one that they run in; "" for none.
    """
    scratch = tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True)
    for role in ("judge", "sandbox") if files else ():
        shutil.copytree(files, os.path.join(scratch.name, role))
    judge_end, sandbox_end = socket.socketpair()
    ours, theirs = socket.socketpair()
    reference = f"{confine.__module__}:{confine.__qualname__}"
    sandbox_call = f"be_sandbox({sandbox_end.fileno()}, {memory_mb}, {reference!r})"
    judge_memory = max(memory_mb, JUDGE_MEMORY_MB)
    judge_call = f"be_judge({judge_end.fileno()}, {theirs.fileno()}, {judge_memory})"
    gpus = {_GPUS: os.environ[_GPUS]} if _GPUS in os.environ else {}
    sandbox = _python(sandbox_call, [sandbox_end], os.path.join(scratch.name, "sandbox"), gpus)
    judge = _python(judge_call, [judge_end, theirs], os.path.join(scratch.name, "judge"), NO_GPUS)
    for end in (judge_end, sandbox_end, theirs):
        end.close()
    return Processes(
        Cold(judge, signal.SIGUSR1), Cold(sandbox, signal.SIGINT), ours, clean=scratch.cleanup
    )


def _python(
    call: str, ends: list[socket.socket], folder: str, gpus: dict[str, str]
) -> "subprocess.Popen[bytes]":
    os.makedirs(folder, exist_ok=True)
    return subprocess.Popen(
        python_command(call),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment(folder) | gpus,
        pass_fds=[end.fileno() for end in ends],
        start_new_session=True,
    )


def python_command(call: str) -> list[str]:
    """Return the command line of a process that calls a function of `start.py`."""
    code = (
        f"import sys; sys.path.insert(0, {ROOT!r}); from autograder.execution.start import *; "
        f"{call}"
    )
    return [sys.executable, "-P", "-c", code]


def environment(folder: str) -> dict[str, str]:
    """Return a child's environment: nothing of the grader's that is not named above.

    Which GPUs it sees is for whoever starts it to say.
    """
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | _QUIET | {"HOME": folder, "IPYTHONDIR": folder, "MPLCONFIGDIR": folder}
