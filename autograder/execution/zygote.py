"""Warm processes: a judge and a sandbox are forked for each submission, in milliseconds.

Two processes of one unit wait, each with its libraries imported and a small notebook behind it
(`rehearsal.py`). The one that forks sandboxes lives inside the cage and is told nothing of the
unit but the names of modules; the one that forks judges has the unit and lives outside. The
supervisor holds a descriptor (pidfd) of every child and kills through it; the warm process then
empties the child's folder and says how it ended (`forking.py`).
"""

import ast
import os
import shutil
import signal
import socket
import tempfile
from collections.abc import Iterable, Sequence

from autograder.execution.cage import Cage, Mode, wrapped
from autograder.execution.names import parse
from autograder.execution.one_core import OneCore
from autograder.execution.processes import JUDGE_MEMORY_MB, Processes, ServerLost
from autograder.execution.server import Server

_SCRATCH = "scratch"
_ROLES = ("judge", "sandbox")
# What is imported before the first fork, where the notebook imports it too.
_IMPORTED = frozenset(
    {"jax", "keras", "matplotlib", "networkx", "numpy", "pandas", "scipy", "seaborn", "sklearn"}
    | {"sympy", "tensorflow", "torch"}
)
_TRAINS = frozenset({"jax", "keras", "tensorflow", "torch"})


class Warm:
    """Starts judge and sandbox of one submission at a time; use it in a `with` block.

    Args:
        cells: the instructor's notebook: kind, grade_id and source of each code cell.
        cage: what confines the sandbox.
        pieces: the texts that the judge will be asked to run, compiled before the first fork.
        disk_mb: size of the sandbox's scratch folder, in megabytes.
        readable: further files and folders that submissions may read.
        files: a folder that both sides find copied into the one that they run in; "" for none.
        gpu: the device that submissions use, "" for none.

    Raises:
        StartError: the warm processes do not start.
    """

    def __init__(
        self,
        cells: Iterable[tuple[str, str, str]],
        cage: Cage,
        *,
        pieces: Sequence[str] = (),
        disk_mb: int = 64,
        readable: tuple[str, ...] = (),
        files: str = "",
        gpu: str = "",
    ) -> None:
        self._cells = list(cells)
        self._pieces = list(pieces)
        self._cage = cage
        self._disk_mb = disk_mb
        self._files = files
        self._readable = (*readable, files) if files else readable
        self._gpu = gpu
        self._has_threads = not _TRAINS.isdisjoint(_imported(self._cells))
        self._folder = tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True)
        os.chmod(self._folder.name, 0o711)  # noqa: S103 - a sandbox may be another user
        self._modules: list[str] = []
        self._sandboxes: Server | None = None
        self._judges: Server | None = None
        try:
            self._revive()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Warm":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self, memory_mb: int) -> Processes:
        """Fork judge and sandbox; see `processes.Starter`.

        Raises:
            StartError: they cannot be forked, even by warm processes started again.
        """
        try:
            return self._fork(memory_mb)
        except ServerLost:
            self._revive()
            return self._fork(memory_mb)

    def close(self) -> None:
        """End the warm processes and their children, and remove their folders."""
        for server in (self._sandboxes, self._judges):
            if server is not None:
                server.close()
        self._folder.cleanup()

    def _fork(self, memory_mb: int) -> Processes:
        if self._judges is None or self._sandboxes is None:
            raise ServerLost("expected the warm processes to run, but they were closed")
        judge_end, sandbox_end = socket.socketpair()
        ours, theirs = socket.socketpair()
        try:
            with judge_end, sandbox_end, theirs:
                self._sandboxes.request({"memory_mb": memory_mb}, [sandbox_end])
                judge_memory = {"memory_mb": max(memory_mb, JUDGE_MEMORY_MB)}
                self._judges.request(judge_memory, [judge_end, theirs])
                sandbox = self._sandboxes.forked(signal.SIGINT)
                judge = self._judges.forked(signal.SIGUSR1)
        except BaseException:
            ours.close()  # one of the two may have a child that nobody holds
            self._sandboxes.close()
            self._judges.close()
            raise
        pids = () if self._has_threads else (sandbox.pid, judge.pid)
        together = OneCore(pids if all(pid > 0 for pid in pids) else ())
        return Processes(judge, sandbox, ours, planned=True, together=together)

    def _revive(self) -> None:
        """Start those warm processes that do not run, in parallel, and wait for both."""
        imports = _imported(self._cells)
        sandboxes, judges = self._sandboxes, self._judges
        if sandboxes is None or not sandboxes.running:
            sandboxes = self._sandboxes = self._start_sandboxes(imports)
        if judges is None or not judges.running:
            judges = self._judges = self._start_judges(imports)
            self._modules = judges.wait_until_ready()
        if not sandboxes.ready:
            sandboxes.wait_until_ready()
            sandboxes.request({"modules": self._modules}, [])
            sandboxes.wait_until_ready()

    def _start_sandboxes(self, imports: list[str]) -> "Server":
        shared = self._shared("sandbox")
        holds_mb = self._disk_mb + size_mb(self._files)
        bounds = {
            "scratch": os.path.join(shared, _SCRATCH),
            "disk_mb": self._disk_mb,
            "readable": self._readable,
            "gpu": self._gpu,
        }
        told = {
            "mode": self._cage.mode,
            "bounds": bounds,
            "modules": imports,
            "files": self._files,
            "leaving": [shared, self._folder.name],
            "watched_mb": holds_mb if self._cage.mode is Mode.LANDLOCK else 0,
        }

        def caged(argv: list[str]) -> list[str]:
            return wrapped(
                self._cage,
                argv,
                shared=shared,
                disk_mb=holds_mb,
                readable=self._readable,
                gpu=self._gpu,
            )

        return Server("fork_sandboxes", told, caged)

    def _start_judges(self, imports: list[str]) -> "Server":
        bounds = {
            "scratch": os.path.join(self._shared("judge"), _SCRATCH),
            "readable": self._readable,
        }
        unit = {"cells": self._cells, "pieces": self._pieces}
        told = {
            "bounds": bounds,
            "modules": imports,
            "memory_mb": JUDGE_MEMORY_MB,
            # Training takes long, the more so without the GPU, and brings few modules.
            "first_run": not self._gpu and not self._has_threads,
            "files": self._files,
            # In mode full the sandboxes' folder is another one inside the cage.
            "leaving": [*(os.path.join(self._folder.name, r) for r in _ROLES), self._folder.name],
        }
        return Server("fork_judges", told, unit=unit)

    def _shared(self, role: str) -> str:
        folder = os.path.join(self._folder.name, role)
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)
        os.chmod(folder, 0o755)  # noqa: S103 - a sandbox may be another user
        return folder


def size_mb(folder: str) -> int:
    """Return the size of the files in a folder, in megabytes and rounded up; 0 for ""."""
    if not folder:
        return 0
    paths = (os.path.join(at, name) for at, _, names in os.walk(folder) for name in names)
    return (sum(map(os.path.getsize, paths)) >> 20) + 1


def _imported(cells: Iterable[tuple[str, str, str]]) -> list[str]:
    """Return what a notebook imports of the modules that are imported before the first fork."""
    named = _imports(source for _, _, source in cells)
    return [name for name in named if name.partition(".")[0] in _IMPORTED]


def _imports(sources: Iterable[str]) -> list[str]:
    """Return the modules that code imports."""
    found: set[str] = set()
    for node in (n for source in sources for s in parse(source) for n in ast.walk(s)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return sorted(found)
