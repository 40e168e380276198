# %% no-bias: the bias was never added
def neuron(X, w, b):
    return np.asarray(X, dtype=float) @ np.asarray(w, dtype=float)

# %% bias-per-input: the bias was added to every product instead of once to their sum
def neuron(X, w, b):
    return np.sum(np.asarray(X, dtype=float) * np.asarray(w, dtype=float) + b, axis=1)

# %% bias-subtracted: the bias was subtracted as if it were the threshold
def neuron(X, w, b):
    return np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) - b

# %% one-sum: everything was summed up to one number; there is one sum per sample
def neuron(X, w, b):
    return np.sum(np.asarray(X, dtype=float) * np.asarray(w, dtype=float)) + b

# %% overflow: the products were made in the small integer type and converted afterwards
def neuron(X, w, b):
    return (np.asarray(X) @ np.asarray(w)).astype(np.float64) + b

# %% squeezed: a batch of one came back as a bare number
def neuron(X, w, b):
    return np.squeeze(np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b)

# %% float32: the sums were computed in float32
def neuron(X, w, b):
    return np.asarray(X, dtype=np.float32) @ np.asarray(w, dtype=np.float32) + np.float32(b)

# %% stepped: the step was applied although the sum is asked for
def neuron(X, w, b):
    return (np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b >= 0).astype(float)

# %% bias-in-place: the bias was added to the array that came in
def neuron(X, w, b):
    X = np.asarray(X)
    if X.dtype == np.float64:
        X += b
        return X @ np.asarray(w, dtype=float) - b * np.sum(w) + b
    return X.astype(float) @ np.asarray(w, dtype=float) + b

# %% list: the sums came back in a list, which has no shape and cannot be compared with 0
def neuron(X, w, b):
    return [float(v) for v in np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b]

# %% as-they-come: nothing was converted, so pixels in uint8 overflow
def neuron(X, w, b):
    return X @ w + b
