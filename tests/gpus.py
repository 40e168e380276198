"""How many GPUs the backend of Keras sees, asked in a process of its own: asking takes a GPU."""

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


@cache
def seen() -> int:
    """Return their number, 0 where there is none or Keras cannot be imported."""
    if not system.has_nvidia_device():
        return 0
    ended = subprocess.run(
        [sys.executable, "-c", _ASK], capture_output=True, text=True, check=False
    )
    last = ended.stdout.split()[-1:]
    return int(last[0]) if ended.returncode == 0 and last and last[0].isdigit() else 0
