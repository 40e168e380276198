# %% stop-early
def stop_early(losses, patience, least):
    best, news, epoch = float("inf"), -1, -1
    for loss in losses:
        epoch = epoch + 1
        if best - loss > least:
            best, news = loss, epoch
        if epoch - news >= patience:
            break
    return epoch + 1, news

# %% penalty
def penalty(layers, l1, l2):
    total, slopes = 0.0, []
    for W, b in layers:
        slope = np.zeros(W.shape)
        for i in range(W.shape[0]):
            for j in range(W.shape[1]):
                w = W[i, j]
                total += l1 * abs(w) + 0.5 * l2 * w * w
                slope[i, j] = l2 * w
                if w > 0:
                    slope[i, j] += l1
                elif w < 0:
                    slope[i, j] -= l1
        slopes.append([slope, np.zeros(b.shape)])
    return total, slopes

# %% decay-step
def decay_step(W, b, g_W, g_b, rate, decay, most):
    new = np.empty(W.shape)
    for j in range(W.shape[1]):
        column = [(1 - rate * decay) * W[i, j] - rate * g_W[i, j] for i in range(W.shape[0])]
        length = sum(w * w for w in column) ** 0.5
        if length > most:
            column = [w * most / length for w in column]
        new[:, j] = column
    return new, np.array([b[j] - rate * g_b[j] for j in range(len(b))])

# %% dropout
def dropout(a, draws, p, training):
    factor = np.ones(a.shape)
    if training:
        for place, draw in np.ndenumerate(np.zeros(a.shape) + draws):
            factor[place] = 0.0 if draw < p else 1 / (1 - p)
    return factor * a, factor

# %% gradients
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    loss = strength * 0.5 * (np.sum(W1 * W1) + np.sum(W2 * W2))
    d_W1, d_b1, d_W2, d_b2 = strength * W1, 0 * b1, strength * W2, 0 * b2
    for row, label, kept in zip(x, y, factor):
        z = row @ W1 + b1
        h = kept * np.where(z > 0, z, 0.0)
        q = softmax((h @ W2 + b2)[None])[0]
        loss -= np.log(q[label]) / len(x)
        e = q.copy()
        e[label] -= 1
        e /= len(x)
        down = kept * (W2 @ e) * (z > 0)
        d_W2 = d_W2 + np.outer(h, e)
        d_b2 = d_b2 + e
        d_W1 = d_W1 + np.outer(row, down)
        d_b1 = d_b1 + down
    return loss, [(d_W1, d_b1), (d_W2, d_b2)]

# %% treatment
def treatment():
    return {
        "D": ["not finished", "epochs", 3000],
        "C": ["rate too high", "rate", 0.02],
        "B": ["overfits", "strength", 1.0],
        "A": ["underfits", "inputs", 10],
    }

# %% mended-train
def mended_train(layers, X, y, X_val, y_val, factors, rate, strength, patience):
    (W1, b1), (W2, b2) = [(np.array(W), np.array(b)) for W, b in layers]
    losses, kept, since = [], None, 0
    for factor in factors:
        z = X @ W1 + b1
        h = factor * z * (z > 0)
        e = (h @ W2 + b2 - y) * 2 / len(y)
        down = (e * W2[:, 0]) * factor * (z > 0)
        W1, b1, W2, b2 = (
            W1 - rate * (X.T @ down + strength * W1), b1 - rate * down.sum(axis=0),
            W2 - rate * (h.T @ e + strength * W2), b2 - rate * e.sum(axis=0),
        )
        z = X_val @ W1 + b1
        said = z * (z > 0) @ W2 + b2
        loss = float(((said - y_val) ** 2).mean())
        since += 1
        if not losses or loss < min(losses):
            kept, since = [(W1, b1), (W2, b2)], 0
        losses.append(loss)
        if since >= patience:
            break
    return kept, losses

# %% choose-strength
def choose_strength(X, y, folds, strengths):
    table = []
    for strength in strengths:
        found = []
        for fold in folds:
            others = [i for i in range(len(X)) if i not in fold]
            Z = (X - X[others].mean(axis=0)) / X[others].std(axis=0)
            w, b = ridge(Z[others], y[others], strength)
            found.append(((Z[fold] @ w + b - y[fold]) ** 2).mean())
        middle = sum(found) / len(found)
        bar = (sum((e - middle) ** 2 for e in found) / (len(found) - 1) / len(found)) ** 0.5
        table.append([middle, bar])
    limit = sum(min(table))
    return max(s for s, (mean, _) in zip(strengths, table) if mean <= limit), table
