# %% sign: The sign of the errors is turned: an error is prediction minus target.
def report(prediction, target):
    error = np.asarray(target, dtype=np.float64) - np.asarray(prediction, dtype=np.float64)
    squared = np.nanmean(error**2, axis=0)
    return np.array([np.nanmean(error, axis=0), np.nanmean(np.abs(error), axis=0), squared, np.sqrt(squared)])
# %% nan-everywhere: One missing target made nan of its whole column.
def report(prediction, target):
    error = np.asarray(prediction, dtype=np.float64) - np.asarray(target, dtype=np.float64)
    squared = np.mean(error**2, axis=0)
    return np.array([np.mean(error, axis=0), np.mean(np.abs(error), axis=0), squared, np.sqrt(squared)])
# %% gaps-as-zero: A missing target was counted as an error of 0; it does not count at all.
def report(prediction, target):
    error = np.asarray(prediction, dtype=np.float64) - np.asarray(target, dtype=np.float64)
    error = np.nan_to_num(error, nan=0.0)
    squared = np.mean(error**2, axis=0)
    return np.array([np.mean(error, axis=0), np.mean(np.abs(error), axis=0), squared, np.sqrt(squared)])
# %% root-first: The roots were taken before the mean, which gives the absolute error again.
def report(prediction, target):
    error = np.asarray(prediction, dtype=np.float64) - np.asarray(target, dtype=np.float64)
    squared = np.nanmean(error**2, axis=0)
    absolute = np.nanmean(np.abs(error), axis=0)
    return np.array([np.nanmean(error, axis=0), absolute, squared, np.nanmean(np.sqrt(error**2), axis=0)])
# %% size-of-mean: The size of the mean error is not the mean of the sizes: errors cancel in it.
def report(prediction, target):
    error = np.asarray(prediction, dtype=np.float64) - np.asarray(target, dtype=np.float64)
    squared = np.nanmean(error**2, axis=0)
    mean = np.nanmean(error, axis=0)
    return np.array([mean, np.abs(mean), squared, np.sqrt(squared)])
# %% sum: The errors were summed; all four numbers are means.
def report(prediction, target):
    error = np.asarray(prediction, dtype=np.float64) - np.asarray(target, dtype=np.float64)
    squared = np.nansum(error**2, axis=0)
    return np.array([np.nansum(error, axis=0), np.nansum(np.abs(error), axis=0), squared, np.sqrt(squared)])
# %% bytes: Unsigned bytes were subtracted from each other, where 3 - 5 is 254.
def report(prediction, target):
    error = (prediction - target).astype(np.float64)
    squared = np.nanmean(error**2, axis=0)
    return np.array([np.nanmean(error, axis=0), np.nanmean(np.abs(error), axis=0), squared, np.sqrt(squared)])
# %% target-filled: The gaps were filled in the caller's own array.
def report(prediction, target):
    error = np.asarray(prediction, dtype=np.float64) - np.asarray(target, dtype=np.float64)
    squared = np.nanmean(error**2, axis=0)
    table = np.array([np.nanmean(error, axis=0), np.nanmean(np.abs(error), axis=0), squared, np.sqrt(squared)])
    if target.dtype.kind == "f":
        target[np.isnan(target)] = 0
    return table
