# %% stop-early
def stop_early(losses, patience, least):
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            break
    return epoch + 1, best

# %% penalty
def penalty(layers, l1, l2):
    W = layers[0][0]
    return l1 * np.abs(W).sum() + l2 / 2 * (W**2).sum(), l1 * np.sign(W) + l2 * W

# %% decay-step
def decay_step(W, b, g_W, g_b, rate, decay, most):
    return W - rate * (g_W + decay * W), b - rate * g_b

# %% dropout
def dropout(a, draws, p, training):
    factor = (draws >= p) / (1 - p)
    return a * factor, factor

# %% gradients
def gradients(layers, x, y, factor, strength):
    (W1, b1), (W2, b2) = layers
    h = np.maximum(0, x @ W1 + b1) * factor
    delta = softmax(h @ W2 + b2) - np.eye(len(b2))[y]
    back = delta @ W2.T * factor
    return 0.0, [(x.T @ back, back.sum(axis=0)), (h.T @ delta, delta.sum(axis=0))]
