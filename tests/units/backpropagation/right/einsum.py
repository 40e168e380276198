# %% forward-numbers
def forward_numbers():
    return {
        "z": (0.4, -0.8),
        "h": (0.379949, -0.664037),
        "p": (0.078758, -0.555589),
        "E": 0.135415,
    }
# %% backward-numbers
def backward_numbers():
    dp = np.array([0.56742 - 1, -0.01085897 + 0.5])
    h = np.array([0.46211716, 0.80049902])
    dh = np.einsum("jk,k->j", [[0.6, -0.5], [0.3, 0.4]], dp)
    dz = dh - dh * h * h
    dV, dW = np.einsum("j,k->jk", h, dp), np.einsum("i,j->ij", [-1, 2], dz)
    return {"p": dp, "c": dp, "h": dh, "z": dz, "b": dz, "V": dV, "W": dW}
# %% one-step
def one_step(W, b, V, c, x, t, rate):
    def run(W, b, V, c):
        h = np.tanh(np.einsum("i,ij->j", x, W) + b)
        e = np.einsum("j,jk->k", h, V) + c - t
        return h, e, np.einsum("k,k->", e, e) / 2

    h, e, before = run(W, b, V, c)
    d = np.einsum("k,jk,j->j", e, V, 1 - h * h)
    new = (
        W - rate * np.einsum("i,j->ij", x, d),
        b - rate * d,
        V - rate * np.einsum("j,k->jk", h, e),
        c - rate * e,
    )
    return new, before, run(*new)[2]
# %% affine-backward
def affine_backward(X, W, upstream):
    return (
        np.einsum("nk,ik->ni", upstream, W),
        np.einsum("ni,nk->ik", X, upstream),
        np.einsum("nk->k", upstream),
    )
# %% activation-backward
def activation_backward(kind, z, upstream):
    with np.errstate(all="ignore"):
        if kind == "sigmoid":
            s = 1 / (1 + np.exp(-z))
            slope = s * (1 - s)
        elif kind == "tanh":
            slope = 1 - np.tanh(z) * np.tanh(z)
        elif kind == "relu":
            slope = np.where(z > 0, 1, 0).astype(z.dtype)
        else:
            raise ValueError(f"unknown activation {kind!r}")
        return np.multiply(upstream, slope)
# %% mse-backward
def mse_backward(P, T):
    if np.shape(P) != np.shape(T):
        raise ValueError("P and T must have the same shape")
    E = P - T
    return np.einsum("nk,nk->", E, E) / E.size, E * (2 / E.size)
# %% bce-backward
def bce_backward(Z, Y):
    loss = np.logaddexp(0, Z) - Y * Z
    sigmoid = np.exp(-np.logaddexp(0, -Z))
    return loss.mean(), (sigmoid - Y) / Z.size
# %% forward
def forward(params, X, act):
    cache = []
    Z = None
    for W, b in params:
        A = X if Z is None else act(Z)
        Z = np.einsum("ni,ij->nj", A, W) + b
        cache.append((A, Z))
    return Z, cache
# %% backward
def backward(params, cache, upstream, layer_backward, act_backward):
    if len(params) == 1:
        dX, dW, db = layer_backward(cache[0][0], params[0][0], upstream)
        return [(dW, db)], dX
    dA, dW, db = layer_backward(cache[-1][0], params[-1][0], upstream)
    before = act_backward(cache[-2][1], dA)
    grads, dX = backward(params[:-1], cache[:-1], before, layer_backward, act_backward)
    return grads + [(dW, db)], dX
# %% gradient-check
def gradient_check(loss, params, grads, step=1e-5):
    flat = np.concatenate([p.ravel() for p in params])
    given = np.concatenate([g.ravel() for g in grads])

    def at(vector):
        arrays, start = [], 0
        for p in params:
            arrays.append(vector[start : start + p.size].reshape(p.shape))
            start += p.size
        return loss(arrays)

    steps = np.eye(flat.size) * step
    measured = np.array([(at(flat + s) - at(flat - s)) / (2 * step) for s in steps])
    return np.max(np.abs(given - measured) / np.maximum(1e-3, np.abs(given) + np.abs(measured)))
# %% train
def train(params, loss_and_grads, rate, steps):
    trained = [np.copy(p) for p in params]
    loss, grads = loss_and_grads(trained)
    history = [loss]
    while len(history) <= steps:
        trained = [p + (-rate) * np.asarray(g) for p, g in zip(trained, grads)]
        loss, grads = loss_and_grads(trained)
        history.append(loss)
    return trained, np.array(history)
# %% mended-step
def mended_step(W, b, v, c, X, t, rate):
    H = np.tanh(X @ W + b)
    d = (H @ v + c - t) / len(X)
    dW = np.einsum("n,j,nj,ni->ij", d, v, 1 - H * H, X)
    db = np.einsum("n,j,nj->j", d, v, 1 - H * H)
    dv = np.einsum("n,nj->j", d, H)
    loss = len(X) * np.sum(d * d) / 2
    return (W - rate * dW, b - rate * db, v - rate * dv, c - rate * np.sum(d)), loss
# %% counter-examples
def counter_examples():
    return {
        "twins": {
            "W": np.array([[-0.8, -0.8], [0.6, 0.6]]),
            "b": np.array([0.3, 0.3]),
            "v": np.array([-0.2, -0.2]),
            "c": np.array([-0.4]),
        },
        "asleep": {
            "W": np.array([[1.0, 1.0], [-1.0, -1.0]]),
            "b": np.zeros(2),
            "v": np.zeros(2),
            "c": np.array([2.0]),
        },
        "parting": {
            "W": np.full((2, 2), 0.1),
            "b": np.zeros(2),
            "v": np.array([1.0, 0.1]),
            "c": np.zeros(1),
        },
    }
