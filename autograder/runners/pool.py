"""Worker processes seen from their parent: started, given jobs ahead, replaced, ended.

A worker is started as `python -c` and not forked, because the parent soon holds nbgrader and an
open database. It dies with its parent: it holds the reading end of a pipe that only the parent can
write to.
"""

import contextlib
import dataclasses
import os
import pickle
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from autograder.runners.jobs import Job, Work
from autograder.runners.worker import Message

_ROOT = str(Path(__file__).resolve().parents[2])
# A worker that is just starting waits for the warm processes, which then would write once more.
_STOP_S = 30.0
_LOG_TAIL = 2_000
# Others may pass through, not look around: a sandbox can be another user with a folder inside.
_PASSABLE = 0o711


class Worker:
    """One worker process and the jobs that it has.

    Attributes:
        number: from 1; a worker that replaces another one has the same.
        pipe: the connection to it.
        jobs: what it was given and has not done, the current one first.
        begun: since when it is at the current one, in `time.monotonic` seconds; None when idle.
        ready: whether it can grade.
    """

    def __init__(self, number: int, device: str, work: bytes, scratch: Path) -> None:
        self.number = number
        self.device = device
        self.jobs: deque[Job] = deque()
        self.begun: float | None = None
        self.ready = False
        self._scratch = scratch
        self._log = scratch.with_suffix(".log")
        scratch.mkdir()
        scratch.chmod(_PASSABLE)
        ours, theirs = socket.socketpair()
        reading, self._life = os.pipe()
        with theirs, self._log.open("wb") as log:
            call = f"main({theirs.fileno()}, {reading}, {device!r}, {str(scratch)!r})"
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c",
                 f"import sys; sys.path.insert(0, {_ROOT!r}); "
                 f"from autograder.runners.worker import main; {call}"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=os.environ | {"CUDA_VISIBLE_DEVICES": device, "PYTHONUTF8": "1"},
                pass_fds=(theirs.fileno(), reading), start_new_session=True,
            )  # fmt: skip
        os.close(reading)
        self.pipe = Connection(ours.detach())
        with contextlib.suppress(OSError):  # it ended already: the first `recv` says so
            self.pipe.send_bytes(work)

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    def give(self, job: Job) -> None:
        """Give it one more job; OSError when it is gone."""
        self.jobs.append(job)
        self.pipe.send(job)

    def take(self) -> Message:
        """Return what it says next and keep account of it; EOFError or OSError when it is gone."""
        message = self.pipe.recv()
        if not isinstance(message, Message):
            raise EOFError
        if message.what == "ready":
            self.ready = True
        elif message.what == "begun":
            self.begun = message.at
        elif message.what == "done":
            self.jobs.popleft()
            self.begun = None
        return message

    def why(self) -> str:
        """Say how the process ended, once it has."""
        try:
            status = self._process.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            return "the process that graded it no longer answered"
        if status < 0:
            return f"the process that graded it was ended by signal {-status}"
        with contextlib.suppress(OSError):
            said = self._log.read_bytes()[-_LOG_TAIL:].decode("utf-8", "replace").split("\n")
            last = next((line.strip() for line in reversed(said) if line.strip()), "")
            if last:
                return f"the process that graded it ended with status {status} ({last[:300]})"
        return f"the process that graded it ended with status {status}"

    def ask_to_end(self) -> None:
        """Let it end by itself, and with it everything that it started."""
        with contextlib.suppress(OSError):
            self._process.terminate()

    def end(self, patience_s: float = _STOP_S) -> None:
        """End it, by force if need be, and remove what it left."""
        self.ask_to_end()
        try:
            self._process.wait(patience_s)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self.pipe.close()
        os.close(self._life)
        shutil.rmtree(self._scratch, ignore_errors=True)
        self._log.unlink(missing_ok=True)


class Pool:
    """So many workers for one run; use it in a `with` block.

    The processes start at once and make ready while the caller does something else.

    Args:
        work: what all jobs have in common.
        workers: how many to start, at least 1.
        devices: the GPU of each worker, in their order; nothing for work without a GPU.
    """

    def __init__(self, work: Work, workers: int, devices: Sequence[str] = ()) -> None:
        self.work = work
        self._pickled = pickle.dumps(work)
        self._scratch = Path(tempfile.mkdtemp(prefix="course-run-"))
        self._scratch.chmod(_PASSABLE)
        self._made = 0
        self.workers: list[Worker] = []
        try:
            for number in range(workers):
                self._add(number + 1, devices[number] if devices else "")
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def scratch(self) -> Path:
        """The folder that holds everything these workers write."""
        return self._scratch

    def tell(self, released: Mapping[str, str]) -> None:
        """Let all workers know each answer as it was released, which took longer to find out."""
        self.work = dataclasses.replace(self.work, released=released)
        self._pickled = pickle.dumps(self.work)
        for worker in self.workers:
            with contextlib.suppress(OSError):
                worker.pipe.send(released)

    def replace(self, worker: Worker) -> list[Job]:
        """End a worker, start another one in its place and return the jobs that it had."""
        self.workers.remove(worker)
        worker.end(patience_s=1.0)
        self._add(worker.number, worker.device)
        return list(worker.jobs)

    def at_work(self) -> dict[int, tuple[str, float]]:
        """Return what each worker is at and for how long, in seconds, by its number."""
        now = time.monotonic()
        return {
            worker.number: (worker.jobs[0].name, now - worker.begun)
            for worker in self.workers
            if worker.begun is not None and worker.jobs
        }

    def close(self) -> None:
        """End every worker and remove everything that they wrote."""
        for worker in self.workers:
            worker.ask_to_end()
        while self.workers:
            self.workers.pop().end()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _add(self, number: int, device: str) -> None:
        self._made += 1
        scratch = self._scratch / f"worker-{self._made}"
        self.workers.append(Worker(number, device, self._pickled, scratch))
        self.workers.sort(key=lambda worker: worker.number)
