# %% first-failure: the search stopped at the first threshold that failed; further down the share may rise again
def cutoff(confidence, right, precision, least):
    found = (np.inf, 0.0, np.nan)
    for t in np.unique(confidence)[::-1]:
        given = confidence >= t
        if given.sum() >= least:
            if right[given].mean() < precision:
                break
            found = (float(t), given.mean(), right[given].mean())
    return found

# %% highest: the highest threshold that does was taken; the lowest answers more pictures
def cutoff(confidence, right, precision, least):
    for t in np.unique(confidence)[::-1]:
        given = confidence >= t
        if given.sum() >= least and right[given].mean() >= precision:
            return float(t), given.mean(), right[given].mean()
    return np.inf, 0.0, np.nan

# %% above-only: an answer exactly as sure as the threshold is given, too
def cutoff(confidence, right, precision, least):
    for t in np.unique(confidence):
        given = confidence > t
        if given.any() and given.sum() >= least and right[given].mean() >= precision:
            return float(t), given.mean(), right[given].mean()
    return np.inf, 0.0, np.nan

# %% no-least: the number of answers was not asked for, and one lucky answer proves nothing
def cutoff(confidence, right, precision, least):
    for t in np.unique(confidence):
        given = confidence >= t
        if right[given].mean() >= precision:
            return float(t), given.mean(), right[given].mean()
    return np.inf, 0.0, np.nan

# %% unsorted: the confidences were taken in the order in which they come; they are not sorted
def cutoff(confidence, right, precision, least):
    found = (np.inf, 0.0, np.nan)
    for n in range(1, len(confidence) + 1):
        if n >= least and right[:n].mean() >= precision:
            found = (float(confidence[n - 1]), n / len(confidence), right[:n].mean())
    return found

# %% splits-ties: pictures that are equally sure were divided between answered and not answered
def cutoff(confidence, right, precision, least):
    order = np.argsort(-confidence, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(right) + 1)
    fits = np.flatnonzero((share >= precision) & (np.arange(1, len(right) + 1) >= least))
    if not len(fits):
        return np.inf, 0.0, np.nan
    return float(confidence[order][fits[-1]]), (fits[-1] + 1) / len(right), share[fits[-1]]
