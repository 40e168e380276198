# %% biases-too: The biases were penalised as well.
def penalty(layers, l1, l2):
    value = sum(l1 * np.abs(a).sum() + l2 / 2 * (a**2).sum() for pair in layers for a in pair)
    return value, [(l1 * np.sign(W) + l2 * W, l1 * np.sign(b) + l2 * b) for W, b in layers]

# %% half-forgotten: The half in front of the squares was left out, in the value and in the slope.
def penalty(layers, l1, l2):
    value = sum(l1 * np.abs(W).sum() + l2 * (W**2).sum() for W, _ in layers)
    return value, [(l1 * np.sign(W) + 2 * l2 * W, np.zeros_like(b)) for W, b in layers]

# %% slope-doubled: The slope of half a square was taken to be twice the weight.
def penalty(layers, l1, l2):
    value = sum(l1 * np.abs(W).sum() + l2 / 2 * (W**2).sum() for W, _ in layers)
    return value, [(l1 * np.sign(W) + 2 * l2 * W, np.zeros_like(b)) for W, b in layers]

# %% signs-cancel: The weights were added with their signs, which cancel; L1 takes their sizes.
def penalty(layers, l1, l2):
    value = sum(l1 * W.sum() + l2 / 2 * (W**2).sum() for W, _ in layers)
    return value, [(l1 + l2 * W, np.zeros_like(b)) for W, b in layers]

# %% no-zero: Where a weight is 0 the slope of its size was taken to be 1 or -1.
def penalty(layers, l1, l2):
    value = sum(l1 * np.abs(W).sum() + l2 / 2 * (W**2).sum() for W, _ in layers)
    return value, [(l1 * np.where(W >= 0, 1, -1) + l2 * W, np.zeros_like(b)) for W, b in layers]

# %% strengths-swapped: The two strengths were swapped.
def penalty(layers, l1, l2):
    value = sum(l2 * np.abs(W).sum() + l1 / 2 * (W**2).sum() for W, _ in layers)
    return value, [(l2 * np.sign(W) + l1 * W, np.zeros_like(b)) for W, b in layers]

# %% last-layer: Only the last layer was counted in the value.
def penalty(layers, l1, l2):
    for W, _ in layers:
        value = l1 * np.abs(W).sum() + l2 / 2 * (W**2).sum()
    return value, [(l1 * np.sign(W) + l2 * W, np.zeros_like(b)) for W, b in layers]

# %% meaned: The penalty was averaged over the weights; it is a sum.
def penalty(layers, l1, l2):
    value = sum(l1 * np.abs(W).mean() + l2 / 2 * (W**2).mean() for W, _ in layers)
    return value, [((l1 * np.sign(W) + l2 * W) / W.size, np.zeros_like(b)) for W, b in layers]

# %% root: The root of the sum of squares was taken.
def penalty(layers, l1, l2):
    value = sum(l1 * np.abs(W).sum() + l2 / 2 * np.linalg.norm(W) for W, _ in layers)
    return value, [(l1 * np.sign(W) + l2 * W, np.zeros_like(b)) for W, b in layers]

# %% in-place: The weights of the caller were changed in place.
def penalty(layers, l1, l2):
    value, slopes = 0.0, []
    for W, b in layers:
        value += l1 * np.abs(W).sum() + l2 / 2 * (W**2).sum()
        sign = np.sign(W)
        W *= l2
        slopes.append((W + l1 * sign, np.zeros_like(b)))
    return value, slopes
