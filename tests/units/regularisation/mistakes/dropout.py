# %% boundary: An entry whose draw equals p was dropped; it is dropped where its draw is below p.
def dropout(a, draws, p, training):
    factor = np.broadcast_to((draws > p) / (1 - p), a.shape) if training else np.ones(a.shape)
    return a * factor, factor

# %% unscaled: What is kept was not divided by 1 - p.
def dropout(a, draws, p, training):
    factor = np.broadcast_to((draws >= p) * 1.0, a.shape) if training else np.ones(a.shape)
    return a * factor, factor

# %% scaled-later: The scaling was left to the test, as in the first papers; here it happens in training.
def dropout(a, draws, p, training):
    factor = np.broadcast_to((draws >= p) * 1.0, a.shape) if training else np.full(a.shape, 1 - p)
    return a * factor, factor

# %% always-on: Entries were dropped outside training too.
def dropout(a, draws, p, training):
    factor = np.broadcast_to((draws >= p) / (1 - p), a.shape)
    return a * factor, factor

# %% kept-for-dropped: p was taken for the share that is kept.
def dropout(a, draws, p, training):
    if not training:
        return a.copy(), np.ones(a.shape)
    factor = np.broadcast_to((draws < p) / max(p, 1e-12), a.shape)
    return a * factor, factor

# %% turned-round: Dropped was what should be kept.
def dropout(a, draws, p, training):
    factor = np.broadcast_to((draws < p) / (1 - p), a.shape) if training else np.ones(a.shape)
    return a * factor, factor

# %% multiplied: What is kept was multiplied by 1 - p instead of divided.
def dropout(a, draws, p, training):
    factor = np.broadcast_to((draws >= p) * (1 - p), a.shape) if training else np.ones(a.shape)
    return a * factor, factor

# %% mask-only: The second result marks what was kept, without the division.
def dropout(a, draws, p, training):
    if not training:
        return a.copy(), np.ones(a.shape)
    kept = np.broadcast_to(draws >= p, a.shape) * 1.0
    return a * kept / (1 - p), kept

# %% shape-of-draws: The factor has the shape of the draws instead of that of what was read.
def dropout(a, draws, p, training):
    if not training:
        return a.copy(), np.ones(a.shape)
    factor = (draws >= p) / (1 - p)
    return a * factor, factor

# %% in-place: What was read was changed in place.
def dropout(a, draws, p, training):
    factor = np.broadcast_to((draws >= p) / (1 - p), a.shape) if training else np.ones(a.shape)
    a *= factor
    return a, factor
