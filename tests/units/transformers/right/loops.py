# %% positions
def encode(p, d):
    rows = []
    for x in p:
        row = []
        for i in range(d // 2):
            angle = x / 10000 ** (2 * i / d)
            row += [np.sin(angle), np.cos(angle)]
        rows.append(row)
    return np.array(rows)


def turn(k, d):
    M = np.zeros((d, d))
    for i in range(0, d, 2):
        angle = k / 10000 ** (i / d)
        M[i : i + 2, i : i + 2] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
    return M

# %% rotary
def rotate(x, offset):
    out = np.zeros(x.shape)
    for j in range(len(x)):
        for i in range(0, x.shape[2], 2):
            angle = (offset + j) / 10000 ** (i / x.shape[2])
            out[j, :, i] = x[j, :, i] * np.cos(angle) - x[j, :, i + 1] * np.sin(angle)
            out[j, :, i + 1] = x[j, :, i] * np.sin(angle) + x[j, :, i + 1] * np.cos(angle)
    return out

# %% block
def block(x, lengths, w, heads):
    out = np.zeros(x.shape)
    for i, length in enumerate(lengths):
        part = x[i : i + 1, :length]
        h = norm(part, w["g1"], w["c1"])
        part = part + attend(h @ w["Wq"], h @ w["Wk"], h @ w["Wv"], True, heads) @ w["Wo"]
        h = norm(part, w["g2"], w["c2"]) @ w["W1"] + w["b1"]
        out[i, :length] = (part + np.where(h > 0, h, 0) @ w["W2"] + w["b2"])[0]
    return out

# %% decoder-block
def decoder_block(x, memory, lengths, w, heads):
    out = np.zeros(x.shape)
    for i, length in enumerate(lengths):
        read = memory[i : i + 1, :length]
        for t in range(x.shape[1]):
            h = norm(x[i : i + 1, : t + 1], w["g1"], w["c1"])
            row = x[i : i + 1, t : t + 1]
            row = row + attend(h[:, -1:] @ w["Wq"], h @ w["Wk"], h @ w["Wv"], True, heads) @ w["Wo"]
            h = norm(row, w["g2"], w["c2"])
            row = row + attend(h @ w["Uq"], read @ w["Uk"], read @ w["Uv"], True, heads) @ w["Uo"]
            h = norm(row, w["g3"], w["c3"]) @ w["W1"] + w["b1"]
            out[i, t] = (row + h.clip(0) @ w["W2"] + w["b2"])[0, 0]
    return out

# %% count
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    total = V * d
    if not tied:
        total += V * d
    for stack in ["encoder", "decoder"] if kind == "both" else [kind]:
        if learned:
            total += context * d
        for _ in range(blocks):
            attentions = 2 if kind == "both" and stack == "decoder" else 1
            for _ in range(attentions):
                total += 2 * d + 4 * d * d
                if biases:
                    total += 4 * d
            total += 2 * d + d * f + f * d
            if biases:
                total += f + d
        total += 2 * d
    return total

# %% cached-step
def cached_step(x, K, V, lengths, w, heads):
    newK, newV, out = np.array(K), np.array(V), []
    for i, length in enumerate(lengths):
        newK[i, length] = x[i] @ w["Wk"]
        newV[i, length] = x[i] @ w["Wv"]
        q = (x[i] @ w["Wq"])[None, None]
        out.append(attend(q, newK[i : i + 1, : length + 1], newV[i : i + 1, : length + 1], True, heads)[0, 0] @ w["Wo"])
    return np.array(out), newK, newV

# %% patches
def to_tokens(pictures, P):
    n, H, W, C = pictures.shape
    if H % P != 0 or W % P != 0:
        raise ValueError
    tokens = []
    for top in range(0, H, P):
        for left in range(0, W, P):
            tokens.append(pictures[:, top : top + P, left : left + P].reshape(n, P * P * C))
    return np.stack(tokens, axis=1)


def to_pictures(tokens, P, H, W):
    if H % P != 0 or W % P != 0:
        raise ValueError
    n, C = len(tokens), tokens.shape[2] // P**2
    pictures, k = np.empty((n, H, W, C), tokens.dtype), 0
    for top in range(0, H, P):
        for left in range(0, W, P):
            pictures[:, top : top + P, left : left + P] = tokens[:, k].reshape(n, P, P, C)
            k += 1
    return pictures

# %% window
def influences(T, window, kept, layers):
    found = [{t} for t in range(T)]
    for _ in range(layers):
        found = [
            set().union(*(found[j] for j in range(t + 1) if j > t - window or j < kept)) for t in range(T)
        ]
    return np.array([[j in row for j in range(T)] for row in found])


def cache_bytes(T, window, kept, layers, d, size):
    places = [j for j in range(T) if j < kept or j >= T - window]
    return len(places) * layers * d * size * 2


def plan(reach, widest, most, d, size, budget):
    found = []
    for layers in range(1, most + 1):
        for window in range(2, widest + 1):
            if layers * (window - 1) >= reach:
                found.append((2 * d * size * window * layers, layers, window))
                break
    found = [f for f in found if f[0] <= budget]
    return min(found)[1:] if found else None

# %% mended-training
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs = np.array([text[:-1] + [0] * (T + 1 - len(text)) for text in texts])
    targets = np.array([text[1:] + [0] * (T + 1 - len(text)) for text in texts])
    return inputs, targets, np.array([[t < len(text) - 1 for t in range(T)] for text in texts])


def allowed(inputs):
    n, T = inputs.shape
    looks = np.zeros((n, T, T), dtype=bool)
    for t in range(T):
        looks[:, t, : t + 1] = inputs[:, : t + 1] != 0
    return looks


def loss_and_slope(logits, targets, counted):
    slope, loss, places = np.zeros(logits.shape), 0.0, np.argwhere(counted)
    for i, t in places:
        z = logits[i, t] - logits[i, t].max()
        p = np.exp(z) / np.exp(z).sum()
        loss += np.log(np.exp(z).sum()) - z[targets[i, t]]
        slope[i, t] = p
        slope[i, t, targets[i, t]] -= 1
    return loss / len(places), slope / len(places)


def rate(step, peak, warm, steps):
    if warm and step <= warm:
        return peak / warm * step
    return peak * (1 - (step - warm) / (steps - warm))


def gathered(gradients, counts):
    total = 0.0
    for gradient, count in zip(gradients, counts):
        total = total + gradient * count
    return total / np.sum(counts)

# %% tiny-model
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    pair = layers.Conv1D(32, 2, padding="causal")(x)
    found = layers.MultiHeadAttention(2, 16)(x, pair, key=pair, use_causal_mask=True)
    model = keras.Model(inputs, layers.Dense(symbols)(layers.Concatenate()([x, found])))
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=False,
    )
    model.fit(ids, targets, sample_weight=counted * 1.0, batch_size=25, epochs=7, verbose=0)
    return model
