# %% report
def report(prediction, target):
    error = np.subtract(prediction, target, dtype=np.float64, casting="unsafe")
    error = np.ma.masked_invalid(error)
    squares = (error**2).mean(axis=0)
    rows = [error.mean(axis=0), abs(error).mean(axis=0), squares, np.sqrt(squares)]
    return np.vstack([np.asarray(row, dtype=np.float64) for row in rows])

# %% huber
def huber(prediction, target, weights, delta):
    e = prediction - target
    far = np.abs(e) > delta
    slopes = np.where(far, delta * np.sign(e), e)
    near_part = np.where(far, 0.0, e)
    charges = np.where(far, delta * np.abs(e) - delta**2 / 2, near_part**2 / 2)
    column = weights.reshape(-1, 1)
    return np.mean(column * charges), column * slopes / e.size

# %% stock
def stock(demands, short, left):
    def cost(q):
        return np.where(demands > q, short * (demands - q), left * (q - demands)).mean()
    covered = np.searchsorted(np.sort(demands), demands, side="right")  # days, for each stock
    q = demands[covered * (short + left) >= len(demands) * short].min()
    return int(q), cost(q)

# %% bce
def bce(Z, Y, positive):
    def softplus(x):
        return np.where(x > 0, x, 0) + np.log1p(np.exp(-np.abs(x)))
    charges = np.where(Y > 0, positive * Y * softplus(-Z), 0) + (1 - Y) * softplus(Z)
    P = np.exp(-softplus(-Z))
    return charges.mean(), ((1 - Y) * P + positive * Y * (P - 1)) / (Z.shape[0] * Z.shape[1])

# %% categorical
def categorical(Z, labels):
    known = labels != -1
    n = known.sum()
    if n == 0:
        return 0.0, np.zeros_like(Z)
    top = np.max(Z, axis=1, keepdims=True)
    weight = np.exp(Z - top)
    total = weight.sum(axis=1, keepdims=True)
    safe = np.where(known, labels, 0)
    costs = np.log(total[:, 0]) + top[:, 0] - np.take_along_axis(Z, safe[:, None], axis=1)[:, 0]
    gradient = weight / total
    gradient[np.arange(len(Z)), safe] -= 1
    gradient[~known] = 0
    return costs[known].sum() / n, gradient / n

# %% factor
def factor(loss, at, claimed):
    shape = np.shape(at)
    flat = np.array(at, dtype=np.float64).ravel()
    claimed = np.array(claimed, dtype=np.float64).ravel()
    measured = np.empty(flat.size)
    for k in range(flat.size):
        h = 3e-6 * max(1.0, abs(flat[k]))
        up, down = flat.copy(), flat.copy()
        up[k] += h
        down[k] -= h
        measured[k] = (loss(up.reshape(shape)) - loss(down.reshape(shape))) / (up[k] - down[k])
    c = np.linalg.lstsq(measured[:, None], claimed, rcond=None)[0][0]
    near = np.linalg.norm(claimed - c * measured) <= 1e-4 * np.linalg.norm(claimed)
    return float(c) if near else float("nan")

# %% mended-epoch
def mended_epoch(X, labels, W, b, rate, size):
    cuts = range(size, len(X), size)
    costs = np.array([])
    for rows, target in zip(np.split(X, cuts), np.split(labels, cuts)):
        here = np.arange(len(rows))
        logs = log_softmax(rows @ W + b)
        costs = np.append(costs, -logs[here, target])
        D = np.exp(logs) / len(rows)
        D[here, target] -= 1 / len(rows)
        W, b = W - rate * (rows.T @ D), b - rate * D.sum(axis=0)
    return W, b, costs.mean()

# %% counter-examples
def counter_examples():
    target = np.array([10.0, 20, 30, 40])
    near, far = 0.999, 0.001
    return {
        "balanced": np.array([10.0, 20, 30]) + np.array([-100.0, 50.0, 50.0]),
        "order": (target + 10, target + np.array([0, -25.5, 0, 0])),
        "as-accurate": ((0.6, 0.4, 0.6, 0.6), (near, 0.4, near, near)),
        "more-accurate": ((0.499, 0.5, 0.499, 0.5), (far, 0.4, 0.6, 0.4)),
        "asleep": np.float64(-14.5),
    }
