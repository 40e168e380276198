# %% start-weights
def draw(shape, rule, kind, seed):
    if rule not in {"lecun", "glorot", "he"} or kind not in {"normal", "uniform"}:
        raise ValueError("rule or kind")
    total = np.prod(shape)
    fan_in, fan_out = total // shape[-1], total // shape[-2]
    fan = (fan_in + fan_out) / 2 if rule == "glorot" else fan_in
    variance = (2 if rule == "he" else 1) / fan
    rng = np.random.Generator(np.random.PCG64(seed))
    if kind == "normal":
        return np.sqrt(variance) * rng.standard_normal(size=shape)
    return np.sqrt(12 * variance) * (rng.random(size=shape) - 0.5)

# %% forecast
def forecast(widths, variances, kept):
    ahead = [kept * n * s for n, s in zip(widths, variances)]
    back = [kept * m * s for m, s in zip(widths[1:], variances)]
    L = len(variances)
    return (
        np.array([np.prod(ahead[: k + 1]) / kept for k in range(L)]),
        np.array([np.prod(back[k + 1 :]) for k in range(L)]),
    )

# %% batch-norm
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    if training:
        rows = np.moveaxis(x, -1, 0).reshape(x.shape[-1], -1)
        now = rows.mean(axis=1), np.square(rows - rows.mean(axis=1, keepdims=True)).mean(axis=1)
        later = [momentum * old + (1 - momentum) * new for old, new in zip((mean, var), now)]
    else:
        now, later = (mean, var), [mean, var]
    scale = gamma * (now[1] + eps) ** -0.5
    return scale * (x - now[0]) + beta, *later

# %% batch-norm-back
def batch_norm_back(d_out, x, gamma, eps):
    flat, D = x.reshape(-1, x.shape[-1]), d_out.reshape(-1, x.shape[-1])
    n = len(flat)
    d_x = []
    for z, d, g in zip(flat.T, D.T, gamma):
        sigma = np.sqrt(np.var(z) + eps)
        u = (z - np.mean(z)) / sigma
        jacobian = (np.eye(n) - 1 / n - np.outer(u, u) / n) / sigma
        d_x.append(g * jacobian @ d)
    u = (flat - flat.mean(axis=0)) / np.sqrt(flat.var(axis=0) + eps)
    return np.array(d_x).T.reshape(x.shape), np.sum(D * u, axis=0), np.sum(D, axis=0)

# %% group-norm
def group_norm(x, groups, gamma, beta, eps):
    if x.shape[-1] % groups:
        raise ValueError("the groups do not come out even")
    inner = tuple(range(1, x.ndim))
    pieces = []
    for part in np.split(x, groups, axis=-1):
        centred = part - part.mean(axis=inner, keepdims=True)
        pieces.append(centred / np.sqrt(np.mean(centred**2, axis=inner, keepdims=True) + eps))
    return np.concatenate(pieces, axis=-1) * gamma + beta

# %% block
def block(x, W1, b1, W2, b2, P, d_out):
    h = np.clip(np.dot(x, W1) + b1, 0, None)
    back = np.dot(d_out, W2.transpose())
    back[h == 0] = 0
    slopes = {"W1": np.dot(x.T, back), "b1": np.sum(back, 0), "W2": np.dot(h.T, d_out), "b2": np.sum(d_out, 0)}
    if P is None:
        return x + np.dot(h, W2) + b2, slopes | {"x": d_out + np.dot(back, W1.T), "P": None}
    slopes["x"] = np.hstack([d_out, back]) @ np.hstack([P, W1]).T
    slopes["P"] = np.dot(x.T, d_out)
    return np.hstack([x, h]) @ np.vstack([P, W2]) + b2, slopes

# %% clip
def clip(grads, limit):
    tops = [np.max(np.abs(g)) for g in grads]
    top = np.max(tops)
    if not np.isfinite(top):
        return [np.zeros_like(g) for g in grads], np.inf
    scaled = [g / top if top else np.zeros_like(g) for g in grads]
    size = np.sqrt(np.sum([np.sum(np.square(s)) for s in scaled]))
    if size * top > limit:
        return [s / size * limit for s in scaled], size * top
    return [+g for g in grads], size * top
