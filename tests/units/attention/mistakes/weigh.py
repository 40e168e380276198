# %% after: The forbidden weights were set to 0 after the softmax, so that the rest no longer has the sum 1.
def weigh(scores, allowed):
    return softmax(scores) * allowed

# %% zero-score: A forbidden score was set to 0, and the exponential of 0 is 1; it takes a score of minus infinity.
def weigh(scores, allowed):
    return softmax(np.where(allowed, scores, 0.0))

# %% inverted: The mask was read the other way round; True means that a query may look there.
def weigh(scores, allowed):
    kept = np.where(allowed, -np.inf, scores)
    peak = kept.max(axis=-1, keepdims=True)
    e = np.exp(kept - np.where(peak == -np.inf, 0.0, peak))
    total = e.sum(axis=-1, keepdims=True)
    return e / np.where(total == 0, 1.0, total)

# %% first-axis: The weights have the sum 1 along the wrong axis; the weights of one query lie along the last one.
def weigh(scores, allowed):
    kept = np.where(allowed, scores, -np.inf)
    peak = kept.max(axis=0, keepdims=True)
    e = np.exp(kept - np.where(peak == -np.inf, 0.0, peak))
    total = e.sum(axis=0, keepdims=True)
    return e / np.where(total == 0, 1.0, total)

# %% overflow: The largest score was not subtracted, so that large scores overflow.
def weigh(scores, allowed):
    e = np.exp(np.where(allowed, scores, -np.inf))
    total = e.sum(axis=-1, keepdims=True)
    return e / np.where(total == 0, 1.0, total)

# %% wrong-peak: The largest score of all was subtracted, forbidden ones too; what is allowed can then vanish.
def weigh(scores, allowed):
    e = np.where(allowed, np.exp(scores - scores.max(axis=-1, keepdims=True)), 0.0)
    total = e.sum(axis=-1, keepdims=True)
    return e / np.where(total == 0, 1.0, total)

# %% empty-nan: Minus infinity less minus infinity is nan: rows in which nothing is allowed need care.
def weigh(scores, allowed):
    return softmax(np.where(allowed, scores, -np.inf))

# %% large-negative: A row in which nothing is allowed got equal weights: with one large negative score for all, nobody is excluded.
def weigh(scores, allowed):
    return softmax(np.where(allowed, scores, -1e30))

# %% added: Minus infinity was added to forbidden scores; nan stays nan, and infinity less infinity is nan.
def weigh(scores, allowed):
    kept = scores + np.where(allowed, 0.0, -np.inf)
    peak = kept.max(axis=-1, keepdims=True)
    e = np.exp(kept - np.where(peak == -np.inf, 0.0, peak))
    total = e.sum(axis=-1, keepdims=True)
    return e / np.where(total == 0, 1.0, total)

# %% in-place: The scores that were given were overwritten.
def weigh(scores, allowed):
    scores[~np.broadcast_to(allowed, scores.shape)] = -np.inf
    peak = scores.max(axis=-1, keepdims=True)
    e = np.exp(scores - np.where(peak == -np.inf, 0.0, peak))
    total = e.sum(axis=-1, keepdims=True)
    return e / np.where(total == 0, 1.0, total)
