"""One worker process: `python -c` starts it with two descriptors, and it grades what it is sent.

It imports no Jupyter and no nbgrader, so that it is there in a tenth of a second. Through `pipe`
come the Work, then each answer as it was released (which takes nbgrader to know), then jobs; back
go what it has done. `life` is never written to: its end is the end of the parent, by which this
process ends itself and, through its `with` blocks, every process that runs a student's code.
"""

import contextlib
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import Literal, NamedTuple

from autograder.errors import CourseError
from autograder.result import Result
from autograder.runners.engine import Engine
from autograder.runners.jobs import Job, Work

_LAST_S = 30.0
_orphaned = threading.Event()


class Message(NamedTuple):
    """What a worker says.

    Attributes:
        what: "ready" to grade; "begun" a submission; "done" with it; "unable" to go on.
        name: the student's id, for "begun" and "done".
        at: when, on the clock of `time.monotonic`, which all processes of a machine share.
        result: for "done".
        reason: for "unable".
    """

    what: Literal["ready", "begun", "done", "unable"]
    name: str = ""
    at: float = 0.0
    result: Result | None = None
    reason: str = ""


def main(pipe: int, life: int, device: str, scratch: str) -> None:
    """Be a worker until the parent has no more to do, or is gone.

    Args:
        pipe: descriptor of this end of the connection.
        life: descriptor that reaches its end when the parent ends.
        device: the GPU to use, "" for none.
        scratch: a folder that is this worker's alone; removed at the end.
    """
    signal.signal(signal.SIGTERM, _leave)
    # Ctrl-C reaches the parent, which decides. Not SIG_IGN: a child that runs cells would inherit
    # it and could no longer be interrupted when its time is up.
    signal.signal(signal.SIGINT, _stay)
    threading.Thread(target=_end_with_parent, args=(life,), daemon=True).start()
    tempfile.tempdir = scratch
    status = 0
    try:
        _serve(Connection(pipe), device)
    except (EOFError, OSError, SystemExit):
        pass  # the parent wants no more
    except BaseException:
        traceback.print_exc()
        status = 1
    # Nothing may keep this from ending now: neither a second signal nor a thread.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    _remove(Path(scratch))
    sys.stderr.flush()
    os._exit(status)


def _serve(connection: Connection, device: str) -> None:
    work: Work = connection.recv()
    try:
        with Engine(work, device) as engine:
            connection.send(Message("ready", at=time.monotonic()))
            while (came := connection.recv()) is not None:
                if isinstance(came, Mapping):
                    engine.released = came
                    continue
                job: Job = came
                connection.send(Message("begun", job.name, time.monotonic()))
                result = engine.grade(job)
                connection.send(Message("done", job.name, time.monotonic(), result))
    except CourseError as error:
        connection.send(Message("unable", at=time.monotonic(), reason=str(error)))


def _end_with_parent(life: int) -> None:
    try:
        os.read(life, 1)
    except OSError:
        pass
    _orphaned.set()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_LAST_S)
    os._exit(1)


def _remove(scratch: Path) -> None:
    shutil.rmtree(scratch, ignore_errors=True)
    if _orphaned.is_set():
        # What the parent can no longer do: its log, and by the last worker the folder of all.
        scratch.with_suffix(".log").unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            scratch.parent.rmdir()


def _leave(_number: int, _frame: FrameType | None) -> None:
    # An exception, so that `with` blocks end the processes that run the student's code.
    raise SystemExit(0)


def _stay(_number: int, _frame: FrameType | None) -> None:
    """Do nothing."""
