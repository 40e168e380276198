# %% bias-lost: the bias of the first of two layers was lost
def merge(layers):
    merged = []
    for W, b, bends in layers:
        if merged and not merged[-1][2]:
            W = merged.pop()[0] @ W
        merged.append((W, b, bends))
    return merged

# %% biases-added: the biases were added; the first goes through the second layer's weights
def merge(layers):
    merged = []
    for W, b, bends in layers:
        if merged and not merged[-1][2]:
            W0, b0, _ = merged.pop()
            W, b = W0 @ W, b0.sum() + b
        merged.append((W, b, bends))
    return merged

# %% order: the weights were multiplied in the opposite order
def merge(layers):
    merged = []
    for W, b, bends in layers:
        if merged and not merged[-1][2]:
            W0, b0, _ = merged.pop()
            W, b = (W @ W0 if W.shape == W0.shape else W0 @ W), b0 @ W + b
        merged.append((W, b, bends))
    return merged

# %% transposed: the bias went through the transposed weights
def merge(layers):
    merged = []
    for W, b, bends in layers:
        if merged and not merged[-1][2]:
            W0, b0, _ = merged.pop()
            W, b = W0 @ W, (W @ b0 if W.shape[0] == W.shape[1] else b0 @ W) + b
        merged.append((W, b, bends))
    return merged

# %% all-of-them: layers were merged across an activation
def merge(layers):
    W, b, bends = layers[0]
    for W_next, b_next, bends in layers[1:]:
        W, b = W @ W_next, b @ W_next + b_next
    return [(W, b, bends)]

# %% pairs-only: only two layers in a row were merged, not three
def merge(layers):
    merged, index = [], 0
    while index < len(layers):
        W, b, bends = layers[index]
        if not bends and index + 1 < len(layers):
            W1, b1, bends = layers[index + 1]
            W, b, index = W @ W1, b @ W1 + b1, index + 1
        merged.append((W, b, bends))
        index += 1
    return merged

# %% flag-of-the-first: the merged layer kept the flag of the first layer
def merge(layers):
    merged = []
    for W, b, bends in layers:
        if merged and not merged[-1][2]:
            W0, b0, bends0 = merged.pop()
            W, b, bends = W0 @ W, b0 @ W + b, bends0
        merged.append((W, b, bends))
    return merged

# %% wrong-flag: layers were merged where an activation stands, and kept where none does
def merge(layers):
    merged = []
    for W, b, bends in layers:
        if merged and merged[-1][2]:
            W0, b0, _ = merged.pop()
            W, b = W0 @ W, b0 @ W + b
        merged.append((W, b, bends))
    return merged

# %% in-place: the biases of the layers that came in were changed
def merge(layers):
    merged = []
    for W, b, bends in layers:
        if merged and not merged[-1][2]:
            W0, b0, _ = merged.pop()
            b += b0 @ W
            W = W0 @ W
        merged.append((W, b, bends))
    return merged

# %% emptied: the list that came in was emptied on the way
def merge(layers):
    merged = []
    while layers:
        W, b, bends = layers.pop(0)
        if merged and not merged[-1][2]:
            W0, b0, _ = merged.pop()
            W, b = W0 @ W, b0 @ W + b
        merged.append((W, b, bends))
    return merged

# %% last-dropped: a last layer without activation was left out
def merge(layers):
    merged, W, b = [], None, None
    for W_layer, b_layer, bends in layers:
        b = b_layer if W is None else b @ W_layer + b_layer
        W = W_layer if W is None else W @ W_layer
        if bends:
            merged.append((W, b, True))
            W = None
    return merged

# %% untouched: nothing was merged
def merge(layers):
    return list(layers)
