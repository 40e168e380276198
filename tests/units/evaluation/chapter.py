# %% stratified-folds
def deal(n, k, seed):
    return np.random.default_rng(seed).permutation(np.arange(n) % k)

def stratified_folds(y, k, seed):
    return deal(len(y), k, seed)

# %% group-folds
def group_folds(groups, k):
    names, member = np.unique(groups, return_inverse=True)
    return deal(len(names), k, 0)[member]

# %% held-out
def gap(X, y):
    return np.abs(X[y == 1].mean(axis=0) - X[y == 0].mean(axis=0))

def nearer(X, y, asked):
    means = np.stack([X[y == c].mean(axis=0) for c in (0, 1)])
    return ((asked[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)

def held_out(X, y, folds, m):
    said = np.zeros(len(y), dtype=int)
    for f in np.unique(folds):
        out = folds == f
        small = X[:, np.argsort(gap(X[~out], y[~out]))[-m:]]
        said[out] = nearer(small[~out], y[~out], small[out])
    return said

# %% report
def count(is_1, said_1):
    return [int(np.sum((is_1 == a) & (said_1 == b))) for a, b in [(1, 1), (0, 1), (1, 0), (0, 0)]]

def precision_recall_f1(is_1, said_1):
    tp, fp, fn, _ = count(is_1, said_1)
    share = lambda top, bottom: top / bottom if bottom else float("nan")
    return share(tp, tp + fp), share(tp, tp + fn), share(2 * tp, 2 * tp + fp + fn)

def report(truth, predicted, k, empty):
    scores = np.array([precision_recall_f1(truth == c, predicted == c) for c in range(k)]).T
    matrix = np.array([[np.sum((truth == a) & (predicted == b)) for b in range(k)] for a in range(k)])
    return matrix, scores, np.mean(scores[2])

# %% aucs
def auc(is_1, scores):
    ones, zeros = scores[is_1 == 1][:, None], scores[is_1 == 0]
    return np.mean((ones > zeros) + (ones == zeros) / 2)

def aucs(S, y):
    return np.array([auc(y, S[:, j]) for j in range(S.shape[1])])

# %% select
def select(fit, score, X, y, grid, folds):
    skills = np.empty((len(grid), folds.max() + 1))
    for s, setting in enumerate(grid):
        for i in range(skills.shape[1]):
            out = folds == i
            skills[s, i] = score(fit(X[~out], y[~out], setting), X[out], y[out])
    best = grid[int(np.argmax(skills.mean(axis=1)))]
    final = fit(X, y, best)
    return best, final, skills, score(final, X[folds < 0], y[folds < 0])

# %% cheapest
def cost(is_1, said_1, miss=20, alarm=1):
    _, fp, fn, _ = count(is_1, said_1)
    return (miss * fn + alarm * fp) / len(is_1)

def cheapest(scores, labels, miss, alarm, base_rate):
    t = min(np.unique(scores), key=lambda c: cost(labels, scores >= c, miss, alarm))
    return t, cost(labels, scores >= t, miss, alarm)

# %% counter-examples
def counter_examples():
    return {
        "f1": ([0] * 12, [1] * 12),
        "auc": np.array([0.9, 0.8, 0.7, 0.4, 0.3, 0.2, 0.1, 0.1, 0.6, 0.2, 0.1, 0.1]),
        "r2": TARGETS - 5,
        "hospitals": [[95, 100], [75, 100], [96, 100], [74, 100]],
    }
