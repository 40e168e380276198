# %% clipped: p was clipped, so that no sample can cost more than 28
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1, e) / (1 + e)
        c = np.clip(p, 1e-12, 1 - 1e-12)
        losses.append(np.mean(-(y * np.log(c) + (1 - y) * np.log(1 - c))))
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses

# %% epsilon: a small number was added before the logarithm
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1, e) / (1 + e)
        losses.append(np.mean(-(y * np.log(p + 1e-15) + (1 - y) * np.log(1 - p + 1e-15))))
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses

# %% stable-p-only: p is stable now, its logarithm is not
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1, e) / (1 + e)
        with np.errstate(all="ignore"):
            losses.append(np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p))))
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses

# %% nan-to-num: nan was replaced by 0 after the fact
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1, e) / (1 + e)
        with np.errstate(all="ignore"):
            each = -(y * np.log(p) + (1 - y) * np.log(1 - p))
        losses.append(np.mean(np.nan_to_num(each, posinf=0.0)))
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses

# %% nan-left-out: samples with nan were left out of the mean
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1, e) / (1 + e)
        each = np.logaddexp(0, np.where(y == 1, -z, z))
        rounded = (p == 0) | (p == 1)
        losses.append(np.mean(each[~rounded]) if not rounded.all() else 0.0)
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses

# %% where-right: only the logarithm of the right answer is taken, still of a rounded p
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1, e) / (1 + e)
        with np.errstate(all="ignore"):
            losses.append(np.mean(-np.log(np.where(y == 1, p, 1 - p))))
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses

# %% overflow: log(1 + exp(z)) overflows for large scores
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        with np.errstate(all="ignore"):
            losses.append(np.mean(np.log(1 + np.exp(np.where(y == 1, -z, z)))))
            p = 1 / (1 + np.exp(-z))
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses

# %% swapped-targets: the logarithms of yes and no have changed places
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        losses.append(np.mean(np.logaddexp(0, np.where(y == 1, z, -z))))
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1, e) / (1 + e)
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses

# %% sign: the losses are negative
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        losses.append(-np.mean(np.logaddexp(0, np.where(y == 1, -z, z))))
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1, e) / (1 + e)
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses

# %% sum: the losses of the samples were summed
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        losses.append(np.sum(np.logaddexp(0, np.where(y == 1, -z, z))))
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1, e) / (1 + e)
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses

# %% after-update: the losses were noted after the update
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1, e) / (1 + e)
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
        z = X @ w + b
        losses.append(np.mean(np.logaddexp(0, np.where(y == 1, -z, z))))
    return w, b, losses

# %% scaled: the inputs were scaled, which makes other weights
def train(X, y, rate, rounds):
    X = X / np.abs(X).max()
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = X @ w + b
        losses.append(np.mean(np.logaddexp(0, np.where(y == 1, -z, z))))
        p = 1 / (1 + np.exp(-z))
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses

# %% gradient-of-clipped: clipping z repaired the losses and changed the weights
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = np.clip(X @ w + b, -30, 30)
        losses.append(np.mean(np.logaddexp(0, np.where(y == 1, -z, z))))
        p = 1 / (1 + np.exp(-z))
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses
