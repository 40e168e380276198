"""The same through einsum, optimisers of Keras, and networks built anew."""

# %% count-weights
def count_weights(layers, thawed):
    def size(kind, *rest):
        if kind == "norm":
            return 4 * rest[0]
        return int(np.prod(rest[:-2], initial=1)) ** 2 * rest[-2] * rest[-1] + rest[-1]
    sizes = np.array([size(*layer) for layer in layers])
    moves = np.arange(len(layers))[::-1] < thawed
    moves &= np.array([layer[0] != "norm" for layer in layers])
    trained, frozen = int(sizes[moves].sum()), int(sizes[~moves].sum())
    return np.array([trained, frozen, frozen + 4 * trained])

# %% head-from-means
def head_from_means(features, pictures, labels, classes, mean, std):
    F = features((np.float64(pictures) - 255 * mean) / (255 * std))
    member = np.eye(classes)[np.asarray(labels)]
    W = np.einsum("nd,nc->dc", F, member / member.sum(axis=0))
    return W, -0.5 * np.einsum("dc,dc->c", W, W)

# %% two-rates
def two_rates(arrays, x, labels, rates, pull, steps):
    now = [keras.Variable(array) for array in arrays]
    start = [keras.Variable(array) for array in arrays]
    def loss():
        away = sum(keras.ops.sum((a - b) ** 2) for a, b in zip(now[:2], start[:2]))
        return cross_entropy(scores(now, x), labels) + pull / 2 * away
    for _ in range(steps):
        slopes = value_and_grad(loss, now)[1]
        for variable, slope, rate in zip(now, slopes, np.repeat(rates, 2)):
            variable.assign(variable - keras.ops.cast(rate, "float32") * slope)
    return [keras.ops.convert_to_numpy(variable) for variable in now]

# %% mended-transfer
def mended_transfer(arrays, x, labels, classes, rates, epochs):
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    base, model = build(arrays, classes)
    for layer in base.layers:
        layer.trainable = False
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=rates[0]), loss=loss)
    model.fit(x, labels, batch_size=len(x), epochs=epochs[0], shuffle=False, verbose=0)
    headed = read(base, model)
    base, model = build(arrays, classes)
    base.get_layer("norm").trainable = False
    model(x[:1])
    model.get_layer("head").set_weights([headed["W"], headed["b"]])
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=rates[1]), loss=loss)
    model.fit(x, labels, batch_size=len(x), epochs=epochs[1], shuffle=False, verbose=0)
    return headed, read(base, model)

# %% choose-depth
def choose_depth(accuracy):
    gaps = accuracy[np.argmax(np.einsum("ts->t", accuracy))] - accuracy
    S = accuracy.shape[1]
    centred = gaps - gaps.mean(axis=1, keepdims=True)
    squared = np.einsum("ts,ts->t", centred, centred) / (S * (S - 1))
    return int(np.flatnonzero(gaps.mean(axis=1) <= np.sqrt(squared))[0])

# %% dream
def dream(arrays, pictures, channel, rate, shifts):
    now = np.array(pictures)
    for shift in shifts:
        x = keras.Variable(now)
        def score():
            moved = keras.ops.roll(x, tuple(shift), axis=(1, 2))
            return keras.ops.sum(keras.ops.mean(activations(arrays, moved), axis=(1, 2))[:, channel])
        slope = keras.ops.convert_to_numpy(value_and_grad(score, [x])[1][0])
        size = np.einsum("nhwc->n", np.abs(slope)) / slope[0].size
        now = np.clip(now + rate * slope / (size[:, None, None, None] + 1e-8), 0, 1).astype("float32")
    return now

# %% gram
def gram(features):
    F = features.astype(np.float64)
    return np.einsum("nija,nijb->nab", F, F) / np.prod(F.shape[1:3])

# %% transfer-loss
def transfer_loss(made, content, style, gram, weights, layer, balance):
    gap = made[layer] - content[layer]
    each = np.einsum("nijc,nijc->n", gap, gap) / gap[0].size
    for mine, theirs, weight in zip(made, style, weights):
        apart = gram(mine) - gram(theirs)
        each = each + balance * weight * np.einsum("nab,nab->n", apart, apart) / apart[0].size
    return each.mean()
