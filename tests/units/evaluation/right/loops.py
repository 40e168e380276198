# %% stratified-folds
def stratified_folds(y, k, seed):
    rng, folds, turn = np.random.default_rng(seed), [0] * len(y), 0
    for label in sorted(set(y.tolist())):
        rows = [i for i in range(len(y)) if y[i] == label]
        rng.shuffle(rows)
        for i in rows:
            folds[i] = turn
            turn = (turn + 1) % k
    return np.array(folds)

# %% group-folds
def group_folds(groups, k):
    sizes = {}
    for g in groups.tolist():
        sizes[g] = sizes.get(g, 0) + 1
    if len(sizes) < k:
        raise ValueError("too few groups")
    rows, place = [0] * k, {}
    for g in sorted(sizes, key=lambda g: (-sizes[g], g)):
        place[g] = rows.index(min(rows))
        rows[place[g]] += sizes[g]
    return np.array([place[g] for g in groups.tolist()])

# %% held-out
def held_out(X, y, folds, m):
    answers = [0] * len(y)
    for fold in set(folds.tolist()):
        learn = [j for j in range(len(y)) if folds[j] != fold]
        middle, spread = [], []
        for column in X[learn].T:
            mean = sum(column) / len(column)
            deviation = (sum((column - mean) ** 2) / len(column)) ** 0.5
            constant = len(set(column.tolist())) == 1
            middle.append(column[0] if constant else mean)
            spread.append(1.0 if constant else deviation)
        Z = (X - middle) / spread
        centres = {}
        for c in (0, 1):
            rows = [Z[j] for j in learn if y[j] == c]
            centres[c] = sum(rows) / len(rows)
        kept = sorted(range(X.shape[1]), key=lambda c: (-abs(centres[1][c] - centres[0][c]), c))[:m]
        leans = []
        for row in Z:
            leans.append(sum((row[c] - centres[0][c]) ** 2 - (row[c] - centres[1][c]) ** 2 for c in kept))
        best, cut = -1, None
        for candidate in sorted(leans[j] for j in learn):
            right = sum((leans[j] >= candidate) == (y[j] == 1) for j in learn)
            if right > best:
                best, cut = right, candidate
        for j in range(len(y)):
            if folds[j] == fold:
                answers[j] = int(leans[j] >= cut)
    return np.array(answers)

# %% report
def report(truth, predicted, k, empty):
    matrix = np.zeros((k, k), dtype=int)
    for t, p in zip(truth, predicted):
        matrix[t, p] += 1
    scores, kept = np.zeros((3, k)), []
    for c in range(k):
        tp = matrix[c, c]
        fp, fn = matrix[:, c].sum() - tp, matrix[c].sum() - tp
        scores[0, c] = tp / (tp + fp) if tp + fp else empty
        scores[1, c] = tp / (tp + fn) if tp + fn else empty
        scores[2, c] = tp / (tp + (fp + fn) / 2) if tp + fp + fn else empty
        if tp + fp + fn:
            kept.append(scores[2, c])
    return [matrix, scores, sum(kept) / len(kept)]

# %% aucs
def aucs(S, y):
    areas = []
    for j in range(S.shape[1]):
        won = pairs = 0
        for a in S[y == j, j]:
            for b in S[y != j, j]:
                won += 1 if a > b else 0.5 if a == b else 0
                pairs += 1
        areas.append(won / pairs if pairs else np.nan)
    return np.array(areas)

# %% select
def select(fit, score, X, y, grid, folds):
    k, table, best, highest = max(folds) + 1, [], None, None
    for setting in grid:
        row = []
        for f in range(k):
            learn = [i for i in range(len(y)) if folds[i] not in (f, -1)]
            check = [i for i in range(len(y)) if folds[i] == f]
            model = fit(X[learn], y[learn], setting)
            row.append(score(model, X[check], y[check]))
        table.append(row)
        mean = sum(row) / k
        if mean == mean and (highest is None or mean > highest):
            best, highest = setting, mean
    if highest is None:
        raise ValueError("every setting failed")
    rest, test = np.flatnonzero(folds != -1), np.flatnonzero(folds == -1)
    model = fit(X[rest], y[rest], best)
    return best, model, table, score(model, X[test], y[test])

# %% cheapest
def cheapest(scores, labels, miss, alarm, base_rate):
    best, least = None, None
    for t in [np.inf, *sorted(scores.tolist(), reverse=True)]:
        missed = sum(s < t for s, c in zip(scores, labels) if c == 1) / sum(labels == 1)
        false = sum(s >= t for s, c in zip(scores, labels) if c == 0) / sum(labels == 0)
        cost = base_rate * missed * miss + (1 - base_rate) * false * alarm
        if least is None or cost < least:
            best, least = t, cost
    return float(best), float(least)

# %% counter-examples
def counter_examples():
    return {
        "f1": ([1, 0, 0, 0] + [0] * 8, [1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 0]),
        "auc": np.where(LABELS == 1, 1.0, 0.5),
        "r2": (10 * TARGETS).tolist(),
        "hospitals": [[90, 100], [300, 900], [750, 900], [20, 100]],
    }
