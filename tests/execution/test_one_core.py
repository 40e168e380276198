"""Judge and sandbox share a core while they answer quickly, and nobody is kept there for longer."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from autograder.execution.cage import CageError, Mode, find_cage
from autograder.execution.one_core import OneCore, current_core
from autograder.execution.trial import Trial
from autograder.execution.zygote import Warm

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the judge needs Linux")
CELLS = [("answer", "a", "n = 1"), ("tests", "t", "assert n")]
# Ends when it may run anywhere, or is interrupted.
WAIT = f"import os\nwhile len(os.sched_getaffinity(0)) != {len(os.sched_getaffinity(0))}: pass"


@pytest.fixture
def other() -> Iterator[int]:
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    yield process.pid
    process.kill()
    process.wait()


def test_processes_are_held_on_a_core_of_this_process_and_let_go(other: int) -> None:
    everywhere = os.sched_getaffinity(other)
    together = OneCore([other])

    together.hold()
    held = os.sched_getaffinity(other)
    together.release()

    assert len(held) == 1
    assert held <= everywhere == os.sched_getaffinity(other)


def test_a_process_that_is_gone_is_asked_for_nothing(other: int) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    everywhere = os.sched_getaffinity(other)
    together = OneCore([other, gone.pid])

    together.hold()
    together.hold()
    together.release()

    assert os.sched_getaffinity(other) == everywhere


def test_on_a_single_core_nothing_is_held(other: int) -> None:
    everywhere = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(everywhere)})
    try:
        core = current_core()
        OneCore([other]).hold()
    finally:
        os.sched_setaffinity(0, everywhere)

    assert core is None
    assert os.sched_getaffinity(other) == everywhere


@pytest.mark.slow
@pytest.mark.parametrize(
    "mode",
    [
        Mode.NONE,
        pytest.param(Mode.LANDLOCK, marks=pytest.mark.cage),
        pytest.param(Mode.FULL, marks=pytest.mark.cage),
    ],
)
def test_a_cell_that_takes_long_is_free_again(mode: Mode) -> None:
    try:
        cage = find_cage(mode)
    except CageError as error:
        pytest.skip(f"{error}: ./course doctor says what to install")

    with Warm(CELLS, cage) as warm, Trial(CELLS, 512, warm.start) as trial:
        quick = cores_seen(trial)
        slow = trial.cell("answer", "a", WAIT, 60)
        again = cores_seen(trial)

    assert "1" in quick
    assert "1" in again
    assert slow.state == "ok"


def cores_seen(trial: Trial) -> list[str]:
    """Return how many cores some cells may use; on a busy machine one of them may take long."""
    look = "import os\nlen(os.sched_getaffinity(0))"
    return [trial.cell("answer", "a", look, 60).shown for _ in range(8)]


@pytest.mark.slow
def test_what_trains_with_threads_is_never_held() -> None:
    cells = [("given", "g", "import torch"), *CELLS]
    with (
        Warm(cells, find_cage(Mode.NONE)) as warm,
        Trial(cells, 4096, warm.start) as trial,
    ):
        ended = trial.cell("answer", "a", "import os\nlen(os.sched_getaffinity(0))", 60)

    assert ended.shown == str(len(os.sched_getaffinity(0)))
