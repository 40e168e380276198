# %% resound
def resound(M, size, hop, phase, rounds):
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    n = (len(M) - 1) * hop + size
    if rounds:
        x = resound(M, size, hop, phase, rounds - 1)
        frames = np.stack([x[t * hop : t * hop + size] for t in range(len(M))])
        S = np.fft.rfft(frames * window)
        phase = np.arctan2(S.imag, S.real)
    S = M * np.exp(1j * phase)
    x = np.zeros(n)
    for i in range(n):
        below = 0.0
        for t in range(len(M)):
            if 0 <= i - t * hop < size:
                below += window[i - t * hop] ** 2
        if below > 0:
            x[i] = 1 / below
    total = np.zeros(n)
    for t in range(len(M)):
        total[t * hop : t * hop + size] += np.fft.irfft(S[t], n=size) * window
    return total * x

# %% greedy
def greedy(logp, lengths, blank):
    found = []
    for row, n in zip(np.asarray(logp), lengths):
        path = np.argmax(row[: int(n)], axis=-1) if n else []
        found.append([int(k) for k, _ in itertools.groupby(path) if k != blank])
    return found

# %% ctc-loss
def ctc_loss(scores, lengths, labels, blank):
    def cost(logp, label):
        # Backwards: the logarithm of the probability of all ways to the end, for each state.
        states = [blank] + [k for label_k in label for k in (label_k, blank)]
        S = len(states)
        ways = [-np.inf] * (S - 2) + [0.0] * min(S, 2)
        for row in logp[::-1]:
            seen = [w + row[k] for w, k in zip(ways, states)] + [-np.inf, -np.inf]
            ways = []
            for s in range(S):
                jump = seen[s + 2] if s + 2 < S and states[s + 2] != states[s] else -np.inf
                ways.append(np.logaddexp(np.logaddexp(seen[s], seen[s + 1]), jump))
        return -ways[0]

    logp = scores - scores.max(axis=-1, keepdims=True)
    logp = logp - np.log(np.exp(logp).sum(axis=-1, keepdims=True))
    return sum(cost(logp[b, : lengths[b]], label) for b, label in enumerate(labels)) / len(labels)

# %% misled
def misled(T):
    if T == 2:
        return np.array([[0.51, 0.49], [0.51, 0.49]])
    return np.concatenate([misled(T - 1), [[0.999999, 0.000001]]])

# %% beam
def beam(logp, blank, width, lm, weight):
    def said(c):
        return 0.0 if not c else said(c[:-1]) + lm[c[-2] if len(c) > 1 else blank, c[-1]]

    kept = [((), 0.0, -np.inf)]
    for row in logp:
        b_of, l_of = {}, {}
        for c, b, l in kept:
            both = np.logaddexp(b, l)
            b_of[c] = np.logaddexp(b_of.get(c, -np.inf), both + row[blank])
            if c:
                l_of[c] = np.logaddexp(l_of.get(c, -np.inf), l + row[c[-1]])
            for k in range(len(row)):
                if k != blank:
                    mass = b if c[-1:] == (k,) else both
                    l_of[c + (k,)] = np.logaddexp(l_of.get(c + (k,), -np.inf), mass + row[k])
        new = [(c, b_of.get(c, -np.inf), l_of.get(c, -np.inf)) for c in {**b_of, **l_of}]
        new.sort(key=lambda e: np.logaddexp(e[1], e[2]) + weight * said(e[0]), reverse=True)
        kept = new[:width]
    c, b, l = kept[0]
    return list(c), np.logaddexp(b, l) + weight * said(c)

# %% count-errors
def count_errors(references, hypotheses):
    def pair(r, h):
        known = {}

        def least(i, j):
            if (i, j) not in known:
                ways = []
                if i and j:
                    e, s, d, n = least(i - 1, j - 1)
                    wrong = int(r[i - 1] != h[j - 1])
                    ways.append((e + wrong, s + wrong, d, n))
                if i:
                    e, s, d, n = least(i - 1, j)
                    ways.append((e + 1, s, d + 1, n))
                if j:
                    e, s, d, n = least(i, j - 1)
                    ways.append((e + 1, s, d, n + 1))
                known[i, j] = min(ways, default=(0, 0, 0, 0))
            return known[i, j]

        return least(len(r), len(h))

    counts = np.sum([pair(r.split(), h.split()) for r, h in zip(references, hypotheses)], axis=0)
    words = sum(len(r.split()) for r in references)
    return int(counts[1]), int(counts[2]), int(counts[3]), counts[0] / words
