# %% halfway: The walk stopped before any position had reached 0.
def other_weights(weights, V):
    z = np.linalg.svd(np.column_stack([V, np.ones(len(V))]))[0][:, -1]
    falls = z < -1e-9
    return weights + 0.5 * (weights[falls] / -z[falls]).min() * z

# %% too-far: The walk went on until the last falling position had reached 0, so that others are negative.
def other_weights(weights, V):
    z = np.linalg.svd(np.column_stack([V, np.ones(len(V))]))[0][:, -1]
    falls = z < -1e-9
    return weights + 2 * (weights[falls] / -z[falls]).max() * z

# %% sum-free: The change keeps the context and not the sum; it must be orthogonal to a column of ones as well.
def other_weights(weights, V):
    z = np.linalg.svd(V)[0][:, -1] if V.shape[1] else np.eye(len(V))[0]
    z = -np.sign(z[abs(z).argmax()]) * z
    falls = z < -1e-9
    other = weights + (weights[falls] / -z[falls]).min() * z
    other[np.flatnonzero(falls)[(weights[falls] / -z[falls]).argmin()]] = 0.0
    return other

# %% context-lost: One position was emptied and its weight shared out among the others, which changes the context.
def other_weights(weights, V):
    other = weights.copy()
    other[weights.argmin()] = 0.0
    return other / other.sum()

# %% clipped: The weights were clipped at 0 after going too far, so that context and sum are others.
def other_weights(weights, V):
    z = np.linalg.svd(np.column_stack([V, np.ones(len(V))]))[0][:, -1]
    falls = z < -1e-9
    other = np.maximum(weights + 2 * (weights[falls] / -z[falls]).min() * z, 0.0)
    return other / other.sum()

# %% same: The weights that came back are those that were given.
def other_weights(weights, V):
    return weights.copy()

# %% two-positions: The weight of one position was moved to another one, whose value is not the same.
def other_weights(weights, V):
    other = weights.copy()
    other[weights.argmax()] += other[weights.argmin()]
    other[weights.argmin()] = 0.0
    return other

# %% first-column: The first columns of the matrix of the decomposition span what V can reach; the change must come from the last ones.
def other_weights(weights, V):
    z = np.linalg.svd(np.column_stack([V, np.ones(len(V))]))[0][:, 0]
    z = z - z.mean()
    falls = z < -1e-12
    if not falls.any():
        return weights.copy()
    steps = weights[falls] / -z[falls]
    other = weights + steps.min() * z
    other[np.flatnonzero(falls)[steps.argmin()]] = 0.0
    return other
