# %% roof
def layers_under_the_roof(widths, batch, item, peak, bandwidth):
    k, m = np.array(widths[:-1], float), np.array(widths[1:], float)
    work = 2 * batch * k * m / peak
    move = item * (batch * (k + m) + k * m) / bandwidth
    times = np.full(len(k), 3)
    times[0] = 2
    return float(times @ np.maximum(work, move)), int(times @ (work < move))

# %% place
def place(chain, first_bytes, latency, bandwidth):
    names = ["cpu", "gpu"]
    time, came = np.array([0.0, np.inf]), []
    sizes = [first_bytes] + [op[2] for op in chain]
    for size, (cpu_s, gpu_s, _) in zip(sizes, chain):
        copy = (latency + size / bandwidth) * (1 - np.eye(2))
        ways = time[:, None] + copy + np.array([cpu_s, gpu_s])
        came.append(ways.argmin(axis=0))
        time = ways.min(axis=0)
    time = time + np.array([0.0, latency + sizes[-1] / bandwidth])
    at = int(time.argmin())
    devices = []
    for back in came[::-1]:
        devices.append(names[at])
        at = int(back[at])
    return devices[::-1], float(time.min())

# %% step-bytes
def step_bytes(inputs, layers, batch, slots, half):
    weights, outputs, trainable = (np.array(part) for part in zip(*layers))
    numbers = np.concatenate([[inputs], outputs])
    first = int(trainable.argmax()) if trainable.any() else len(numbers)
    trained = int(weights[trainable].sum())
    kept = int(numbers[first:].sum())
    item = 2 if half else 4
    return dict(
        weights=int(weights.sum()) * (4 + item % 4),
        gradients=trained * 4,
        state=trained * 4 * slots,
        activations=kept * item * batch,
    )

# %% choose-scale
def choose_scale(gradients):
    top = max(np.abs(g).max() for g in gradients).astype(float)
    exponent = 24
    while exponent and top * 2.0**exponent >= 65520:
        exponent -= 1
    counts = [
        sum(int(np.count_nonzero(g) - np.count_nonzero((g * np.float32(s)).astype("float16"))) for g in gradients)
        for s in (1, 2**exponent)
    ]
    return 2.0**exponent, counts[0], counts[1]

# %% scaled-step
def scaled_step(weights, gradients, scale, good, rate, patience):
    flat = np.concatenate([g.ravel() for g in gradients]).astype(np.float32)
    if np.isnan(flat.sum()) or np.isinf(np.abs(flat).max()):
        return list(weights), max(scale / 2, 1.0), 0
    full = good == patience - 1
    new = [w - np.float32(rate) * (g.astype("float32") / scale) for w, g in zip(weights, gradients)]
    return [w.astype("float32") for w in new], scale * (1 + full), 0 if full else good + 1

# %% pipeline
def mended_pipeline(X, y, size, buffer, seed):
    rng = np.random.default_rng(seed)
    room = np.arange(min(buffer, len(X)))
    order = []
    for k in range(len(room), len(X)):
        at = rng.integers(len(room))
        order.append(room[at])
        room[at] = k
    order = np.concatenate([np.array(order, int), rng.permutation(room)])
    cuts = range(size, len(order), size)
    return list(zip(np.split(X[order], cuts), np.split(y[order], cuts)))

# %% exchange
def exchange(gradients, rows, bandwidth):
    with_rows = [k for k, n in enumerate(rows) if n > 0]
    share = np.array([rows[k] for k in with_rows], np.float32) / sum(rows)
    mean = []
    for same in zip(*gradients):
        stack = np.stack([same[k] for k in with_rows]).astype(np.float32)
        mean.append(np.einsum("r,r...->...", share, stack).astype(np.float32))
    sent = sum(g.nbytes for g in gradients[0]) * 2 * (1 - 1 / len(gradients))
    return mean, sent / bandwidth
