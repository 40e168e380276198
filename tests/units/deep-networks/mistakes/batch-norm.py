# %% variance-for-root: It was divided by the variance instead of its root.
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    m, v = mean, var
    if training:
        axes = tuple(range(x.ndim - 1))
        m, v = x.mean(axis=axes), x.var(axis=axes)
        mean, var = momentum * mean + (1 - momentum) * m, momentum * var + (1 - momentum) * v
    return gamma * (x - m) / (v + eps) + beta, mean, var
# %% momentum-swapped: Momentum is the share of the old moving value that is kept, not that of the new one.
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    m, v = mean, var
    if training:
        axes = tuple(range(x.ndim - 1))
        m, v = x.mean(axis=axes), x.var(axis=axes)
        mean, var = (1 - momentum) * mean + momentum * m, (1 - momentum) * var + momentum * v
    return gamma * (x - m) / np.sqrt(v + eps) + beta, mean, var
# %% always-batch: Outside training the batch's own mean and variance are still used; it should be the moving ones.
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    axes = tuple(range(x.ndim - 1))
    m, v = x.mean(axis=axes), x.var(axis=axes)
    if training:
        mean, var = momentum * mean + (1 - momentum) * m, momentum * var + (1 - momentum) * v
    return gamma * (x - m) / np.sqrt(v + eps) + beta, mean, var
# %% moving-in-training: In training the result is made with the moving mean and variance instead of the batch's.
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    out = gamma * (x - mean) / np.sqrt(var + eps) + beta
    if training:
        axes = tuple(range(x.ndim - 1))
        m, v = x.mean(axis=axes), x.var(axis=axes)
        mean, var = momentum * mean + (1 - momentum) * m, momentum * var + (1 - momentum) * v
    return out, mean, var
# %% unbiased: The moving variance was divided by n − 1; here it is the biased one, divided by n.
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    m, v = mean, var
    if training:
        axes = tuple(range(x.ndim - 1))
        m, v = x.mean(axis=axes), x.var(axis=axes)
        n = x.size // x.shape[-1]
        mean, var = momentum * mean + (1 - momentum) * m, momentum * var + (1 - momentum) * v * n / max(n - 1, 1)
    return gamma * (x - m) / np.sqrt(v + eps) + beta, mean, var
# %% axis-zero: In pictures the mean runs over the batch alone; it should run over all positions as well.
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    m, v = mean, var
    if training:
        m, v = x.mean(axis=0), x.var(axis=0)
        mean, var = momentum * mean + (1 - momentum) * m, momentum * var + (1 - momentum) * v
    return gamma * (x - m) / np.sqrt(v + eps) + beta, mean, var
# %% moves-always: The moving mean and variance move outside training, too.
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    axes = tuple(range(x.ndim - 1))
    m, v = x.mean(axis=axes), x.var(axis=axes)
    new = momentum * mean + (1 - momentum) * m, momentum * var + (1 - momentum) * v
    if not training:
        m, v = mean, var
    return gamma * (x - m) / np.sqrt(v + eps) + beta, *new
# %% one-pass: The variance is the mean of the squares minus the square of the mean, which loses all digits far from zero.
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    m, v = mean, var
    if training:
        axes = tuple(range(x.ndim - 1))
        m = x.mean(axis=axes)
        v = np.maximum((x**2).mean(axis=axes) - m**2, 0)
        mean, var = momentum * mean + (1 - momentum) * m, momentum * var + (1 - momentum) * v
    return gamma * (x - m) / np.sqrt(v + eps) + beta, mean, var
# %% in-place: The caller's moving mean and variance were changed in place; new arrays are to be returned.
def batch_norm(x, gamma, beta, mean, var, training, momentum, eps):
    m, v = mean, var
    if training:
        axes = tuple(range(x.ndim - 1))
        m, v = x.mean(axis=axes), x.var(axis=axes)
        mean *= momentum
        mean += (1 - momentum) * m
        var *= momentum
        var += (1 - momentum) * v
    return gamma * (x - m) / np.sqrt(v + eps) + beta, mean, var
