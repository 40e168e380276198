# %% unstable: exp of the scores themselves overflows; take the largest away first
def decoded(scores, labels, k, floor):
    if len(labels) != scores.shape[1] or not np.isfinite(scores).all():
        raise ValueError("refused")
    with np.errstate(all="ignore"):
        shares = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    best = [np.argsort(-row, kind="stable")[:k] for row in scores]
    return [[(labels[c], float(s[c])) for c in b] if s[b[0]] >= floor else [] for s, b in zip(shares, best)]

# %% reversed: argsort turned round brings the higher class first among equals
def decoded(scores, labels, k, floor):
    if len(labels) != scores.shape[1] or not np.isfinite(scores).all():
        raise ValueError("refused")
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    best = [np.argsort(row, kind="stable")[::-1][:k] for row in scores]
    return [[(labels[c], float(s[c])) for c in b] if s[b[0]] >= floor else [] for s, b in zip(shares, best)]

# %% share-of-the-best: the softmax was taken over the best k; it runs over all classes
def decoded(scores, labels, k, floor):
    if len(labels) != scores.shape[1] or not np.isfinite(scores).all():
        raise ValueError("refused")
    answers = []
    for row in scores:
        b = np.argsort(-row, kind="stable")[:k]
        s = np.exp(row[b] - row[b[0]])
        s /= s.sum()
        answers.append([(labels[c], float(x)) for c, x in zip(b, s)] if s[0] >= floor else [])
    return answers

# %% above-only: a share equal to the floor is enough
def decoded(scores, labels, k, floor):
    if len(labels) != scores.shape[1] or not np.isfinite(scores).all():
        raise ValueError("refused")
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    best = [np.argsort(-row, kind="stable")[:k] for row in scores]
    return [[(labels[c], float(s[c])) for c in b] if s[b[0]] > floor else [] for s, b in zip(shares, best)]

# %% floor-for-each: the floor was held against each label; it is for the best one
def decoded(scores, labels, k, floor):
    if len(labels) != scores.shape[1] or not np.isfinite(scores).all():
        raise ValueError("refused")
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    best = [np.argsort(-row, kind="stable")[:k] for row in scores]
    return [[(labels[c], float(s[c])) for c in b if s[c] >= floor] for s, b in zip(shares, best)]

# %% any-labels: labels of another model were accepted, because there were enough of them
def decoded(scores, labels, k, floor):
    if not np.isfinite(scores).all():
        raise ValueError("refused")
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    best = [np.argsort(-row, kind="stable")[:k] for row in scores]
    return [[(labels[c], float(s[c])) for c in b] if s[b[0]] >= floor else [] for s, b in zip(shares, best)]
