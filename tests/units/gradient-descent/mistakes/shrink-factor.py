# %% largest-curvature: Only the largest curvature was looked at.
def shrink_factor(H, rate, beta):
    roots = np.roots([1, rate * np.linalg.eigvalsh(H)[-1] - 1 - beta, beta])
    return np.abs(roots).max()
# %% smallest-curvature: Only the smallest curvature was looked at.
def shrink_factor(H, rate, beta):
    roots = np.roots([1, rate * np.linalg.eigvalsh(H)[0] - 1 - beta, beta])
    return np.abs(roots).max()
# %% real-root: The root of a negative number is nan for real arrays.
def shrink_factor(H, rate, beta):
    a = 1 + beta - rate * np.linalg.eigvalsh(H)
    with np.errstate(invalid="ignore"):
        root = np.sqrt(a**2 - 4 * beta)
    return np.max(np.abs(np.concatenate([a + root, a - root]))) / 2
# %% plus-root-only: Only the root with the plus sign was looked at.
def shrink_factor(H, rate, beta):
    a = 1 + beta - rate * np.linalg.eigvalsh(H)
    return np.max(np.abs(a + np.sqrt(a**2 - 4 * beta + 0j))) / 2
# %% not-halved: The roots were not divided by 2.
def shrink_factor(H, rate, beta):
    a = 1 + beta - rate * np.linalg.eigvalsh(H)
    root = np.sqrt(a**2 - 4 * beta + 0j)
    return np.max(np.abs(np.concatenate([a + root, a - root])))
# %% diagonal: The diagonal was used instead of the eigenvalues.
def shrink_factor(H, rate, beta):
    a = 1 + beta - rate * np.diag(H)
    root = np.sqrt(a**2 - 4 * beta + 0j)
    return np.max(np.abs(np.concatenate([a + root, a - root]))) / 2
# %% real-part: The real part was taken instead of the modulus.
def shrink_factor(H, rate, beta):
    a = 1 + beta - rate * np.linalg.eigvalsh(H)
    root = np.sqrt(a**2 - 4 * beta + 0j)
    return np.max(np.abs(np.concatenate([a + root, a - root]).real)) / 2
# %% product-of-roots: The product of the roots, beta, was taken for their modulus.
def shrink_factor(H, rate, beta):
    a = 1 + beta - rate * np.linalg.eigvalsh(H)
    inside = a**2 - 4 * beta
    return np.max(np.where(inside < 0, beta, (abs(a) + np.sqrt(np.maximum(inside, 0))) / 2))
# %% smallest-root: The smaller of all roots was returned.
def shrink_factor(H, rate, beta):
    roots = [np.abs(np.roots([1, rate * lam - 1 - beta, beta])).max() for lam in np.linalg.eigvalsh(H)]
    return min(roots)
# %% averaged: The memory was taken for an average, with the gradient times 1 - beta.
def shrink_factor(H, rate, beta):
    a = 1 + beta - (1 - beta) * rate * np.linalg.eigvalsh(H)
    root = np.sqrt(a**2 - 4 * beta + 0j)
    return np.max(np.abs(np.concatenate([a + root, a - root]))) / 2
# %% sign-of-beta: 1 - beta - eta lambda instead of 1 + beta - eta lambda.
def shrink_factor(H, rate, beta):
    a = 1 - beta - rate * np.linalg.eigvalsh(H)
    root = np.sqrt(a**2 + 4 * beta + 0j)
    return np.max(np.abs(np.concatenate([a + root, a - root]))) / 2
# %% largest-without-modulus: The largest root was returned with its sign.
def shrink_factor(H, rate, beta):
    a = 1 + beta - rate * np.linalg.eigvalsh(H)
    root = np.sqrt(a**2 - 4 * beta + 0j)
    return np.max(np.concatenate([a + root, a - root]).real) / 2
# %% capped-at-one: Divergence was cut off at 1.
def shrink_factor(H, rate, beta):
    a = 1 + beta - rate * np.linalg.eigvalsh(H)
    root = np.sqrt(a**2 - 4 * beta + 0j)
    return min(1.0, np.max(np.abs(np.concatenate([a + root, a - root]))) / 2)
# %% first-curvature-of-two: Only the ends were looked at, in an order that fails where they are equal.
def shrink_factor(H, rate, beta):
    lam = np.diag(H) if np.allclose(H, np.diag(np.diag(H))) else np.linalg.eigvalsh(H)
    a = 1 + beta - rate * lam[:2]
    root = np.sqrt(a**2 - 4 * beta + 0j)
    return np.max(np.abs(np.concatenate([a + root, a - root]))) / 2
# %% in-place: The matrix was multiplied by the rate in place.
def shrink_factor(H, rate, beta):
    H *= rate
    a = 1 + beta - np.linalg.eigvalsh(H)
    root = np.sqrt(a**2 - 4 * beta + 0j)
    return np.max(np.abs(np.concatenate([a + root, a - root]))) / 2
