# %% columns-of-all: the columns were chosen with the held-out samples and their labels
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held, rest = order[:test], order[test:]
    gap = abs(X[y == 1].mean(axis=0) - X[y == 0].mean(axis=0))
    columns = np.argsort(-gap)[:keep]
    centre, scale = X[rest][:, columns].mean(axis=0), X[rest][:, columns].std(axis=0)
    known, new = (X[rest][:, columns] - centre) / scale, (X[held][:, columns] - centre) / scale
    means = np.array([known[y[rest] == c].mean(axis=0) for c in (0, 1)])
    predicted = ((new[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.mean(predicted == y[held]), predicted
# %% scale-of-all: the scale was taken from all samples, the held-out ones included
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held, rest = order[:test], order[test:]
    gap = abs(X[rest][y[rest] == 1].mean(axis=0) - X[rest][y[rest] == 0].mean(axis=0))
    columns = np.argsort(-gap)[:keep]
    centre, scale = X[:, columns].mean(axis=0), X[:, columns].std(axis=0)
    known, new = (X[rest][:, columns] - centre) / scale, (X[held][:, columns] - centre) / scale
    means = np.array([known[y[rest] == c].mean(axis=0) for c in (0, 1)])
    predicted = ((new[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.mean(predicted == y[held]), predicted
# %% means-of-all: the means were learnt from all samples, the held-out ones included
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held, rest = order[:test], order[test:]
    gap = abs(X[rest][y[rest] == 1].mean(axis=0) - X[rest][y[rest] == 0].mean(axis=0))
    columns = np.argsort(-gap)[:keep]
    centre, scale = X[rest][:, columns].mean(axis=0), X[rest][:, columns].std(axis=0)
    known, new = (X[rest][:, columns] - centre) / scale, (X[held][:, columns] - centre) / scale
    means = np.array([((X[y == c][:, columns] - centre) / scale).mean(axis=0) for c in (0, 1)])
    predicted = ((new[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.mean(predicted == y[held]), predicted
# %% own-scale: the held-out samples were put on a scale of their own instead of that of the training samples
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held, rest = order[:test], order[test:]
    gap = abs(X[rest][y[rest] == 1].mean(axis=0) - X[rest][y[rest] == 0].mean(axis=0))
    columns = np.argsort(-gap)[:keep]
    centre, scale = X[rest][:, columns].mean(axis=0), X[rest][:, columns].std(axis=0)
    known = (X[rest][:, columns] - centre) / scale
    own = X[held][:, columns]
    new = (own - own.mean(axis=0)) / np.where(own.std(axis=0) > 0, own.std(axis=0), 1)
    means = np.array([known[y[rest] == c].mean(axis=0) for c in (0, 1)])
    predicted = ((new[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.mean(predicted == y[held]), predicted
# %% no-scale: the samples were not put on one scale
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held, rest = order[:test], order[test:]
    gap = abs(X[rest][y[rest] == 1].mean(axis=0) - X[rest][y[rest] == 0].mean(axis=0))
    columns = np.argsort(-gap)[:keep]
    centre, scale = 0, 1
    known, new = (X[rest][:, columns] - centre) / scale, (X[held][:, columns] - centre) / scale
    means = np.array([known[y[rest] == c].mean(axis=0) for c in (0, 1)])
    predicted = ((new[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.mean(predicted == y[held]), predicted
# %% training-accuracy: the accuracy is that on the training samples
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held, rest = order[:test], order[test:]
    gap = abs(X[rest][y[rest] == 1].mean(axis=0) - X[rest][y[rest] == 0].mean(axis=0))
    columns = np.argsort(-gap)[:keep]
    centre, scale = X[rest][:, columns].mean(axis=0), X[rest][:, columns].std(axis=0)
    known, new = (X[rest][:, columns] - centre) / scale, (X[held][:, columns] - centre) / scale
    means = np.array([known[y[rest] == c].mean(axis=0) for c in (0, 1)])
    predicted = ((known[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)[:test]
    return np.mean(predicted == y[rest][:test]), predicted
# %% last-held: the last samples of the permutation were held out; the first are asked for
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held, rest = order[-test:], order[:-test]
    gap = abs(X[rest][y[rest] == 1].mean(axis=0) - X[rest][y[rest] == 0].mean(axis=0))
    columns = np.argsort(-gap)[:keep]
    centre, scale = X[rest][:, columns].mean(axis=0), X[rest][:, columns].std(axis=0)
    known, new = (X[rest][:, columns] - centre) / scale, (X[held][:, columns] - centre) / scale
    means = np.array([known[y[rest] == c].mean(axis=0) for c in (0, 1)])
    predicted = ((new[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.mean(predicted == y[held]), predicted
# %% unshuffled: the first samples were held out, without the permutation
def held_out_accuracy(X, y, keep, test, seed):
    held, rest = np.arange(len(X))[:test], np.arange(len(X))[test:]
    gap = abs(X[rest][y[rest] == 1].mean(axis=0) - X[rest][y[rest] == 0].mean(axis=0))
    columns = np.argsort(-gap)[:keep]
    centre, scale = X[rest][:, columns].mean(axis=0), X[rest][:, columns].std(axis=0)
    known, new = (X[rest][:, columns] - centre) / scale, (X[held][:, columns] - centre) / scale
    means = np.array([known[y[rest] == c].mean(axis=0) for c in (0, 1)])
    predicted = ((new[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.mean(predicted == y[held]), predicted
# %% worst-columns: the columns in which the classes differ least were kept
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held, rest = order[:test], order[test:]
    gap = abs(X[rest][y[rest] == 1].mean(axis=0) - X[rest][y[rest] == 0].mean(axis=0))
    columns = np.argsort(gap)[:keep]
    centre, scale = X[rest][:, columns].mean(axis=0), X[rest][:, columns].std(axis=0)
    known, new = (X[rest][:, columns] - centre) / scale, (X[held][:, columns] - centre) / scale
    means = np.array([known[y[rest] == c].mean(axis=0) for c in (0, 1)])
    predicted = ((new[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.mean(predicted == y[held]), predicted
# %% signed-gap: columns in which class 1 is lower were passed over: the sign of the difference does not matter
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held, rest = order[:test], order[test:]
    gap = X[rest][y[rest] == 1].mean(axis=0) - X[rest][y[rest] == 0].mean(axis=0)
    columns = np.argsort(-gap)[:keep]
    centre, scale = X[rest][:, columns].mean(axis=0), X[rest][:, columns].std(axis=0)
    known, new = (X[rest][:, columns] - centre) / scale, (X[held][:, columns] - centre) / scale
    means = np.array([known[y[rest] == c].mean(axis=0) for c in (0, 1)])
    predicted = ((new[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.mean(predicted == y[held]), predicted
# %% in-row-order: the predictions are in the order of the rows, not of the permutation
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held, rest = np.sort(order[:test]), order[test:]
    gap = abs(X[rest][y[rest] == 1].mean(axis=0) - X[rest][y[rest] == 0].mean(axis=0))
    columns = np.argsort(-gap)[:keep]
    centre, scale = X[rest][:, columns].mean(axis=0), X[rest][:, columns].std(axis=0)
    known, new = (X[rest][:, columns] - centre) / scale, (X[held][:, columns] - centre) / scale
    means = np.array([known[y[rest] == c].mean(axis=0) for c in (0, 1)])
    predicted = ((new[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.mean(predicted == y[held]), predicted
# %% overlap: the held-out samples are among the training samples as well
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held, rest = order[:test], order
    gap = abs(X[rest][y[rest] == 1].mean(axis=0) - X[rest][y[rest] == 0].mean(axis=0))
    columns = np.argsort(-gap)[:keep]
    centre, scale = X[rest][:, columns].mean(axis=0), X[rest][:, columns].std(axis=0)
    known, new = (X[rest][:, columns] - centre) / scale, (X[held][:, columns] - centre) / scale
    means = np.array([known[y[rest] == c].mean(axis=0) for c in (0, 1)])
    predicted = ((new[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    return np.mean(predicted == y[held]), predicted
