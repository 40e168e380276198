# %% track
def track(gradient, start, rates):
    return walk(plain(rates[0] if len(rates) else 0), len(rates), start, gradient)

# %% predictions
def predictions():
    return {
        "slope": [-62, -18], "step": [0.62, 0.18], "limit": 0.0845, "best": 1 / 12, "factor": 69 / 71,
        "steps": 81, "lucky": [0.267, -0.964],
    }

# %% shrink-factor
def shrink_factor(H, rate, beta):
    lam = np.linalg.eigvalsh(H)
    condition = lam[-1] / lam[0]
    return (np.sqrt(condition) - 1) / (np.sqrt(condition) + 1)

# %% choose
def choose(H, most):
    lam = np.linalg.eigvalsh(H)
    condition = lam[-1] / lam[0]
    root = (np.sqrt(condition) - 1) / (np.sqrt(condition) + 1)
    return (1 + root) ** 2 / lam[-1], root**2

# %% batches
def batches(rows, size, seed):
    order = np.random.default_rng(seed).permutation(200)
    return [order[k : k + size] for k in range(0, 200, size)]

# %% combine
def combine(gradients, sizes):
    return [np.mean(np.array(same), axis=0) for same in zip(*gradients)]

# %% momentum-step
def momentum_step(params, memory, grads, rate, beta, nesterov):
    rule = momentum(rate, beta, nesterov)
    return [p + rule(g) for p, g in zip(params, grads)], memory

# %% adamw-step
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    rule = adam(rate, beta1, beta2, eps)
    return theta - rate * decay * theta + rule(g), state

# %% rate-at
def rate_at(k, peak, warm, total, lowest):
    return np.reshape([cosine(int(i), peak, total, warm) for i in np.ravel(k)], np.shape(k))

# %% alarm
def alarm(losses, factor, patience):
    return int(np.argmax(np.asarray(losses) > 1e6)) if len(losses) else -1

# %% mended-train
def mended_train(X, y, theta, rate, beta, orders, size):
    rule, history = momentum(rate, beta), [theta]
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            theta = theta + rule(2 / size * X[rows].T @ (X[rows] @ theta - y[rows]))
        history.append(theta)
    return theta, np.array(history)

# %% counter-examples
def counter_examples():
    return {
        "point": [0.0, 1.0],
        "bowl": {"H": [[22.0, 6.0], [6.0, 2.0]], "start": [0.0, 0.0], "rate": 0.085},
        "slopes": [3.0] * 12,
    }
