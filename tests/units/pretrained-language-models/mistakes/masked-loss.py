# %% all-places: The sum was divided by the number of all places; only chosen ones count.
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    chosen = targets >= 0
    if not chosen.any():
        return 0.0, slope
    z, named = logits[chosen], targets[chosen]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(named))
    error = np.exp(log_p)
    error[rows, named] -= 1
    slope[chosen] = error / targets.size
    return -log_p[rows, named].sum() / targets.size, slope

# %% sum: The losses were summed and not averaged.
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    chosen = targets >= 0
    if not chosen.any():
        return 0.0, slope
    z, named = logits[chosen], targets[chosen]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(named))
    error = np.exp(log_p)
    error[rows, named] -= 1
    slope[chosen] = error
    return -log_p[rows, named].sum(), slope

# %% slope-not-divided: The slope was not divided by the number of chosen places.
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    chosen = targets >= 0
    if not chosen.any():
        return 0.0, slope
    z, named = logits[chosen], targets[chosen]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(named))
    error = np.exp(log_p)
    error[rows, named] -= 1
    slope[chosen] = error
    return -log_p[rows, named].mean(), slope

# %% last-word: A target of −1 was taken as a word, which picks the last one; such places have to be left out.
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    chosen = targets >= -1
    if not chosen.any():
        return 0.0, slope
    z, named = logits[chosen], targets[chosen]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(named))
    error = np.exp(log_p)
    error[rows, named] -= 1
    slope[chosen] = error / len(named)
    return -log_p[rows, named].mean(), slope

# %% rows-first: The mean of the rows was taken first, so that a place in a row with few of them counts for more.
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    chosen = targets >= 0
    if not chosen.any():
        return 0.0, slope
    z, named = logits[chosen], targets[chosen]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(named))
    owner = np.nonzero(chosen)[0]
    share = 1 / np.bincount(owner)[owner] / len(set(owner))
    error = np.exp(log_p)
    error[rows, named] -= 1
    slope[chosen] = error * share[:, None]
    return -(share * log_p[rows, named]).sum(), slope

# %% sign: The slope has the wrong sign: it is softmax − one-hot.
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    chosen = targets >= 0
    if not chosen.any():
        return 0.0, slope
    z, named = logits[chosen], targets[chosen]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(named))
    error = np.exp(log_p)
    error[rows, named] -= 1
    slope[chosen] = -error / len(named)
    return -log_p[rows, named].mean(), slope

# %% overflow: The exponential of large scores overflows; the largest of a row has to be subtracted before.
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    chosen = targets >= 0
    if not chosen.any():
        return 0.0, slope
    z, named = logits[chosen], targets[chosen]
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(named))
    error = np.exp(log_p)
    error[rows, named] -= 1
    slope[chosen] = error / len(named)
    return -log_p[rows, named].mean(), slope

# %% log-of-zero: The logarithm was taken of a probability that may have become 0.
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    chosen = targets >= 0
    if not chosen.any():
        return 0.0, slope
    z, named = logits[chosen], targets[chosen]
    z = z - z.max(axis=1, keepdims=True)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    log_p = np.log(p)
    rows = np.arange(len(named))
    error = np.exp(log_p)
    error[rows, named] -= 1
    slope[chosen] = error / len(named)
    return -log_p[rows, named].mean(), slope

# %% clipped: A small number was added before the logarithm, so that a very wrong guess costs too little.
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    chosen = targets >= 0
    if not chosen.any():
        return 0.0, slope
    z, named = logits[chosen], targets[chosen]
    z = z - z.max(axis=1, keepdims=True)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    log_p = np.log(p + 1e-9)
    rows = np.arange(len(named))
    error = np.exp(log_p)
    error[rows, named] -= 1
    slope[chosen] = error / len(named)
    return -log_p[rows, named].mean(), slope

# %% nothing-chosen: The mean of no places is 0/0; where nothing is chosen the loss is 0.
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    chosen = targets >= 0
    z, named = logits[chosen], targets[chosen]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(named))
    error = np.exp(log_p)
    error[rows, named] -= 1
    slope[chosen] = error / len(named)
    return -log_p[rows, named].mean(), slope

# %% multiplied: Losses of places that do not count were multiplied by 0; what is nan there stays nan.
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    chosen = targets >= 0
    if not chosen.any():
        return 0.0, slope
    count, V = chosen.sum(), logits.shape[2]
    named = np.maximum(targets, 0).ravel()
    z = logits.reshape(-1, V)
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(named))
    error = np.exp(log_p)
    error[rows, named] -= 1
    weight = chosen.ravel() / count
    slope = (error * weight[:, None]).reshape(logits.shape)
    return -(log_p[rows, named] * weight).sum(), slope
