# %% naive: The exponential was taken of the scores as they are.
def log_sum_exp(Z, axis=-1):
    return np.log(np.exp(Z).sum(axis=axis))
# %% not-added-back: The largest entry was subtracted and not added back.
def log_sum_exp(Z, axis=-1):
    top = np.max(Z, axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    return np.log(np.exp(Z - top).sum(axis=axis))
# %% global-top: The largest entry of the whole array was subtracted; every slice needs its own.
def log_sum_exp(Z, axis=-1):
    top = np.max(Z)
    top = top if np.isfinite(top) else 0.0
    return np.log(np.exp(Z - top).sum(axis=axis)) + top
# %% largest-in-size: The entry that is largest in size was subtracted, a negative one included.
def log_sum_exp(Z, axis=-1):
    top = np.max(np.where(np.isfinite(Z), np.abs(Z), 0.0), axis=axis, keepdims=True)
    return np.log(np.exp(Z - top).sum(axis=axis)) + np.squeeze(top, axis=axis)
# %% axis-ignored: The last axis was used whatever axis was asked for.
def log_sum_exp(Z, axis=-1):
    return np.logaddexp.reduce(Z, axis=-1)
# %% first-axis: The sum ran along the first axis when none was named.
def log_sum_exp(Z, axis=0):
    return np.logaddexp.reduce(Z, axis=axis)
# %% empty-sum: A slice of -inf gave nan: inf minus inf.
def log_sum_exp(Z, axis=-1):
    top = np.max(Z, axis=axis, keepdims=True)
    return np.log(np.exp(Z - top).sum(axis=axis)) + np.squeeze(top, axis=axis)
# %% averaged: The mean was taken instead of the sum.
def log_sum_exp(Z, axis=-1):
    return np.logaddexp.reduce(Z, axis=axis) - np.log(np.shape(Z)[axis])
# %% largest-alone: The largest entry alone was returned.
def log_sum_exp(Z, axis=-1):
    return np.max(Z, axis=axis) + 0.0
# %% axis-kept: The axis that was summed over is still there, with the length 1.
def log_sum_exp(Z, axis=-1):
    top = np.max(Z, axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    return np.log(np.exp(Z - top).sum(axis=axis, keepdims=True)) + top
# %% in-place: The scores of the caller were changed.
def log_sum_exp(Z, axis=-1):
    top = np.max(Z, axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    Z[...] = Z - top
    return np.log(np.exp(Z).sum(axis=axis)) + np.squeeze(top, axis=axis)
# %% clipped: Scores were clipped at 700 before the exponential.
def log_sum_exp(Z, axis=-1):
    return np.log(np.exp(np.clip(Z, -700, 700)).sum(axis=axis))
# %% base-two: The logarithm to the base 2 was taken.
def log_sum_exp(Z, axis=-1):
    top = np.max(Z, axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    return np.log2(np.exp(Z - top).sum(axis=axis)) + np.squeeze(top, axis=axis)
