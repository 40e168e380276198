# %% spectrogram
def spectrogram(x, size, hop):
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = np.arange(0, x.shape[1] - size + 1, hop)[:, None] + np.arange(size)
    return np.abs(np.fft.rfft(window * x[:, at]))

# %% resound
def overlapped(frames, hop=64):
    x = np.zeros((len(frames) - 1) * hop + frames.shape[1])
    for i, frame in enumerate(frames):
        x[i * hop : i * hop + len(frame)] += frame
    return x

def resound(M, size, hop, phase, rounds):
    w = np.sin(np.pi * np.arange(256) / 256) ** 2
    squares = np.maximum(overlapped(np.tile(w**2, (len(M), 1))), 1e-3)
    S = M * np.exp(1j * phase)
    for _ in range(rounds):
        x = overlapped(np.fft.irfft(S, 256) * w) / squares
        at = np.arange(0, len(x) - 255, 64)[:, None] + np.arange(256)
        S = M * np.exp(1j * np.angle(np.fft.rfft(w * x[at])))
    return x

# %% greedy
def greedy(logp, lengths, blank):
    paths = logp.argmax(axis=2).tolist()
    return [[k for k, _ in itertools.groupby(path) if k != 0] for path in paths]

# %% ctc-loss
def ctc_loss(scores, lengths, labels, blank):
    labels = np.array(labels)
    logp = scores - np.logaddexp.reduce(scores, axis=2, keepdims=True)
    states = np.zeros((len(labels), 2 * labels.shape[1] + 1), dtype=int)
    states[:, 1::2] = labels
    seen = np.take_along_axis(logp, np.repeat(states[:, None], logp.shape[1], axis=1), axis=2)
    skip = np.where(states[:, 2:] != states[:, :-2], 0, -np.inf)
    a = np.full(states.shape, -np.inf)
    a[:, 0] = 0
    for t in range(logp.shape[1]):
        new = a.copy()
        new[:, 1:] = np.logaddexp(new[:, 1:], a[:, :-1])
        new[:, 2:] = np.logaddexp(new[:, 2:], a[:, :-2] + skip)
        a = new + seen[:, t]
    return -np.logaddexp(a[:, -1], a[:, -2]).mean()

# %% misled
def misled(T):
    return np.tile([0.6, 0.4], (T, 1))

# %% count-errors
def count_errors(references, hypotheses):
    errors = words = 0
    for said, heard in zip(references, hypotheses):
        said, heard = said.split(), heard.split()
        row = list(range(len(heard) + 1))
        for i, a in enumerate(said):
            above, row = row, [i + 1]
            for j, b in enumerate(heard):
                row.append(min(above[j] + (a != b), above[j + 1] + 1, row[j] + 1))
        errors, words = errors + row[-1], words + len(said)
    return errors, 0, 0, errors / words
