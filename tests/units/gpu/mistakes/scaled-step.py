# %% half-division: The division was made in float16, where small gradients are lost after all.
def scaled_step(weights, gradients, scale, good, rate, patience):
    if not all(np.isfinite(g).all() for g in gradients):
        return [w.copy() for w in weights], max(scale / 2, 1), 0
    with np.errstate(over="ignore"):
        moved = [(w - rate * (g / float(scale)).astype(np.float32)).astype(np.float32) for w, g in zip(weights, gradients)]
    return (moved, scale * 2, 0) if good + 1 >= patience else (moved, scale, good + 1)

# %% not-divided: The gradients were not divided by the scale.
def scaled_step(weights, gradients, scale, good, rate, patience):
    if not all(np.isfinite(g).all() for g in gradients):
        return [w.copy() for w in weights], max(scale / 2, 1), 0
    moved = [(w - rate * g.astype(np.float32)).astype(np.float32) for w, g in zip(weights, gradients)]
    return (moved, scale * 2, 0) if good + 1 >= patience else (moved, scale, good + 1)

# %% others-move: One bad number skips the step for all weights, not only for its own array.
def scaled_step(weights, gradients, scale, good, rate, patience):
    fine = [np.isfinite(g).all() for g in gradients]
    moved = [(w - rate * g.astype(np.float32) / scale).astype(np.float32) if ok else w.copy()
             for ok, w, g in zip(fine, weights, gradients)]
    if not all(fine):
        return moved, max(scale / 2, 1), 0
    return (moved, scale * 2, 0) if good + 1 >= patience else (moved, scale, good + 1)

# %% nan-missed: A gradient that is not a number is bad as well as an infinite one.
def scaled_step(weights, gradients, scale, good, rate, patience):
    if any(np.isinf(g).any() for g in gradients):
        return [w.copy() for w in weights], max(scale / 2, 1), 0
    moved = [(w - rate * g.astype(np.float32) / scale).astype(np.float32) for w, g in zip(weights, gradients)]
    return (moved, scale * 2, 0) if good + 1 >= patience else (moved, scale, good + 1)

# %% count-kept: After a bad step the count of good ones starts again.
def scaled_step(weights, gradients, scale, good, rate, patience):
    if not all(np.isfinite(g).all() for g in gradients):
        return [w.copy() for w in weights], max(scale / 2, 1), good
    moved = [(w - rate * g.astype(np.float32) / scale).astype(np.float32) for w, g in zip(weights, gradients)]
    return (moved, scale * 2, 0) if good + 1 >= patience else (moved, scale, good + 1)

# %% one-late: The scale is doubled by the step that fills the count, not by the one after it.
def scaled_step(weights, gradients, scale, good, rate, patience):
    if not all(np.isfinite(g).all() for g in gradients):
        return [w.copy() for w in weights], max(scale / 2, 1), 0
    moved = [(w - rate * g.astype(np.float32) / scale).astype(np.float32) for w, g in zip(weights, gradients)]
    return (moved, scale * 2, 0) if good >= patience else (moved, scale, good + 1)

# %% below-one: The scale is never below 1.
def scaled_step(weights, gradients, scale, good, rate, patience):
    if not all(np.isfinite(g).all() for g in gradients):
        return [w.copy() for w in weights], scale / 2, 0
    moved = [(w - rate * g.astype(np.float32) / scale).astype(np.float32) for w, g in zip(weights, gradients)]
    return (moved, scale * 2, 0) if good + 1 >= patience else (moved, scale, good + 1)

# %% in-place: The weights that were given were changed.
def scaled_step(weights, gradients, scale, good, rate, patience):
    if not all(np.isfinite(g).all() for g in gradients):
        return weights, max(scale / 2, 1), 0
    for w, g in zip(weights, gradients):
        w -= np.float32(rate) * g.astype(np.float32) / np.float32(scale)
    return (weights, scale * 2, 0) if good + 1 >= patience else (weights, scale, good + 1)

# %% whole-scale: The scale was halved to a whole number.
def scaled_step(weights, gradients, scale, good, rate, patience):
    if not all(np.isfinite(g).all() for g in gradients):
        return [w.copy() for w in weights], max(scale // 2, 1), 0
    moved = [(w - rate * g.astype(np.float32) / scale).astype(np.float32) for w, g in zip(weights, gradients)]
    return (moved, scale * 2, 0) if good + 1 >= patience else (moved, scale, good + 1)
