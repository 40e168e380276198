# %% post-norm: The norms stand behind attention and feed-forward layers instead of before them.
def block(x, lengths, w, heads):
    allowed = (np.arange(x.shape[1]) < lengths[:, None])[:, None, None, :]
    h = x
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], allowed, heads) @ w["Wo"]
    x = norm(x, w["g1"], w["c1"])
    x = x + np.maximum(x @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]
    return norm(x, w["g2"], w["c2"])

# %% padding-seen: The padding is looked at: there is no mask.
def block(x, lengths, w, heads):
    allowed = np.ones((1, 1, 1, x.shape[1]), dtype=bool)
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], allowed, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% no-first-sum: What came in is not added to what attention makes of it.
def block(x, lengths, w, heads):
    allowed = (np.arange(x.shape[1]) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], allowed, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% normed-sum: What is added is the normed x instead of x itself.
def block(x, lengths, w, heads):
    allowed = (np.arange(x.shape[1]) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = h + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], allowed, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% no-second-sum: What came in is not added to what the feed-forward layers make of it.
def block(x, lengths, w, heads):
    allowed = (np.arange(x.shape[1]) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], allowed, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    return np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% no-relu: The feed-forward layers have no ReLU between them, so that they are one linear layer.
def block(x, lengths, w, heads):
    allowed = (np.arange(x.shape[1]) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], allowed, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    return x + (h @ w["W1"] + w["b1"]) @ w["W2"] + w["b2"]

# %% one-norm: The feed-forward layers get the vectors of the first norm, which do not know the result of attention.
def block(x, lengths, w, heads):
    allowed = (np.arange(x.shape[1]) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], allowed, heads) @ w["Wo"]
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% causal: The block has a causal mask; here later positions may be looked at.
def block(x, lengths, w, heads):
    allowed = (np.arange(x.shape[1]) < lengths[:, None])[:, None, None, :] & np.tri(x.shape[1], dtype=bool)
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], allowed, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% values-not-normed: The values are made of x itself; all three come from the normed x.
def block(x, lengths, w, heads):
    allowed = (np.arange(x.shape[1]) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], x @ w["Wv"], allowed, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% no-output-matrix: The heads are not mixed by Wo.
def block(x, lengths, w, heads):
    allowed = (np.arange(x.shape[1]) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], allowed, heads)
    h = norm(x, w["g2"], w["c2"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% whole-width: There is one head that is as wide as all.
def block(x, lengths, w, heads):
    allowed = (np.arange(x.shape[1]) < lengths[:, None])[:, None, None, :]
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], allowed, 1) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]
