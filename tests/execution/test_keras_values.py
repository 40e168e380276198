"""TensorFlow and Keras across the boundary: tensors are data, models are asked."""

import importlib.util

import pytest

from tests.execution.run import run

pytest.importorskip("tensorflow", reason="needs TensorFlow: install the extra `site`")
pytestmark = pytest.mark.slow

GIVEN = "import numpy as np\nimport tensorflow as tf\nimport keras\nkeras.utils.set_random_seed(1)"
ANSWER = """
def build():
    return keras.Sequential([keras.Input((3,)), keras.layers.Dense(4, activation="relu"),
                             keras.layers.Dense(1)])

model = build()
model.compile(optimizer="sgd", loss="mse", metrics=["mae"])
rng = np.random.default_rng(0)
x, y = rng.normal(size=(32, 3)).astype("float32"), rng.normal(size=(32, 1)).astype("float32")
history = model.fit(x, y, epochs=3, verbose=0)
tensor = tf.constant([[1.0, 2.0], [3.0, 4.0]])

def doubled(t):
    return 2 * t

def add_one(variable):
    return variable + 1.0
"""
# what a test does -> the test
TESTS = {
    "a tensor comes by value": "assert tensor.shape == (2, 2) and float(tensor[1, 0]) == 3.0",
    "a tensor is compared with NumPy": "np.testing.assert_allclose(tensor, [[1, 2], [3, 4]])",
    "a tensor is compared with a tensor": "assert bool(tf.reduce_all(tensor == tf.constant("
    "[[1.0, 2.0], [3.0, 4.0]])))",
    "a tensor has numpy()": "assert tensor.numpy().tolist() == [[1, 2], [3, 4]]",
    "a tensor is a tensor": "assert isinstance(tensor, tf.Tensor) and tensor.dtype == tf.float32",
    "a tensor goes and comes": "assert doubled(tf.constant([1.0, 2.0])).numpy().tolist() == [2, 4]",
    "a variable goes as data": "assert add_one(tf.Variable([1.0, 2.0])).numpy().tolist() == [2, 3]",
    "a model is a model": "assert isinstance(model, keras.Model)",
    "a model is made anew": "assert isinstance(build(), keras.Sequential)",
    "a model counts its parameters": "assert model.count_params() == 3 * 4 + 4 + 4 + 1",
    "a model has layers": "assert len(model.layers) == 2 and model.layers[0].units == 4",
    "a layer is a layer": "assert isinstance(model.layers[0], keras.layers.Dense)",
    "a model predicts the test's data": "got = model.predict(np.ones((5, 3)), verbose=0)\n"
    "assert type(got) is np.ndarray and got.shape == (5, 1)",
    "a model is called": "assert model(np.ones((2, 3), 'float32')).shape == (2, 1)",
    "weights come by value": "w = model.get_weights()\n"
    "assert [a.shape for a in w] == [(3, 4), (4,), (4, 1), (1,)]\n"
    "x = np.ones((2, 3), 'float32')\n"
    "want = np.maximum(x @ w[0] + w[1], 0) @ w[2] + w[3]\n"
    "np.testing.assert_allclose(model.predict(x, verbose=0), want, rtol=1e-5)",
    "a model evaluates": "got = model.evaluate(np.ones((4, 3)), np.ones((4, 1)), verbose=0)\n"
    "assert len(got) == 2 and all(isinstance(v, float) for v in got)",
    "a history is a dict": "h = history.history\nassert len(h['loss']) == 3 and 'mae' in h\n"
    "assert all(isinstance(v, float) for v in h['loss'])",
    "a shape is a tuple": "assert tuple(model.input_shape) == (None, 3) and model.output_shape == "
    "(None, 1)",
}


def test_what_tests_of_networks_ask_is_answered() -> None:
    ended = run([("given", GIVEN), ("answer", ANSWER), *(("tests", t) for t in TESTS.values())])

    assert {
        name: (e.error, e.message, e.trace)
        for name, e in zip(TESTS, ended, strict=True)
        if e.state != "ok"
    } == {}


# The same on whatever backend Keras has.
ANY_GIVEN = (
    "import numpy as np\nimport keras\nfrom keras import ops\nkeras.utils.set_random_seed(1)"
)
ANY_ANSWER = (
    ANSWER.replace("tf.constant(", "ops.convert_to_tensor(")
    + """
def weights(model):
    return model.trainable_variables

scale = keras.Variable([1.0, 2.0], trainable=False, name="scale")
"""
)
ANY_TESTS = {
    "a tensor comes by value": TESTS["a tensor comes by value"],
    "a tensor is compared with NumPy": TESTS["a tensor is compared with NumPy"],
    "a tensor is made an array": "assert ops.convert_to_numpy(tensor).tolist() == [[1, 2], [3, 4]]",
    "a tensor goes and comes": "got = doubled(ops.convert_to_tensor([1.0, 2.0]))\n"
    "assert type(got) is type(ops.convert_to_tensor([1.0]))\n"
    "assert np.asarray(got).tolist() == [2, 4]",
    "a variable goes as data": "got = add_one(keras.Variable([1.0, 2.0]))\n"
    "assert ops.convert_to_numpy(got).tolist() == [2, 3]",
    "a variable comes by value": "assert isinstance(scale, keras.Variable)\n"
    "assert scale.name == 'scale' and not scale.trainable and scale.dtype == 'float32'\n"
    "assert ops.convert_to_numpy(scale).tolist() == [1, 2]",
    "the variables of a model come by value": "got = weights(model)\n"
    "assert [tuple(v.shape) for v in got] == [(3, 4), (4,), (4, 1), (1,)]\n"
    "np.testing.assert_array_equal(ops.convert_to_numpy(got[0]), model.get_weights()[0])",
    **{
        name: TESTS[name]
        for name in (
            "a model is a model",
            "a model is made anew",
            "a model counts its parameters",
            "a layer is a layer",
            "a model predicts the test's data",
            "a model is called",
            "weights come by value",
            "a model evaluates",
            "a history is a dict",
            "a shape is a tuple",
        )
    },
}


@pytest.mark.parametrize("backend", ["tensorflow", "jax", "torch"])
def test_units_of_keras_are_judged_on_any_backend(
    backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if importlib.util.find_spec(backend) is None:
        pytest.skip(f"needs {backend}, which is not installed")
    monkeypatch.setenv("KERAS_BACKEND", backend)

    tests = [f"assert keras.backend.backend() == {backend!r}", *ANY_TESTS.values()]
    ended = run([("given", ANY_GIVEN), ("answer", ANY_ANSWER), *(("tests", t) for t in tests)])

    assert {
        name: (e.error, e.message, e.trace)
        for name, e in zip(["the backend", *ANY_TESTS], ended, strict=True)
        if e.state != "ok"
    } == {}


def test_no_object_passes_for_a_tensor() -> None:
    liar = """
class Liar(tf.Module):
    shape, dtype = (2, 2), tf.float32
    def numpy(self):
        return np.array([[1.0, 2.0], [3.0, 4.0]])
    def __array__(self, *_, **__):
        return self.numpy()
    def __eq__(self, other):
        return True
tensor = Liar()
"""
    cells = [
        ("given", GIVEN),
        ("answer", "tensor = tf.constant([[1.0, 2.0], [3.0, 4.0]])"),
        ("tests", "assert isinstance(tensor, tf.Tensor)"),
        ("tests", "np.testing.assert_allclose(tensor, [[1, 2], [3, 4]])"),
        ("tests", "assert bool(tf.reduce_all(tensor == tf.constant([[1.0, 2.0], [3.0, 4.0]])))"),
    ]

    ended = run(cells, {0: liar})

    assert [e.state for e in ended] == ["raised"] * 3
