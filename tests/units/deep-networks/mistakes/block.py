# %% no-shortcut: The shortcut is missing: what came in is added to what the branch computes.
def block(x, W1, b1, W2, b2, P, d_out):
    z = x @ W1 + b1
    h = np.maximum(z, 0)
    d_z = d_out @ W2.T * (z > 0)
    return h @ W2 + b2, {
        "x": d_z @ W1.T, "W1": x.T @ d_z, "b1": d_z.sum(axis=0), "W2": h.T @ d_out, "b2": d_out.sum(axis=0),
        "P": None if P is None else np.zeros(P.shape),
    }
# %% slope-of-branch: The slope of x holds only what comes back through the branch; the shortcut's is missing.
def block(x, W1, b1, W2, b2, P, d_out):
    z = x @ W1 + b1
    h = np.maximum(z, 0)
    d_z = d_out @ W2.T * (z > 0)
    return h @ W2 + b2 + (x if P is None else x @ P), {
        "x": d_z @ W1.T, "W1": x.T @ d_z, "b1": d_z.sum(axis=0), "W2": h.T @ d_out, "b2": d_out.sum(axis=0),
        "P": None if P is None else x.T @ d_out,
    }
# %% slope-of-shortcut: The slope of x holds only what comes back by the shortcut; the branch's is missing.
def block(x, W1, b1, W2, b2, P, d_out):
    z = x @ W1 + b1
    h = np.maximum(z, 0)
    d_z = d_out @ W2.T * (z > 0)
    return h @ W2 + b2 + (x if P is None else x @ P), {
        "x": d_out if P is None else d_out @ P.T, "W1": x.T @ d_z, "b1": d_z.sum(axis=0), "W2": h.T @ d_out,
        "b2": d_out.sum(axis=0), "P": None if P is None else x.T @ d_out,
    }
# %% derivative-forgotten: On the way back the slope of the ReLU is missing: where it was off, nothing passes.
def block(x, W1, b1, W2, b2, P, d_out):
    z = x @ W1 + b1
    h = np.maximum(z, 0)
    d_z = d_out @ W2.T
    return h @ W2 + b2 + (x if P is None else x @ P), {
        "x": d_z @ W1.T + (d_out if P is None else d_out @ P.T), "W1": x.T @ d_z, "b1": d_z.sum(axis=0),
        "W2": h.T @ d_out, "b2": d_out.sum(axis=0), "P": None if P is None else x.T @ d_out,
    }
# %% means: The slopes of weights and biases were divided by the number of samples, which d_out has done already.
def block(x, W1, b1, W2, b2, P, d_out):
    z = x @ W1 + b1
    h = np.maximum(z, 0)
    d_z, n = d_out @ W2.T * (z > 0), len(x)
    return h @ W2 + b2 + (x if P is None else x @ P), {
        "x": d_z @ W1.T + (d_out if P is None else d_out @ P.T), "W1": x.T @ d_z / n, "b1": d_z.mean(axis=0),
        "W2": h.T @ d_out / n, "b2": d_out.mean(axis=0), "P": None if P is None else x.T @ d_out / n,
    }
# %% shortcut-unprojected: With a matrix in the shortcut, the slope comes back through it, multiplied by its transpose.
def block(x, W1, b1, W2, b2, P, d_out):
    z = x @ W1 + b1
    h = np.maximum(z, 0)
    d_z = d_out @ W2.T * (z > 0)
    d_x = d_z @ W1.T
    back = np.zeros(x.shape)
    shared = min(x.shape[1], d_out.shape[1])
    back[:, :shared] = d_out[:, :shared]
    return h @ W2 + b2 + (x if P is None else x @ P), {
        "x": d_x + back, "W1": x.T @ d_z, "b1": d_z.sum(axis=0), "W2": h.T @ d_out, "b2": d_out.sum(axis=0),
        "P": None if P is None else x.T @ d_out,
    }
# %% relu-after: The ReLU was put behind the sum; in this block the sum is what comes out.
def block(x, W1, b1, W2, b2, P, d_out):
    z = x @ W1 + b1
    h = np.maximum(z, 0)
    s = h @ W2 + b2 + (x if P is None else x @ P)
    D = d_out * (s > 0)
    d_z = D @ W2.T * (z > 0)
    return np.maximum(s, 0), {
        "x": d_z @ W1.T + (D if P is None else D @ P.T), "W1": x.T @ d_z, "b1": d_z.sum(axis=0),
        "W2": h.T @ D, "b2": D.sum(axis=0), "P": None if P is None else x.T @ D,
    }
