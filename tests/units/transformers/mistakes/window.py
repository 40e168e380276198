# %% one-layer: Only one layer is looked at; the layers above see what lower ones have mixed.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & ((t - j < window) | (j < kept))
    reached = np.eye(T, dtype=bool)
    for _ in range(min(layers, 1)):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * min(T, window + kept) * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers) + 1
        spent = layers * window * 2 * d * size
        if window <= widest and spent <= budget and (best is None or spent < best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]

# %% window-besides: The window is counted without the position itself.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & ((t - j <= window) | (j < kept))
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * min(T, window + kept) * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers) + 1
        spent = layers * window * 2 * d * size
        if window <= widest and spent <= budget and (best is None or spent < best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]

# %% turned: Rows and columns are exchanged: rows are outputs.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & ((t - j < window) | (j < kept))
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached.T


def cache_bytes(T, window, kept, layers, d, size):
    return layers * min(T, window + kept) * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers) + 1
        spent = layers * window * 2 * d * size
        if window <= widest and spent <= budget and (best is None or spent < best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]

# %% kept-from-before: Kept positions are looked at by earlier ones, too.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = ((j <= t) & (t - j < window)) | (j < kept)
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * min(T, window + kept) * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers) + 1
        spent = layers * window * 2 * d * size
        if window <= widest and spent <= budget and (best is None or spent < best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]

# %% kept-forgotten: Nobody looks at the kept positions.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & (t - j < window)
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * min(T, window + kept) * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers) + 1
        spent = layers * window * 2 * d * size
        if window <= widest and spent <= budget and (best is None or spent < best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]

# %% products-for-reach: The reach is taken as layers times window; every layer adds one position less.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & ((t - j < window) | (j < kept))
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * min(T, window + kept) * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers)
        spent = layers * window * 2 * d * size
        if window <= widest and spent <= budget and (best is None or spent < best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]

# %% rounded-down: The window is rounded down, so that the reach is missed when the layers do not divide it.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & ((t - j < window) | (j < kept))
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * min(T, window + kept) * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = reach // layers + 1
        spent = layers * window * 2 * d * size
        if window <= widest and spent <= budget and (best is None or spent < best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]

# %% fewest-layers: The fewest layers are taken instead of the fewest bytes.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & ((t - j < window) | (j < kept))
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * min(T, window + kept) * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers) + 1
        spent = layers * window * 2 * d * size
        if window <= widest and spent <= budget and best is None:
            best = spent, layers, window
    return None if best is None else best[1:]

# %% most-layers: Among plans with equally many bytes the one with the most layers is taken.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & ((t - j < window) | (j < kept))
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * min(T, window + kept) * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers) + 1
        spent = layers * window * 2 * d * size
        if window <= widest and spent <= budget and (best is None or spent <= best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]

# %% keys-only: Only the keys are counted; values are kept as well.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & ((t - j < window) | (j < kept))
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * min(T, window + kept) * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers) + 1
        spent = layers * window * d * size
        if window <= widest and spent <= budget and (best is None or spent < best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]

# %% whole-text-kept: The whole text is kept, although nobody looks at most of it any more.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & ((t - j < window) | (j < kept))
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * T * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers) + 1
        spent = layers * window * 2 * d * size
        if window <= widest and spent <= budget and (best is None or spent < best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]

# %% kept-twice: A kept position that is in the window as well is counted twice.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & ((t - j < window) | (j < kept))
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * (min(T, window) + min(T, kept)) * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers) + 1
        spent = layers * window * 2 * d * size
        if window <= widest and spent <= budget and (best is None or spent < best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]

# %% budget-forgotten: The budget is not looked at.
def influences(T, window, kept, layers):
    t, j = np.arange(T)[:, None], np.arange(T)
    looks = (j <= t) & ((t - j < window) | (j < kept))
    reached = np.eye(T, dtype=bool)
    for _ in range(layers):
        reached = looks @ reached
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    return layers * min(T, window + kept) * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    best = None
    for layers in range(1, most + 1):
        window = -(-reach // layers) + 1
        spent = layers * window * 2 * d * size
        if window <= widest and (best is None or spent < best[0]):
            best = spent, layers, window
    return None if best is None else best[1:]
