"""Comprehensions, generators and other idioms; negated layers; the rule written with targets."""

# %% neuron
def neuron(X, w, b):
    return np.fromiter((np.dot(np.float64(x), np.float64(w)) + b for x in X), dtype=np.float64)

# %% predict
def predict(X, W, b):
    columns = [neuron(X, W[:, j], b[j]) >= 0 for j in range(len(b))]
    return np.stack(columns, axis=1) * 1

# %% signed-distance
def signed_distance(X, w, b):
    w = np.array(w, dtype=np.float64)
    length = float(np.hypot.reduce(w))
    if length == 0.0:
        raise ValueError(f"weights {w} have no direction")
    return np.inner(np.asarray(X, float), w) / length + b / length

# %% trace
def trace():
    start = np.array([1, -1, 0.5])
    steps = np.array([[-1, -0.5, -0.5], [0.5, 0, -0.5], [0, 0, 0], [0.5, 1, 0.5]])
    return start + np.cumsum(steps, axis=0)

# %% one-epoch
def one_epoch(X, y, w, b, rate):
    w, count = np.array(w, float), 0
    for i in range(X.shape[0]):
        x = X[i].astype(float)
        predicted = np.dot(w, x) + b >= 0
        wanted = bool(y[i])
        if predicted != wanted:
            direction = 1 if wanted else -1
            w = w + direction * rate * x
            b = b + direction * rate
            count = count + 1
    return (w, b, np.int64(count))

# %% fit
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    def train(w, b, history):
        if len(history) == max_epochs or (history and history[-1] == 0):
            return w, b, history
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        return train(w, b, [*history, int(mistakes)])

    return train(np.zeros(X.shape[1]), 0.0, [])

# %% mistake-bound
def mistake_bound(X, y, w, b):
    X = np.asarray(X, float)
    signed = np.where(np.asarray(y) > 0.5, 1.0, -1.0) * (X @ np.asarray(w, float) + b)
    if not all(signed > 0):
        raise ValueError("the weights do not separate the samples")
    gamma = signed.min() / np.sqrt(np.sum(np.square(w)) + b**2)
    R = np.sqrt((X**2).sum(axis=1) + 1).max()
    return float((R / gamma) ** 2)

# %% pocket
def pocket(X, y, rate, epochs):
    import copy

    w, b = np.zeros(X.shape[1]), 0.0
    seen = []
    for _ in range(epochs):
        errors = np.where(X @ w + b >= 0, 1, 0) - y
        seen.append(copy.deepcopy((w, b, int(np.count_nonzero(errors)))))
        w -= rate * (errors @ X)
        b -= rate * errors.sum()
    return min(seen, key=lambda setting: setting[2])

# %% gates
def gates():
    return dict(
        majority=((1, 1, 1), -1.5),
        implies=((-3, 3), 1.5),
        key=((1.9, 1.0, 1.0), -2.45),
        spare=((1, 1), -0.5),
    )

# %% with-interactions
def with_interactions(X):
    from itertools import combinations

    columns = list(np.asarray(X, dtype=float).T)
    return np.column_stack(columns + [p * q for p, q in combinations(columns, 2)])

# %% parity-network
def parity_network(n):
    # The hidden neurons answer "fewer than 1", "fewer than 2", and so on.
    k = np.arange(n)
    sign = np.where(k % 2 == 0, -1, 1)
    return -np.ones((n, n)), k + 0.5, sign, -0.5 - sign.sum()

# %% needs-bias
def needs_bias():
    w = np.array([3, -1])
    return np.array([[-1, 0], [-1, 1], [-2, -2]]), np.array([1, 0, 0]), w, 3.5
