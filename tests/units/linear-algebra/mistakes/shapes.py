# %% bias-error: the bias (m,) was said not to fit (n, m)
def shapes(n, d, m, k):
    return {"a": "error", "b": (d, 1), "c": "error", "d": (d,), "e": "error", "f": (n, n), "g": (k, n, m), "h": (k, n, d), "i": (m,), "j": (n, n, d)}

# %% column-lost: the product with a column was said to be a vector
def shapes(n, d, m, k):
    return {"a": (n, m), "b": (d,), "c": "error", "d": (d,), "e": "error", "f": (n, n), "g": (k, n, m), "h": (k, n, d), "i": (m,), "j": (n, n, d)}

# %% order-free: W @ X was taken for the layer X @ W
def shapes(n, d, m, k):
    return {"a": (n, m), "b": (d, 1), "c": (n, m), "d": (d,), "e": "error", "f": (n, n), "g": (k, n, m), "h": (k, n, d), "i": (m,), "j": (n, n, d)}

# %% inner-kept: the axis that a product uses up was kept
def shapes(n, d, m, k):
    return {"a": (n, m), "b": (d, 1), "c": "error", "d": (n,), "e": "error", "f": (n, n), "g": (k, n, m), "h": (k, n, d), "i": (m,), "j": (n, n, d)}

# %% aligned-left: shapes were aligned at the left, so that (n, d) and (n,) seem to fit
def shapes(n, d, m, k):
    return {"a": (n, m), "b": (d, 1), "c": "error", "d": (d,), "e": (n, d), "f": (n, n), "g": (k, n, m), "h": (k, n, d), "i": (m,), "j": (n, n, d)}

# %% accident: the difference of a column and a vector was said to be a vector
def shapes(n, d, m, k):
    return {"a": (n, m), "b": (d, 1), "c": "error", "d": (d,), "e": "error", "f": (n,), "g": (k, n, m), "h": (k, n, d), "i": (m,), "j": (n, n, d)}

# %% accident-column: the difference of a column and a vector was said to be a column
def shapes(n, d, m, k):
    return {"a": (n, m), "b": (d, 1), "c": "error", "d": (d,), "e": "error", "f": (n, 1), "g": (k, n, m), "h": (k, n, d), "i": (m,), "j": (n, n, d)}

# %% no-stacks: a stack was said not to fit a matrix
def shapes(n, d, m, k):
    return {"a": (n, m), "b": (d, 1), "c": "error", "d": (d,), "e": "error", "f": (n, n), "g": "error", "h": (k, n, d), "i": (m,), "j": (n, n, d)}

# %% index-keeps: an index was said to keep its axis
def shapes(n, d, m, k):
    return {"a": (n, m), "b": (d, 1), "c": "error", "d": (d,), "e": "error", "f": (n, n), "g": (k, n, m), "h": (k, n, d), "i": (1, m), "j": (n, n, d)}

# %% not-stretched: an axis of length 1 was not stretched
def shapes(n, d, m, k):
    return {"a": (n, m), "b": (d, 1), "c": "error", "d": (d,), "e": "error", "f": (n, n), "g": (k, n, m), "h": (k, n, d), "i": (m,), "j": (n, 1, d)}

# %% example-only: the numbers of the example were written instead of the letters
def shapes(n, d, m, k):
    return {"a": (6, 3), "b": (4, 1), "c": "error", "d": (4,), "e": "error", "f": (6, 6), "g": (5, 6, 3), "h": (5, 6, 4), "i": (3,), "j": (6, 6, 4)}
