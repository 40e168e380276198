# %% one-minus: q was made as 1 - p, which has lost what p was rounded by
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, e) / (1 + e)
    return p, 1 - p, -np.logaddexp(0, -z), -np.logaddexp(0, z)

# %% log-of-rounded: the logarithms were taken of rounded probabilities
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(-np.abs(z))
    p, q = np.where(z >= 0, 1, e) / (1 + e), np.where(z >= 0, e, 1) / (1 + e)
    with np.errstate(all="ignore"):
        return p, q, np.log(p), np.log(q)

# %% textbook: all four come from the formula of the textbook
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    with np.errstate(all="ignore"):
        p = 1 / (1 + np.exp(-z))
        return p, 1 - p, np.log(p), np.log(1 - p)

# %% other-form: the form for negative scores was used for all, and gives nan for large ones
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    with np.errstate(all="ignore"):
        e = np.exp(z)
        return e / (1 + e), 1 / (1 + e), -np.logaddexp(0, -z), -np.logaddexp(0, z)

# %% swapped: p and q have changed places
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(-np.abs(z))
    p, q = np.where(z >= 0, 1, e) / (1 + e), np.where(z >= 0, e, 1) / (1 + e)
    return q, p, -np.logaddexp(0, z), -np.logaddexp(0, -z)

# %% logs-swapped: the two logarithms have changed places
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(-np.abs(z))
    p, q = np.where(z >= 0, 1, e) / (1 + e), np.where(z >= 0, e, 1) / (1 + e)
    return p, q, -np.logaddexp(0, z), -np.logaddexp(0, -z)

# %% sign-of-logs: the logarithms have the wrong sign
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(-np.abs(z))
    p, q = np.where(z >= 0, 1, e) / (1 + e), np.where(z >= 0, e, 1) / (1 + e)
    return p, q, np.logaddexp(0, -z), np.logaddexp(0, z)

# %% clipped: scores were clipped to a range in which exp does not overflow
def two_sides(z):
    z = np.clip(np.asarray(z, dtype=np.float64), -500, 500)
    e = np.exp(-np.abs(z))
    p, q = np.where(z >= 0, 1, e) / (1 + e), np.where(z >= 0, e, 1) / (1 + e)
    return p, q, -np.logaddexp(0, -z), -np.logaddexp(0, z)

# %% epsilon: a small number was added before the logarithm
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(-np.abs(z))
    p, q = np.where(z >= 0, 1, e) / (1 + e), np.where(z >= 0, e, 1) / (1 + e)
    return p, q, np.log(p + 1e-300), np.log(q + 1e-300)

# %% float32: everything was computed in the dtype that came in
def two_sides(z):
    z = np.asarray(z) + np.asarray(z).dtype.type(0)
    e = np.exp(-np.abs(z))
    p, q = np.where(z >= 0, 1, e) / (1 + e), np.where(z >= 0, e, 1) / (1 + e)
    return tuple(a.astype(float) for a in (p, q, -np.logaddexp(0 * z, -z), -np.logaddexp(0 * z, z)))

# %% log-without-log1p: log(1 + e) rounds 1 + e first and loses what is small
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(-np.abs(z))
    p, q = np.where(z >= 0, 1, e) / (1 + e), np.where(z >= 0, e, 1) / (1 + e)
    return p, q, np.minimum(z, 0) - np.log(1 + e), np.minimum(-z, 0) - np.log(1 + e)

# %% base-two: the logarithms were taken to base 2
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(-np.abs(z))
    p, q = np.where(z >= 0, 1, e) / (1 + e), np.where(z >= 0, e, 1) / (1 + e)
    return p, q, -np.logaddexp(0, -z) / np.log(2), -np.logaddexp(0, z) / np.log(2)

# %% in-place: the sign was taken off the scores that came in
def two_sides(z):
    signed = np.array(z, dtype=np.float64)
    z = np.asarray(z, dtype=np.float64)
    np.abs(z, out=z)
    e = np.exp(-z)
    p = np.where(signed >= 0, 1, e) / (1 + e)
    q = np.where(signed >= 0, e, 1) / (1 + e)
    return p, q, -np.logaddexp(0, -signed), -np.logaddexp(0, signed)

# %% two-only: the logarithms were left out
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e), np.where(z >= 0, e, 1) / (1 + e)
