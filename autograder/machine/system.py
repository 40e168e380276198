"""What the machine has, found by looking or by starting it: frameworks, browser, memory, cores."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.machine import kernel

_IMPORT_TIMEOUT_S = 180
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_MAC_CHROMIUMS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_ASK_TENSORFLOW = """
import json, keras, tensorflow as tf
print(json.dumps({"tensorflow": tf.__version__, "keras": keras.__version__,
    "backend": keras.backend.backend(), "gpus": len(tf.config.list_physical_devices("GPU"))}))
"""


@dataclass(frozen=True)
class Frameworks:
    """What importing TensorFlow and Keras in a process of its own said; `error` when it failed."""

    tensorflow: str = ""
    keras: str = ""
    backend: str = ""
    gpus: int = 0
    error: str = ""


def import_frameworks() -> Frameworks:
    """Import TensorFlow and Keras in a process of their own, which takes about 7 s."""
    if importlib.util.find_spec("tensorflow") is None:
        return Frameworks(error="not installed in this Python")
    quiet = {"TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0"}
    try:
        done = subprocess.run(
            [sys.executable, "-c", _ASK_TENSORFLOW],
            capture_output=True,
            text=True,
            timeout=_IMPORT_TIMEOUT_S,
            env=os.environ | quiet,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Frameworks(error=f"the import did not end within {_IMPORT_TIMEOUT_S} s")
    if done.returncode == -4:
        return Frameworks(error="this processor lacks instructions that TensorFlow was built with")
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
        return Frameworks(error=f"the import failed: {lines[-1]}")
    return Frameworks(**json.loads(done.stdout.strip().splitlines()[-1]))


def find_chromium() -> tuple[str, str] | None:
    """Return path and version of the first Chromium or Chrome that starts, None without one."""
    for name in (*_CHROMIUMS, *_MAC_CHROMIUMS):
        path = shutil.which(name)
        if path and (tried := kernel.run_and_say([path, "--version"])).works:
            return path, tried.said.strip()
    return None


def has_nvidia_device() -> bool:
    """Whether an NVIDIA driver offers a device; cheap, imports nothing."""
    return Path("/dev/nvidiactl").exists() or Path("/dev/dxg").exists()


def memory_gb() -> float | None:
    """Return the memory this process may use: the machine's, or its container's if less."""
    bounds: list[int] = []
    sysconf: Callable[[str], int] | None = getattr(os, "sysconf", None)
    if sysconf is not None:
        bounds.append(sysconf("SC_PAGE_SIZE") * sysconf("SC_PHYS_PAGES"))
    container = Path("/sys/fs/cgroup/memory.max")
    if container.is_file() and (text := container.read_text().strip()).isdigit():
        bounds.append(int(text))
    return min(bounds) / 1e9 if bounds else None


def cores() -> int:
    """Return the number of cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
