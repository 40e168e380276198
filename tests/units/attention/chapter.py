# %% weigh
def weigh(scores, allowed):
    e = np.exp(scores - scores.max(axis=-1, keepdims=True)) * allowed
    return e / e.sum(axis=-1, keepdims=True)

# %% additive-scores
def additive_scores(states, annotations, W, U, v):
    return np.tanh((states @ W)[:, None] + annotations @ U) @ v

# %% attend
def attend(Q, K, V, lengths, causal):
    scores = Q @ K.mT / np.sqrt(Q.shape[-1])
    if causal:
        scores = np.where(np.tri(*scores.shape[-2:], dtype=bool), scores, -np.inf)
    weights = softmax(scores)
    return weights @ V, weights

# %% multi-head
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    Q, K, V = (np.stack(np.split(x @ W, heads, axis=-1)) for W in (Wq, Wk, Wv))
    weights = softmax(Q @ K.mT / np.sqrt(Q.shape[-1]))
    return np.concatenate(list(weights @ V), axis=-1) @ Wo, weights

# %% slopes
def slopes(Q, K, V, G):
    A = softmax(Q @ K.mT / np.sqrt(Q.shape[-1]))
    dA = G @ V.mT
    dS = A * (dA - (A * dA).sum(axis=-1, keepdims=True))
    return dS @ K, dS.mT @ Q, A.mT @ G

# %% cost
def cost(m, n, d, heads, size):
    return 4 * d * d, 4 * n * d * d + 2 * n * n * d, n * n * size
