"""Runs of a notebook, asked for here, done by a host process, heard as they end."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from autograder.audit.spread.notebook import Run, Step, Stopped
from autograder.audit.spread.recording import Note
from autograder.errors import CourseError
from autograder.folders import REPOSITORY

# Sums may be cut differently for every number of threads; and runs stand side by side as it is.
_QUIET = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "MPLBACKEND": "agg",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
}


@dataclass(frozen=True)
class Reply:
    """What came of one run: what was noted, which pieces raised, and how it ended if too soon."""

    run: Run
    notes: tuple[Note, ...]
    stopped: tuple[Stopped, ...]
    ended: str


def replies(
    steps: Sequence[Step],
    runs: Sequence[Run],
    piece_s: float,
    *,
    beside: int = 0,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Reply]:
    """Yield what came of each run, in the order in which they end.

    Args:
        steps: the notebook.
        runs: the sets of answers.
        piece_s: wall time of one cell or property, in seconds; later its run is killed.
        beside: how many runs stand side by side; 0 for one on each core.
        environment: variables of the process that runs them, besides those of this one.

    Raises:
        CourseError: the process cannot be started, or is lost.
    """
    job = {
        "steps": [asdict(step) for step in steps],
        "runs": [asdict(run) for run in runs],
        "piece_s": piece_s,
        "beside": beside or os.cpu_count() or 1,
    }
    if os.name != "posix":
        raise CourseError("expected Linux or macOS: the audit forks a process for every answer")
    paths = [str(REPOSITORY), *filter(None, [os.environ.get("PYTHONPATH")])]
    variables = {**os.environ, **_QUIET, **(environment or {})}
    variables["PYTHONPATH"] = os.pathsep.join(paths)
    heard = 0
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as trouble:
        host = subprocess.Popen(
            [sys.executable, "-m", "autograder.audit.spread.host"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=trouble,
            text=True,
            encoding="utf-8",
            env=variables,
            start_new_session=True,
        )
        try:
            for line in _lines(host, json.dumps(job)):
                reply = json.loads(line)
                heard += 1
                yield Reply(
                    runs[reply["run"]],
                    tuple(Note(*note) for note in reply["notes"]),
                    tuple(Stopped(*stopped) for stopped in reply["stopped"]),
                    reply["ended"],
                )
            host.wait()
        finally:
            _end(host)
        if heard < len(runs):
            trouble.seek(0)
            raise CourseError(
                f"expected {len(runs)} runs from the process that measures the spread, got "
                f"{heard}; it ended with {host.returncode}: {trouble.read()[-2000:].strip()}"
            )


def _lines(host: "subprocess.Popen[str]", job: str) -> Iterator[str]:
    if host.stdin is None or host.stdout is None:
        return
    try:
        host.stdin.write(job)
        host.stdin.close()
    except BrokenPipeError:
        return
    yield from host.stdout


def _end(host: "subprocess.Popen[str]") -> None:
    """End the process with all that it forked."""
    if host.poll() is None:
        os.killpg(host.pid, signal.SIGKILL)
        host.wait()
    for stream in (host.stdin, host.stdout):
        if stream is not None:
            stream.close()
