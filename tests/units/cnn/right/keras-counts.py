# %% walk
def walk(shape, layers):
    kinds = {"gap": keras.layers.GlobalAveragePooling2D, "flatten": keras.layers.Flatten,
             "pool": keras.layers.MaxPooling2D, "dense": keras.layers.Dense}
    books = []
    for kind, *numbers in layers:
        if (len(shape) == 1) != (kind == "dense"):
            raise ValueError(kind)
        picture = keras.Input(shape)
        if kind == "conv":
            filters, window, stride, padding, groups = numbers
            layer = keras.layers.Conv2D(filters, tuple(window), strides=stride, groups=groups)
            padded = keras.layers.ZeroPadding2D(padding)(picture)
            if window[0] > padded.shape[1] or window[1] > padded.shape[2]:
                raise ValueError("window")
            out = layer(padded)
        else:
            if kind == "pool" and numbers[0] > min(shape[:2]):
                raise ValueError("window")
            layer = kinds[kind](*numbers)
            out = layer(picture)
        shape = tuple(int(side) for side in out.shape[1:])
        products = 0
        if kind in ("conv", "dense"):
            products = int(np.prod(layer.kernel.shape)) * int(np.prod(shape[:-1]))
        books.append((shape, int(layer.count_params()), products))
    return books

# %% table-counts
def table_counts(table, kernel, side):
    table = np.asarray(table)
    ones = np.count_nonzero(table)
    return int(kernel**2 * ones + table.shape[1]), int((kernel**2 * ones + table.shape[1]) * side**2)


def grouped_table(maps_in, maps_out, groups):
    block = np.ones((maps_in // groups, maps_out // groups), dtype=int)
    return np.kron(np.eye(groups, dtype=int), block)

# %% train-reader
def train_reader(x, y, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    model = keras.Sequential()
    model.add(keras.Input(x.shape[1:]))
    model.add(layers.Conv2D(6, 3, padding="same", use_bias=False))
    model.add(layers.BatchNormalization())
    model.add(layers.ReLU())
    model.add(layers.Conv2D(12, 3, padding="same", activation="relu"))
    model.add(layers.GlobalMaxPooling2D())
    model.add(layers.Dense(len(np.unique(y))))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss=loss)
    model.fit(x, y, batch_size=30, epochs=12, verbose=0)
    return model

# %% occlusion-map
def occlusion_map(predict, picture, target, patch, fill):
    rows, columns = np.indices(picture.shape)
    near = lambda places: abs(places[..., None, None] - places) <= patch // 2
    covers = near(rows) & near(columns)
    pictures = np.where(covers, fill, picture).reshape(-1, *picture.shape)
    fall = predict(picture[None, ..., None])[:, target] - predict(pictures[..., None])[:, target]
    return fall.reshape(picture.shape)

# %% grad-cam
def grad_cam(activations, gradients, factor):
    heat = np.einsum("nhwc,nc->nhw", activations, gradients.mean(axis=(1, 2))).clip(0)
    top = heat.reshape(len(heat), -1).max(axis=1)[:, None, None]
    heat = np.divide(heat, top, out=np.zeros_like(heat), where=top > 0)
    return np.kron(heat, np.ones((1, factor, factor)))

# %% letters
def remap(labels, absent):
    table = np.full(26, -1)
    present = np.delete(np.arange(26), list(absent))
    table[present] = np.arange(len(present))
    if np.min(labels) < 0 or np.max(labels) > 25 or np.any(table[labels] < 0):
        raise ValueError("a label that cannot occur")
    return table[labels]


def read_out(scores, absent, k):
    present = np.delete(np.arange(26), list(absent))
    log_shares = scores - np.max(scores, axis=1, keepdims=True)
    log_shares = log_shares - np.log(np.exp(log_shares).sum(axis=1, keepdims=True))
    told = []
    for row in log_shares:
        ranked = np.lexsort((present, -row))[:k]
        told.append([("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[present[j]], np.exp(row[j])) for j in ranked])
    return told

# %% mended-train
def mended_train(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    order = np.random.default_rng(seed + 1).permutation(len(y))
    x = x.reshape(*x.shape, 1)[order]
    model = keras.Sequential([
        keras.Input((None, None, 1)),
        keras.layers.Conv2D(16, 5, padding="same", activation="relu"),
        keras.layers.GlobalMaxPooling2D(),
        keras.layers.Dense(int(y.max()) + 1, activation="softmax"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="sparse_categorical_crossentropy")
    model.fit(x, y[order], batch_size=30, epochs=10, verbose=0)
    return model.predict(x_new.reshape(*x_new.shape, 1), verbose=0)

# %% design
def design():
    return (
        ("conv", 6, (7, 7), 2, 3, 1),
        ("pool", 3, 2),
        ("conv", 24, (5, 5), 2, 2, 2),
        ("conv", 32, (5, 5), 1, 2, 4),
        ("conv", 48, (1, 1), 1, 0, 1),
        ("gap",),
        ("dense", 10),
    )
