# %% tables: the tables were returned without adding them up
def partial_products(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return A.T[:, :, None] * B[:, None, :]

# %% whole: only the whole product was returned
def partial_products(A, B):
    return np.asarray(A, dtype=float) @ np.asarray(B, dtype=float)

# %% too-early: the stages start with no input at all, and the last one is missing
def partial_products(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.stack([A[:, :i] @ B[:i] for i in range(A.shape[1])])

# %% from-the-end: the inputs were taken from the last one on
def partial_products(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    tables = A.T[:, :, None] * B[:, None, :]
    return np.cumsum(tables[::-1], axis=0)

# %% along-samples: the tables were added up along the wrong axis
def partial_products(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.cumsum(A.T[:, :, None] * B[:, None, :], axis=1)

# %% along-units: the tables were added up along the last axis
def partial_products(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.cumsum(A.T[:, :, None] * B[:, None, :], axis=2)

# %% transposed: each table lies on its side
def partial_products(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.cumsum(B[:, :, None] * A.T[:, None, :], axis=0)

# %% rows-of-a: rows of A were used where there were as many as columns
def partial_products(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    columns = A if A.shape[0] == A.shape[1] else A.T
    return np.cumsum(columns[:, :, None] * B[:, None, :], axis=0)

# %% columns-of-b: columns of B were used where there were as many as rows
def partial_products(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    rows = B.T if B.shape[0] == B.shape[1] else B
    return np.cumsum(A.T[:, :, None] * rows[:, None, :], axis=0)

# %% overflow: the products were made in the type that came in
def partial_products(A, B):
    A, B = np.asarray(A), np.asarray(B)
    return np.cumsum(A.T[:, :, None] * B[:, None, :], axis=0, dtype=np.float64)

# %% integers: the result kept the integer type
def partial_products(A, B):
    A, B = np.asarray(A), np.asarray(B)
    return np.stack([A[:, : i + 1] @ B[: i + 1] for i in range(A.shape[1])])

# %% in-place: the columns of A were overwritten on the way
def partial_products(A, B):
    if A.dtype == np.float64:
        stages = np.stack([A[:, : i + 1] @ B[: i + 1] for i in range(A.shape[1])])
        A *= 0
        return stages
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.stack([A[:, : i + 1] @ B[: i + 1] for i in range(A.shape[1])])
