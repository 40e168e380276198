"""What confines a process that runs a student's code, and how well this machine can do it.

Two modes, and none:

- *full*: one bubblewrap around a worker's sandboxes (no network, processes and names of its own,
  read-only files, a scratch in memory of limited size), and in each sandbox all of the below.
- *landlock*: where bubblewrap does not work. Landlock says which files, seccomp which system
  calls, limits how much; the supervisor watches the disk.
- *none*: nothing but limits on memory, time and the like.

`find_cage` tries what works here. `wrapped` is called before the worker's first process is
started, `confine_sandbox` and `confine_judge` in each process before it reads anything.
"""

import functools
import importlib
import os
import sys
import tempfile
from dataclasses import dataclass
from enum import StrEnum

from autograder.execution import bubblewrap, landlock, limits, seccomp

# From this version on Landlock watches every way to change a file's contents.
LOWEST_ABI = 3
_ABI_OF_SIGNALS = 6
_CPU_S = 3600
# What CUDA and its libraries map besides, which counts as the process's memory; not measured.
GPU_EXTRA_MB = 16 << 10
_SAME_ROOT = "no user of its own, and so no limit on threads: root cannot become another user here"


class CageError(Exception):
    """This machine cannot confine as asked, or a process could not be confined."""


class Mode(StrEnum):
    """How a process is confined."""

    FULL = "full"
    LANDLOCK = "landlock"
    NONE = "none"


@dataclass(frozen=True)
class Cage:
    """How this machine confines.

    Attributes:
        mode: the strongest mode that works here, or the one asked for.
        lacks: what this mode does not do here, each a sentence without a full stop.
        why: what was found, one sentence.
    """

    mode: Mode
    lacks: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Bounds:
    """What one confined process gets.

    Attributes:
        scratch: absolute path of its own empty folder, the only one it can write to.
        memory_mb: memory, in megabytes; 0 for no limit. With a GPU, GPU_EXTRA_MB more.
        disk_mb: size of its largest file, in megabytes.
        readable: absolute paths that it may read besides Python and its packages.
        gpu: "" without a GPU; anything else opens the GPU's devices.
        cpu_s: processor time, in seconds: the last resort where every clock failed.
    """

    scratch: str
    memory_mb: int
    disk_mb: int = 64
    readable: tuple[str, ...] = ()
    gpu: str = ""
    cpu_s: int = _CPU_S


def find_cage(wanted: Mode | None = None) -> Cage:
    """Find the strongest mode that works here; the answer is kept.

    Args:
        wanted: this mode and no other; NONE always works.

    Raises:
        CageError: the mode that was asked for does not work here.
    """
    if wanted is Mode.NONE:
        return _none("asked for")
    best = _best()
    if wanted is None or best.mode is wanted:
        return best
    if wanted is Mode.LANDLOCK and best.mode is Mode.FULL and landlock.abi() >= LOWEST_ABI:
        return Cage(Mode.LANDLOCK, _lacks_of_landlock(), "asked for, although bubblewrap works")
    raise CageError(
        f"expected a cage of mode {wanted}, this machine offers {best.mode}: {best.why}"
    )


@functools.cache
def _best() -> Cage:
    if not sys.platform.startswith("linux"):
        return _none("a cage needs Linux: grade there, in WSL 2 or in a virtual machine")
    if not seccomp.supported():
        return _none("expected a kernel that takes seccomp filters, on x86-64 or aarch64")
    abi = landlock.abi()
    tried = bubblewrap.works()
    if tried.works and abi:
        why = f"{tried.said}, Landlock {abi} and seccomp work"
        return Cage(Mode.FULL, _lacks_of_full(abi), why)
    if abi >= LOWEST_ABI:
        why = f"Landlock {abi} and seccomp work, bubblewrap does not: {tried.said}"
        return Cage(Mode.LANDLOCK, _lacks_of_landlock(), why)
    least = 1 if tried.works else LOWEST_ABI
    found = f"the kernel has version {abi}" if abi else "the kernel has none"
    return _none(f"expected Landlock of at least version {least}; {found}")


def _none(why: str) -> Cage:
    lacks = (
        "student code can read and change your files, use the network and start processes",
        "only its memory and its time are bounded",
    )
    return Cage(Mode.NONE, lacks, why)


def _lacks_of_full(abi: int) -> tuple[str, ...]:
    lacks: list[str] = []
    if abi < LOWEST_ABI:
        lacks.append(f"Landlock {abi} does not watch truncation; read-only mounts alone do")
    if os.geteuid() == 0 and not limits.may_change_user():
        lacks.append(_SAME_ROOT)
    return (*lacks, *_lacks_with_gpu())


def _lacks_with_gpu() -> tuple[str, ...]:
    """Say how little of a GPU is bounded, on a machine that has one."""
    if not landlock.gpu_devices():
        return ()
    return (
        f"a submission that uses the GPU may take {GPU_EXTRA_MB >> 10} GB more memory than its "
        "limit, because what CUDA maps counts as its memory, and as much of the GPU's as is free",
    )


def _lacks_of_landlock() -> tuple[str, ...]:
    lacks = [
        "a submission can find out whether a path exists, its size and its times, not its contents",
        "disk use is watched, and a submission killed when it is over, not refused",
    ]
    abi = landlock.abi()
    if abi < _ABI_OF_SIGNALS:
        lacks.append(f"Landlock {abi} keeps neither signals nor sockets in; seccomp alone does")
    if os.geteuid() != 0:
        lacks.append("student code runs as you: only root can give it a user of its own")
    elif not limits.may_change_user():
        lacks.append(_SAME_ROOT)
    elif not _python_is_open():
        lacks.append(
            f"Python at {sys.prefix} is closed to other users, so student code keeps the right to "
            "read past file permissions; what it reads is up to Landlock alone"
        )
    return (*lacks, *_lacks_with_gpu())


@functools.cache
def _python_is_open() -> bool:
    return all(limits.open_to_all(path) for path in landlock.python_paths())


def wrapped(
    cage: Cage,
    argv: list[str],
    *,
    shared: str,
    disk_mb: int,
    readable: tuple[str, ...] = (),
    gpu: str = "",
) -> list[str]:
    """Return the command line that starts a worker's sandboxes, inside bubblewrap in mode full.

    Inherited descriptors stay open; the environment is the one that the command is started with.
    bubblewrap ends with the *thread* that starts it.

    Args:
        cage: what `find_cage` returned.
        argv: the command line, beginning with this Python.
        shared: absolute path of the folder in which each submission gets a scratch folder; in
            mode full it is empty inside, in memory, and gone with the process.
        disk_mb: how much that folder holds in mode full, in megabytes.
        readable: absolute paths to show, read-only, besides Python and its packages.
        gpu: "" without a GPU.
    """
    if cage.mode is not Mode.FULL:
        return argv
    return bubblewrap.command(
        argv,
        shared=shared,
        disk_mb=disk_mb,
        readable=readable,
        gpu=gpu,
    )


def prepare() -> None:
    """Load and find what confining needs; a warm process calls this before it forks."""
    if sys.platform.startswith("linux"):
        importlib.import_module("resource")
        landlock.abi()
        _python_is_open()
        seccomp.prepare()


def confine_sandbox(mode: str, bounds: Bounds) -> None:
    """Confine this process, in which a student's code is going to run; irreversible.

    The process must have one thread and must not have read anything of the student's. Its scratch
    becomes its working folder, its home and where temporary files go.

    Raises:
        CageError: something did not work; the process must end without running the code.
    """
    # The quota of mode landlock counts removed files that are open, which a hidden process hides.
    _confine(Mode(mode) is not Mode.NONE, bounds, hidden=mode != Mode.LANDLOCK)


def confine_judge(bounds: Bounds) -> None:
    """Confine this process, in which an instructor's tests are going to run; irreversible.

    Like `confine_sandbox`, with what this kernel has: without a cage there is still a judge.

    Raises:
        CageError: something that this kernel has did not work.
    """
    linux = sys.platform.startswith("linux")
    _confine(linux and seccomp.supported() and landlock.abi() > 0, bounds, hidden=True)


def _confine(caged: bool, bounds: Bounds, *, hidden: bool) -> None:
    try:
        _settle(bounds.scratch)
        if sys.platform.startswith("linux"):
            extra_mb = GPU_EXTRA_MB if bounds.gpu and bounds.memory_mb else 0
            limits.set_limits(bounds.memory_mb + extra_mb, bounds.disk_mb, bounds.cpu_s)
        if caged:
            _lock(bounds, hidden=hidden)
    except (OSError, ValueError, seccomp.SeccompError) as error:
        raise CageError(f"expected to be confined, but {error}") from error


def _lock(bounds: Bounds, *, hidden: bool) -> None:
    if len(os.listdir("/proc/self/task")) != 1:
        raise CageError("expected a process with one thread: Landlock confines only the caller's")
    if os.geteuid() == 0:
        parents_open = limits.open_to_all(os.path.dirname(bounds.scratch))
        limits.become_nobody(bounds.scratch, read_all=not (_python_is_open() and parents_open))
    else:
        limits.drop_capabilities()
    limits.gain_nothing()
    if hidden:
        limits.hide_memory()
    limits.end_with_parent()
    landlock.restrict(bounds.scratch, bounds.readable, gpu=bool(bounds.gpu))
    seccomp.install(gpu=bool(bounds.gpu))
    if not landlock.holds():
        raise CageError("Landlock took its rules, but the root folder can still be listed")


def _settle(scratch: str) -> None:
    """Make the scratch folder the place where this process works and leaves its files."""
    os.chdir(scratch)
    tempfile.tempdir = None
    for name in ("HOME", "TMPDIR"):
        os.environ[name] = scratch
    os.environ["LOGNAME"] = "student"
