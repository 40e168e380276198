# %% no-last-corner: The corner at the last point is missing, so that the last slope goes on.
def through_points(x, y):
    slopes = np.diff(y) / np.diff(x)
    v = np.diff(slopes, prepend=0)
    return np.ones(len(v)), -x[:-1], v, y[0]

# %% comes-with-the-first-slope: To the left the first slope was continued instead of the first value.
def through_points(x, y):
    slopes = np.diff(y) / np.diff(x)
    v = np.append(np.diff(slopes, append=0), -slopes[0])
    w = np.append(np.ones(len(x) - 1), -1.0)
    return w, np.append(-x[1:], x[0]), v, y[0]

# %% differences: Differences of y were not divided by those of x.
def through_points(x, y):
    return np.ones(len(x)), -x, np.diff(np.diff(y), prepend=0, append=0), y[0]

# %% slopes-as-weights: The slopes themselves were taken for v instead of their changes.
def through_points(x, y):
    v = np.append(np.diff(y) / np.diff(x), 0)
    return np.ones(len(x)), -x, v, y[0]

# %% no-c: The value to the left of all points was left out.
def through_points(x, y):
    slopes = np.diff(y) / np.diff(x)
    return np.ones(len(x)), -x, np.diff(slopes, prepend=0, append=0), 0.0

# %% wrong-sign: The corners are at -x instead of x.
def through_points(x, y):
    slopes = np.diff(y) / np.diff(x)
    return np.ones(len(x)), x, np.diff(slopes, prepend=0, append=0), y[0]

# %% three-units-a-point: A hat of three units for each point is more than allowed.
def through_points(x, y):
    slopes = np.diff(y) / np.diff(x)
    v = np.diff(slopes, prepend=0, append=0)
    return np.ones(3 * len(x)), -np.repeat(x, 3), np.repeat(v / 3, 3), y[0]

# %% even-spacing: All points were taken to be as far apart as the first two.
def through_points(x, y):
    return np.ones(len(x)), -x, np.diff(np.diff(y), prepend=0, append=0) / (x[1] - x[0]), y[0]

# %% last-value: c is the last value, but to the left of all units it is the first that holds.
def through_points(x, y):
    slopes = np.diff(y) / np.diff(x)
    return np.ones(len(x)), -x, np.diff(slopes, prepend=0, append=0), y[-1]

# %% column: v is a matrix of one column instead of a vector.
def through_points(x, y):
    slopes = np.diff(y) / np.diff(x)
    return np.ones(len(x)), -x, np.diff(slopes, prepend=0, append=0)[:, None], y[0]
