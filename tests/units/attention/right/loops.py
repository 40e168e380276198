# %% weigh
def weigh(scores, allowed):
    allowed = np.broadcast_to(allowed, scores.shape)
    weights = np.zeros(scores.shape)
    for at in np.ndindex(scores.shape[:-1]):
        there = allowed[at]
        if there.any():
            weights[at][there] = softmax(scores[at][there])
    return weights

# %% additive-scores
def additive_scores(states, annotations, W, U, v):
    b, m, n = len(states), states.shape[1], annotations.shape[1]
    scores = np.empty((b, m, n))
    for i in range(b):
        for t in range(m):
            scores[i, t] = np.tanh(states[i, t] @ W + annotations[i] @ U) @ v
    return scores

# %% attend
def attend(Q, K, V, lengths, causal):
    b, m, d = Q.shape
    n = K.shape[1]
    weights = np.zeros((b, m, n))
    for i in range(b):
        for t in range(m):
            end = min(lengths[i], n - m + t + 1) if causal else lengths[i]
            weights[i, t, :end] = softmax(K[i, :end] @ Q[i, t] / d**0.5)
    return np.stack([w @ v for w, v in zip(weights, V)]), weights

# %% multi-head
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    k, c = Wq.shape[1] // heads, Wv.shape[1] // heads
    contexts, weights = [], []
    for h in range(heads):
        columns = slice(h * k, (h + 1) * k)
        q, key = x @ Wq[:, columns], z @ Wk[:, columns]
        weights.append(softmax(q @ key.swapaxes(1, 2) / k**0.5))
        contexts.append(weights[-1] @ (z @ Wv[:, h * c : (h + 1) * c]))
    return np.concatenate(contexts, axis=2) @ Wo, np.stack(weights, axis=1)

# %% slopes
def slopes(Q, K, V, G):
    dQ, dK, dV = np.zeros(Q.shape), np.zeros(K.shape), np.zeros(V.shape)
    root = Q.shape[2] ** 0.5
    for i in range(len(Q)):
        for t in range(Q.shape[1]):
            w = softmax(K[i] @ Q[i, t] / root)
            dV[i] += np.outer(w, G[i, t])
            dw = V[i] @ G[i, t]
            ds = w * (dw - w @ dw) / root
            dQ[i, t] = ds @ K[i]
            dK[i] += np.outer(ds, Q[i, t])
    return dQ, dK, dV

# %% merged
def merged(peak1, total1, mean1, peak2, total2, mean2):
    peak, total, mean = np.array(peak1), np.array(total1), np.array(mean1)
    for i in range(len(peak)):
        if total2[i] == 0:
            continue
        if total1[i] == 0:
            peak[i], total[i], mean[i] = peak2[i], total2[i], mean2[i]
            continue
        peak[i] = max(peak1[i], peak2[i])
        a, b = total1[i] * np.exp(peak1[i] - peak[i]), total2[i] * np.exp(peak2[i] - peak[i])
        total[i], mean[i] = a + b, (a * mean1[i] + b * mean2[i]) / (a + b)
    return peak, total, mean

# %% cost
def cost(m, n, d, heads, size):
    if d // heads * heads != d:
        raise ValueError("uneven")
    k, products = d // heads, 0
    for rows in (m, n, n, m):
        products += rows * d * d
    for _ in range(heads):
        products += m * k * n + m * n * k
    return d * d * 4, products, m * n * size * heads

# %% causal-attention
def causal_attention(x, Wq, Wk, Wv):
    rows, out = [row - row.mean() for row in x], []
    for i in range(len(x)):
        past = np.array(rows[: i + 1])
        scores = (past @ Wk) @ (rows[i] @ Wq) / Wq.shape[1] ** 0.5
        out.append(softmax(scores) @ (past @ Wv))
    return np.array(out)

# %% other-weights
def other_weights(weights, V):
    A = np.hstack([V, np.ones((len(V), 1))]).T
    values, vectors = np.linalg.eigh(A.T @ A)
    z = vectors[:, 0]
    z = z - np.linalg.pinv(A) @ (A @ z)
    step, place = min((weights[i] / -z[i], i) for i in range(len(z)) if z[i] < -1e-9)
    other = weights + step * z
    other[place] = 0
    return other
