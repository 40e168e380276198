# %% no-bias: the biases were not added
def layer(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float)

# %% bias-subtracted: the biases were subtracted
def layer(X, W, b):
    X, W, b = (np.asarray(part, dtype=float) for part in (X, W, b))
    return X @ W - b

# %% bias-per-input: the biases were added once for each input
def layer(X, W, b):
    X, W, b = (np.asarray(part, dtype=float) for part in (X, W, b))
    return X @ W + W.shape[0] * b

# %% bias-down: the biases were added along the samples where there were as many as units
def layer(X, W, b):
    X, W, b = (np.asarray(part, dtype=float) for part in (X, W, b))
    Z = X @ W
    if Z.ndim == 2 and Z.shape[0] == Z.shape[1]:
        return Z + b[:, None]
    return Z + b

# %% transposed: a square W was transposed
def layer(X, W, b):
    X, W, b = (np.asarray(part, dtype=float) for part in (X, W, b))
    return X @ (W.T if W.shape[0] == W.shape[1] else W) + b

# %% batch-axis: a single sample came back as a batch of one
def layer(X, W, b):
    X, W, b = (np.asarray(part, dtype=float) for part in (X, W, b))
    return np.atleast_2d(X) @ W + b

# %% flattened: a stack came back as one long batch
def layer(X, W, b):
    X, W, b = (np.asarray(part, dtype=float) for part in (X, W, b))
    if X.ndim > 2:
        X = X.reshape(-1, X.shape[-1])
    return X @ W + b

# %% as-they-come: nothing was converted, so pixels overflow and lists do not multiply
def layer(X, W, b):
    return X @ W + b

# %% overflow: the sums were made in the type that came in and converted afterwards
def layer(X, W, b):
    return (np.asarray(X) @ np.asarray(W) + np.asarray(b)).astype(np.float64)

# %% float32: the sums were made in float32
def layer(X, W, b):
    X, W, b = (np.asarray(part, dtype=np.float32) for part in (X, W, b))
    return X @ W + b

# %% squeezed: axes of length 1 were dropped
def layer(X, W, b):
    X, W, b = (np.asarray(part, dtype=float) for part in (X, W, b))
    return np.squeeze(X @ W + b)

# %% clipped: negative sums were set to 0
def layer(X, W, b):
    X, W, b = (np.asarray(part, dtype=float) for part in (X, W, b))
    return np.maximum(X @ W + b, 0)

# %% state: the weights of the first call were kept for all others
def layer(X, W, b, kept=[]):
    kept.append((np.asarray(W, dtype=float).copy(), np.asarray(b, dtype=float).copy()))
    X = np.asarray(X, dtype=float)
    W, b = kept[0] if kept[0][0].shape == np.shape(W) else kept[-1]
    return X @ W + b

# %% loop-over-first: an empty batch came back without its units
def layer(X, W, b):
    X, W, b = (np.asarray(part, dtype=float) for part in (X, W, b))
    if X.ndim == 1:
        return X @ W + b
    return np.array([x @ W + b for x in X])

# %% centred: the mean of the batch was subtracted, so that samples influence one another
def layer(X, W, b):
    X, W, b = (np.asarray(part, dtype=float) for part in (X, W, b))
    if X.ndim == 2 and len(X) > 4 and len(X) != 9:
        X = X - X.mean(axis=0)
    return X @ W + b

# %% bias-in-place: the weights were changed on the way
def layer(X, W, b):
    X, V, c = (np.asarray(part, dtype=float) for part in (X, W, b))
    Z = X @ V + c
    if isinstance(b, np.ndarray) and b.dtype == np.float64 and len(X) == 4:
        b += 1
    return Z
