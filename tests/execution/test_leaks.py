"""Hundreds of submissions leave nothing: no process, descriptor, memory, shared memory or file."""

import os
import sys
from pathlib import Path

import pytest

from autograder.execution.cage import Mode, find_cage
from autograder.execution.trial import Trial
from autograder.execution.zygote import Warm

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the judge needs Linux: grade there"),
]
MANY = 150
CELLS = [
    ("given", "g", "import numpy as np"),
    ("answer", "a", "def double(x):\n    return 2 * x"),
    ("tests", "t", "assert double(np.ones(3)).sum() == 6"),
]
LITTER = "open('litter', 'wb').write(bytes(100_000))\nimport tempfile\nkept = tempfile.mkdtemp()"


def descendants() -> list[str]:
    """Return the processes below this one."""
    found, ahead = [], [str(os.getpid())]
    while ahead:
        pid = ahead.pop()
        for listed in Path("/proc", pid, "task").glob("*/children"):
            try:
                children = listed.read_text().split()
            except OSError:
                continue
            found += children
            ahead += children
    return found


def started_since(before: list[str]) -> list[str]:
    """Return the processes below this one that were not there before."""
    return [pid for pid in descendants() if pid not in before]


def own_memory_kb(pids: list[str]) -> int:
    """Return the memory of some processes that is no file's, in kB.

    Pages of libraries are left out: who else has them in memory changes what each is charged.
    """
    total = 0
    for pid in pids:
        for line in Path("/proc", pid, "smaps_rollup").read_text().splitlines():
            if line.startswith("Anonymous:"):
                total += int(line.split()[1])
    return total


def shared_memory() -> set[str]:
    return set(os.listdir("/dev/shm"))


def graded(warm: Warm) -> None:
    with Trial(CELLS, 512, warm.start) as trial:
        trial.cell("given", "g", CELLS[0][2], 20)
        trial.cell("answer", "a", f"{CELLS[1][2]}\n{LITTER}", 20)
        assert trial.visible("t", CELLS[2][2], 20).state == "ok"


@pytest.mark.parametrize(
    "mode", [Mode.NONE, pytest.param(None, marks=pytest.mark.cage, id="the best cage here")]
)
def test_many_submissions_leave_nothing(mode: Mode | None) -> None:
    shared, before = shared_memory(), descendants()
    descriptors = len(os.listdir("/proc/self/fd"))
    with Warm(CELLS, find_cage(mode), pieces=[CELLS[2][2]]) as warm:
        folder = Path(warm._folder.name)
        for _ in range(20):
            graded(warm)
        first = started_since(before)
        memory_kb, own = own_memory_kb(first), len(os.listdir("/proc/self/fd"))
        for _ in range(MANY):
            graded(warm)
        assert started_since(before) == first
        assert len(os.listdir("/proc/self/fd")) == own
        assert own_memory_kb(first) < memory_kb + 4_000
        for server in first:
            assert len(os.listdir(f"/proc/{server}/fd")) <= 6
        assert not [path for path in folder.rglob("*") if path.is_file()]

    assert not started_since(before)
    assert len(os.listdir("/proc/self/fd")) == descriptors
    assert shared_memory() == shared
    assert not folder.exists()
