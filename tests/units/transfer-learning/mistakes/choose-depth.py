# %% highest: The depth with the highest mean was taken, however small its lead.
def choose_depth(accuracy):
    shortfall = accuracy[accuracy.mean(axis=1).argmax()] - accuracy
    error = shortfall.std(axis=1, ddof=1) / np.sqrt(accuracy.shape[1])
    return int(accuracy.mean(axis=1).argmax())

# %% not-paired: The spread of the accuracies was used; what varies from draw to draw in the same way cancels in the differences.
def choose_depth(accuracy):
    shortfall = accuracy[accuracy.mean(axis=1).argmax()] - accuracy
    error = accuracy.std(axis=1, ddof=1) / np.sqrt(accuracy.shape[1])
    return int((shortfall.mean(axis=1) <= error).argmax())

# %% not-divided: The standard deviation of the shortfalls was used; that of their mean is smaller by the root of their number.
def choose_depth(accuracy):
    shortfall = accuracy[accuracy.mean(axis=1).argmax()] - accuracy
    error = shortfall.std(axis=1, ddof=1)
    return int((shortfall.mean(axis=1) <= error).argmax())

# %% over-n: The standard deviation was taken with S, not S - 1, in the denominator.
def choose_depth(accuracy):
    shortfall = accuracy[accuracy.mean(axis=1).argmax()] - accuracy
    error = shortfall.std(axis=1) / np.sqrt(accuracy.shape[1])
    return int((shortfall.mean(axis=1) <= error).argmax())

# %% strictly: The best depth's own shortfall of 0 with an error of 0 has to pass; with < nothing passes and the first depth is taken.
def choose_depth(accuracy):
    shortfall = accuracy[accuracy.mean(axis=1).argmax()] - accuracy
    error = shortfall.std(axis=1, ddof=1) / np.sqrt(accuracy.shape[1])
    return int((shortfall.mean(axis=1) < error).argmax())

# %% deepest: The largest depth that passes was taken; the smallest is asked for.
def choose_depth(accuracy):
    shortfall = accuracy[accuracy.mean(axis=1).argmax()] - accuracy
    error = shortfall.std(axis=1, ddof=1) / np.sqrt(accuracy.shape[1])
    return int(np.flatnonzero(shortfall.mean(axis=1) <= error)[-1])
