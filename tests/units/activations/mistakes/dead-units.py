# %% strict: a z of exactly 0 was taken for a sign of life
def dead_units(X, layers):
    dead, A = [], np.asarray(X, dtype=float)
    for W, b in layers:
        Z = A @ W + b
        A = np.maximum(Z, 0)
        dead.append((Z < 0).all(axis=0))
    return dead

# %% any: a unit that is silent for some sample was called dead
def dead_units(X, layers):
    dead, A = [], np.asarray(X, dtype=float)
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        dead.append((A == 0).any(axis=0))
    return dead

# %% alive: True was returned for the living
def dead_units(X, layers):
    dead, A = [], np.asarray(X, dtype=float)
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        dead.append((A > 0).any(axis=0))
    return dead

# %% no-relu: pre-activations were carried on to the next layer
def dead_units(X, layers):
    dead, A = [], np.asarray(X, dtype=float)
    for W, b in layers:
        A = A @ W + b
        dead.append((A <= 0).all(axis=0))
    return dead

# %% samples-judged: samples were judged instead of units
def dead_units(X, layers):
    dead, A = [], np.asarray(X, dtype=float)
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        dead.append((A == 0).all(axis=1))
    return dead

# %% no-bias: the biases were left out
def dead_units(X, layers):
    dead, A = [], np.asarray(X, dtype=float)
    for W, b in layers:
        A = np.maximum(A @ W, 0)
        dead.append((A == 0).all(axis=0))
    return dead

# %% mean: units were judged by their mean pre-activation
def dead_units(X, layers):
    dead, A = [], np.asarray(X, dtype=float)
    for W, b in layers:
        Z = A @ W + b
        A = np.maximum(Z, 0)
        dead.append(Z.mean(axis=0) <= 0)
    return dead

# %% first-sample: only the first sample was looked at
def dead_units(X, layers):
    dead, A = [], np.asarray(X, dtype=float)
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        dead.append(A[0] == 0)
    return dead

# %% counts: the numbers of dead units were returned
def dead_units(X, layers):
    dead, A = [], np.asarray(X, dtype=float)
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        dead.append(np.sum((A == 0).all(axis=0)))
    return dead

# %% last-only: only the last layer was judged
def dead_units(X, layers):
    A = np.asarray(X, dtype=float)
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
    return [(A == 0).all(axis=0)]

# %% inputs-everywhere: every layer read the samples themselves
def dead_units(X, layers):
    dead, A = [], np.asarray(X, dtype=float)
    for W, b in layers:
        if A.shape[1] == W.shape[0] and np.asarray(X).shape[1] == W.shape[0]:
            A = np.asarray(X, dtype=float)
        A = np.maximum(A @ W + b, 0)
        dead.append((A == 0).all(axis=0))
    return dead

# %% by-weights: units with no positive weight were called dead
def dead_units(X, layers):
    return [((W <= 0).all(axis=0)) & (b <= 0) for W, b in layers]
