# %% forward-numbers
import math


def forward_numbers():
    z1 = 3 * 0.2 + -1 * 0.3 + 0.1
    z2 = 3 * -0.4 + -1 * 0.1 + 0.5
    h1, h2 = math.tanh(z1), math.tanh(z2)
    p1 = h1 * 0.6 + h2 * 0.3 + 0.05
    p2 = h1 * -0.5 + h2 * 0.4 - 0.1
    error = ((p1 - 0.5) ** 2 + (p2 + 0.25) ** 2) / 2
    return {"z": [z1, z2], "h": [h1, h2], "p": (p1, p2), "E": error}
# %% backward-numbers
import math


def backward_numbers():
    h1, h2 = math.tanh(0.5), math.tanh(1.1)
    e1 = 0.6 * h1 + 0.3 * h2 + 0.05 - 1
    e2 = -0.5 * h1 + 0.4 * h2 - 0.1 + 0.5
    g1 = e1 * 0.6 + e2 * -0.5
    g2 = e1 * 0.3 + e2 * 0.4
    d1, d2 = g1 * (1 - h1 * h1), g2 * (1 - h2 * h2)
    return {
        "p": [e1, e2],
        "c": [e1, e2],
        "V": [[h1 * e1, h1 * e2], [h2 * e1, h2 * e2]],
        "h": [g1, g2],
        "z": [d1, d2],
        "b": [d1, d2],
        "W": [[-d1, -d2], [2 * d1, 2 * d2]],
    }
# %% one-step
def one_step(W, b, V, c, x, t, rate):
    inputs, hidden = W.shape
    outputs = len(c)

    def run(W, b, V, c):
        h = [np.tanh(sum(x[i] * W[i, j] for i in range(inputs)) + b[j]) for j in range(hidden)]
        p = [sum(h[j] * V[j, k] for j in range(hidden)) + c[k] for k in range(outputs)]
        return h, p, sum((p[k] - t[k]) ** 2 for k in range(outputs)) / 2

    h, p, before = run(W, b, V, c)
    nW, nb, nV, nc = W.copy(), b.copy(), V.copy(), c.copy()
    for k in range(outputs):
        nc[k] -= rate * (p[k] - t[k])
        for j in range(hidden):
            nV[j, k] -= rate * (p[k] - t[k]) * h[j]
    for j in range(hidden):
        back = sum((p[k] - t[k]) * V[j, k] for k in range(outputs)) * (1 - h[j] ** 2)
        nb[j] -= rate * back
        for i in range(inputs):
            nW[i, j] -= rate * back * x[i]
    return [nW, nb, nV, nc], before, run(nW, nb, nV, nc)[2]
# %% affine-backward
def affine_backward(X, W, upstream):
    dX, dW = np.zeros_like(X), np.zeros_like(W)
    db = np.zeros(W.shape[1], dtype=X.dtype)
    for n in range(X.shape[0]):
        for k in range(W.shape[1]):
            db[k] += upstream[n, k]
            for i in range(W.shape[0]):
                dX[n, i] += upstream[n, k] * W[i, k]
                dW[i, k] += upstream[n, k] * X[n, i]
    return dX, dW, db
# %% activation-backward
def activation_backward(kind, z, upstream):
    out = np.empty_like(z)
    for place in np.ndindex(z.shape):
        v = float(z[place])
        if kind == "sigmoid":
            e = np.exp(-abs(v))
            slope = e / (1 + e) ** 2
        elif kind == "tanh":
            slope = 1 - np.tanh(v) ** 2
        elif kind == "relu":
            slope = 1.0 if v > 0 else 0.0
        else:
            raise ValueError(kind)
        out[place] = upstream[place] * slope
    return out
# %% mse-backward
def mse_backward(P, T):
    if P.shape != T.shape:
        raise ValueError("shapes differ")
    n, m = P.shape
    loss, dP = 0.0, np.zeros((n, m))
    for i in range(n):
        for k in range(m):
            loss += (P[i, k] - T[i, k]) ** 2 / (n * m)
            dP[i, k] = 2 * (P[i, k] - T[i, k]) / (n * m)
    return loss, dP
# %% bce-backward
import math


def bce_backward(Z, Y):
    n = len(Z)
    total, dZ = 0.0, []
    for z, y in zip(Z.tolist(), Y.tolist()):
        if z >= 0:
            rest = math.exp(-z)
            total += z + math.log1p(rest) - y * z
            dZ.append((1 / (1 + rest) - y) / n)
        else:
            rest = math.exp(z)
            total += math.log1p(rest) - y * z
            dZ.append((rest / (1 + rest) - y) / n)
    return total / n, np.array(dZ)
# %% forward
def forward(params, X, act):
    cache = []
    A = X
    for k in range(len(params)):
        W, b = params[k]
        if k > 0:
            A = act(cache[-1][1])
        Z = np.zeros((len(A), W.shape[1]))
        for n in range(len(A)):
            for j in range(W.shape[1]):
                Z[n, j] = b[j]
                for i in range(W.shape[0]):
                    Z[n, j] += A[n, i] * W[i, j]
        cache.append([A, Z])
    return cache[-1][1], cache
# %% backward
def backward(params, cache, upstream, layer_backward, act_backward):
    last = len(params) - 1
    grads = [None] * len(params)
    back = upstream
    for k in range(last, -1, -1):
        if k < last:
            back = act_backward(cache[k][1], back)
        back, dW, db = layer_backward(cache[k][0], params[k][0], back)
        grads[k] = [dW, db]
    return grads, back
# %% gradient-check
def gradient_check(loss, params, grads, step=1e-5):
    worst = 0
    for array, grad in zip(params, grads):
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + step
            above = loss(params)
            array[place] = kept - step
            below = loss(params)
            array[place] = kept
            m = (above - below) / (2 * step)
            a = grad[place]
            r = abs(a - m) / max(1e-3, abs(a) + abs(m))
            if r > worst:
                worst = r
    return worst
# %% train
def train(params, loss_and_grads, rate, steps):
    now = [np.array(p, dtype=float) for p in params]
    history = []
    for k in range(steps + 1):
        loss, grads = loss_and_grads(now)
        history.append(float(loss))
        if k == steps:
            break
        for p, g in zip(now, grads):
            p -= rate * g
    return now, history
# %% mended-step
def mended_step(W, b, v, c, X, t, rate):
    n = len(X)
    H = np.tanh(X @ W + b)
    p = H @ v + c
    loss = np.mean((p - t) ** 2) / 2
    d = (p - t) / n
    new_W, new_b = W.copy(), b.copy()
    for j in range(len(v)):
        dz = d * v[j] * (1 - H[:, j] ** 2)
        new_W[:, j] -= rate * (dz @ X)
        new_b[j] -= rate * dz.sum()
    new_v = v - rate * (d @ H)
    c = c - rate * d.sum()
    return (new_W, new_b, new_v, c), loss
# %% counter-examples
def counter_examples():
    return {
        "twins": {"W": [[1, 1], [1, 1]], "b": [1, 1], "v": [1, 1], "c": [1]},
        "asleep": {"W": [[1, -1], [1, 1]], "b": [0, 0], "v": [0, 0], "c": [0]},
        "parting": {"W": [[1, 1], [1, 1]], "b": [0, 0], "v": [1, -1], "c": [0]},
    }
