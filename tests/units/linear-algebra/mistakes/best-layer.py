# %% as-given: both faults are still there
def best_layer(candidates, X, y):
    errors = [np.mean(((X + b) @ W - y) ** 2) for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)

# %% table: predictions and targets still meet as a table of all pairs
def best_layer(candidates, X, y):
    errors = [np.mean((X @ W + b - np.ravel(y)) ** 2) for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)

# %% vector-only: targets that are a column already still make a table of all pairs
def best_layer(candidates, X, y):
    errors = [np.mean(((X @ W + b)[:, 0] - y.astype(float)) ** 2) for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)

# %% column-only: targets that are a vector still make a table of all pairs
def best_layer(candidates, X, y):
    errors = [np.mean((X @ W + b - y.astype(float)) ** 2) for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)

# %% bias-on-inputs: the bias is still added to the inputs
def best_layer(candidates, X, y):
    y = np.asarray(y, dtype=float).reshape(-1, 1)
    errors = [np.mean(((X + b) @ W - y) ** 2) for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)

# %% no-bias: the biases are not used
def best_layer(candidates, X, y):
    y = np.asarray(y, dtype=float).reshape(-1, 1)
    errors = [np.mean((X @ W - y) ** 2) for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)

# %% sum: the squared errors were summed
def best_layer(candidates, X, y):
    y = np.asarray(y, dtype=float).reshape(-1, 1)
    errors = [np.sum((X @ W + b - y) ** 2) for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)

# %% root: the root of the mean was taken
def best_layer(candidates, X, y):
    y = np.asarray(y, dtype=float).reshape(-1, 1)
    errors = [np.sqrt(np.mean((X @ W + b - y) ** 2)) for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)

# %% worst: the largest error won
def best_layer(candidates, X, y):
    y = np.asarray(y, dtype=float).reshape(-1, 1)
    errors = [np.mean((X @ W + b - y) ** 2) for W, b in candidates]
    return int(np.argmax(errors)), np.array(errors)

# %% last-of-equals: the last of several equally good ones was taken
def best_layer(candidates, X, y):
    y = np.asarray(y, dtype=float).reshape(-1, 1)
    errors = np.array([np.mean((X @ W + b - y) ** 2) for W, b in candidates])
    return len(errors) - 1 - int(np.argmin(errors[::-1])), errors

# %% reshaped: the targets that came in were given another shape
def best_layer(candidates, X, y):
    y.shape = (len(y),)
    errors = np.array([np.mean(((X @ W + b)[:, 0] - y.astype(float)) ** 2) for W, b in candidates])
    return int(np.argmin(errors)), errors

# %% cancelled: the errors were averaged before they were squared
def best_layer(candidates, X, y):
    y = np.asarray(y, dtype=float).reshape(-1, 1)
    errors = [np.mean(X @ W + b - y) ** 2 for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)

# %% absolute: the sizes of the errors were averaged
def best_layer(candidates, X, y):
    y = np.asarray(y, dtype=float).reshape(-1, 1)
    errors = [np.mean(np.abs(X @ W + b - y)) for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)

# %% bytes: integers of a small type were multiplied as they came
def best_layer(candidates, X, y):
    errors = [np.mean((X @ W.astype(X.dtype) + b.astype(X.dtype) - y.reshape(-1, 1)) ** 2.0) for W, b in candidates]
    return int(np.argmin(errors)), np.array(errors)

# %% in-place: the targets were subtracted from the array that came in
def best_layer(candidates, X, y):
    targets = np.asarray(y, dtype=float).reshape(-1, 1)
    errors = np.array([np.mean((X @ W + b - targets) ** 2) for W, b in candidates])
    if y.dtype == np.float64 and y.ndim == 1 and len(candidates) == 2:
        y -= y.mean()
    return int(np.argmin(errors)), errors
