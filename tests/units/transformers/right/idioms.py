# %% positions
def encode(p, d):
    feature = np.arange(d)
    angles = np.asarray(p, dtype=float)[:, None] / np.power(10000.0, (feature - feature % 2) / d)
    return np.sin(angles + np.where(feature % 2, np.pi / 2, 0.0))


def turn(k, d):
    sines, cosines = np.sin(k / 10000 ** (np.arange(0, d, 2) / d)), np.cos(k / 10000 ** (np.arange(0, d, 2) / d))
    M = np.diag(np.repeat(cosines, 2))
    off = np.zeros(d - 1)
    off[::2] = sines
    return M + np.diag(off, -1) - np.diag(off, 1)

# %% rotary
def rotate(x, offset):
    n, h, k = x.shape
    pairs = x.astype(float).reshape(n, h, k // 2, 2)
    angles = (np.arange(n) + offset)[:, None] / 10000 ** (np.arange(k // 2) * 2 / k)
    R = np.array([[np.cos(angles), -np.sin(angles)], [np.sin(angles), np.cos(angles)]]).transpose(2, 3, 0, 1)
    return (R[:, None] @ pairs[..., None])[..., 0].reshape(n, h, k)

# %% block
def block(x, lengths, w, heads):
    real = np.arange(x.shape[1])[None] < np.asarray(lengths)[:, None]
    clean = np.where(real[..., None], x, 0.0)
    h = norm(clean, w["g1"], w["c1"])
    Q, K, V = np.split(h @ np.hstack([w["Wq"], w["Wk"], w["Wv"]]), 3, axis=-1)
    y = clean + attend(Q, K, V, real[:, np.newaxis, np.newaxis], heads) @ w["Wo"]
    hidden = norm(y, w["g2"], w["c2"]) @ w["W1"] + w["b1"]
    hidden[hidden < 0] = 0
    return y + (hidden @ w["W2"] + w["b2"])

# %% decoder-block
def decoder_block(x, memory, lengths, w, heads):
    (n, T, d), S = x.shape, memory.shape[1]
    past = ~np.triu(np.ones((T, T), dtype=bool), 1)
    h = norm(x, w["g1"], w["c1"])
    Q, K, V = np.split(h @ np.concatenate([w["Wq"], w["Wk"], w["Wv"]], axis=1), 3, axis=2)
    y = x + attend(Q, K, V, past[None, None], heads) @ w["Wo"]
    real = np.zeros((n, 1, 1, S), dtype=bool)
    for i, length in enumerate(lengths):
        real[i, ..., :length] = True
    K, V = memory @ w["Uk"], memory @ w["Uv"]
    z = y + attend(norm(y, w["g2"], w["c2"]) @ w["Uq"], K, V, real, heads) @ w["Uo"]
    return z + (np.maximum(0, norm(z, w["g3"], w["c3"]) @ w["W1"] + w["b1"]) @ w["W2"] + w["b2"])

# %% count
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    def linear(inputs, outputs):
        return inputs * outputs + (outputs if biases else 0)

    def stack(reads):
        one = (2 if reads else 1) * (4 * linear(d, d) + 2 * d) + linear(d, f) + linear(f, d) + 2 * d
        return blocks * one + 2 * d + learned * context * d

    table = V * d if tied else 2 * V * d
    return table + (stack(False) + stack(True) if kind == "both" else stack(False))

# %% cached-step
def cached_step(x, K, V, lengths, w, heads):
    at = np.asarray(lengths)[:, None, None]
    K, V = np.array(K, copy=True), np.array(V, copy=True)
    np.put_along_axis(K, at, (x @ w["Wk"])[:, None], axis=1)
    np.put_along_axis(V, at, (x @ w["Wv"])[:, None], axis=1)
    longest = int(np.max(lengths)) + 1
    allowed = np.arange(longest)[None, None, None] <= at[..., None]
    out = attend(x[:, None] @ w["Wq"], K[:, :longest], V[:, :longest], allowed, heads) @ w["Wo"]
    return out.squeeze(1), K, V

# %% patches
def to_tokens(pictures, P):
    n, H, W, C = pictures.shape
    if H // P * P != H or W // P * P != W:
        raise ValueError(f"{P} divides {H} or {W} with a remainder")
    rows = np.concatenate(np.split(pictures[:, None], H // P, axis=2), axis=1)
    cells = np.stack(np.split(rows, W // P, axis=3), axis=2)
    return cells.reshape(n, -1, P * P * C)


def to_pictures(tokens, P, H, W):
    if H // P * P != H or W // P * P != W:
        raise ValueError(f"{P} divides {H} or {W} with a remainder")
    n, _, size = tokens.shape
    cells = tokens.reshape(n, H // P, W // P, P, P, size // P**2)
    rows = np.concatenate([cells[:, :, j] for j in range(W // P)], axis=3)
    return np.concatenate([rows[:, i] for i in range(H // P)], axis=1)

# %% window
def influences(T, window, kept, layers):
    t = np.arange(T)
    if layers == 0:
        return t[:, None] == t
    back = t[:, None] - t
    looks = (back >= 0) & (back < window) | (back >= 0) & (t < kept)
    reached = looks
    for _ in range(layers - 1):
        reached = (looks.astype(int) @ reached.astype(int)) > 0
    return reached


def cache_bytes(T, window, kept, layers, d, size):
    places = np.union1d(np.arange(min(kept, T)), np.arange(max(T - window, 0), T))
    return int(places.size) * layers * 2 * d * size


def plan(reach, widest, most, d, size, budget):
    choices = [(layers, int(np.ceil(reach / layers)) + 1) for layers in range(1, most + 1)]
    choices = [(a, b) for a, b in choices if b <= widest and a * b * 2 * d * size <= budget]
    return min(choices, key=lambda choice: choice[0] * choice[1], default=None)

# %% mended-training
def batch_of(texts):
    n, T = len(texts), max(len(text) - 1 for text in texts)
    counted = np.arange(T) < np.array([len(text) - 1 for text in texts])[:, None]
    inputs, targets = np.zeros((n, T), dtype=int), np.zeros((n, T), dtype=int)
    inputs[counted] = [a for text in texts for a in text[:-1]]
    targets[counted] = [a for text in texts for a in text[1:]]
    return inputs, targets, counted


def allowed(inputs):
    n, T = inputs.shape
    return np.tril(np.repeat((inputs > 0)[:, None], T, axis=1))


def loss_and_slope(logits, targets, counted):
    z = logits - logits.max(axis=-1, keepdims=True)
    total = np.exp(z).sum(axis=-1)
    slope = np.exp(z) / total[..., None]
    right = np.take_along_axis(z, targets[..., None], axis=-1)[..., 0]
    np.put_along_axis(slope, targets[..., None], np.take_along_axis(slope, targets[..., None], axis=-1) - 1, axis=-1)
    slope[~counted] = 0
    return np.average(np.log(total) - right, weights=counted), slope / counted.sum()


def rate(step, peak, warm, steps):
    points, values = ([0, warm, steps], [0, peak, 0]) if warm else ([0, steps], [peak, 0])
    return np.interp(step, points, values)


def gathered(gradients, counts):
    return np.average(np.stack(gradients), axis=0, weights=counts)

# %% tiny-model
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    moved = layers.Cropping1D((0, 1))(layers.ZeroPadding1D((1, 0))(layers.Embedding(symbols, 32)(inputs)))
    h = layers.Concatenate()([x, moved])
    h = layers.Concatenate()([h, layers.MultiHeadAttention(1, 32)(h, h, use_causal_mask=True)])
    h = layers.Dense(32, activation="relu")(h)
    model = keras.Model(inputs, layers.Dense(symbols)(h))
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=False,
    )
    weight = counted.astype("float32")
    model.fit(ids, targets, sample_weight=weight, batch_size=25, epochs=7, verbose=0)
    return model
