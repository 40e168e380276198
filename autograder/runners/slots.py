"""GPU slots: which GPUs this machine has, and how many submissions each may take at a time."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from autograder.errors import CourseError
from autograder.unit import Unit

_DEVICE = re.compile(r"nvidia\d+")


def gpus(environment: Mapping[str, str] = os.environ, devices: Path = Path("/dev")) -> list[str]:
    """Return the GPUs that this process may use, as CUDA names them.

    Args:
        environment: where CUDA_VISIBLE_DEVICES, which a scheduler sets, may say less than all.
        devices: where the driver puts its devices.
    """
    there = [place.name for place in devices.glob("nvidia*") if _DEVICE.fullmatch(place.name)]
    if not there and not (devices / "dxg").exists():
        return []
    visible = environment.get("CUDA_VISIBLE_DEVICES")
    if visible is not None:
        # CUDA itself ends the list at the first name that it does not know, such as -1.
        named = [name.strip() for name in visible.split(",")]
        return [name for name in named if name and name != "-1"]
    return [str(number) for number in range(max(1, len(there)))]


def slots(
    unit: Unit, wanted: str | None, per_gpu: int, workers: int | None, cores: int, found: list[str]
) -> tuple[int, list[str]]:
    """Say how many workers grade, and which GPU each of them has.

    Args:
        unit: the unit; one whose limits name no GPU ignores them all.
        wanted: "all", "none", or names with commas as in "0,1"; None for what the unit needs.
        per_gpu: submissions that share a GPU.
        workers: how many were asked for; None for one for each core, or for each slot.
        cores: how many cores there are.
        found: the GPUs that are there, see `gpus`.

    Returns:
        The number of workers, and their devices in order; no devices for work on the CPU.

    Raises:
        CourseError: a GPU was asked for that is not there.
    """
    names = _named(wanted, found)
    if not unit.limits.gpu:
        return workers or cores, []
    if wanted == "none":
        return workers or cores, []
    if not names:
        raise CourseError(
            f"expected a GPU, which the unit '{unit.slug}' asks for, found none; grade on a "
            "machine that has one (./course doctor), or give --gpus none to grade on the CPU"
        )
    # Round by round, so that few workers spread over all GPUs before two share one.
    places = [name for _ in range(per_gpu) for name in names]
    places = places[: workers or len(places)]
    return len(places), places


def _named(wanted: str | None, found: list[str]) -> list[str]:
    if wanted == "none":
        return []
    if wanted in (None, "all"):
        if wanted == "all" and not found:
            raise CourseError(
                "expected GPUs for --gpus all, found none; look at ./course doctor, or give "
                "--gpus none to grade on the CPU"
            )
        return found
    names = [name.strip() for name in (wanted or "").split(",") if name.strip()]
    unknown = [name for name in names if name not in found]
    if unknown or not names:
        there = ", ".join(found) if found else "none"
        raise CourseError(
            f"expected --gpus to name GPUs of this machine ({there}), got "
            f"'{', '.join(unknown) or wanted}'; look at ./course doctor, or give --gpus none"
        )
    return list(dict.fromkeys(names))
