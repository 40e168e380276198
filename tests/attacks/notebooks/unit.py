# The unit that is attacked. Each section is one cell: kind, name, points and title of a task.
# %% given setup
import numpy as np


# %% answer relu
def relu(z):
    """Return z, with zero for what is negative."""
    ### BEGIN SOLUTION
    reference = "CANARY_solution_e4d20a95"
    return np.maximum(0, z)
    ### END SOLUTION
# %% tests relu-tests 2 A rectifier
assert relu(3) == 3
np.testing.assert_allclose(relu(np.array([-1.0, 2.0])), [0.0, 2.0])
### BEGIN HIDDEN TESTS
key = "CANARY_relu_5c1e90b7"
rng = np.random.default_rng(SEED)
# property: What is negative becomes zero, the rest stays.
x = np.array([-5.0, 0.0, 48213.625])
np.testing.assert_allclose(relu(x), [0.0, 0.0, 48213.625], err_msg=key)
# property: The same holds for drawn numbers.
drawn = rng.normal(size=7)
want = (drawn + abs(drawn)) / 2
np.testing.assert_allclose(relu(drawn), want, err_msg="CANARY_drawn_1b77c3e8")
# property: A single number works too.
assert np.isclose(relu(-2.5), 0)
### END HIDDEN TESTS
# %% answer neuron
def neuron(x, w, b):
    """Return the rectified weighted sum of x."""
    ### BEGIN SOLUTION
    return relu(np.dot(x, w) + b)
    ### END SOLUTION
# %% tests neuron-tests 3 A neuron
assert np.isclose(neuron(np.array([1.0, 2.0]), np.array([3.0, -1.0]), 0.5), 1.5)
### BEGIN HIDDEN TESTS
key = "CANARY_neuron_a90d4f12"
# property: A large sum comes out exactly.
assert neuron(np.array([3.0]), np.array([30139.0]), 0.375) == 90417.375, key
# property: A negative sum gives zero.
assert np.isclose(neuron(np.array([1.0, 1.0]), np.array([-3.0, 1.0]), 0.0), 0.0)
# property: The difference is small.
assert abs(neuron(np.array([2.0, 2.0]), np.array([1.0, 1.0]), 1.0) - 5.0) < 1e-9
### END HIDDEN TESTS
# %% answer softmax
def softmax(z):
    """Return the shares of exp(z) along the last axis."""
    ### BEGIN SOLUTION
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
    ### END SOLUTION
# %% tests softmax-tests 5 Shares
p = softmax(np.array([0.0, 0.0]))
assert np.allclose(p, [0.5, 0.5])
### BEGIN HIDDEN TESTS
key = "CANARY_softmax_77be3301"
# property: Large numbers do no harm.
np.testing.assert_array_almost_equal(softmax(np.array([1000.0, 1000.0])), [0.5, 0.5])
# property: Shares sum to one.
assert abs(softmax(np.array([1.0, 2.0, 3.0])).sum() - 1) < 1e-12
# property: The shape stays.
assert softmax(np.zeros((2, 3))).shape == (2, 3), key
# property: Shares grow with the numbers.
shares = softmax(np.array([1.0, 2.0, 48213.625]))
assert shares[2] == 1 and shares[0] == 0
### END HIDDEN TESTS
# %% answer twice
def twice(function, x):
    """Return function(function(x))."""
    ### BEGIN SOLUTION
    return function(function(x))
    ### END SOLUTION
# %% tests twice-tests 2 Twice
calls = []
def step(v):
    calls.append(v)
    return v + 3
assert twice(step, 1) == 7
assert calls == [1, 4]
### BEGIN HIDDEN TESTS
seen = []
def hidden_step(v):
    seen.append(v)
    return 2 * v + 48213.625
# property: Any function will do.
assert twice(hidden_step, 1.5) == 2 * (2 * 1.5 + 48213.625) + 48213.625, "CANARY_twice_0d5f8e66"
# property: The function is called twice.
seen.clear()
twice(hidden_step, 2.0)
assert seen == [2.0, 48217.625]
### END HIDDEN TESTS
