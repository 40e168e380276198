"""Products through einsum, masks through multiplication."""

# %% merge
def merge(layers):
    if len(layers) < 2:
        return list(layers)
    (W, b, bends), *rest = layers
    if bends:
        return [(W, b, bends), *merge(rest)]
    W_next, b_next, bends_next = rest[0]
    W = np.einsum("ij,jk->ik", W, W_next)
    b = np.einsum("j,jk->k", b, W_next) + b_next
    return merge([(W, b, bends_next), *rest[1:]])

# %% two-sides
def two_sides(z):
    z = np.asarray(z, dtype=np.float64)
    softplus = np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))
    log_p, log_q = np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z))), -softplus
    return np.exp(log_p), np.exp(log_q), log_p, log_q

# %% slope-from-output
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    right = (a > 0).astype(np.float64)
    formulas = {
        "sigmoid": lambda: a - a * a,
        "tanh": lambda: 1 - a * a,
        "relu": lambda: right,
        "leaky": lambda: right + (1 - right) * alpha,
        "elu": lambda: right + (1 - right) * (a + alpha),
        "softplus": lambda: -np.expm1(-a),
    }
    if name not in formulas:
        raise ValueError(f"unknown: {name}")
    return formulas[name]()

# %% prelu
def prelu(Z, alpha, G):
    Z, alpha, G = np.array(Z, float), np.array(alpha, float), np.array(G, float)
    left = (Z <= 0).astype(float)
    slope = 1 - left + left * alpha
    return Z * slope, np.einsum("ij,ij->ij", G, slope), np.einsum("ij,ij,ij->j", G, Z, left)

# %% rrelu
def rrelu(Z, low, high, draws=None):
    if draws is None:
        draws = np.full(np.shape(Z), 0.5)
    Z = np.array(Z, dtype=np.float64)
    left = Z <= 0
    slopes = 1 / (1 - left + left * (low + (high - low) * draws))
    return Z * slopes, slopes

# %% softmax
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError(temperature)
    Z = np.asarray(Z, dtype=float)
    below = Z - np.amax(Z, axis, keepdims=True)
    log_sum = np.log(np.sum(np.exp(below / temperature), axis, keepdims=True))
    return np.exp(below / temperature - log_sum)

# %% softmax-backward
def softmax_backward(P, G, temperature=1.0):
    P, G, k = P.astype(float), G.astype(float), P.shape[1]
    jacobians = np.einsum("si,ij->sij", P, np.eye(k)) - np.einsum("si,sj->sij", P, P)
    return np.einsum("si,sij->sj", G, jacobians) / temperature

# %% predictions
def predictions():
    scores = np.log([6.0, 3.0, 1.0])
    changed = {
        "shifted": scores + 7,
        "doubled": 2 * scores,
        "raised": scores + np.array([0, 0, np.log(6)]),
        "masked": np.array([scores[0], -np.inf, scores[2]]),
        "swapped": -scores,
    }
    return {key: np.exp(z) / np.exp(z).sum() for key, z in changed.items()}

# %% dead-units
def dead_units(X, layers):
    A, dead = np.array(X, dtype=float), []
    for W, b in layers:
        Z = np.einsum("nd,dm->nm", A, W) + b
        A = Z * (Z > 0)
        dead.append(~(Z > 0).any(axis=0))
    return dead

# %% reach
def reach(X, layers, f, slope):
    A = np.array(X, dtype=float)
    J = np.broadcast_to(np.eye(A.shape[1]), (len(A), A.shape[1], A.shape[1]))
    for W, b in layers:
        Z = np.einsum("sd,dm->sm", A, W) + b
        J = np.einsum("sik,kj,sj->sij", J, W, slope(Z))
        A = f(Z)
    return J + 0.0

# %% choose
def choose():
    slopes = {"leaky": np.array([1, 0.3]), "half": np.array([0.5, 0]), "fold": np.array([1, -1])}
    power = {name: np.mean(pair**2) for name, pair in slopes.items()}
    return {name: (1 / np.sqrt(200 * p), p**15) for name, p in power.items()}

# %% train
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        z = np.einsum("nd,d->n", X, w) + b
        losses.append(np.mean(np.logaddexp(0, z) - y * z))
        p = np.exp(-np.logaddexp(0, -z))
        w = w - rate * np.einsum("n,nd->d", p - y, X) / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses
