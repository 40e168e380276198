"""Which system calls a confined process may make: a seccomp filter, written by hand as classic BPF.

The filter refuses what `syscalls.py` lists, by number, and every call that is newer than that
list. It holds for the process and its threads, for good. The kernel remembers which calls it always
allows, so that those cost nothing; the others cost some tens of nanoseconds.

`socket`, `fork` and `execve` end with EPERM, which Python shows as PermissionError. A call that
is refused because it is new ends with ENOSYS, as on an older kernel, so that C libraries fall back.
"""

import ctypes
import errno
import functools
import os
import platform
import struct
import sys
from dataclasses import dataclass

from autograder.execution import syscalls

_PR_GET_SECCOMP, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 21, 22, 2
_LOAD, _EQUAL, _GREATER, _AND, _RETURN = 0x20, 0x15, 0x25, 0x54, 0x06
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
# machine name: (what the kernel calls the architecture, column in the tables)
_ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}

_CLONE_THREAD = 0x00010000 | 0x00000100  # a thread shares its process's memory
_CLONE_NEW = 0x7E020000  # every flag that makes a namespace
_MAP_SHARED, _MAP_ANONYMOUS, _MAP_GROWSDOWN = 0x01, 0x20, 0x100
_STREAM, _SEQPACKET = 1, 5
_SET_OWNER_AND_THE_LIKE = (8, 10, 15, 1024, 1026)  # F_SETOWN, F_SETSIG, F_SETOWN_EX, _SETLEASE
# PDEATHSIG, DUMPABLE, SECCOMP, SECUREBITS, MM, SUBREAPER, CAP_AMBIENT, PTRACER
_PRCTL_REFUSED = (1, 4, 22, 28, 35, 36, 47, 0x59616D61)
# TCGETS, TIOCGPGRP, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX
_IOCTL_ALLOWED = (0x5401, 0x540F, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
# TIOCSCTTY, TIOCSPGRP, TIOCSTI, TIOCLINUX, TIOCSETD, FIOSETOWN, SIOCSPGRP, FS_IOC_SETFLAGS,
# FS_IOC_FSSETXATTR, FS_IOC_ENABLE_VERITY: a GPU's driver has thousands of its own.
_IOCTL_REFUSED_WITH_GPU = (
    *(0x540E, 0x5410, 0x5412, 0x541C, 0x5423, 0x8901, 0x8902),
    *(0x40086602, 0x401C5820, 0x40806685),
)


class SeccompError(Exception):
    """The filter could not be made or installed."""


@dataclass(frozen=True)
class Condition:
    """Holds when an argument, cut to `mask`, is one of `values`, or none of them if `unlike`.

    Looks at the lower 32 bits, which is all that the kernel reads of these arguments.
    """

    argument: int
    values: tuple[int, ...]
    mask: int = 0xFFFFFFFF
    unlike: bool = False


def conditions(pid: int, gpu: bool) -> dict[str, tuple[Condition, ...]]:
    """Return what must hold for each call of `syscalls.ASKED`, all conditions together.

    Args:
        pid: the process that is confined; it may send signals to itself alone.
        gpu: whether devices of a GPU are to be driven.
    """
    itself = (Condition(0, (pid,)),)
    own_thread = (Condition(0, (0, pid)),)
    thread = Condition(0, (_CLONE_THREAD,), mask=_CLONE_THREAD | _CLONE_NEW)
    # RLIMIT_DATA counts neither shared memory nor what is mapped like a stack.
    counted = Condition(
        3,
        (0, _MAP_SHARED, _MAP_ANONYMOUS),
        mask=_MAP_SHARED | _MAP_ANONYMOUS | _MAP_GROWSDOWN,
    )
    # A datagram socket could be pointed at anybody later; a connected stream cannot.
    connected = (Condition(0, (1,)), Condition(1, (_STREAM, _SEQPACKET), mask=0xF))
    asks = Condition(1, _IOCTL_ALLOWED)
    if gpu:
        asks = Condition(1, _IOCTL_REFUSED_WITH_GPU, unlike=True)
    return {
        "clone": (thread,),
        "kill": itself,
        "tgkill": itself,
        "rt_sigqueueinfo": itself,
        "rt_tgsigqueueinfo": itself,
        "mmap": (counted,),
        "prctl": (Condition(0, _PRCTL_REFUSED, unlike=True),),
        "prlimit64": own_thread,
        "socketpair": connected,
        "fcntl": (Condition(1, _SET_OWNER_AND_THE_LIKE, unlike=True),),
        "ioctl": (asks,),
        "sched_setaffinity": own_thread,
        "sched_setparam": own_thread,
        "sched_setscheduler": own_thread,
        "sched_setattr": own_thread,
        "setpriority": (Condition(0, (0,)), Condition(1, (0, pid))),
    }


def supported() -> bool:
    """Whether the kernel takes filters, and this machine's system calls are known here.

    Asks for a filter at address 0. A kernel that knows filters looks there and answers EFAULT;
    one that does not answers EINVAL. Neither installs anything.
    """
    if not sys.platform.startswith("linux") or platform.machine() not in _ARCHITECTURES:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, None, 0, 0)
    return sys.maxsize > 2**32 and ctypes.get_errno() == errno.EFAULT


def install(pid: int | None = None, *, gpu: bool = False) -> None:
    """Install the filter for this process, whose no_new_privs must be set; irreversible.

    Args:
        pid: the only process that signals may go to; this one by default.
        gpu: whether devices of a GPU are to be driven.

    Raises:
        SeccompError: the kernel does not take it, or the machine's calls are not known.
    """
    code = program(platform.machine(), pid or os.getpid(), gpu)
    libc = ctypes.CDLL(None, use_errno=True)
    text = ctypes.create_string_buffer(code, len(code))
    # struct sock_fprog: the number of instructions and where they are
    head = struct.pack("HxxxxxxQ", len(code) // 8, ctypes.addressof(text))
    if libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, head, 0, 0) != 0:
        raise SeccompError(f"the seccomp filter: {os.strerror(ctypes.get_errno())}")
    if libc.prctl(_PR_GET_SECCOMP, 0, 0, 0, 0) != _SECCOMP_MODE_FILTER:
        raise SeccompError("the kernel took the seccomp filter and does not use it")


def program(machine: str, pid: int, gpu: bool) -> bytes:
    """Return the filter's instructions, 8 bytes each.

    Raises:
        SeccompError: the machine's calls are not known.
    """
    if machine not in _ARCHITECTURES:
        raise SeccompError(f"expected {' or '.join(_ARCHITECTURES)}, this machine is {machine}")
    architecture, column = _ARCHITECTURES[machine]
    code = [
        _instruction(_LOAD, _ARCHITECTURE_AT),
        _instruction(_EQUAL, architecture, 1, 0),
        # Calls of another architecture, such as 32-bit ones, would have other numbers.
        _instruction(_RETURN, _KILL),
        _instruction(_LOAD, _NUMBER_AT),
    ]
    for name, found in conditions(pid, gpu).items():
        refusal = errno.ENOTTY if name == "ioctl" else errno.EPERM
        code += _asked(_numbers({name: syscalls.ASKED[name]}, column), found, refusal)
    return b"".join(code) + fixed_part(column)


@functools.cache
def fixed_part(column: int) -> bytes:
    """Return the instructions that are the same for every process of an architecture."""
    code: list[bytes] = []
    for table, answer in _tables():
        for number in _numbers(table, column):
            code += [_instruction(_EQUAL, number, 0, 1), _instruction(_RETURN, _ERRNO | answer)]
    for number in syscalls.ALLOWED_SINCE.values():
        code += [_instruction(_EQUAL, number, 0, 1), _instruction(_RETURN, _ALLOW)]
    # Above the last old number are new calls, and on x86-64 those with 32-bit pointers.
    code += [
        _instruction(_GREATER, syscalls.LAST_OLD[column], 0, 1),
        _instruction(_RETURN, _ERRNO | errno.ENOSYS),
        _instruction(_RETURN, _ALLOW),
    ]
    return b"".join(code)


def prepare() -> None:
    """Make what is the same for every process, before it is forked."""
    if supported():
        fixed_part(_ARCHITECTURES[platform.machine()][1])


def _tables() -> list[tuple[syscalls.Table, int]]:
    """Return each table of refused calls and the error number that they end with."""
    refused = (
        syscalls.PROGRAMS,
        syscalls.PROCESSES,
        syscalls.SOCKETS,
        syscalls.NAMESPACES,
        syscalls.UNCOUNTED,
        syscalls.KERNEL,
        syscalls.IDENTITY,
    )
    return [(syscalls.PRETENDED, 0), *((table, errno.EPERM) for table in refused)]


def _numbers(table: syscalls.Table, column: int) -> list[int]:
    return [number for row in table.values() if (number := row[column]) is not None]


def _asked(numbers: list[int], found: tuple[Condition, ...], refusal: int) -> list[bytes]:
    """Return the instructions that allow a call if all conditions hold, and refuse it if not."""
    refuse = _instruction(_RETURN, _ERRNO | refusal)
    body: list[bytes] = []
    for condition in found:
        body += [
            _instruction(_LOAD, _ARGUMENTS_AT + 8 * condition.argument),
            _instruction(_AND, condition.mask),
        ]
        count = len(condition.values)
        for place, value in enumerate(condition.values):
            past = count - place - 1
            # Equal jumps over the other values, and over the refusal unless it is meant.
            body.append(_instruction(_EQUAL, value, past + (0 if condition.unlike else 1), 0))
        if condition.unlike:
            # The last value must skip the refusal when it is not equal.
            body[-1] = _instruction(_EQUAL, condition.values[-1], 0, 1)
        body.append(refuse)
    body.append(_instruction(_RETURN, _ALLOW))
    return [
        part for number in numbers for part in (_instruction(_EQUAL, number, 0, len(body)), *body)
    ]


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
