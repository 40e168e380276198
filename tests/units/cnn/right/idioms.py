# %% walk
def walk(shape, layers):
    def conv(shape, filters, window, stride, padding, groups):
        height, width, maps = shape
        fits = maps % groups == filters % groups == 0
        sides = [(s + 2 * padding - w) / stride for s, w in zip((height, width), window)]
        if not fits or min(sides) < 0:
            raise ValueError("conv")
        rows, columns = (int(s) + 1 for s in sides)
        weights = window[0] * window[1] * maps * filters // groups
        return (rows, columns, filters), weights + filters, weights * rows * columns

    def pool(shape, size, stride):
        height, width, maps = shape
        if size > min(height, width):
            raise ValueError("pool")
        return (1 + (height - size) // stride, 1 + (width - size) // stride, maps), 0, 0

    def gap(shape):
        _, _, maps = shape
        return (maps,), 0, 0

    def flatten(shape):
        height, width, maps = shape
        return (height * width * maps,), 0, 0

    def dense(shape, units):
        (numbers,) = shape
        return (units,), (numbers + 1) * units, numbers * units

    known = {"conv": conv, "pool": pool, "gap": gap, "flatten": flatten, "dense": dense}
    books = []
    for kind, *numbers in layers:
        books.append(known[kind](books[-1][0] if books else shape, *numbers))
    return books

# %% table-counts
def table_counts(table, kernel, side):
    per_map = kernel**2 * np.asarray(table, dtype=int).sum(axis=0) + 1
    return int(per_map.sum()), int((per_map * side * side).sum())


def grouped_table(maps_in, maps_out, groups):
    return np.repeat(np.repeat(np.identity(groups, int), maps_in // groups, axis=0), maps_out // groups, axis=1)

# %% train-reader
def train_reader(x, y, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    model = keras.Sequential([
        keras.Input(x.shape[1:]),
        layers.Conv2D(8, 3, activation="relu"),
        layers.Conv2D(10, 3, activation="relu"),
        layers.GlobalMaxPooling2D(),
        layers.Dense(int(y.max()) + 1, activation="softmax"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="categorical_crossentropy")
    model.fit(x, np.eye(int(y.max()) + 1)[y], batch_size=20, epochs=12, verbose=0)
    return model

# %% occlusion-map
def occlusion_map(predict, picture, target, patch, fill):
    half = patch // 2
    padded = np.pad(np.zeros(picture.shape, dtype=bool), half)
    whole, fallen = predict(picture[None, ..., None])[0, target], []
    for r in range(picture.shape[0]):
        for c in range(picture.shape[1]):
            cover = padded.copy()
            cover[r : r + patch, c : c + patch] = True
            cover = cover[half : half + picture.shape[0], half : half + picture.shape[1]]
            fallen.append(whole - predict(np.where(cover, fill, picture)[None, ..., None])[0, target])
    return np.array(fallen).reshape(picture.shape)

# %% grad-cam
def grad_cam(activations, gradients, factor):
    maps = []
    for a, g in zip(activations, gradients):
        heat = np.clip(a @ g.mean(axis=(0, 1)), 0, None)
        top = heat.max()
        heat = heat / top if top > 0 else heat
        maps.append(np.repeat(np.repeat(heat, factor, axis=0), factor, axis=1))
    return np.stack(maps)

# %% letters
def remap(labels, absent):
    labels, gone = np.asarray(labels), np.array(sorted(absent), dtype=int)
    if np.any(labels < 0) or np.any(labels > 25) or np.any(np.isin(labels, gone)):
        raise ValueError("a label that cannot occur")
    return labels - (labels[:, None] > gone).sum(axis=1)


def read_out(scores, absent, k):
    letters = np.array(list("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))[[i for i in range(26) if i not in absent]]
    shares = np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True))
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    best = np.take_along_axis(shares, order, axis=1)
    return [list(zip(letters[o].tolist(), b.tolist())) for o, b in zip(order, best)]

# %% design
def design():
    return [
        ("pool", 2, 2),
        ("conv", 12, (3, 3), 1, 1, 1),
        ("pool", 2, 2),
        ("conv", 32, (5, 5), 2, 2, 2),
        ("conv", 32, (5, 5), 1, 2, 4),
        ("gap",),
        ("dense", 10),
    ]
