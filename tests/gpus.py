"""The GPUs of this machine, as the backend of Keras sees them."""

import os
import subprocess
import sys
from functools import cache

from autograder.machine import system

_ASK = """
import keras
backend = keras.backend.backend()
if backend == "tensorflow":
    import tensorflow as tf
    seen = len(tf.config.list_physical_devices("GPU"))
elif backend == "jax":
    import jax
    seen = sum(device.platform in ("gpu", "cuda", "rocm") for device in jax.devices())
else:
    import torch
    seen = torch.cuda.device_count()
print(seen)
"""


def first() -> str:
    """Return the name of the first GPU that these tests may use."""
    return os.environ.get("CUDA_VISIBLE_DEVICES", "0").split(",")[0]


@cache
def seen() -> int:
    """Ask in a process of its own, since asking takes a GPU.

    Returns:
        Their number, 0 where there is none or Keras cannot be imported.
    """
    if not system.has_nvidia_device():
        return 0
    ended = subprocess.run(
        [sys.executable, "-c", _ASK], capture_output=True, text=True, check=False
    )
    last = ended.stdout.split()[-1:]
    return int(last[0]) if ended.returncode == 0 and last and last[0].isdigit() else 0
