"""Loops, one sample and one layer at a time."""

# %% count-weights
def count_weights(layers, thawed):
    trained = total = 0
    for k in range(len(layers)):
        layer = layers[k]
        if layer[0] == "conv":
            count = layer[1] ** 2 * layer[2] * layer[3] + layer[3]
        elif layer[0] == "dense":
            count = layer[1] * layer[2] + layer[2]
        else:
            count = 4 * layer[1]
        total += count
        if layer[0] != "norm" and len(layers) - k <= thawed:
            trained += count
    return trained, total - trained, total + 3 * trained

# %% head-from-means
def head_from_means(features, pictures, labels, classes, mean, std):
    sums, counts = {}, {}
    for picture, label in zip(pictures, labels):
        row = features((picture[None].astype(float) / 255.0 - mean) / std)[0]
        sums[int(label)] = sums.get(int(label), 0) + row
        counts[int(label)] = counts.get(int(label), 0) + 1
    means = [sums[c] / counts[c] for c in range(classes)]
    return np.stack(means, axis=1), np.array([-0.5 * float(m @ m) for m in means])

# %% two-rates
def two_rates(arrays, x, labels, rates, pull, steps):
    base = [keras.Variable(a) for a in arrays[:2]]
    head = [keras.Variable(a) for a in arrays[2:]]
    for step in range(steps):
        _, slopes = value_and_grad(lambda: cross_entropy(scores(base + head, x), labels), base + head)
        slopes = [keras.ops.convert_to_numpy(slope) for slope in slopes]
        for k in range(2):
            now = keras.ops.convert_to_numpy(base[k])
            base[k].assign(now - rates[0] * slopes[k] - rates[0] * pull * (now - arrays[k]))
            head[k].assign(keras.ops.convert_to_numpy(head[k]) - rates[1] * slopes[2 + k])
    return [np.array(keras.ops.convert_to_numpy(v)) for v in [*base, *head]]

# %% choose-depth
def choose_depth(accuracy):
    best = 0
    for t in range(len(accuracy)):
        if np.mean(accuracy[t]) > np.mean(accuracy[best]):
            best = t
    for t in range(len(accuracy)):
        gaps = accuracy[best] - accuracy[t]
        centre = np.mean(gaps)
        error = np.sqrt(np.sum((gaps - centre) ** 2) / (len(gaps) - 1) / len(gaps))
        if centre <= error:
            return t

# %% dream
def dream(arrays, pictures, channel, rate, shifts):
    ends = []
    for picture in pictures:
        now = picture[None].copy()
        for down, right in shifts:
            moved = keras.Variable(np.roll(np.roll(now, down, axis=1), right, axis=2))
            def score():
                return keras.ops.sum(activations(arrays, moved)[:, :, :, channel])
            slope = keras.ops.convert_to_numpy(value_and_grad(score, [moved])[1][0])
            slope = np.roll(np.roll(slope, -down, axis=1), -right, axis=2) / now.size
            now = np.minimum(np.maximum(now + rate * slope / (np.mean(np.abs(slope)) + 1e-8), 0), 1)
        ends.append(now[0])
    return np.array(ends, dtype=np.float32).reshape(pictures.shape)

# %% gram
def gram(features):
    n, h, w, c = features.shape
    G = np.zeros((n, c, c))
    for i in range(h):
        for j in range(w):
            at = features[:, i, j].astype(float)
            G += at[:, :, None] * at[:, None, :]
    return G / (h * w)

# %% transfer-loss
def transfer_loss(made, content, style, gram, weights, layer, balance):
    losses = []
    goals = [gram(s)[0] for s in style]
    for k in range(made[0].shape[0]):
        loss = ((made[layer][k] - content[layer][k]) ** 2).mean()
        for l in range(len(made)):
            loss += balance * weights[l] * ((gram(made[l][k : k + 1])[0] - goals[l]) ** 2).mean()
        losses.append(loss)
    return np.mean(losses)
