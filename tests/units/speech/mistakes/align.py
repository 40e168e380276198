# %% last-included: The second number of a span is the first frame behind the label, not its last frame.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, blank)
    states[1::2] = label
    skips = states[2:] != states[:-2]
    best, came = np.full(len(states), -np.inf), []
    best[0] = 0.0
    for frame in logp:
        ways = np.full((3, len(states)), -np.inf)
        ways[0] = best
        ways[1, 1:] = best[:-1]
        ways[2, 2:] = np.where(skips, best[:-2], -np.inf)
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + frame[states]
    s = len(states) - 1
    if len(label) and best[-2] > best[-1]:
        s -= 1
    cost, spans = -best[s], np.zeros((len(label), 2), dtype=int)
    for t in reversed(range(len(logp))):
        if s % 2:
            spans[s // 2, 0] = t
            spans[s // 2, 1] = max(spans[s // 2, 1], t)
        s -= came[t][s]
    return spans, cost

# %% all-paths: All paths were added; the cost is that of the best one.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, blank)
    states[1::2] = label
    skips = states[2:] != states[:-2]
    best, came = np.full(len(states), -np.inf), []
    best[0] = 0.0
    total = best.copy()
    for frame in logp:
        ways = np.full((3, len(states)), -np.inf)
        ways[0] = best
        ways[1, 1:] = best[:-1]
        ways[2, 2:] = np.where(skips, best[:-2], -np.inf)
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + frame[states]
        total = np.logaddexp.reduce(np.stack([total, np.r_[-np.inf, total[:-1]], np.r_[[-np.inf] * 2, np.where(skips, total[:-2], -np.inf)][: len(total)]]), axis=0) + frame[states]
    s = len(states) - 1
    if len(label) and best[-2] > best[-1]:
        s -= 1
    cost, spans = -np.logaddexp.reduce(total[-2:]), np.zeros((len(label), 2), dtype=int)
    for t in reversed(range(len(logp))):
        if s % 2:
            spans[s // 2, 0] = t
            spans[s // 2, 1] = max(spans[s // 2, 1], t + 1)
        s -= came[t][s]
    return spans, cost

# %% sign: The cost is minus the logarithm; the sign was forgotten.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, blank)
    states[1::2] = label
    skips = states[2:] != states[:-2]
    best, came = np.full(len(states), -np.inf), []
    best[0] = 0.0
    for frame in logp:
        ways = np.full((3, len(states)), -np.inf)
        ways[0] = best
        ways[1, 1:] = best[:-1]
        ways[2, 2:] = np.where(skips, best[:-2], -np.inf)
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + frame[states]
    s = len(states) - 1
    if len(label) and best[-2] > best[-1]:
        s -= 1
    cost, spans = best[s], np.zeros((len(label), 2), dtype=int)
    for t in reversed(range(len(logp))):
        if s % 2:
            spans[s // 2, 0] = t
            spans[s // 2, 1] = max(spans[s // 2, 1], t + 1)
        s -= came[t][s]
    return spans, cost

# %% always-skips: A blank was skipped between equal labels, too.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, blank)
    states[1::2] = label
    skips = np.arange(2, len(states)) % 2 == 1
    best, came = np.full(len(states), -np.inf), []
    best[0] = 0.0
    for frame in logp:
        ways = np.full((3, len(states)), -np.inf)
        ways[0] = best
        ways[1, 1:] = best[:-1]
        ways[2, 2:] = np.where(skips, best[:-2], -np.inf)
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + frame[states]
    s = len(states) - 1
    if len(label) and best[-2] > best[-1]:
        s -= 1
    cost, spans = -best[s], np.zeros((len(label), 2), dtype=int)
    for t in reversed(range(len(logp))):
        if s % 2:
            spans[s // 2, 0] = t
            spans[s // 2, 1] = max(spans[s // 2, 1], t + 1)
        s -= came[t][s]
    return spans, cost

# %% never-skips: A blank between different labels may be skipped; here none was.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, blank)
    states[1::2] = label
    skips = np.zeros(max(len(states) - 2, 0), dtype=bool)
    best, came = np.full(len(states), -np.inf), []
    best[0] = 0.0
    for frame in logp:
        ways = np.full((3, len(states)), -np.inf)
        ways[0] = best
        ways[1, 1:] = best[:-1]
        ways[2, 2:] = np.where(skips, best[:-2], -np.inf)
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + frame[states]
    s = len(states) - 1
    if len(label) and best[-2] > best[-1]:
        s -= 1
    cost, spans = -best[s], np.zeros((len(label), 2), dtype=int)
    for t in reversed(range(len(logp))):
        if s % 2:
            spans[s // 2, 0] = t
            spans[s // 2, 1] = max(spans[s // 2, 1], t + 1)
        s -= came[t][s]
    return spans, cost

# %% ends-in-blank: The path was made to end in a blank; it may end in the last label.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, blank)
    states[1::2] = label
    skips = states[2:] != states[:-2]
    best, came = np.full(len(states), -np.inf), []
    best[0] = 0.0
    for frame in logp:
        ways = np.full((3, len(states)), -np.inf)
        ways[0] = best
        ways[1, 1:] = best[:-1]
        ways[2, 2:] = np.where(skips, best[:-2], -np.inf)
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + frame[states]
    s = len(states) - 1
    cost, spans = -best[s], np.zeros((len(label), 2), dtype=int)
    for t in reversed(range(len(logp))):
        if s % 2:
            spans[s // 2, 0] = t
            spans[s // 2, 1] = max(spans[s // 2, 1], t + 1)
        s -= came[t][s]
    return spans, cost

# %% ends-in-label: The path was made to end in the last label; it may end in a blank.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, blank)
    states[1::2] = label
    skips = states[2:] != states[:-2]
    best, came = np.full(len(states), -np.inf), []
    best[0] = 0.0
    for frame in logp:
        ways = np.full((3, len(states)), -np.inf)
        ways[0] = best
        ways[1, 1:] = best[:-1]
        ways[2, 2:] = np.where(skips, best[:-2], -np.inf)
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + frame[states]
    s = len(states) - 1
    if len(label):
        s -= 1
    cost, spans = -best[s], np.zeros((len(label), 2), dtype=int)
    for t in reversed(range(len(logp))):
        if s % 2:
            spans[s // 2, 0] = t
            spans[s // 2, 1] = max(spans[s // 2, 1], t + 1)
        s -= came[t][s]
    return spans, cost

# %% greedy-steps: The best step was chosen frame by frame, without a look at what follows.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, blank)
    states[1::2] = label
    T, s, cost = len(logp), 0, 0.0
    spans = np.zeros((len(label), 2), dtype=int)
    for t, frame in enumerate(logp):
        ways = [s] if t else [0]
        for step in (1, 2):
            if s + step < len(states) and (step == 1 or states[s + 2] != states[s]):
                ways.append(s + step)
        left = T - t - 1
        ways = [w for w in ways if w + 2 * left >= len(states) - 2] or [ways[-1]]
        s = max(ways, key=lambda w: frame[states[w]])
        cost -= frame[states[s]]
        if s % 2:
            if spans[s // 2, 1] == 0:
                spans[s // 2, 0] = t
            spans[s // 2, 1] = t + 1
    return spans, cost

# %% products: Products of so many probabilities are 0 for the computer: add logarithms.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, blank)
    states[1::2] = label
    skips = states[2:] != states[:-2]
    best, came = np.full(len(states), -np.inf), []
    best[0] = 0.0
    logp = np.exp(logp)
    best = np.exp(best)
    for frame in logp:
        ways = np.zeros((3, len(states)))
        ways[0] = best
        ways[1, 1:] = best[:-1]
        ways[2, 2:] = np.where(skips, best[:-2], 0)
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) * frame[states]
    s = len(states) - 1
    if len(label) and best[-2] > best[-1]:
        s -= 1
    cost, spans = -np.log(best[s] + 1e-300), np.zeros((len(label), 2), dtype=int)
    for t in reversed(range(len(logp))):
        if s % 2:
            spans[s // 2, 0] = t
            spans[s // 2, 1] = max(spans[s // 2, 1], t + 1)
        s -= came[t][s]
    return spans, cost

# %% no-labels: With no labels there is no state before the last, and the first one was taken for it.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, blank)
    states[1::2] = label
    skips = states[2:] != states[:-2]
    best, came = np.full(len(states), -np.inf), []
    best[0] = 0.0
    for frame in logp:
        ways = np.full((3, len(states)), -np.inf)
        ways[0] = best
        ways[1, 1:] = best[:-1]
        ways[2, 2:] = np.where(skips, best[:-2], -np.inf)
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + frame[states]
    s = len(states) - 1
    if len(label) and best[-2] > best[-1]:
        s -= 1
    cost, spans = -best[s], np.zeros((len(label), 2), dtype=int)
    for t in reversed(range(len(logp))):
        if s % 2:
            spans[s // 2, 0] = t
            spans[s // 2, 1] = max(spans[s // 2, 1], t + 1)
        s -= came[t][s]
    return (spans if len(label) else np.zeros((1, 2), dtype=int)), cost

# %% blank-is-zero: The blank was taken for id 0.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, 0)
    states[1::2] = label
    skips = states[2:] != states[:-2]
    best, came = np.full(len(states), -np.inf), []
    best[0] = 0.0
    for frame in logp:
        ways = np.full((3, len(states)), -np.inf)
        ways[0] = best
        ways[1, 1:] = best[:-1]
        ways[2, 2:] = np.where(skips, best[:-2], -np.inf)
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + frame[states]
    s = len(states) - 1
    if len(label) and best[-2] > best[-1]:
        s -= 1
    cost, spans = -best[s], np.zeros((len(label), 2), dtype=int)
    for t in reversed(range(len(logp))):
        if s % 2:
            spans[s // 2, 0] = t
            spans[s // 2, 1] = max(spans[s // 2, 1], t + 1)
        s -= came[t][s]
    return spans, cost

# %% infinite: Logarithms of impossible ids were raised to a number that paths can pass.
def align(logp, label, blank):
    states = np.full(2 * len(label) + 1, blank)
    states[1::2] = label
    skips = states[2:] != states[:-2]
    best, came = np.full(len(states), -np.inf), []
    best[0] = 0.0
    for frame in np.maximum(logp, -0.5):
        ways = np.full((3, len(states)), -np.inf)
        ways[0] = best
        ways[1, 1:] = best[:-1]
        ways[2, 2:] = np.where(skips, best[:-2], -np.inf)
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + frame[states]
    s = len(states) - 1
    if len(label) and best[-2] > best[-1]:
        s -= 1
    cost, spans = -best[s], np.zeros((len(label), 2), dtype=int)
    for t in reversed(range(len(logp))):
        if s % 2:
            spans[s // 2, 0] = t
            spans[s // 2, 1] = max(spans[s // 2, 1], t + 1)
        s -= came[t][s]
    return spans, cost
