"""Where else a unit can be computed: the other backends of Keras, a GPU."""

import importlib.util
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.audit.spread.notebook import Step, imported
from autograder.unit import Unit

_LIBRARIES = {"keras", "tensorflow"}
_BACKENDS = ("tensorflow", "jax", "torch")
_GPU = "gpu"
# A GPU rounds in its own way: the first measurement is the CPU's.
_NO_GPU = {"CUDA_VISIBLE_DEVICES": "-1"}


@dataclass(frozen=True)
class Places:
    """Where a unit is computed.

    Attributes:
        first: variables of the environment for the first measurement.
        others: the same by name for those that it is compared with.
        not_had: names of those that this machine does not have.
    """

    first: Mapping[str, str]
    others: Mapping[str, Mapping[str, str]]
    not_had: tuple[str, ...]


def places_of(unit: Unit, steps: Iterable[Step]) -> Places:
    """Return where a unit can be computed here; nowhere else for one without Keras.

    A unit whose front matter names its `backends` is tried on these alone.
    """
    if not _LIBRARIES & {name.partition(".")[0] for name in imported(steps)}:
        return Places({}, {}, ())
    wanted = unit.about.get("backends", _BACKENDS)
    backends = [name for name in _BACKENDS if name in wanted] or [*_BACKENDS]
    first = os.environ.get("KERAS_BACKEND", "")
    first = first if first in backends else backends[0]
    others = {
        name: {"KERAS_BACKEND": name, **_NO_GPU}
        for name in backends
        if name != first and _is_had(name)
    }
    not_had = [name for name in backends if name != first and name not in others]
    if Path("/dev/nvidia0").exists():
        others[_GPU] = {"KERAS_BACKEND": first}
    else:
        not_had.append(_GPU)
    return Places({"KERAS_BACKEND": first, **_NO_GPU}, others, tuple(not_had))


def _is_had(library: str) -> bool:
    try:
        return importlib.util.find_spec(library) is not None
    except (ImportError, ValueError):
        return False
