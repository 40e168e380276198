# %% start-weights
def draw(shape, rule, kind, seed):
    fan_in, fan_out = shape[-2], shape[-1]
    for side in shape[:-2]:
        fan_in *= side
        fan_out *= side
    if rule == "lecun":
        variance = 1 / fan_in
    elif rule == "glorot":
        variance = 1 / ((fan_in + fan_out) / 2)
    elif rule == "he":
        variance = 2 / fan_in
    else:
        raise ValueError(rule)
    r = np.random.default_rng(seed)
    if kind == "normal":
        return variance**0.5 * r.standard_normal(shape)
    if kind == "uniform":
        return (2 * r.random(shape) - 1) * (3 * variance) ** 0.5
    raise ValueError(kind)

# %% forecast
def forecast(widths, variances, kept):
    forward, size = [], 1.0
    for k, s in enumerate(variances):
        size = size * widths[k] * s * (kept if k else 1)
        forward.append(size)
    backward, size = [1.0], 1.0
    for k in reversed(range(1, len(variances))):
        size = size * widths[k + 1] * variances[k] * kept
        backward = [size] + backward
    return np.array(forward), np.array(backward)

# %% batch-norm
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    flat = x.reshape(-1, x.shape[-1])
    out = np.zeros(flat.shape)
    new_mean, new_var = np.zeros(len(gamma)), np.zeros(len(gamma))
    for c in range(len(gamma)):
        m, v = mean[c], var[c]
        new_mean[c], new_var[c] = m, v
        if training:
            m = np.mean(flat[:, c])
            v = np.mean((flat[:, c] - m) ** 2)
            new_mean[c] = new_mean[c] * momentum + m * (1 - momentum)
            new_var[c] = new_var[c] * momentum + v * (1 - momentum)
        out[:, c] = (flat[:, c] - m) / (v + eps) ** 0.5 * gamma[c] + beta[c]
    return out.reshape(x.shape), new_mean, new_var

# %% batch-norm-back
def batch_norm_back(d_out, x, gamma, eps):
    c = x.shape[-1]
    D, X = d_out.reshape(-1, c), x.reshape(-1, c)
    n = len(X)
    d_x, d_gamma, d_beta = np.zeros(X.shape), np.zeros(c), np.zeros(c)
    for j in range(c):
        centred = X[:, j] - X[:, j].mean()
        var = (centred**2).mean()
        inverse = (var + eps) ** -0.5
        d_u = D[:, j] * gamma[j]
        d_inverse = (d_u * centred).sum()
        d_var = -0.5 * d_inverse * inverse**3
        d_centred = d_u * inverse + d_var * 2 * centred / n
        d_x[:, j] = d_centred - d_centred.mean()
        d_gamma[j] = (D[:, j] * centred * inverse).sum()
        d_beta[j] = D[:, j].sum()
    return d_x.reshape(x.shape), d_gamma, d_beta

# %% group-norm
def group_norm(x, groups, gamma, beta, eps):
    c = x.shape[-1]
    size, rest = divmod(c, groups)
    if rest:
        raise ValueError("groups of unequal size")
    out = np.empty(x.shape)
    for i in range(x.shape[0]):
        for start in range(0, c, size):
            part = x[i, ..., start : start + size]
            out[i, ..., start : start + size] = (part - part.mean()) / (part.var() + eps) ** 0.5
    return out * gamma + beta

# %% block
def block(x, W1, b1, W2, b2, P, d_out):
    out, d_x = [], []
    d_W1, d_b1, d_W2, d_b2 = (np.zeros(a.shape) for a in (W1, b1, W2, b2))
    d_P = None if P is None else np.zeros(P.shape)
    for row, D in zip(x, d_out):
        z = row @ W1 + b1
        h = z * (z > 0)
        d_z = (W2 @ D) * (z > 0)
        back = W1 @ d_z
        if P is None:
            out.append(row + h @ W2 + b2)
            back = back + D
        else:
            out.append(row @ P + h @ W2 + b2)
            back = back + P @ D
            d_P += row[:, None] * D
        d_x.append(back)
        d_W1 += np.outer(row, d_z)
        d_b1 += d_z
        d_W2 += np.outer(h, D)
        d_b2 += D
    return np.array(out), {"x": np.array(d_x), "W1": d_W1, "b1": d_b1, "W2": d_W2, "b2": d_b2, "P": d_P}

# %% clip
def clip(grads, limit):
    largest = 0.0
    for g in grads:
        for value in np.ravel(g):
            if value != value or abs(value) == np.inf:
                return [0 * np.ones(other.shape) for other in grads], float("inf")
            largest = max(largest, abs(value))
    if largest == 0:
        return [np.array(g) for g in grads], 0.0
    total = 0.0
    for g in grads:
        for value in np.ravel(g):
            total += (value / largest) ** 2
    norm = largest * total**0.5
    if norm <= limit:
        return [np.array(g) for g in grads], norm
    return [g / norm * limit for g in grads], norm

# %% mended-train
def mended_train(X, y, start, orders, size, rate, momentum, X_val, y_val):
    net = {name: np.array(value, dtype=float) for name, value in start.items()}
    m = len(net["gamma"])
    mean, var, losses = np.zeros(m), np.ones(m), []
    for order in orders:
        left = list(order)
        while left:
            rows, left = left[:size], left[size:]
            x, n = X[rows], len(rows)
            z = x @ net["W"]
            mu = z.sum(axis=0) / n
            centred = z - mu
            s2 = (centred**2).sum(axis=0) / n
            mean, var = mean + (1 - momentum) * (mu - mean), var + (1 - momentum) * (s2 - var)
            inverse = 1 / np.sqrt(s2 + 1e-3)
            s = net["gamma"] * centred * inverse + net["beta"]
            h = np.where(s > 0, s, 0)
            d = 2 / n * (h @ net["v"] + net["c"] - y[rows])
            d_s = np.where(s > 0, d[:, None] * net["v"], 0)
            d_u = d_s * net["gamma"]
            d_s2 = -0.5 * (d_u * centred).sum(axis=0) * inverse**3
            d_centred = d_u * inverse + 2 / n * d_s2 * centred
            d_z = d_centred - d_centred.sum(axis=0) / n
            slopes = {
                "W": x.T @ d_z, "gamma": (d_s * centred * inverse).sum(axis=0),
                "beta": d_s.sum(axis=0), "v": h.T @ d, "c": d.sum(),
            }
            net = {name: net[name] - rate * slopes[name] for name in net}
        z = X_val @ net["W"]
        said = np.maximum(net["gamma"] * (z - mean) / (var + 1e-3) ** 0.5 + net["beta"], 0) @ net["v"] + net["c"]
        losses.append(((said - y_val) ** 2).mean())
    return {**net, "mean": mean, "var": var, "losses": np.array(losses)}
