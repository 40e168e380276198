# %% wrong-order: V was updated first, and the gradient of W was computed with the new V.
def one_step(W, b, V, c, x, t, rate):
    h = np.tanh(x @ W + b)
    dp = h @ V + c - t
    V, c = V - rate * np.outer(h, dp), c - rate * dp
    dz = (V @ dp) * (1 - h**2)
    W, b = W - rate * np.outer(x, dz), b - rate * dz
    after = np.tanh(x @ W + b) @ V + c - t
    return (W, b, V, c), 0.5 * np.sum(dp**2), 0.5 * np.sum(after**2)
# %% rounded-weights: The new weights were rounded to two decimals on the way.
def one_step(W, b, V, c, x, t, rate):
    h = np.tanh(x @ W + b)
    dp = h @ V + c - t
    dz = (V @ dp) * (1 - h**2)
    W, b = np.round(W - rate * np.outer(x, dz), 2), np.round(b - rate * dz, 2)
    V, c = np.round(V - rate * np.outer(h, dp), 2), np.round(c - rate * dp, 2)
    after = np.tanh(x @ W + b) @ V + c - t
    return (W, b, V, c), 0.5 * np.sum(dp**2), 0.5 * np.sum(after**2)
# %% uphill: The gradient was added, and descent subtracts it.
def one_step(W, b, V, c, x, t, rate):
    h = np.tanh(x @ W + b)
    dp = h @ V + c - t
    dz = (V @ dp) * (1 - h**2)
    W, b, V, c = W + rate * np.outer(x, dz), b + rate * dz, V + rate * np.outer(h, dp), c + rate * dp
    after = np.tanh(x @ W + b) @ V + c - t
    return (W, b, V, c), 0.5 * np.sum(dp**2), 0.5 * np.sum(after**2)
# %% forgotten-derivative: The derivative of tanh was left out on the way to W.
def one_step(W, b, V, c, x, t, rate):
    h = np.tanh(x @ W + b)
    dp = h @ V + c - t
    dz = V @ dp
    W, b, V, c = W - rate * np.outer(x, dz), b - rate * dz, V - rate * np.outer(h, dp), c - rate * dp
    after = np.tanh(x @ W + b) @ V + c - t
    return (W, b, V, c), 0.5 * np.sum(dp**2), 0.5 * np.sum(after**2)
# %% error-not-after: Both errors are those before the step.
def one_step(W, b, V, c, x, t, rate):
    h = np.tanh(x @ W + b)
    dp = h @ V + c - t
    dz = (V @ dp) * (1 - h**2)
    W, b, V, c = W - rate * np.outer(x, dz), b - rate * dz, V - rate * np.outer(h, dp), c - rate * dp
    return (W, b, V, c), 0.5 * np.sum(dp**2), 0.5 * np.sum(dp**2)
# %% in-place: The caller's arrays were changed by -=.
def one_step(W, b, V, c, x, t, rate):
    h = np.tanh(x @ W + b)
    dp = h @ V + c - t
    dz = (V @ dp) * (1 - h**2)
    W -= rate * np.outer(x, dz)
    b -= rate * dz
    V -= rate * np.outer(h, dp)
    c -= rate * dp
    after = np.tanh(x @ W + b) @ V + c - t
    return (W, b, V, c), 0.5 * np.sum(dp**2), 0.5 * np.sum(after**2)
# %% biases-forgotten: Only the weights were updated.
def one_step(W, b, V, c, x, t, rate):
    h = np.tanh(x @ W + b)
    dp = h @ V + c - t
    dz = (V @ dp) * (1 - h**2)
    W, V = W - rate * np.outer(x, dz), V - rate * np.outer(h, dp)
    after = np.tanh(x @ W + b) @ V + c - t
    return (W, b, V, c), 0.5 * np.sum(dp**2), 0.5 * np.sum(after**2)
# %% after-with-old-hidden: The loss after the step was computed with the hidden values from before it.
def one_step(W, b, V, c, x, t, rate):
    h = np.tanh(x @ W + b)
    dp = h @ V + c - t
    dz = (V @ dp) * (1 - h**2)
    new = W - rate * np.outer(x, dz), b - rate * dz, V - rate * np.outer(h, dp), c - rate * dp
    after = h @ new[2] + new[3] - t
    return new, 0.5 * np.sum(dp**2), 0.5 * np.sum(after**2)
