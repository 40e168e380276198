# %% constants: Mean and variance were taken as constants, but they are computed from x.
def batch_norm_back(d_out, x, gamma, eps):
    axes = tuple(range(x.ndim - 1))
    sigma = np.sqrt(x.var(axis=axes) + eps)
    u = (x - x.mean(axis=axes)) / sigma
    return d_out * gamma / sigma, (d_out * u).sum(axis=axes), d_out.sum(axis=axes)
# %% mean-only: The way through the variance is missing.
def batch_norm_back(d_out, x, gamma, eps):
    axes = tuple(range(x.ndim - 1))
    sigma = np.sqrt(x.var(axis=axes) + eps)
    u = (x - x.mean(axis=axes)) / sigma
    D = d_out * gamma
    return (D - D.mean(axis=axes)) / sigma, (d_out * u).sum(axis=axes), d_out.sum(axis=axes)
# %% variance-only: The way through the mean is missing.
def batch_norm_back(d_out, x, gamma, eps):
    axes = tuple(range(x.ndim - 1))
    sigma = np.sqrt(x.var(axis=axes) + eps)
    u = (x - x.mean(axis=axes)) / sigma
    D = d_out * gamma
    return (D - u * (D * u).mean(axis=axes)) / sigma, (d_out * u).sum(axis=axes), d_out.sum(axis=axes)
# %% gamma-forgotten: Gamma multiplies the normalised values, so it multiplies the slope on its way back to x.
def batch_norm_back(d_out, x, gamma, eps):
    axes = tuple(range(x.ndim - 1))
    sigma = np.sqrt(x.var(axis=axes) + eps)
    u = (x - x.mean(axis=axes)) / sigma
    D = d_out
    return (D - D.mean(axis=axes) - u * (D * u).mean(axis=axes)) / sigma, (d_out * u).sum(axis=axes), d_out.sum(axis=axes)
# %% wrong-sign: The way through the variance has the wrong sign.
def batch_norm_back(d_out, x, gamma, eps):
    axes = tuple(range(x.ndim - 1))
    sigma = np.sqrt(x.var(axis=axes) + eps)
    u = (x - x.mean(axis=axes)) / sigma
    D = d_out * gamma
    return (D - D.mean(axis=axes) + u * (D * u).mean(axis=axes)) / sigma, (d_out * u).sum(axis=axes), d_out.sum(axis=axes)
# %% means-for-sums: The slopes of gamma and beta are sums over the batch, not means.
def batch_norm_back(d_out, x, gamma, eps):
    axes = tuple(range(x.ndim - 1))
    sigma = np.sqrt(x.var(axis=axes) + eps)
    u = (x - x.mean(axis=axes)) / sigma
    D = d_out * gamma
    return (D - D.mean(axis=axes) - u * (D * u).mean(axis=axes)) / sigma, (d_out * u).mean(axis=axes), d_out.mean(axis=axes)
# %% axis-zero: In pictures the sums run over the batch alone; they should run over all positions as well.
def batch_norm_back(d_out, x, gamma, eps):
    sigma = np.sqrt(x.var(axis=0) + eps)
    u = (x - x.mean(axis=0)) / sigma
    D = d_out * gamma
    return (D - D.mean(axis=0) - u * (D * u).mean(axis=0)) / sigma, (d_out * u).sum(axis=0), d_out.sum(axis=0)
# %% gamma-of-x: Gamma multiplies the normalised values, and its slope was taken from x itself.
def batch_norm_back(d_out, x, gamma, eps):
    axes = tuple(range(x.ndim - 1))
    sigma = np.sqrt(x.var(axis=axes) + eps)
    u = (x - x.mean(axis=axes)) / sigma
    D = d_out * gamma
    return (D - D.mean(axis=axes) - u * (D * u).mean(axis=axes)) / sigma, (d_out * x).sum(axis=axes), d_out.sum(axis=axes)
