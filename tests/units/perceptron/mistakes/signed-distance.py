# %% unsigned: the sign was dropped
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    if not w.any():
        raise ValueError
    return np.abs(X @ w + b) / np.linalg.norm(w)

# %% not-divided: the sum was returned as it is
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    if not w.any():
        raise ValueError
    return X @ w + b

# %% squared-norm: the sum was divided by the squared norm
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    if not w.any():
        raise ValueError
    return (X @ w + b) / (w @ w)

# %% bias-outside: only the product was divided by the norm
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    if not w.any():
        raise ValueError
    return X @ w / np.linalg.norm(w) + b

# %% bias-in-norm: the bias was counted among the weights
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    if not w.any():
        raise ValueError
    return (X @ w + b) / np.sqrt(w @ w + b**2)

# %% no-check: zero weights gave inf or nan instead of an error
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    with np.errstate(all="ignore"):
        return (X @ w + b) / np.linalg.norm(w)

# %% wrong-error: an error of another class was raised for zero weights
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    assert w.any(), "zero weights"
    return (X @ w + b) / np.linalg.norm(w)

# %% small-is-zero: small weights were taken for zeros
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    if np.allclose(w, 0):
        raise ValueError
    return (X @ w + b) / np.linalg.norm(w)

# %% any-zero: one weight of zero was enough to refuse
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    if not np.all(w):
        raise ValueError
    return (X @ w + b) / np.linalg.norm(w)

# %% two-inputs: the formula was written for two inputs only
def signed_distance(X, w, b):
    if w[0] == 0 and w[1] == 0:
        raise ValueError
    return (X[:, 0] * w[0] + X[:, 1] * w[1] + b) / np.sqrt(w[0] ** 2 + w[1] ** 2)

# %% sum-of-weights: the sum was divided by the sum of absolute weights
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    if not w.any():
        raise ValueError
    return (X @ w + b) / np.abs(w).sum()

# %% overflow: the products were made in the small integer type
def signed_distance(X, w, b):
    if not np.any(w):
        raise ValueError
    return (X @ w + b) / np.linalg.norm(np.asarray(w, dtype=float))

# %% in-place: the weights that came in were scaled to length 1
def signed_distance(X, w, b):
    if not np.any(w):
        raise ValueError
    length = np.linalg.norm(np.asarray(w, dtype=float))
    if w.dtype == float:
        w /= length
        return X @ w + b / length
    return X.astype(float) @ w.astype(float) / length + b / length

# %% list: the distances came back in a list
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    if not w.any():
        raise ValueError
    return [float((x @ w + b) / np.linalg.norm(w)) for x in np.asarray(X, dtype=float)]

# %% if-array: the whole array of weights was compared in an if
def signed_distance(X, w, b):
    if w == 0:
        raise ValueError("no direction")
    return (X @ w + b) / np.linalg.norm(w)
