# %% rows-capped: Rows were capped; the incoming weights of a unit are a column.
def decay_step(W, b, g_W, g_b, rate, decay, most):
    W = W - rate * (g_W + decay * W)
    lengths = np.linalg.norm(W, axis=1, keepdims=True)
    shrink = np.where(lengths > most, most / np.maximum(lengths, 1e-300), 1)
    return W * shrink, b - rate * g_b

# %% stretched: Columns that are short enough were stretched to the cap.
def decay_step(W, b, g_W, g_b, rate, decay, most):
    W = W - rate * (g_W + decay * W)
    lengths = np.linalg.norm(W, axis=0)
    if most < np.inf:
        W = W * most / np.where(lengths > 0, lengths, 1)
    return W, b - rate * g_b

# %% entries-capped: Single weights were capped; the length of a column is what counts.
def decay_step(W, b, g_W, g_b, rate, decay, most):
    W = W - rate * (g_W + decay * W)
    return np.clip(W, -most, most), b - rate * g_b

# %% whole-matrix: The length of the whole matrix was capped instead of each column's.
def decay_step(W, b, g_W, g_b, rate, decay, most):
    W = W - rate * (g_W + decay * W)
    length = np.linalg.norm(W)
    return W * (most / length if length > most else 1), b - rate * g_b

# %% biases-decay: The biases decay as well; only weights should.
def decay_step(W, b, g_W, g_b, rate, decay, most):
    W = W - rate * (g_W + decay * W)
    lengths = np.linalg.norm(W, axis=0)
    shrink = np.where(lengths > most, most / np.maximum(lengths, 1e-300), 1)
    return W * shrink, b - rate * (g_b + decay * b)

# %% rate-forgotten: The decay was not multiplied by the rate.
def decay_step(W, b, g_W, g_b, rate, decay, most):
    W = W - rate * g_W - decay * W
    lengths = np.linalg.norm(W, axis=0)
    shrink = np.where(lengths > most, most / np.maximum(lengths, 1e-300), 1)
    return W * shrink, b - rate * g_b

# %% decay-afterwards: The decay was taken from the weights after the step instead of the old ones.
def decay_step(W, b, g_W, g_b, rate, decay, most):
    W = (W - rate * g_W) * (1 - rate * decay)
    lengths = np.linalg.norm(W, axis=0)
    shrink = np.where(lengths > most, most / np.maximum(lengths, 1e-300), 1)
    return W * shrink, b - rate * g_b

# %% zero-by-zero: A column of zeros was divided by its length.
def decay_step(W, b, g_W, g_b, rate, decay, most):
    W = W - rate * (g_W + decay * W)
    lengths = np.sqrt((W**2).sum(axis=0))
    with np.errstate(all="ignore"):
        if most < np.inf:
            W = W / lengths * np.minimum(lengths, most)
    return W, b - rate * g_b

# %% bias-in-length: The bias was counted as part of the column.
def decay_step(W, b, g_W, g_b, rate, decay, most):
    W, b = W - rate * (g_W + decay * W), b - rate * g_b
    lengths = np.sqrt((W**2).sum(axis=0) + b**2)
    return W * np.where(lengths > most, most / np.maximum(lengths, 1e-300), 1), b

# %% in-place: The weights of the caller were changed in place.
def decay_step(W, b, g_W, g_b, rate, decay, most):
    W -= rate * (g_W + decay * W)
    lengths = np.linalg.norm(W, axis=0)
    shrink = np.where(lengths > most, most / np.maximum(lengths, 1e-300), 1)
    return W * shrink, b - rate * g_b
