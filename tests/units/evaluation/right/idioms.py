# %% stratified-folds
def stratified_folds(y, k, seed):
    r = np.random.default_rng(seed)
    order = np.lexsort((r.random(len(y)), y))
    folds = np.zeros(y.shape, dtype=np.int32)
    for f in range(k):
        folds[order[f::k]] = f
    return folds

# %% group-folds
def group_folds(groups, k):
    names, member, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    if names.size < k:
        raise ValueError
    home, load = np.zeros(names.size, dtype=int), np.zeros(k)
    for i in np.lexsort((names, -sizes)):
        home[i] = load.argmin()
        load[home[i]] += sizes[i]
    return home[member.ravel()]

# %% held-out
def held_out(X, y, folds, m):
    def rule(A, t):
        middle, spread = A.mean(0), A.std(0)
        spread[spread == 0] = 1.0
        B = (A - middle) / spread
        centres = np.stack([B[t == c].mean(0) for c in (0, 1)])
        kept = np.argsort(-np.abs(centres[1] - centres[0]), kind="stable")[:m]

        def lean(A):
            away = ((A - middle) / spread)[:, None, kept] - centres[:, kept]
            return (away**2).sum(-1) @ np.array([1.0, -1.0])

        L = lean(A)
        order = np.argsort(L)
        right = ((L[None] >= L[order][:, None]) == (t == 1)).sum(1)
        return lambda rows: (lean(rows) >= L[order][right.argmax()]).astype(int)

    predicted = np.full(y.shape, -1)
    for f in set(folds.tolist()):
        own = folds == f
        predicted[own] = rule(X[~own], y[~own])(X[np.where(own)[0]])
    return predicted

# %% report
def report(truth, predicted, k, empty):
    matrix = np.zeros((k, k), dtype=np.int64)
    np.add.at(matrix, (truth, predicted), 1)
    tp = matrix.diagonal().astype(float)
    rows, columns = matrix.sum(1), matrix.sum(0)
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = np.array([tp / columns, tp / rows, tp / ((rows + columns) / 2)])
    macro = np.nanmean(scores[2])
    scores[np.isnan(scores)] = empty
    return matrix, scores, macro

# %% aucs
def aucs(S, y):
    def one(scores, own):
        if own.all() or not own.any():
            return np.nan
        low = np.sort(scores[~own])
        below, upto = np.searchsorted(low, scores[own], "left"), np.searchsorted(low, scores[own], "right")
        return (below + upto).mean() / 2 / len(low)

    return np.array([one(column, y == j) for j, column in enumerate(S.T)])

# %% select
def select(fit, score, X, y, grid, folds):
    parts = [(np.where((folds != f) & (folds != -1))[0], np.where(folds == f)[0]) for f in np.unique(folds[folds >= 0])]
    table = np.array([[score(fit(X[a], y[a], s), X[b], y[b]) for a, b in parts] for s in grid], dtype=float)
    means = np.where(np.isnan(table).any(axis=1), -np.inf, table.sum(axis=1))
    if np.isnan(table).any(axis=1).all():
        raise ValueError("nothing to choose from")
    best = grid[int(means.argmax())]
    model = fit(X[folds > -1], y[folds > -1], best)
    return best, model, table, score(model, X[folds == -1], y[folds == -1])

# %% cheapest
def cheapest(scores, labels, miss, alarm, base_rate):
    ones, zeros = np.sort(scores[labels == 1]), np.sort(scores[labels == 0])
    t = np.concatenate([scores, [np.inf, -np.inf]])
    missed = np.searchsorted(ones, t, "left") / ones.size
    false = 1 - np.searchsorted(zeros, t, "left") / zeros.size
    cost = np.array([base_rate * miss, (1 - base_rate) * alarm]) @ np.stack([missed, false])
    return t[cost.argmin()], cost.min()

# %% counter-examples
def counter_examples():
    return {
        "f1": np.array([[0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0], [1, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0]]),
        "auc": 0.5 + LABELS / 2,
        "r2": TARGETS - 50,
        "hospitals": np.array([[20, 20], [300, 500], [425, 500], [10, 20]]),
    }
