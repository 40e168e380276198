# %% spectrogram
def spectrogram(x, size, hop):
    n = x.shape[1]
    frames = 1 if n <= size else 1 - (size - n) // hop
    k = np.arange(size // 2 + 1)
    window = (1 - np.cos(2 * np.pi * np.arange(size) / size)) / 2
    waves = window[:, None] * np.exp(-2j * np.pi * np.outer(np.arange(size), k) / size)
    long = np.concatenate([x, np.zeros((len(x), size + hop))], axis=1)
    views = np.lib.stride_tricks.sliding_window_view(long, size, axis=1)[:, ::hop][:, :frames]
    halves = np.where((k == 0) | (2 * k == size), 1.0, 2.0)
    return np.abs(views @ waves) * halves / window.sum()

# %% resound
def resound(M, size, hop, phase, rounds):
    frames = len(M)
    n = (frames - 1) * hop + size
    window = (1 - np.cos(2 * np.pi * np.arange(size) / size)) / 2
    rows = np.concatenate([np.eye(size, n, t * hop) * window[:, None] for t in range(frames)])
    total = (rows**2).sum(axis=0)
    inverse = rows.T / np.where(total > 0, total, 1.0)[:, None]

    def sound(angles):
        return inverse @ np.fft.irfft(M * (np.cos(angles) + 1j * np.sin(angles)), size, axis=1).ravel()

    x = sound(phase)
    for _ in range(rounds):
        x = sound(np.angle(np.fft.rfft((rows @ x).reshape(frames, size), axis=1)))
    return x

# %% greedy
def greedy(logp, lengths, blank):
    path = logp.argmax(axis=2)
    new = np.ones(path.shape, dtype=bool)
    new[:, 1:] = path[:, 1:] != path[:, :-1]
    keep = new & (path != blank) & (np.arange(path.shape[1]) < np.asarray(lengths)[:, None])
    return [[int(k) for k in row[mask]] for row, mask in zip(path, keep)]

# %% ctc-loss
def ctc_loss(scores, lengths, labels, blank):
    shifted = scores - scores.max(axis=2, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=2, keepdims=True))
    costs = []
    for row, n, label in zip(logs, lengths, labels):
        S = 2 * len(label) + 1
        states = np.array([blank if s % 2 == 0 else label[s // 2] for s in range(S)])
        closed = np.where(np.eye(S) + np.eye(S, k=1) > 0, 0.0, -np.inf)  # from row to column
        for s in range(S - 2):
            if states[s + 2] != states[s]:
                closed[s, s + 2] = 0.0
        a = np.full(S, -np.inf)
        a[:2] = row[0, states[:2]]
        for frame in row[1:n]:
            a = np.logaddexp.reduce(a[:, None] + closed, axis=0) + frame[states]
        costs.append(-np.logaddexp.reduce(a[-2:]))
    return np.mean(costs)

# %% misled
def misled(T):
    label = np.full(T, 1e-4)
    label[T // 2 - 1 : T // 2 + 1] = 0.49
    return np.stack([1 - label, label], axis=1)

# %% align
def align(logp, label, blank):
    T, L = len(logp), len(label)
    states = np.repeat(blank, 2 * L + 1)
    states[1::2] = label
    seen = logp[:, states]
    best = np.full((T, 2 * L + 1), -np.inf)
    best[0, :2] = seen[0, :2]
    for t in range(1, T):
        one = np.append(-np.inf, best[t - 1, :-1])
        two = np.append([-np.inf, -np.inf], best[t - 1, :-2])[: 2 * L + 1]
        two[2:][states[2:] == states[:-2]] = -np.inf
        best[t] = np.maximum(best[t - 1], np.maximum(one, two)) + seen[t]
    s = 2 * L if L == 0 or best[-1, -1] >= best[-1, -2] else 2 * L - 1
    cost, path = -best[-1, s], [s]
    for t in range(T - 1, 0, -1):
        ways = [w for w in (s, s - 1, s - 2) if w >= 0 and (w > s - 2 or states[s] != states[w])]
        s = max(ways, key=lambda w: best[t - 1, w])
        path.insert(0, s)
    spans = [[path.index(2 * i + 1), T - path[::-1].index(2 * i + 1)] for i in range(L)]
    return np.array(spans, dtype=int).reshape(L, 2), cost

# %% beam
def beam(logp, blank, width, lm, weight):
    kept = {(): (1.0, 0.0, 0.0)}  # ends in a blank, in a label, what the language model says
    for row in np.exp(logp):
        new = {}
        for c, (b, l, said) in kept.items():
            grown = {c: ((b + l) * row[blank], l * row[c[-1]] if c else 0.0, said)}
            for k in set(range(len(row))) - {blank}:
                mass = b if c and c[-1] == k else b + l
                grown[c + (k,)] = (0.0, mass * row[k], said + lm[c[-1] if c else blank, k])
            for name, (x, y, z) in grown.items():
                old = new.get(name, (0.0, 0.0, z))
                new[name] = (old[0] + x, old[1] + y, z)
        new = {c: v for c, v in new.items() if v[0] + v[1] > 0}
        rank = {c: np.log(v[0] + v[1]) + weight * v[2] for c, v in new.items()}
        kept = {c: new[c] for c in sorted(rank, key=lambda c: -rank[c])[:width]}
    best = max(kept, key=lambda c: rank[c])
    return list(best), rank[best]
