# %% strict: > was written for >=: a unit whose active endings just reach its threshold answers 1
def layer(X, excite, inhibit, threshold):
    X, excite, inhibit = (np.asarray(part).astype(int) for part in (X, excite, inhibit))
    return ((X @ excite > threshold) & (X @ inhibit == 0)).astype(int)

# %% subtracted: inhibition was subtracted from excitation; in 1943 one inhibitory ending is a veto
def layer(X, excite, inhibit, threshold):
    X, excite, inhibit = (np.asarray(part).astype(int) for part in (X, excite, inhibit))
    return (X @ excite - X @ inhibit >= threshold).astype(int)

# %% no-inhibition: the inhibitory endings were left out
def layer(X, excite, inhibit, threshold):
    return (np.asarray(X).astype(int) @ np.asarray(excite).astype(int) >= threshold).astype(int)

# %% all-vetoes: a veto was taken only when all inhibitory endings are active; one is enough
def layer(X, excite, inhibit, threshold):
    X, excite, inhibit = (np.asarray(part).astype(int) for part in (X, excite, inhibit))
    total = inhibit.sum(axis=0)
    return ((X @ excite >= threshold) & ((X @ inhibit < total) | (total == 0))).astype(int)

# %% sources-counted: active sources were counted; a source with three endings counts three times
def layer(X, excite, inhibit, threshold):
    X, excite, inhibit = (np.asarray(part).astype(int) for part in (X, excite, inhibit))
    return ((X @ (excite > 0) >= threshold) & (X @ inhibit == 0)).astype(int)

# %% booleans-multiplied: the product was made in the type of the input, where True + True is True and a uint8 starts again after 255
def layer(X, excite, inhibit, threshold):
    X, excite, inhibit = np.asarray(X), np.asarray(excite), np.asarray(inhibit)
    return ((X @ excite >= np.asarray(threshold)) & (X @ inhibit == 0)).astype(int)

# %% transposed: sources are the rows of excite and inhibit, units their columns; they were taken the other way round
def layer(X, excite, inhibit, threshold):
    X, excite, inhibit = (np.asarray(part).astype(int) for part in (X, excite, inhibit))
    return ((X @ excite.T >= threshold) & (X @ inhibit.T == 0)).astype(int)

# %% upside-down: 0 and 1 are the wrong way round
def layer(X, excite, inhibit, threshold):
    X, excite, inhibit = (np.asarray(part).astype(int) for part in (X, excite, inhibit))
    return 1 - ((X @ excite >= threshold) & (X @ inhibit == 0)).astype(int)
