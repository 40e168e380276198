# %% no-need: a neuron without a bias gets the three points right as well
def needs_bias():
    return np.array([[1, 0], [0, 1], [-1, -1]]), np.array([1, 1, 0]), np.array([1.0, 1.0]), -0.5

# %% same-direction: two points in the same direction already need the bias
def needs_bias():
    return np.array([[1, 0], [2, 0], [0, 3]]), np.array([0, 1, 1]), np.array([1.0, 1.0]), -1.5

# %% between: the odd point lies between the other two, so a bias does not help
def needs_bias():
    return np.array([[-1, 0], [-1, 1], [-1, -1]]), np.array([0, 1, 1]), np.array([1.0, 0.0]), 0.5

# %% one-class: all targets are 0, so that the bias alone answers and no line is needed
def needs_bias():
    return np.array([[3, 0], [-2, 3], [-2, -3]]), np.array([0, 0, 0]), np.array([0.0, 0.0]), -1.0

# %% bias-zero: the neuron handed back has no bias
def needs_bias():
    return np.array([[-1, 0], [-1, 1], [-2, -2]]), np.array([0, 1, 1]), np.array([-3.0, 1.0]), 0.0

# %% mirror: the neuron has the wrong sign and predicts the opposite targets
def needs_bias():
    return np.array([[-1, 0], [-1, 1], [-2, -2]]), np.array([0, 1, 1]), np.array([3.0, -1.0]), 3.5

# %% xor: four points were given instead of three
def needs_bias():
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    return X, np.array([0, 1, 1, 0]), np.array([1.0, 1.0]), -0.5

# %% fractions: the points are not integers
def needs_bias():
    X = np.array([[1, 0], [-0.5, 0.5], [-0.5, -0.5]])
    return X, np.array([1, 1, 0]), np.array([0.0, 1.0]), 0.0

# %% bias-unused: the points need no bias and the bias given changes no prediction
def needs_bias():
    return np.array([[2, 1], [1, 3], [-2, 1]]), np.array([1, 1, 0]), np.array([2.0, 0.0]), 0.5

# %% origin: a point with target 0 at the origin needs a bias all by itself
def needs_bias():
    return np.array([[0, 0], [1, 0], [0, 1]]), np.array([0, 1, 1]), np.array([1.0, 1.0]), -0.5
