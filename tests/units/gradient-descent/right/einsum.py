# %% track
def track(gradient, start, rates):
    places = np.zeros((np.size(rates) + 1, np.size(start)))
    places[0] = start
    for k, rate in enumerate(rates, start=1):
        places[k] = places[k - 1] - np.multiply(rate, gradient(places[k - 1].copy()))
    return places

# %% predictions
def predictions():
    return {
        "slope": (5 * 3 + 4 * 1, 4 * 3 + 5 * 1),
        "step": (3 - 1.9, 1 - 1.7),
        "limit": 0.2222222222,
        "best": 1 / 5,
        "factor": 4 / 5,
        "steps": 16.0,
        "lucky": (2, -2),
    }

# %% shrink-factor
def shrink_factor(H, rate, beta):
    d = len(H)
    top = np.concatenate([(1 + beta) * np.eye(d) - rate * H, -beta * np.eye(d)], axis=1)
    low = np.concatenate([np.eye(d), np.zeros((d, d))], axis=1)
    return np.abs(np.linalg.eigvals(np.concatenate([top, low]))).max()

# %% choose
def choose(H, most):
    s = np.linalg.svd(H, compute_uv=False)
    best = (np.sqrt(s[0]) - np.sqrt(s[-1])) ** 2 / (np.sqrt(s[0]) + np.sqrt(s[-1])) ** 2
    beta = best if best < most else most
    return 2 * (1 + beta) / (s[0] + s[-1]), beta

# %% batches
def batches(rows, size, seed):
    keys = np.random.default_rng(seed).random(len(rows))
    order = rows[np.argsort(keys)]
    count = -(-len(rows) // size)
    return [order[i * size : (i + 1) * size] for i in range(count)]

# %% combine
def combine(gradients, sizes):
    w = np.array(sizes, dtype=float)
    w /= w.sum()
    columns = [np.array([piece[j] for piece in gradients]) for j in range(len(gradients[0]))]
    return [np.einsum("k,k...->...", w, column) for column in columns]

# %% momentum-step
def momentum_step(params, memory, grads, rate, beta, nesterov):
    new = [g + beta * v for v, g in zip(memory, grads)]
    again = [g + beta * v for v, g in zip(new, grads)]
    used = again if nesterov else new
    return [p - rate * u for p, u in zip(params, used)], new

# %% adamw-step
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    old_m, old_v, done = state
    m = np.copy(old_m) * beta1
    m = m + (1 - beta1) * g
    v = np.copy(old_v) * beta2
    v = v + (1 - beta2) * np.square(g)
    t = done + 1
    shrunk = theta - rate * decay * theta
    root = np.sqrt(1 - beta2**t)
    return shrunk - rate * root / (1 - beta1**t) * m / (np.sqrt(v) + eps * root), (m, v, t)

# %% rate-at
def rate_at(k, peak, warm, total, lowest):
    k = k.astype(float)
    s = np.minimum(np.maximum(k - warm, 0) / (total - warm), 1)
    rates = (peak + lowest) / 2 + (peak - lowest) / 2 * np.cos(np.pi * s)
    early = k < warm
    rates[early] = (k[early] + 1) * (peak / max(1, warm))
    return rates

# %% alarm
def alarm(losses, factor, patience):
    row, lowest = [], None
    for k, loss in enumerate(list(losses)):
        if not -np.inf < loss < np.inf:
            return k
        if lowest is not None and loss > factor * lowest:
            row.append(k)
        else:
            row.clear()
        if len(row) >= patience:
            return row[-1]
        if lowest is None or loss < lowest:
            lowest = loss
    return -1

# %% mended-train
def mended_train(X, y, theta, rate, beta, orders, size):
    places, v, here = [np.array(theta)], np.zeros(X.shape[1]), np.array(theta)
    for order in orders:
        for k in range(-(-len(order) // size)):
            rows = order[k * size : (k + 1) * size]
            error = np.einsum("nd,d->n", X[rows], here) - y[rows]
            v = np.einsum("n,nd->d", error, X[rows]) * 2 / len(error) + beta * v
            here = here - rate * v
        places.append(here)
    return here, np.stack(places)

# %% counter-examples
def counter_examples():
    return {
        "point": np.zeros(2),
        "bowl": {"H": np.array([[101.0, 99.0], [99.0, 101.0]]), "start": [1.0, -0.9999], "rate": 0.1},
        "slopes": np.concatenate([np.full(2500, 1e-8), [1.0]]),
    }
