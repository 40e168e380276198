# %% no-root: The scores were not divided by the root of d.
def attend(Q, K, V, lengths, causal):
    m, n = Q.shape[1], K.shape[1]
    j = np.arange(n)
    allowed = j < lengths[:, None, None]
    if causal:
        allowed = allowed & (j <= np.arange(n - m, n)[:, None])
    weights = softmax(np.where(allowed, Q @ K.transpose(0, 2, 1), -np.inf))
    return weights @ V, weights

# %% by-d: The scores were divided by d; it is the root of d.
def attend(Q, K, V, lengths, causal):
    m, n = Q.shape[1], K.shape[1]
    j = np.arange(n)
    allowed = j < lengths[:, None, None]
    if causal:
        allowed = allowed & (j <= np.arange(n - m, n)[:, None])
    scores = Q @ K.transpose(0, 2, 1) / Q.shape[2]
    weights = softmax(np.where(allowed, scores, -np.inf))
    return weights @ V, weights

# %% root-of-values: The root is that of the features of queries and keys, not of the values.
def attend(Q, K, V, lengths, causal):
    m, n = Q.shape[1], K.shape[1]
    j = np.arange(n)
    allowed = j < lengths[:, None, None]
    if causal:
        allowed = allowed & (j <= np.arange(n - m, n)[:, None])
    scores = Q @ K.transpose(0, 2, 1) / np.sqrt(V.shape[2])
    weights = softmax(np.where(allowed, scores, -np.inf))
    return weights @ V, weights

# %% from-the-start: The queries were taken for the first m positions; they are the last m.
def attend(Q, K, V, lengths, causal):
    m, n = Q.shape[1], K.shape[1]
    j = np.arange(n)
    allowed = j < lengths[:, None, None]
    if causal:
        allowed = allowed & (j <= np.arange(m)[:, None])
    scores = Q @ K.transpose(0, 2, 1) / np.sqrt(Q.shape[2])
    weights = softmax(np.where(allowed, scores, -np.inf))
    return weights @ V, weights

# %% one-ahead: A query sees one position after its own.
def attend(Q, K, V, lengths, causal):
    m, n = Q.shape[1], K.shape[1]
    j = np.arange(n)
    allowed = j < lengths[:, None, None]
    if causal:
        allowed = allowed & (j <= 1 + np.arange(n - m, n)[:, None])
    scores = Q @ K.transpose(0, 2, 1) / np.sqrt(Q.shape[2])
    weights = softmax(np.where(allowed, scores, -np.inf))
    return weights @ V, weights

# %% padding-seen: The lengths were not used, so that padded positions get weight.
def attend(Q, K, V, lengths, causal):
    m, n = Q.shape[1], K.shape[1]
    scores = Q @ K.transpose(0, 2, 1) / np.sqrt(Q.shape[2])
    if causal:
        scores = np.where(np.arange(n) <= np.arange(n - m, n)[:, None], scores, -np.inf)
    weights = softmax(scores)
    return weights @ V, weights

# %% padding-late: One padded position counts; position j is real when j is less than the length.
def attend(Q, K, V, lengths, causal):
    m, n = Q.shape[1], K.shape[1]
    j = np.arange(n)
    allowed = j <= lengths[:, None, None]
    if causal:
        allowed = allowed & (j <= np.arange(n - m, n)[:, None])
    scores = Q @ K.transpose(0, 2, 1) / np.sqrt(Q.shape[2])
    weights = softmax(np.where(allowed, scores, -np.inf))
    return weights @ V, weights

# %% mask-after: The mask was applied after the softmax, so that the weights no longer have the sum 1.
def attend(Q, K, V, lengths, causal):
    m, n = Q.shape[1], K.shape[1]
    j = np.arange(n)
    allowed = j < lengths[:, None, None]
    if causal:
        allowed = allowed & (j <= np.arange(n - m, n)[:, None])
    weights = softmax(Q @ K.transpose(0, 2, 1) / np.sqrt(Q.shape[2])) * allowed
    return weights @ V, weights

# %% always-causal: The causal mask was applied although causal is false.
def attend(Q, K, V, lengths, causal):
    m, n = Q.shape[1], K.shape[1]
    j = np.arange(n)
    allowed = (j < lengths[:, None, None]) & ((j <= np.arange(n - m, n)[:, None]) | (j == 0))
    scores = Q @ K.transpose(0, 2, 1) / np.sqrt(Q.shape[2])
    weights = softmax(np.where(allowed, scores, -np.inf))
    return weights @ V, weights

# %% either-mask: A position is open only if both masks allow it; here one was enough.
def attend(Q, K, V, lengths, causal):
    m, n = Q.shape[1], K.shape[1]
    j = np.arange(n)
    allowed = j < lengths[:, None, None]
    if causal:
        allowed = np.broadcast_to(j <= np.arange(n - m, n)[:, None], (len(Q), m, n))
    scores = Q @ K.transpose(0, 2, 1) / np.sqrt(Q.shape[2])
    weights = softmax(np.where(allowed, scores, -np.inf))
    return weights @ V, weights
