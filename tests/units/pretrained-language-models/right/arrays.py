# %% mask-tokens
def mask_tokens(ids, V, rate, order, kind, other):
    ordinary = ids >= 4
    m = ordinary.sum(axis=1)
    count = np.where(m > 0, np.maximum(1, (rate * m).astype(int)), 0)
    ranks = np.argsort(np.argsort(np.where(ordinary, order, 2.0), axis=1, kind="stable"), axis=1)
    chosen = ordinary & (ranks < count[:, None])
    drawn = 4 + np.floor(other * (V - 5)).astype(int)
    another = drawn + (drawn >= ids)
    inputs = np.where(chosen & (kind < 0.8), 3, np.where(chosen & (kind < 0.9), another, ids))
    return inputs, np.where(chosen, ids, -1)

# %% masked-loss
def masked_loss(logits, targets):
    chosen = targets >= 0
    z = np.where(chosen[..., None], logits, 0.0)
    z = z - z.max(axis=-1, keepdims=True)
    total = np.exp(z).sum(axis=-1, keepdims=True)
    one_hot = np.arange(z.shape[-1]) == targets[..., None]
    count = max(1, chosen.sum())
    losses = np.log(total[..., 0]) - (z * one_hot).sum(axis=-1)
    slope = (np.exp(z) / total - one_hot) * chosen[..., None] / count
    return (losses * chosen).sum() / count, slope

# %% pairs
def pairs(texts, picks, size):
    def cut(n, m):
        room = size - 3
        if n + m <= room:
            return n, m
        # Only the longer one is shortened until both are equally long, then both in turn.
        if min(n, m) <= room // 2:
            return (n, room - n) if n <= m and n <= room // 2 else (room - m, m)
        return room - room // 2, room // 2

    k = len(picks)
    ids = np.zeros((k, size), dtype=np.int64)
    segments = np.zeros((k, size), dtype=np.int64)
    labels = np.zeros(k, dtype=np.int64)
    for i, (t, s, follows, draw) in enumerate(picks):
        a, b = tuple(texts[t][s]), tuple(texts[t][s + 1])
        if follows:
            labels[i] = 1
        else:
            pool = [tuple(c) for text in texts[:t] + texts[t + 1 :] for c in text]
            pool = [c for c in pool if c != b]
            b = pool[int(draw * len(pool))]
        n, m = cut(len(a), len(b))
        ids[i, 0] = 1
        ids[i, 1 : n + 1] = a[:n]
        ids[i, n + 1] = 2
        ids[i, n + 2 : n + m + 2] = b[:m]
        ids[i, n + m + 2] = 2
        segments[i, n + 2 : n + m + 3] = 1
    return ids, segments, ids > 0, labels

# %% beam
def beam(step, start, end, width, limit, alpha):
    texts, sums = [(start,)], np.zeros(1)
    finished = {}
    for length in range(1, limit + 1):
        table = sums[:, None] + np.stack([step(text) for text in texts])
        V = table.shape[1]
        flat = table.ravel()
        order = np.argsort(-flat)[:width]
        order = order[np.isfinite(flat[order])]
        rows, words = np.divmod(order, V)
        longer = [texts[r] + (int(w),) for r, w in zip(rows, words)]
        done = np.array([w == end or length == limit for w in words])
        for text, total, over in zip(longer, flat[order], done):
            if over:
                finished[text] = total / float(length) ** alpha
        texts, sums = [t for t, over in zip(longer, done) if not over], flat[order][~done]
        if not texts:
            break
    best = max(finished, key=finished.get)
    return list(best), finished[best]

# %% nucleus
def nucleus(logits, p, temperature):
    z = (logits - logits.max(axis=-1, keepdims=True)) / temperature
    probability = np.exp(z - np.log(np.exp(z).sum(axis=-1, keepdims=True)))
    V = probability.shape[1]
    ids = np.arange(V)
    larger = (probability[:, None, :] > probability[:, :, None]) | (
        (probability[:, None, :] == probability[:, :, None]) & (ids[None, :] < ids[:, None])
    )
    before = (larger * probability[:, None, :]).sum(axis=-1)
    kept = (before < p - 1e-12) | ~larger.any(axis=-1)
    cut = probability * kept
    return cut / cut.sum(axis=-1, keepdims=True)

# %% choose-answer
def choose_answer(model, prompt, neutral, answers):
    def log_softmax(z):
        peak = z.max(axis=-1, keepdims=True)
        return z - peak - np.log(np.exp(z - peak).sum(axis=-1, keepdims=True))

    rows = []
    for answer in answers:
        sums = []
        for context in (list(prompt), list(neutral)):
            ids = np.concatenate([context, answer]).astype(int)
            log_p = log_softmax(model(ids))
            per_word = np.take_along_axis(log_p[:-1], ids[1:, None], axis=1)[:, 0]
            sums.append(per_word[len(context) - 1 :].sum())
        rows.append([sums[0], sums[0] / len(answer), sums[0] - sums[1]])
    scores = np.array(rows).T
    return scores, np.argmax(scores, axis=-1)

# %% low-rank-step
def low_rank_step(x, W, A, B, alpha, slope, rate):
    r = A.shape[-1]
    s = alpha / r
    y = x @ (W + s * A @ B)
    G = s * x.T @ slope
    new_A, new_B = A - rate * G @ B.T, B - rate * A.T @ G
    return y, new_A, new_B, W + new_A @ (s * new_B), sum(M.size for M in (A, B))

# %% fine-tuning-step
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    b, n = real.shape
    states = [x]
    for W in layers:
        states.append(np.tanh(np.einsum("bni,ij->bnj", states[-1], W)))
    share = real / np.sum(real, axis=1)[:, None]
    pooled = np.einsum("bn,bnd->bd", share, states[-1])
    z = pooled @ head
    z -= z.max(axis=1)[:, None]
    log_p = z - np.log(np.sum(np.exp(z), axis=1))[:, None]
    one_hot = np.eye(head.shape[1])[labels]
    loss = -np.sum(one_hot * log_p) / b
    error = (np.exp(log_p) - one_hot) / b
    slope = np.einsum("bn,bk,dk->bnd", share, error, head)
    new, factor = [], rate
    for i in range(len(layers) - 1, -1, -1):
        factor = factor * decay
        inner = slope * (1 - np.square(states[i + 1]))
        dW = np.tensordot(states[i], inner, axes=((0, 1), (0, 1)))
        new.insert(0, layers[i].copy() if i in frozen else layers[i] - factor * dW)
        slope = np.einsum("bnj,ij->bni", inner, layers[i])
    return loss, new, head - rate * np.einsum("bd,bk->dk", pooled, error)

# %% mended-fine-tuning
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    W, c = W.copy(), c.copy()
    history, number = [], 0
    best_W, best_c, best_epoch = W, c, 0
    for epoch, order in enumerate(orders):
        rows, labels = x[order], y[order]
        for i in range(0, len(y), size):
            number += 1
            now = rate * np.minimum(1, number / warm)
            _, error = cross_entropy(rows[i : i + size] @ W + c, labels[i : i + size])
            gradient = rows[i : i + size].T @ error
            c -= now * error.sum(axis=0)
            W -= now * (gradient + decay * W)
        loss = cross_entropy(x_val @ W + c, y_val)[0]
        if not history or loss < history[best_epoch]:
            best_W, best_c, best_epoch = W.copy(), c.copy(), epoch
        history.append(loss)
        if epoch - best_epoch == patience:
            break
    return best_W, best_c, np.array(history)

# %% overlap
def overlap(train, probes, planted, tests, correct):
    # The longest piece that a text shares with a training text decides for every n at once.
    def shared(text):
        words, longest = text.split(), 0
        for other in train:
            others = other.split()
            table = np.zeros((len(words) + 1, len(others) + 1), dtype=int)
            for i, v in enumerate(words):
                for j, w in enumerate(others):
                    if v == w:
                        table[i + 1, j + 1] = table[i, j] + 1
            longest = max(longest, table.max())
        return longest

    known, free = [], []
    for text, was in zip(probes, planted):
        (known if was else free).append(shared(text))
    n = max(free) + 1
    if min(known) < n:
        raise ValueError("the probes cannot be told apart")
    flags = np.array([shared(text) >= n for text in tests])
    shares = [np.mean(correct[mask]) if mask.any() else float("nan") for mask in (~flags, flags)]
    return int(n), flags, *shares
