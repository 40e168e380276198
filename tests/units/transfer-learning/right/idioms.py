"""Comprehensions, sorting, optimisers and custom steps."""

# %% count-weights
def count_weights(layers, thawed):
    sizes = {"conv": lambda s, i, o: (s * s * i + 1) * o, "norm": lambda c: 4 * c, "dense": lambda i, o: (i + 1) * o}
    counts = [sizes[kind](*rest) for kind, *rest in layers]
    last = list(zip(layers, counts))[::-1][:thawed]
    trained = sum(count for (kind, *_), count in last if kind != "norm")
    return [trained, sum(counts) - trained, sum(counts) + 3 * trained]

# %% head-from-means
def head_from_means(features, pictures, labels, classes, mean, std):
    prepared = ((pictures.astype(np.float32) / 255) - np.float32(mean)) / np.float32(std)
    found = np.asarray(features(prepared), dtype=np.float64)
    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(np.asarray(labels)[order], np.arange(classes))
    W = (np.add.reduceat(found[order], starts) / np.bincount(labels, minlength=classes)[:, None]).T
    return W, -np.linalg.norm(W, axis=0) ** 2 / 2

# %% two-rates
def two_rates(arrays, x, labels, rates, pull, steps):
    now = [keras.Variable(array) for array in arrays]
    optimisers = [keras.optimizers.SGD(rate) for rate in rates]
    for optimiser, part in zip(optimisers, (now[:2], now[2:])):
        optimiser.build(part)
    for _ in range(steps):
        slopes = list(value_and_grad(lambda: cross_entropy(scores(now, x), labels), now)[1])
        slopes[:2] = [g + pull * (v - w) for g, v, w in zip(slopes[:2], now, arrays)]
        optimisers[0].apply(slopes[:2], now[:2])
        optimisers[1].apply(slopes[2:], now[2:])
    return [keras.ops.convert_to_numpy(variable) for variable in now]

# %% mended-transfer
def mended_transfer(arrays, x, labels, classes, rates, epochs):
    base, model = build(arrays, classes)
    ends = []
    base.get_layer("norm").trainable = False
    for phase in (0, 1):
        base.get_layer("conv").trainable = phase == 1
        model.compile(
            optimizer=keras.optimizers.SGD(rates[phase]),
            loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        )
        model.fit(x, labels, batch_size=x.shape[0], epochs=epochs[phase], verbose=0)
        ends.append(read(base, model))
    return tuple(ends)

# %% choose-depth
def choose_depth(accuracy):
    best = max(range(len(accuracy)), key=lambda t: accuracy[t].mean())
    def passes(row):
        gaps = accuracy[best] - row
        return gaps.mean() <= np.std(gaps, ddof=1) * len(gaps) ** -0.5
    return next(t for t, row in enumerate(accuracy) if passes(row))

# %% dream
def dream(arrays, pictures, channel, rate, shifts):
    one = keras.Variable(pictures)
    for down, right in shifts:
        now = keras.ops.convert_to_numpy(one)
        moved = keras.Variable(np.roll(now, (down, right), (1, 2)))
        _, slopes = value_and_grad(lambda: keras.ops.sum(activations(arrays, moved)[..., channel]), [moved])
        slope = np.roll(keras.ops.convert_to_numpy(slopes[0]), (-down, -right), (1, 2)) / now[0].size
        slope = np.stack([s / (np.abs(s).mean() + 1e-8) for s in slope])
        one.assign((now + rate * slope).clip(0, 1))
    return np.array(keras.ops.convert_to_numpy(one))

# %% gram
def gram(features):
    def one(F):
        flat = np.reshape(F, (-1, F.shape[-1])).astype(np.float64)
        return np.dot(flat.T, flat) / len(flat)
    return np.stack([one(F) for F in features])

# %% transfer-loss
def transfer_loss(made, content, style, gram, weights, layer, balance):
    style_loss = sum(w * np.square(gram(m) - gram(s)).mean() for m, s, w in zip(made, style, weights))
    return np.square(made[layer] - content[layer]).mean() + balance * style_loss
