"""A judge and a sandbox, connected to each other: asks the judge under a deadline."""

import base64
import json
import select
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from autograder.execution.ended import Ended
from autograder.execution.one_core import QUICK_S
from autograder.execution.processes import Processes, ServerLost, Starter, StartError, start_cold

__all__ = ["Ended", "Pair", "ServerLost", "StartError", "Starter", "start_cold"]

_START_S = 60.0
_BEGINNINGS = ("plan", "begin")
_INTERRUPT_S = 2.0
_TEXTS = ("error", "message", "trace", "stdout", "shown", "behaviour")


class Pair:
    """A judge and its sandbox, until one of them is gone; use it in a `with` block.

    Args:
        cells: the instructor's notebook, see `judge.Judge`.
        memory_mb: memory of the sandbox, in megabytes.
        start: starts the processes.
        shown: whether tests see all changes of arguments, see `judge.Judge`.

    Raises:
        StartError: the processes do not start; no student's code has run by then.
        ServerLost: from `ask` and `close`, see there.
    """

    def __init__(
        self,
        cells: list[tuple[str, str, str]],
        memory_mb: int,
        start: Starter = start_cold,
        *,
        shown: bool = False,
    ) -> None:
        self._processes = start(memory_mb)
        self._arrived = bytearray()
        self.usable = True
        plan = {"do": "begin"} if self._processes.planned else {"do": "plan", "cells": cells}
        begun = self.ask(plan | {"shown": shown}, _START_S)
        if begun.state != "ok":
            self.close()
            raise StartError(
                f"expected Python at {sys.executable} to start a judge and a sandbox, but they "
                f"did not ({begun.state} {begun.message}); check memory and disk, then try again"
            )

    @property
    def processes(self) -> Processes:
        """The two processes; how they ended is known once the pair is closed."""
        return self._processes

    @property
    def peak_mb(self) -> float:
        """Largest memory of the sandbox, in megabytes, once it has ended; 0 when unknown."""
        how = self._processes.sandbox.exit
        return 0.0 if how is None else how.peak_mb

    def ask(self, request: Mapping[str, Any], timeout_s: float) -> Ended:
        """Send a request to the judge and say how it ended, within the time or a little later.

        When the time is up both sides are interrupted; a sandbox that goes on is killed, and at
        last the judge. The pair is unusable then.

        Raises:
            ServerLost: a process is gone because the warm process that forked it ended.
        """
        begin = time.monotonic()
        if not self.usable:
            return Ended("died")
        if request["do"] not in _BEGINNINGS:  # both still begin, side by side
            self._processes.together.hold()
        answer, late = self._answer(json.dumps(request).encode() + b"\n", timeout_s)
        time_s = time.monotonic() - begin
        if answer is None:
            self.close()
            return Ended("timeout" if late else "fault", time_s=time_s)
        ended = Ended(
            "timeout" if late else answer["state"],
            **{name: answer.get(name, "") for name in _TEXTS},
            time_s=time_s,
            value=answer.get("value"),
            withheld=answer.get("withheld", False),
            pictures=tuple(base64.b64decode(p) for p in answer.get("pictures", ())),
        )
        if answer["lost"]:
            self.close()
            how = self._processes.sandbox.exit
            if how is not None and not late:
                ended = replace(ended, status=how.status, peak_mb=how.peak_mb, why=how.why)
        return ended

    def _answer(self, line: bytes, timeout_s: float) -> tuple[dict[str, Any] | None, bool]:
        """Return the judge's answer, None for none, and whether it was late."""
        processes = self._processes
        try:
            processes.control.sendall(line)
        except OSError:
            return None, False
        quick_s = min(timeout_s, QUICK_S)
        found = self._line(quick_s)
        if found == b"":
            processes.together.release()
            found = self._line(timeout_s - quick_s)
        if found != b"":
            return (json.loads(found.decode()), False) if found else (None, False)
        processes.sandbox.interrupt()
        processes.judge.interrupt()
        found = self._line(_INTERRUPT_S)
        if found == b"":
            processes.sandbox.kill()
            found = self._line(_INTERRUPT_S)
        return (json.loads(found.decode()), True) if found else (None, True)

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
        """Kill both processes and remove what they wrote.

        Raises:
            ServerLost: one was gone because the warm process that forked it ended.
        """
        if self.usable:
            self.usable = False
            try:
                self._processes.sandbox.kill()
            finally:
                try:
                    self._processes.judge.kill()
                finally:
                    self._processes.control.close()
                    self._processes.clean()
