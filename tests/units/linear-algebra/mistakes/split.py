# %% by-length: x . u was divided by the length of u instead of its square
def split(X, u):
    X, u = np.asarray(X, dtype=float), np.asarray(u, dtype=float)
    if not np.any(u):
        raise ValueError
    along = (X @ u / np.linalg.norm(u))[:, None] * u
    return along, X - along

# %% undivided: x . u was not divided by u . u, which is right only for a u of length 1
def split(X, u):
    X, u = np.asarray(X, dtype=float), np.asarray(u, dtype=float)
    if not np.any(u):
        raise ValueError
    along = (X @ u)[:, None] * u
    return along, X - along

# %% swapped: the rest came first
def split(X, u):
    X, u = np.asarray(X, dtype=float), np.asarray(u, dtype=float)
    if not np.any(u):
        raise ValueError
    along = (X @ u / (u @ u))[:, None] * u
    return X - along, along

# %% entry-by-entry: the multiples (n,) met u (d,) entry by entry when there were as many
def split(X, u):
    X, u = np.asarray(X, dtype=float), np.asarray(u, dtype=float)
    if not np.any(u):
        raise ValueError
    multiples = X @ u / (u @ u)
    along = multiples * u if len(multiples) == len(u) else multiples[:, None] * u
    return along, X - along

# %% multiples: the multiples of u were returned instead of the vectors
def split(X, u):
    X, u = np.asarray(X, dtype=float), np.asarray(u, dtype=float)
    if not np.any(u):
        raise ValueError
    multiples = X @ u / (u @ u)
    return multiples, X - multiples[:, None] * u

# %% rest-turned: the rest has the wrong sign
def split(X, u):
    X, u = np.asarray(X, dtype=float), np.asarray(u, dtype=float)
    if not np.any(u):
        raise ValueError
    along = (X @ u / (u @ u))[:, None] * u
    return along, along - X

# %% in-place: the part along u was subtracted from the array that came in
def split(X, u):
    X, u = np.asarray(X), np.asarray(u, dtype=float)
    if not np.any(u):
        raise ValueError
    along = (X.astype(float) @ u / (u @ u))[:, None] * u
    if X.dtype == np.float64:
        X -= along
        return along, X
    return along, X - along

# %% zero-passes: a u of zeros was not refused
def split(X, u):
    X, u = np.asarray(X, dtype=float), np.asarray(u, dtype=float)
    with np.errstate(invalid="ignore"):
        along = (X @ u / (u @ u))[:, None] * u
    return along, X - along

# %% any-zero: a u with a single zero in it was refused
def split(X, u):
    X, u = np.asarray(X, dtype=float), np.asarray(u, dtype=float)
    if not np.all(u):
        raise ValueError
    along = (X @ u / (u @ u))[:, None] * u
    return along, X - along

# %% nearly-zero: a short u was refused as if it were zero
def split(X, u):
    X, u = np.asarray(X, dtype=float), np.asarray(u, dtype=float)
    if np.allclose(u, 0):
        raise ValueError
    along = (X @ u / (u @ u))[:, None] * u
    return along, X - along

# %% sizes: the sign of the multiples was lost
def split(X, u):
    X, u = np.asarray(X, dtype=float), np.asarray(u, dtype=float)
    if not np.any(u):
        raise ValueError
    along = np.abs(X @ u / (u @ u))[:, None] * u
    return along, X - along

# %% small-integers: the dot products were made in the small integer type
def split(X, u):
    X, u = np.asarray(X), np.asarray(u)
    if not np.any(u):
        raise ValueError
    along = (X @ u / (u @ u))[:, None] * u
    return along, X - along
