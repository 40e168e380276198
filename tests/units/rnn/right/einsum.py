# %% unroll
def unroll(x, lengths, h0, W, U, b):
    real = (np.arange(x.shape[1])[None, :] < np.asarray(lengths)[:, None]).astype(float)[..., None]
    x = x * real
    h, states = h0, np.zeros((len(x), x.shape[1], U.shape[1]))
    for t in range(x.shape[1]):
        new = np.tanh(np.einsum("ni,ik->nk", x[:, t], W) + np.einsum("nj,jk->nk", h, U) + b)
        h = real[:, t] * new + (1 - real[:, t]) * h
        states[:, t] = h
    return states

# %% bptt
def bptt(x, h0, W, U, states, G):
    if x.shape[1] == 0:
        return np.zeros_like(W), np.zeros_like(U), np.zeros(len(U)), np.zeros_like(x), np.zeros_like(h0)
    before = h0 if x.shape[1] == 1 else states[:, -2]
    dz = G[:, -1] * (1 - states[:, -1] ** 2)
    direct = G[:, :-1].copy()
    if x.shape[1] == 1:
        return x[:, 0].T @ dz, before.T @ dz, dz.sum(0), (dz @ W.T)[:, None], dz @ U.T
    direct[:, -1] += dz @ U.T
    dW, dU, db, dx, dh0 = bptt(x[:, :-1], h0, W, U, states[:, :-1], direct)
    dx = np.concatenate([dx, (dz @ W.T)[:, None]], axis=1)
    return dW + x[:, -1].T @ dz, dU + before.T @ dz, db + dz.sum(0), dx, dh0

# %% horizon
def horizon(U, slope, floor):
    s = np.linalg.norm(slope * U, ord=2)
    if s >= 1:
        return float("inf")
    return sum(1 for j in range(1, 2000) if s**j >= floor)

# %% lstm-step
def lstm_step(x, h, c, W, U, b, order):
    n, k = h.shape
    z = np.einsum("ni,igk->gnk", x, W.reshape(-1, 4, k)) + np.einsum("nj,jgk->gnk", h, U.reshape(k, 4, k)) + b.reshape(4, 1, k)
    i, f, g, o = (z[order.find(letter)] for letter in "ifco")
    s = lambda v: 1 / (1 + np.exp(-v))
    new = s(f) * c + s(i) * np.tanh(g)
    return np.tanh(new) * s(o), new

# %% gru-step
def gru_step(x, h, W, U, b, after):
    k = h.shape[1]
    given, recalled = x @ W + b[0], h @ U + b[1]
    gates = 1 / (1 + np.exp(-given[:, : 2 * k] - recalled[:, : 2 * k]))
    z, r = gates[:, :k], gates[:, k:]
    part = r * recalled[:, -k:] if after else np.einsum("nj,nj,jk->nk", r, h, U[:, -k:]) + b[1, -k:]
    return h + (1 - z) * (np.tanh(given[:, -k:] + part) - h)

# %% windows
def windows(series, width, horizon, split):
    starts = range(len(series) - width - horizon + 1)
    pairs = [(series[s : s + width], series[s + width + horizon - 1], s + width + horizon - 1 < split) for s in starts]
    train, test = [p for p in pairs if p[2]], [p for p in pairs if not p[2]]
    if not train or not test:
        raise ValueError("one side is empty")
    return tuple(np.stack([p[i] for p in side]) for side in (train, test) for i in (0, 1))
