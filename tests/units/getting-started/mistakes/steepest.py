# %% as-given: all three faults are still there
def steepest(heights):
    best, where = 0, 0
    for i in range(len(heights) - 2):
        rise = float(heights[i + 1]) - float(heights[i])
        if rise > best:
            where = i
    return where

# %% best-never-raised: the best rise so far is never remembered, so that the last rise wins
def steepest(heights):
    best, where = 0, 0
    for i in range(len(heights) - 1):
        rise = float(heights[i + 1]) - float(heights[i])
        if rise > best:
            where = i
    return where

# %% last-step-lost: the last step of the path is never looked at
def steepest(heights):
    h = np.asarray(heights, float)
    return int(np.argmax(np.diff(h[:-1]))) if len(h) > 2 else 0

# %% begins-at-zero: best begins at 0, so that a path that only goes down gives the index 0
def steepest(heights):
    best, where = 0, 0
    for i in range(len(heights) - 1):
        rise = float(heights[i + 1]) - float(heights[i])
        if rise > best:
            best, where = rise, i
    return where

# %% falls-count: the sizes of the steps were compared, so that a steep fall counts as a rise
def steepest(heights):
    return int(np.argmax(np.abs(np.diff(np.asarray(heights, float)))))

# %% last-of-equals: of equal steps the last was returned, and the first is asked for
def steepest(heights):
    steps = np.diff(np.asarray(heights, float))
    return len(steps) - 1 - int(np.argmax(steps[::-1]))

# %% where-it-ends: the index at which the steepest step ends was returned, not the one at which it begins
def steepest(heights):
    return int(np.argmax(np.diff(np.asarray(heights, float)))) + 1

# %% the-rise: the rise itself was returned, not its index
def steepest(heights):
    return float(np.max(np.diff(np.asarray(heights, float))))

# %% unsigned: the difference was taken in the dtype of the array, where 3 - 5 in uint8 is 254
def steepest(heights):
    return int(np.argmax(np.diff(heights)))
