# A notebook of another course; each of its tests has a weakness. Cut as `unit.py` is.
# %% given setup
import numpy as np


def clipped(z):
    return np.maximum(z, 0)


DATA = np.array([1.0, -2.0, 3.0])
# %% answer relu
def relu(z):
    return np.maximum(0, z)
# %% tests relu-tests 2 Compared with what the argument gives afterwards
x = np.array([1.0, -2.0])
assert np.allclose(relu(x), clipped(x))
assert np.allclose(relu(DATA), clipped(DATA))
### BEGIN HIDDEN TESTS
x = np.linspace(-3, 4, 15)
got = relu(x)
want = clipped(x)
assert np.allclose(got, want)
### END HIDDEN TESTS
# %% answer total
def total(z):
    return z.sum()
# %% tests total-tests 1 Counted on data that an earlier answer had
assert total(DATA) == DATA.sum()
# %% answer scale
def scale(z):
    return 3 * z
# %% tests scale-tests 1 Compared elementwise and by checks
np.testing.assert_allclose(scale(-2.5), -7.5)
assert np.all(scale(5.0) == 15.0)
assert np.allclose(scale(np.array([1.0, 2.0])), [3.0, 6.0])
# %% answer step
def step(params, grads, rate):
    for p, g in zip(params, grads):
        p -= rate * g
# %% tests step-tests 2 Meant to change its first argument
p, g = [np.ones(3)], [np.arange(3.0)]
step(p, g, 0.5)
assert np.allclose(p[0], 1 - 0.5 * g[0])
# %% answer twice
def twice(function, x):
    return function(function(x))
# %% tests twice-tests 1 Checked inside a function that the answer calls
def spy(v):
    assert v in (41.5, 42.5), f"expected 41.5, got {v}"
    return v + 1
assert twice(spy, 41.5) == 43.5
### BEGIN HIDDEN TESTS
def spy(v):
    assert v in (7.25, 8.25), f"expected 7.25, got {v}"
    return v + 1
assert twice(spy, 7.25) == 9.25
### END HIDDEN TESTS
