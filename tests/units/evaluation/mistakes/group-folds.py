# %% in-turn: The groups were dealt in turn by their numbers, whatever their sizes.
def group_folds(groups, k):
    names, member = np.unique(groups, return_inverse=True)
    if len(names) < k:
        raise ValueError
    return member % k
# %% fewest-groups: The fold with the fewest groups was filled; rows are to be counted.
def group_folds(groups, k):
    names, sizes = np.unique(groups, return_counts=True)
    if len(names) < k:
        raise ValueError
    folds, filled = np.empty(len(groups), dtype=int), np.zeros(k, dtype=int)
    for i in np.argsort(-sizes, kind="stable"):
        f = np.argmin(filled)
        folds[groups == names[i]] = f
        filled[f] += 1
    return folds
# %% small-first: The smallest groups came first, and the large ones upset the balance at the end.
def group_folds(groups, k):
    names, sizes = np.unique(groups, return_counts=True)
    if len(names) < k:
        raise ValueError
    folds, filled = np.empty(len(groups), dtype=int), np.zeros(k, dtype=int)
    for i in np.argsort(sizes, kind="stable"):
        f = np.argmin(filled)
        folds[groups == names[i]] = f
        filled[f] += sizes[i]
    return folds
# %% by-number: The groups were taken in the order of their numbers instead of their sizes.
def group_folds(groups, k):
    names, sizes = np.unique(groups, return_counts=True)
    if len(names) < k:
        raise ValueError
    folds, filled = np.empty(len(groups), dtype=int), np.zeros(k, dtype=int)
    for i in range(len(names)):
        f = np.argmin(filled)
        folds[groups == names[i]] = f
        filled[f] += sizes[i]
    return folds
# %% ties-reversed: Of equally large groups the one with the larger number came first.
def group_folds(groups, k):
    names, sizes = np.unique(groups, return_counts=True)
    if len(names) < k:
        raise ValueError
    folds, filled = np.empty(len(groups), dtype=int), np.zeros(k, dtype=int)
    for i in np.argsort(sizes, kind="stable")[::-1]:
        f = np.argmin(filled)
        folds[groups == names[i]] = f
        filled[f] += sizes[i]
    return folds
# %% last-of-equals: Of equally full folds the last one was taken.
def group_folds(groups, k):
    names, sizes = np.unique(groups, return_counts=True)
    if len(names) < k:
        raise ValueError
    folds, filled = np.empty(len(groups), dtype=int), np.zeros(k, dtype=int)
    for i in np.argsort(-sizes, kind="stable"):
        f = k - 1 - np.argmin(filled[::-1])
        folds[groups == names[i]] = f
        filled[f] += sizes[i]
    return folds
# %% rows-dealt: The rows were dealt one by one, so that groups are torn apart.
def group_folds(groups, k):
    if len(np.unique(groups)) < k:
        raise ValueError
    folds = np.empty(len(groups), dtype=int)
    folds[np.argsort(groups, kind="stable")] = np.arange(len(groups)) % k
    return folds
# %% empty-folds: Too few groups were accepted, and a fold stays empty.
def group_folds(groups, k):
    names, sizes = np.unique(groups, return_counts=True)
    folds, filled = np.empty(len(groups), dtype=int), np.zeros(k, dtype=int)
    for i in np.argsort(-sizes, kind="stable"):
        f = np.argmin(filled)
        folds[groups == names[i]] = f
        filled[f] += sizes[i]
    return folds
# %% rows-counted-for-groups: Too few rows were refused instead of too few groups.
def group_folds(groups, k):
    if len(groups) < k:
        raise ValueError
    names, sizes = np.unique(groups, return_counts=True)
    folds, filled = np.empty(len(groups), dtype=int), np.zeros(k, dtype=int)
    for i in np.argsort(-sizes, kind="stable"):
        f = np.argmin(filled)
        folds[groups == names[i]] = f
        filled[f] += sizes[i]
    return folds
# %% full-folds-are-closed: A fold that had reached its share of the rows was closed, and the last one took the rest.
def group_folds(groups, k):
    names, sizes = np.unique(groups, return_counts=True)
    if len(names) < k:
        raise ValueError
    folds, filled, f = np.empty(len(groups), dtype=int), np.zeros(k, dtype=int), 0
    for i in np.argsort(-sizes, kind="stable"):
        folds[groups == names[i]] = f
        filled[f] += sizes[i]
        if filled[f] >= len(groups) / k and f < k - 1:
            f += 1
    return folds
