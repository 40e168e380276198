"""A warm process that forks once per submission, wipes up after its child, and says how it ended.

It runs inside the cage for sandboxes and outside for judges. Its line to the supervisor is a
socket of packets, one JSON object each:

- `{"ready": pid, "modules": […]}` first, and `{"ready": pid}` for `{"modules": […]}`, which is
  what there is to import before the first child;
- from the supervisor: what a child needs to know, with the descriptors that it gets;
- `{"forked": n}` back, with a descriptor of the child's process (a pidfd), or `{"failed": why}`;
- `{"ended": n, "status": …, "cpu_s": …, "peak_mb": …, "why": …}` once the child, and whatever
  else it started, is gone and its folder is empty; `why` is a sentence if it was killed here.

The end of that line ends the child and this process. One child lives at a time.
"""

import contextlib
import ctypes
import json
import os
import select
import signal
import socket
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from autograder.execution.disk import used_mb
from autograder.execution.wiping import wipe

MAX_PACKET = 1 << 16
MAX_DESCRIPTORS = 2
_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_FIRST = 3
_LOOK_MS = 100
_LIBC = ctypes.CDLL(None)

# What a child does with the request and its descriptors; when it returns, the child ends.
Role = Callable[[dict[str, Any], list[int]], None]


def serve(
    line: socket.socket,
    scratch: str,
    be: Role,
    *,
    leaving: Sequence[str] = (),
    watched_mb: int = 0,
    modules: Sequence[str] = (),
    learn: Callable[[list[str]], None] = lambda modules: None,
) -> None:
    """Fork a child for every request until the line ends.

    Args:
        line: this end of the line to the supervisor.
        scratch: the folder in which children start, emptied after each.
        be: what a child is; it starts in a session of its own, with default signals and no
            descriptor but its own.
        leaving: folders to remove at the end, if they are empty by then, like `scratch`.
        watched_mb: how much a child may hold in `scratch`, in megabytes, where no file system of
            its own bounds it; 0 where one does.
        modules: what the other warm process should import, too.
        learn: imports what the other one found, before the first child.
    """
    os.makedirs(scratch, mode=0o700, exist_ok=True)
    _LIBC.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    _send(line, {"ready": os.getpid(), "modules": list(modules)})
    number = 0
    while True:
        packet, descriptors, _, _ = socket.recv_fds(line, MAX_PACKET, MAX_DESCRIPTORS)
        if not packet:
            break
        request = json.loads(packet)
        if "modules" in request:
            learn(request["modules"])
            _send(line, {"ready": os.getpid()})
            continue
        number += 1
        try:
            pid = os.fork()
        except OSError as error:
            _send(line, {"failed": str(error)})
            continue
        if pid == 0:
            _be(be, request, descriptors, scratch)
        for descriptor in descriptors:
            os.close(descriptor)
        _attend(line, number, pid, scratch, watched_mb)
    # The supervisor removes these, unless it was killed.
    for folder in (scratch, *leaving):
        with contextlib.suppress(OSError):
            os.rmdir(folder)


def _attend(line: socket.socket, number: int, pid: int, scratch: str, watched_mb: int) -> None:
    """Wait for a child to end, or for the supervisor to; leave nothing of it behind."""
    child = os.pidfd_open(pid)
    why = ""
    try:
        socket.send_fds(line, [json.dumps({"forked": number}).encode()], [child])
        waiting = select.poll()
        waiting.register(child, select.POLLIN)
        waiting.register(line, select.POLLIN | select.POLLHUP)
        alive = True
        while alive:
            found = waiting.poll(_LOOK_MS if watched_mb and not why else None)
            if not found and used_mb(scratch, pid, watched_mb) > watched_mb:
                why = f"It held more than {watched_mb} MB in files, which is all that it may."
                signal.pidfd_send_signal(child, signal.SIGKILL)
            for descriptor, _ in found:
                alive = alive and descriptor != child
                if alive and descriptor == line.fileno():
                    signal.pidfd_send_signal(child, signal.SIGKILL)
                    waiting.unregister(line)
    except OSError:
        signal.pidfd_send_signal(child, signal.SIGKILL)
    finally:
        os.close(child)
    _, status, used = os.wait4(pid, 0)
    _end_family(pid)
    wipe(scratch)
    cpu_s = round(used.ru_utime + used.ru_stime, 6)
    with contextlib.suppress(OSError):
        _send(
            line,
            {
                "ended": number,
                "status": os.waitstatus_to_exitcode(status),
                "cpu_s": cpu_s,
                "peak_mb": used.ru_maxrss / 1024,
                "why": why,
            },
        )


def _end_family(pid: int) -> None:
    """Kill what a child started, where the cage let it: its group, and orphans, which are ours."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        while True:
            gone, _ = os.waitpid(-1, os.WNOHANG)
            if not gone:
                for orphan in _children():
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(orphan, signal.SIGKILL)
                os.waitpid(-1, 0)


def _children() -> list[int]:
    with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as listed:
        return [int(pid) for pid in listed.read().split()]


def _be(be: Role, request: dict[str, Any], descriptors: list[int], scratch: str) -> NoReturn:
    """Leave everything of the warm process behind, then be what the request says."""
    status = 1
    try:
        os.setsid()
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1):
            signal.signal(number, signal.SIG_DFL)
        os.chdir(scratch)
        be(request, _only(descriptors))
        status = 0
    finally:
        os._exit(status)


def _only(descriptors: list[int]) -> list[int]:
    """Close every descriptor but these and the standard ones; return the new numbers of these."""
    above = max([*descriptors, _FIRST + len(descriptors)]) + 1
    moved = [os.dup2(old, above + place) for place, old in enumerate(descriptors)]
    kept = [os.dup2(old, _FIRST + place) for place, old in enumerate(moved)]
    os.closerange(_FIRST + len(kept), os.sysconf("SC_OPEN_MAX"))
    return kept


def _send(line: socket.socket, packet: dict[str, Any]) -> None:
    line.send(json.dumps(packet).encode())
