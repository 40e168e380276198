# %% biases-added: the biases were added without going through the next layer's weights
def fold(layers):
    W, b = (np.asarray(part, dtype=float) for part in layers[0])
    for V, c in layers[1:]:
        W, b = W @ V, np.asarray(c, dtype=float) + (b if len(b) == len(c) else b.sum())
    return W, b

# %% last-bias: the biases of all but the last layer were lost
def fold(layers):
    W, b = (np.asarray(part, dtype=float) for part in layers[0])
    for V, c in layers[1:]:
        W, b = W @ V, np.asarray(c, dtype=float)
    return W, b

# %% first-bias: the biases of the later layers were not added
def fold(layers):
    W, b = (np.asarray(part, dtype=float) for part in layers[0])
    for V, c in layers[1:]:
        W, b = W @ V, b @ V
    return W, b

# %% wrong-order: square layers were multiplied in the wrong order
def fold(layers):
    W, b = (np.asarray(part, dtype=float) for part in layers[0])
    for V, c in layers[1:]:
        V = np.asarray(V, dtype=float)
        b = b @ V + c
        W = V @ W if V.shape == W.shape and V.shape[0] == V.shape[1] else W @ V
    return W, b

# %% transposed: the biases went through the transposed weights
def fold(layers):
    W, b = (np.asarray(part, dtype=float) for part in layers[0])
    for V, c in layers[1:]:
        V = np.asarray(V, dtype=float)
        W, b = W @ V, (V @ b if V.shape[0] == V.shape[1] else b @ V) + c
    return W, b

# %% through-first: the next layer's biases went through the weights so far
def fold(layers):
    W, b = (np.asarray(part, dtype=float) for part in layers[0])
    for V, c in layers[1:]:
        V, c = np.asarray(V, dtype=float), np.asarray(c, dtype=float)
        b = b @ V + (c @ W if len(c) == len(W) and W.shape[1] == len(c) else c)
        W = W @ V
    return W, b

# %% two-only: only the first two layers were used
def fold(layers):
    W, b = (np.asarray(part, dtype=float) for part in layers[0])
    for V, c in layers[1:2]:
        W, b = W @ V, b @ V + c
    return W, b

# %% at-least-two: a single layer is not folded
def fold(layers):
    (U, a), (V, c), *others = layers
    W, b = np.asarray(U, dtype=float) @ V, np.asarray(a, dtype=float) @ V + c
    for V, c in others:
        W, b = W @ V, b @ V + c
    return W, b

# %% entry-by-entry: square weights were multiplied entry by entry
def fold(layers):
    W, b = (np.asarray(part, dtype=float) for part in layers[0])
    for V, c in layers[1:]:
        V = np.asarray(V, dtype=float)
        W, b = (W * V if W.shape == V.shape else W @ V), b @ V + c
    return W, b

# %% in-place: the sums were written into the biases that came in
def fold(layers):
    W, b = (np.asarray(part, dtype=float) for part in layers[0])
    for V, c in layers[1:]:
        W, through = W @ V, b @ V
        if isinstance(c, np.ndarray) and c.dtype == np.float64:
            c += through
            b = c
        else:
            b = through + c
    return W, b

# %% popped: the layers were taken out of the list that came in
def fold(layers):
    W, b = (np.asarray(part, dtype=float) for part in layers.pop(0))
    while layers:
        V, c = layers.pop(0)
        W, b = W @ V, b @ V + c
    return W, b

# %% small-integers: the products were made in the small integer type
def fold(layers):
    W, b = (np.asarray(part) for part in layers[0])
    for V, c in layers[1:]:
        W, b = W @ np.asarray(V), b @ np.asarray(V) + np.asarray(c)
    return W.astype(float), b.astype(float)

# %% updated-first: the bias went through the weights so far after these had been replaced
def fold(layers):
    W, b = (np.asarray(part, dtype=float) for part in layers[0])
    for V, c in layers[1:]:
        W = W @ V
        b = (b @ W if len(b) == len(W) else b @ V) + c
    return W, b
