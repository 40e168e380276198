# %% forward
def forward(X, layers):
    results = [X]
    for W, b, f in layers:
        z = np.einsum("...i,ij->...j", results[-1], W) + b
        results.append((f or (lambda same: same))(z))
    return tuple(results)

# %% first-misfit
def first_misfit(inputs, layers):
    sizes = [inputs] + [W.shape[-1] if W.ndim else 0 for W, _ in layers]
    for k, (W, b) in enumerate(layers):
        if W.shape != (sizes[k], sizes[k + 1]):
            return [k + 1, "W"]
        if b.shape != (sizes[k + 1],):
            return [k + 1, "b"]

# %% widest
from math import isqrt

def widest(inputs, outputs, depth, budget):
    inner = depth - 1
    linear = inputs + 1 + inner + outputs
    if inner == 0:
        m = (budget - outputs) // linear
    else:
        inside = linear**2 + 4 * inner * (budget - outputs)
        m = (isqrt(inside) - linear) // (2 * inner) if inside >= 0 else 0
    if m < 1:
        raise ValueError("the budget is too small")
    return int(m)

# %% through-points
def through_points(x, y):
    slopes = np.concatenate([[0.0], (y[1:] - y[:-1]) / (x[1:] - x[:-1]), [0.0]])
    return np.full(len(x), -1.0), x.copy(), slopes[1:] - slopes[:-1], y[-1]

# %% predict
def predict(X, layers, size):
    a = X / 16
    for W, b in layers[:-1]:
        z = np.einsum("ni,ij->nj", a, W) + b
        a = z * (z > 0)
    z = np.einsum("ni,ij->nj", a, layers[-1][0]) + layers[-1][1]
    z = z - z.max(axis=1)[:, None]
    return np.exp(z - np.log(np.exp(z).sum(axis=1))[:, None])

# %% permuted
def permuted(layers, orders):
    result = list(layers)
    for level, order in enumerate(orders):
        moves = np.eye(len(order))[:, order]
        (W, b), (after, c) = result[level], result[level + 1]
        result[level] = W @ moves, b @ moves
        result[level + 1] = moves.T @ after, c
    return result

# %% counter-examples
def counter_examples():
    one = (np.array([1.0, -1.0]), np.array([0.0, 0.0]), np.array([1.0, -1.0]), 0.0)
    two = (np.array([1.0, -1.0, 2.0, -2.0]), np.array([4.0, -4.0, 1.0, -1.0]), np.array([0.5, -0.5, 0.25, -0.25]), -2.25)
    return {"straight": two, "twins": [one, two], "additive": (np.eye(2), np.ones(2), np.array([1.0, -1.0]), np.array([-1.0, 1.0]))}
