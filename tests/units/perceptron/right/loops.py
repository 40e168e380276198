"""Plain Python: every sum and product in a loop, NumPy only to make the arrays."""

# %% neuron
def neuron(X, w, b):
    sums = []
    for row in X:
        z = float(b)
        for value, weight in zip(row, w):
            z += float(value) * float(weight)
        sums.append(z)
    return np.array(sums)

# %% predict
def predict(X, W, b):
    n, d = X.shape
    k = W.shape[1]
    out = np.zeros((n, k), dtype=np.int64)
    for i in range(n):
        for j in range(k):
            z = float(b[j])
            for m in range(d):
                z += float(X[i, m]) * float(W[m, j])
            if z >= 0:
                out[i, j] = 1
    return out

# %% signed-distance
def signed_distance(X, w, b):
    length = 0.0
    scale = max(abs(float(v)) for v in w)
    if scale == 0:
        raise ValueError("no direction")
    for weight in w:
        length += (float(weight) / scale) ** 2
    length = scale * length**0.5
    return np.array([(sum(float(v) * float(u) for v, u in zip(row, w)) + b) / length for row in X])

# %% trace
def trace():
    rows, w1, w2, b = [], 1.0, -1.0, 0.5
    for x1, x2, t in [(2, 1, 0), (-1, 0, 0), (3, 0, 1), (1, 2, 1)]:
        e = (1 if w1 * x1 + w2 * x2 + b >= 0 else 0) - t
        w1, w2, b = w1 - 0.5 * e * x1, w2 - 0.5 * e * x2, b - 0.5 * e
        rows.append([w1, w2, b])
    return rows

# %% one-epoch
def one_epoch(X, y, w, b, rate):
    w = [float(v) for v in w]
    b = float(b)
    mistakes = 0
    for row, target in zip(X, y):
        z = b
        for v, u in zip(row, w):
            z += float(v) * u
        prediction = 1 if z >= 0 else 0
        if prediction == 1 and target == 0:
            w = [u - rate * float(v) for v, u in zip(row, w)]
            b -= rate
            mistakes += 1
        elif prediction == 0 and target == 1:
            w = [u + rate * float(v) for v, u in zip(row, w)]
            b += rate
            mistakes += 1
    return np.array(w), b, mistakes

# %% fit
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w = np.zeros(len(X[0]))
    b = 0.0
    history = []
    while len(history) < max_epochs:
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        history.append(mistakes)
        if not mistakes:
            break
    return w, b, history

# %% mistake-bound
def mistake_bound(X, y, w, b):
    weights = [float(v) for v in w] + [float(b)]
    radius2 = 0.0
    smallest = float("inf")
    for row, target in zip(X, y):
        extended = [float(v) for v in row] + [1.0]
        radius2 = max(radius2, sum(v * v for v in extended))
        z = sum(v * u for v, u in zip(extended, weights))
        smallest = min(smallest, z if target == 1 else -z)
    if not smallest > 0:
        raise ValueError("not a separator")
    return radius2 * sum(u * u for u in weights) / smallest**2

# %% pocket
def pocket(X, y, rate, epochs):
    w, b = [0.0] * X.shape[1], 0.0
    best = None
    for _ in range(epochs):
        errors = []
        for row, target in zip(X, y):
            z = sum(float(v) * u for v, u in zip(row, w)) + b
            errors.append((1 if z >= 0 else 0) - int(target))
        mistakes = sum(abs(e) for e in errors)
        if best is None or mistakes < best[2]:
            best = (np.array(w), b, mistakes)
        w = [u - rate * sum(e * float(row[j]) for e, row in zip(errors, X)) for j, u in enumerate(w)]
        b = b - rate * sum(errors)
    return best

# %% gates
def gates():
    return {
        "key": (np.array([4, 2, 2]), -5),
        "implies": (np.array([-2, 2]), 1),
        "majority": (np.array([2, 2, 2]), -3),
    }

# %% with-interactions
def with_interactions(X):
    n, d = X.shape
    rows = []
    for row in X:
        row = [float(v) for v in row]
        products = []
        for i in range(d):
            for j in range(i + 1, d):
                products.append(row[i] * row[j])
        rows.append(row + products)
    return np.array(rows)

# %% parity-network
def parity_network(n):
    W1 = [[1] * n for _ in range(n)]
    b1 = [-(k + 0.5) for k in range(n)]
    w2 = [(-1) ** k for k in range(n)]
    return W1, b1, w2, -1

# %% needs-bias
def needs_bias():
    return [[5, 0], [-3, 4], [4, 5]], [1, 1, 0], [-0.5, -1.0], 6.0
