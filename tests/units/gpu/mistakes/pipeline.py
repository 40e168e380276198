# %% buffer-lost: What waits in the buffer when the rows end was never handed out.
def mended_pipeline(X, y, size, buffer, seed):
    rng = np.random.default_rng(seed)
    waiting, order = [], []
    for k in range(len(X)):
        if len(waiting) == buffer:
            order.append(waiting.pop(rng.integers(buffer)))
        waiting.append(k)
    for s in range(0, len(order), size):
        yield X[order[s : s + size]], y[order[s : s + size]]

# %% last-dropped: The last, shorter batch was dropped.
def mended_pipeline(X, y, size, buffer, seed):
    rng = np.random.default_rng(seed)
    waiting, order = [], []
    for k in range(len(X)):
        if len(waiting) == buffer:
            order.append(waiting.pop(rng.integers(buffer)))
        waiting.append(k)
    order += rng.permutation(waiting).tolist()
    for s in range(0, len(order) - size + 1, size):
        yield X[order[s : s + size]], y[order[s : s + size]]

# %% wrong-label: The label of the row just read was put beside the row that left the buffer.
def mended_pipeline(X, y, size, buffer, seed):
    rng = np.random.default_rng(seed)
    waiting, order = [], []
    for k in range(len(X)):
        if len(waiting) == buffer:
            order.append(waiting.pop(rng.integers(buffer)))
        waiting.append(k)
    order += rng.permutation(waiting).tolist()
    for s in range(0, len(order), size):
        yield X[order[s : s + size]], y[s : s + size]

# %% seed-fixed: The seed that is given was not used.
def mended_pipeline(X, y, size, buffer, seed):
    rng = np.random.default_rng(0)
    waiting, order = [], []
    for k in range(len(X)):
        if len(waiting) == buffer:
            order.append(waiting.pop(rng.integers(buffer)))
        waiting.append(k)
    order += rng.permutation(waiting).tolist()
    for s in range(0, len(order), size):
        yield X[order[s : s + size]], y[order[s : s + size]]

# %% whole-shuffle: All rows were shuffled at once; through a buffer a row cannot come out that was not yet read.
def mended_pipeline(X, y, size, buffer, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    for s in range(0, len(order), size):
        yield X[order[s : s + size]], y[order[s : s + size]]

# %% empty-last: A batch without rows came last where the size divides the number of rows.
def mended_pipeline(X, y, size, buffer, seed):
    rng = np.random.default_rng(seed)
    waiting, order = [], []
    for k in range(len(X)):
        if len(waiting) == buffer:
            order.append(waiting.pop(rng.integers(buffer)))
        waiting.append(k)
    order += rng.permutation(waiting).tolist()
    for s in range(0, len(order) + 1, size):
        yield X[order[s : s + size]], y[order[s : s + size]]

# %% rest-in-order: The rest of the buffer came out in the order in which it was read.
def mended_pipeline(X, y, size, buffer, seed):
    rng = np.random.default_rng(seed)
    waiting, order = [], []
    for k in range(len(X)):
        if len(waiting) == buffer:
            order.append(waiting.pop(rng.integers(buffer)))
        waiting.append(k)
    order += waiting
    for s in range(0, len(order), size):
        yield X[order[s : s + size]], y[order[s : s + size]]

# %% in-place: The rows and labels that were given were put into another order.
def mended_pipeline(X, y, size, buffer, seed):
    rng = np.random.default_rng(seed)
    waiting, order = [], []
    for k in range(len(X)):
        if len(waiting) == buffer:
            order.append(waiting.pop(rng.integers(buffer)))
        waiting.append(k)
    order += rng.permutation(waiting).tolist()
    X[:], y[:] = X[order], y[order]
    return [(X[s : s + size].copy(), y[s : s + size].copy()) for s in range(0, len(X), size)]
