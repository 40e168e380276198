"""The supervisor's end of a warm process: ask it to fork, kill the child, hear how it ended."""

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
from collections.abc import Callable, Mapping
from typing import Any

from autograder.execution.forking import MAX_DESCRIPTORS, MAX_PACKET
from autograder.execution.processes import (
    NO_GPUS,
    Exit,
    ServerLost,
    StartError,
    environment,
    python_command,
)

# TensorFlow twice on a loaded machine takes half a minute.
_READY_S = 180.0
_FORK_S = 20.0
_END_S = 20.0


class Server:
    """A warm process and the line to it.

    Args:
        role: the function of `start.py` that it runs.
        told: what it is told, beside its end of the line.
        caged: makes the command line one that starts inside a cage.
        unit: what it is given to read first, None for nothing.

    Raises:
        StartError: it does not start.
    """

    def __init__(
        self,
        role: str,
        told: dict[str, Any],
        caged: Callable[[list[str]], list[str]] = list,
        unit: Mapping[str, Any] | None = None,
    ) -> None:
        self._role = role
        self.ready = False
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._child: Forked | None = None
        given = [theirs.fileno()]
        if unit is not None:
            given.append(os.memfd_create("unit"))
            with open(given[-1], "w", encoding="utf-8", closefd=False) as file:
                json.dump(unit, file)
            os.lseek(given[-1], 0, os.SEEK_SET)
        numbers = "".join(f"{descriptor}, " for descriptor in given)
        command = caged(python_command(f"{role}({numbers}{json.dumps(told)!r})"))
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                # CUDA does not survive a fork: each child is shown its device, this process none.
                env=environment(told["bounds"]["scratch"]) | NO_GPUS,
                pass_fds=given,
                start_new_session=True,
            )
        except OSError as error:
            self._line.close()
            raise StartError(
                f"expected {command[0]} to start a warm process, got {error}"
            ) from None
        finally:
            theirs.close()
            for descriptor in given[1:]:
                os.close(descriptor)

    @property
    def running(self) -> bool:
        """Whether it can be asked."""
        return self._line.fileno() >= 0 and self._process.poll() is None

    def wait_until_ready(self) -> list[str]:
        """Wait for its word; return what the other should import; StartError without a word."""
        try:
            said, _ = self._hear(_READY_S, "ready")
            self.ready = True
            return list(said.get("modules", ()))
        except ServerLost as error:
            self.close()
            raise StartError(
                f"expected a warm process ({self._role}) to be ready within {_READY_S:.0f} s, but "
                f"{error}; check memory and disk, and what ./course doctor says of the cage"
            ) from None

    def request(self, request: Mapping[str, Any], ends: list[socket.socket]) -> None:
        """Ask for a child that gets these ends; ServerLost when nobody listens."""
        try:
            packet = [json.dumps(request).encode()]
            socket.send_fds(self._line, packet, [end.fileno() for end in ends])
        except OSError as error:
            raise self._lost(f"it cannot be asked: {error}") from None

    def forked(self, interruption: signal.Signals) -> "Forked":
        """Return the child that was asked for.

        Args:
            interruption: the signal that interrupts it.

        Raises:
            ServerLost: the warm process is gone.
            StartError: it could not fork.
        """
        said, descriptors = self._hear(_FORK_S, "forked", "failed")
        if "failed" in said or len(descriptors) != 1:
            raise StartError(f"expected a process to be forked, got {said.get('failed')}")
        self._child = Forked(self, descriptors[0], interruption)
        return self._child

    def ended(self) -> Exit:
        """Return how the child ended, when it and all that it started are gone and wiped up."""
        said, _ = self._hear(_END_S, "ended")
        used = float(said["cpu_s"]), float(said["peak_mb"])
        return Exit(int(said["status"]), *used, str(said["why"]))

    def close(self) -> None:
        """End the warm process and its child."""
        if self._child is not None:
            self._child.abandon()
        self._line.close()
        try:
            self._process.wait(_END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _hear(self, timeout_s: float, *expected: str) -> tuple[dict[str, Any], list[int]]:
        if self._line.fileno() < 0 or not select.select([self._line], [], [], timeout_s)[0]:
            raise self._lost("it says nothing")
        try:
            packet, descriptors, _, _ = socket.recv_fds(self._line, MAX_PACKET, MAX_DESCRIPTORS)
            said = json.loads(packet or b"{}")
        except (OSError, ValueError) as error:
            raise self._lost(str(error)) from None
        if not any(name in said for name in expected):
            for descriptor in descriptors:
                os.close(descriptor)
            raise self._lost("it ended" if not packet else f"it said {sorted(said)}")
        return said, descriptors

    def _lost(self, why: str) -> ServerLost:
        """Give the warm process up; a new one can take its place."""
        self.close()
        return ServerLost(f"a warm process ({self._role}) is gone: {why}; grade it again")


class Forked:
    """A child of a warm process, held by a descriptor.

    Args:
        server: the warm process.
        descriptor: a pidfd of the child; closed at its end.
        interruption: the signal that interrupts it.
    """

    def __init__(self, server: Server, descriptor: int, interruption: signal.Signals) -> None:
        self._server = server
        self._descriptor = descriptor
        self._interruption = interruption
        self._exit: Exit | None = None

    @property
    def exit(self) -> Exit | None:
        """How it ended; None before `kill` has returned."""
        return self._exit

    @property
    def pid(self) -> int:
        """Its number among this process's; not positive when it has none, or is gone."""
        with open(f"/proc/self/fdinfo/{self._descriptor}", encoding="ascii") as told:
            lines = dict(line.split(":", 1) for line in told)
        return int(lines.get("Pid", "-1"))

    def interrupt(self) -> None:
        """Ask it to end what it does."""
        self._signal(self._interruption)

    def kill(self) -> None:
        """Kill it; return when it is gone, with all that it started, and its folder is empty.

        Raises:
            ServerLost: its warm process is gone, and the child with it.
        """
        if self._exit is None and self._descriptor >= 0:
            self._signal(signal.SIGKILL)
            try:
                self._exit = self._server.ended()
            finally:
                self.abandon()

    def abandon(self) -> None:
        """Kill it without waiting, and let go of it."""
        if self._descriptor >= 0:
            self._signal(signal.SIGKILL)
            os.close(self._descriptor)
            self._descriptor = -1

    def _signal(self, number: signal.Signals) -> None:
        if self._descriptor >= 0:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._descriptor, number)
