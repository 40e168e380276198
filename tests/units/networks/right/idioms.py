# %% forward
from itertools import accumulate

def forward(X, layers):
    def through(a, layer):
        W, b, f = layer
        z = np.add(np.dot(a, W), b)
        return f(z) if f else z

    return list(accumulate(layers, through, initial=X))

# %% first-misfit
def first_misfit(inputs, layers):
    if not layers:
        return None
    for number, (W, b) in enumerate(layers, 1):
        try:
            rows, columns = W.shape
        except ValueError:
            return number, "W"
        if rows != inputs:
            return number, "W"
        if np.shape(b) != (columns,):
            return number, "b"
        inputs = columns

# %% widest
def widest(inputs, outputs, depth, budget):
    def count(m):
        widths = [inputs, *[m] * depth, outputs]
        return sum(d * k + k for d, k in zip(widths[:-1], widths[1:]))

    low, high = 0, 1
    while count(high) <= budget:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if count(middle) <= budget else (low, middle)
    if low == 0:
        raise ValueError(f"{budget} parameters are too few")
    return low

# %% by-hand
def by_hand():
    layers = [(np.array([[2, -1], [1, 4]]), np.array([-1, 2])), (np.array([[-1, 2], [5, 3]]), np.array([1, -3]))]

    def run(x):
        for W, b in layers:
            x = relu(x @ W + b)
            yield x
        yield x @ np.array([7, -2]) + 4

    x = np.array([3, -1])
    first, second, output = run(x)
    *_, doubled = run(2 * x)
    *_, negated = run(-x)
    return {"first": first, "second": second, "output": output, "doubled": doubled, "negated": negated}

# %% through-points
def through_points(x, y):
    corners = np.vander(x, 2, increasing=True)[:, 1]
    system = np.column_stack([np.ones(len(x)), relu(np.subtract.outer(x, corners[:-1]))])
    solved = np.linalg.solve(system, y)
    v = np.append(solved[1:], -solved[1:].sum())
    return np.ones(len(x)), -corners, v, solved[0]

# %% predict
def predict(X, layers, size):
    *hidden, (last_W, last_b) = layers

    def scores(a):
        for W, b in hidden:
            a = (a @ W + b).clip(min=0)
        return a @ last_W + last_b

    z = np.vstack([scores(part / 16) for part in np.split(X, range(size, len(X), size))])
    return np.array([1 / np.exp(np.clip(row - row[:, None], -745, 700)).sum(axis=1) for row in z])

# %% permuted
def permuted(layers, orders):
    columns = list(orders) + [slice(None)]
    rows = [slice(None)] + list(orders)
    return [(np.array(W[r][:, c]), np.array(b[c])) for (W, b), r, c in zip(layers, rows, columns)]

# %% counter-examples
def counter_examples():
    line = ([0.5, -0.5], [-1, 1], [4, -4], 2)
    return {"straight": line, "twins": (line, [[1, -1], [0, 0], [2, -2], -2]), "additive": ([[1], [1]], [3], [1, 1], [-1, -2])}
