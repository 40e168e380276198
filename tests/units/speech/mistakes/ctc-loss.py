# %% best-path: Only the best path counts here; the probabilities of all paths add up.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = states[2:] != states[:-2]
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        for frame in row[:n]:
            new = reached.copy()
            new[1:] = np.maximum(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.maximum(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= np.max(reached[-2:])
    return total / len(scores)

# %% always-skips: A blank was skipped between equal labels, too.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = np.arange(2, len(states)) % 2 == 1
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        for frame in row[:n]:
            new = reached.copy()
            new[1:] = np.logaddexp(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.logaddexp(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= np.logaddexp.reduce(reached[-2:])
    return total / len(scores)

# %% never-skips: A blank between different labels may be skipped; here none was.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = np.zeros(max(len(states) - 2, 0), dtype=bool)
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0
        for frame in row[:n]:
            new = reached.copy()
            new[1:] = np.logaddexp(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.logaddexp(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= np.logaddexp.reduce(reached[-2:])
    return total / len(scores)

# %% ends-in-blank: Only paths that end in a blank were counted.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = states[2:] != states[:-2]
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        for frame in row[:n]:
            new = reached.copy()
            new[1:] = np.logaddexp(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.logaddexp(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= reached[-1]
    return total / len(scores)

# %% ends-in-label: Only paths that end in the last label were counted.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = states[2:] != states[:-2]
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        for frame in row[:n]:
            new = reached.copy()
            new[1:] = np.logaddexp(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.logaddexp(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= reached[-2:][0]
    return total / len(scores)

# %% starts-with-blank: Only paths that start with a blank were counted.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = states[2:] != states[:-2]
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        reached[0] = row[0, states[0]]
        for frame in row[1:n]:
            new = reached.copy()
            new[1:] = np.logaddexp(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.logaddexp(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= np.logaddexp.reduce(reached[-2:])
    return total / len(scores)

# %% no-softmax: Scores were taken for logarithms of probabilities, without softmax.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = states[2:] != states[:-2]
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        for frame in row[:n]:
            new = reached.copy()
            new[1:] = np.logaddexp(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.logaddexp(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= np.logaddexp.reduce(reached[-2:])
    return total / len(scores)

# %% unsafe-softmax: The exponential of a large score is infinite: subtract the maximum, or use logaddexp.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.log(np.exp(scores).sum(axis=2, keepdims=True))
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = states[2:] != states[:-2]
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        for frame in row[:n]:
            new = reached.copy()
            new[1:] = np.logaddexp(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.logaddexp(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= np.logaddexp.reduce(reached[-2:])
    return total / len(scores)

# %% products: Products of so many probabilities are 0 for the computer: add logarithms.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = states[2:] != states[:-2]
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        reached = np.exp(reached)
        for frame in row[:n]:
            new = reached.copy()
            new[1:] = new[1:] + reached[:-1]
            new[2:] = np.where(skips, new[2:] + reached[:-2], new[2:])
            reached = new * np.exp(frame[states])
        total -= np.log(reached[-2:].sum()) if reached[-2:].sum() > 0 else -np.inf
    return total / len(scores)

# %% sum: The costs were summed; a loss is a mean over the batch.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = states[2:] != states[:-2]
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        for frame in row[:n]:
            new = reached.copy()
            new[1:] = np.logaddexp(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.logaddexp(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= np.logaddexp.reduce(reached[-2:])
    return total

# %% lengths-ignored: Frames behind the length were counted.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = states[2:] != states[:-2]
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        for frame in row:
            new = reached.copy()
            new[1:] = np.logaddexp(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.logaddexp(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= np.logaddexp.reduce(reached[-2:])
    return total / len(scores)

# %% by-length: The cost was divided by the number of frames.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, blank)
        states[1::2] = label
        skips = states[2:] != states[:-2]
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        for frame in row[:n]:
            new = reached.copy()
            new[1:] = np.logaddexp(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.logaddexp(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= np.logaddexp.reduce(reached[-2:]) / n
    return total / len(scores)

# %% blank-is-zero: The blank was taken for id 0.
def ctc_loss(scores, lengths, labels, blank):
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    total = 0.0
    for row, n, label in zip(logp, lengths, labels):
        states = np.full(2 * len(label) + 1, 0)
        states[1::2] = label
        skips = states[2:] != states[:-2]
        reached = np.full(len(states), -np.inf)
        reached[0] = 0.0  # before the first frame: from here to state 0, 1 or none
        for frame in row[:n]:
            new = reached.copy()
            new[1:] = np.logaddexp(new[1:], reached[:-1])
            new[2:] = np.where(skips, np.logaddexp(new[2:], reached[:-2]), new[2:])
            reached = new + frame[states]
        total -= np.logaddexp.reduce(reached[-2:])
    return total / len(scores)
