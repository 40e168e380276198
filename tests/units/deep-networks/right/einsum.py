# %% start-weights
def draw(shape, rule, kind, seed):
    field = 1
    for side in shape[:-2]:
        field = field * side
    scale = {
        "lecun": lambda i, o: 1 / i, "glorot": lambda i, o: 2 / (i + o), "he": lambda i, o: 2 / i,
    }
    make = {
        "normal": lambda r, s: r.normal(scale=s, size=shape),
        "uniform": lambda r, s: r.uniform(-(3**0.5) * s, 3**0.5 * s, shape),
    }
    try:
        variance = scale[rule](shape[-2] * field, shape[-1] * field)
        return make[kind](np.random.default_rng(seed + 1000), np.sqrt(variance))
    except KeyError as error:
        raise ValueError("unknown") from error

# %% forecast
def forecast(widths, variances, kept):
    w, s = np.array(widths, dtype=float), np.array(variances, dtype=float)
    ahead = w[:-1] * s
    ahead[1:] *= kept
    back = np.append(kept * w[2:] * s[1:], 1.0)
    return np.cumprod(ahead), np.cumprod(back[::-1])[::-1]

# %% batch-norm
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    if not training:
        return (x - mean) * (gamma / np.sqrt(var + eps)) + beta, mean.copy(), var.copy()
    flat = x.reshape(-1, x.shape[-1])
    m = np.einsum("nc->c", flat) / len(flat)
    d = flat - m
    v = np.einsum("nc,nc->c", d, d) / len(flat)
    out = np.einsum("nc,c->nc", d, gamma / np.sqrt(v + eps)) + beta
    return out.reshape(x.shape), m + momentum * (mean - m), v + momentum * (var - v)

# %% batch-norm-back
def batch_norm_back(d_out, x, gamma, eps):
    flat, D = (a.reshape(-1, x.shape[-1]) for a in (x, d_out))
    n = len(flat)
    d = flat - np.einsum("nc->c", flat) / n
    sigma = np.sqrt(np.einsum("nc,nc->c", d, d) / n + eps)
    u = d / sigma
    d_beta, d_gamma = np.einsum("nc->c", D), np.einsum("nc,nc->c", D, u)
    return (gamma / sigma * (D - d_beta / n - u * d_gamma / n)).reshape(x.shape), d_gamma, d_beta

# %% group-norm
def group_norm(x, groups, gamma, beta, eps):
    if x.shape[-1] % groups != 0:
        raise ValueError("channels and groups")
    flat = x.reshape(x.shape[0], -1, groups, x.shape[-1] // groups)
    count = flat.shape[1] * flat.shape[3]
    d = flat - np.einsum("npgc->ng", flat)[:, None, :, None] / count
    v = np.einsum("npgc,npgc->ng", d, d)[:, None, :, None] / count
    return (d / np.sqrt(v + eps)).reshape(x.shape) * gamma + beta

# %% block
def block(x, W1, b1, W2, b2, P, d_out):
    shortcut = np.eye(x.shape[1]) if P is None else P
    z = np.einsum("nd,dh->nh", x, W1) + b1
    on = np.where(z > 0, 1.0, 0.0)
    out = np.einsum("nd,dm->nm", x, shortcut) + np.einsum("nh,nh,hm->nm", z, on, W2) + b2
    d_z = np.einsum("nm,hm,nh->nh", d_out, W2, on)
    return out, {
        "x": np.einsum("nm,dm->nd", d_out, shortcut) + np.einsum("nh,dh->nd", d_z, W1),
        "W1": np.einsum("nd,nh->dh", x, d_z),
        "b1": np.einsum("nh->h", d_z),
        "W2": np.einsum("nh,nm->hm", z * on, d_out),
        "b2": np.einsum("nm->m", d_out),
        "P": None if P is None else np.einsum("nd,nm->dm", x, d_out),
    }

# %% clip
def clip(grads, limit):
    flat = np.concatenate([np.ravel(g) for g in grads])
    if not np.all(np.isfinite(flat)):
        return [np.zeros(g.shape) for g in grads], np.inf
    largest = np.abs(flat).max()
    norm = largest * np.linalg.norm(flat / largest) if largest > 0 else 0.0
    return [g * (limit / max(norm, limit)) for g in grads], norm
