"""What this machine has for the course, what it lacks, and how to get it.

Every check is made by trying: a program is started, a package imported, a namespace entered.
`examine` gathers the checks; the cage that they amount to is the one that grading finds.
"""

import importlib.util
import platform
import shutil
import sys
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from autograder.execution import bubblewrap, landlock, seccomp
from autograder.execution.cage import Cage, find_cage
from autograder.folders import REPOSITORY
from autograder.machine import kernel
from autograder.machine.system import Frameworks, cores, find_chromium, has_nvidia_device, memory_gb

LOWEST_PYTHON, FIRST_TOO_NEW = (3, 11), (3, 14)
LEAST_DISK_GB = 2.0
LEAST_MEMORY_GB = 3.0
_AGAIN = "remove the folder .venv and run ./course doctor: it installs every package again"


class State(StrEnum):
    """How a check ended; "low" is there, but too little."""

    OK = "ok"
    LOW = "low"
    MISSING = "missing"


@dataclass(frozen=True)
class Check:
    """One thing that was looked for.

    Attributes:
        name: what was looked for.
        purpose: what needs it; the heading under which it is listed.
        state: how the check ended.
        found: what is there, or why not.
        remedy: what to do when it is missing or low, a command where there is one.
        required: whether the course does not work at all without it.
    """

    name: str
    purpose: str
    state: State
    found: str
    remedy: str = ""
    required: bool = False


@dataclass(frozen=True)
class Report:
    """Everything that `course doctor` says."""

    checks: tuple[Check, ...]
    cage: Cage

    @property
    def fit(self) -> bool:
        """Whether nothing that is required is missing."""
        return not any(c.required and c.state is State.MISSING for c in self.checks)

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain data for `--json`."""
        checks = [asdict(check) for check in self.checks]
        return {"fit": self.fit, "cage": asdict(self.cage), "checks": checks}


def examine(frameworks: Frameworks) -> Report:
    """Make every check.

    Args:
        frameworks: what `import_frameworks` returned; it takes seconds, so the caller shows that.
    """
    tried = bubblewrap.works()
    namespaces = kernel.user_namespaces()
    filters = seccomp.supported()
    checks = (
        check_python(),
        check_venv(),
        *check_frameworks(frameworks),
        *check_machine(),
        check_program("git", "authors", "apt-get install git", "xcode-select --install"),
        check_chromium(),
        _cage_check("bubblewrap", tried.works, tried.said, _bubblewrap_remedy(tried.said)),
        _cage_check(
            "user namespaces",
            namespaces.works,
            namespaces.said or "they work",
            _namespaces_remedy(),
        ),
        check_landlock(landlock.abi()),
        _cage_check(
            "seccomp filters",
            filters,
            "the kernel takes them" if filters else "the kernel has none, or the processor is rare",
            "use a kernel with CONFIG_SECCOMP_FILTER, as distributions ship, on x86-64 or ARM",
        ),
        check_gpu(frameworks),
    )
    return Report(checks, find_cage())


def check_python() -> Check:
    """Check the version of the Python that runs this."""
    fits = LOWEST_PYTHON <= sys.version_info[:2] < FIRST_TOO_NEW
    return Check(
        "Python",
        "everything",
        State.OK if fits else State.MISSING,
        f"{platform.python_version()} at {sys.executable}",
        "install Python 3.11, 3.12 or 3.13, remove .venv and run ./course doctor",
        required=True,
    )


def check_venv() -> Check:
    """Check that a virtual environment is there or could be made."""
    inside = sys.prefix != sys.base_prefix
    able = inside or importlib.util.find_spec("ensurepip") is not None
    where = f"this one is {sys.prefix}" if inside else "could be made" if able else "no ensurepip"
    remedy = "apt-get install python3-venv"
    return Check("virtual environment", "everything", _state(able), where, remedy, required=True)


def check_frameworks(found: Frameworks) -> tuple[Check, Check]:
    """Check TensorFlow and Keras."""
    state = _state(not found.error)
    tensorflow = found.tensorflow or found.error
    keras = f"{found.keras} on {found.backend}" if found.keras else found.error
    return (
        Check("TensorFlow", "everything", state, tensorflow, _AGAIN, required=True),
        Check("Keras", "everything", state, keras, _AGAIN, required=True),
    )


def check_program(name: str, purpose: str, on_debian: str, on_mac: str) -> Check:
    """Check that a program is on the PATH and starts."""
    path = shutil.which(name)
    tried = kernel.run_and_say([path, "--version"]) if path else kernel.Tried(False, "not found")
    remedy = on_mac if sys.platform == "darwin" else on_debian
    return Check(name, purpose, _state(tried.works), tried.said, remedy)


def check_machine() -> tuple[Check, Check, Check]:
    """Check disk, memory and cores."""
    disk_gb = shutil.disk_usage(REPOSITORY).free / 1e9
    ram_gb = memory_gb()
    return (
        Check(
            "free disk",
            "everything",
            State.OK if disk_gb >= LEAST_DISK_GB else State.LOW,
            f"{disk_gb:.1f} GB",
            f"make room: the site and its cache want {LEAST_DISK_GB:g} GB",
        ),
        Check(
            "memory",
            "everything",
            State.OK if ram_gb is None or ram_gb >= LEAST_MEMORY_GB else State.LOW,
            "unknown on this system" if ram_gb is None else f"{ram_gb:.1f} GB",
            f"chapters with TensorFlow want {LEAST_MEMORY_GB:g} GB: close other programs",
        ),
        Check("cores", "everything", State.OK, str(cores())),
    )


def check_chromium() -> Check:
    """Check for a browser that tests can drive."""
    browser = find_chromium()
    found = f"{browser[1]} at {browser[0]}" if browser else "neither Chromium nor Chrome starts"
    on_mac = sys.platform == "darwin"
    remedy = "brew install --cask chromium" if on_mac else "apt-get install chromium"
    return Check("Chromium", "browser tests", _state(browser is not None), found, remedy)


def check_landlock(abi: int) -> Check:
    """Check the version of Landlock."""
    found = f"version {abi}" if abi else "the kernel has none, or it is switched off"
    remedy = "use Linux 6.2 or newer"
    return Check("Landlock", "the cage", _state(abi > 0), found, remedy)


def check_gpu(found: Frameworks) -> Check:
    """Check whether TensorFlow sees a GPU, and tell a missing device from missing libraries."""
    if found.gpus:
        return Check("GPU", "GPU units", State.OK, f"TensorFlow sees {found.gpus}")
    if has_nvidia_device():
        wanted = f"=={found.tensorflow}" if found.tensorflow else ""
        return Check(
            "GPU",
            "GPU units",
            State.MISSING,
            "there is an NVIDIA device, but TensorFlow does not see it",
            f".venv/bin/uv pip install --python .venv/bin/python 'tensorflow[and-cuda]{wanted}'",
        )
    remedy = "none needed: every unit also runs on the CPU; GPU tests are skipped"
    return Check("GPU", "GPU units", State.MISSING, "no NVIDIA device", remedy)


def _state(there: bool) -> State:
    return State.OK if there else State.MISSING


def _cage_check(name: str, works: bool, said: str, remedy: str) -> Check:
    return Check(name, "the cage", _state(works), said, remedy)


def _bubblewrap_remedy(said: str) -> str:
    if "not installed" in said:
        return "apt-get install bubblewrap"
    return "see user namespaces, or start the course as root"


def _namespaces_remedy() -> str:
    """Name the switch that this system closed, when it can be seen."""
    switches = (
        ("kernel/apparmor_restrict_unprivileged_userns", "1", "0"),
        ("kernel/unprivileged_userns_clone", "0", "1"),
        ("user/max_user_namespaces", "0", "10000"),
    )
    for name, closed, opened in switches:
        path = Path("/proc/sys") / name
        if path.is_file() and path.read_text().strip() == closed:
            return f"sysctl -w {name.replace('/', '.')}={opened}"
    return "in a container, its host decides: start it so that it may make user namespaces"
