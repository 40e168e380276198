# %% report
def report(prediction, target):
    n, m = np.shape(prediction)
    table = np.empty((4, m))
    for j in range(m):
        errors = []
        for i in range(n):
            aim = float(target[i, j])
            if not np.isnan(aim):
                errors.append(float(prediction[i, j]) - aim)
        table[0, j] = sum(errors) / len(errors)
        table[1, j] = sum(abs(e) for e in errors) / len(errors)
        table[2, j] = sum(e * e for e in errors) / len(errors)
        table[3, j] = table[2, j] ** 0.5
    return table

# %% huber
def huber(prediction, target, weights, delta):
    n, m = prediction.shape
    total, gradient = 0.0, np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            e = prediction[i, j] - target[i, j]
            if abs(e) <= delta:
                charge, slope = e * e / 2, e
            else:
                charge, slope = delta * (abs(e) - delta / 2), delta if e > 0 else -delta
            total += weights[i] * charge
            gradient[i, j] = weights[i] * slope / (n * m)
    return total / (n * m), gradient

# %% stock
def stock(demands, short, left):
    best_q, best = None, None
    for q in sorted(int(d) for d in demands):
        total = 0
        for d in demands:
            total += short * (int(d) - q) if q < d else left * (q - int(d))
        if best is None or total < best:
            best_q, best = q, total
    return best_q, best / len(demands)

# %% bce
def bce(Z, Y, positive):
    n, m = Z.shape
    total, gradient = 0.0, np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            z, y, c = Z[i, j], Y[i, j], positive[j]
            small = np.exp(-abs(z))
            rest = np.log1p(small)
            p = 1 / (1 + small) if z >= 0 else small / (1 + small)
            q = small / (1 + small) if z >= 0 else 1 / (1 + small)
            total += c * y * (max(-z, 0) + rest) + (1 - y) * (max(z, 0) + rest)
            gradient[i, j] = ((1 - y) * p - c * y * q) / (n * m)
    return total / (n * m), gradient

# %% categorical
def categorical(Z, labels):
    gradient, costs, rows = np.zeros(Z.shape), [], []
    for i, label in enumerate(labels):
        if label < 0:
            continue
        e = np.exp(Z[i] - max(Z[i]))
        costs.append(np.log(sum(e)) + max(Z[i]) - Z[i, label])
        gradient[i] = e / sum(e)
        gradient[i, label] -= 1
        rows.append(i)
    if not rows:
        return 0.0, gradient
    return sum(costs) / len(rows), gradient / len(rows)

# %% factor
def factor(loss, at, claimed):
    values = [float(v) for v in np.ravel(at)]
    shape = np.shape(at)
    measured = []
    for k in range(len(values)):
        ends = []
        for sign in (1, -1):
            moved = list(values)
            moved[k] += sign * 1e-5
            ends.append(loss(np.array(moved).reshape(shape)))
        measured.append((ends[0] - ends[1]) / 2e-5)
    claims = [float(v) for v in np.ravel(claimed)]
    c = sum(q * g for q, g in zip(claims, measured)) / sum(g * g for g in measured)
    off = sum((q - c * g) ** 2 for q, g in zip(claims, measured)) ** 0.5
    length = sum(q * q for q in claims) ** 0.5
    return c if off <= 1e-4 * length else float("nan")

# %% mended-epoch
def mended_epoch(X, labels, W, b, rate, size):
    costs = []
    start = 0
    while start < len(X):
        rows, target = X[start : start + size], labels[start : start + size]
        dW, db = np.zeros(W.shape), np.zeros(b.shape)
        for x, label in zip(rows, target):
            logs = log_softmax((x @ W + b)[None])[0]
            costs.append(-logs[label])
            p = np.exp(logs)
            p[label] -= 1
            dW += np.outer(x, p)
            db += p
        W = W - rate * dW / len(rows)
        b = b - rate * db / len(rows)
        start += size
    return W, b, sum(costs) / len(costs)

# %% counter-examples
def counter_examples():
    return {
        "balanced": np.array([-5.0, 20.0, 45.0]),
        "order": [np.array([14.0, 16.0, 34.0, 36.0]), np.array([10.0, 20.0, 30.0, 50.2])],
        "as-accurate": [np.array([0.8, 0.2, 0.8, 0.5]), np.array([0.8, 0.2, 0.001, 0.2])],
        "more-accurate": [np.array([0.4, 0.6, 0.4, 0.6]), np.array([0.5, 0.499, 0.5, 0.999])],
        "asleep": -10.0,
    }
