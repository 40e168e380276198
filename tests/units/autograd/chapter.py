# %% unbroadcast
def unbroadcast(slopes, shape):
    while slopes.ndim > len(shape):
        slopes = slopes.sum(axis=0)
    return slopes
