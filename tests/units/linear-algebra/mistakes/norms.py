# %% no-axis: the whole array was taken for one vector
def norms(X, p):
    if p not in (1, 2, np.inf):
        raise ValueError
    return np.linalg.norm(np.ravel(np.asarray(X, dtype=float)), ord=p)

# %% axis-0: the norms go down the columns instead of along the last axis
def norms(X, p):
    size = np.abs(np.asarray(X, dtype=float))
    if p == 1:
        return size.sum(axis=0)
    if p == 2:
        return np.hypot.reduce(size, axis=0)
    if p == np.inf:
        return size.max(axis=0)
    raise ValueError

# %% axis-1: axis 1 was taken for the last one, which holds for a batch only
def norms(X, p):
    size = np.abs(np.asarray(X, dtype=float))
    axis = min(1, size.ndim - 1)
    if p == 1:
        return size.sum(axis=axis)
    if p == 2:
        return np.hypot.reduce(size, axis=axis)
    if p == np.inf:
        return size.max(axis=axis)
    raise ValueError

# %% signs: the entries were added with their signs
def norms(X, p):
    X = np.asarray(X, dtype=float)
    if p == 1:
        return X.sum(axis=-1)
    if p == 2:
        return np.hypot.reduce(np.abs(X), axis=-1)
    if p == np.inf:
        return np.abs(X).max(axis=-1)
    raise ValueError

# %% largest-entry: the largest entry was taken, not the largest size
def norms(X, p):
    X = np.asarray(X, dtype=float)
    if p == 1:
        return np.abs(X).sum(axis=-1)
    if p == 2:
        return np.hypot.reduce(np.abs(X), axis=-1)
    if p == np.inf:
        return X.max(axis=-1)
    raise ValueError

# %% no-root: the root of the sum of squares is missing
def norms(X, p):
    size = np.abs(np.asarray(X, dtype=float))
    if p == 1:
        return size.sum(axis=-1)
    if p == 2:
        return np.hypot.reduce(size, axis=-1) ** 2
    if p == np.inf:
        return size.max(axis=-1)
    raise ValueError

# %% mean: the mean of the squares was taken instead of their sum
def norms(X, p):
    size = np.abs(np.asarray(X, dtype=float))
    if p == 1:
        return size.sum(axis=-1)
    if p == 2:
        return np.hypot.reduce(size, axis=-1) / np.sqrt(size.shape[-1])
    if p == np.inf:
        return size.max(axis=-1)
    raise ValueError

# %% overflow: the squares of very large and very small entries do not fit into a float64
def norms(X, p):
    if p not in (1, 2, np.inf):
        raise ValueError
    with np.errstate(over="ignore", under="ignore"):
        return np.linalg.norm(np.asarray(X, dtype=float), ord=p, axis=-1)

# %% zero-over-zero: a vector of zeros was divided by its largest entry
def norms(X, p):
    size = np.abs(np.asarray(X, dtype=float))
    top = size.max(axis=-1)
    if p == 1:
        return size.sum(axis=-1)
    if p == np.inf:
        return top
    if p == 2:
        with np.errstate(invalid="ignore"):
            return top * np.sqrt(((size / top[..., None]) ** 2).sum(axis=-1))
    raise ValueError

# %% int8: the sizes were taken in the small integer type, where -128 has no opposite
def norms(X, p):
    size = np.abs(np.asarray(X)).astype(float)
    if p == 1:
        return size.sum(axis=-1)
    if p == 2:
        return np.hypot.reduce(size, axis=-1)
    if p == np.inf:
        return size.max(axis=-1)
    raise ValueError

# %% any-p: every other p was taken for 2 instead of being refused
def norms(X, p):
    size = np.abs(np.asarray(X, dtype=float))
    if p == 1:
        return size.sum(axis=-1)
    if p == np.inf:
        return size.max(axis=-1)
    return np.hypot.reduce(size, axis=-1)

# %% minus-inf: the infinite norm was taken for minus infinity too
def norms(X, p):
    size = np.abs(np.asarray(X, dtype=float))
    if p == 1:
        return size.sum(axis=-1)
    if p == 2:
        return np.hypot.reduce(size, axis=-1)
    if np.isinf(p):
        return size.max(axis=-1)
    raise ValueError

# %% kept: the last axis was kept with length 1
def norms(X, p):
    size = np.abs(np.asarray(X, dtype=float))
    if p == 1:
        return size.sum(axis=-1, keepdims=True)
    if p == 2:
        return np.hypot.reduce(size, axis=-1, keepdims=True)
    if p == np.inf:
        return size.max(axis=-1, keepdims=True)
    raise ValueError

# %% in-place: the sizes were written into the array that came in
def norms(X, p):
    X = np.asarray(X)
    if X.dtype == np.float64:
        np.abs(X, out=X)
    size = np.abs(X.astype(float))
    if p == 1:
        return size.sum(axis=-1)
    if p == 2:
        return np.hypot.reduce(size, axis=-1)
    if p == np.inf:
        return size.max(axis=-1)
    raise ValueError
