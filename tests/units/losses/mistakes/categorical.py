# %% all-samples: Divided by all samples; only those with a class are counted.
def categorical(Z, labels):
    known = labels >= 0
    shifted = Z - Z.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    chosen = labels[:, None] == np.arange(Z.shape[1])
    return float(-logs[chosen].sum() / len(Z)), (np.exp(logs) - chosen) * known[:, None] / len(Z)
# %% last-class: The label -1 was taken for the last class.
def categorical(Z, labels):
    shifted = Z - Z.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(Z))
    gradient = np.exp(logs)
    gradient[rows, labels] -= 1
    return float(-logs[rows, labels].mean()), gradient / len(Z)
# %% unknown-slope: Samples without a class add nothing to the loss, and so their gradient is 0.
def categorical(Z, labels):
    count = max(np.sum(labels >= 0), 1)
    shifted = Z - Z.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    chosen = labels[:, None] == np.arange(Z.shape[1])
    return float(-logs[chosen].sum() / count), (np.exp(logs) - chosen) / count
# %% sum: The costs were summed; divide by the number of samples that have a class.
def categorical(Z, labels):
    known = labels >= 0
    shifted = Z - Z.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    chosen = labels[:, None] == np.arange(Z.shape[1])
    return float(-logs[chosen].sum()), (np.exp(logs) - chosen) * known[:, None]
# %% log-of-softmax: The logarithm was taken of a probability that rounds to 0.
def categorical(Z, labels):
    known = labels >= 0
    count = max(known.sum(), 1)
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    chosen = labels[:, None] == np.arange(Z.shape[1])
    return float(-np.log(P)[chosen].sum() / count), (P - chosen) * known[:, None] / count
# %% one-maximum: One largest logit was subtracted from the whole batch; every row has its own.
def categorical(Z, labels):
    known = labels >= 0
    count = max(known.sum(), 1)
    shifted = Z - Z.max()
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    chosen = labels[:, None] == np.arange(Z.shape[1])
    return float(-logs[chosen].sum() / count), (np.exp(logs) - chosen) * known[:, None] / count
# %% nothing-counted: Without any class in the batch, 0 was divided by 0.
def categorical(Z, labels):
    known = labels >= 0
    shifted = Z - Z.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    chosen = labels[:, None] == np.arange(Z.shape[1])
    return -logs[chosen].mean(), (np.exp(logs) - chosen) * known[:, None] / known.sum()
# %% clipped: An epsilon was added to the probability, which hides how wrong a sample is.
def categorical(Z, labels):
    known = labels >= 0
    count = max(known.sum(), 1)
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    chosen = labels[:, None] == np.arange(Z.shape[1])
    return float(-np.log(P + 1e-12)[chosen].sum() / count), (P - chosen) * known[:, None] / count
# %% sign: The gradient has the wrong sign: it is probabilities minus the table of the labels.
def categorical(Z, labels):
    known = labels >= 0
    count = max(known.sum(), 1)
    shifted = Z - Z.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    chosen = labels[:, None] == np.arange(Z.shape[1])
    return float(-logs[chosen].sum() / count), (chosen - np.exp(logs)) * known[:, None] / count
# %% labels-changed: The labels -1 were set to 0 in the caller's own array.
def categorical(Z, labels):
    known = labels >= 0
    count = max(known.sum(), 1)
    labels[~known] = 0
    shifted = Z - Z.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    chosen = (labels[:, None] == np.arange(Z.shape[1])) & known[:, None]
    return float(-logs[chosen].sum() / count), (np.exp(logs) - chosen) * known[:, None] / count
