# %% n-minus-one: The squares were divided by n - 1; the maximum of the likelihood divides by n.
def fit(X, y, k):
    sds = [np.sqrt(((X[y == c] - X[y == c].mean(axis=0)) ** 2).sum(axis=0) / ((y == c).sum() - 1)) for c in range(k)]
    return np.bincount(y, minlength=k) / len(y), np.array([X[y == c].mean(axis=0) for c in range(k)]), np.array(sds)
# %% variances: Variances were returned; take the root.
def fit(X, y, k):
    groups = [X[y == c] for c in range(k)]
    return np.array([len(g) / len(X) for g in groups]), np.array([g.mean(axis=0) for g in groups]), np.array([g.var(axis=0) for g in groups])
# %% counts: The counts of the classes were not divided by the number of samples.
def fit(X, y, k):
    groups = [X[y == c] for c in range(k)]
    return np.bincount(y, minlength=k), np.array([g.mean(axis=0) for g in groups]), np.array([g.std(axis=0) for g in groups])
# %% even-shares: Every class got the same share.
def fit(X, y, k):
    groups = [X[y == c] for c in range(k)]
    return np.full(k, 1 / k), np.array([g.mean(axis=0) for g in groups]), np.array([g.std(axis=0) for g in groups])
# %% appearance: The classes are in the order in which they appear, not in that of their numbers.
def fit(X, y, k):
    groups = [X[y == c] for c in dict.fromkeys(y.tolist())]
    return np.array([len(g) / len(X) for g in groups]), np.array([g.mean(axis=0) for g in groups]), np.array([g.std(axis=0) for g in groups])
# %% all-deviations: The deviations are those of all samples; each class has its own.
def fit(X, y, k):
    groups = [X[y == c] for c in range(k)]
    return np.array([len(g) / len(X) for g in groups]), np.array([g.mean(axis=0) for g in groups]), np.tile(X.std(axis=0), (k, 1))
# %% all-means: The means are those of all samples; each class has its own.
def fit(X, y, k):
    groups = [X[y == c] for c in range(k)]
    return np.array([len(g) / len(X) for g in groups]), np.tile(X.mean(axis=0), (k, 1)), np.array([g.std(axis=0) for g in groups])
# %% from-the-middle: The deviations were taken from the mean of all samples.
def fit(X, y, k):
    groups = [X[y == c] for c in range(k)]
    sds = [np.sqrt(((g - X.mean(axis=0)) ** 2).mean(axis=0)) for g in groups]
    return np.array([len(g) / len(X) for g in groups]), np.array([g.mean(axis=0) for g in groups]), np.array(sds)
# %% features-mixed: One deviation was computed for all features of a class.
def fit(X, y, k):
    groups = [X[y == c] for c in range(k)]
    sds = [np.full(X.shape[1], g.std()) for g in groups]
    return np.array([len(g) / len(X) for g in groups]), np.array([g.mean(axis=0) for g in groups]), np.array(sds)
# %% absolute: Absolute deviations were averaged instead of squared ones.
def fit(X, y, k):
    groups = [X[y == c] for c in range(k)]
    sds = [np.abs(g - g.mean(axis=0)).mean(axis=0) for g in groups]
    return np.array([len(g) / len(X) for g in groups]), np.array([g.mean(axis=0) for g in groups]), np.array(sds)
# %% smoothed: One was added to every count; that is no maximum of the likelihood.
def fit(X, y, k):
    groups = [X[y == c] for c in range(k)]
    priors = np.array([(len(g) + 1) / (len(X) + k) for g in groups])
    return priors, np.array([g.mean(axis=0) for g in groups]), np.array([g.std(axis=0) for g in groups])
# %% cancels: Mean of the squares minus square of the mean loses its digits far from zero.
def fit(X, y, k):
    groups = [X[y == c] for c in range(k)]
    sds = [np.sqrt(np.abs((g**2).mean(axis=0) - g.mean(axis=0) ** 2)) for g in groups]
    return np.array([len(g) / len(X) for g in groups]), np.array([g.mean(axis=0) for g in groups]), np.array(sds)
