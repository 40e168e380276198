# %% track
def track(gradient, start, rates):
    here = [float(value) for value in start]
    table = np.empty((len(rates) + 1, len(here)))
    table[0] = here
    for k in range(len(rates)):
        slope = gradient(np.array(here))
        for i in range(len(here)):
            here[i] = here[i] - rates[k] * slope[i]
        table[k + 1] = here
    return table

# %% shrink-factor
def shrink_factor(H, rate, beta):
    largest = 0.0
    for lam in np.linalg.eigvalsh(H):
        a = 1 + beta - rate * lam
        inside = a * a - 4 * beta
        if inside < 0:
            modulus = beta**0.5
        else:
            modulus = (abs(a) + inside**0.5) / 2
        largest = max(largest, modulus)
    return largest

# %% choose
def choose(H, most):
    lams = sorted(np.linalg.eigvalsh(H))
    kappa = lams[-1] / lams[0]
    best = ((kappa**0.5 - 1) / (kappa**0.5 + 1)) ** 2
    if most >= best:
        return ((1 + best**0.5) ** 2 / lams[-1], best)
    return (2 + 2 * most) / (lams[0] + lams[-1]), most

# %% batches
def batches(rows, size, seed):
    left = [int(row) for row in rows]
    rng = np.random.default_rng(seed)
    made, batch = [], []
    while left:
        batch.append(left.pop(int(rng.integers(len(left)))))
        if len(batch) == size or not left:
            made.append(np.array(batch))
            batch = []
    return made

# %% combine
def combine(gradients, sizes):
    total = [np.zeros(np.shape(g)) for g in gradients[0]]
    samples = 0
    for piece, n in zip(gradients, sizes):
        samples += n
        for k in range(len(piece)):
            total[k] = total[k] + n * piece[k]
    return [g / samples for g in total]

# %% momentum-step
def momentum_step(params, memory, grads, rate, beta, nesterov):
    new_params, new_memory = [], []
    for p, v, g in zip(params, memory, grads):
        v = beta * v + g
        if nesterov:
            p = p - rate * g - rate * beta * v
        else:
            p = p - rate * v
        new_params.append(p)
        new_memory.append(v)
    return new_params, new_memory

# %% adamw-step
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    t += 1
    new_m, new_v, new = np.empty(np.shape(g)), np.empty(np.shape(g)), np.empty(np.shape(g))
    for at in np.ndindex(np.shape(g)):
        new_m[at] = beta1 * m[at] + (1 - beta1) * g[at]
        new_v[at] = beta2 * v[at] + (1 - beta2) * g[at] ** 2
        root = (new_v[at] / (1 - beta2**t)) ** 0.5
        new[at] = theta[at] * (1 - rate * decay)
        new[at] -= rate * (new_m[at] / (1 - beta1**t)) / (root + eps)
    return new, (new_m, new_v, t)

# %% rate-at
def rate_at(k, peak, warm, total, lowest):
    rates = np.empty(k.shape)
    for at in np.ndindex(k.shape):
        if k[at] < warm:
            rates[at] = peak * (k[at] + 1) / warm
        elif k[at] < total:
            s = (k[at] - warm) / (total - warm)
            rates[at] = lowest + (peak - lowest) * 0.5 * (1 + np.cos(np.pi * s))
        else:
            rates[at] = lowest
    return rates

# %% alarm
def alarm(losses, factor, patience):
    bad = []
    for k in range(len(losses)):
        if np.isnan(losses[k]) or np.isinf(losses[k]):
            return k
        bad.append(k > 0 and losses[k] > factor * min(losses[:k]))
        if len(bad) >= patience and all(bad[-patience:]):
            return k
    return -1

# %% mended-train
def mended_train(X, y, theta, rate, beta, orders, size):
    theta, v = theta.copy(), np.zeros(len(theta))
    history = [theta.copy()]
    for order in orders:
        start = 0
        while start < len(order):
            rows = order[start : start + size]
            g = np.zeros(len(theta))
            for i in rows:
                g += 2 * (X[i] @ theta - y[i]) * X[i]
            v = beta * v + g / len(rows)
            theta -= rate * v
            start += size
        history.append(theta.copy())
    return theta, np.array(history)
