"""What a confined process may use, and who it is: limits, user, capabilities.

Linux only. Each function changes the calling process for good.
"""

import ctypes
import os
import secrets
import signal
import struct

MAX_FILES = 256
MAX_THREADS = 1024
_STACK_BYTES = 64 << 20
_LOCKED_BYTES = 64 << 10
_QUEUED_SIGNALS = 1024
_NOBODY = 65534
# A range that no system gives to people or services.
_FIRST_UNUSED, _UNUSED = 0x70000000, 0x0F000000
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_KEEPCAPS, _PR_SET_NO_NEW_PRIVS = 1, 4, 8, 38
_CAPABILITY_VERSION = 0x20080522
_CAP_DAC_READ_SEARCH, _CAP_SETGID, _CAP_SETUID = 2, 6, 7


def set_limits(memory_mb: int, disk_mb: int, cpu_s: int) -> None:
    """Bound memory, threads, open files, file sizes and processor time.

    Memory is RLIMIT_DATA: what is written to and not shared. RLIMIT_AS would count the address
    space, of which TensorFlow reserves far more than it uses.
    """
    import resource  # Windows has none, and imports this module

    megabytes = 1 << 20
    _bound(resource.RLIMIT_DATA, memory_mb * megabytes if memory_mb else resource.RLIM_INFINITY)
    _bound(resource.RLIMIT_FSIZE, disk_mb * megabytes)
    _bound(resource.RLIMIT_NOFILE, MAX_FILES)
    _bound(resource.RLIMIT_NPROC, MAX_THREADS + (_threads() if os.geteuid() else 0))
    _bound(resource.RLIMIT_STACK, _STACK_BYTES)
    _bound(resource.RLIMIT_MEMLOCK, _LOCKED_BYTES)
    _bound(resource.RLIMIT_MSGQUEUE, 0)
    _bound(resource.RLIMIT_SIGPENDING, _QUEUED_SIGNALS)
    _bound(resource.RLIMIT_CPU, cpu_s)
    # 1, not 0: with 0 a core still goes to a program that the system names for it.
    _bound(resource.RLIMIT_CORE, 1)


def _bound(which: int, most: int) -> None:
    """Set both limits to `most`, or to the present hard limit where that is lower."""
    import resource

    hard = resource.getrlimit(which)[1]
    if hard != resource.RLIM_INFINITY and (most == resource.RLIM_INFINITY or hard < most):
        most = hard
    resource.setrlimit(which, (most, most))


def _threads() -> int:
    """Return how many threads this machine has, at least as many as this user has."""
    try:
        with open("/proc/loadavg") as file:
            return int(file.read().split()[3].partition("/")[2])
    except (OSError, ValueError, IndexError):
        return 4 * MAX_THREADS


def may_change_user() -> bool:
    """Whether this process has the right to become another user, and there is another."""
    with open("/proc/self/status") as status:
        effective = int(status.read().split("CapEff:", 1)[1].split(None, 1)[0], 16)
    with open("/proc/self/uid_map") as mapped:
        users = sum(int(line.split()[2]) for line in mapped)
    rights = 1 << _CAP_SETGID | 1 << _CAP_SETUID
    return effective & rights == rights and users > 1


def become_nobody(scratch: str, read_all: bool) -> bool:
    """Turn from root into a user that nobody is, who owns `scratch`; say whether that worked.

    Args:
        scratch: a folder of this process's own.
        read_all: keep the right to read past file permissions, where Python itself lies in a
            folder that is closed to others. Landlock still says what is read.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    # Those of other users' are never signalled, and no other grading counts against the limit
    # on threads. In a container that maps few users there is only the traditional one.
    for user in (_FIRST_UNUSED + secrets.randbelow(_UNUSED), _NOBODY):
        try:
            os.setgroups([])
            os.chown(scratch, user, user)
            libc.prctl(_PR_SET_KEEPCAPS, 1, 0, 0, 0)
            os.setresgid(user, user, user)
            os.setresuid(user, user, user)
        except OSError:
            continue
        drop_capabilities(keep_read_search=read_all)
        return True
    drop_capabilities(keep_read_search=False)
    return False


def drop_capabilities(*, keep_read_search: bool = False) -> None:
    """Give up every right that root has over others'; keep one, if asked.

    Raises:
        OSError: the kernel refused.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    kept = 1 << _CAP_DAC_READ_SEARCH if keep_read_search else 0
    head = struct.pack("=Ii", _CAPABILITY_VERSION, 0)
    data = struct.pack("=6I", kept, kept, 0, 0, 0, 0)
    if libc.capset(head, data) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"giving up capabilities: {os.strerror(number)}")


def gain_nothing() -> None:
    """Let no program that is started give this process new rights; Landlock asks for it."""
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)


def hide_memory() -> None:
    """Keep other processes of this user from reading or tracing this one."""
    _prctl(_PR_SET_DUMPABLE, 0)


def end_with_parent() -> None:
    """Be killed when the thread that started this process ends; changing the user undoes it."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _prctl(what: int, value: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(what, value, 0, 0, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def open_to_all(path: str) -> bool:
    """Whether any user may read what lies at a path, as far as permissions say."""
    try:
        here = os.path.realpath(path)
        readable = os.stat(here).st_mode & 0o004
        while readable and here != "/":
            here = os.path.dirname(here)
            readable = os.stat(here).st_mode & 0o001
    except OSError:
        return False
    return bool(readable)
