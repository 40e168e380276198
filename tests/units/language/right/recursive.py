# %% bag
def bag(E, ids, pad, slope):
    real = (ids != pad).astype(float)
    n = real.sum(axis=1)
    n[n == 0] = 1.0
    bags = np.einsum("bt,btd->bd", real, np.where(real[:, :, None] > 0, E[ids], 0.0)) / n[:, None]
    flat = np.repeat(slope / n[:, None], ids.shape[1], axis=0) * real.reshape(-1, 1)
    dE = np.stack([flat[ids.ravel() == v].sum(axis=0) for v in range(len(E))])
    return bags, dE

# %% merge-step
def merge_step(words):
    def merged(word, pair):
        if len(word) < 2:
            return word
        if word[:2] == pair:
            return (word[0] + word[1], *merged(word[2:], pair))
        return (word[0], *merged(word[1:], pair))

    pairs = {pair for word in words for pair in zip(word, word[1:])}

    def gain(pair):
        return sum(times * (len(word) - len(merged(word, pair))) for word, times in words.items())

    if not pairs:
        return (None, dict(words))
    best = min(pairs, key=lambda pair: (-gain(pair), pair))
    new = {}
    for word in words:
        new.setdefault(merged(word, best), 0)
        new[merged(word, best)] += words[word]
    return (best, new)

# %% encode
def encode(text, merges):
    ids = [*text.encode()]
    for new, pair in enumerate(merges, start=256):
        i = 0
        while i < len(ids) - 1:
            if (ids[i], ids[i + 1]) == tuple(pair):
                ids[i : i + 2] = [new]
            i += 1
    return ids

def decode(ids, merges):
    table = {i: bytes([i]) for i in range(256)}
    for new, (left, right) in enumerate(merges, start=256):
        table[new] = table[left] + table[right]
    return b"".join(map(table.get, ids)).decode(errors="replace")

# %% sgns
def sgns(U, C, centres, contexts, negatives):
    u, c, noise = U[centres], C[contexts], C[negatives]
    counts = (negatives != contexts[:, None]).astype(float)
    z, y = np.sum(u * c, axis=1), np.sum(u[:, None, :] * noise, axis=2)
    loss = np.mean(np.logaddexp(0, -z) + np.sum(counts * np.logaddexp(0, y), axis=1))
    dz = -0.5 * (1 - np.tanh(z / 2)) / len(u)
    dy = counts * 0.5 * (1 + np.tanh(y / 2)) / len(u)
    du = dz[:, None] * c + np.sum(dy[:, :, None] * noise, axis=1)
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    for b in range(len(u)):
        dU[centres[b]] += du[b]
        dC[contexts[b]] += dz[b] * u[b]
        for k, n in enumerate(negatives[b]):
            dC[n] += dy[b, k] * u[b]
    return loss, dU, dC

# %% neighbours
def neighbours(E, queries, left_out, k):
    able = np.flatnonzero(np.abs(E).sum(axis=1) > 0)
    units = E[able] / np.linalg.norm(E[able], axis=1)[:, None]
    named = np.full((len(queries), k), -1)
    for row, query, ids in zip(named, queries, left_out):
        if np.linalg.norm(query) == 0:
            continue
        order = able[np.argsort(-(units @ query), kind="stable")]
        order = order[~np.isin(order, ids)][:k]
        row[: len(order)] = order
    return named

# %% evaluate
def evaluate(logits, tokens, lengths, characters):
    total, number = 0.0, 0
    for scores, row, length in zip(logits, tokens, lengths):
        if length > 1:
            scores, targets = scores[: length - 1], row[1:length]
            log_shares = scores - np.logaddexp.reduce(scores, axis=1)[:, None]
            total -= log_shares[np.arange(length - 1), targets].sum()
            number += length - 1
    if number < 1:
        raise ValueError("texts without predictions")
    return np.exp(total / number), total / np.log(2) / np.sum(characters)

# %% draw
def draw(P, u, k, p):
    def one(row, value):
        order = np.argsort(-row, kind="stable")[:k]
        kept = row[order] / row[order].sum()
        size = 1
        while size < len(kept) and kept[:size].sum() < p:
            size += 1
        line = np.cumsum(kept[:size] / kept[:size].sum())
        return order[min(np.searchsorted(line / line[-1], value, side="right"), size - 1)]

    return np.array([one(row, value) for row, value in zip(P, u)])

# %% smoothed
def smoothed(text, context, V):
    shorter = smoothed(text, context[1:], V) if len(context) else np.full(V, 1 / V)
    m = len(context)
    followers = [int(text[i + m]) for i in range(len(text) - m) if list(text[i : i + m]) == list(context)]
    if not followers:
        return shorter
    counts = np.bincount(followers, minlength=V)
    kinds = len(set(followers))
    return (counts + kinds * shorter) / (len(followers) + kinds)
