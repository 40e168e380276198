# %% padding-pooled: The padding was averaged like words.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = np.ones(real.shape) / real.shape[1]
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% padding-counted: The padding was left out of the sum, and counted in the divisor.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.shape[1]
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% slope-to-padding: The slope of the pooled vector went to all positions, padding too.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = (np.ones(real.shape) / real.sum(axis=1, keepdims=True))[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% no-tanh-slope: The slope of the tanh is missing on the way back.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% tanh-of-input: The slope of the tanh was taken from the layer's input; 1 − h² takes its output.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - np.tanh(states[i + 1]) ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% sum: The losses and slopes of the texts were summed; they are means over the batch.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].sum()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% slope-not-divided: The slope was not divided by the number of texts.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% one-rate: All layers moved with the same rate as the head.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% decay-upwards: The rates fall towards the top; the lowest layer should move least.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (i + 1) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% decay-late: The top layer moved with the whole rate; the decay begins with it.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - 1 - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% head-decayed: The head moved with rate · decay; it moves with the whole rate.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * decay * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% frozen-stops: A frozen layer stopped the slopes; those below it move all the same.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i in frozen:
            break
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% frozen-ignored: Frozen layers moved.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if True:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% frozen-number: Frozen layers were counted from 1; the lowest one has the number 0.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i + 1 not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% new-weights-back: Slopes went back through weights that had already moved.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ new_layers[i].T
    return loss, new_layers, new_head

# %% new-head-back: The slope went back through the head after its step.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ new_head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% uphill: The step went along the slopes, not against them.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head + rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] + rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head

# %% list-changed: The list of layers that was given was changed.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = layers
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        old = layers[i]
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ old.T
    return loss, new_layers, new_head

# %% overflow: The exponential of large scores overflows; the largest of a row has to be subtracted before.
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    states = [x]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    share = real / real.sum(axis=1, keepdims=True)
    pooled = (share[:, :, None] * states[-1]).sum(axis=1)
    z = pooled @ head
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    loss = -log_p[rows, labels].mean()
    error = np.exp(log_p)
    error[rows, labels] -= 1
    error = error / len(labels)
    new_head = head - rate * (pooled.T @ error)
    slope = share[:, :, None] * (error @ head.T)[:, None, :]
    new_layers = list(layers)
    for i in reversed(range(len(layers))):
        slope = slope * (1 - states[i + 1] ** 2)
        if i not in frozen:
            dW = np.einsum("bni,bnj->ij", states[i], slope)
            new_layers[i] = layers[i] - rate * decay ** (len(layers) - i) * dW
        slope = slope @ layers[i].T
    return loss, new_layers, new_head
