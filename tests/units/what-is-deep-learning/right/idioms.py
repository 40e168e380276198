# %% is-standing
def is_standing(pictures):
    # A standing stroke is crossed when walking sideways, along its whole length.
    across = np.abs(np.diff(pictures, axis=2)).mean(axis=(1, 2))
    down = np.abs(np.diff(pictures, axis=1)).mean(axis=(1, 2))
    return np.where(across > down, 1, 0)

# %% nearest-mean
def fit_means(X, y, k):
    member = np.arange(k)[:, None] == y
    with np.errstate(invalid="ignore"):
        return member @ X.astype(float) / member.sum(axis=1, keepdims=True)


def nearest(X, means):
    distance = np.linalg.norm(np.asarray(X, float)[:, None, :] - means[None], axis=-1)
    return np.nan_to_num(distance, nan=np.inf).argmin(axis=1)

# %% report
def report(predicted, target, k):
    matrix = np.bincount(target * k + predicted, minlength=k * k).reshape(k, k)
    classes = np.unique(target)
    shares = [np.mean(predicted[target == c] == c) for c in classes]
    return matrix, np.mean(predicted == target), np.mean(shares)

# %% count
def count(inputs, layers):
    reads = [inputs] + [layer["units"] for layer in layers]
    sizes = [
        layer["units"] * (n + int(layer["bias"]) + int(layer["activation"] == "prelu"))
        for n, layer in zip(reads, layers)
    ]
    frozen = sum(size for size, layer in zip(sizes, layers) if layer["frozen"])
    return sum(sizes) - frozen, frozen

# %% choose
def choose(settings, scores):
    by_setting = np.argsort(settings)
    scores = np.asarray(scores)[by_setting]
    means = scores.mean(axis=1)
    top = scores[np.argmax(means)]
    bar = top.mean() - np.sqrt(top.var(ddof=1) / top.size)
    return np.asarray(settings)[by_setting][np.argmax(means >= bar)], bar

# %% held-out
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    held = np.zeros(len(X), bool)
    held[order[:test]] = True
    gap = np.abs(X[~held & (y == 1)].mean(0) - X[~held & (y == 0)].mean(0))
    X = X[:, np.argsort(gap)[::-1][:keep]]
    X = (X - X[~held].mean(0)) / X[~held].std(0)
    zero, one = (X[~held & (y == c)].mean(0) for c in (0, 1))
    new = X[order[:test]]
    # Nearer to the second mean: on its side of the plane half-way between the two.
    predicted = ((new - (zero + one) / 2) @ (one - zero) > 0).astype(int)
    return (predicted == y[order[:test]]).mean(), predicted
