# %% is-standing
def is_standing(pictures):
    return np.array([rule(picture) for picture in pictures])

# %% nearest-mean
def fit_means(X, y, k):
    return np.array([X[y == c].mean(axis=0) for c in range(k)])


def nearest(X, means):
    return ((X[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)

# %% report
def report(predicted, target, k):
    matrix = np.zeros((k, k), dtype=int)
    np.add.at(matrix, (target, predicted), 1)
    return matrix, np.mean(predicted == target)

# %% count
def count(inputs, layers):
    sizes = [inputs] + [layer["units"] for layer in layers]
    return sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))

# %% choose
def choose(settings, scores):
    means = np.mean(scores, axis=1)
    return settings[means.argmax()], means.max()

# %% held-out
def held_out_accuracy(X, y, keep, test, seed):
    return flattering_accuracy(X, y, keep, test, seed)
