# %% centred-over-positions: The mean was taken over the positions, and it knows them all; each position is centred over its own features.
def causal_attention(x, Wq, Wk, Wv):
    centred = x - x.mean(axis=0)
    Q, K, V = centred @ Wq, centred @ Wk, centred @ Wv
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    past = np.tril(np.ones(scores.shape, dtype=bool))
    return softmax(np.where(past, scores, -np.inf)) @ V

# %% mask-after: The mask was applied after the softmax: the sum by which it divides knows all positions.
def causal_attention(x, Wq, Wk, Wv):
    centred = x - x.mean(axis=1, keepdims=True)
    Q, K, V = centred @ Wq, centred @ Wk, centred @ Wv
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    return softmax(scores) * np.tril(np.ones(scores.shape)) @ V

# %% root-of-length: The scores were divided by the root of the number of positions, which changes when the text goes on.
def causal_attention(x, Wq, Wk, Wv):
    centred = x - x.mean(axis=1, keepdims=True)
    Q, K, V = centred @ Wq, centred @ Wk, centred @ Wv
    scores = Q @ K.T / np.sqrt(len(x))
    past = np.tril(np.ones(scores.shape, dtype=bool))
    return softmax(np.where(past, scores, -np.inf)) @ V

# %% no-mask: The mask is gone: later positions are looked at.
def causal_attention(x, Wq, Wk, Wv):
    centred = x - x.mean(axis=1, keepdims=True)
    Q, K, V = centred @ Wq, centred @ Wk, centred @ Wv
    return softmax(Q @ K.T / np.sqrt(Q.shape[1])) @ V

# %% not-centred: The centring is gone; each position is centred over its own features.
def causal_attention(x, Wq, Wk, Wv):
    Q, K, V = x @ Wq, x @ Wk, x @ Wv
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    past = np.tril(np.ones(scores.shape, dtype=bool))
    return softmax(np.where(past, scores, -np.inf)) @ V

# %% root-of-input: The scores are divided by the root of the features of a query, not of those of x.
def causal_attention(x, Wq, Wk, Wv):
    centred = x - x.mean(axis=1, keepdims=True)
    Q, K, V = centred @ Wq, centred @ Wk, centred @ Wv
    scores = Q @ K.T / np.sqrt(x.shape[1])
    past = np.tril(np.ones(scores.shape, dtype=bool))
    return softmax(np.where(past, scores, -np.inf)) @ V

# %% zeros-for-scores: Scores above the diagonal were set to 0, which is a score like any other; minus infinity gives the weight 0.
def causal_attention(x, Wq, Wk, Wv):
    centred = x - x.mean(axis=1, keepdims=True)
    Q, K, V = centred @ Wq, centred @ Wk, centred @ Wv
    return softmax(np.tril(Q @ K.T) / np.sqrt(Q.shape[1])) @ V

# %% peak-of-all: The largest score of all positions was subtracted, later ones too: large ones then push out the rest.
def causal_attention(x, Wq, Wk, Wv):
    centred = x - x.mean(axis=1, keepdims=True)
    Q, K, V = centred @ Wq, centred @ Wk, centred @ Wv
    weights = np.tril(softmax(Q @ K.T / np.sqrt(Q.shape[1])))
    return weights / weights.sum(axis=1, keepdims=True) @ V

# %% one-ahead: A query sees one position after its own.
def causal_attention(x, Wq, Wk, Wv):
    centred = x - x.mean(axis=1, keepdims=True)
    Q, K, V = centred @ Wq, centred @ Wk, centred @ Wv
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    past = np.tril(np.ones(scores.shape, dtype=bool), 1)
    return softmax(np.where(past, scores, -np.inf)) @ V
