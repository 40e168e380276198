"""Which GPU a process sees: a warm process none, each submission the one that it was given."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.execution import landlock
from autograder.execution.cage import GPU_EXTRA_MB, Mode, find_cage
from autograder.execution.trial import Trial
from autograder.execution.zygote import Warm
from tests import gpus

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the judge needs Linux: grade there"),
]
PLAIN = [("answer", "a", "x = 1")]
KERAS = [("given", "g", "import keras, tensorflow as tf"), *PLAIN]
NAMES = ("CUDA_VISIBLE_DEVICES", "TF_FORCE_GPU_ALLOW_GROWTH", "XLA_PYTHON_CLIENT_PREALLOCATE")
ENVIRONMENT = f"""
import json, os, resource
found = {{name: os.environ.get(name) for name in {NAMES}}}
found["memory_mb"] = resource.getrlimit(resource.RLIMIT_DATA)[0] >> 20
raise RuntimeError(json.dumps(found))
"""
# The product of two matrices, made on the first GPU of TensorFlow's, and what it is made of.
PRODUCT = """
import json, tensorflow as tf
with tf.device("GPU:0"):
    product = tf.matmul(tf.ones((512, 512)), tf.ones((512, 512)))
raise RuntimeError(json.dumps({
    "gpus": len(tf.config.list_physical_devices("GPU")),
    "device": product.device[-5:],
    "value": float(product[0, 0]),
}))
"""


def told(warm: Warm, source: str, timeout_s: float = 20, memory_mb: int = 512) -> Any:
    """Return what a cell tells, as JSON in the text of its RuntimeError."""
    with Trial(PLAIN, memory_mb, warm.start) as trial:
        ended = trial.cell("answer", "a", source, timeout_s)
    assert ended.error == "RuntimeError", ended
    return json.loads(ended.message)


def servers(warm: Warm) -> Iterator[Path]:
    """Yield the folders in /proc of the warm processes and of what they run in."""
    ahead = [server._process.pid for server in (warm._judges, warm._sandboxes) if server]
    while ahead:
        here = Path("/proc", str(ahead.pop()))
        yield here
        ahead += map(int, (here / "task" / here.name / "children").read_text().split())


def test_a_child_sees_its_gpu_and_a_warm_process_sees_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0,1,2")
    with Warm(PLAIN, find_cage(Mode.NONE), gpu="2") as warm:
        found = told(warm, ENVIRONMENT)
        shown = [(here / "environ").read_bytes().split(b"\0") for here in servers(warm)]

    assert [found[name] for name in NAMES] == ["2", "true", "false"]
    assert found["memory_mb"] == 512 + GPU_EXTRA_MB
    assert len(shown) == 2
    assert all(b"CUDA_VISIBLE_DEVICES=" in variables for variables in shown)


def test_a_child_without_a_gpu_sees_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0,1,2")
    with Warm(PLAIN, find_cage(Mode.NONE)) as warm:
        found = told(warm, ENVIRONMENT)

    assert (found["CUDA_VISIBLE_DEVICES"], found["memory_mb"]) == ("", 512)


def test_without_a_warm_process_the_graders_gpu_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1")
    with Trial(PLAIN, 512) as trial:
        ended = trial.cell("answer", "a", ENVIRONMENT, 20)

    assert json.loads(ended.message)["CUDA_VISIBLE_DEVICES"] == "1"


def test_a_machine_with_a_gpu_is_told_what_is_not_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder.execution import cage

    assert landlock.gpu_devices() or cage._lacks_with_gpu() == ()
    monkeypatch.setattr(landlock, "gpu_devices", lambda: ("/dev/nvidia0",))
    assert "16 GB more memory" in cage._lacks_with_gpu()[0]
    assert cage._lacks_with_gpu()[0] in cage._lacks_of_full(6)
    assert cage._lacks_with_gpu()[0] in cage._lacks_of_landlock()


@pytest.mark.gpu
@pytest.mark.parametrize("mode", [Mode.NONE, pytest.param(None, marks=pytest.mark.cage)])
def test_submissions_use_the_gpu_one_after_another_and_side_by_side(mode: Mode | None) -> None:
    pytest.importorskip("tensorflow", reason="asks TensorFlow: install the extra `site`")
    gpu = gpus.first()
    want = {"gpus": 1, "device": "GPU:0", "value": 512.0}
    cage = find_cage(mode)
    with Warm(KERAS, cage, gpu=gpu) as warm, Warm(KERAS, cage, gpu=gpu) as beside:
        assert told(warm, PRODUCT, 120, 4096) == want
        for here in servers(warm):
            opened = [os.readlink(path) for path in (here / "fd").iterdir()]
            assert not [path for path in opened if "nvidia" in path]
        with Trial(PLAIN, 4096, beside.start) as trial:
            holds = PRODUCT.replace("raise RuntimeError(", "kept = (")
            assert trial.cell("answer", "a", holds, 120).state == "ok"
            assert told(warm, PRODUCT, 120, 4096) == want
