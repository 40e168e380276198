# %% not-itself: The new position does not look at itself, only at what was kept.
def cached_step(x, K, V, lengths, w, heads):
    rows = np.arange(len(x))
    K, V = K.copy(), V.copy()
    K[rows, lengths], V[rows, lengths] = x @ w["Wk"], x @ w["Wv"]
    allowed = (np.arange(K.shape[1]) < np.maximum(lengths, 1)[:, None])[:, None, None, :]
    out = attend((x @ w["Wq"])[:, None], K, V, allowed, heads)[:, 0] @ w["Wo"]
    return out, K, V

# %% left-over-seen: What is left over behind the length of a sequence is looked at.
def cached_step(x, K, V, lengths, w, heads):
    rows = np.arange(len(x))
    K, V = K.copy(), V.copy()
    K[rows, lengths], V[rows, lengths] = x @ w["Wk"], x @ w["Wv"]
    allowed = np.ones((1, 1, 1, K.shape[1]), dtype=bool)
    out = attend((x @ w["Wq"])[:, None], K, V, allowed, heads)[:, 0] @ w["Wo"]
    return out, K, V

# %% longest-for-all: All sequences look as far as the longest does.
def cached_step(x, K, V, lengths, w, heads):
    rows = np.arange(len(x))
    K, V = K.copy(), V.copy()
    K[rows, lengths], V[rows, lengths] = x @ w["Wk"], x @ w["Wv"]
    allowed = (np.arange(K.shape[1]) <= lengths.max())[None, None, None, :]
    out = attend((x @ w["Wq"])[:, None], K, V, allowed, heads)[:, 0] @ w["Wo"]
    return out, K, V

# %% in-place: The cache that was given is written into.
def cached_step(x, K, V, lengths, w, heads):
    rows = np.arange(len(x))
    K[rows, lengths], V[rows, lengths] = x @ w["Wk"], x @ w["Wv"]
    allowed = (np.arange(K.shape[1]) <= lengths[:, None])[:, None, None, :]
    out = attend((x @ w["Wq"])[:, None], K, V, allowed, heads)[:, 0] @ w["Wo"]
    return out, K, V

# %% one-place: The new keys and values are put at the place of the first sequence, whatever the others' lengths are.
def cached_step(x, K, V, lengths, w, heads):
    rows = np.arange(len(x))
    K, V = K.copy(), V.copy()
    K[:, lengths[0]], V[:, lengths[0]] = x @ w["Wk"], x @ w["Wv"]
    allowed = (np.arange(K.shape[1]) <= lengths[:, None])[:, None, None, :]
    out = attend((x @ w["Wq"])[:, None], K, V, allowed, heads)[:, 0] @ w["Wo"]
    return out, K, V

# %% next-place: The new key and value are put one place too far.
def cached_step(x, K, V, lengths, w, heads):
    rows = np.arange(len(x))
    K, V = K.copy(), V.copy()
    lengths = np.minimum(lengths + 1, K.shape[1] - 1)
    K[rows, lengths], V[rows, lengths] = x @ w["Wk"], x @ w["Wv"]
    allowed = (np.arange(K.shape[1]) <= lengths[:, None])[:, None, None, :]
    out = attend((x @ w["Wq"])[:, None], K, V, allowed, heads)[:, 0] @ w["Wo"]
    return out, K, V

# %% vectors-kept: The vector itself is put into the cache instead of its key and its value.
def cached_step(x, K, V, lengths, w, heads):
    rows = np.arange(len(x))
    K, V = K.copy(), V.copy()
    K[rows, lengths], V[rows, lengths] = x, x
    allowed = (np.arange(K.shape[1]) <= lengths[:, None])[:, None, None, :]
    out = attend((x @ w["Wq"])[:, None], K, V, allowed, heads)[:, 0] @ w["Wo"]
    return out, K, V

# %% exchanged: Key and value are exchanged in the cache.
def cached_step(x, K, V, lengths, w, heads):
    rows = np.arange(len(x))
    K, V = K.copy(), V.copy()
    K[rows, lengths], V[rows, lengths] = x @ w["Wv"], x @ w["Wk"]
    allowed = (np.arange(K.shape[1]) <= lengths[:, None])[:, None, None, :]
    out = attend((x @ w["Wq"])[:, None], K, V, allowed, heads)[:, 0] @ w["Wo"]
    return out, K, V

# %% no-output-matrix: The heads are not mixed by Wo.
def cached_step(x, K, V, lengths, w, heads):
    rows = np.arange(len(x))
    K, V = K.copy(), V.copy()
    K[rows, lengths], V[rows, lengths] = x @ w["Wk"], x @ w["Wv"]
    allowed = (np.arange(K.shape[1]) <= lengths[:, None])[:, None, None, :]
    out = attend((x @ w["Wq"])[:, None], K, V, allowed, heads)[:, 0]
    return out, K, V

# %% added: The vector is added to the output; the task asks for attention alone.
def cached_step(x, K, V, lengths, w, heads):
    rows = np.arange(len(x))
    K, V = K.copy(), V.copy()
    K[rows, lengths], V[rows, lengths] = x @ w["Wk"], x @ w["Wv"]
    allowed = (np.arange(K.shape[1]) <= lengths[:, None])[:, None, None, :]
    out = x + attend((x @ w["Wq"])[:, None], K, V, allowed, heads)[:, 0] @ w["Wo"]
    return out, K, V
