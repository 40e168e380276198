# %% ties-in-order: Equal scores got different ranks, in the order in which they stand.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            ranks = np.empty(len(y))
            ranks[np.argsort(S[:, j], kind="stable")] = np.arange(1, len(y) + 1)
            areas[j] = (ranks[own].sum() - ones * (ones + 1) / 2) / (ones * others)
    return areas
# %% ties-lost: Pairs with equal scores counted as lost; they count one half.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = np.mean(S[own, j][:, None] > S[~own, j])
    return areas
# %% ties-won: Pairs with equal scores counted as won; they count one half.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = np.mean(S[own, j][:, None] >= S[~own, j])
    return areas
# %% upside-down: The ranks run from the highest score, which gives 1 minus the area.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(-S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = (ranks[own].sum() - ones * (ones + 1) / 2) / (ones * others)
    return areas
# %% ranks-from-zero: n1 (n1 - 1) / 2 was subtracted, though the ranks begin at 1.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = (ranks[own].sum() - ones * (ones - 1) / 2) / (ones * others)
    return areas
# %% own-pairs-kept: The pairs within the class were not subtracted.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = (ranks[own].sum()) / (ones * others)
    return areas
# %% square-of-n: It was divided by something other than the number of pairs between the class and the others.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = (ranks[own].sum() - ones * (ones + 1) / 2) / (len(y) / 2) ** 2
    return areas
# %% absent-is-zero: A class without samples has no pairs, and its area is nan, not 0.
def aucs(S, y):
    areas = np.zeros(S.shape[1])
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = (ranks[own].sum() - ones * (ones + 1) / 2) / (ones * others)
    return areas
# %% absent-is-half: A class without samples has no pairs, and its area is nan, not one half.
def aucs(S, y):
    areas = np.full(S.shape[1], 0.5)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = (ranks[own].sum() - ones * (ones + 1) / 2) / (ones * others)
    return areas
# %% first-column: The first column was read for every class.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, 0], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = (ranks[own].sum() - ones * (ones + 1) / 2) / (ones * others)
    return areas
# %% class-one-only: The area of class 1 was returned for every column.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == 1
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = (ranks[own].sum() - ones * (ones + 1) / 2) / (ones * others)
    return areas
# %% highest-rank: Equal scores all got the highest of their ranks instead of the mean.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts))[level.ravel()]
            areas[j] = (ranks[own].sum() - ones * (ones + 1) / 2) / (ones * others)
    return areas
# %% levels-for-ranks: The number of the level was taken for the rank, so that equal scores count as one sample.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = level.ravel() + 1.0
            areas[j] = (ranks[own].sum() - ones * (ones + 1) / 2) / (ones * others)
    return areas
# %% rounded: The scores were rounded, and different ones became equal.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j].round(3), return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = (ranks[own].sum() - ones * (ones + 1) / 2) / (ones * others)
    return areas
# %% at-one-half: Yes was said at 0.5 and above: that is one point of the curve, not the area.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            yes = S[:, j] >= 0.5
            areas[j] = (yes[own].mean() + 1 - yes[~own].mean()) / 2
    return areas
# %% mean-of-all: One number was returned, the mean over the classes.
def aucs(S, y):
    areas = np.full(S.shape[1], np.nan)
    for j in range(S.shape[1]):
        own = y == j
        ones, others = own.sum(), (~own).sum()
        if ones and others:
            _, level, counts = np.unique(S[:, j], return_inverse=True, return_counts=True)
            ranks = (np.cumsum(counts) - (counts - 1) / 2)[level.ravel()]
            areas[j] = (ranks[own].sum() - ones * (ones + 1) / 2) / (ones * others)
    return np.nanmean(areas) if not np.isnan(areas).all() else np.nan
