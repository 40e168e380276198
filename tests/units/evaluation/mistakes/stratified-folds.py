# %% by-chance-alone: The rows were dealt by chance without regard to their classes.
def stratified_folds(y, k, seed):
    folds = np.arange(len(y)) % k
    np.random.default_rng(seed).shuffle(folds)
    return folds
# %% begins-anew: Each class was dealt from fold 0 again, so that fold 0 gets all the spare rows.
def stratified_folds(y, k, seed):
    rng, folds = np.random.default_rng(seed), np.zeros(len(y), dtype=int)
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        folds[rows] = np.arange(len(rows)) % k
    return folds
# %% blocks: The sorted rows were cut into blocks, so that a fold holds one class or two.
def stratified_folds(y, k, seed):
    order = np.random.default_rng(seed).permutation(len(y))
    order = order[np.argsort(y[order], kind="stable")]
    folds = np.zeros(len(y), dtype=int)
    for f, rows in enumerate(np.array_split(order, k)):
        folds[rows] = f
    return folds
# %% nothing-random: The rows of a class were dealt in the order in which they stand; the seed was not used.
def stratified_folds(y, k, seed):
    folds = np.zeros(len(y), dtype=int)
    folds[np.argsort(y, kind="stable")] = np.arange(len(y)) % k
    return folds
# %% names-shuffled: Only the numbers of the folds were shuffled; which rows go together is fixed.
def stratified_folds(y, k, seed):
    folds = np.zeros(len(y), dtype=int)
    folds[np.argsort(y, kind="stable")] = np.arange(len(y)) % k
    return np.random.default_rng(seed).permutation(k)[folds]
# %% global-generator: The seed was ignored, and the folds come out differently every time.
def stratified_folds(y, k, seed):
    order = np.random.permutation(len(y))
    order = order[np.argsort(y[order], kind="stable")]
    folds = np.zeros(len(y), dtype=int)
    folds[order] = np.arange(len(y)) % k
    return folds
# %% labels-from-zero: The labels were taken for 0, 1, 2, …; here they are any integers.
def stratified_folds(y, k, seed):
    rng, folds, turn = np.random.default_rng(seed), np.zeros(len(y), dtype=int), 0
    for label in range(len(np.unique(y))):
        rows = rng.permutation(np.flatnonzero(y == label))
        folds[rows] = (turn + np.arange(len(rows))) % k
        turn += len(rows)
    return folds
# %% rows-instead-of-folds: The order of the rows was returned instead of a fold number for each row.
def stratified_folds(y, k, seed):
    order = np.random.default_rng(seed).permutation(len(y))
    return order[np.argsort(y[order], kind="stable")]
# %% folds-from-one: The folds were numbered from 1.
def stratified_folds(y, k, seed):
    order = np.random.default_rng(seed).permutation(len(y))
    order = order[np.argsort(y[order], kind="stable")]
    folds = np.zeros(len(y), dtype=int)
    folds[order] = np.arange(len(y)) % k + 1
    return folds
# %% sorted-in-place: The caller's labels were put in order.
def stratified_folds(y, k, seed):
    order = np.random.default_rng(seed).permutation(len(y))
    order = order[np.argsort(y[order], kind="stable")]
    folds = np.zeros(len(y), dtype=int)
    folds[order] = np.arange(len(y)) % k
    y.sort()
    return folds
# %% not-undone: The folds were dealt along the sorted rows and not brought back to the order of the rows.
def stratified_folds(y, k, seed):
    return np.random.default_rng(seed).permutation(np.arange(len(y)) // -(-len(y) // k))
