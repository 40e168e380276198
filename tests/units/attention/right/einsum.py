# %% weigh
def weigh(scores, allowed):
    allowed = np.broadcast_to(allowed, scores.shape)
    clean = np.where(allowed, scores, 0.0)
    peak = np.max(clean, axis=-1, keepdims=True, initial=-np.inf, where=allowed)
    peak = np.where(np.isfinite(peak), peak, 0.0)
    e = np.where(allowed, np.exp(np.minimum(clean - peak, 0.0)), 0.0)
    total = np.einsum("...j->...", e)[..., None]
    return np.divide(e, total, out=np.zeros_like(e), where=total > 0)

# %% additive-scores
def additive_scores(states, annotations, W, U, v):
    asked = np.einsum("bms,sk->bmk", states, W)
    offered = np.einsum("bna,ak->bnk", annotations, U)
    inner = np.tanh(asked[:, :, None] + offered[:, None])
    return np.einsum("bmnk,k->bmn", inner, v)

# %% attend
def attend(Q, K, V, lengths, causal):
    m, n = Q.shape[1], K.shape[1]
    scores = np.einsum("bmd,bnd->bmn", Q, K) * Q.shape[-1] ** -0.5
    hidden = np.arange(n)[None, None, :] >= lengths[:, None, None]
    if causal:
        hidden = hidden | ~np.tri(m, n, n - m, dtype=bool)
    scores[np.broadcast_to(hidden, scores.shape)] = -np.inf
    weights = softmax(scores)
    return np.einsum("bmn,bnc->bmc", weights, V), weights

# %% multi-head
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    def cut(W):
        return W.reshape(W.shape[0], heads, W.shape[1] // heads)

    Q = np.einsum("bmd,dhk->bhmk", x, cut(Wq))
    K, V = (np.einsum("bne,ehk->bhnk", z, cut(W)) for W in (Wk, Wv))
    weights = softmax(np.einsum("bhmk,bhnk->bhmn", Q, K) / Q.shape[-1] ** 0.5)
    out = np.einsum("bhmn,bhnc,hco->bmo", weights, V, Wo.reshape(heads, -1, Wo.shape[1]))
    return out, weights

# %% slopes
def slopes(Q, K, V, G):
    r = Q.shape[-1] ** -0.5
    A = softmax(r * np.einsum("bmd,bnd->bmn", Q, K))
    dA = np.einsum("bmc,bnc->bmn", G, V)
    J = np.einsum("bmi,ij->bmij", A, np.eye(A.shape[-1])) - np.einsum("bmi,bmj->bmij", A, A)
    dS = r * np.einsum("bmij,bmj->bmi", J, dA)
    return np.einsum("bmn,bnd->bmd", dS, K), np.einsum("bmn,bmd->bnd", dS, Q), np.einsum("bmn,bmc->bnc", A, G)

# %% merged
def merged(peak1, total1, mean1, peak2, total2, mean2):
    peaks, totals = np.array([peak1, peak2]), np.array([total1, total2])
    peak = peaks.max(axis=0)
    factors = np.exp(peaks - np.where(np.isinf(peak), 0, peak))
    shares = factors * totals
    total = shares.sum(axis=0)
    mean = np.einsum("pm,pmc->mc", shares, np.array([mean1, mean2]))
    return peak, total, mean / np.maximum(total, 1e-300)[:, None]

# %% cost
def cost(m, n, d, heads, size):
    k, rest = divmod(d, heads)
    if rest:
        raise ValueError
    return sum([d * d] * 4), 2 * d * (d * (m + n) + m * n), size * heads * m * n

# %% causal-attention
def causal_attention(x, Wq, Wk, Wv):
    d = x.shape[1]
    rows = x @ (np.eye(d) - 1 / d)
    scores = np.einsum("ik,jk->ij", rows @ Wq, rows @ Wk) * Wq.shape[1] ** -0.5
    scores = scores + np.triu(np.full(scores.shape, -np.inf), 1)
    return np.einsum("ij,jc->ic", softmax(scores), rows @ Wv)

# %% other-weights
def other_weights(weights, V):
    # Subtract multiples of null vectors until no more positions than rank remain.
    n = len(V)
    _, values, vh = np.linalg.svd(np.vstack([V.T, np.ones(n)]))
    z = -vh[-1]
    ratio = np.divide(weights, -z, out=np.full(n, np.inf), where=z < -1e-10)
    t, at = ratio.min(), ratio.argmin()
    other = weights + t * z
    other[at] = 0
    return other
