# %% products-only: the columns themselves are missing
def with_interactions(X):
    X = np.asarray(X, dtype=float)
    i, j = np.triu_indices(X.shape[1], k=1)
    return X[:, i] * X[:, j]

# %% squares: every column was multiplied by itself too
def with_interactions(X):
    X = np.asarray(X, dtype=float)
    i, j = np.triu_indices(X.shape[1])
    return np.hstack([X, X[:, i] * X[:, j]])

# %% twice: every pair was taken in both orders
def with_interactions(X):
    X = np.asarray(X, dtype=float)
    d = X.shape[1]
    pairs = [X[:, i] * X[:, j] for i in range(d) for j in range(d) if i != j]
    return np.column_stack([X, *pairs])

# %% neighbours: only neighbouring columns were multiplied
def with_interactions(X):
    X = np.asarray(X, dtype=float)
    return np.hstack([X, X[:, :-1] * X[:, 1:]])

# %% by-second: the pairs were ordered by their second column
def with_interactions(X):
    X = np.asarray(X, dtype=float)
    d = X.shape[1]
    pairs = [X[:, i] * X[:, j] for j in range(d) for i in range(j)]
    return np.column_stack([X, *pairs])

# %% overflow: the products were made in the small integer type
def with_interactions(X):
    i, j = np.triu_indices(X.shape[1], k=1)
    return np.hstack([X, X[:, i] * X[:, j]]).astype(float)

# %% all-at-once: one product of all columns was added
def with_interactions(X):
    X = np.asarray(X, dtype=float)
    return np.hstack([X, X.prod(axis=1, keepdims=True)])

# %% sums: the columns of a pair were added
def with_interactions(X):
    X = np.asarray(X, dtype=float)
    i, j = np.triu_indices(X.shape[1], k=1)
    return np.hstack([X, X[:, i] + X[:, j]])

# %% products-first: the products were put in front of the columns
def with_interactions(X):
    X = np.asarray(X, dtype=float)
    i, j = np.triu_indices(X.shape[1], k=1)
    return np.hstack([X[:, i] * X[:, j], X])

# %% integers: integer samples gave integers instead of float64
def with_interactions(X):
    X = X.astype(int) if X.dtype.kind in "iu" else X
    i, j = np.triu_indices(X.shape[1], k=1)
    return np.hstack([X, X[:, i] * X[:, j]])
