# %% start-weights
def draw(shape, rule, kind, seed):
    n, m = shape
    variance = {"lecun": 1 / n, "glorot": 2 / (n + m), "he": 2 / n}[rule]
    return np.sqrt(variance) * np.random.default_rng(seed).normal(size=(n, m))

# %% forecast
def forecast(widths, variances, kept):
    net = [(np.sqrt(s) * np.random.default_rng(0).normal(size=(n, m)), 0) for n, m, s in zip(widths, widths[1:], variances)]
    return layers(net)

# %% batch-norm
def normalise(z, axis, eps=1e-3):
    sigma = np.sqrt(z.var(axis=axis, keepdims=True) + eps)
    return (z - z.mean(axis=axis, keepdims=True)) / sigma, sigma

def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    return gamma * normalise(x, 0)[0] + beta, mean, var

# %% batch-norm-back
def batch_norm_back(d_out, x, gamma, eps):
    sigma = np.sqrt(x.var(axis=0, keepdims=True) + 1e-3)
    u = (x - x.mean(axis=0, keepdims=True)) / sigma
    D = d_out
    return (D - D.mean(axis=0, keepdims=True) - u * (D * u).mean(axis=0, keepdims=True)) / sigma, 0, 0

# %% group-norm
def group_norm(x, groups, gamma, beta, eps):
    sigma = np.sqrt(x.var(axis=1, keepdims=True) + 1e-3)
    return (x - x.mean(axis=1, keepdims=True)) / sigma

# %% block
def block(x, W1, b1, W2, b2, P, d_out):
    z = x @ W1 + b1
    return x + np.maximum(z, 0), d_out * (z > 0) @ W1.T + d_out

# %% clip
def clip(grads, limit):
    norm = np.sqrt(sum((g**2).sum() for g in grads))
    return [g * min(1, limit / norm) for g in grads], norm

# %% mended-train
def mended_train(X, y, start, orders, size, rate, momentum, X_val, y_val):
    return suspect_train(X, y, start, orders, size, rate, momentum, X_val, y_val)
