# %% samples-lost: The last samples, fewer than size, are still lost.
def predict(X, layers, size):
    parts = [np.empty((0, len(layers[-1][1])))]
    for start in range(0, len(X) - size + 1, size):
        a = X[start : start + size] / 16
        for W, b in layers[:-1]:
            a = np.maximum(a @ W + b, 0)
        z = a @ layers[-1][0] + layers[-1][1]
        e = np.exp(z - z.max(axis=1, keepdims=True))
        parts.append(e / e.sum(axis=1, keepdims=True))
    return np.concatenate(parts)

# %% pixels-changed: The caller's pixels are still divided in place.
def predict(X, layers, size):
    parts = []
    for start in range(0, len(X), size):
        a = X[start : start + size]
        a /= 16
        for W, b in layers[:-1]:
            a = np.maximum(a @ W + b, 0)
        z = a @ layers[-1][0] + layers[-1][1]
        e = np.exp(z - z.max(axis=1, keepdims=True))
        parts.append(e / e.sum(axis=1, keepdims=True))
    return np.concatenate(parts)

# %% relu-on-scores: ReLU is still applied to the scores of the last layer.
def predict(X, layers, size):
    parts = []
    for start in range(0, len(X), size):
        a = X[start : start + size] / 16
        for W, b in layers:
            a = np.maximum(a @ W + b, 0)
        e = np.exp(a - a.max(axis=1, keepdims=True))
        parts.append(e / e.sum(axis=1, keepdims=True))
    return np.concatenate(parts)

# %% sum-of-the-batch: The shares of the whole batch still add up to 1.
def predict(X, layers, size):
    parts = []
    for start in range(0, len(X), size):
        a = X[start : start + size] / 16
        for W, b in layers[:-1]:
            a = np.maximum(a @ W + b, 0)
        z = a @ layers[-1][0] + layers[-1][1]
        e = np.exp(z - z.max(axis=1, keepdims=True))
        parts.append(e / e.sum())
    return np.concatenate(parts)

# %% max-of-the-batch: The largest score is still taken over the whole batch, so that low samples get 0/0.
def predict(X, layers, size):
    parts = []
    for start in range(0, len(X), size):
        a = X[start : start + size] / 16
        for W, b in layers[:-1]:
            a = np.maximum(a @ W + b, 0)
        z = a @ layers[-1][0] + layers[-1][1]
        with np.errstate(all="ignore"):
            e = np.exp(z - z.max())
            parts.append(e / e.sum(axis=1, keepdims=True))
    return np.concatenate(parts)

# %% classes-add-up: The shares of each class add up to 1 over the samples; softmax goes along the classes.
def predict(X, layers, size):
    parts = []
    for start in range(0, len(X), size):
        a = X[start : start + size] / 16
        for W, b in layers[:-1]:
            a = np.maximum(a @ W + b, 0)
        z = a @ layers[-1][0] + layers[-1][1]
        e = np.exp(z - z.max(axis=0))
        parts.append(e / e.sum(axis=0))
    return np.concatenate(parts)

# %% overflow: Without the largest score subtracted, the exponential overflows.
def predict(X, layers, size):
    parts = []
    for start in range(0, len(X), size):
        a = X[start : start + size] / 16
        for W, b in layers[:-1]:
            a = np.maximum(a @ W + b, 0)
        with np.errstate(all="ignore"):
            e = np.exp(a @ layers[-1][0] + layers[-1][1])
            parts.append(e / e.sum(axis=1, keepdims=True))
    return np.concatenate(parts)

# %% not-scaled: The pixels are no longer divided by 16.
def predict(X, layers, size):
    parts = []
    for start in range(0, len(X), size):
        a = X[start : start + size]
        for W, b in layers[:-1]:
            a = np.maximum(a @ W + b, 0)
        z = a @ layers[-1][0] + layers[-1][1]
        e = np.exp(z - z.max(axis=1, keepdims=True))
        parts.append(e / e.sum(axis=1, keepdims=True))
    return np.concatenate(parts)

# %% no-relu: ReLU is gone from the hidden layers as well.
def predict(X, layers, size):
    parts = []
    for start in range(0, len(X), size):
        z = X[start : start + size] / 16
        for W, b in layers:
            z = z @ W + b
        e = np.exp(z - z.max(axis=1, keepdims=True))
        parts.append(e / e.sum(axis=1, keepdims=True))
    return np.concatenate(parts)

# %% two-left: The sum was mended, but samples are still lost and ReLU is still on the scores.
def predict(X, layers, size):
    parts = [np.empty((0, len(layers[-1][1])))]
    for start in range(0, len(X) - size + 1, size):
        a = X[start : start + size] / 16
        for W, b in layers:
            a = np.maximum(a @ W + b, 0)
        e = np.exp(a - a.max(axis=1, keepdims=True))
        parts.append(e / e.sum(axis=1, keepdims=True))
    return np.concatenate(parts)
