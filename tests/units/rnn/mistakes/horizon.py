# %% eigenvalue: The size of the largest eigenvalue was taken; a matrix can lengthen a vector by more than that.
def horizon(U, slope, floor):
    s = slope * np.abs(np.linalg.eigvals(U)).max()
    if s >= 1:
        return np.inf
    if s == 0:
        return 0
    return int(np.log(floor) / np.log(s))

# %% frobenius: The root of the sum of all squares was taken; no vector is lengthened by that much.
def horizon(U, slope, floor):
    s = slope * np.linalg.norm(U)
    if s >= 1:
        return np.inf
    if s == 0:
        return 0
    return int(np.log(floor) / np.log(s))

# %% largest-entry: The largest entry of U was taken; it is not the largest factor.
def horizon(U, slope, floor):
    s = slope * np.abs(U).max()
    if s >= 1:
        return np.inf
    if s == 0:
        return 0
    return int(np.log(floor) / np.log(s))

# %% row-sum: The largest sum of a row was taken; it is a bound for another length.
def horizon(U, slope, floor):
    s = slope * np.linalg.norm(U, np.inf)
    if s >= 1:
        return np.inf
    if s == 0:
        return 0
    return int(np.log(floor) / np.log(s))

# %% no-slope: The slope of the activation was left out.
def horizon(U, slope, floor):
    s = np.linalg.norm(U, 2)
    if s >= 1:
        return np.inf
    if s == 0:
        return 0
    return int(np.log(floor) / np.log(s))

# %% one-more: Rounded up: after that many steps the bound is below the floor.
def horizon(U, slope, floor):
    s = slope * np.linalg.norm(U, 2)
    if s >= 1:
        return np.inf
    if s == 0:
        return 0
    return int(np.ceil(np.log(floor) / np.log(s)))

# %% never-ends: The case in which the bound does not fall was not told apart.
def horizon(U, slope, floor):
    s = slope * np.linalg.norm(U, 2)
    s = min(s, 0.999999)
    if s == 0:
        return 0
    return int(np.log(floor) / np.log(s))

# %% slope-once: The activation's slope was counted once; it stands in the product at every step.
def horizon(U, slope, floor):
    s = np.linalg.norm(U, 2)
    if s >= 1:
        return np.inf
    if s == 0:
        return 0
    return int(np.log(floor / slope) / np.log(s))
