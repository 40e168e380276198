# %% bag
def bag(E, ids, pad, slope):
    hot = (ids[:, :, None] == np.arange(len(E))).astype(float)
    hot[:, :, pad] = 0.0
    counts = hot.sum(axis=1)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1.0)
    return shares @ E, shares.T @ slope

# %% merge-step
def merge_step(words):
    import collections
    import itertools

    counts = collections.Counter()
    for word, times in words.items():
        for token, run in itertools.groupby(word):
            counts[token, token] += times * (len(list(run)) // 2)
        for pair in zip(word, word[1:]):
            if pair[0] != pair[1]:
                counts[pair] += times
    counts = +counts
    if not counts:
        return None, words.copy()
    best, _ = min(counts.items(), key=lambda item: (-item[1], item[0]))
    new = collections.Counter()
    for word, times in words.items():
        rest, done = list(word), []
        while rest:
            token = rest.pop(0)
            if rest and (token, rest[0]) == best:
                token += rest.pop(0)
            done.append(token)
        new[tuple(done)] += times
    return best, dict(new)

# %% sgns
def sgns(U, C, centres, contexts, negatives):
    V, B = len(U), len(centres)
    scores = U @ C.T
    pairs = np.zeros((V, V))
    np.add.at(pairs, (centres, contexts), 1.0)
    noise = np.zeros((V, V))
    counted = negatives != contexts[:, None]
    np.add.at(noise, (np.broadcast_to(centres[:, None], negatives.shape)[counted], negatives[counted]), 1.0)
    loss = (np.sum(pairs * softplus(-scores)) + np.sum(noise * softplus(scores))) / B
    sigma = np.exp(-softplus(-scores))
    slopes = (noise * sigma - pairs * np.exp(-softplus(scores))) / B
    return loss, slopes @ C, slopes.T @ U

# %% neighbours
def neighbours(E, queries, left_out, k):
    with np.errstate(invalid="ignore", divide="ignore"):
        words = E / np.sqrt((E**2).sum(axis=1, keepdims=True))
        asked = queries / np.sqrt((queries**2).sum(axis=1, keepdims=True))
    scores = asked @ words.T
    struck = (left_out[:, :, None] == np.arange(len(E))).any(axis=1) | np.isnan(scores)
    scores = np.where(struck, -9.0, scores)
    scores = np.hstack([scores, np.full((len(queries), k), -9.0)])
    order = np.lexsort((np.broadcast_to(np.arange(scores.shape[1]), scores.shape), -scores), axis=1)[:, :k]
    return np.where(np.take_along_axis(scores, order, axis=1) == -9.0, -1, order)

# %% evaluate
def evaluate(logits, tokens, lengths, characters):
    number = int(np.sum(np.maximum(lengths - 1, 0)))
    if number == 0:
        raise ValueError("no predictions")
    ahead = np.roll(tokens, -1, axis=1)
    mask = np.arange(tokens.shape[1]) + 1 < lengths[:, None]
    given = np.take_along_axis(logits, np.where(mask, ahead, 0)[:, :, None], axis=2)[:, :, 0]
    costs = np.where(mask, np.logaddexp.reduce(logits, axis=2) - given, 0.0)
    total = costs.sum()
    return np.exp(total / number), total * np.log2(np.e) / characters.sum()

# %% draw
def draw(P, u, k, p):
    ranks = np.argsort(np.argsort(-P, axis=1, kind="stable"), axis=1, kind="stable")
    kept = np.where(ranks < k, P, 0.0)
    order = np.argsort(ranks, axis=1)
    sorted_kept = np.take_along_axis(kept, order, axis=1)
    sums = np.cumsum(sorted_kept, axis=1)
    size = np.argmax(sums >= p * sums[:, -1:], axis=1)
    sorted_kept[np.arange(P.shape[1]) > size[:, None]] = 0.0
    line = np.cumsum(sorted_kept, axis=1)
    place = (line <= (u * line[:, -1])[:, None]).sum(axis=1)
    return np.take_along_axis(order, place[:, None], axis=1)[:, 0]

# %% smoothed
def smoothed(text, context, V):
    P = np.ones(V) / V
    for m in range(len(context) + 1):
        if m >= len(text):
            break
        stretches = np.lib.stride_tricks.sliding_window_view(text, m + 1)
        fits = (stretches[:, :m] == context[len(context) - m :]).all(axis=1)
        counts = np.bincount(stretches[fits, m], minlength=V)
        if fits.any():
            t = (counts > 0).sum()
            weight = t / (fits.sum() + t)
            P = weight * P + (1 - weight) * counts / fits.sum()
    return P
