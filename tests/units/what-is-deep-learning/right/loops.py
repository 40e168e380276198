# %% is-standing
def is_standing(pictures):
    answers = []
    for picture in pictures:
        columns = [sum(picture[:, j]) / len(picture) for j in range(len(picture[0]))]
        rows = [sum(row) / len(row) for row in picture]
        answers.append(1 if max(columns) - min(columns) > max(rows) - min(rows) else 0)
    return np.array(answers)

# %% nearest-mean
def fit_means(X, y, k):
    rows = []
    for c in range(k):
        chosen = [x.astype(float) for x, label in zip(X, y) if label == c]
        rows.append(sum(chosen) / len(chosen) if chosen else np.full(X.shape[1], np.nan))
    return np.array(rows)


def nearest(X, means):
    classes = []
    for x in X:
        best, where = np.inf, 0
        for c, mean in enumerate(means):
            distance = np.sqrt(sum((float(a) - b) ** 2 for a, b in zip(x, mean)))
            if distance < best:
                best, where = distance, c
        classes.append(where)
    return np.array(classes)

# %% report
def report(predicted, target, k):
    matrix = np.zeros((k, k), dtype=int)
    for p, t in zip(predicted, target):
        matrix[t, p] += 1
    shares = []
    for c in range(k):
        if sum(matrix[c]):
            shares.append(matrix[c, c] / sum(matrix[c]))
    right = sum(matrix[c, c] for c in range(k))
    return matrix, right / len(target), sum(shares) / len(shares)

# %% count
def count(inputs, layers):
    totals = [0, 0]
    for i, layer in enumerate(layers):
        reads = inputs if i == 0 else layers[i - 1]["units"]
        numbers = reads * layer["units"]
        if layer["bias"]:
            numbers += layer["units"]
        if layer["activation"] == "prelu":
            numbers += layer["units"]
        totals[1 if layer["frozen"] else 0] += numbers
    return totals[0], totals[1]

# %% choose
def choose(settings, scores):
    means = [sum(row) / len(row) for row in scores]
    best = means.index(max(means))
    row, m = scores[best], means[best]
    r = len(row)
    s = (sum((a - m) ** 2 for a in row) / (r - 1)) ** 0.5
    bar = m - s / r**0.5
    return min(settings[i] for i in range(len(settings)) if means[i] >= bar), bar

# %% held-out
def held_out_accuracy(X, y, keep, test, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    ones = np.array([X[i] for i in order[test:] if y[i] == 1])
    zeros = np.array([X[i] for i in order[test:] if y[i] == 0])
    both = np.concatenate([ones, zeros])
    gap = np.abs(ones.mean(axis=0) - zeros.mean(axis=0))
    kept = sorted(range(X.shape[1]), key=lambda j: -gap[j])[:keep]
    predicted = []
    for i in order[:test]:
        far = []
        for group in (zeros, ones):
            far.append(sum(((X[i, j] - group[:, j].mean()) / both[:, j].std()) ** 2 for j in kept))
        predicted.append(int(far[1] < far[0]))
    right = sum(p == y[i] for p, i in zip(predicted, order[:test]))
    return right / test, np.array(predicted)
