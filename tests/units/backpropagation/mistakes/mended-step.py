# %% only-copies: The caller's arrays are safe now, and both wrong gradients are still there.
def mended_step(W, b, v, c, X, t, rate):
    W, b, v = W.copy(), b.copy(), v.copy()
    n = len(X)
    H = np.tanh(X @ W + b)
    p = H @ v + c
    loss = np.mean((p - t) ** 2) / 2
    d = (p - t) / n
    v -= rate * (d @ H)
    c -= rate * d.sum()
    for j in range(len(v)):
        dz = d * v[j]
        W[:, j] -= rate * (dz @ X)
        b[j] -= rate * dz.sum()
    return (W, b, v, c), loss
# %% only-the-order: The gradients use the old v now, and the slope of tanh is still missing.
def mended_step(W, b, v, c, X, t, rate):
    n = len(X)
    H = np.tanh(X @ W + b)
    p = H @ v + c
    loss = np.mean((p - t) ** 2) / 2
    dZ = np.outer((p - t) / n, v)
    d = (p - t) / n
    return (W - rate * X.T @ dZ, b - rate * dZ.sum(axis=0), v - rate * d @ H, c - rate * d.sum()), loss
# %% only-the-slope: The slope of tanh is there now, and the gradient of W still uses the new v.
def mended_step(W, b, v, c, X, t, rate):
    W, b, v = W.copy(), b.copy(), v.copy()
    n = len(X)
    H = np.tanh(X @ W + b)
    p = H @ v + c
    loss = np.mean((p - t) ** 2) / 2
    d = (p - t) / n
    v -= rate * (d @ H)
    c -= rate * d.sum()
    for j in range(len(v)):
        dz = d * v[j] * (1 - H[:, j] ** 2)
        W[:, j] -= rate * (dz @ X)
        b[j] -= rate * dz.sum()
    return (W, b, v, c), loss
# %% still-in-place: Both gradients are right now, and the caller's arrays are still changed.
def mended_step(W, b, v, c, X, t, rate):
    n = len(X)
    H = np.tanh(X @ W + b)
    p = H @ v + c
    loss = np.mean((p - t) ** 2) / 2
    d = (p - t) / n
    for j in range(len(v)):
        dz = d * v[j] * (1 - H[:, j] ** 2)
        W[:, j] -= rate * (dz @ X)
        b[j] -= rate * dz.sum()
    v -= rate * (d @ H)
    c -= rate * d.sum()
    return (W, b, v, c), loss
# %% slope-of-later-weights: W[:, j] was changed before the slope of tanh was computed from it.
def mended_step(W, b, v, c, X, t, rate):
    H = np.tanh(X @ W + b)
    p = H @ v + c
    loss = np.mean((p - t) ** 2) / 2
    d = (p - t) / len(X)
    W, b, old_v = W.copy(), b.copy(), v
    v = v - rate * (d @ H)
    c = c - rate * d.sum()
    for j in range(len(v)):
        dz = d * old_v[j] * (1 - H[:, j] ** 2)
        W[:, j] -= rate * (dz @ X)
        dz = d * old_v[j] * (1 - np.tanh(X @ W[:, j] + b[j]) ** 2)
        b[j] -= rate * dz.sum()
    return (W, b, v, c), loss
# %% loss-after: The loss returned is that after the step.
def mended_step(W, b, v, c, X, t, rate):
    H = np.tanh(X @ W + b)
    d = (H @ v + c - t) / len(X)
    dZ = np.outer(d, v) * (1 - H**2)
    W, b, v, c = W - rate * X.T @ dZ, b - rate * dZ.sum(axis=0), v - rate * d @ H, c - rate * d.sum()
    return (W, b, v, c), np.mean((np.tanh(X @ W + b) @ v + c - t) ** 2) / 2
# %% divided-twice: The 1/n is inside d, and the sums over the samples were replaced by means.
def mended_step(W, b, v, c, X, t, rate):
    H = np.tanh(X @ W + b)
    error = H @ v + c - t
    d = error / len(X)
    dZ = np.outer(d, v) * (1 - H**2)
    new = (W - rate * X.T @ dZ / len(X), b - rate * dZ.mean(axis=0), v - rate * d @ H / len(X), c - rate * d.mean())
    return new, np.mean(error**2) / 2
# %% bias-without-slope: The slope of tanh is there for W and still missing for b.
def mended_step(W, b, v, c, X, t, rate):
    H = np.tanh(X @ W + b)
    d = (H @ v + c - t) / len(X)
    back = np.outer(d, v)
    new = (W - rate * X.T @ (back * (1 - H**2)), b - rate * back.sum(axis=0), v - rate * d @ H, c - rate * d.sum())
    return new, len(X) * np.sum(d**2) / 2
# %% stochastic: The weights move after each sample instead of once for the batch.
def mended_step(W, b, v, c, X, t, rate):
    W, b, v = W.copy(), b.copy(), v.copy()
    loss = np.mean((np.tanh(X @ W + b) @ v + c - t) ** 2) / 2
    for x, y in zip(X, t):
        h = np.tanh(x @ W + b)
        d = (h @ v + c - y) / len(X)
        dz = d * v * (1 - h**2)
        W -= rate * np.outer(x, dz); b -= rate * dz; v -= rate * d * h; c -= rate * d
    return (W, b, v, c), loss
