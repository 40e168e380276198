# %% over-batch: The mean runs over the batch, but every sample is normalised by itself.
def group_norm(x, groups, gamma, beta, eps):
    if x.shape[-1] % groups:
        raise ValueError
    axes = tuple(range(x.ndim - 1))
    return gamma * (x - x.mean(axis=axes)) / np.sqrt(x.var(axis=axes) + eps) + beta
# %% in-turns: The channels were dealt out in turns; neighbours belong to one group.
def group_norm(x, groups, gamma, beta, eps):
    if x.shape[-1] % groups:
        raise ValueError
    dealt = x.reshape(len(x), -1, x.shape[-1] // groups, groups)
    mean, var = dealt.mean(axis=(1, 2), keepdims=True), dealt.var(axis=(1, 2), keepdims=True)
    return gamma * ((dealt - mean) / np.sqrt(var + eps)).reshape(x.shape) + beta
# %% one-group: The groups were not used: this is layer normalisation.
def group_norm(x, groups, gamma, beta, eps):
    if x.shape[-1] % groups:
        raise ValueError
    flat = x.reshape(len(x), -1)
    mean, var = flat.mean(axis=1, keepdims=True), flat.var(axis=1, keepdims=True)
    return gamma * ((flat - mean) / np.sqrt(var + eps)).reshape(x.shape) + beta
# %% position-by-position: Each position was normalised by itself; mean and variance run over all positions of the group's channels.
def group_norm(x, groups, gamma, beta, eps):
    if x.shape[-1] % groups:
        raise ValueError
    dealt = x.reshape(len(x), -1, groups, x.shape[-1] // groups)
    mean, var = dealt.mean(axis=3, keepdims=True), dealt.var(axis=3, keepdims=True)
    return gamma * ((dealt - mean) / np.sqrt(var + eps)).reshape(x.shape) + beta
# %% eps-outside: Epsilon is added to the variance, under the root, not to the standard deviation.
def group_norm(x, groups, gamma, beta, eps):
    if x.shape[-1] % groups:
        raise ValueError
    dealt = x.reshape(len(x), -1, groups, x.shape[-1] // groups)
    mean, std = dealt.mean(axis=(1, 3), keepdims=True), dealt.std(axis=(1, 3), keepdims=True)
    with np.errstate(all="ignore"):
        return gamma * ((dealt - mean) / (std + eps)).reshape(x.shape) + beta
# %% variance-for-root: It was divided by the variance instead of its root.
def group_norm(x, groups, gamma, beta, eps):
    if x.shape[-1] % groups:
        raise ValueError
    dealt = x.reshape(len(x), -1, groups, x.shape[-1] // groups)
    mean, var = dealt.mean(axis=(1, 3), keepdims=True), dealt.var(axis=(1, 3), keepdims=True)
    return gamma * ((dealt - mean) / (var + eps)).reshape(x.shape) + beta
# %% no-gamma: Gamma and beta were not used.
def group_norm(x, groups, gamma, beta, eps):
    if x.shape[-1] % groups:
        raise ValueError
    dealt = x.reshape(len(x), -1, groups, x.shape[-1] // groups)
    mean, var = dealt.mean(axis=(1, 3), keepdims=True), dealt.var(axis=(1, 3), keepdims=True)
    return ((dealt - mean) / np.sqrt(var + eps)).reshape(x.shape)
