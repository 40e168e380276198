# %% is-standing
def is_standing(pictures):
    pictures = pictures - np.median(pictures, axis=(1, 2), keepdims=True)
    columns = np.abs(np.einsum("nij->nj", pictures)).max(axis=1) / pictures.shape[1]
    rows = np.abs(np.einsum("nij->ni", pictures)).max(axis=1) / pictures.shape[2]
    return (columns > rows).astype(np.int64)

# %% nearest-mean
def fit_means(X, y, k):
    member = (np.arange(k)[:, None] == y).astype(float)
    sums = np.einsum("cn,nd->cd", member, X.astype(float))
    means = np.full(sums.shape, np.nan)
    size = member.sum(axis=1)
    means[size > 0] = sums[size > 0] / size[size > 0, None]
    return means


def nearest(X, means):
    there = np.flatnonzero(~np.isnan(means).any(axis=1))
    apart = X.astype(float)[:, None] - means[there]
    return there[np.einsum("nkd,nkd->nk", apart, apart).argmin(axis=1)]

# %% report
def report(predicted, target, k):
    shown, said = np.eye(k, dtype=int)[target], np.eye(k, dtype=int)[predicted]
    matrix = np.einsum("ni,nj->ij", shown, said)
    rows = matrix.sum(axis=1)
    balanced = np.mean([matrix[c, c] / rows[c] for c in range(k) if rows[c]])
    return matrix, np.trace(matrix) / matrix.sum(), balanced

# %% choose
def choose(settings, scores):
    scores = np.asarray(scores)
    r = scores.shape[1]
    means = np.einsum("mr->m", scores) / r
    best = int(np.argmax(means))
    off = scores[best] - means[best]
    bar = means[best] - np.sqrt(np.einsum("r,r->", off, off) / (r * (r - 1)))
    good = [(int(s), i) for i, s in enumerate(settings) if means[i] >= bar]
    return min(good)[0], bar
