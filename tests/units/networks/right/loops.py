# %% forward
def forward(X, layers):
    results = [np.array(X, dtype=float)]
    for W, b, f in layers:
        rows = np.atleast_2d(results[-1])
        z = np.empty((len(rows), W.shape[1]))
        for i in range(len(rows)):
            for j in range(W.shape[1]):
                z[i, j] = sum(rows[i, k] * W[k, j] for k in range(W.shape[0])) + b[j]
        if results[-1].ndim == 1:
            z = z[0]
        if f is not None:
            z = f(z)
        results.append(z)
    return results

# %% first-misfit
def first_misfit(inputs, layers):
    incoming = inputs
    for k in range(len(layers)):
        W, b = layers[k]
        if len(W.shape) != 2:
            return (k + 1, "W")
        if W.shape[0] != incoming:
            return (k + 1, "W")
        if len(b.shape) != 1 or len(b) != W.shape[1]:
            return (k + 1, "b")
        incoming = len(b)
    return None

# %% widest
def widest(inputs, outputs, depth, budget):
    def fits(m):
        total = inputs * m + m
        for _ in range(depth - 1):
            total += m * m + m
        return total + m * outputs + outputs <= budget

    if not fits(1):
        raise ValueError("too small a budget")
    m, step = 1, 1
    while fits(m + step):
        step *= 2
    while step >= 1:
        if fits(m + step):
            m += step
        step //= 2
    return m

# %% by-hand
def by_hand():
    first = [max(0, 2 * 3 - 1 - 1), max(0, -3 - 4 + 2)]
    second = [max(0, -first[0] + 5 * first[1] + 1), max(0, 2 * first[0] + 3 * first[1] - 3)]
    output = 7 * second[0] - 2 * second[1] + 4
    return {"first": first, "second": second, "output": output, "doubled": -26.0, "negated": 278.0}

# %% through-points
def through_points(x, y):
    n = len(x)
    w, b, v = [], [], []
    before = 0.0
    for k in range(n):
        after = (y[k + 1] - y[k]) / (x[k + 1] - x[k]) if k < n - 1 else 0.0
        w.append(1.0)
        b.append(-x[k])
        v.append(after - before)
        before = after
    return np.array(w), np.array(b), np.array(v), y[0]

# %% predict
def predict(X, layers, size):
    probabilities = []
    for x in X:
        a = x / 16
        for k, (W, b) in enumerate(layers):
            z = a @ W + b
            a = z if k == len(layers) - 1 else np.where(z > 0, z, 0.0)
        e = np.exp(a - max(a))
        probabilities.append(e / sum(e))
    return np.array(probabilities)

# %% permuted
def permuted(layers, orders):
    made = [(W.copy(), b.copy()) for W, b in layers]
    for level, order in enumerate(orders):
        W, b = made[level]
        after, b_after = made[level + 1]
        made[level] = (np.array([W[:, k] for k in order]).T, np.array([b[k] for k in order]))
        made[level + 1] = (np.array([after[k] for k in order]), b_after)
    return made

# %% counter-examples
def counter_examples():
    flat = ([1.0, -1.0], [3.0, -3.0], [2.0, -2.0], -7.0)
    moved = ([2.0, -2.0], [5.0, -5.0], [1.0, -1.0], -6.0)
    return {"straight": flat, "twins": (flat, moved), "additive": ([[1.0, -1.0]], [1.0, 1.0], [2.0], [-2.0])}
