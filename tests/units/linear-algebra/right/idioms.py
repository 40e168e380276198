"""Comprehensions, broadcasting differences, reductions and other idioms."""

# %% shapes
def shapes(n, d, m, k):
    names = {"n": n, "d": d, "m": m, "k": k, "1": 1}
    words = {"a": "nm", "b": "d1", "d": "d", "f": "nn", "g": "knm", "h": "knd", "i": "m", "j": "nnd"}
    found = {letter: tuple(names[c] for c in word) for letter, word in words.items()}
    return found | {"c": "error", "e": "error"}

# %% norms
def norms(X, p):
    X = np.asarray(X).astype(np.float64)
    ways = {
        1: lambda: np.add.reduce(np.abs(X), axis=-1),
        2: lambda: np.hypot.reduce(np.abs(X), axis=-1),
        np.inf: lambda: np.maximum(X.max(axis=-1), -X.min(axis=-1)),
    }
    if p not in ways:
        raise ValueError("p is 1, 2 or inf")
    return ways[p]()

# %% split
def split(X, u):
    u = np.asarray(u, dtype=float)
    if np.count_nonzero(u) == 0:
        raise ValueError("zero")
    unit = u / np.hypot.reduce(u)
    X = X.astype(float)
    along = np.outer(X @ unit, unit)
    return along, np.subtract(X, along)

# %% partial-products
def partial_products(A, B):
    A, B = np.array(A, float), np.array(B, float)
    return np.stack([A[:, : i + 1] @ B[: i + 1] for i in range(A.shape[1])])

# %% counterexamples
def counterexamples():
    projection = np.array([[1, 2], [2, 4]])
    return {
        "order": (projection, [[1, 0], [0, -1]]),
        "cancel": (projection, [[2, 0], [-1, 0]], np.zeros((2, 2), int)),
        "square": [[0, 0], [-9, 0]],
        "root": [[2, -5], [1, -2]],
    }

# %% when-to-merge
def when_to_merge(d, r, m):
    saved = r * (d + m) - d * m
    if saved > 0:
        n = -((-d * r * m - 1) // saved)  # the least n with n * saved >= once + 1
        return n, n * r * (d + m), d * m * (r + n)
    return None

# %% layer
def layer(X, W, b):
    return np.tensordot(np.float64(X), np.float64(W), axes=1) + np.float64(b)

# %% read-layer
def read_layer(f, d):
    *rows, b = f(np.eye(d + 1, d))
    return np.array(rows) - b, b

# %% fold
def fold(layers):
    if len(layers) == 1:
        W, b = layers[0]
        return np.array(W, dtype=float), np.array(b, dtype=float)
    V, c = fold(layers[1:])
    W, b = np.array(layers[0][0], dtype=float), np.array(layers[0][1], dtype=float)
    return W @ V, c + b @ V

# %% product-shape
def product_shape(s, t):
    first, second = (s if len(s) > 1 else (1, *s)), (t if len(t) > 1 else (*t, 1))
    if first[-1] != second[-2]:
        raise ValueError("inner")
    n = max(len(first), len(second))
    padded = [(1,) * (n - len(a)) + tuple(a) for a in (first, second)]
    lead = [max(pair) if 0 not in pair else 0 for pair in zip(*(a[:-2] for a in padded))]
    for want, *pair in zip(lead, *(a[:-2] for a in padded)):
        if any(v not in (1, want) for v in pair):
            raise ValueError("stack")
    return tuple(lead + [first[-2]] * (len(s) > 1) + [second[-1]] * (len(t) > 1))

# %% distances
def distances(A, B):
    differences = A.astype(float)[:, np.newaxis, :] - B.astype(float)
    return np.linalg.norm(differences, axis=2)

# %% best-layer
def best_layer(candidates, X, y):
    targets = np.ravel(y).astype(float)
    errors = np.array([np.square((X.astype(float) @ W)[:, 0] + b - targets).mean() for W, b in candidates])
    order = sorted(range(len(errors)), key=lambda k: errors[k])
    return order[0], errors
