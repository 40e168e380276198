"""Disk use where only the warm process bounds it: the flood is killed, the others are graded."""

import sys
from collections.abc import Iterator

import pytest

from autograder.execution.cage import CageError, Mode, find_cage
from autograder.execution.zygote import Warm
from autograder.grading import grade, plan_of
from autograder.result import Outcome, Result
from autograder.submission import match
from autograder.unit import Limits, Unit, unit_from_notebook
from tests.doubling import RIGHT, STUB, notebook

pytestmark = [
    pytest.mark.cage,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the judge needs Linux: grade there"),
]
LIMITS = Limits(time_s=120, cell_s=20, memory_mb=1024, disk_mb=16)
# No one file is larger than the limit, which the kernel refuses by itself.
FLOODS = {
    "one file, and a little beside it": """
        for name, size in (("large", 15), ("small", 2)):
            with open(name, "wb") as file: file.write(bytes(size << 20))
    """,
    "forty files": """
        for n in range(40):
            with open(f"{n}", "wb") as file: file.write(bytes(1 << 20))
    """,
    "twenty thousand small files": """
        for n in range(20_000):
            with open(f"{n}", "wb") as file: file.write(b"x")
    """,
    "folders in folders": """
        for n in range(400):
            os.mkdir("inner-folder-with-a-name-that-makes-paths-long")
            os.chdir("inner-folder-with-a-name-that-makes-paths-long")
        for n in range(20):
            with open(f"{n}", "wb") as file: file.write(bytes(1 << 20))
    """,
    "a folder that cannot be listed": """
        os.mkdir("closed", 0o300)
        for n in range(20):
            with open(f"closed/{n}", "wb") as file: file.write(bytes(1 << 20))
    """,
    "removed and open": """
        kept = []
        for n in range(20):
            kept.append(open(f"{n}", "wb", buffering=0))
            kept[-1].write(bytes(1 << 20))
            os.remove(f"{n}")
    """,
    "removed and open in a thread with descriptors of its own": """
        import ctypes, threading
        def alone():
            ctypes.CDLL(None).syscall(436, 1000, 1001, 2)  # close_range, CLOSE_RANGE_UNSHARE
            for n in range(20):
                file = os.open(f"{n}", os.O_CREAT | os.O_WRONLY)
                os.write(file, bytes(1 << 20))
                os.remove(f"{n}")
            time.sleep(60)
        threading.Thread(target=alone).start()
    """,
    "removed and mapped": """
        import ctypes
        libc = ctypes.CDLL(None)
        libc.mmap.restype = ctypes.c_void_p
        for n in range(20):
            file = os.open(f"{n}", os.O_CREAT | os.O_RDWR)
            os.ftruncate(file, 1 << 20)
            at = libc.mmap(None, ctypes.c_size_t(1 << 20), 3, 1, file, ctypes.c_long(0))
            ctypes.memset(at, 1, 1 << 20)
            os.close(file)
            os.remove(f"{n}")
    """,
}
# Each stays within the limit.
HONEST = """
        import numpy as np
        for n in range(200):
            np.save("array.npy", np.zeros(1 << 17))  # a megabyte, again and again
            os.remove("array.npy")
        with open("kept", "wb") as file: file.write(bytes(12 << 20))
        time.sleep(0.5)
"""


def answer(body: str) -> str:
    lines = "\n".join(line[8:] for line in body.splitlines())
    return f"import os, time\nhere = os.getcwd()\n{lines}\nos.chdir(here)\n{RIGHT}"


@pytest.fixture(scope="module")
def unit() -> Unit:
    return unit_from_notebook(notebook(RIGHT), "doubling")


@pytest.fixture(scope="module")
def warm(unit: Unit) -> Iterator[Warm]:
    try:
        cage = find_cage(Mode.LANDLOCK)
    except CageError as error:
        pytest.skip(f"{error}: ./course doctor says what to install")
    with Warm(plan_of(unit), cage, disk_mb=LIMITS.disk_mb) as processes:
        yield processes


def graded(warm: Warm, unit: Unit, double: str) -> Result:
    submission = match(notebook(double), unit, "ada")
    return grade(unit, submission, released={"double": STUB}, limits=LIMITS, start=warm.start)


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_is_killed_and_says_why(warm: Warm, unit: Unit, name: str) -> None:
    flood = graded(warm, unit, answer(f"{FLOODS[name]}\n        time.sleep(60)"))

    first, second, _ = flood.tasks
    assert (first.outcome, first.points) == (Outcome.KILLED, 0), first
    assert first.messages == ("It held more than 16 MB in files, which is all that it may.",)
    assert second.outcome is Outcome.PASSED
    assert graded(warm, unit, RIGHT).tasks[0].outcome is Outcome.PASSED


def test_what_is_removed_again_is_not_counted(warm: Warm, unit: Unit) -> None:
    assert graded(warm, unit, answer(HONEST)).tasks[0].outcome is Outcome.PASSED


def test_files_cannot_be_hidden_on_their_way_through_a_pair_of_sockets(
    warm: Warm, unit: Unit
) -> None:
    sends = """
        import array, socket
        one, other = socket.socketpair()
        file = os.open("kept", os.O_CREAT | os.O_WRONLY)
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [file]))]
        one.sendmsg([b"x"], rights)
    """
    first = graded(warm, unit, answer(sends)).tasks[0]

    assert first.outcome is Outcome.ERROR
    assert "PermissionError" in "".join(first.messages)
