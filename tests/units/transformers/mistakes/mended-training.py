# %% targets-not-shifted: Each input is its own target: the texts are not shifted by one.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[:-1]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, None, :] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) * counted[..., None] / counted.sum()


def rate(step, peak, warm, steps):
    if step < warm:
        return peak * step / warm
    return peak * (steps - step) / (steps - warm)


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients)) / sum(counts)

# %% padding-counted: Padding counts as a place with a target.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, np.ones(targets.shape, dtype=bool)


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, None, :] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) * counted[..., None] / counted.sum()


def rate(step, peak, warm, steps):
    if step < warm:
        return peak * step / warm
    return peak * (steps - step) / (steps - warm)


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients)) / sum(counts)

# %% no-causal-mask: Later words may be looked at: the causal mask is missing.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, None, :] > 0) & np.ones((T, T), dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) * counted[..., None] / counted.sum()


def rate(step, peak, warm, steps):
    if step < warm:
        return peak * step / warm
    return peak * (steps - step) / (steps - warm)


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients)) / sum(counts)

# %% padding-seen: Padding may be looked at.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, :1, None] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) * counted[..., None] / counted.sum()


def rate(step, peak, warm, steps):
    if step < warm:
        return peak * step / warm
    return peak * (steps - step) / (steps - warm)


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients)) / sum(counts)

# %% queries-masked: The padding is forbidden as a query instead of as a key.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, :, None] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) * counted[..., None] / counted.sum()


def rate(step, peak, warm, steps):
    if step < warm:
        return peak * step / warm
    return peak * (steps - step) / (steps - warm)


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients)) / sum(counts)

# %% mean-of-all-places: The sum is divided by all places, padding included.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, None, :] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].sum() / counted.size
    return loss, (np.exp(logs) - one_hot) * counted[..., None] / counted.size


def rate(step, peak, warm, steps):
    if step < warm:
        return peak * step / warm
    return peak * (steps - step) / (steps - warm)


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients)) / sum(counts)

# %% slope-of-the-sum: The derivative is that of the sum, not of the mean.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, None, :] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) * counted[..., None]


def rate(step, peak, warm, steps):
    if step < warm:
        return peak * step / warm
    return peak * (steps - step) / (steps - warm)


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients)) / sum(counts)

# %% slope-of-all-places: The derivative is not 0 where nothing counts.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, None, :] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) / counted.sum()


def rate(step, peak, warm, steps):
    if step < warm:
        return peak * step / warm
    return peak * (steps - step) / (steps - warm)


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients)) / sum(counts)

# %% endless-warm-up: The warm-up never ends.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, None, :] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) * counted[..., None] / counted.sum()


def rate(step, peak, warm, steps):
    return peak * step / max(warm, 1)


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients)) / sum(counts)

# %% stays-at-the-peak: Behind the warm-up the rate stays where it is; it has to fall to 0.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, None, :] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) * counted[..., None] / counted.sum()


def rate(step, peak, warm, steps):
    if step < warm:
        return peak * step / warm
    return peak


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients)) / sum(counts)

# %% counted-from-zero: Steps are counted from 0, so that the peak comes a step too late.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, None, :] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) * counted[..., None] / counted.sum()


def rate(step, peak, warm, steps):
    step = step - 1
    if step < warm:
        return peak * step / warm
    return peak * (steps - step) / (steps - warm)


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients)) / sum(counts)

# %% same-say-for-pieces: Every piece has the same say, whatever it counts.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, None, :] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) * counted[..., None] / counted.sum()


def rate(step, peak, warm, steps):
    if step < warm:
        return peak * step / warm
    return peak * (steps - step) / (steps - warm)


def gathered(gradients, counts):
    return sum(gradients) / len(gradients)

# %% not-divided: The gradients are added and not divided.
def batch_of(texts):
    T = max(len(text) for text in texts) - 1
    inputs, targets = np.zeros((2, len(texts), T), dtype=int)
    for i, text in enumerate(texts):
        inputs[i, : len(text) - 1] = text[:-1]
        targets[i, : len(text) - 1] = text[1:]
    return inputs, targets, targets > 0


def allowed(inputs):
    T = inputs.shape[1]
    return (inputs[:, None, :] > 0) & np.tri(T, dtype=bool)


def loss_and_slope(logits, targets, counted):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    one_hot = np.eye(logits.shape[-1])[targets]
    loss = -(logs * one_hot).sum(axis=-1)[counted].mean()
    return loss, (np.exp(logs) - one_hot) * counted[..., None] / counted.sum()


def rate(step, peak, warm, steps):
    if step < warm:
        return peak * step / warm
    return peak * (steps - step) / (steps - warm)


def gathered(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients))
