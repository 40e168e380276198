"""The process that runs a unit's notebook: one forked child for every set of answers.

It reads one JSON object on standard input, `{"steps": […], "runs": […], "piece_s": s, "beside":
n}`, and writes one line of JSON for each run when it ends: `{"run": n, "notes": […], "stopped":
[…], "ended": ""}`, where `ended` says how a child ended that did not get through.
"""

import contextlib
import importlib
import io
import json
import os
import selectors
import signal
import sys
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field
from typing import Any, NoReturn, TextIO

from autograder.audit.spread.notebook import (
    Piece,
    Playing,
    Run,
    Step,
    Stopped,
    imported,
    limit_s,
    prepare,
)
from autograder.audit.spread.recording import Note


@dataclass
class _Child:
    """A child that runs: its number, and what came through its pipe."""

    number: int
    pid: int
    heard: bytearray = field(default_factory=bytearray)


def main() -> None:
    """Run what standard input asks for."""
    job = json.loads(sys.stdin.read())
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nowhere, descriptor)
    steps = tuple(_step(raw) for raw in job["steps"])
    runs = [Run(**raw | {"seeds": tuple(raw["seeds"])}) for raw in job["runs"]]
    with tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True) as scratch:
        os.chdir(scratch)
        for name in imported(steps):
            with contextlib.suppress(Exception):  # a cell that cannot import says so when it runs
                importlib.import_module(name)
        prepare(steps)
        serve(steps, runs, job["piece_s"], job["beside"], replies)
        os.chdir("/")


def serve(
    steps: Sequence[Step], runs: Sequence[Run], piece_s: float, beside: int, replies: TextIO
) -> None:
    """Run everything, several children side by side, and write a line for each as it ends."""
    waiting = list(enumerate(runs))[::-1]
    with selectors.DefaultSelector() as open_pipes:
        while waiting or open_pipes.get_map():
            while waiting and len(open_pipes.get_map()) < beside:
                number, run = waiting.pop()
                pipe, child = _fork(number, steps, run, piece_s)
                open_pipes.register(pipe, selectors.EVENT_READ, child)
            for key, _ in open_pipes.select():
                chunk = os.read(key.fd, 1 << 16)
                if chunk:
                    key.data.heard.extend(chunk)
                    continue
                open_pipes.unregister(key.fd)
                os.close(key.fd)
                replies.write(
                    json.dumps(_reply(key.data, limit_s(runs[key.data.number], piece_s))) + "\n"
                )
                replies.flush()


def _fork(number: int, steps: Sequence[Step], run: Run, piece_s: float) -> tuple[int, _Child]:
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ours)
        _be(steps, run, piece_s, theirs)
    os.close(theirs)
    return ours, _Child(number, pid)


def _be(steps: Sequence[Step], run: Run, piece_s: float, pipe: int) -> NoReturn:
    """Play one run and end; notes are written piece by piece, so that a kill loses little."""
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        warnings.simplefilter("ignore")
        own = f"run-{os.getpid()}"
        os.mkdir(own)
        os.chdir(own)
        with os.fdopen(pipe, "w", encoding="utf-8") as lines:

            def say(notes: list[Note], stopped: Stopped | None) -> None:
                told = {"notes": [astuple(note) for note in notes]}
                if stopped:
                    told["stopped"] = [astuple(stopped)]
                lines.write(json.dumps(told) + "\n")
                lines.flush()

            with (
                contextlib.redirect_stdout(io.StringIO()),
                contextlib.redirect_stderr(io.StringIO()),
            ):
                Playing(steps, run, piece_s, say).play()
            lines.write(json.dumps({"ended": True}) + "\n")
    finally:
        os._exit(0)


def _reply(child: _Child, allowed_s: float) -> dict[str, Any]:
    _, status = os.waitpid(child.pid, 0)
    reply: dict[str, Any] = {"run": child.number, "notes": [], "stopped": [], "ended": "died"}
    for line in bytes(child.heard).decode("utf-8").splitlines():
        with contextlib.suppress(ValueError):  # half of a line: it was killed while it wrote
            told = json.loads(line)
            reply["notes"] += told.get("notes", [])
            reply["stopped"] += told.get("stopped", [])
            if told.get("ended"):
                reply["ended"] = ""
    if os.WIFSIGNALED(status):
        late = os.WTERMSIG(status) == signal.SIGALRM
        how = f"it was killed after {allowed_s:g} s" if late else "it was killed by signal"
        reply["ended"] = how if late else f"{how} {os.WTERMSIG(status)}"
    return reply


def _step(raw: Mapping[str, Any]) -> Step:
    visible, setup = (Piece(**raw[name]) if raw[name] else None for name in ("visible", "setup"))
    properties = tuple(Piece(**prop) for prop in raw["properties"])
    return Step(raw["kind"], raw["grade_id"], raw["source"], visible, setup, properties)


if __name__ == "__main__":
    main()
