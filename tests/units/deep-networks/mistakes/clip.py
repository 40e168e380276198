# %% each-alone: Each array was clipped by itself, which turns the step; one factor is for all.
def clip(grads, limit):
    if not all(np.isfinite(g).all() for g in grads):
        return [np.zeros_like(g) for g in grads], np.inf
    largest = max(np.abs(g).max() for g in grads)
    if largest == 0:
        return [g.copy() for g in grads], 0.0
    alone = [largest * np.sqrt(np.sum((g / largest) ** 2)) for g in grads]
    norm = largest * np.sqrt(sum((a / largest) ** 2 for a in alone))
    return [g * min(1.0, limit / a) if a else g.copy() for g, a in zip(grads, alone)], norm
# %% by-value: Each entry was cut off at the limit by itself, which turns the step; one factor is for all.
def clip(grads, limit):
    if not all(np.isfinite(g).all() for g in grads):
        return [np.zeros_like(g) for g in grads], np.inf
    largest = max(np.abs(g).max() for g in grads)
    if largest == 0:
        return [g.copy() for g in grads], 0.0
    norm = largest * np.sqrt(sum(np.sum((g / largest) ** 2) for g in grads))
    return [np.clip(g, -limit, limit) for g in grads], norm
# %% lengthens: Short gradients were lengthened to the limit; clipping only shortens.
def clip(grads, limit):
    if not all(np.isfinite(g).all() for g in grads):
        return [np.zeros_like(g) for g in grads], np.inf
    largest = max(np.abs(g).max() for g in grads)
    if largest == 0:
        return [g.copy() for g in grads], 0.0
    norm = largest * np.sqrt(sum(np.sum((g / largest) ** 2) for g in grads))
    return [g * (limit / norm) for g in grads], norm
# %% norms-added: The norms of the arrays were added; it is their squares that are added, and then the root is taken.
def clip(grads, limit):
    if not all(np.isfinite(g).all() for g in grads):
        return [np.zeros_like(g) for g in grads], np.inf
    largest = max(np.abs(g).max() for g in grads)
    if largest == 0:
        return [g.copy() for g in grads], 0.0
    norm = largest * sum(np.sqrt(np.sum((g / largest) ** 2)) for g in grads)
    return [g * min(1.0, limit / norm) for g in grads], norm
# %% overflow: The square of 1e200 is no float64, so the norm became infinite; divide by the largest entry first.
def clip(grads, limit):
    if not all(np.isfinite(g).all() for g in grads):
        return [np.zeros_like(g) for g in grads], np.inf
    with np.errstate(all="ignore"):
        norm = np.sqrt(sum(np.sum(g**2) for g in grads))
        return [g * min(1.0, limit / norm) if norm else g.copy() for g in grads], norm
# %% nan-passes: A nan among the entries makes the norm and every clipped array nan; such a step should be skipped.
def clip(grads, limit):
    with np.errstate(all="ignore"):
        largest = max(np.abs(g).max() for g in grads)
        if largest == 0:
            return [g.copy() for g in grads], 0.0
        norm = largest * np.sqrt(sum(np.sum((g / largest) ** 2) for g in grads))
        return [g * np.minimum(1.0, limit / norm) for g in grads], norm
# %% norm-after: The norm after clipping was returned; the one before is asked for.
def clip(grads, limit):
    if not all(np.isfinite(g).all() for g in grads):
        return [np.zeros_like(g) for g in grads], np.inf
    largest = max(np.abs(g).max() for g in grads)
    if largest == 0:
        return [g.copy() for g in grads], 0.0
    norm = largest * np.sqrt(sum(np.sum((g / largest) ** 2) for g in grads))
    return [g * min(1.0, limit / norm) for g in grads], min(norm, limit)
# %% in-place: The gradients that were given were changed; new arrays are to be returned.
def clip(grads, limit):
    if not all(np.isfinite(g).all() for g in grads):
        return [np.zeros_like(g) for g in grads], np.inf
    largest = max(np.abs(g).max() for g in grads)
    if largest == 0:
        return grads, 0.0
    norm = largest * np.sqrt(sum(np.sum((g / largest) ** 2) for g in grads))
    for g in grads:
        g *= min(1.0, limit / norm)
    return grads, norm
