"""Column by column, with many names and boolean masks; everything kept, the best picked last."""

# %% neuron
def neuron(X, w, b):
    X = np.array(X, dtype="float64")
    w = np.array(w, dtype="float64")
    n, d = X.shape
    z = np.zeros(n)
    for j in range(d):
        z += X[:, j] * w[j]
    z += b
    return z

# %% predict
def predict(X, W, b):
    Z = np.array(X, dtype=float).dot(np.array(W, dtype=float))
    for j in range(len(b)):
        Z[:, j] = Z[:, j] + b[j]
    out = np.zeros(Z.shape)
    out[Z >= 0] = 1
    return out.astype(np.int8)

# %% signed-distance
def signed_distance(X, w, b):
    total = 0
    for v in w:
        total += float(v) ** 2
    if total == 0:
        raise ValueError("zero")
    return neuron(X, w, b) / total**0.5

# %% one-epoch
def one_epoch(X, y, w, b, rate):
    X = np.asarray(X).astype(np.float64)
    y = np.asarray(y).astype(np.float64)
    w = np.asarray(w).astype(np.float64)
    b = np.float64(b)
    wrong = []
    for i in range(len(y)):
        z = np.sum(X[i] * w) + b
        e = np.where(z >= 0, 1.0, 0.0) - y[i]
        if e != 0:
            wrong.append(i)
        w = w - rate * e * X[i]
        b = b - rate * e
    return w, b, len(wrong)

# %% fit
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    n, d = np.array(X).shape
    w = np.array([0.0] * d)
    b = 0
    history = []
    epoch = 0
    clean = False
    while epoch < max_epochs and not clean:
        w, b, m = run_epoch(X, y, w, b, rate)
        history.append(int(m))
        clean = m == 0
        epoch += 1
    return w, b, history

# %% mistake-bound
def mistake_bound(X, y, w, b):
    R = 0
    gamma = np.inf
    length = np.sqrt(sum(float(v) ** 2 for v in w) + float(b) ** 2)
    for x, t in zip(X, y):
        z = float(np.dot(np.asarray(x, float), np.asarray(w, float)) + b)
        s = 1 if t == 1 else -1
        if s * z <= 0:
            raise ValueError("no")
        R = max(R, np.sqrt(np.sum(np.asarray(x, float) ** 2) + 1))
        gamma = min(gamma, s * z / length)
    return (R / gamma) ** 2

# %% pocket
def pocket(X, y, rate, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    all_w, all_b, all_m = [], [], []
    for _ in range(epochs):
        errors = np.where(X @ w + b >= 0, 1, 0) - y
        all_w.append(w)
        all_b.append(b)
        all_m.append(int(np.abs(errors).sum()))
        w = w - rate * (errors @ X)
        b = b - rate * errors.sum()
    k = int(np.argmin(all_m))
    return all_w[k], all_b[k], all_m[k]

# %% gates
def gates():
    return {
        "majority": [[2, 2, 2], -3],
        "implies": [np.array([-5, 5]), 2.5],
        "key": [(3, 1.5, 1.5), -3.75],
    }

# %% with-interactions
def with_interactions(X):
    X = np.array(X, dtype=np.float64)
    d = X.shape[1]
    for i in range(d):
        for j in range(i + 1, d):
            X = np.c_[X, X[:, i] * X[:, j]]
    return X

# %% parity-network
def parity_network(n):
    W1 = np.zeros((n, n))
    b1 = np.zeros(n)
    w2 = np.zeros(n)
    for k in range(n):
        W1[:, k] = 1
        b1[k] = -(k + 1)
        w2[k] = 1 if k % 2 == 0 else -1
    return W1, b1, w2, -1

# %% needs-bias
def needs_bias():
    return [[2, -9], [2, 9], [1, 0]], [1, 1, 0], (1, 0), -1.5
