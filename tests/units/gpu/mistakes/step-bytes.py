# %% frozen-trained: Frozen layers were given gradients and optimiser's numbers.
def step_bytes(inputs, layers, batch, slots, half):
    every = sum(w for w, _, _ in layers)
    flags = [t for _, _, t in layers]
    sizes = [inputs] + [o for _, o, _ in layers]
    kept = sum(sizes[flags.index(True):]) if True in flags else 0
    return {"weights": every * (6 if half else 4), "gradients": 4 * every, "state": 4 * slots * every,
            "activations": kept * batch * (2 if half else 4)}

# %% all-kept: The way back ends at the first trained layer; what lies before it is not kept.
def step_bytes(inputs, layers, batch, slots, half):
    every, trained = sum(w for w, _, _ in layers), sum(w for w, _, t in layers if t)
    kept = inputs + sum(o for _, o, _ in layers)
    return {"weights": every * (6 if half else 4), "gradients": 4 * trained, "state": 4 * slots * trained,
            "activations": kept * batch * (2 if half else 4)}

# %% input-not-kept: What goes into the first trained layer is needed for its gradient.
def step_bytes(inputs, layers, batch, slots, half):
    every, trained = sum(w for w, _, _ in layers), sum(w for w, _, t in layers if t)
    flags = [t for _, _, t in layers]
    sizes = [o for _, o, _ in layers]
    kept = sum(sizes[flags.index(True):]) if True in flags else 0
    return {"weights": every * (6 if half else 4), "gradients": 4 * trained, "state": 4 * slots * trained,
            "activations": kept * batch * (2 if half else 4)}

# %% all-halved: In mixed precision only activations are halved; the weights get a copy, the rest stays.
def step_bytes(inputs, layers, batch, slots, half):
    item = 2 if half else 4
    every, trained = sum(w for w, _, _ in layers), sum(w for w, _, t in layers if t)
    flags = [t for _, _, t in layers]
    sizes = [inputs] + [o for _, o, _ in layers]
    kept = sum(sizes[flags.index(True):]) if True in flags else 0
    return {"weights": every * item, "gradients": item * trained, "state": item * slots * trained,
            "activations": kept * batch * item}

# %% no-copy: The float16 copy of the weights counts among the weights.
def step_bytes(inputs, layers, batch, slots, half):
    every, trained = sum(w for w, _, _ in layers), sum(w for w, _, t in layers if t)
    flags = [t for _, _, t in layers]
    sizes = [inputs] + [o for _, o, _ in layers]
    kept = sum(sizes[flags.index(True):]) if True in flags else 0
    return {"weights": every * 4, "gradients": 4 * trained, "state": 4 * slots * trained,
            "activations": kept * batch * (2 if half else 4)}

# %% trained-outputs-only: A frozen layer after a trained one keeps its outputs, for the way back passes through it.
def step_bytes(inputs, layers, batch, slots, half):
    every, trained = sum(w for w, _, _ in layers), sum(w for w, _, t in layers if t)
    flags = [t for _, _, t in layers]
    sizes = [inputs] + [o for _, o, _ in layers]
    kept = sizes[flags.index(True)] + sum(o for _, o, t in layers if t) if True in flags else 0
    return {"weights": every * (6 if half else 4), "gradients": 4 * trained, "state": 4 * slots * trained,
            "activations": kept * batch * (2 if half else 4)}

# %% batch-forgotten: The activations are kept for every row of the batch.
def step_bytes(inputs, layers, batch, slots, half):
    every, trained = sum(w for w, _, _ in layers), sum(w for w, _, t in layers if t)
    flags = [t for _, _, t in layers]
    sizes = [inputs] + [o for _, o, _ in layers]
    kept = sum(sizes[flags.index(True):]) if True in flags else 0
    return {"weights": every * (6 if half else 4), "gradients": 4 * trained, "state": 4 * slots * trained,
            "activations": kept * (2 if half else 4)}
