# %% future-seen: Later positions of x are looked at: the causal mask is missing.
def decoder_block(x, memory, lengths, w, heads):
    T, S = x.shape[1], memory.shape[1]
    past = np.ones((T, T), dtype=bool)
    real = (np.arange(S) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    x = x + attend(h @ w["Uq"], memory @ w["Uk"], memory @ w["Uv"], real, heads) @ w["Uo"]
    h = norm(x, w["g3"], w["c3"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% mask-turned: The causal mask is turned: a position looks at itself and at later ones.
def decoder_block(x, memory, lengths, w, heads):
    T, S = x.shape[1], memory.shape[1]
    past = np.triu(np.ones((T, T), dtype=bool))
    real = (np.arange(S) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    x = x + attend(h @ w["Uq"], memory @ w["Uk"], memory @ w["Uv"], real, heads) @ w["Uo"]
    h = norm(x, w["g3"], w["c3"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% padding-of-memory: The padding of the memory is looked at.
def decoder_block(x, memory, lengths, w, heads):
    T, S = x.shape[1], memory.shape[1]
    past = np.tril(np.ones((T, T), dtype=bool))
    real = np.ones((1, 1, 1, S), dtype=bool)
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    x = x + attend(h @ w["Uq"], memory @ w["Uk"], memory @ w["Uv"], real, heads) @ w["Uo"]
    h = norm(x, w["g3"], w["c3"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% memory-normed: The memory is normed once more.
def decoder_block(x, memory, lengths, w, heads):
    T, S = x.shape[1], memory.shape[1]
    past = np.tril(np.ones((T, T), dtype=bool))
    real = (np.arange(S) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    memory = norm(memory, w["g2"], w["c2"])
    x = x + attend(h @ w["Uq"], memory @ w["Uk"], memory @ w["Uv"], real, heads) @ w["Uo"]
    h = norm(x, w["g3"], w["c3"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% values-of-own: The values of the second attention come from x instead of the memory.
def decoder_block(x, memory, lengths, w, heads):
    T, S = x.shape[1], memory.shape[1]
    past = np.tril(np.ones((T, T), dtype=bool))
    real = (np.arange(S) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    x = x + attend(h @ w["Uq"], h @ w["Uk"], h @ w["Uv"], past, heads) @ w["Uo"]
    h = norm(x, w["g3"], w["c3"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% same-matrices: The attention to the memory uses the matrices of self-attention.
def decoder_block(x, memory, lengths, w, heads):
    T, S = x.shape[1], memory.shape[1]
    past = np.tril(np.ones((T, T), dtype=bool))
    real = (np.arange(S) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    x = x + attend(h @ w["Wq"], memory @ w["Wk"], memory @ w["Wv"], real, heads) @ w["Wo"]
    h = norm(x, w["g3"], w["c3"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% no-second-sum: What came into the second part is not added to its result.
def decoder_block(x, memory, lengths, w, heads):
    T, S = x.shape[1], memory.shape[1]
    past = np.tril(np.ones((T, T), dtype=bool))
    real = (np.arange(S) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    x = attend(h @ w["Uq"], memory @ w["Uk"], memory @ w["Uv"], real, heads) @ w["Uo"]
    h = norm(x, w["g3"], w["c3"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% second-norm-missing: The queries to the memory are made of x without its norm.
def decoder_block(x, memory, lengths, w, heads):
    T, S = x.shape[1], memory.shape[1]
    past = np.tril(np.ones((T, T), dtype=bool))
    real = (np.arange(S) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = x
    x = x + attend(h @ w["Uq"], memory @ w["Uk"], memory @ w["Uv"], real, heads) @ w["Uo"]
    h = norm(x, w["g3"], w["c3"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% norms-in-other-order: The gains and shifts of the second and the third norm are exchanged.
def decoder_block(x, memory, lengths, w, heads):
    T, S = x.shape[1], memory.shape[1]
    past = np.tril(np.ones((T, T), dtype=bool))
    real = (np.arange(S) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = norm(x, w["g3"], w["c3"])
    x = x + attend(h @ w["Uq"], memory @ w["Uk"], memory @ w["Uv"], real, heads) @ w["Uo"]
    h = norm(x, w["g2"], w["c2"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% memory-first: The memory is read before self-attention.
def decoder_block(x, memory, lengths, w, heads):
    T, S = x.shape[1], memory.shape[1]
    past = np.tril(np.ones((T, T), dtype=bool))
    real = (np.arange(S) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g2"], w["c2"])
    x = x + attend(h @ w["Uq"], memory @ w["Uk"], memory @ w["Uv"], real, heads) @ w["Uo"]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = norm(x, w["g3"], w["c3"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% no-feed-forward-sum: What came in is not added to what the feed-forward layers make of it.
def decoder_block(x, memory, lengths, w, heads):
    T, S = x.shape[1], memory.shape[1]
    past = np.tril(np.ones((T, T), dtype=bool))
    real = (np.arange(S) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    x = x + attend(h @ w["Uq"], memory @ w["Uk"], memory @ w["Uv"], real, heads) @ w["Uo"]
    h = norm(x, w["g3"], w["c3"])
    return np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]
