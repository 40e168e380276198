# %% front-only: Only the axes in front were summed; axes of length 1 were stretched, too.
def unbroadcast(slopes, shape):
    while slopes.ndim > len(shape):
        slopes = slopes.sum(axis=0)
    return slopes
# %% mean: The copies were averaged; their slopes add up.
def unbroadcast(slopes, shape):
    while slopes.ndim > len(shape):
        slopes = slopes.mean(axis=0)
    for axis, length in enumerate(shape):
        if length == 1 and slopes.shape[axis] != 1:
            slopes = slopes.mean(axis=axis, keepdims=True)
    return slopes
# %% dropped-axes: The summed axes of length 1 were taken away; the shape asked for still has them.
def unbroadcast(slopes, shape):
    while slopes.ndim > len(shape):
        slopes = slopes.sum(axis=0)
    axes = tuple(axis for axis, length in enumerate(shape) if length == 1)
    return slopes.sum(axis=axes)
# %% from-the-left: The shapes were compared from the left; NumPy aligns them at the right.
def unbroadcast(slopes, shape):
    padded = tuple(shape) + (1,) * (slopes.ndim - len(shape))
    axes = tuple(k for k, length in enumerate(padded) if length == 1)
    return slopes.sum(axis=axes, keepdims=True).reshape(shape)
# %% one-copy: One copy was taken; every copy has its share of the slope.
def unbroadcast(slopes, shape):
    while slopes.ndim > len(shape):
        slopes = slopes[0]
    for axis, length in enumerate(shape):
        if length == 1:
            slopes = np.take(slopes, [0], axis=axis)
    return slopes
# %% first-one-only: Only the first stretched axis was summed; there may be several.
def unbroadcast(slopes, shape):
    while slopes.ndim > len(shape):
        slopes = slopes.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1 and slopes.shape[axis] != 1:
            return slopes.sum(axis=axis, keepdims=True)
    return slopes
# %% reshaped: The array was summed over its first axis and pressed into shape.
def unbroadcast(slopes, shape):
    if slopes.shape == tuple(shape):
        return slopes
    return np.resize(slopes.sum(axis=0), shape)
