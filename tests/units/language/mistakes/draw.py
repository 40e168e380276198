# %% no-mass-cut: Nothing was cut off by p.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :k]
    kept = np.take_along_axis(P, order, axis=1)
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    line = np.cumsum(kept, axis=1)
    place = np.argmax(line > u[:, None] * line[:, -1:], axis=1)
    return order[np.arange(len(P)), place]

# %% no-number-cut: Nothing was cut off by k.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :]
    kept = np.take_along_axis(P, order, axis=1)
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    line = np.cumsum(np.where(before < p, kept, 0.0), axis=1)
    place = np.argmax(line > u[:, None] * line[:, -1:], axis=1)
    return order[np.arange(len(P)), place]

# %% mass-first: p was held against the probabilities before they were brought to the sum 1 again.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :k]
    kept = np.take_along_axis(P, order, axis=1)
    before = np.cumsum(kept, axis=1) - kept
    line = np.cumsum(np.where(before < p, kept, 0.0), axis=1)
    place = np.argmax(line > u[:, None] * line[:, -1:], axis=1)
    return order[np.arange(len(P)), place]

# %% crossing-dropped: The token that crosses p was dropped; it is kept, and the first in any case.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :k]
    kept = np.take_along_axis(P, order, axis=1)
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    before = np.where(np.arange(kept.shape[1]) == 0, 0.0, before + kept - 1e-12)
    line = np.cumsum(np.where(before < p, kept, 0.0), axis=1)
    place = np.argmax(line > u[:, None] * line[:, -1:], axis=1)
    return order[np.arange(len(P)), place]

# %% one-more: When p is reached exactly, one token too many was kept.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :k]
    kept = np.take_along_axis(P, order, axis=1)
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    line = np.cumsum(np.where(before <= p, kept, 0.0), axis=1)
    place = np.argmax(line > u[:, None] * line[:, -1:], axis=1)
    return order[np.arange(len(P)), place]

# %% not-brought-to-one: What p had left was not brought to the sum 1, so that a large u falls off the end.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :k]
    kept = np.take_along_axis(P, order, axis=1)
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    line = np.cumsum(np.where(before < p, kept, 0.0), axis=1)
    place = np.argmax(line > u[:, None] , axis=1)
    return order[np.arange(len(P)), place]

# %% place: The place in the sorted order was returned, not the id that stands there.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :k]
    kept = np.take_along_axis(P, order, axis=1)
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    line = np.cumsum(np.where(before < p, kept, 0.0), axis=1)
    place = np.argmax(line > u[:, None] * line[:, -1:], axis=1)
    return place

# %% ids-in-order: The tokens were laid out in the order of their ids.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :k]
    kept = np.take_along_axis(P, order, axis=1)
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    spread = np.zeros(P.shape)
    np.put_along_axis(spread, order, np.where(before < p, kept, 0.0), axis=1)
    line = np.cumsum(spread, axis=1)
    return np.argmax(line > u[:, None] * line[:, -1:], axis=1)

# %% right-end: A stretch holds its left end: the first running sum above u, not at least u.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :k]
    kept = np.take_along_axis(P, order, axis=1)
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    line = np.cumsum(np.where(before < p, kept, 0.0), axis=1)
    place = np.argmax(line >= u[:, None] * line[:, -1:], axis=1)
    return order[np.arange(len(P)), place]

# %% larger-id: Of equally probable tokens the larger id came first.
def draw(P, u, k, p):
    order = np.argsort(P, axis=1, kind="stable")[:, ::-1][:, :k]
    kept = np.take_along_axis(P, order, axis=1)
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    line = np.cumsum(np.where(before < p, kept, 0.0), axis=1)
    place = np.argmax(line > u[:, None] * line[:, -1:], axis=1)
    return order[np.arange(len(P)), place]

# %% most-probable: The most probable token was taken, whatever u says.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :k]
    kept = np.take_along_axis(P, order, axis=1)
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    line = np.cumsum(np.where(before < p, kept, 0.0), axis=1)
    u = np.zeros(len(P))
    place = np.argmax(line > u[:, None] * line[:, -1:], axis=1)
    return order[np.arange(len(P)), place]

# %% least-first: The least probable token was laid out first.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :k]
    kept = np.take_along_axis(P, order, axis=1)
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    order = order[:, ::-1]
    line = np.cumsum(np.where(before < p, kept, 0.0)[:, ::-1], axis=1)
    place = np.argmax(line > u[:, None] * line[:, -1:], axis=1)
    return order[np.arange(len(P)), place]

# %% sorted-in-place: The probabilities that were given were sorted in place.
def draw(P, u, k, p):
    order = np.argsort(-P, axis=1, kind="stable")[:, :k]
    P[:] = -np.sort(-P, axis=1)
    kept = P[:, :k]
    kept = kept / kept.sum(axis=1, keepdims=True)
    before = np.cumsum(kept, axis=1) - kept
    line = np.cumsum(np.where(before < p, kept, 0.0), axis=1)
    place = np.argmax(line > u[:, None] * line[:, -1:], axis=1)
    return order[np.arange(len(P)), place]
