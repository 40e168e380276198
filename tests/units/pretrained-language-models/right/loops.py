# %% mask-tokens
def mask_tokens(ids, V, rate, order, kind, other):
    b, n = ids.shape
    inputs, targets = np.array(ids), -np.ones((b, n), dtype=int)
    for i in range(b):
        ordinary = [j for j in range(n) if ids[i, j] > 3]
        if not ordinary:
            continue
        count = int(rate * len(ordinary)) or 1
        for j in sorted(ordinary, key=lambda j: order[i, j])[:count]:
            word = ids[i, j]
            targets[i, j] = word
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                rest = [v for v in range(4, V) if v != word]
                inputs[i, j] = rest[int(other[i, j] * (V - 5))]
    return inputs, targets

# %% masked-loss
def masked_loss(logits, targets):
    slope, losses = np.zeros_like(logits), []
    places = [at for at in np.ndindex(targets.shape) if targets[at] >= 0]
    for at in places:
        z = logits[at] - np.max(logits[at])
        total = np.sum(np.exp(z))
        losses.append(np.log(total) - z[targets[at]])
        slope[at] = np.exp(z) / total
        slope[at][targets[at]] -= 1
    if not places:
        return 0.0, slope
    return np.mean(losses), slope / len(places)

# %% pairs
def pairs(texts, picks, size):
    ids, segments, real, labels = [], [], [], []
    for t, s, follows, draw in picks:
        a, b = texts[t][s][:], texts[t][s + 1][:]
        if not follows:
            candidates = []
            for k in range(len(texts)):
                if k != t:
                    for sentence in texts[k]:
                        if sentence != b:
                            candidates.append(sentence)
            b = candidates[int(draw * len(candidates))][:]
        while len(a) + len(b) > size - 3:
            if len(b) >= len(a):
                b = b[:-1]
            else:
                a = a[:-1]
        gap = size - 3 - len(a) - len(b)
        ids.append([1] + a + [2] + b + [2] + [0] * gap)
        segments.append([0] * (len(a) + 2) + [1] * (len(b) + 1) + [0] * gap)
        real.append([True] * (size - gap) + [False] * gap)
        labels.append(1 if follows else 0)
    return np.array(ids), np.array(segments), np.array(real), np.array(labels)

# %% beam
def beam(step, start, end, width, limit, alpha):
    live, best, best_score = [((start,), 0.0)], None, -np.inf
    for length in range(1, limit + 1):
        longer = []
        for text, total in live:
            log_p = step(text)
            for word in range(len(log_p)):
                if log_p[word] != -np.inf:
                    longer.append(((*text, word), total + log_p[word]))
        longer.sort(key=lambda pair: pair[1])
        live = []
        for text, total in longer[::-1][:width]:
            if text[-1] != end and length < limit:
                live.append((text, total))
                continue
            if total / length**alpha > best_score:
                best, best_score = text, total / length**alpha
        if not live:
            break
    return best, best_score

# %% nucleus
def nucleus(logits, p, temperature):
    out = np.zeros(logits.shape)
    for i, row in enumerate(logits):
        q = np.exp((row - row.max()) / temperature)
        q = q / q.sum()
        total = 0.0
        for j in np.argsort(-q, kind="stable"):
            out[i, j] = q[j]
            total += q[j]
            if total >= p - 1e-12:
                break
    return out / out.sum(axis=1, keepdims=True)

# %% choose-answer
def choose_answer(model, prompt, neutral, answers):
    scores = np.zeros((3, len(answers)))
    for j, answer in enumerate(answers):
        totals = []
        for context in (prompt, neutral):
            total = 0.0
            for i in range(len(answer)):
                z = model(np.array(context + answer[:i]))[-1]
                z = z - z.max()
                total += z[answer[i]] - np.log(np.exp(z).sum())
            totals.append(total)
        scores[:, j] = totals[0], totals[0] / len(answer), totals[0] - totals[1]
    return scores, [int(np.argmax(row)) for row in scores]

# %% low-rank-step
def low_rank_step(x, W, A, B, alpha, slope, rate):
    d, r = A.shape
    k = B.shape[1]
    s = alpha / r
    y = np.array([row @ W + s * ((row @ A) @ B) for row in x])
    dA, dB = np.zeros((d, r)), np.zeros((r, k))
    for row, g in zip(x, slope):
        dA += np.outer(row, B @ g) * s
        dB += np.outer(row @ A, g) * s
    new_A, new_B = A - rate * dA, B - rate * dB
    return y, new_A, new_B, W + s * new_A @ new_B, r * (d + k)

# %% fine-tuning-step
def fine_tuning_step(x, real, labels, layers, head, rate, decay, frozen):
    steps, head_step, loss = [np.zeros(W.shape) for W in layers], np.zeros(head.shape), 0.0
    for text, there, label in zip(x, real, labels):
        states = [text[there]]
        for W in layers:
            states.append(np.tanh(states[-1] @ W))
        pooled = states[-1].mean(axis=0)
        z = pooled @ head - (pooled @ head).max()
        total = np.exp(z).sum()
        loss += (np.log(total) - z[label]) / len(x)
        g = np.exp(z) / total
        g[label] -= 1
        g /= len(x)
        head_step += np.outer(pooled, g)
        back = np.ones((there.sum(), 1)) * (head @ g) / there.sum()
        for i in range(len(layers) - 1, -1, -1):
            back = back * (1 - states[i + 1] ** 2)
            steps[i] += states[i].T @ back
            back = back @ layers[i].T
    L = len(layers)
    new = [W if i in frozen else W - rate * decay ** (L - i) * steps[i] for i, W in enumerate(layers)]
    return loss, new, head - rate * head_step

# %% mended-fine-tuning
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, kept, number = [], [], 1
    for order in orders:
        for start in range(0, len(order), size):
            batch = order[start : start + size]
            _, error = cross_entropy(x[batch] @ W + c, y[batch])
            now = rate * number / warm if number < warm else rate
            dW = x[batch].T @ error + decay * W
            W, c = W - now * dW, c - now * error.sum(axis=0)
            number += 1
        history.append(cross_entropy(x_val @ W + c, y_val)[0])
        kept.append((W, c))
        best = history.index(min(history))
        if len(history) - 1 - best >= patience:
            break
    return *kept[best], history

# %% overlap
def overlap(train, probes, planted, tests, correct):
    def flag(text, n):
        words = text.split()
        for i in range(len(words) - n + 1):
            piece = " " + " ".join(words[i : i + n]) + " "
            for other in train:
                if piece in " " + other + " ":
                    return True
        return False

    for n in range(1, 1000):
        if [flag(text, n) for text in probes] == list(planted):
            flags = [flag(text, n) for text in tests]
            clean = [right for right, f in zip(correct, flags) if not f]
            known = [right for right, f in zip(correct, flags) if f]
            return n, flags, sum(clean) / len(clean) if clean else np.nan, sum(known) / len(known) if known else np.nan
    raise ValueError("no n")
