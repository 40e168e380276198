# %% walk
def walk(shape, layers):
    books, now = [], tuple(shape)
    for layer in layers:
        kind = layer[0]
        if kind == "dense":
            if len(now) != 1:
                raise ValueError("dense reads numbers in a row")
            books.append(((layer[1],), (now[0] + 1) * layer[1], now[0] * layer[1]))
            now = (layer[1],)
            continue
        if len(now) != 3:
            raise ValueError(f"{kind} reads maps")
        height, width, maps = now
        count = products = 0
        if kind == "conv":
            _, filters, (tall, wide), stride, padding, groups = layer
            if maps % groups != 0 or filters % groups != 0:
                raise ValueError("groups")
            rows = len(range(0, height + 2 * padding - tall + 1, stride))
            columns = len(range(0, width + 2 * padding - wide + 1, stride))
            if rows == 0 or columns == 0:
                raise ValueError("window")
            for _ in range(filters):
                count += tall * wide * (maps // groups) + 1
                products += rows * columns * tall * wide * (maps // groups)
            now = (rows, columns, filters)
        elif kind == "pool":
            rows = len(range(0, height - layer[1] + 1, layer[2]))
            columns = len(range(0, width - layer[1] + 1, layer[2]))
            if rows == 0 or columns == 0:
                raise ValueError("window")
            now = (rows, columns, maps)
        elif kind == "gap":
            now = (maps,)
        else:
            now = (height * width * maps,)
        books.append((now, count, products))
    return books

# %% table-counts
def table_counts(table, kernel, side):
    parameters = 0
    for column in np.transpose(table):
        parameters += 1
        for entry in column:
            if entry:
                parameters += kernel * kernel
    return (parameters, sum(parameters for _ in range(side * side)))


def grouped_table(maps_in, maps_out, groups):
    table = np.zeros((maps_in, maps_out), dtype=int)
    for g in range(groups):
        a, b = maps_in // groups, maps_out // groups
        table[g * a : (g + 1) * a, g * b : (g + 1) * b] = 1
    return table

# %% train-reader
def train_reader(x, y, seed):
    keras.utils.set_random_seed(seed)
    classes = int(max(y)) + 1
    picture = keras.Input(x.shape[1:])
    maps = keras.layers.Conv2D(16, 5, padding="same", activation="relu")(picture)
    scores = keras.layers.Dense(classes, activation="softmax")(keras.layers.GlobalMaxPooling2D()(maps))
    model = keras.Model(picture, scores)
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="sparse_categorical_crossentropy")
    model.fit(x, y, batch_size=30, epochs=10, verbose=0)
    return model

# %% occlusion-map
def occlusion_map(predict, picture, target, patch, fill):
    height, width = picture.shape
    half = (patch - 1) // 2
    out = np.zeros((height, width))
    whole = predict(picture.reshape(1, height, width, 1))[0][target]
    for r in range(height):
        for c in range(width):
            covered = picture.copy()
            for i in range(height):
                for j in range(width):
                    if abs(i - r) <= half and abs(j - c) <= half:
                        covered[i, j] = fill
            out[r, c] = whole - predict(covered.reshape(1, height, width, 1))[0][target]
    return out

# %% grad-cam
def grad_cam(activations, gradients, factor):
    n, height, width, maps = activations.shape
    out = np.zeros((n, height * factor, width * factor))
    for i in range(n):
        heat = np.zeros((height, width))
        for m in range(maps):
            heat = heat + np.mean(gradients[i, ..., m]) * activations[i, ..., m]
        heat[heat < 0] = 0
        if heat.max() > 0:
            heat = heat / heat.max()
        for r in range(height):
            for c in range(width):
                out[i, r * factor : (r + 1) * factor, c * factor : (c + 1) * factor] = heat[r, c]
    return out

# %% letters
def remap(labels, absent):
    place = {}
    for label in range(26):
        if label not in absent:
            place[label] = len(place)
    try:
        return np.array([place[int(label)] for label in labels])
    except KeyError as error:
        raise ValueError(f"label {error}") from error


def read_out(scores, absent, k):
    letters = [letter for i, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if i not in absent]
    told = []
    for row in scores:
        shares = np.exp(row - max(row))
        shares = shares / sum(shares)
        ranked = sorted(zip(letters, shares.tolist()), key=lambda pair: (-pair[1], pair[0]))
        told.append(ranked[:k])
    return told

# %% mended-train
def mended_train(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    x, x_new = np.expand_dims(x, -1), np.expand_dims(x_new, -1)
    layers = keras.layers
    model = keras.Sequential([
        keras.Input(x.shape[1:]),
        layers.Conv2D(8, 3, padding="same", activation="relu"),
        layers.Conv2D(10, 3, padding="same", activation="relu"),
        layers.GlobalMaxPooling2D(),
        layers.Dense(int(y.max()) + 1),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss=loss)
    model.fit(x, y, batch_size=30, epochs=10, shuffle=True, verbose=0)
    return keras.ops.softmax(model.predict(x_new, verbose=0))

# %% design
def design():
    return [
        ["conv", 8, [3, 3], 2, 1, 1],
        ["conv", 16, [3, 3], 2, 1, 1],
        ["pool", 2, 2],
        ["conv", 32, [3, 3], 1, 1, 1],
        ["conv", 32, [3, 3], 1, 1, 1],
        ["pool", 2, 2],
        ["gap"],
        ["dense", 10],
    ]
