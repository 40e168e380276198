# %% spectrogram
def spectrogram(x, size, hop):
    result = []
    for row in x:
        starts = [0]
        while starts[-1] + size < len(row):
            starts.append(starts[-1] + hop)
        frames = []
        for start in starts:
            frame = [float(v) for v in row[start : start + size]]
            frame += [0.0] * (size - len(frame))
            w = [np.sin(np.pi * k / size) ** 2 for k in range(size)]
            values = []
            for k in range(size // 2 + 1):
                turn = [np.exp(-2j * np.pi * k * t / size) for t in range(size)]
                value = abs(sum(w[t] * frame[t] * turn[t] for t in range(size))) / sum(w)
                values.append(value if k == 0 or 2 * k == size else 2 * value)
            frames.append(values)
        result.append(frames)
    return np.array(result)

# %% greedy
def greedy(logp, lengths, blank):
    out = []
    for b in range(len(logp)):
        path = [int(np.argmax(logp[b, t])) for t in range(lengths[b])]
        merged = [k for t, k in enumerate(path) if t == 0 or path[t - 1] != k]
        out.append([k for k in merged if k != blank])
    return out

# %% ctc-loss
def ctc_loss(scores, lengths, labels, blank):
    costs = []
    for b, label in enumerate(labels):
        T = int(lengths[b])
        top = scores[b, :T].max(axis=1, keepdims=True)
        logp = scores[b, :T] - top - np.log(np.exp(scores[b, :T] - top).sum(axis=1, keepdims=True))
        path = [blank]
        for k in label:
            path += [k, blank]
        S = len(path)
        a = [-np.inf] * S
        a[0] = logp[0, blank]
        if S > 1:
            a[1] = logp[0, path[1]]
        for t in range(1, T):
            new = []
            for s in range(S):
                value = a[s]
                if s >= 1:
                    value = np.logaddexp(value, a[s - 1])
                if s >= 2 and path[s] != blank and path[s] != path[s - 2]:
                    value = np.logaddexp(value, a[s - 2])
                new.append(value + logp[t, path[s]])
            a = new
        costs.append(-(np.logaddexp(a[-1], a[-2]) if S > 1 else a[-1]))
    return float(np.mean(costs))

# %% misled
def misled(T):
    rows = []
    for t in range(T):
        lead = 0.02 if t >= T - 2 else 0.9999
        rows.append([(1 + lead) / 2, (1 - lead) / 2])
    return rows

# %% align
def align(logp, label, blank):
    path = [blank]
    for k in label:
        path += [k, blank]
    table = {0: (0.0, ())}
    for frame in logp:
        new = {}
        for s, (cost, states) in table.items():
            for step in (0, 1, 2):
                to = s + step
                if to >= len(path) or (step == 2 and path[to] == path[s]):
                    continue
                way = (cost - frame[path[to]], (*states, to))
                if to not in new or way[0] < new[to][0]:
                    new[to] = way
        table = new
    ends = [table[s] for s in (len(path) - 1, len(path) - 2) if s in table and s >= 0]
    cost, states = min(ends, key=lambda end: end[0])
    spans = [[states.index(2 * i + 1), states.index(2 * i + 1) + states.count(2 * i + 1)] for i in range(len(label))]
    return np.array(spans, dtype=int).reshape(len(label), 2), cost

# %% count-errors
def count_errors(references, hypotheses):
    S = D = I = N = 0
    for reference, hypothesis in zip(references, hypotheses):
        r, h = reference.split(), hypothesis.split()
        N += len(r)
        d = np.zeros((len(r) + 1, len(h) + 1))
        d[:, 0], d[0] = np.arange(len(r) + 1), np.arange(len(h) + 1)
        for i in range(1, len(r) + 1):
            for j in range(1, len(h) + 1):
                wrong = 1 + 1e-6 if r[i - 1] != h[j - 1] else 0  # a little dearer than one error
                d[i, j] = min(d[i - 1, j - 1] + wrong, d[i - 1, j] + 1, d[i, j - 1] + 1)
        errors = int(d[-1, -1] + 1e-9)
        changed = round((d[-1, -1] - errors) * 1e6)
        more = len(h) - len(r)
        S, D, I = S + changed, D + (errors - changed - more) // 2, I + (errors - changed + more) // 2
    return S, D, I, (S + D + I) / N
