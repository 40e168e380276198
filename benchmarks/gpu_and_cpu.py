"""What a graphics card buys: products, sums, copies and training steps on it and on the processor.

    KERAS_BACKEND=jax python benchmarks/gpu_and_cpu.py TABLE.csv [--quick] [--budget SECONDS]

Run so far on JAX only; on PyTorch the training step fails for want of gradients. Everything is
measured in one run, first on the processor, then, if there is one, on the graphics card; the ratio
of the two is printed, the seconds are written:

- `matmul`: the product of two square matrices with `size` rows, in full float32, in tf32 (float32
  whose products a card may round to 10 bits) and in bfloat16;
- `add`: the sum of two float32 vectors with `size` entries;
- `copy`: `size` bytes from NumPy into a tensor; on the processor, into another array of NumPy;
- `dense step`, `conv step`: one training step (`train_on_batch`, Adam) on `size` samples that are
  already on the device, in float32 (tf32 where the backend does so unasked) and mixed_bfloat16.

A time is the best of three means over as many calls as fill a twentieth of a second, waited for at
the end only. On the processor, `--budget` ends a series whose next size would take longer.
"""

import argparse
import csv
import datetime
import itertools
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
from keras import ops

BACKEND = keras.backend.backend()
FIRST_GPU = {"tensorflow": "gpu:0", "jax": "gpu:0", "torch": "cuda:0"}[BACKEND]
PRECISIONS = ("float32", "tf32", "bfloat16")


class Row(NamedTuple):
    """One line of the table; what `size` counts depends on `what`."""

    what: str
    size: int
    precision: str
    device: str
    seconds: float
    hardware: str
    backend: str
    date: str


def processor() -> str:
    """Return the name of this machine's processor and how many threads it offers."""
    name = platform.processor() or platform.machine()
    if sys.platform == "linux":
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        name = next((s.split(":", 1)[1].strip() for s in lines if s.startswith("model name")), name)
    return f"{name}, {len(os.sched_getaffinity(0))} threads"


def graphics_card() -> str | None:
    """Return the name of the first graphics card that the backend sees, or None."""
    if BACKEND == "torch":
        import torch

        return torch.cuda.get_device_name(0) if torch.cuda.is_available() else None
    if BACKEND == "jax":
        import jax

        return next((d.device_kind for d in jax.devices() if d.platform in ("gpu", "cuda")), None)
    import tensorflow as tf

    cards = tf.config.list_physical_devices("GPU")
    details = tf.config.experimental.get_device_details(cards[0]) if cards else {}
    return details.get("device_name", "GPU") if cards else None


def wait(result: Any) -> None:
    """Return when the device has computed result: calls only put work into its queue."""
    if BACKEND == "torch":
        import torch

        if result.is_cuda:
            torch.cuda.synchronize()
    elif BACKEND == "jax":
        result.block_until_ready()
    else:
        result[(0,) * len(result.shape)].numpy()


def products_in(precision: str) -> AbstractContextManager[Any]:
    """Say how exactly float32 products are made: in full, or as tf32 where the card can."""
    full = precision != "tf32"
    if BACKEND == "torch":
        import torch

        torch.set_float32_matmul_precision("highest" if full else "high")
    elif BACKEND == "jax":
        import jax

        return jax.default_matmul_precision("float32" if full else "tensorfloat32")
    else:
        import tensorflow as tf

        tf.config.experimental.enable_tensor_float_32_execution(not full)
    return nullcontext()


def seconds(call: Callable[[], Any], finish: Callable[[Any], None], fill_s: float = 0.05) -> float:
    """Return the time of one call: the best of three means, after two calls to warm up."""
    for _ in range(2):
        begin = time.perf_counter()
        finish(call())
        once = time.perf_counter() - begin
    calls = max(1, int(fill_s / once))
    means = []
    for _ in range(3 if once < 1 else 1):
        begin = time.perf_counter()
        for _ in range(calls):
            result = call()
        finish(result)
        means.append((time.perf_counter() - begin) / calls)
    return min(means)


def tensor(shape: tuple[int, ...], dtype: str = "float32") -> Any:
    """Return normally distributed numbers on the device that is current."""
    rng = np.random.default_rng(0)
    return ops.cast(ops.convert_to_tensor(rng.normal(size=shape).astype("float32")), dtype)


def product(n: int, precision: str) -> float:
    """Time the product of two n-by-n matrices."""
    dtype = "bfloat16" if precision == "bfloat16" else "float32"
    a, b = tensor((n, n), dtype), tensor((n, n), dtype)
    with products_in(precision):
        return seconds(lambda: ops.matmul(a, b), wait)


def addition(n: int, _: str) -> float:
    """Time the sum of two vectors of n entries."""
    a, b = tensor((n,)), tensor((n,))
    return seconds(lambda: ops.add(a, b), wait)


def copy(n_bytes: int, device: str) -> float:
    """Time n_bytes from NumPy to the device; on the processor, to another array."""
    source = np.ones(n_bytes // 4, "float32")
    if device == "cpu":
        return seconds(source.copy, lambda _: None)
    return seconds(lambda: ops.convert_to_tensor(source), wait)


def dense_model() -> keras.Model:
    """Return 784-1024-1024-10 with ReLU: 1,863,690 parameters."""
    wide = [keras.layers.Dense(1024, activation="relu") for _ in range(2)]
    return keras.Sequential([keras.Input((784,)), *wide, keras.layers.Dense(10)])


def conv_model() -> keras.Model:
    """Return three convolutions over 32-by-32 pictures in colour, then 10 classes."""
    layers: list[Any] = [keras.Input((32, 32, 3))]
    for filters in (32, 64, 128):
        layers.append(keras.layers.Conv2D(filters, 3, padding="same", activation="relu"))
        layers.append(keras.layers.MaxPooling2D())
    return keras.Sequential([*layers, keras.layers.Flatten(), keras.layers.Dense(10)])


def step(build: Callable[[], keras.Model], batch: int, policy: str) -> float:
    """Time one training step of a new model."""
    keras.config.set_dtype_policy(policy)
    keras.utils.set_random_seed(0)
    model = build()
    keras.config.set_dtype_policy("float32")
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.Adam(1e-4), loss)
    x = tensor((batch, *model.input_shape[1:]))
    y = ops.convert_to_tensor(np.arange(batch, dtype="int32") % 10)
    return seconds(lambda: model.train_on_batch(x, y), lambda loss: float(np.asarray(loss)), 0.2)


Series = tuple[str, tuple[int, ...], str, Callable[[int], float]]


def plan(device: str, quick: bool) -> Iterator[Series]:
    """Yield what is measured on a device: name, sizes, precision, and how."""
    top = {"matmul": 9 if quick else 13, "add": 20 if quick else 28, "step": 8 if quick else 13}
    products = tuple(2**k for k in range(6, top["matmul"] + 1))
    for precision in PRECISIONS:
        if device == "gpu" or precision != "tf32":
            yield "matmul", products, precision, lambda n, p=precision: product(n, p)
    vectors = tuple(2**k for k in range(12, top["add"] + 1, 2))
    yield "add", vectors, "float32", lambda n: addition(n, "float32")
    yield "copy", vectors, "float32", lambda n: copy(n, device)
    batches = tuple(2**k for k in range(0, top["step"] + 1, 2))
    for (name, build), policy in itertools.product(
        (("dense step", dense_model), ("conv step", conv_model)), ("float32", "mixed_bfloat16")
    ):
        yield name, batches, policy, lambda n, b=build, p=policy: step(b, n, p)


def measure(device: str, hardware: str, quick: bool, budget_s: float) -> Iterator[Row]:
    """Yield every row of one device; a series ends before a size that would burst its budget."""
    date = datetime.date.today().isoformat()
    versions = f"keras {keras.__version__} on {BACKEND}"
    for what, sizes, precision, timed in plan(device, quick):
        before, growth = 0.0, 0.0
        for size in sizes:
            if before * growth * 5 > budget_s:
                print(f"{device}: {what} {precision} ends before {size}", file=sys.stderr)
                break
            with keras.device("cpu:0" if device == "cpu" else FIRST_GPU):
                took = timed(size)
            yield Row(what, size, precision, device, took, hardware, versions, date)
            growth = max(2.0, took / before) if before else 2.0
            before = took


def table(rows: list[Row]) -> Iterator[str]:
    """Yield a line for each size: seconds on both devices, and how often one goes into the other.

    The processor has no tf32: there tf32 on the card stands beside float32 on the processor.
    """
    timed = {(row.what, row.size, row.precision, row.device): row.seconds for row in rows}
    yield f"{'what':<12}{'size':>10}  {'precision':<15}{'CPU s':>11}{'GPU s':>11}{'CPU/GPU':>9}"
    for what, size, precision in dict.fromkeys(key[:3] for key in timed):
        same = "float32" if precision == "tf32" else precision
        on_cpu = timed.get((what, size, same, "cpu"))
        on_gpu = timed.get((what, size, precision, "gpu"))
        cells = ["" if s is None else f"{s:.3g}" for s in (on_cpu, on_gpu)]
        ratio = f"{on_cpu / on_gpu:.3g}" if on_cpu and on_gpu else ""
        yield f"{what:<12}{size:>10}  {precision:<15}{cells[0]:>11}{cells[1]:>11}{ratio:>9}"


def main() -> None:
    """Measure, print the table, write the CSV after every device."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("csv", type=Path, help="where the seconds go")
    parser.add_argument("--quick", action="store_true", help="small sizes only, to try it out")
    parser.add_argument("--budget", type=float, default=10, help="seconds for one size, at most")
    chosen = parser.parse_args()
    devices = [("cpu", processor())]
    if card := graphics_card():
        devices.append(("gpu", card))
    rows: list[Row] = []
    for device, hardware in devices:
        print(f"{device}: {hardware}", file=sys.stderr)
        rows += measure(device, hardware, chosen.quick, chosen.budget)
        with chosen.csv.open("w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(Row._fields)
            writer.writerows(row._replace(seconds=float(f"{row.seconds:.4g}")) for row in rows)
    print("\n".join(table(rows)))


if __name__ == "__main__":
    main()
