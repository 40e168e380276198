"""Hundreds of submissions leave nothing: no process, descriptor, memory, shared memory or file."""

import contextlib
import os
import sys
from collections.abc import Iterable
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


def parents() -> dict[int, int]:
    """Return every process of the machine and its parent.

    `/proc/PID/task/TID/children` would be shorter, and may leave children out while others end.
    """
    found = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            found[int(status.parent.name)] = int(status.read_text().rpartition(")")[2].split()[1])
    return found


def started_by_us(others: Iterable[int] = ()) -> dict[int, str]:
    """Return the processes below this one and their commands, without `others` and all below them.

    Args:
        others: processes of other tests, such as a browser that comes and goes with its tabs.
    """
    above, found, ahead = parents(), {}, [os.getpid()]
    while ahead:
        parent = ahead.pop()
        children = [pid for pid in above if above[pid] == parent and pid not in others]
        for pid in children:
            with contextlib.suppress(OSError):
                found[pid] = Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")[:200]
        ahead += children
    return found


def own_memory_kb(pids: Iterable[int]) -> int:
    """Return the memory of some processes that is no file's, in kB.

    Pages of libraries are left out: who else has them in memory changes what each is charged.
    """
    total = 0
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
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
    shared, before = shared_memory(), list(started_by_us())
    descriptors = len(os.listdir("/proc/self/fd"))
    with Warm(CELLS, find_cage(mode), pieces=[CELLS[2][2]]) as warm:
        folder = Path(warm._folder.name)
        for _ in range(20):
            graded(warm)
        first = started_by_us(before)
        memory_kb, own = own_memory_kb(first), len(os.listdir("/proc/self/fd"))
        for _ in range(MANY):
            graded(warm)
        assert started_by_us(before) == first
        assert len(os.listdir("/proc/self/fd")) == own
        assert own_memory_kb(first) < memory_kb + 4_000
        for server in first:
            assert len(os.listdir(f"/proc/{server}/fd")) <= 6
        assert not [path for path in folder.rglob("*") if path.is_file()]

    assert not started_by_us(before)
    assert len(os.listdir("/proc/self/fd")) == descriptors
    assert shared_memory() == shared
    assert not folder.exists()
