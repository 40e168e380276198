# %% slope-at-output: the slope was taken at the output instead of z
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        A = f(A @ W + b)
        J = J @ W * slope(A)[:, None, :]
    return J

# %% slope-at-input: the slope was taken at what came in
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        J = (J * slope(A)[:, None, :]) @ W
        A = f(A @ W + b)
    return J

# %% swapped: inputs and outputs have changed places
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        Z = A @ W + b
        J = J @ W * slope(Z)[:, None, :]
        A = f(Z)
    return J.transpose(0, 2, 1)

# %% wrong-axis: the slopes met the inputs where the shapes allow it
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        Z = A @ W + b
        s = slope(Z)
        J = J @ W * (s[:, :, None] if s.shape[1] == J.shape[1] else s[:, None, :])
        A = f(Z)
    return J

# %% no-slope: the slopes of the activation were left out
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        J = J @ W
        A = f(A @ W + b)
    return J

# %% no-bias: the biases were left out
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        Z = A @ W
        J = J @ W * slope(Z)[:, None, :]
        A = f(Z)
    return J

# %% no-activation: the pre-activations were carried on
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        A = A @ W + b
        J = J @ W * slope(A)[:, None, :]
    return J

# %% mean-slope: one slope was used for all samples, their mean
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        Z = A @ W + b
        J = J @ W * slope(Z).mean(axis=0)
        A = f(Z)
    return J

# %% first-sample: the slopes of the first sample were used for all
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        Z = A @ W + b
        J = J @ W * slope(Z)[0]
        A = f(Z)
    return J

# %% summed: the samples were summed
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        Z = A @ W + b
        J = J @ W * slope(Z)[:, None, :]
        A = f(Z)
    return J.sum(axis=0)

# %% last-layer-only: only the last layer was differentiated
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        Z = A @ W + b
        J = W * slope(Z)[:, None, :]
        A = f(Z)
    return J

# %% weights-reversed: square weights were multiplied from the wrong side
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        Z = A @ W + b
        J = (W @ J if W.shape == J.shape[1:] and W.shape[0] == W.shape[1] else J @ W)
        J = J * slope(Z)[:, None, :]
        A = f(Z)
    return J

# %% transposed-weights: square weights were transposed
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        Z = A @ W + b
        J = J @ (W.T if W.shape[0] == W.shape[1] else W) * slope(Z)[:, None, :]
        A = f(Z)
    return J

# %% in-place: the outputs of a layer were written into the samples where they fit
def reach(X, layers, f, slope):
    A = np.asarray(X, dtype=float)
    J = np.tile(np.eye(A.shape[1]), (len(A), 1, 1))
    for W, b in layers:
        Z = A @ W + b
        J = J @ W * slope(Z)[:, None, :]
        if Z.shape == A.shape:
            A[:] = f(Z)
        else:
            A = f(Z)
    return J
