# %% forward-numbers
# The chapter's sigmoid example, with this task's numbers in it.
def forward_numbers():
    z = np.array([3.0, -1.0]) @ np.array([[0.2, -0.4], [0.3, 0.1]]) + np.array([0.1, 0.5])
    h = 1 / (1 + np.exp(-z))
    p = h @ np.array([[0.6, -0.5], [0.3, 0.4]]) + np.array([0.05, -0.1])
    return {"z": z, "h": h, "p": p, "E": np.sum((p - np.array([0.5, -0.25])) ** 2) / 2}

# %% backward-numbers
def backward_numbers():
    V = np.array([[0.6, -0.5], [0.3, 0.4]])
    h = np.array([0.46211716, 0.80049902])
    d = np.array([0.56742 - 1, -0.01085897 + 0.5])
    below = V @ d * h * (1 - h)
    return {
        "p": d, "c": d, "V": np.outer(h, d), "h": V @ d, "z": below,
        "W": np.outer([-1, 2], below), "b": below,
    }

# %% one-step
def one_step(W, b, V, c, x, t, rate):
    arrays, losses = train([W, b, V, c], x[None], t[None], rounds=1, rate=rate)
    return arrays, losses[0], losses[-1]

# %% affine-backward
def affine_backward(X, W, upstream):
    return upstream @ W.T, X.T @ upstream, upstream.sum(axis=0)

# %% activation-backward
def activation_backward(kind, z, upstream):
    H = 1 / (1 + np.exp(-z))
    return upstream * H * (1 - H)

# %% mse-backward
def mse_backward(P, T):
    return np.mean((P - T) ** 2), 2 / len(P) * (P - T)

# %% bce-backward
def bce_backward(Z, Y):
    P = 1 / (1 + np.exp(-Z))
    return np.mean((P - Y) ** 2), 2 / len(Z) * (P - Y) * P * (1 - P)

# %% forward
def forward(params, X, act):
    (W1, b1), (W2, b2) = params
    H = 1 / (1 + np.exp(-(X @ W1 + b1)))
    P = 1 / (1 + np.exp(-(H @ W2 + b2)))
    return P, [(X, H), (H, P)]

# %% backward
def backward(params, cache, upstream, layer_backward, act_backward):
    (W1, b1), (W2, b2) = params
    (X, _), (H, P) = cache
    D2 = upstream * P * (1 - P)
    D1 = D2 @ W2.T * H * (1 - H)
    return [(X.T @ D1, D1.sum(axis=0)), (H.T @ D2, D2.sum(axis=0))], D1 @ W1.T

# %% gradient-check
def gradient_check(loss, params, grads, step=1e-5):
    slopes = [np.zeros_like(a) for a in params]
    for array, slope in zip(params, slopes):
        for at in np.ndindex(array.shape):
            keep = array[at]
            array[at] = keep + step; up = loss(params)
            array[at] = keep - step; down = loss(params)
            array[at] = keep
            slope[at] = (up - down) / (2 * step)
    return max(abs(a - b).max() for a, b in zip(grads, slopes))

# %% train
def train(params, loss_and_grads, rate, steps):
    arrays = [a.copy() for a in params]
    losses = []
    for _ in range(steps):
        loss, grads = loss_and_grads(arrays)
        losses.append(loss)
        arrays = [a - rate * g for a, g in zip(arrays, grads)]
    return arrays, losses

# %% mended-step
def mended_step(W, b, v, c, X, t, rate):
    H = 1 / (1 + np.exp(-(X @ W + b)))
    d = (H @ v + c - t) / len(X)
    D1 = d[:, None] * v * H * (1 - H)
    new = (W - rate * X.T @ D1, b - rate * D1.sum(0), v - rate * H.T @ d, c - rate * d.sum())
    return new, len(X) * np.sum(d**2) / 2

# %% counter-examples
def counter_examples():
    alike = {"W": np.full((2, 2), 0.5), "b": np.zeros(2), "v": np.full(2, 0.5), "c": np.zeros(1)}
    zeros = {"W": np.zeros((2, 2)), "b": np.zeros(2), "v": np.zeros(2), "c": np.zeros(1)}
    return {"twins": alike, "asleep": zeros, "parting": alike}
