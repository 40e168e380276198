# %% roof
def layers_under_the_roof(widths, batch, item, peak, bandwidth):
    seconds, waiting = 0.0, 0
    for layer in range(len(widths) - 1):
        k, m = widths[layer], widths[layer + 1]
        shapes = [(batch, k, m), (k, batch, m)]
        if layer > 0:
            shapes.append((batch, m, k))
        for a, b, c in shapes:
            work = 2 * a * b * c / peak
            move = item * (a * b + b * c + a * c) / bandwidth
            if move > work:
                waiting += 1
                seconds += move
            else:
                seconds += work
    return seconds, waiting

# %% place
def place(chain, first_bytes, latency, bandwidth):
    best, found = None, None
    for number in range(2 ** len(chain)):
        devices = ["gpu" if number >> k & 1 else "cpu" for k in range(len(chain))]
        seconds, at, size = 0.0, "cpu", first_bytes
        for device, (cpu_s, gpu_s, out_bytes) in zip(devices, chain):
            if device != at:
                seconds += latency + size / bandwidth
            seconds += cpu_s if device == "cpu" else gpu_s
            at, size = device, out_bytes
        if at == "gpu":
            seconds += latency + size / bandwidth
        if best is None or seconds < best:
            best, found = seconds, devices
    return found, best

# %% step-bytes
def step_bytes(inputs, layers, batch, slots, half):
    result = {"weights": 0, "gradients": 0, "state": 0, "activations": 0}
    going_in, training = inputs, False
    for weights, outputs, trainable in layers:
        result["weights"] += 4 * weights + (2 * weights if half else 0)
        if trainable:
            result["gradients"] += 4 * weights
            result["state"] += 4 * weights * slots
            if not training:
                result["activations"] += going_in
            training = True
        if training:
            result["activations"] += outputs
        going_in = outputs
    result["activations"] *= batch * (2 if half else 4)
    return result

# %% choose-scale
def choose_scale(gradients):
    def lost(scale):
        count = 0
        for g in gradients:
            for number in np.ravel(g):
                if number != 0 and np.float16(np.float32(number) * np.float32(scale)) == 0:
                    count += 1
        return count

    scale = 1
    with np.errstate(over="ignore"):
        while scale < 2**24:
            if any(np.isinf(np.float16(n * np.float32(2 * scale))) for g in gradients for n in np.ravel(g)):
                break
            scale *= 2
    return scale, lost(1), lost(scale)

# %% scaled-step
def scaled_step(weights, gradients, scale, good, rate, patience):
    for g in gradients:
        for number in g.ravel():
            if np.isnan(number) or np.isinf(number):
                return [np.array(w) for w in weights], max(1, scale / 2), 0
    result = []
    for w, g in zip(weights, gradients):
        new = w.copy()
        new -= (rate * (g.astype(np.float64) / scale)).astype(np.float32)
        result.append(new)
    good += 1
    if good == patience:
        scale, good = 2 * scale, 0
    return result, scale, good

# %% pipeline
def mended_pipeline(X, y, size, buffer, seed):
    rng = np.random.default_rng(seed)
    waiting, xs, ys = [], [], []

    def out():
        row, label = waiting.pop(rng.integers(len(waiting)))
        xs.append(row)
        ys.append(label)

    for row, label in zip(X, y):
        if len(waiting) >= buffer:
            out()
            if len(xs) == size:
                yield np.array(xs), np.array(ys)
                xs, ys = [], []
        waiting.append((row, label))
    while waiting:
        out()
        if len(xs) == size:
            yield np.array(xs), np.array(ys)
            xs, ys = [], []
    if xs:
        yield np.array(xs), np.array(ys)

# %% exchange
def exchange(gradients, rows, bandwidth):
    mean = [np.zeros(g.shape, np.float32) for g in gradients[0]]
    for replica, n in zip(gradients, rows):
        if n == 0:
            continue
        for k, g in enumerate(replica):
            mean[k] += n / sum(rows) * g.astype(np.float32)
    numbers = 0
    for g in gradients[0]:
        numbers += g.size
    p = len(gradients)
    return mean, (2 * (p - 1) / p) * numbers * 2 / bandwidth

# %% train-in-pieces
def train_in_pieces(x, y, classes, batch, epochs, rate):
    model = build(x.shape[1], classes)
    v = [0.0 for _ in model.trainable_variables]
    losses = []
    for _ in range(epochs):
        start = 0
        while start < len(x):
            X, target = x[start : start + batch], y[start : start + batch]
            loss, g = 0.0, [0.0 for _ in v]
            for k in range(0, len(X), CARD_ROWS):
                a, b = X[k : k + CARD_ROWS], target[k : k + CARD_ROWS]
                value, found = value_and_grad(lambda: loss_on_card(model, a, b), model.trainable_variables)
                loss += float(keras.ops.convert_to_numpy(value)) * len(a)
                g = [s + len(a) * keras.ops.convert_to_numpy(f) for s, f in zip(g, found)]
            v = [0.9 * old - rate * s / len(X) for old, s in zip(v, g)]
            for variable, step in zip(model.trainable_variables, v):
                variable.assign_add(step)
            losses.append(loss / len(X))
            start += batch
    return model.get_weights(), losses
