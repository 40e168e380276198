# %% last-of-equals: Of several equal pixels the first counts, and the last was taken.
def max_pool(x, size, stride):
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    flat = windows.reshape(*windows.shape[:4], size * size)
    return flat.max(axis=-1), size * size - 1 - flat[..., ::-1].argmax(axis=-1)

# %% column-by-column: The pixels of a window are numbered row by row, not column by column.
def max_pool(x, size, stride):
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    flat = windows.swapaxes(-1, -2).reshape(*windows.shape[:4], size * size)
    return flat.max(axis=-1), flat.argmax(axis=-1)

# %% stride-is-size: The windows were moved by their own size; the stride is an argument.
def max_pool(x, size, stride):
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))
    windows = windows[:, ::size, ::size]
    flat = windows.reshape(*windows.shape[:4], size * size)
    return flat.max(axis=-1), flat.argmax(axis=-1)

# %% from-zero: The search began with 0, which is larger than all negative pixels.
def max_pool(x, size, stride):
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    flat = windows.reshape(*windows.shape[:4], size * size)
    return np.maximum(flat.max(axis=-1), 0), flat.argmax(axis=-1)

# %% minimum: This is the smallest pixel and its place.
def max_pool(x, size, stride):
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    flat = windows.reshape(*windows.shape[:4], size * size)
    return flat.min(axis=-1), flat.argmin(axis=-1)

# %% mean: This is the mean of each window, average pooling.
def max_pool(x, size, stride):
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    flat = windows.reshape(*windows.shape[:4], size * size)
    return flat.mean(axis=-1), flat.argmax(axis=-1)

# %% numbered-from-one: The pixels of a window are numbered from 0.
def max_pool(x, size, stride):
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    flat = windows.reshape(*windows.shape[:4], size * size)
    return flat.max(axis=-1), flat.argmax(axis=-1) + 1
