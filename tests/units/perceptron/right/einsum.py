"""The same through einsum, an input that is always 1, and sets instead of sums."""

# %% neuron
def neuron(X, w, b):
    X = np.array(X, dtype=float)
    extended = np.concatenate([X, np.ones((X.shape[0], 1))], axis=1)
    return np.einsum("ij,j->i", extended, np.append(np.array(w, dtype=float), b))

# %% predict
def predict(X, W, b):
    z = np.einsum("nd,dk->nk", X.astype(float), W.astype(float)) + b.reshape(1, -1)
    return np.where(z < 0, 0, 1)

# %% signed-distance
def signed_distance(X, w, b):
    w = np.asarray(w, float)
    if np.all(w == 0):
        raise ValueError("zero weights")
    scale = np.abs(w).max()
    unit = w / scale
    length = np.sqrt(np.einsum("i,i->", unit, unit))
    return np.einsum("ij,j->i", X, unit) / length + b / (scale * length)

# %% trace
def trace():
    return np.array([[0, -1.5, 0], [0.5, -1.5, -0.5], [0.5, -1.5, -0.5], [1, -0.5, 0]])

# %% one-epoch
def one_epoch(X, y, w, b, rate):
    extended = np.column_stack([X, np.ones(len(X))]).astype(float)
    v = np.append(w, b).astype(float)
    mistakes = 0
    for i in range(len(extended)):
        error = np.heaviside(extended[i] @ v, 1.0) - float(y[i])
        mistakes += int(error != 0)
        v = v - rate * error * extended[i]
    return v[:-1], v[-1], mistakes

# %% fit
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    state = np.zeros(X.shape[1]), 0.0
    history = []
    mistakes = 1
    while mistakes != 0 and len(history) != max_epochs:
        *state, mistakes = run_epoch(X, y, *state, rate)
        history = history + [mistakes]
    return state[0], state[1], history

# %% mistake-bound
def mistake_bound(X, y, w, b):
    v = np.append(w, b) / np.linalg.norm(np.append(w, b)) if np.any(np.append(w, b)) else None
    if v is None:
        raise ValueError("no separator")
    tilde = np.column_stack([X, np.ones(len(y))])
    margins = np.where(np.asarray(y) == 1, 1, -1) * np.einsum("ij,j->i", tilde, v)
    if np.any(margins <= 0):
        raise ValueError("not separated")
    return np.einsum("ij,ij->i", tilde, tilde).max() / margins.min() ** 2

# %% pocket
def pocket(X, y, rate, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    best_w, best_b, fewest = w, b, len(y) + 1
    for _ in range(epochs):
        errors = np.where(X @ w + b >= 0, 1, 0) - y
        mistakes = int(np.count_nonzero(errors))
        if mistakes < fewest:
            best_w, best_b, fewest = w, b, mistakes
        w = w - rate * (errors @ X)
        b = b - rate * errors.sum()
    return best_w, best_b, fewest

# %% gates
def gates():
    return {
        "majority": ([10, 10, 10], -14),
        "implies": ([-1, 1.2], 0.55),
        "key": ([1.0, 0.5, 0.5], -1.25),
    }

# %% with-interactions
def with_interactions(X):
    X = np.array(X, dtype=float)
    pairs = np.einsum("ni,nj->nij", X, X)
    above = np.triu(np.ones((X.shape[1], X.shape[1]), dtype=bool), 1)
    return np.concatenate([X, pairs[:, above]], axis=1)

# %% parity-network
def parity_network(n):
    thresholds = np.arange(n) + 0.5
    return np.ones((n, n)), -thresholds, np.cos(np.pi * np.arange(n)).round(), -0.25

# %% needs-bias
def needs_bias():
    X = np.array([[-4, 1], [1, -4], [-1, -1]])
    y = np.array([1, 1, 0])
    return X, y, np.array([-1.0, -1.0]), -2.5
