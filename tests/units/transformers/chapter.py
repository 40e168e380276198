# %% positions
def encode(p, d):
    angles = np.arange(len(p))[:, None] / 10000 ** (np.arange(0, d, 2) / d)
    return np.stack([np.sin(angles), np.cos(angles)], axis=-1).reshape(len(p), d)

# %% rotary
def rotate(x, offset=0):
    half = x.shape[-1] // 2
    angles = np.arange(len(x))[:, None, None] / 10000 ** (np.arange(half) / half)
    a, b = x[..., :half], x[..., half:]
    return np.concatenate([a * np.cos(angles) - b * np.sin(angles), a * np.sin(angles) + b * np.cos(angles)], axis=-1)

# %% block
def block(x, w, heads, allowed):
    h = norm(x, w["g1"], w["c1"])
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], allowed, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% decoder-block
def decoder_block(x, memory, w, heads):
    h = norm(x, w["g1"], w["c1"])
    past = np.tri(x.shape[1], dtype=bool)
    x = x + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], past, heads) @ w["Wo"]
    h = norm(x, w["g2"], w["c2"])
    return x + np.maximum(h @ w["W1"] + w["b1"], 0) @ w["W2"] + w["b2"]

# %% count
def count(V, d, blocks, context):
    return V * d + context * d + blocks * (12 * d * d + 9 * d) + 2 * d

# %% cached-step
def cached_step(x, K, V, w, heads):
    K = np.concatenate([K, (x @ w["Wk"])[:, None]], axis=1)
    V = np.concatenate([V, (x @ w["Wv"])[:, None]], axis=1)
    out = attend((x @ w["Wq"])[:, None], K, V, np.array(True), heads)
    return out[:, 0] @ w["Wo"], K, V

# %% patches
def to_tokens(picture, P):
    H, W = picture.shape[:2]
    return picture.reshape(H // P, P, W // P, P).swapaxes(1, 2).reshape(-1, P * P)

# %% window
def influences(T, window, layers):
    back = np.arange(T)[:, None] - np.arange(T)
    return (back >= 0) & (back <= layers * (window - 1))

# %% tiny-model
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    x = x + layers.MultiHeadAttention(2, 16)(x, x, use_causal_mask=True)
    x = x + layers.Dense(32)(layers.Dense(64, activation="relu")(x))
    model = keras.Model(inputs, layers.Dense(symbols)(x))
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), jit_compile=False)
    model.fit(ids, targets, epochs=3, verbose=0)
    return model
