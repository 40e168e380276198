# %% forward-numbers
def forward_numbers():
    layers = [
        (np.array([[0.2, -0.4], [0.3, 0.1]]), np.array([0.1, 0.5])),
        (np.array([[0.6, -0.5], [0.3, 0.4]]), np.array([0.05, -0.1])),
    ]
    row = np.array([[3.0, -1.0]])
    z = row @ layers[0][0] + layers[0][1]
    h = np.tanh(z)
    p = h @ layers[1][0] + layers[1][1]
    e = p - np.array([[0.5, -0.25]])
    return dict(z=z[0], h=h[0], p=p[0], E=float((e @ e.T)[0, 0] / 2))
# %% backward-numbers
def backward_numbers():
    return {
        "p": (-0.43258, 0.489141),
        "c": (-0.43258, 0.489141),
        "V": [[-0.199903, 0.22604], [-0.34628, 0.391557]],
        "h": (-0.504119, 0.065882),
        "z": (-0.396463, 0.023665),
        "b": (-0.396463, 0.023665),
        "W": [[0.396463, -0.023665], [-0.792926, 0.04733]],
    }
# %% one-step
def one_step(W, b, V, c, x, t, rate):
    x, t = x[None, :], t[None, :]
    h = np.tanh(x @ W + b)
    e = h @ V + c - t
    d = e @ V.T * (1 - h**2)
    new = W - rate * x.T @ d, b - rate * d[0], V - rate * h.T @ e, c - rate * e[0]
    e2 = np.tanh(x @ new[0] + new[1]) @ new[2] + new[3] - t
    return new, float(np.linalg.norm(e) ** 2 / 2), float(np.linalg.norm(e2) ** 2 / 2)
# %% affine-backward
def affine_backward(X, W, upstream):
    ones = np.ones(len(X), dtype=X.dtype)
    return [np.dot(upstream, np.transpose(W)), np.dot(np.transpose(X), upstream), ones @ upstream]
# %% activation-backward
def activation_backward(kind, z, upstream):
    def sigmoid_slope(v):
        e = np.exp(-np.abs(v))
        return e / (1 + e) ** 2

    rules = {
        "sigmoid": sigmoid_slope,
        "tanh": lambda v: 4 * sigmoid_slope(2 * v),
        "relu": lambda v: np.heaviside(v, np.zeros((), dtype=v.dtype)),
    }
    if kind not in rules:
        raise ValueError(kind)
    return upstream * rules[kind](z)
# %% mse-backward
def mse_backward(P, T):
    if P.ndim != T.ndim or any(a != b for a, b in zip(P.shape, T.shape)):
        raise ValueError(f"{P.shape} is not {T.shape}")
    error = np.subtract(P, T)
    count = np.prod(P.shape)
    return float(np.square(error).sum() / count), error / (0.5 * count)
# %% bce-backward
def bce_backward(Z, Y):
    with np.errstate(over="ignore"):
        probability = 1 / (1 + np.exp(-Z))
    losses = Y * np.logaddexp(0, -Z) + (1 - Y) * np.logaddexp(0, Z)
    return np.average(losses), (probability - Y) / Y.shape[0]
# %% forward
def forward(params, X, act):
    *hidden, last = params
    A, cache = X, []
    for W, b in hidden:
        Z = np.dot(A, W) + b
        cache.append((A, Z))
        A = act(Z)
    P = np.dot(A, last[0]) + last[1]
    return P, [*cache, (A, P)]
# %% backward
def backward(params, cache, upstream, layer_backward, act_backward):
    grads = []
    dA = None
    for (W, _), (A, Z) in zip(params[::-1], cache[::-1]):
        dZ = upstream if dA is None else act_backward(Z, dA)
        dA, dW, db = layer_backward(A, W, dZ)
        grads.append((dW, db))
    return grads[::-1], dA
# %% gradient-check
def gradient_check(loss, params, grads, step=1e-5):
    def differences():
        for k in range(len(params)):
            for index in range(params[k].size):
                values = []
                for sign in (1, -1):
                    copy = [np.array(p) for p in params]
                    copy[k].flat[index] += sign * step
                    values.append(loss(copy))
                m, a = (values[0] - values[1]) / step / 2, grads[k].flat[index]
                yield abs(a - m) / max(1e-3, abs(a) + abs(m))

    return max(differences())
# %% train
import copy


def train(params, loss_and_grads, rate, steps):
    trained = copy.deepcopy(params)
    history = []
    for _ in range(steps):
        loss, grads = loss_and_grads(trained)
        history += [loss]
        for k in range(len(trained)):
            trained[k] = trained[k] - rate * grads[k]
    return trained, history + [loss_and_grads(trained)[0]]
# %% mended-step
def mended_step(W, b, v, c, X, t, rate):
    W, b, v = W.copy(), b.copy(), v.copy()
    H = np.tanh(X @ W + b)
    p = H @ v + c
    loss = ((p - t) ** 2).mean() / 2
    d = (p - t) / len(X)
    dZ = d[:, None] * v[None, :] * (1 - H**2)
    W -= rate * (X.T @ dZ)
    b -= rate * dZ.sum(axis=0)
    v -= rate * (H.T @ d)
    return (W, b, v, c - rate * d.sum()), loss
# %% counter-examples
def counter_examples():
    def start(W, b, v, c):
        return {"W": np.array(W), "b": np.array(b), "v": np.array(v), "c": np.array(c)}

    column = [[0.4, 0.4], [0.7, 0.7]]
    return {
        "twins": start(column, [0.05, 0.05], [0.3, 0.3], [0.1]),
        "asleep": start([[0.4, 0.1], [0.7, -0.6]], [0.2, 0.0], [0.0, 0.0], [-1.0]),
        "parting": start(column, [0.0, 0.0], [0.5, -0.6], [0.0]),
    }
