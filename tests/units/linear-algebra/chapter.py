# %% shapes
def shapes(n, d, m, k):
    return {"a": (n, m), "b": (d, 1), "c": "error", "d": (d,), "e": "error", "f": (n, n)}

# %% norms
def norms(X, p):
    return np.linalg.norm(X, ord=p, axis=1)

# %% split
def split(X, u):
    foot = (X @ u) / (u @ u) * u
    return foot, X - foot

# %% partial-products
def partial_products(A, B):
    return np.array([np.outer(A[:, i], B[i]) for i in range(A.shape[1])])

# %% counterexamples
def counterexamples():
    return {
        "order": ([[1, 2], [0, 1]], [[0, 1], [1, 0]]),
        "cancel": ([[1, 2], [2, 4]], [[2, 0], [0, 0]], [[0, 1], [0, 0]]),
        "square": [[1, 2], [2, 4]],
        "root": [[0, 1], [-1, 0]],
    }

# %% when-to-merge
def when_to_merge(d, r, m):
    return 1, d * r + r * m, d * r * m + d * m

# %% layer
def layer(X, W, b):
    return X @ W + b

# %% read-layer
def read_layer(f, d):
    points = np.array([[0, 0], [1, 0], [0, 1]])
    after = f(points)
    return after[1:] - after[0], after[0]

# %% fold
def fold(layers):
    (V, _), (W, b) = layers
    return V @ W, b

# %% product-shape
def product_shape(s, t):
    return np.broadcast_shapes(s[:-1], t[-1:])

# %% distances
def distances(A, B):
    alike = A @ B.T
    return alike / np.linalg.norm(B, axis=1)

# %% best-layer
def best_layer(candidates, X, y):
    errors = [np.mean(((X @ W + b)[:, 0] - y) ** 2) for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)
