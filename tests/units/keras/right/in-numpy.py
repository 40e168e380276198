# %% build
def build(inputs, hidden, head, skip):
    if not skip:
        layers = [keras.layers.Dense(n, activation=f) for n, f in hidden + [head]]
        return keras.Sequential([keras.Input((inputs,)), *layers])
    x = keras.Input((inputs,))
    body = keras.Sequential([keras.layers.Dense(n, activation=f) for n, f in hidden])
    both = keras.ops.concatenate([body(x), x], axis=1)
    return keras.Model(x, keras.layers.Dense(*head)(both))


# %% head
def head(task, count):
    names = ["numbers", "yes-no", "one-of", "one-of-one-hot", "any-of"]
    k = names.index(task)
    return {
        "units": 1 if task == "yes-no" else count,
        "activation": ["linear", "sigmoid", "softmax", "softmax", "sigmoid"][k],
        "loss": ["MeanSquaredError", "BinaryCrossentropy", "SparseCategoricalCrossentropy", "categorical_crossentropy", "binary_crossentropy"][k],
    }


# %% fit-linear
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    A = np.column_stack([x, np.ones(len(x))])
    B = np.column_stack([x_check, np.ones(len(x_check))])
    w, losses, checks = np.zeros(A.shape[1]), [], []
    for _ in range(epochs):
        squares = []
        for first in range(0, len(A), batch):
            rows, target = A[first : first + batch], y[first : first + batch]
            error = rows @ w - target
            squares.extend(error**2)
            w = w - rate * 2 * (error @ rows) / len(rows)
        losses.append(np.mean(squares))
        checks.append(np.mean((B @ w - y_check) ** 2))
    best = min(range(epochs), key=checks.__getitem__) + 1
    now = np.mean((A @ w - y) ** 2)
    return {"loss": losses, "check": checks, "weights": w[:-1], "bias": w[-1], "now": now, "best": best}


# %% train-steps
def train_steps(weights, x, y, importance, rate, limit, steps):
    W, b, V, c = (np.array(w, dtype=np.float64) for w in weights)
    s, losses = importance / importance.sum(), []
    for _ in range(steps):
        h = np.tanh(x @ W + b)
        e = (h @ V + c).ravel() - y
        losses.append(s @ e**2)
        d = (2 * s * e).reshape(-1, 1)
        back = (d * V.T) * (1 - h * h)
        slopes = [x.T @ back, back.sum(0), h.T @ d, d.sum(0)]
        norm = np.linalg.norm(np.concatenate([g.ravel() for g in slopes]))
        scale = rate if norm <= limit else rate * limit / norm
        W, b, V, c = (w - scale * g for w, g in zip((W, b, V, c), slopes))
    return losses, [W, b, V, c]


# %% plateau-rates
def plateau_rates(losses, rate, factor, patience, least, lowest):
    def after(k, rate, best, waited):
        if k == len(losses) or not np.isfinite(losses[k]):
            return []
        if losses[k] + least < best:
            return [rate, *after(k + 1, rate, losses[k], 0)]
        if waited + 1 < patience:
            return [rate, *after(k + 1, rate, best, waited + 1)]
        fallen = max(rate * factor, lowest)
        return [fallen, *after(k + 1, fallen, best, 0)]

    return after(0, rate, float("inf"), 0)


# %% mended-script
def mended_script(x, y, x_check, y_check, classes, order, rate, momentum, batch, epochs):
    W, b = np.zeros((x.shape[1], classes)), np.zeros(classes)
    dW, db = np.zeros_like(W), np.zeros_like(b)
    for _ in range(epochs):
        for first in range(0, len(order), batch):
            rows = order[first : first + batch]
            z = x[rows] @ W + b
            p = np.exp(z - z.max(axis=1, keepdims=True))
            p /= p.sum(axis=1, keepdims=True)
            p[np.arange(len(rows)), y[rows]] -= 1
            dW = momentum * dW - rate * x[rows].T @ p / len(rows)
            db = momentum * db - rate * p.mean(axis=0)
            W, b = W + dW, b + db
    return W, b, np.mean(np.argmax(x_check @ W + b, axis=1) == y_check)
