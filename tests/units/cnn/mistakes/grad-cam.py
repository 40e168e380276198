# %% not-averaged: The gradients weigh place by place; they are averaged over all places first.
def grad_cam(activations, gradients, factor):
    heat = np.maximum((gradients * activations).sum(axis=3), 0)
    top = heat.max(axis=(1, 2), keepdims=True)
    heat = heat / np.where(top > 0, top, 1)
    return heat.repeat(factor, axis=1).repeat(factor, axis=2)
# %% cut-early: What is negative was cut before the maps were added up.
def grad_cam(activations, gradients, factor):
    weights = gradients.mean(axis=(1, 2), keepdims=True)
    heat = np.maximum(weights * activations, 0).sum(axis=3)
    top = heat.max(axis=(1, 2), keepdims=True)
    heat = heat / np.where(top > 0, top, 1)
    return heat.repeat(factor, axis=1).repeat(factor, axis=2)
# %% not-cut: What is negative was kept; it becomes 0.
def grad_cam(activations, gradients, factor):
    weights = gradients.mean(axis=(1, 2), keepdims=True)
    heat = (weights * activations).sum(axis=3)
    top = heat.max(axis=(1, 2), keepdims=True)
    heat = heat / np.where(top > 0, top, 1)
    return heat.repeat(factor, axis=1).repeat(factor, axis=2)
# %% absolute: The absolute value was taken; what is negative becomes 0.
def grad_cam(activations, gradients, factor):
    weights = gradients.mean(axis=(1, 2), keepdims=True)
    heat = abs((weights * activations).sum(axis=3))
    top = heat.max(axis=(1, 2), keepdims=True)
    heat = heat / np.where(top > 0, top, 1)
    return heat.repeat(factor, axis=1).repeat(factor, axis=2)
# %% one-top: The whole batch was divided by one number; each picture has its own largest entry.
def grad_cam(activations, gradients, factor):
    weights = gradients.mean(axis=(1, 2), keepdims=True)
    heat = np.maximum((weights * activations).sum(axis=3), 0)
    heat = heat / max(heat.max(), 1e-300)
    return heat.repeat(factor, axis=1).repeat(factor, axis=2)
# %% side-by-side: The map was laid side by side, not enlarged.
def grad_cam(activations, gradients, factor):
    weights = gradients.mean(axis=(1, 2), keepdims=True)
    heat = np.maximum((weights * activations).sum(axis=3), 0)
    top = heat.max(axis=(1, 2), keepdims=True)
    return np.tile(heat / np.where(top > 0, top, 1), (1, factor, factor))
# %% nought-by-nought: A map without anything positive was divided by 0.
def grad_cam(activations, gradients, factor):
    weights = gradients.mean(axis=(1, 2), keepdims=True)
    heat = np.maximum((weights * activations).sum(axis=3), 0)
    with np.errstate(invalid="ignore"):
        heat = heat / heat.max(axis=(1, 2), keepdims=True)
    return heat.repeat(factor, axis=1).repeat(factor, axis=2)
# %% added-epsilon: A number was added to the divisor, so that weak maps do not reach 1.
def grad_cam(activations, gradients, factor):
    weights = gradients.mean(axis=(1, 2), keepdims=True)
    heat = np.maximum((weights * activations).sum(axis=3), 0)
    heat = heat / (heat.max(axis=(1, 2), keepdims=True) + 1e-6)
    return heat.repeat(factor, axis=1).repeat(factor, axis=2)
