# %% weigh
def weigh(scores, allowed):
    kept = np.where(allowed, scores, -np.inf)
    peak = kept.max(axis=-1, keepdims=True)
    peak[np.isneginf(peak)] = 0
    e = np.exp(kept - peak)
    return np.nan_to_num(e / np.maximum(e.sum(axis=-1, keepdims=True), np.finfo(float).tiny))

# %% additive-scores
def additive_scores(states, annotations, W, U, v):
    n, m = annotations.shape[1], states.shape[1]
    pairs = np.concatenate(
        [np.repeat(states[:, :, None], n, axis=2), np.repeat(annotations[:, None], m, axis=1)], axis=-1
    )
    return np.tanh(pairs @ np.concatenate([W, U])) @ v

# %% attend
def attend(Q, K, V, lengths, causal):
    (b, m, d), n = Q.shape, K.shape[1]
    last = np.broadcast_to(lengths[:, None], (b, m))
    if causal:
        last = np.minimum(last, n - m + 1 + np.arange(m))
    scores = (Q / np.sqrt(d)) @ K.swapaxes(1, 2)
    e = np.exp(scores - scores.max(axis=2, keepdims=True, where=np.arange(n) < last[..., None], initial=-np.inf))
    e = np.where(np.arange(n) < last[..., None], e, 0)
    weights = e / e.sum(axis=2, keepdims=True)
    return weights @ V, weights

# %% multi-head
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    Q, K, V = (np.stack(np.split(a, heads, axis=2), axis=1) for a in (x @ Wq, z @ Wk, z @ Wv))
    weights = softmax(Q @ K.swapaxes(-1, -2) / Q.shape[-1] ** 0.5)
    blocks = np.stack(np.split(Wo, heads))
    return (weights @ V @ blocks).sum(axis=1), weights

# %% slopes
def slopes(Q, K, V, G):
    scale = 1 / np.sqrt(Q.shape[-1])
    A = softmax(scale * Q @ K.swapaxes(1, 2))
    context = A @ V
    inner = (G * context).sum(axis=-1, keepdims=True)
    dS = A * (G @ V.swapaxes(1, 2) - inner)
    return scale * (dS @ K), scale * (dS.swapaxes(1, 2) @ Q), A.swapaxes(1, 2) @ G

# %% merged
def merged(peak1, total1, mean1, peak2, total2, mean2):
    swap = peak2 > peak1
    p, q = np.where(swap, peak2, peak1), np.where(swap, peak1, peak2)
    t, u = np.where(swap, total2, total1), np.where(swap, total1, total2)
    a, b = np.where(swap[:, None], mean2, mean1), np.where(swap[:, None], mean1, mean2)
    u = np.where(u > 0, u * np.exp(np.where(u > 0, q - p, 0)), 0)
    share = np.where(t + u > 0, u / np.where(t + u > 0, t + u, 1), 0)
    return p, t + u, a + share[:, None] * (b - a)

# %% cost
def cost(m, n, d, heads, size):
    if d % heads != 0:
        raise ValueError("heads must divide d")
    return (2 * d) ** 2, 2 * (m + n) * d**2 + 2 * d * m * n, m * n * heads * size

# %% causal-attention
def causal_attention(x, Wq, Wk, Wv):
    rows = x - np.mean(x, axis=-1)[:, None]
    scores = (rows @ Wq) @ (rows @ Wk).T / np.sqrt(Wk.shape[1])
    past = np.arange(len(x))[:, None] >= np.arange(len(x))
    e = np.exp(np.where(past, scores - np.where(past, scores, -np.inf).max(axis=1, keepdims=True), -np.inf))
    return e @ (rows @ Wv) / e.sum(axis=1, keepdims=True)

# %% other-weights
def other_weights(weights, V):
    # Pick c + 2 positions only: their changes alone can balance each other.
    n, c = V.shape
    some = np.arange(n)[: c + 2]
    A = np.column_stack([V[some], np.ones(c + 2)])
    z = np.zeros(n)
    z[some] = np.linalg.svd(A.T)[2][-1]
    falling = np.flatnonzero(z < -1e-10)
    place = falling[np.argmin(weights[falling] / -z[falling])]
    other = weights - weights[place] / z[place] * z
    other[place] = 0.0
    return other
