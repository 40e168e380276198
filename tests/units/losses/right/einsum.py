# %% report
def report(prediction, target):
    known = ~np.isnan(np.array(target, dtype=float))
    error = np.where(known, np.array(prediction, dtype=float) - np.array(target, dtype=float), 0.0)
    count = known.sum(axis=0)
    squares = np.einsum("ij,ij->j", error, error) / count
    signed = np.einsum("ij->j", error) / count
    return np.stack([signed, np.einsum("ij->j", abs(error)) / count, squares, squares**0.5])

# %% huber
def huber(prediction, target, weights, delta):
    error = prediction - target
    size = np.abs(error)
    inside = np.minimum(size, delta)
    charges = 0.5 * inside**2 + delta * (size - inside)
    slopes = inside * np.sign(error)
    loss = np.einsum("i,ij->", weights, charges) / prediction.size
    return loss, np.einsum("i,ij->ij", weights, slopes) / prediction.size

# %% stock
def stock(demands, short, left):
    gaps = demands[:, None] - demands[None, :]
    totals = np.where(gaps > 0, short * gaps, -left * gaps).sum(axis=0)
    cheapest = demands[totals == totals.min()].min()
    return cheapest, totals.min() / len(demands)

# %% bce
def bce(Z, Y, positive):
    tail = np.log1p(np.exp(-np.abs(Z)))
    no = np.maximum(Z, 0) + tail
    yes = no - Z
    P = 0.5 * (1 + np.tanh(0.5 * Z))
    C = np.einsum("j,ij->ij", positive, Y)
    loss = (np.einsum("ij,ij->", C, yes) + np.einsum("ij,ij->", 1 - Y, no)) / Z.size
    return loss, ((1 - Y + C) * P - C) / Z.size

# %% categorical
def categorical(Z, labels):
    rows = np.flatnonzero(labels >= 0)
    gradient = np.zeros(Z.shape)
    if len(rows) == 0:
        return 0.0, gradient
    known, classes = Z[rows], labels[rows]
    logs = known - np.logaddexp.reduce(known, axis=1)[:, None]
    onehot = np.eye(Z.shape[1])[classes]
    gradient[rows] = (np.exp(logs) - onehot) / len(rows)
    loss = -np.einsum("ij,ij->", onehot, logs) / len(rows)
    return loss, gradient

# %% factor
def factor(loss, at, claimed):
    at = np.asarray(at, dtype=float)
    steps = 1e-5 * np.eye(at.size).reshape(at.size, *at.shape)
    g = np.array([loss(at + s) - loss(at - s) for s in steps]) / 2e-5
    q = np.ravel(claimed).astype(float)
    c = np.einsum("i,i", q, g) / np.einsum("i,i", g, g)
    rest = q - c * g
    if np.sqrt(rest @ rest) > 1e-4 * np.sqrt(q @ q):
        return np.nan
    return c

# %% mended-epoch
def mended_epoch(X, labels, W, b, rate, size):
    losses, counts = [], []
    for k in range(0, len(X), size):
        rows = X[k : k + size]
        onehot = np.eye(W.shape[1])[labels[k : k + size]]
        logs = log_softmax(rows @ W + b)
        losses.append(-np.einsum("ij,ij->", onehot, logs) / len(rows))
        counts.append(len(rows))
        D = (np.exp(logs) - onehot) / len(rows)
        W = W - rate * np.einsum("ni,nj->ij", rows, D)
        b = b - rate * np.einsum("nj->j", D)
    return W, b, np.average(losses, weights=counts)
