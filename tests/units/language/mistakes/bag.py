# %% one-write: += with an array of ids writes once for an id that occurs several times.
def bag(E, ids, pad, slope):
    real = ids != pad
    weights = real / np.maximum(real.sum(axis=1, keepdims=True), 1)
    bags = (weights[:, :, None] * E[ids]).sum(axis=1)
    dE = np.zeros(E.shape)
    dE[ids] += weights[:, :, None] * slope[:, None, :]
    return bags, dE

# %% padding-averaged: Padding was averaged like a token, and got a slope.
def bag(E, ids, pad, slope):
    real = ids == ids
    weights = real / np.maximum(real.sum(axis=1, keepdims=True), 1)
    bags = (weights[:, :, None] * E[ids]).sum(axis=1)
    dE = np.zeros(E.shape)
    np.add.at(dE, ids, weights[:, :, None] * slope[:, None, :])
    return bags, dE

# %% padding-in-divisor: Padding was left out of the sum, and counted in the divisor.
def bag(E, ids, pad, slope):
    real = ids != pad
    weights = real / ids.shape[1]
    bags = (weights[:, :, None] * E[ids]).sum(axis=1)
    dE = np.zeros(E.shape)
    np.add.at(dE, ids, weights[:, :, None] * slope[:, None, :])
    return bags, dE

# %% sum: The rows were summed; a mean divides by their number.
def bag(E, ids, pad, slope):
    real = ids != pad
    weights = real * 1.0
    bags = (weights[:, :, None] * E[ids]).sum(axis=1)
    dE = np.zeros(E.shape)
    np.add.at(dE, ids, weights[:, :, None] * slope[:, None, :])
    return bags, dE

# %% slope-not-divided: The slope was not divided by the number of tokens of its text.
def bag(E, ids, pad, slope):
    real = ids != pad
    weights = real / np.maximum(real.sum(axis=1, keepdims=True), 1)
    bags = (weights[:, :, None] * E[ids]).sum(axis=1)
    dE = np.zeros(E.shape)
    np.add.at(dE, ids, real[:, :, None] * slope[:, None, :])
    return bags, dE

# %% padding-slope: The slope reached the padding, too.
def bag(E, ids, pad, slope):
    real = ids != pad
    weights = real / np.maximum(real.sum(axis=1, keepdims=True), 1)
    bags = (weights[:, :, None] * E[ids]).sum(axis=1)
    dE = np.zeros(E.shape)
    np.add.at(dE, ids, weights.max(axis=1)[:, None, None] * np.ones(ids.shape)[:, :, None] * slope[:, None, :])
    return bags, dE

# %% padding-is-zero: Id 0 was taken for the padding; it is the id that was given.
def bag(E, ids, pad, slope):
    real = ids != 0
    weights = real / np.maximum(real.sum(axis=1, keepdims=True), 1)
    bags = (weights[:, :, None] * E[ids]).sum(axis=1)
    dE = np.zeros(E.shape)
    np.add.at(dE, ids, weights[:, :, None] * slope[:, None, :])
    return bags, dE

# %% empty-text: A text of padding alone was divided by 0.
def bag(E, ids, pad, slope):
    real = ids != pad
    weights = real / real.sum(axis=1, keepdims=True)
    bags = (weights[:, :, None] * E[ids]).sum(axis=1)
    dE = np.zeros(E.shape)
    np.add.at(dE, ids, weights[:, :, None] * slope[:, None, :])
    return bags, dE

# %% distinct: An id that occurs twice in a text was counted once.
def bag(E, ids, pad, slope):
    real = ids != pad
    real = real & np.array([[row.index(i) == t for t, i in enumerate(row)] for row in ids.tolist()])
    weights = real / np.maximum(real.sum(axis=1, keepdims=True), 1)
    bags = (weights[:, :, None] * E[ids]).sum(axis=1)
    dE = np.zeros(E.shape)
    np.add.at(dE, ids, weights[:, :, None] * slope[:, None, :])
    return bags, dE

# %% padding-overwritten: The padding's row of E was set to 0 in the array that was given.
def bag(E, ids, pad, slope):
    E[pad] = 0.0
    real = ids != pad
    weights = real / np.maximum(real.sum(axis=1, keepdims=True), 1)
    bags = (weights[:, :, None] * E[ids]).sum(axis=1)
    dE = np.zeros(E.shape)
    np.add.at(dE, ids, weights[:, :, None] * slope[:, None, :])
    return bags, dE

# %% kept-between-calls: The slopes of earlier calls are still in the array: a default value is made once.
def bag(E, ids, pad, slope, kept={}):
    real = ids != pad
    weights = real / np.maximum(real.sum(axis=1, keepdims=True), 1)
    bags = (weights[:, :, None] * E[ids]).sum(axis=1)
    dE = kept.setdefault(E.shape, np.zeros(E.shape))
    np.add.at(dE, ids, weights[:, :, None] * slope[:, None, :])
    return bags, dE.copy()
