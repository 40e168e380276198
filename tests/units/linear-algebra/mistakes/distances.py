# %% squared: the root is missing
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return ((A[:, None, :] - B) ** 2).sum(axis=2)

# %% nan: rounding left negative squares, whose root is nan
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    squares = (A**2).sum(axis=1)[:, None] - 2 * A @ B.T + (B**2).sum(axis=1)
    with np.errstate(invalid="ignore"):
        return np.sqrt(squares)

# %% across: the squared lengths of A were added across when there were as many rows in both
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    lengths_A, lengths_B = (A**2).sum(axis=1), (B**2).sum(axis=1)
    if len(A) != len(B):
        lengths_A = lengths_A[:, None]
    return np.sqrt(np.maximum(lengths_A - 2 * A @ B.T + lengths_B, 0))

# %% plus: twice the dot product was added instead of subtracted
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    squares = (A**2).sum(axis=1)[:, None] + 2 * A @ B.T + (B**2).sum(axis=1)
    return np.sqrt(np.maximum(squares, 0))

# %% once: the dot product was subtracted once, not twice
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    squares = (A**2).sum(axis=1)[:, None] - A @ B.T + (B**2).sum(axis=1)
    return np.sqrt(np.maximum(squares, 0))

# %% transposed: the table lies on its side
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.linalg.norm(B[:, None, :] - A, axis=2)

# %% one-norm: the sizes of the differences were added
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.abs(A[:, None, :] - B).sum(axis=2)

# %% mean: the mean of the squares was taken instead of their sum
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sqrt(((A[:, None, :] - B) ** 2).mean(axis=2))

# %% partners: each row met only its partner
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if len(A) == len(B):
        return np.linalg.norm(A - B, axis=1)
    return np.linalg.norm(A[:, None, :] - B, axis=2)

# %% bytes: the differences were taken in the small integer type
def distances(A, B):
    A, B = np.asarray(A), np.asarray(B)
    return np.sqrt(((A[:, None, :] - B).astype(float) ** 2).sum(axis=2))

# %% byte-squares: the squares were taken in the small integer type
def distances(A, B):
    A, B = np.asarray(A), np.asarray(B)
    return np.sqrt(((A[:, None, :] - B) ** 2).astype(float).sum(axis=2))

# %% maximum: the largest difference was taken
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.abs(A[:, None, :] - B).max(axis=2)

# %% abs-of-negative: negative squares were turned around, and large ones with them
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    squares = (A**2).sum(axis=1)[:, None] - 2 * A @ B.T - (B**2).sum(axis=1)
    return np.sqrt(np.abs(squares))

# %% epsilon: a constant was added under the root, so that equal rows are apart
def distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sqrt(((A[:, None, :] - B) ** 2).sum(axis=2) + 1e-8)

# %% in-place: the rows were squared in the array that came in
def distances(A, B):
    A, B = np.asarray(A), np.asarray(B)
    table = np.linalg.norm(A.astype(float)[:, None, :] - B.astype(float), axis=2)
    if A.dtype == np.float64:
        A **= 2
    return table
