# %% batch-numbered: The labels of the batch were numbered; a batch need not contain all letters.
def remap(labels, absent):
    if not set(labels.tolist()) <= set(range(26)) - set(absent):
        raise ValueError("absent")
    return np.unique(labels, return_inverse=True)[1]


def read_out(scores, absent, k):
    present = [i for i in range(26) if i not in absent]
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    return [[(chr(65 + present[j]), r[j]) for j in np.argsort(-r, kind="stable")[:k]] for r in p]
# %% only-j: Only J was taken out, whatever is absent.
def remap(labels, absent):
    if not set(labels.tolist()) <= set(range(26)) - set(absent):
        raise ValueError("absent")
    return labels - (labels > 9)


def read_out(scores, absent, k):
    present = [i for i in range(26) if i not in absent]
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    return [[(chr(65 + present[j]), r[j]) for j in np.argsort(-r, kind="stable")[:k]] for r in p]
# %% not-refused: Labels that cannot occur were not refused.
def remap(labels, absent):
    present = [i for i in range(26) if i not in absent]
    return np.searchsorted(present, labels)


def read_out(scores, absent, k):
    present = [i for i in range(26) if i not in absent]
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    return [[(chr(65 + present[j]), r[j]) for j in np.argsort(-r, kind="stable")[:k]] for r in p]
# %% classes-as-labels: The classes were read as places in the alphabet; behind a gap they are not.
def remap(labels, absent):
    present = [i for i in range(26) if i not in absent]
    if not set(labels.tolist()) <= set(present):
        raise ValueError("absent")
    return np.searchsorted(present, labels)


def read_out(scores, absent, k):
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    return [[(chr(65 + j), r[j]) for j in np.argsort(-r, kind="stable")[:k]] for r in p]
# %% scores-told: The scores were told; the softmax makes probabilities of them.
def remap(labels, absent):
    present = [i for i in range(26) if i not in absent]
    if not set(labels.tolist()) <= set(present):
        raise ValueError("absent")
    return np.searchsorted(present, labels)


def read_out(scores, absent, k):
    present = [i for i in range(26) if i not in absent]
    return [[(chr(65 + present[j]), r[j]) for j in np.argsort(-r, kind="stable")[:k]] for r in scores]
# %% overflow: The exponentials overflow; subtract the largest score of the row first.
def remap(labels, absent):
    present = [i for i in range(26) if i not in absent]
    if not set(labels.tolist()) <= set(present):
        raise ValueError("absent")
    return np.searchsorted(present, labels)


def read_out(scores, absent, k):
    present = [i for i in range(26) if i not in absent]
    with np.errstate(all="ignore"):
        p = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    return [[(chr(65 + present[j]), r[j]) for j in np.argsort(-r, kind="stable")[:k]] for r in p]
# %% whole-batch: The softmax was taken over the whole batch; each row has its own.
def remap(labels, absent):
    present = [i for i in range(26) if i not in absent]
    if not set(labels.tolist()) <= set(present):
        raise ValueError("absent")
    return np.searchsorted(present, labels)


def read_out(scores, absent, k):
    present = [i for i in range(26) if i not in absent]
    p = np.exp(scores - scores.max())
    p /= p.sum()
    return [[(chr(65 + present[j]), r[j]) for j in np.argsort(-r, kind="stable")[:k]] for r in p]
# %% later-first: Of equal probabilities the later letter came first.
def remap(labels, absent):
    present = [i for i in range(26) if i not in absent]
    if not set(labels.tolist()) <= set(present):
        raise ValueError("absent")
    return np.searchsorted(present, labels)


def read_out(scores, absent, k):
    present = [i for i in range(26) if i not in absent]
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    return [[(chr(65 + present[j]), r[j]) for j in np.argsort(r, kind="stable")[::-1][:k]] for r in p]
