# %% positions
def encode(p, d):
    z = np.exp(1j * np.asarray(p, dtype=float)[:, None] / 10000 ** (np.arange(0, d, 2) / d))
    return np.stack([z.imag, z.real], axis=-1).reshape(len(p), d)


def turn(k, d):
    sines, cosines = encode([k], d)[0].reshape(-1, 2).T
    same, one = np.eye(d // 2), np.array([[0.0, -1.0], [1.0, 0.0]])
    return np.kron(same * cosines, np.eye(2)) + np.kron(same * sines, one)

# %% rotary
def rotate(x, offset):
    n, h, k = x.shape
    z = np.ascontiguousarray(x, dtype=float).view(complex)
    p = np.arange(offset, offset + n)
    z = np.einsum("nhi,ni->nhi", z, np.exp(1j * p[:, None] / 10000 ** (np.arange(0, k, 2) / k)))
    return np.stack([z.real, z.imag], axis=-1).reshape(n, h, k)

# %% block
def block(x, lengths, w, heads):
    n, T, d = x.shape
    h = norm(x, w["g1"], w["c1"])
    q, k, v = (np.einsum("ntd,dhe->nhte", h, w[name].reshape(d, heads, -1)) for name in ("Wq", "Wk", "Wv"))
    scores = np.einsum("nhte,nhse->nhts", q, k) * (d / heads) ** -0.5
    scores[np.broadcast_to((np.arange(T) >= lengths[:, None])[:, None, None], scores.shape)] = -1e30
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    mixed = np.einsum("nhts,nhse->nthe", e / e.sum(axis=-1, keepdims=True), v)
    x = x + np.einsum("nthe,hed->ntd", mixed, w["Wo"].reshape(heads, -1, d))
    hidden = np.einsum("ntd,df->ntf", norm(x, w["g2"], w["c2"]), w["W1"]) + w["b1"]
    return x + np.einsum("ntf,fd->ntd", hidden * (hidden > 0), w["W2"]) + w["b2"]

# %% decoder-block
def decoder_block(x, memory, lengths, w, heads):
    def reading(x, source, q, k, v, o, allowed):
        return x + np.einsum("ntd,de->nte", attend(q, source @ k, source @ v, allowed, heads), o)

    T = np.arange(x.shape[1])
    h = norm(x, w["g1"], w["c1"])
    x = reading(x, h, h @ w["Wq"], w["Wk"], w["Wv"], w["Wo"], T[:, None] >= T)
    q = norm(x, w["g2"], w["c2"]) @ w["Uq"]
    real = np.arange(memory.shape[1])[None, None, None] < lengths.reshape(-1, 1, 1, 1)
    x = reading(x, memory, q, w["Uk"], w["Uv"], w["Uo"], real)
    hidden = norm(x, w["g3"], w["c3"]) @ w["W1"] + w["b1"]
    return x + (hidden + abs(hidden)) / 2 @ w["W2"] + w["b2"]

# %% count
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    stacks = 1 + (kind == "both")
    b, t, p = int(biases), int(not tied), int(learned)
    norms = 2 * d * (2 * blocks * stacks + stacks + blocks * (stacks - 1))
    attention = blocks * (2 * stacks - 1) if kind == "both" else blocks
    return (
        V * d * (1 + t)
        + p * context * d * stacks
        + norms
        + attention * 4 * d * (d + b)
        + blocks * stacks * (2 * d * f + b * (d + f))
    )

# %% cached-step
def cached_step(x, K, V, lengths, w, heads):
    n, S, d = K.shape
    here = (np.arange(S) == lengths[:, None])[..., None]
    K = np.where(here, (x @ w["Wk"])[:, None], K)
    V = np.where(here, (x @ w["Wv"])[:, None], V)
    q = (x @ w["Wq"]).reshape(n, heads, -1)
    scores = np.einsum("nhe,nshe->nhs", q, K.reshape(n, S, heads, -1)) / (d // heads) ** 0.5
    scores = np.where((np.arange(S) > lengths[:, None])[:, None], -np.inf, scores)
    e = np.exp(scores - scores.max(axis=2, keepdims=True))
    mixed = np.einsum("nhs,nshe->nhe", e / e.sum(axis=2, keepdims=True), V.reshape(n, S, heads, -1))
    return mixed.reshape(n, d) @ w["Wo"], K, V

# %% patches
def to_tokens(pictures, P):
    n, H, W, C = pictures.shape
    if (H % P, W % P) != (0, 0):
        raise ValueError("remainder")
    cut = pictures.reshape(n, H // P, P, W // P, P, C)
    return np.einsum("nricjk->nrcijk", cut).reshape(n, H // P * (W // P), P * P * C)


def to_pictures(tokens, P, H, W):
    if (H % P, W % P) != (0, 0):
        raise ValueError("remainder")
    C = tokens.shape[-1] // (P * P)
    cut = tokens.reshape(len(tokens), H // P, W // P, P, P, C)
    return np.einsum("nrcijk->nricjk", cut).reshape(len(tokens), H, W, C)

# %% window
def influences(T, window, kept, layers):
    looks = np.tri(T) - np.tri(T, k=-window)
    looks[:, :kept] = np.tri(T)[:, :kept]
    return np.linalg.matrix_power(looks / looks.sum(axis=1, keepdims=True) + 0.0, layers) > 0


def cache_bytes(T, window, kept, layers, d, size):
    first, last = min(T, kept), min(T, window)
    return 2 * layers * d * size * (first + last - max(0, first + last - T))


def plan(reach, widest, most, d, size, budget):
    room = budget // (2 * d * size)
    fits = []
    for window in range(2, widest + 1):
        layers = (reach + window - 2) // (window - 1)
        if layers <= most and layers * window <= room:
            fits.append((layers * window, layers, window))
    return tuple(sorted(fits)[0][1:]) if fits else None

# %% mended-training
def batch_of(texts):
    T = max(map(len, texts))
    whole = np.array([list(text) + [0] * (T - len(text)) for text in texts])
    targets = whole[:, 1:]
    return np.where(targets > 0, whole[:, :-1], 0), targets, targets != 0


def allowed(inputs):
    t = np.arange(inputs.shape[1])
    return np.logical_and(t[:, None] >= t, (inputs != 0)[:, None, :])


def loss_and_slope(logits, targets, counted):
    n, T, V = logits.shape
    share = counted / np.sum(counted)
    logs = logits - np.logaddexp.reduce(logits, axis=-1)[..., None]
    one_hot = targets[..., None] == np.arange(V)
    loss = -np.einsum("nt,ntv,ntv->", share, logs, one_hot)
    return loss, np.einsum("nt,ntv->ntv", share, np.exp(logs) - one_hot)


def rate(step, peak, warm, steps):
    falling = peak * (steps - step) / (steps - warm)
    return falling if warm == 0 else min(peak * step / warm, falling) if step > warm else peak * step / warm


def gathered(gradients, counts):
    return np.einsum("p,p...->...", np.array(counts) / np.sum(counts), np.array(gradients))

# %% tiny-model
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    ops, layers, T = keras.ops, keras.layers, ids.shape[1]
    inputs = keras.Input((T,), dtype="int32")
    x = layers.Embedding(symbols, 24)(inputs)
    before = ops.pad(x[:, :-1], [[0, 0], [1, 0], [0, 0]])
    query, key, value = layers.Dense(24)(x), layers.Dense(24)(before), layers.Dense(24)(x)
    scores = ops.einsum("ntd,nsd->nts", query, key) / 24**0.5
    late = np.triu(np.full((T, T), -1e9, dtype="float32"), 1)
    found = ops.einsum("nts,nsd->ntd", ops.softmax(scores + late), value)
    model = keras.Model(inputs, layers.Dense(symbols)(found))
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=False,
    )
    weight = counted.astype("float32")
    model.fit(ids, targets, sample_weight=weight, batch_size=25, epochs=7, verbose=0)
    return model
