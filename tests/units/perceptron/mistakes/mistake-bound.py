# %% norm-without-bias: the bias is missing from the norm of the separator
def mistake_bound(X, y, w, b):
    margins = (2.0 * y - 1) * (X @ w + b)
    if margins.min() <= 0:
        raise ValueError
    radius2 = (X.astype(float) ** 2).sum(axis=1).max() + 1
    return radius2 * (w @ w) / margins.min() ** 2

# %% radius-without-one: the 1 at the end of the samples is missing from R
def mistake_bound(X, y, w, b):
    margins = (2.0 * y - 1) * (X @ w + b)
    if margins.min() <= 0:
        raise ValueError
    return (X.astype(float) ** 2).sum(axis=1).max() * (w @ w + b * b) / margins.min() ** 2

# %% not-squared: R / gamma was not squared
def mistake_bound(X, y, w, b):
    margins = (2.0 * y - 1) * (X @ w + b)
    if margins.min() <= 0:
        raise ValueError
    radius2 = (X.astype(float) ** 2).sum(axis=1).max() + 1
    return np.sqrt(radius2 * (w @ w + b * b)) / margins.min()

# %% targets-as-signs: the targets 0 and 1 were used as signs
def mistake_bound(X, y, w, b):
    margins = y * (X @ w + b)
    margins = margins[margins != 0]
    if margins.size == 0 or margins.min() <= 0:
        raise ValueError
    radius2 = (X.astype(float) ** 2).sum(axis=1).max() + 1
    return radius2 * (w @ w + b * b) / margins.min() ** 2

# %% no-check: a pair that does not separate the samples was accepted
def mistake_bound(X, y, w, b):
    margins = (2.0 * y - 1) * (X @ w + b)
    radius2 = (X.astype(float) ** 2).sum(axis=1).max() + 1
    with np.errstate(all="ignore"):
        return radius2 * (w @ w + b * b) / margins.min() ** 2

# %% on-the-line: a sample on the line was accepted when it was predicted right
def mistake_bound(X, y, w, b):
    z = X @ w + b
    if not np.array_equal(z >= 0, y == 1):
        raise ValueError
    radius2 = (X.astype(float) ** 2).sum(axis=1).max() + 1
    with np.errstate(all="ignore"):
        return radius2 * (w @ w + b * b) / np.abs(z).min() ** 2

# %% largest-margin: gamma was made from the largest s z
def mistake_bound(X, y, w, b):
    margins = (2.0 * y - 1) * (X @ w + b)
    if margins.min() <= 0:
        raise ValueError
    radius2 = (X.astype(float) ** 2).sum(axis=1).max() + 1
    return radius2 * (w @ w + b * b) / margins.max() ** 2

# %% norm-of-matrix: R is the norm of the whole matrix instead of the longest row
def mistake_bound(X, y, w, b):
    margins = (2.0 * y - 1) * (X @ w + b)
    if margins.min() <= 0:
        raise ValueError
    extended = np.column_stack([X, np.ones(len(X))])
    return np.linalg.norm(extended) ** 2 * (w @ w + b * b) / margins.min() ** 2

# %% functional-margin: gamma was not divided by the norm of the separator
def mistake_bound(X, y, w, b):
    margins = (2.0 * y - 1) * (X @ w + b)
    if margins.min() <= 0:
        raise ValueError
    return ((X.astype(float) ** 2).sum(axis=1).max() + 1) / margins.min() ** 2

# %% rounded-down: the bound was rounded to a whole number of mistakes
def mistake_bound(X, y, w, b):
    margins = (2.0 * y - 1) * (X @ w + b)
    if margins.min() <= 0:
        raise ValueError
    radius2 = (X.astype(float) ** 2).sum(axis=1).max() + 1
    return int(radius2 * (w @ w + b * b) / margins.min() ** 2)

# %% unsigned-signs: 2 y - 1 was computed in uint8, where 0 becomes 255
def mistake_bound(X, y, w, b):
    with np.errstate(all="ignore"):
        signs = 2 * y - np.ones_like(y)
    margins = signs * (X @ w + b)
    if margins.min() <= 0:
        raise ValueError
    radius2 = (X.astype(float) ** 2).sum(axis=1).max() + 1
    return radius2 * (w @ w + b * b) / margins.min() ** 2

# %% targets-in-place: the zeros among the targets that came in were overwritten with -1
def mistake_bound(X, y, w, b):
    y = np.asarray(y)
    if y.dtype.kind == "u":
        y = y.astype(int)
    y[y == 0] = -1
    margins = y * (X @ w + b)
    if margins.min() <= 0:
        raise ValueError
    return ((X.astype(float) ** 2).sum(axis=1).max() + 1) * (w @ w + b * b) / margins.min() ** 2
