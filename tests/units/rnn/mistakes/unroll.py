# %% padding-read: The padding was read as if it were data; at padded steps the state stays.
def unroll(x, lengths, h0, W, U, b):
    n, T, _ = x.shape
    states = np.empty((n, T, len(b)))
    h = h0
    for t in range(T):
        h = np.tanh(x[:, t] @ W + h @ U + b)
        states[:, t] = h
    return states

# %% zero-at-padding: At padded steps the state became 0; it stays as it was.
def unroll(x, lengths, h0, W, U, b):
    n, T, _ = x.shape
    states = np.empty((n, T, len(b)))
    h = h0
    for t in range(T):
        real = (t < lengths)[:, None]
        h = np.where(real, np.tanh(x[:, t] @ W + h @ U + b), 0.0)
        states[:, t] = h
    return states

# %% one-more: One padded step was read: step t is real when t < length.
def unroll(x, lengths, h0, W, U, b):
    n, T, _ = x.shape
    states = np.empty((n, T, len(b)))
    h = h0
    for t in range(T):
        real = (t <= lengths)[:, None]
        h = np.where(real, np.tanh(x[:, t] @ W + h @ U + b), h)
        states[:, t] = h
    return states

# %% one-less: The last real step was left out: steps 0 to length - 1 are real.
def unroll(x, lengths, h0, W, U, b):
    n, T, _ = x.shape
    states = np.empty((n, T, len(b)))
    h = h0
    for t in range(T):
        real = (t < lengths - 1)[:, None]
        h = np.where(real, np.tanh(x[:, t] @ W + h @ U + b), h)
        states[:, t] = h
    return states

# %% starts-at-zero: Every sequence began at 0; row i begins at h0[i].
def unroll(x, lengths, h0, W, U, b):
    n, T, _ = x.shape
    states = np.empty((n, T, len(b)))
    h = np.zeros_like(h0)
    for t in range(T):
        real = (t < lengths)[:, None]
        h = np.where(real, np.tanh(x[:, t] @ W + h @ U + b), h)
        states[:, t] = h
    return states

# %% no-bias: The bias is missing.
def unroll(x, lengths, h0, W, U, b):
    n, T, _ = x.shape
    states = np.empty((n, T, len(b)))
    h = h0
    for t in range(T):
        real = (t < lengths)[:, None]
        h = np.where(real, np.tanh(x[:, t] @ W + h @ U), h)
        states[:, t] = h
    return states

# %% transposed: U was transposed; with rows as samples the product is h @ U.
def unroll(x, lengths, h0, W, U, b):
    n, T, _ = x.shape
    states = np.empty((n, T, len(b)))
    h = h0
    for t in range(T):
        real = (t < lengths)[:, None]
        h = np.where(real, np.tanh(x[:, t] @ W + h @ U.T + b), h)
        states[:, t] = h
    return states

# %% before: The states before each step were returned; those after it are wanted.
def unroll(x, lengths, h0, W, U, b):
    n, T, _ = x.shape
    states = np.empty((n, T, len(b)))
    h = h0
    for t in range(T):
        real = (t < lengths)[:, None]
        states[:, t] = h
        h = np.where(real, np.tanh(x[:, t] @ W + h @ U + b), h)
    return states

# %% padding-masked-input: The inputs were set to 0 at padded steps; the state went on changing through U and b.
def unroll(x, lengths, h0, W, U, b):
    n, T, _ = x.shape
    states = np.empty((n, T, len(b)))
    h = h0
    for t in range(T):
        real = (t < lengths)[:, None]
        h = np.tanh(np.where(real, x[:, t], 0.0) @ W + h @ U + b)
        states[:, t] = h
    return states
