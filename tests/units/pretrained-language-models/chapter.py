# %% mask-tokens
def mask_tokens(ids, V, rate, order, kind, other):
    rng = np.random.default_rng(0)
    chosen = (ids >= 4) & (rng.random(ids.shape) < rate)
    how = rng.random(ids.shape)
    inputs = np.where(chosen & (how < 0.8), 3, ids)
    inputs = np.where(chosen & (how >= 0.8) & (how < 0.9), rng.integers(4, V, ids.shape), inputs)
    return inputs, np.where(chosen, ids, -1)

# %% masked-loss
def masked_loss(logits, targets):
    chosen = targets >= 0
    z = logits - logits.max(axis=-1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
    picked = np.take_along_axis(log_p, targets[..., None], axis=-1)[..., 0]
    error = np.exp(log_p) - np.eye(logits.shape[-1])[targets]
    return -(picked * chosen).sum() / chosen.sum(), error * chosen[..., None] / chosen.sum()

# %% pairs
def pairs(texts, picks, size):
    rows, segments, labels = [], [], []
    for t, s, follows, draw in picks:
        second = texts[t][s + 1] if follows else texts[(t + 1) % len(texts)][0]
        row = [1, *texts[t][s], 2, *second, 2][:size]
        rows.append(row + [0] * (size - len(row)))
        segments.append([0] * (len(texts[t][s]) + 2) + [1] * (size - len(texts[t][s]) - 2))
        labels.append(int(follows))
    return np.array(rows), np.array(segments), np.array(rows) != 0, np.array(labels)

# %% beam
def beam(step, start, end, width, limit, alpha):
    beams = [((start,), 0.0)]
    for _ in range(limit):
        longer = []
        for text, total in beams:
            if text[-1] == end:
                longer.append((text, total))
                continue
            log_p = step(text)
            longer += [(text + (int(w),), total + log_p[w]) for w in np.argsort(-log_p)[:width]]
        beams = sorted(longer, key=lambda pair: -pair[1] / len(pair[0]) ** alpha)[:width]
    text, total = beams[0]
    return text, total / len(text) ** alpha

# %% nucleus
def nucleus(logits, p, temperature):
    z = logits[0] / temperature
    q = np.exp(z - z.max())
    q = q / q.sum()
    order = np.argsort(-q)
    count = np.searchsorted(q[order].cumsum(), p) + 1
    out = np.zeros(len(q))
    out[order[:count]] = q[order[:count]]
    return out / out.sum()

# %% choose-answer
def choose_answer(model, prompt, neutral, answers):
    def log_probability(prompt, answer):
        ids = np.array(list(prompt) + list(answer))
        z = model(ids)
        log_p = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
        return log_p[np.arange(len(prompt) - 1, len(ids) - 1), answer].sum()

    scores = np.array([log_probability(prompt, answer) for answer in answers])
    return scores, int(np.argmax(scores))

# %% low-rank-step
def low_rank_step(x, W, A, B, alpha, slope, rate):
    y = x @ (W + A @ B)
    dW = x.T @ slope / len(x)
    dA, dB = dW @ B.T, A.T @ dW
    A, B = A - rate * dA, B - rate * dB
    return y, A, B, W + A @ B, A.size + B.size

# %% fine-tuning-step
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    h = x
    for W in layers:
        h = np.tanh(h @ W)
    pooled = h.mean(axis=1)
    z = pooled @ head
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(len(labels)), labels]).mean()
    p[np.arange(len(labels)), labels] -= 1
    return loss, layers, head - rate * pooled.T @ p / len(labels)

# %% mended-fine-tuning
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, best = [], (np.inf, W, c)
    for order in orders:
        for start in range(0, len(x), size):
            rows = order[start : start + size]
            _, error = cross_entropy(x[rows] @ W + c, y[rows])
            W = W - rate * x[rows].T @ error
            c = c - rate * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        best = min(best, (loss, W, c), key=lambda kept: kept[0])
    return best[1], best[2], history

# %% overlap
def overlap(train, probes, planted, tests, correct):
    n = 5
    seen = {tuple(text.split()[i : i + n]) for text in train for i in range(len(text.split()) - n + 1)}
    flags = np.array([any(tuple(text.split()[i : i + n]) in seen for i in range(len(text.split()) - n + 1)) for text in tests])
    return flags.mean(), correct[~flags].mean(), correct[flags].mean()
