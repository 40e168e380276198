# %% double-softmax: The softmax is still taken twice: log_softmax takes logits, not probabilities.
def mended_epoch(X, labels, W, b, rate, size):
    total = 0.0
    for k in range(0, len(X), size):
        rows, target = X[k : k + size], labels[k : k + size]
        logs = log_softmax(np.exp(log_softmax(rows @ W + b)))
        total -= np.sum(logs[np.arange(len(target)), target])
        D = np.exp(logs)
        D[np.arange(len(target)), target] -= 1
        D /= len(target)
        W = W - rate * rows.T @ D
        b = b - rate * D.sum(axis=0)
    return W, b, total / len(X)
# %% mean-of-means: The losses of the batches were averaged, and a short batch counts too much.
def mended_epoch(X, labels, W, b, rate, size):
    losses = []
    for k in range(0, len(X), size):
        rows, target = X[k : k + size], labels[k : k + size]
        logs = log_softmax(rows @ W + b)
        losses.append(-np.mean(logs[np.arange(len(target)), target]))
        D = np.exp(logs)
        D[np.arange(len(target)), target] -= 1
        D /= len(target)
        W = W - rate * rows.T @ D
        b = b - rate * D.sum(axis=0)
    return W, b, np.mean(losses)
# %% sum-step: The step is still made of the sum over the batch; the loss is a mean.
def mended_epoch(X, labels, W, b, rate, size):
    total = 0.0
    for k in range(0, len(X), size):
        rows, target = X[k : k + size], labels[k : k + size]
        logs = log_softmax(rows @ W + b)
        total -= np.sum(logs[np.arange(len(target)), target])
        D = np.exp(logs)
        D[np.arange(len(target)), target] -= 1
        W = W - rate * rows.T @ D
        b = b - rate * D.sum(axis=0)
    return W, b, total / len(X)
# %% divided-by-size: The last batch is shorter; divide by its own number of rows.
def mended_epoch(X, labels, W, b, rate, size):
    total = 0.0
    for k in range(0, len(X), size):
        rows, target = X[k : k + size], labels[k : k + size]
        logs = log_softmax(rows @ W + b)
        total -= np.sum(logs[np.arange(len(target)), target])
        D = np.exp(logs)
        D[np.arange(len(target)), target] -= 1
        D /= size
        W = W - rate * rows.T @ D
        b = b - rate * D.sum(axis=0)
    return W, b, total / len(X)
# %% bias-summed: The step of W is a mean, that of b still a sum.
def mended_epoch(X, labels, W, b, rate, size):
    total = 0.0
    for k in range(0, len(X), size):
        rows, target = X[k : k + size], labels[k : k + size]
        logs = log_softmax(rows @ W + b)
        total -= np.sum(logs[np.arange(len(target)), target])
        D = np.exp(logs)
        D[np.arange(len(target)), target] -= 1
        W = W - rate * rows.T @ D / len(target)
        b = b - rate * D.sum(axis=0)
    return W, b, total / len(X)
# %% loss-after: The loss was measured after the epoch, on all samples; each counts when its batch comes.
def mended_epoch(X, labels, W, b, rate, size):
    for k in range(0, len(X), size):
        rows, target = X[k : k + size], labels[k : k + size]
        D = np.exp(log_softmax(rows @ W + b))
        D[np.arange(len(target)), target] -= 1
        D /= len(target)
        W = W - rate * rows.T @ D
        b = b - rate * D.sum(axis=0)
    logs = log_softmax(X @ W + b)
    return W, b, -np.mean(logs[np.arange(len(X)), labels])
# %% short-batch-lost: The last, shorter batch was left out.
def mended_epoch(X, labels, W, b, rate, size):
    total = 0.0
    for k in range(0, max(len(X) - size, 0) + 1, size):
        rows, target = X[k : k + size], labels[k : k + size]
        logs = log_softmax(rows @ W + b)
        total -= np.sum(logs[np.arange(len(target)), target])
        D = np.exp(logs)
        D[np.arange(len(target)), target] -= 1
        D /= len(target)
        W = W - rate * rows.T @ D
        b = b - rate * D.sum(axis=0)
    return W, b, total / len(X)
# %% in-place: W -= and b -= changed the caller's weights.
def mended_epoch(X, labels, W, b, rate, size):
    total = 0.0
    for k in range(0, len(X), size):
        rows, target = X[k : k + size], labels[k : k + size]
        logs = log_softmax(rows @ W + b)
        total -= np.sum(logs[np.arange(len(target)), target])
        D = np.exp(logs)
        D[np.arange(len(target)), target] -= 1
        D /= len(target)
        W -= rate * rows.T @ D
        b -= rate * D.sum(axis=0)
    return W, b, total / len(X)
