# %% mask-tokens
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full_like(ids, -1)
    for row, out, named, draw, how, which in zip(ids, inputs, targets, order, kind, other):
        ordinary = row > 3
        m = np.count_nonzero(ordinary)
        if m == 0:
            continue
        chosen = np.zeros(len(row), dtype=bool)
        chosen[np.argsort(np.where(ordinary, draw, np.inf))[: max(1, int(rate * m))]] = True
        named[chosen] = row[chosen]
        out[chosen & (how < 0.8)] = 3
        for j in np.flatnonzero(chosen & (how >= 0.8) & (how < 0.9)):
            out[j] = np.delete(np.arange(4, V), row[j] - 4)[int(which[j] * (V - 5))]
    return inputs, targets

# %% masked-loss
def masked_loss(logits, targets):
    slope = np.zeros(logits.shape)
    i, j = np.nonzero(targets != -1)
    if i.size == 0:
        return 0.0, slope
    z, named = logits[i, j], targets[i, j]
    log_total = np.logaddexp.reduce(z, axis=1)
    slope[i, j] = np.exp(z - log_total[:, None])
    slope[i, j, named] -= 1.0
    return np.mean(log_total - z[np.arange(i.size), named]), slope / i.size

# %% pairs
def pairs(texts, picks, size):
    rows = []
    for t, s, follows, draw in picks:
        a, b = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            from_others = (c for u, text in enumerate(texts) if u != t for c in text)
            pool = [c for c in from_others if tuple(c) != tuple(b)]
            b = list(pool[int(draw * len(pool))])
        for _ in range(max(0, len(a) + len(b) + 3 - size)):
            (b if len(b) >= len(a) else a).pop()
        row = np.pad([1, *a, 2, *b, 2], (0, size - len(a) - len(b) - 3))
        second = np.pad(np.repeat([0, 1], [len(a) + 2, len(b) + 1]), (0, size - len(a) - len(b) - 3))
        rows.append((row, second, row != 0, int(follows)))
    return tuple(np.array(column) for column in zip(*rows))

# %% beam
def beam(step, start, end, width, limit, alpha):
    def grow(live, length):
        if length > limit or not live:
            return []
        longer = [(t + lp, (*text, w)) for t, text in live for w, lp in enumerate(step(text))]
        kept = sorted((pair for pair in longer if np.isfinite(pair[0])), key=lambda pair: -pair[0])
        done = [p for p in kept[:width] if p[1][-1] == end or length == limit]
        rest = [p for p in kept[:width] if p not in done]
        return [(t / length**alpha, text) for t, text in done] + grow(rest, length + 1)

    score, text = max(grow([(0.0, (start,))], 1), key=lambda pair: pair[0])
    return text, float(score)

# %% nucleus
def nucleus(logits, p, temperature):
    scaled = np.array(logits) / temperature
    probability = np.exp(scaled - scaled.max(axis=1)[:, None])
    probability /= probability.sum(axis=1)[:, None]
    rows = np.arange(len(probability))[:, None]
    order = np.argsort(-probability, axis=1, kind="mergesort")
    sums = np.cumsum(probability[rows, order], axis=1)
    # How many words are needed: one more than sums that are too small.
    needed = np.minimum((sums < p - 1e-12).sum(axis=1) + 1, probability.shape[1])
    ranks = np.empty_like(order)
    ranks[rows, order] = np.arange(probability.shape[1])
    probability[ranks >= needed[:, None]] = 0
    return probability / probability.sum(axis=1)[:, None]

# %% choose-answer
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = np.asarray(model(np.array(list(context) + list(answer))))[len(context) - 1 :][: len(answer)]
        return sum(row[w] - np.logaddexp.reduce(row) for row, w in zip(z, answer))

    asked = np.array([total(prompt, answer) for answer in answers])
    unasked = np.array([total(neutral, answer) for answer in answers])
    scores = np.vstack([asked, asked / [len(answer) for answer in answers], asked - unasked])
    return scores, tuple(np.argmax(row) for row in scores)

# %% low-rank-step
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / len(B)
    inner = np.einsum("nd,dr->nr", x, A)
    y = x @ W + s * np.einsum("nr,rk->nk", inner, B)
    new_B = B - rate * s * np.einsum("nr,nk->rk", inner, slope)
    new_A = A - rate * s * np.einsum("nd,nk,rk->dr", x, slope, B)
    merged = W + s * np.einsum("dr,rk->dk", new_A, new_B)
    return y, new_A, new_B, merged, len(B) * sum(W.shape)

# %% fine-tuning-step
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    # All real positions in one long table, so that there is no padding any more.
    owner, place = np.nonzero(real)
    sizes = np.bincount(owner, minlength=len(x))
    states = [x[owner, place]]
    for W in layers:
        states.append(np.tanh(states[-1] @ W))
    pooled = np.zeros((len(x), states[-1].shape[1]))
    np.add.at(pooled, owner, states[-1] / sizes[owner, None])
    loss, error = cross_entropy_of(pooled @ head, labels)
    slope = (error @ head.T)[owner] / sizes[owner, None]
    new = [W.copy() for W in layers]
    for depth, i in enumerate(range(len(layers))[::-1], start=1):
        slope = slope * (1 - states[i + 1] ** 2)
        new[i] -= (i not in frozen) * rate * decay**depth * (states[i].T @ slope)
        slope = slope @ layers[i].T
    return loss, new, head - rate * pooled.T @ error


def cross_entropy_of(z, labels):
    log_p = z - np.logaddexp.reduce(z, axis=1, keepdims=True)
    one_hot = np.arange(z.shape[1]) == labels[:, None]
    return -log_p[one_hot].mean(), (np.exp(log_p) - one_hot) / len(z)

# %% mended-fine-tuning
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    # A column of ones makes the biases the last row of the weights, which does not decay.
    ones = np.ones((len(x), 1))
    x, V = np.hstack([x, ones]), np.vstack([W, c])
    x_val = np.hstack([x_val, np.ones((len(x_val), 1))])
    decays = np.full((len(V), 1), decay)
    decays[-1] = 0
    history, best, number, since = [], V, 0, 0
    for order in orders:
        for batch in np.split(order, range(size, len(order), size)):
            number += 1
            error = cross_entropy(x[batch] @ V, y[batch])[1]
            V = V - rate * min(number, warm) / warm * (x[batch].T @ error + decays * V)
        loss = cross_entropy(x_val @ V, y_val)[0]
        since += 1
        if all(loss < before for before in history):
            best, since = V, 0
        history.append(loss)
        if since >= patience:
            break
    return best[:-1], best[-1], history

# %% overlap
def overlap(train, probes, planted, tests, correct):
    def grams(text, n):
        words = text.split()
        return set(zip(*(words[i:] for i in range(n))))

    for n in range(1, 1 + max(len(text.split()) for text in train + probes)):
        seen = set().union(*(grams(text, n) for text in train))
        if np.array_equal([not seen.isdisjoint(grams(text, n)) for text in probes], planted):
            flags = np.array([not seen.isdisjoint(grams(text, n)) for text in tests])
            clean, known = correct[~flags], correct[flags]
            return n, flags, clean.mean() if len(clean) else np.nan, known.mean() if len(known) else np.nan
    raise ValueError
