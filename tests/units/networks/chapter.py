# %% forward
# The chapter's forward, as it is: it returns the last output alone.

# %% first-misfit
def first_misfit(inputs, layers):
    try:
        forward(np.ones((2, inputs)), [(W, b, None) for W, b in layers])
    except ValueError:
        return len(layers), "W"

# %% widest
def widest(inputs, outputs, depth, budget):
    m = 1
    while count([inputs] + depth * [m] + [outputs]) <= budget:
        m += 1
    return m

# %% by-hand
def by_hand():
    W1, W2, W3 = np.array([[3.0, 1], [-2, 1]]), np.array([[4.0, 1], [2, -3]]), np.array([[-2.0], [6]])
    layers = [(W1, np.array([0.0, -1]), relu), (W2, np.array([-1.0, 5]), relu), (W3, np.array([1.0]), None)]
    x = np.array([3.0, -1.0])
    first, second = forward(x, layers[:1]), forward(x, layers[:2])
    output, doubled, negated = (forward(s * x, layers)[0] for s in (1, 2, -1))
    return {"first": first, "second": second, "output": output, "doubled": doubled, "negated": negated}

# %% through-points
def through_points(x, y):
    p, m = x, len(x) - 1
    w = np.ones(3 * len(x))
    b = np.concatenate([1 / m - p, -p, -p - 1 / m])
    v = np.concatenate([y, -2 * y, y]) * m
    return w, b, v, 0.0

# %% predict
def predict(X, layers, size):
    *hidden, last = layers
    z = forward(X, [(W, b, relu) for W, b in hidden] + [(*last, None)])
    return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)

# %% permuted
def permuted(layers, orders):
    (W, b), (V, c) = layers[:2]
    order = list(orders[0])
    return [(W[:, order], b[order]), (V[order], c)]

# %% counter-examples
def counter_examples():
    tent = ([1.0, 1.0], [0.0, -0.5], [2.0, -4.0], 0.0)
    scaled = ([2.0, 2.0], [0.0, -1.0], [1.0, -2.0], 0.0)
    return {"straight": tent, "twins": (tent, scaled), "additive": ([[1.0, -1.0]], [1.0, 1.0], [1.0], [1.0])}
