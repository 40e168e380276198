# %% stop-early
def stop_early(losses, patience, least):
    news = []
    for epoch, loss in enumerate(np.asarray(losses).tolist()):
        if loss == loss and (not news or losses[news[-1]] - loss > least):
            news.append(epoch)
        if epoch - (news or [-1])[-1] == patience:
            return (epoch + 1, (news or [-1])[-1])
    return (len(losses), (news or [-1])[-1])

# %% penalty
def penalty(layers, l1, l2):
    def on(w):
        return l1 * np.abs(w) + 0.5 * l2 * np.square(w)

    value = np.sum([np.sum(on(W)) for W, b in layers])
    slopes = []
    for W, b in layers:
        sign = (W > 0).astype(float) - (W < 0)
        slopes.append((l1 * sign + l2 * W, np.zeros(len(b))))
    return value, slopes

# %% decay-step
def decay_step(W, b, g_W, g_b, rate, decay, most):
    new = W - rate * g_W - rate * decay * W
    squares = np.einsum("ij,ij->j", new, new)
    with np.errstate(all="ignore"):
        shrink = np.where(squares > most**2, most / np.sqrt(squares), 1.0)
    return np.einsum("ij,j->ij", new, shrink), b + -rate * g_b

# %% dropout
def dropout(a, draws, p, training):
    if training:
        full = np.array(np.broadcast_to(draws, a.shape))
        out, factor = np.array(a), np.full(a.shape, 1 / (1 - p))
        out[full < p] = 0
        factor[full < p] = 0
        return out / (1 - p), factor
    return 1.0 * a, 1.0 + 0.0 * a

# %% gradients
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n, k = len(x), len(b2)
    z = np.dot(x, W1) + b1
    on = (z >= 0) * factor
    passed = z * on
    shares = softmax(np.dot(passed, W2) + b2)
    targets = np.zeros((n, k))
    targets[np.arange(n), y] = 1.0
    loss = -np.mean(np.log((shares * targets).sum(axis=1)))
    slopes = []
    e = (shares - targets) / n
    for W, read, back in ((W1, x, np.dot(e, W2.T) * on), (W2, passed, e)):
        loss = loss + 0.5 * strength * np.vdot(W, W)
        slopes.append((np.dot(read.T, back) + strength * W, np.ones(n) @ back))
    return loss, slopes

# %% treatment
def treatment():
    return {
        "A": ("underfits", "inputs", 6),
        "B": ("overfits", "strength", 0.4),
        "C": ("rate too high", "rate", 0.2),
        "D": ("not finished", "epochs", 9000),
    }

# %% choose-strength
def choose_strength(X, y, folds, strengths):
    K = len(folds)
    errors = []
    for k in range(K):
        seen = np.concatenate([folds[j] for j in range(K) if j != k])
        away, wide = X[seen].mean(0), X[seen].std(0)
        fits = [ridge((X[seen] - away) / wide, y[seen], s) for s in strengths]
        errors.append([np.mean((((X[folds[k]] - away) / wide) @ w + b - y[folds[k]]) ** 2) for w, b in fits])
    errors = np.array(errors).T
    means, bars = errors.mean(-1), errors.std(-1, ddof=1) / K**0.5
    best = np.argmin(means)
    return np.where(means <= means[best] + bars[best], strengths, -np.inf).max(), np.vstack([means, bars]).T
