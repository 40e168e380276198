# %% best-mean: the setting with the highest mean was taken, though a smaller one is nearly as good
def choose(settings, scores):
    settings, scores = np.asarray(settings), np.asarray(scores)
    means = scores.mean(axis=1)
    top = scores[means.argmax()]
    se = top.std(ddof=1) / np.sqrt(len(top))
    bar = top.mean() - se
    return settings[means.argmax()], bar
# %% place: the place in the list was returned instead of the setting
def choose(settings, scores):
    settings, scores = np.asarray(settings), np.asarray(scores)
    means = scores.mean(axis=1)
    top = scores[means.argmax()]
    se = top.std(ddof=1) / np.sqrt(len(top))
    bar = top.mean() - se
    return int(np.flatnonzero(means >= bar)[settings[means >= bar].argmin()]), bar
# %% first: the first setting in the list that reaches the bar was taken, not the smallest
def choose(settings, scores):
    settings, scores = np.asarray(settings), np.asarray(scores)
    means = scores.mean(axis=1)
    top = scores[means.argmax()]
    se = top.std(ddof=1) / np.sqrt(len(top))
    bar = top.mean() - se
    return settings[means >= bar][0], bar
# %% ddof: the spread was divided by r, not by r - 1; pass ddof=1
def choose(settings, scores):
    settings, scores = np.asarray(settings), np.asarray(scores)
    means = scores.mean(axis=1)
    top = scores[means.argmax()]
    se = top.std() / np.sqrt(len(top))
    bar = top.mean() - se
    return settings[means >= bar].min(), bar
# %% no-root-of-r: the spread of single scores was subtracted; the mean of r scores is off by less, by the root of r
def choose(settings, scores):
    settings, scores = np.asarray(settings), np.asarray(scores)
    means = scores.mean(axis=1)
    top = scores[means.argmax()]
    se = top.std(ddof=1)
    bar = top.mean() - se
    return settings[means >= bar].min(), bar
# %% by-r: divided by r instead of its root
def choose(settings, scores):
    settings, scores = np.asarray(settings), np.asarray(scores)
    means = scores.mean(axis=1)
    top = scores[means.argmax()]
    se = top.std(ddof=1) / len(top)
    bar = top.mean() - se
    return settings[means >= bar].min(), bar
# %% variance: the variance was used instead of its root
def choose(settings, scores):
    settings, scores = np.asarray(settings), np.asarray(scores)
    means = scores.mean(axis=1)
    top = scores[means.argmax()]
    se = top.var(ddof=1) / np.sqrt(len(top))
    bar = top.mean() - se
    return settings[means >= bar].min(), bar
# %% added: the standard error was added to the mean
def choose(settings, scores):
    settings, scores = np.asarray(settings), np.asarray(scores)
    means = scores.mean(axis=1)
    top = scores[means.argmax()]
    se = top.std(ddof=1) / np.sqrt(len(top))
    bar = top.mean() + se
    return (settings[means >= bar].min() if (means >= bar).any() else settings[means.argmax()]), bar
# %% single-best: the setting with the highest single score was taken for the best
def choose(settings, scores):
    settings, scores = np.asarray(settings), np.asarray(scores)
    means = scores.mean(axis=1)
    top = scores[means.argmax()]
    top = scores[scores.max(axis=1).argmax()]
    se = top.std(ddof=1) / np.sqrt(len(top))
    bar = top.mean() - se
    return settings[means >= bar].min(), bar
# %% wrong-axis: the means were taken over the settings instead of the splits
def choose(settings, scores):
    settings, scores = np.asarray(settings), np.asarray(scores)
    means = scores.mean(axis=1)
    top = scores[means.argmax()]
    means = scores.mean(axis=0)
    top = scores[:, means.argmax()]
    se = top.std(ddof=1) / np.sqrt(len(top))
    bar = top.mean() - se
    return settings[scores.mean(axis=1) >= bar].min(), bar
# %% widest: the spread of the most uneven setting was used instead of that of the best
def choose(settings, scores):
    settings, scores = np.asarray(settings), np.asarray(scores)
    means = scores.mean(axis=1)
    top = scores[means.argmax()]
    se = scores.std(axis=1, ddof=1).max() / np.sqrt(len(top))
    bar = top.mean() - se
    return settings[means >= bar].min(), bar
