# %% log-sum-exp
def log_sum_exp(Z, axis=-1):
    def one(slice_):
        top = max(slice_)
        if top == -np.inf:
            return -np.inf
        total = 0.0
        for z in slice_:
            total += np.exp(z - top)
        return top + np.log(total)

    return np.apply_along_axis(one, axis, np.asarray(Z, dtype=float))

# %% code-costs
def code_costs(P, Q):
    Q = np.broadcast_to(Q, P.shape)
    H, C, D = np.zeros(len(P)), np.zeros(len(P)), np.zeros(len(P))
    for i in range(len(P)):
        for p, q in zip(P[i], Q[i]):
            if p == 0:
                continue
            H[i] -= p * np.log2(p)
            C[i] = np.inf if q == 0 else C[i] - p * np.log2(q)
        D[i] = C[i] - H[i]
    return H, C, D

# %% cross-entropy
def cross_entropy(Z, targets):
    total = 0.0
    for i, z in enumerate(Z):
        top = max(z)
        log_sum = top + np.log(sum(np.exp(v - top) for v in z))
        if np.ndim(targets) == 1:
            total += log_sum - z[targets[i]]
        else:
            for t, v in zip(targets[i], z):
                if t > 0:
                    total += t * (log_sum - v)
    return total / len(Z)

# %% class-scores
def class_scores(X, means, sds):
    scores = np.empty((len(X), len(means)))
    for c, (mean, sd) in enumerate(zip(means, sds)):
        constant = np.log(sd * np.sqrt(2 * np.pi)).sum()
        for i, x in enumerate(X):
            scores[i, c] = -0.5 * (((x - mean) / sd) ** 2).sum() - constant
    return scores

# %% fit
def fit(X, y, k):
    n, d = X.shape
    counts, means, squares = np.zeros(k), np.zeros((k, d)), np.zeros((k, d))
    for x, c in zip(X, y):
        counts[c] += 1
        means[c] += x
    means /= counts[:, None]
    for x, c in zip(X, y):
        squares[c] += (x - means[c]) ** 2
    return counts / n, means, np.sqrt(squares / counts[:, None])

# %% update
def update(prior, log_likelihoods):
    logs = np.log(prior)
    rows = [np.asarray(prior, dtype=float)]
    for piece in log_likelihoods:
        logs = logs + piece
        logs = logs - logs.max()
        weights = np.exp(logs)
        rows.append(weights / weights.sum())
    return np.array(rows)

# %% summary
def summary(batches):
    count, mean, spread = 0, 0.0, 0.0
    for batch in batches:
        for loss in batch:
            count += 1
            if count == 1:
                mean = loss
            step = loss - mean
            mean += step / count
            spread += step * (loss - mean)
    return float(mean), float((spread / (count - 1) / count) ** 0.5)
