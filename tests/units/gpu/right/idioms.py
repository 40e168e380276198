# %% roof
def layers_under_the_roof(widths, batch, item, peak, bandwidth):
    pairs = list(zip(widths, widths[1:]))
    every = pairs + pairs + pairs[1:]
    both = [
        (2 * batch * k * m / peak, item * (batch * k + k * m + batch * m) / bandwidth)
        for k, m in every
    ]
    return sum(map(max, both)), sum(work < move for work, move in both)

# %% place
def place(chain, first_bytes, latency, bandwidth):
    def rest(at, k, size):
        copy = latency + size / bandwidth
        if k == len(chain):
            return (copy if at == "gpu" else 0.0), []
        cpu_s, gpu_s, out_bytes = chain[k]
        ways = []
        for device, takes in (("gpu", gpu_s), ("cpu", cpu_s)):
            later, devices = rest(device, k + 1, out_bytes)
            ways.append((takes + (copy if device != at else 0.0) + later, [device, *devices]))
        return min(ways, key=lambda way: way[0])

    seconds, devices = rest("cpu", 0, first_bytes)
    return devices, seconds

# %% step-bytes
def step_bytes(inputs, layers, batch, slots, half):
    item = 2 if half else 4
    trained = sum(w for w, _, t in layers if t)
    sizes = [inputs] + [o for _, o, _ in layers]
    flags = [t for _, _, t in layers]
    kept = sum(sizes[flags.index(True):]) if True in flags else 0
    everything = sum(w for w, _, _ in layers)
    return {
        "activations": kept * batch * item,
        "state": slots * trained * 4,
        "gradients": trained * 4,
        "weights": everything * 4 + half * everything * 2,
    }

# %% choose-scale
def choose_scale(gradients):
    flat = np.concatenate([g.ravel() for g in gradients])
    for k in reversed(range(25)):
        with np.errstate(over="ignore"):
            small = np.ldexp(flat, k).astype(np.float16)
        if not np.isinf(small).any():
            break
    zero = [np.count_nonzero(flat[part == 0]) for part in (flat.astype(np.float16), small)]
    return 1 << k, *zero

# %% scaled-step
def scaled_step(weights, gradients, scale, good, rate, patience):
    if any(not np.all(np.isfinite(g)) for g in gradients):
        return weights, scale / 2 if scale >= 2 else 1, 0
    factor = rate / scale
    weights = [np.float32(w - factor * np.float64(g)) for w, g in zip(weights, gradients)]
    good = (good + 1) % patience
    return weights, scale if good else 2 * scale, good

# %% exchange
def exchange(gradients, rows, bandwidth):
    seen = [(g, n) for g, n in zip(gradients, rows) if n]
    arrays = range(len(gradients[0]))
    mean = [
        np.average([g[k].astype(float) for g, _ in seen], axis=0, weights=[n for _, n in seen]).astype("float32")
        for k in arrays
    ]
    n_bytes = sum(gradients[0][k].size * 2 for k in arrays)
    return mean, 2 * n_bytes * (len(rows) - 1) / (len(rows) * bandwidth)
