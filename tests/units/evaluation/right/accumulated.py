# %% stratified-folds
def stratified_folds(y, k, seed):
    rng = np.random.default_rng(seed)
    lots = rng.permutation(len(y))
    rank = [int(np.sum((y < y[i]) | ((y == y[i]) & (lots < lots[i])))) for i in range(len(y))]
    return np.mod(rank, k)

# %% group-folds
def group_folds(groups, k):
    from collections import Counter
    from heapq import heapify, heapreplace

    sizes = Counter(groups.tolist())
    if k > len(sizes):
        raise ValueError("more folds than groups")
    heap, home = [(0, f) for f in range(k)], {}
    heapify(heap)
    for size, g in sorted((-c, g) for g, c in sizes.items()):
        rows, f = heap[0]
        home[g] = f
        heapreplace(heap, (rows - size, f))
    return np.vectorize(home.get)(groups)

# %% held-out
def held_out(X, y, folds, m):
    predicted = np.zeros_like(y)
    for f in np.unique(folds):
        A, t, B = X[folds != f], y[folds != f], X[folds == f]
        s = np.std(A, axis=0)
        s = np.where(s > 0, s, 1)
        A, B = (A - np.mean(A, axis=0)) / s, (B - np.mean(A, axis=0)) / s
        high, low = A[t == 1].mean(axis=0), A[t == 0].mean(axis=0)
        kept = np.argsort(np.abs(high - low)[::-1], kind="stable")[::-1][:m]
        kept = A.shape[1] - 1 - kept
        lean_A = np.sum((A[:, kept] - low[kept]) ** 2 - (A[:, kept] - high[kept]) ** 2, axis=1)
        lean_B = np.sum((B[:, kept] - low[kept]) ** 2 - (B[:, kept] - high[kept]) ** 2, axis=1)
        order = np.argsort(lean_A)
        wins = np.cumsum(t[order][::-1])[::-1] + np.append(0, np.cumsum(1 - t[order])[:-1])
        predicted[folds == f] = lean_B >= lean_A[order[np.argmax(wins)]]
    return predicted

# %% report
def report(truth, predicted, k, empty):
    T, P = np.eye(k, dtype=int)[truth], np.eye(k, dtype=int)[predicted]
    matrix = T.T @ P
    tp, fp, fn = (T * P).sum(0), ((1 - T) * P).sum(0), (T * (1 - P)).sum(0)
    ratios = []
    for top, bottom in [(tp, tp + fp), (tp, tp + fn), (2 * tp, 2 * tp + fp + fn)]:
        ratios.append(np.where(bottom == 0, float(empty), top / np.maximum(bottom, 1)))
    return matrix, np.array(ratios), float(np.mean(ratios[2][tp + fp + fn > 0]))

# %% aucs
def aucs(S, y):
    result = []
    for j in range(S.shape[1]):
        levels = np.unique(S[:, j])[::-1]
        hits = np.array([0] + [np.sum(S[y == j, j] >= t) for t in levels], dtype=float)
        false = np.array([0] + [np.sum(S[y != j, j] >= t) for t in levels], dtype=float)
        area = np.sum(np.diff(false) * (hits[1:] + hits[:-1]) / 2)
        pairs = hits[-1] * false[-1]
        result.append(area / pairs if pairs else np.nan)
    return result

# %% select
def select(fit, score, X, y, grid, folds):
    table = np.zeros((len(grid), int(folds.max()) + 1))
    for f in range(table.shape[1]):
        learn = (folds != f) & (folds != -1)
        for i in range(len(grid)):
            table[i, f] = score(fit(X[learn], y[learn], grid[i]), X[folds == f], y[folds == f])
    usable = [i for i in range(len(grid)) if not np.isnan(table[i]).any()]
    if not usable:
        raise ValueError("no usable setting")
    best = grid[max(usable, key=lambda i: np.mean(table[i]))]
    model = fit(X[folds >= 0], y[folds >= 0], best)
    return best, model, table, score(model, X[folds < 0], y[folds < 0])

# %% cheapest
def cheapest(scores, labels, miss, alarm, base_rate):
    order = np.argsort(-scores, kind="stable")
    found = np.cumsum(labels[order]) / labels.sum()
    false = np.cumsum(1 - labels[order]) / np.sum(1 - labels)
    ends = np.append(np.flatnonzero(np.diff(scores[order])), len(scores) - 1)
    cost = base_rate * miss * (1 - found[ends]) + (1 - base_rate) * alarm * false[ends]
    never = base_rate * miss
    best = cost.argmin()
    return (np.inf, never) if never < cost[best] else (scores[order][ends[best]], cost[best])

# %% counter-examples
def counter_examples():
    return {
        "f1": [[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0]],
        "auc": [1.0 if label else 0.99 for label in LABELS],
        "r2": list(2.5 * TARGETS),
        "hospitals": [[1, 1], [500, 999], [930, 999], [0, 1]],
    }
