# %% track
from itertools import accumulate

def track(gradient, start, rates):
    first = np.asarray(start, dtype=float)
    walk = accumulate(rates, lambda at, rate: at - rate * np.array(gradient(at)), initial=first)
    return np.stack(list(walk))

# %% predictions
def predictions():
    H = np.array([[5.0, 4.0], [4.0, 5.0]])
    low, high = np.linalg.eigvalsh(H)
    at = np.array([3.0, 1.0])
    best = 2 / (low + high)
    factor = (high - low) / (high + low)
    return {
        "slope": H @ at,
        "step": at - 0.1 * H @ at,
        "limit": 2 / high,
        "best": best,
        "factor": factor,
        "steps": int(np.ceil(np.log(1e-3) / np.log(factor) / 2)),
        "lucky": np.array([-250.0, 250.0]),
    }

# %% shrink-factor
def shrink_factor(H, rate, beta):
    roots = [np.roots([1, rate * lam - 1 - beta, beta]) for lam in np.linalg.eigvals(H)]
    return np.abs(roots).max()

# %% choose
def choose(H, most):
    low, high = np.linalg.eigvalsh(H)[[0, -1]]
    root = np.tanh(np.log(high / low) / 4)
    beta = np.minimum(root * root, most)
    return (1 + beta) / ((low + high) / 2), beta

# %% batches
def batches(rows, size, seed):
    order = np.array(rows)
    np.random.default_rng(seed).shuffle(order)
    return np.split(order, np.arange(size, len(order), size))

# %% combine
def combine(gradients, sizes):
    return [np.average(np.stack(same), axis=0, weights=sizes) for same in zip(*gradients)]

# %% momentum-step
def momentum_step(params, memory, grads, rate, beta, nesterov):
    def one(p, v, g):
        v = np.add(np.multiply(beta, v), g)
        return p - rate * (np.add(g, beta * v) if nesterov else v), v

    pairs = list(map(one, params, memory, grads))
    return [p for p, _ in pairs], [v for _, v in pairs]

# %% adamw-step
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state[0] + (1 - beta1) * (g - state[0]), state[1] + (1 - beta2) * (g * g - state[1]), state[2] + 1
    c1, c2 = -np.expm1(t * np.log(beta1)), -np.expm1(t * np.log(beta2))
    return theta * (1 - rate * decay) - rate / c1 * m / (np.sqrt(v) / np.sqrt(c2) + eps), (m, v, t)

# %% rate-at
def rate_at(k, peak, warm, total, lowest):
    climb = peak * (np.asarray(k) + 1.0) / warm if warm else np.zeros(np.shape(k))
    wave = np.cos(np.pi / 2 * (k - warm) / (total - warm)) ** 2
    return np.select([k < warm, k < total], [climb, peak * wave + lowest * (1 - wave)], lowest)

# %% alarm
def alarm(losses, factor, patience):
    losses = np.asarray(losses, dtype=float)
    broken = ~np.isfinite(losses)
    before = np.minimum.accumulate(np.concatenate([[np.inf], losses]))[:-1]
    with np.errstate(invalid="ignore"):
        bad = losses > factor * before
    for k in range(len(losses)):
        if broken[k] or (k + 1 >= patience and bad[k + 1 - patience : k + 1].all()):
            return k
    return -1

# %% mended-train
def mended_train(X, y, theta, rate, beta, orders, size):
    v, history = 0 * theta, np.empty((len(orders) + 1, len(theta)))
    history[0] = theta
    for e, order in enumerate(orders, start=1):
        for rows in np.array_split(order, range(size, len(order), size)):
            v = beta * v + 2 * np.mean((X[rows] @ theta - y[rows])[:, None] * X[rows], axis=0)
            theta = theta - rate * v
        history[e] = theta
    return history[-1].copy(), history

# %% counter-examples
def counter_examples():
    turn = np.array([[1.0, 1.0], [-1.0, 1.0]]) / np.sqrt(2)
    H = turn @ np.diag([1.0, 10.0]) @ turn.T
    start = turn @ np.array([1.0, 1e-4])
    slopes = [1e-6 if k % 2 else -1e-6 for k in range(2800)] + [5.0, 5.0, 5.0]
    return {"point": (-1, 0), "bowl": {"H": (H + H.T) / 2, "start": start, "rate": 0.21}, "slopes": slopes}
