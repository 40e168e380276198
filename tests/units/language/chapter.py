# %% bag
def bag(E, ids, pad, slope):
    right = np.zeros(E.shape)
    np.add.at(right, ids, slope[:, None, :] / ids.shape[1])
    return E[ids].mean(axis=1), right

# %% merge-step
def merge(word, pair):
    out, i = [], 0
    while i < len(word):
        step = 2 if word[i:i + 2] == pair else 1
        out.append("".join(word[i:i + step]))
        i += step
    return tuple(out)

def merge_step(words):
    counts = {}
    for word, times in words.items():
        for pair in zip(word, word[1:]):
            counts[pair] = counts.get(pair, 0) + times
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    return best, {merge(word, best): times for word, times in words.items()}

# %% encode
def encode(text, merges):
    word = tuple(bytes([b]) for b in text.encode())
    for pair in merges:
        out, i = [], 0
        while i < len(word):
            step = 2 if word[i:i + 2] == pair else 1
            out.append(b"".join(word[i:i + step]))
            i += step
        word = tuple(out)
    return list(word)

def decode(ids, merges):
    return "".join(token.decode(errors="replace") for token in ids)

# %% sgns
def sgns(U, C, centres, contexts, negatives):
    js = np.column_stack([contexts, negatives])
    u, c = U[centres], C[js]
    scores = np.einsum("bd,bkd->bk", u, c)
    slope = 1 / (1 + np.exp(-scores))
    slope[:, 0] -= 1
    dU, dC = np.zeros(U.shape), np.zeros(C.shape)
    np.add.at(dU, centres, np.einsum("bk,bkd->bd", slope, c))
    np.add.at(dC, js, slope[:, :, None] * u[:, None, :])
    return -np.log(1 - np.abs(slope)).sum(), dU, dC

# %% neighbours
def neighbours(E, queries, left_out, k):
    unit = E / np.linalg.norm(E, axis=1, keepdims=True)
    rows = []
    for vector, ids in zip(queries, left_out):
        order = np.argsort(-unit @ vector)
        rows.append([i for i in order if i not in ids][:k])
    return np.array(rows)

# %% evaluate
def nats(z, y):
    z = z - z.max(axis=1, keepdims=True)
    return np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(y)), y]

def evaluate(logits, tokens, lengths, characters):
    costs = nats(logits.reshape(-1, logits.shape[2]), tokens.ravel())
    return np.exp(costs.mean()), costs.sum() / np.log(2) / characters.sum()

# %% draw
def cut(p, k=None, top=1.0):
    order = np.argsort(-p, kind="stable")
    kept = p[order] * (np.arange(len(p)) < (k or len(p)))
    kept /= kept.sum()
    kept[np.cumsum(kept) - kept >= top] = 0
    out = np.zeros(len(p))
    out[order] = kept / kept.sum()
    return out

def draw(P, u, k, p):
    return np.array([np.searchsorted(np.cumsum(cut(row, k, p)), v) for row, v in zip(P, u)])

# %% smoothed
def back_off(followers, h, w, D, V):
    shorter = back_off(followers, h[1:], w, D, V) if h else 1 / V
    if h not in followers:
        return shorter
    seen = followers[h]
    total = sum(seen.values())
    return (max(seen.get(w, 0) - D, 0) + D * len(seen) * shorter) / total

def smoothed(text, context, V):
    followers, n = {}, len(context) + 1
    line = text.tolist()
    for i in range(n - 1, len(line)):
        for m in range(n):
            seen = followers.setdefault(tuple(line[i - m:i]), {})
            seen[line[i]] = seen.get(line[i], 0) + 1
    return np.array([back_off(followers, tuple(context.tolist()), w, 0.7, V) for w in range(V)])
