"""The units for a GPU, graded on one by the judge: the same marks as on the CPU, on any backend."""

import os

import pytest

from autograder.folders import CourseFolder
from autograder.source import load_unit
from benchmarks.gpu_units import gpu_units, judged, marks_of, submissions

GPU = os.environ.get("CUDA_VISIBLE_DEVICES", "0").split(",")[0] or "0"


def test_there_are_units_for_a_gpu() -> None:
    assert {"gpu", "cnn"} <= set(gpu_units())


@pytest.mark.gpu
@pytest.mark.slow
@pytest.mark.parametrize("slug", gpu_units())
def test_a_gpu_gives_the_marks_of_the_cpu(slug: str) -> None:
    unit = load_unit(CourseFolder(), slug)
    handed_in = submissions(unit)

    with judged(unit, "") as start:
        without = marks_of(unit, handed_in, start)
    with judged(unit, GPU) as start:
        with_one = marks_of(unit, handed_in, start)

    assert with_one == without
    assert sum(without["reference"].values()) == sum(task.points for task in unit.tasks)
