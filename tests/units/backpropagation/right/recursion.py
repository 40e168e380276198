# %% forward-numbers
def forward_numbers():
    from math import exp
    tanh = lambda a: (exp(2 * a) - 1) / (exp(2 * a) + 1)
    W, V = [[0.2, -0.4], [0.3, 0.1]], [[0.6, -0.5], [0.3, 0.4]]
    z = [sum(x * row[j] for x, row in zip((3, -1), W)) + (0.1, 0.5)[j] for j in (0, 1)]
    h = list(map(tanh, z))
    p = [sum(a * row[k] for a, row in zip(h, V)) + (0.05, -0.1)[k] for k in (0, 1)]
    E = 0.5 * sum((a - b) ** 2 for a, b in zip(p, (0.5, -0.25)))
    return {"z": z, "h": h, "p": p, "E": E}
# %% backward-numbers
def backward_numbers():
    V = np.matrix([[0.6, -0.5], [0.3, 0.4]])
    h = np.tanh(np.array([0.5, 1.1]))
    e = np.array([0.56742000 - 1, -0.01085897 + 0.5])
    dh = np.asarray(e @ V.T)[0]
    dz = dh / np.cosh([0.5, 1.1]) ** 2
    return {"p": e.tolist(), "V": h[:, None] * e, "c": tuple(e), "h": dh, "z": dz,
            "W": np.array([-1, 2])[:, None] * dz[None], "b": list(dz)}
# %% one-step
def one_step(W, b, V, c, x, t, rate):
    def run(params):
        W, b, V, c = params
        h = np.tanh(W.T @ x + b)
        return h, V.T @ h + c
    def loss(p):
        r = p - t
        return r @ r / 2
    h, p = run((W, b, V, c))
    delta = p - t
    hidden = V.dot(delta) / np.cosh(W.T @ x + b) ** 2
    grads = x.reshape(-1, 1) @ hidden.reshape(1, -1), hidden, h.reshape(-1, 1) @ delta.reshape(1, -1), delta
    new = [old - rate * g for old, g in zip((W, b, V, c), grads)]
    return [new, loss(p), loss(run(new)[1])]
# %% affine-backward
def affine_backward(X, W, upstream):
    dX = np.tensordot(upstream, W, axes=([1], [1]))
    dW = np.tensordot(X, upstream, axes=([0], [0]))
    return dX, dW, np.add.reduce(upstream, axis=0)
# %% activation-backward
def activation_backward(kind, z, upstream):
    match kind:
        case "sigmoid":
            with np.errstate(over="ignore"):
                s = 1 / (1 + np.exp(-z))
            d = s - s * s
        case "tanh":
            with np.errstate(over="ignore"):
                d = np.cosh(z) ** -2.0
        case "relu":
            return np.where(z > 0, upstream, np.zeros_like(upstream))
        case _:
            raise ValueError("no such activation")
    return d * upstream
# %% mse-backward
def mse_backward(P, T):
    if P.shape != T.shape:
        raise ValueError
    n, m = P.shape
    D = P - T
    return (D * D).mean(axis=1).mean(), D * (2.0 / n / m)
# %% bce-backward
def bce_backward(Z, Y):
    def softplus(z):
        return np.maximum(z, 0) + np.log(1 + np.exp(-np.abs(z)))
    p = np.exp(-softplus(-Z))
    return (softplus(Z) - Y * Z).mean(), (p - Y) / Z.size
# %% forward
def forward(params, X, act):
    def go(k, A):
        W, b = params[k]
        Z = np.add(A @ W, b)
        if k == len(params) - 1:
            return Z, [(A, Z)]
        P, rest = go(k + 1, act(Z))
        return P, [(A, Z)] + rest
    return go(0, X)
# %% backward
def backward(params, cache, upstream, layer_backward, act_backward):
    def go(k, dZ):
        dA, dW, db = layer_backward(cache[k][0], params[k][0], dZ)
        if k == 0:
            return [(dW, db)], dA
        grads, dX = go(k - 1, act_backward(cache[k - 1][1], dA))
        return grads + [(dW, db)], dX
    return go(len(params) - 1, upstream)
# %% gradient-check
def gradient_check(loss, params, grads, step=1e-5):
    shapes = [p.shape for p in params]
    flat = np.concatenate([p.ravel() for p in params])
    a = np.concatenate([g.ravel() for g in grads])
    cuts = np.cumsum([p.size for p in params])[:-1]
    def at(v):
        return loss([part.reshape(s) for part, s in zip(np.split(v, cuts), shapes)])
    E = np.eye(len(flat)) * step
    m = np.array([(at(flat + e) - at(flat - e)) / (2 * step) for e in E])
    return np.max(np.abs(a - m) / np.maximum(1e-3, np.abs(a) + np.abs(m)))
# %% train
def train(params, loss_and_grads, rate, steps):
    states = [[p + 0.0 for p in params]]
    results = [loss_and_grads(states[0])]
    while len(states) <= steps:
        states.append([p - rate * g for p, g in zip(states[-1], results[-1][1])])
        results.append(loss_and_grads(states[-1]))
    return states[-1], [r[0] for r in results]
# %% mended-step
def mended_step(W, b, v, c, X, t, rate):
    Xb = np.column_stack([X, np.ones(len(X))])
    Wb = np.vstack([W, b])
    H = np.tanh(Xb @ Wb)
    Hb, vb = np.column_stack([H, np.ones(len(X))]), np.append(v, c)
    r = Hb @ vb - t
    new_vb = vb - rate * Hb.T @ r / len(X)
    new_Wb = Wb - rate * Xb.T @ (r[:, None] * v * (1 - H**2)) / len(X)
    return (new_Wb[:2], new_Wb[2], new_vb[:-1], new_vb[-1]), 0.5 * (r @ r) / len(X)
# %% counter-examples
def counter_examples():
    zero = dict(W=np.zeros((2, 2)), b=np.zeros(2), v=np.zeros(2), c=np.zeros(1))
    return {
        "twins": dict(W=[[-1, -1], [0.5, 0.5]], b=[-0.2, -0.2], v=[0.7, 0.7], c=[-0.3]),
        "asleep": dict(zero, W=np.eye(2), b=np.array([3.0, -1.0])),
        "parting": dict(zero, v=np.array([1.0, 0.0])),
    }
