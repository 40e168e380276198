"""The given derivative of the units with Keras, on each backend that is installed."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GIVEN = Path(__file__).resolve().parents[2] / "solutions" / "_given"
# One weight is moved both ways; the loss answers with the slope that it has to have.
ASKED = """
import json, keras, numpy as np
from keras import layers, ops
from value_and_grad import value_and_grad

keras.utils.set_random_seed(1)
model = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="tanh"), layers.Dense(1)])
x = np.random.default_rng(0).normal(size=(8, 3)).astype("float32")
loss = lambda: ops.mean(model(x) ** 2)
value, gradients = value_and_grad(loss, model.trainable_variables)
apart = []
for variable, gradient in zip(model.trainable_variables, gradients):
    kept = ops.convert_to_numpy(variable.value).copy()
    ends = []
    for step in (0.01, -0.01):
        moved = kept.copy()
        moved.flat[0] += step
        variable.assign(moved)
        ends.append(float(loss()))
    variable.assign(kept)
    apart.append(abs((ends[0] - ends[1]) / 0.02 - float(ops.convert_to_numpy(gradient).flat[0])))
picture = keras.Variable(x)
unused = keras.Variable(np.ones(2, "float32"))
of_picture = value_and_grad(lambda: ops.sum(picture * picture), [picture, unused])[1]
twice, none = (ops.convert_to_numpy(gradient) for gradient in of_picture)
print(json.dumps({
    "backend": keras.backend.backend(),
    "shapes": [list(g.shape) for g in gradients],
    "value": abs(float(value) - float(loss())),
    "apart": max(apart),
    "picture": float(np.abs(twice - 2 * x).max()),
    "unused": none.tolist(),
}))
"""


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["tensorflow", "jax", "torch"])
def test_the_given_derivative_is_the_slope(backend: str) -> None:
    if importlib.util.find_spec(backend) is None:
        pytest.skip(f"needs {backend}, which is not installed (extra `backends` for jax)")
    environment = {
        **os.environ,
        "KERAS_BACKEND": backend,
        "PYTHONPATH": os.pathsep.join([str(GIVEN), os.environ.get("PYTHONPATH", "")]),
    }

    ended = subprocess.run(
        [sys.executable, "-c", ASKED], env=environment, capture_output=True, text=True, check=False
    )

    assert ended.returncode == 0, ended.stderr[-2000:]
    found = json.loads(ended.stdout.splitlines()[-1])
    assert found["backend"] == backend
    assert found["shapes"] == [[3, 4], [4], [4, 1], [1]]
    assert found["value"] < 1e-6
    assert found["apart"] < 1e-3
    assert found["picture"] < 1e-6
    assert found["unused"] == [0, 0]
