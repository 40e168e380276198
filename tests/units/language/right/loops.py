# %% bag
def bag(E, ids, pad, slope):
    bags, dE = np.zeros((len(ids), E.shape[1])), np.zeros(E.shape)
    for b, row in enumerate(ids.tolist()):
        real = [i for i in row if i != pad]
        for i in real:
            bags[b] += E[i] / len(real)
            dE[i] += slope[b] / len(real)
    return bags, dE

# %% merge-step
def merge_step(words):
    counts = {}
    for word, times in words.items():
        i, last = 0, None
        while i + 1 < len(word):
            pair = (word[i], word[i + 1])
            if pair[0] == pair[1] and pair == last:
                last = None  # overlaps the pair before it
            else:
                counts[pair] = counts.get(pair, 0) + times
                last = pair
            i += 1
    if not counts:
        return None, dict(words)
    most = max(counts.values())
    best = sorted(pair for pair in counts if counts[pair] == most)[0]
    new = {}
    for word, times in words.items():
        tokens, i = [], 0
        while i < len(word):
            if i + 1 < len(word) and (word[i], word[i + 1]) == best:
                tokens.append(word[i] + word[i + 1])
                i += 2
            else:
                tokens.append(word[i])
                i += 1
        key = tuple(tokens)
        new[key] = new.get(key, 0) + times
    return best, new

# %% encode
def encode(text, merges):
    ids = list(text.encode("utf-8"))
    ranks = {tuple(pair): rank for rank, pair in reversed(list(enumerate(merges)))}
    while True:
        found = [ranks[pair] for pair in zip(ids, ids[1:]) if pair in ranks]
        if not found:
            return ids
        best = min(found)
        i = 0
        while i < len(ids) - 1:
            if (ids[i], ids[i + 1]) == tuple(merges[best]):
                ids[i : i + 2] = [256 + best]
            i += 1

def decode(ids, merges):
    def spell(i):
        if i < 256:
            return [i]
        left, right = merges[i - 256]
        return spell(left) + spell(right)

    return bytes([value for i in ids for value in spell(i)]).decode("utf-8", errors="replace")

# %% sgns
def sgns(U, C, centres, contexts, negatives):
    loss, dU, dC = 0.0, np.zeros(U.shape), np.zeros(C.shape)
    n = len(centres)
    for i, j, row in zip(centres, contexts, negatives):
        for w, target in [(j, 1.0)] + [(w, 0.0) for w in row if w != j]:
            z = float(U[i] @ C[w])
            loss += float(softplus(-z if target else z)) / n
            slope = (0.5 * (1 + np.tanh(z / 2)) - target) / n
            dU[i] += slope * C[w]
            dC[w] += slope * U[i]
    return loss, dU, dC

# %% neighbours
def neighbours(E, queries, left_out, k):
    named = []
    for query, ids in zip(queries, left_out):
        scored = []
        for v in range(len(E)):
            if v in ids.tolist() or not E[v].any() or not query.any():
                continue
            cosine = (query @ E[v]) / (np.linalg.norm(query) * np.linalg.norm(E[v]))
            scored.append((-cosine, v))
        row = [v for _, v in sorted(scored)][:k]
        named.append(row + [-1] * (k - len(row)))
    return np.array(named)

# %% evaluate
def evaluate(logits, tokens, lengths, characters):
    costs = []
    for i in range(len(tokens)):
        for t in range(lengths[i] - 1):
            scores = logits[i, t]
            top = scores.max()
            costs.append(top + np.log(np.sum(np.exp(scores - top))) - scores[tokens[i, t + 1]])
    if not costs:
        raise ValueError("nothing to predict")
    return np.exp(sum(costs) / len(costs)), sum(costs) / (np.log(2) * sum(characters))

# %% draw
def draw(P, u, k, p):
    drawn = []
    for row, value in zip(P, u):
        ids = sorted(range(len(row)), key=lambda v: (-row[v], v))[:k]
        total = sum(row[v] for v in ids)
        kept, mass = [], 0.0
        for v in ids:
            if mass >= p * total:
                break
            kept.append(v)
            mass += row[v]
        run = 0.0
        for v in kept:
            run += row[v]
            if run > value * mass:
                break
        drawn.append(v)
    return np.array(drawn)

# %% smoothed
def smoothed(text, context, V):
    text, context = text.tolist(), context.tolist()
    P = [1 / V] * V
    for start in range(len(context), -1, -1):
        h = context[start:]
        after = [text[i] for i in range(len(h), len(text)) if text[i - len(h) : i] == h]
        n, t = len(after), len(set(after))
        if n:
            P = [(after.count(w) + t * P[w]) / (n + t) for w in range(V)]
    return np.array(P)
