"""A unit that needs a GPU gets one to each slot, and no other unit sees any."""

import dataclasses
import re
from pathlib import Path

import pytest

from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.runners.jobs import Job, Work
from autograder.runners.local import Pool, run
from autograder.runners.slots import gpus, slots
from autograder.source import load_unit
from autograder.unit import Unit
from tests.small_course.making import SLUG, hand_in, small_course

TELLS = {
    "row-sums": 'import os\ndef row_sums(X):\n    raise ValueError("device=" + os.environ['
    '"CUDA_VISIBLE_DEVICES"] + ";")'
}


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    return small_course(tmp_path / "course")


@pytest.fixture
def unit(course: CourseFolder) -> Unit:
    unit = load_unit(course, SLUG)
    return dataclasses.replace(unit, limits=dataclasses.replace(unit.limits, gpu=True))


def test_gpus_are_what_the_driver_offers_and_the_scheduler_leaves(tmp_path: Path) -> None:
    assert gpus({}, tmp_path) == []
    assert gpus({"CUDA_VISIBLE_DEVICES": "0"}, tmp_path) == []
    for name in ("nvidia0", "nvidia1", "nvidiactl", "nvidia-uvm"):
        (tmp_path / name).touch()
    assert gpus({}, tmp_path) == ["0", "1"]
    assert gpus({"CUDA_VISIBLE_DEVICES": "1"}, tmp_path) == ["1"]
    assert gpus({"CUDA_VISIBLE_DEVICES": ""}, tmp_path) == []
    assert gpus({"CUDA_VISIBLE_DEVICES": "-1"}, tmp_path) == []
    assert gpus({"CUDA_VISIBLE_DEVICES": "GPU-5a, GPU-7b"}, tmp_path) == ["GPU-5a", "GPU-7b"]


@pytest.mark.parametrize(
    ("wanted", "per_gpu", "workers", "count", "devices"),
    [
        (None, 1, None, 2, ["0", "1"]),
        ("all", 2, None, 4, ["0", "1", "0", "1"]),
        ("1", 1, None, 1, ["1"]),
        ("1,0", 2, 3, 3, ["1", "0", "1"]),
        ("all", 1, 8, 2, ["0", "1"]),
        ("all", 3, 1, 1, ["0"]),
        ("none", 1, 3, 3, []),
        ("none", 1, None, 5, []),
    ],
)
def test_each_worker_has_one_slot(
    unit: Unit, wanted: str | None, per_gpu: int, workers: int | None, count: int,
    devices: list[str],
) -> None:  # fmt: skip
    assert slots(unit, wanted, per_gpu, workers, 5, ["0", "1"]) == (count, devices)


def test_a_unit_for_the_cpu_ignores_gpus(course: CourseFolder) -> None:
    unit = load_unit(course, SLUG)
    assert slots(unit, None, 1, None, 3, ["0"]) == (3, [])
    assert slots(unit, "all", 2, 7, 3, ["0"]) == (7, [])


@pytest.mark.parametrize(
    ("wanted", "found", "says"),
    [
        (None, [], "which the unit 'sums' asks for, found none"),
        ("all", [], "expected GPUs for --gpus all, found none"),
        ("0,2", ["0", "1"], r"GPUs of this machine \(0, 1\), got '2'"),
        ("0", [], r"GPUs of this machine \(none\), got '0'"),
        (",", ["0"], r"got ','"),
    ],
)
def test_a_gpu_that_is_not_there_is_one_clear_error(
    unit: Unit, wanted: str | None, found: list[str], says: str
) -> None:
    with pytest.raises(CourseError, match=says):
        slots(unit, wanted, 1, None, 2, found)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["judge", "stock"])
def test_a_students_code_sees_its_own_device_only(
    course: CourseFolder, unit: Unit, engine: str
) -> None:
    path = hand_in(course, "s1", TELLS)
    for devices, seen in ((["3", "5"], {"device=3;", "device=5;"}), ([], {"device=;"})):
        said: dict[int, str] = {}
        with Pool(Work(unit, engine=engine), 2, devices) as pool:
            jobs = [Job(f"s{number}", path) for number in range(4)]
            for event in run(pool, jobs):
                if event is not None and event.result is not None:
                    message = " ".join(event.result.tasks[0].messages)
                    told = re.search(r"ValueError: (device=.*;)", message)
                    said[event.worker] = told[1] if told else message
        assert set(said.values()) == seen
