# %% no-factor-back: The factor is missing on the way back.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z) * factor
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean() + strength / 2 * ((W1**2).sum() + (W2**2).sum())
    delta = (shares - np.eye(len(b2))[y]) / n
    below = delta @ W2.T * (z > 0)
    first = (x.T @ below + strength * W1, below.sum(axis=0))
    second = (passed.T @ delta + strength * W2, delta.sum(axis=0))
    return loss, [first, second]

# %% no-factor: Dropout acts neither forward nor back.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z)
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean() + strength / 2 * ((W1**2).sum() + (W2**2).sum())
    delta = (shares - np.eye(len(b2))[y]) / n
    below = delta @ W2.T * (z > 0)
    first = (x.T @ below + strength * W1, below.sum(axis=0))
    second = (passed.T @ delta + strength * W2, delta.sum(axis=0))
    return loss, [first, second]

# %% undropped-read: W2's slope was taken with the hidden values before dropout.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z) * factor
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean() + strength / 2 * ((W1**2).sum() + (W2**2).sum())
    delta = (shares - np.eye(len(b2))[y]) / n
    below = delta @ W2.T * factor * (z > 0)
    first = (x.T @ below + strength * W1, below.sum(axis=0))
    second = (np.maximum(0, z).T @ delta + strength * W2, delta.sum(axis=0))
    return loss, [first, second]

# %% no-relu-back: The slope of the ReLU is missing on the way back.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z) * factor
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean() + strength / 2 * ((W1**2).sum() + (W2**2).sum())
    delta = (shares - np.eye(len(b2))[y]) / n
    below = delta @ W2.T * factor
    first = (x.T @ below + strength * W1, below.sum(axis=0))
    second = (passed.T @ delta + strength * W2, delta.sum(axis=0))
    return loss, [first, second]

# %% no-penalty-slope: The slopes of the penalty are missing.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z) * factor
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean() + strength / 2 * ((W1**2).sum() + (W2**2).sum())
    delta = (shares - np.eye(len(b2))[y]) / n
    below = delta @ W2.T * factor * (z > 0)
    first = (x.T @ below, below.sum(axis=0))
    second = (passed.T @ delta, delta.sum(axis=0))
    return loss, [first, second]

# %% no-penalty-loss: The penalty is missing from the loss.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z) * factor
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean()
    delta = (shares - np.eye(len(b2))[y]) / n
    below = delta @ W2.T * factor * (z > 0)
    first = (x.T @ below + strength * W1, below.sum(axis=0))
    second = (passed.T @ delta + strength * W2, delta.sum(axis=0))
    return loss, [first, second]

# %% half-forgotten: The half of the penalty is missing, in loss and slopes.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z) * factor
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean() + strength * ((W1**2).sum() + (W2**2).sum())
    delta = (shares - np.eye(len(b2))[y]) / n
    below = delta @ W2.T * factor * (z > 0)
    first = (x.T @ below + 2 * strength * W1, below.sum(axis=0))
    second = (passed.T @ delta + 2 * strength * W2, delta.sum(axis=0))
    return loss, [first, second]

# %% biases-too: The biases were penalised as well.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z) * factor
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean() + strength / 2 * ((W1**2).sum() + (W2**2).sum() + (b1**2).sum() + (b2**2).sum())
    delta = (shares - np.eye(len(b2))[y]) / n
    below = delta @ W2.T * factor * (z > 0)
    first = (x.T @ below + strength * W1, below.sum(axis=0) + strength * b1)
    second = (passed.T @ delta + strength * W2, delta.sum(axis=0) + strength * b2)
    return loss, [first, second]

# %% penalty-per-sample: The penalty was divided by the number of samples.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z) * factor
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean() + strength / n / 2 * ((W1**2).sum() + (W2**2).sum())
    delta = (shares - np.eye(len(b2))[y]) / n
    below = delta @ W2.T * factor * (z > 0)
    first = (x.T @ below + strength / n * W1, below.sum(axis=0))
    second = (passed.T @ delta + strength / n * W2, delta.sum(axis=0))
    return loss, [first, second]

# %% summed: The slopes were summed over the batch without 1/n.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z) * factor
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean() + strength / 2 * ((W1**2).sum() + (W2**2).sum())
    delta = (shares - np.eye(len(b2))[y])
    below = delta @ W2.T * factor * (z > 0)
    first = (x.T @ below + strength * W1, below.sum(axis=0))
    second = (passed.T @ delta + strength * W2, delta.sum(axis=0))
    return loss, [first, second]

# %% sign-turned: The sign of the slope of the scores is turned: it is share minus target.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z) * factor
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean() + strength / 2 * ((W1**2).sum() + (W2**2).sum())
    delta = (np.eye(len(b2))[y] - shares) / n
    below = delta @ W2.T * factor * (z > 0)
    first = (x.T @ below + strength * W1, below.sum(axis=0))
    second = (passed.T @ delta + strength * W2, delta.sum(axis=0))
    return loss, [first, second]

# %% factor-changed: The factor of the caller was changed in place.
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    n = len(x)
    z = x @ W1 + b1
    passed = np.maximum(0, z) * factor
    shares = softmax(passed @ W2 + b2)
    loss = -np.log(shares[np.arange(n), y]).mean() + strength / 2 * ((W1**2).sum() + (W2**2).sum())
    factor *= z > 0
    delta = (shares - np.eye(len(b2))[y]) / n
    below = delta @ W2.T * factor
    first = (x.T @ below + strength * W1, below.sum(axis=0))
    second = (passed.T @ delta + strength * W2, delta.sum(axis=0))
    return loss, [first, second]
