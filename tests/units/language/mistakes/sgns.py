# %% collisions: A negative that equals the context was counted; it does not count.
def sgns(U, C, centres, contexts, negatives):
    ids = np.column_stack([contexts, negatives])
    weights = np.ones(ids.shape)
    signs = np.where(np.arange(ids.shape[1]) == 0, -1.0, 1.0)
    scores = np.einsum("bd,bkd->bk", U[centres], C[ids])
    loss = np.sum(weights * softplus(signs * scores)) / len(centres)
    slopes = weights * signs * np.exp(-softplus(-signs * scores)) / len(centres)
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    np.add.at(dU, centres, np.einsum("bk,bkd->bd", slopes, C[ids]))
    np.add.at(dC, ids, slopes[:, :, None] * U[centres][:, None, :])
    return loss, dU, dC

# %% sum: The costs were summed; a loss is a mean over the batch.
def sgns(U, C, centres, contexts, negatives):
    ids = np.column_stack([contexts, negatives])
    weights = ids != contexts[:, None]
    weights[:, 0] = True
    signs = np.where(np.arange(ids.shape[1]) == 0, -1.0, 1.0)
    scores = np.einsum("bd,bkd->bk", U[centres], C[ids])
    loss = np.sum(weights * softplus(signs * scores))
    slopes = weights * signs * np.exp(-softplus(-signs * scores))
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    np.add.at(dU, centres, np.einsum("bk,bkd->bd", slopes, C[ids]))
    np.add.at(dC, ids, slopes[:, :, None] * U[centres][:, None, :])
    return loss, dU, dC

# %% one-write: += with an array of ids writes once for a word that occurs several times.
def sgns(U, C, centres, contexts, negatives):
    ids = np.column_stack([contexts, negatives])
    weights = ids != contexts[:, None]
    weights[:, 0] = True
    signs = np.where(np.arange(ids.shape[1]) == 0, -1.0, 1.0)
    scores = np.einsum("bd,bkd->bk", U[centres], C[ids])
    loss = np.sum(weights * softplus(signs * scores)) / len(centres)
    slopes = weights * signs * np.exp(-softplus(-signs * scores)) / len(centres)
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    dU[centres] += np.einsum("bk,bkd->bd", slopes, C[ids])
    dC[ids] += slopes[:, :, None] * U[centres][:, None, :]
    return loss, dU, dC

# %% signs-turned: The sign of the score is turned round: the pair was pushed apart, the noise pulled in.
def sgns(U, C, centres, contexts, negatives):
    ids = np.column_stack([contexts, negatives])
    weights = ids != contexts[:, None]
    weights[:, 0] = True
    signs = np.where(np.arange(ids.shape[1]) == 0, 1.0, -1.0)
    scores = np.einsum("bd,bkd->bk", U[centres], C[ids])
    loss = np.sum(weights * softplus(signs * scores)) / len(centres)
    slopes = weights * signs * np.exp(-softplus(-signs * scores)) / len(centres)
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    np.add.at(dU, centres, np.einsum("bk,bkd->bd", slopes, C[ids]))
    np.add.at(dC, ids, slopes[:, :, None] * U[centres][:, None, :])
    return loss, dU, dC

# %% slope-sign: The slopes have the wrong sign: they are prediction − target.
def sgns(U, C, centres, contexts, negatives):
    ids = np.column_stack([contexts, negatives])
    weights = ids != contexts[:, None]
    weights[:, 0] = True
    signs = np.where(np.arange(ids.shape[1]) == 0, -1.0, 1.0)
    scores = np.einsum("bd,bkd->bk", U[centres], C[ids])
    loss = np.sum(weights * softplus(signs * scores)) / len(centres)
    slopes = -weights * signs * np.exp(-softplus(-signs * scores)) / len(centres)
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    np.add.at(dU, centres, np.einsum("bk,bkd->bd", slopes, C[ids]))
    np.add.at(dC, ids, slopes[:, :, None] * U[centres][:, None, :])
    return loss, dU, dC

# %% slope-not-averaged: The loss was averaged over the batch and its slopes were not.
def sgns(U, C, centres, contexts, negatives):
    ids = np.column_stack([contexts, negatives])
    weights = ids != contexts[:, None]
    weights[:, 0] = True
    signs = np.where(np.arange(ids.shape[1]) == 0, -1.0, 1.0)
    scores = np.einsum("bd,bkd->bk", U[centres], C[ids])
    loss = np.sum(weights * softplus(signs * scores)) / len(centres)
    slopes = weights * signs * np.exp(-softplus(-signs * scores))
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    np.add.at(dU, centres, np.einsum("bk,bkd->bd", slopes, C[ids]))
    np.add.at(dC, ids, slopes[:, :, None] * U[centres][:, None, :])
    return loss, dU, dC

# %% mean-of-negatives: The costs of the negatives were averaged; they are summed.
def sgns(U, C, centres, contexts, negatives):
    ids = np.column_stack([contexts, negatives])
    weights = ids != contexts[:, None]
    weights[:, 0] = True
    signs = np.where(np.arange(ids.shape[1]) == 0, -1.0, 1.0)
    scores = np.einsum("bd,bkd->bk", U[centres], C[ids])
    loss = np.sum(weights / np.where(np.arange(ids.shape[1]) == 0, 1, negatives.shape[1]) * softplus(signs * scores)) / len(centres)
    weights = weights / np.where(np.arange(ids.shape[1]) == 0, 1, negatives.shape[1])
    slopes = weights * signs * np.exp(-softplus(-signs * scores)) / len(centres)
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    np.add.at(dU, centres, np.einsum("bk,bkd->bd", slopes, C[ids]))
    np.add.at(dC, ids, slopes[:, :, None] * U[centres][:, None, :])
    return loss, dU, dC

# %% one-matrix: The negatives were looked up in U; they are contexts.
def sgns(U, C, centres, contexts, negatives):
    ids = np.column_stack([contexts, negatives])
    weights = ids != contexts[:, None]
    weights[:, 0] = True
    signs = np.where(np.arange(ids.shape[1]) == 0, -1.0, 1.0)
    others = C[ids]
    others[:, 1:] = U[negatives]
    scores = np.einsum("bd,bkd->bk", U[centres], others)
    loss = np.sum(weights * softplus(signs * scores)) / len(centres)
    slopes = weights * signs * np.exp(-softplus(-signs * scores)) / len(centres)
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    np.add.at(dU, centres, np.einsum("bk,bkd->bd", slopes, C[ids]))
    np.add.at(dC, ids, slopes[:, :, None] * U[centres][:, None, :])
    return loss, dU, dC

# %% overflow: The logarithm of a sigmoid that was rounded to 0 is infinite; use softplus.
def sgns(U, C, centres, contexts, negatives):
    ids = np.column_stack([contexts, negatives])
    weights = ids != contexts[:, None]
    weights[:, 0] = True
    signs = np.where(np.arange(ids.shape[1]) == 0, -1.0, 1.0)
    scores = np.einsum("bd,bkd->bk", U[centres], C[ids])
    loss = -np.sum(weights * np.log(1 / (1 + np.exp(signs * scores)))) / len(centres)
    slopes = weights * signs * np.exp(-softplus(-signs * scores)) / len(centres)
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    np.add.at(dU, centres, np.einsum("bk,bkd->bd", slopes, C[ids]))
    np.add.at(dC, ids, slopes[:, :, None] * U[centres][:, None, :])
    return loss, dU, dC

# %% slopes-exchanged: The slope of U was sent through U, and that of C through C.
def sgns(U, C, centres, contexts, negatives):
    ids = np.column_stack([contexts, negatives])
    weights = ids != contexts[:, None]
    weights[:, 0] = True
    signs = np.where(np.arange(ids.shape[1]) == 0, -1.0, 1.0)
    scores = np.einsum("bd,bkd->bk", U[centres], C[ids])
    loss = np.sum(weights * softplus(signs * scores)) / len(centres)
    slopes = weights * signs * np.exp(-softplus(-signs * scores)) / len(centres)
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    np.add.at(dU, centres, np.einsum("bk,bd->bd", slopes, U[centres]))
    np.add.at(dC, ids, slopes[:, :, None] * U[centres][:, None, :])
    return loss, dU, dC

# %% clipped: The sigmoid was clipped: a cost is what the score says, however large.
def sgns(U, C, centres, contexts, negatives):
    ids = np.column_stack([contexts, negatives])
    weights = ids != contexts[:, None]
    weights[:, 0] = True
    signs = np.where(np.arange(ids.shape[1]) == 0, -1.0, 1.0)
    scores = np.einsum("bd,bkd->bk", U[centres], C[ids])
    loss = np.sum(weights * -np.log(np.clip(np.exp(-softplus(signs * scores)), 1e-10, 1.0))) / len(centres)
    slopes = weights * signs * np.exp(-softplus(-signs * scores)) / len(centres)
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    np.add.at(dU, centres, np.einsum("bk,bkd->bd", slopes, C[ids]))
    np.add.at(dC, ids, slopes[:, :, None] * U[centres][:, None, :])
    return loss, dU, dC
