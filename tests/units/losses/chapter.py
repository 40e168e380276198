# %% report
def report(prediction, target):
    error = prediction - target
    return np.array([error.mean(), np.mean(np.abs(error)), np.mean(error**2), np.sqrt(np.mean(error**2))])

# %% huber
def huber(prediction, target, weights, delta):
    error = prediction - target
    inner = np.clip(error, -delta, delta)
    return np.mean(inner * error - inner**2 / 2), inner / len(error)

# %% stock
def stock(demands, short, left):
    q = np.median(demands)
    return q, np.mean(np.abs(q - demands))

# %% bce
def bce(Z, Y, positive):
    loss = np.mean(np.logaddexp(0, Z) - Z * Y)
    return loss, (1 / (1 + np.exp(-Z)) - Y) / len(Z)

# %% categorical
def categorical(Z, labels):
    shifted = Z - Z.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    slopes = np.exp(logs)
    slopes[rows, labels] -= 1
    return -np.mean(logs[rows, labels]), slopes / len(labels)

# %% factor
def factor(loss, at, claimed):
    return claimed / ((loss(at + 1e-5) - loss(at - 1e-5)) / 2e-5)

# %% mended-epoch
def mended_epoch(X, labels, W, b, rate, size):
    Z = X @ W + b
    loss, slopes = cross_entropy(Z, labels)
    return W - rate * X.T @ slopes, b - rate * slopes.sum(axis=0), loss

# %% counter-examples
def counter_examples():
    return {
        "balanced": [21, 22, 23],
        "order": ([30, 30, 30, 30], [23, 23, 23, 23]),
        "as-accurate": ([0.4, 0.4, 0.4, 0.4], [0.5, 0.5, 0.5, 0.5]),
        "more-accurate": ([0.4, 0.4, 0.4, 0.4], [0.5, 0.5, 0.5, 0.5]),
        "asleep": -6.0,
    }
