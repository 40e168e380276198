# %% roof
def layers_under_the_roof(widths, batch, item, peak, bandwidth):
    n, k, m = batch, widths[0], widths[1]
    return max(2 * n * k * m / peak, item * (n * k + k * m + n * m) / bandwidth), 0

# %% step-bytes
def step_bytes(inputs, layers, batch, slots, half):
    weights = sum(layer[0] for layer in layers)
    numbers = inputs + sum(layer[1] for layer in layers)
    return {"weights": 4 * weights, "gradients": 4 * weights, "state": 8 * weights, "activations": 4 * batch * numbers}

# %% choose-scale
def choose_scale(gradients):
    g = np.concatenate([np.ravel(g) for g in gradients])
    scale = 2.0**15
    return scale, int((g.astype(np.float16) == 0).sum()), int(((scale * g).astype(np.float16) == 0).sum())

# %% exchange
def exchange(gradients, rows, bandwidth):
    p = len(gradients)
    return [np.mean(same, axis=0) for same in zip(*gradients)], 2 * (p - 1) / p * 4 * sum(g.size for g in gradients[0]) / bandwidth
