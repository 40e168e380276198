# %% largest: The largest n that separates the probes was taken; the smallest is asked for.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(longest, 0, -1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, clean, known

# %% finds-all: An n was taken for which all planted probes are flagged, and others with them.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if flagged(probes, n)[planted].all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, clean, known

# %% no-false-alarm: An n was taken for which no other probe is flagged; the planted ones have to be found as well.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if not flagged(probes, n)[~planted].any():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, clean, known

# %% joined: All training texts were joined to one, so that sequences reach from one into the next.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        seen |= sequences(" ".join(train), n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, clean, known

# %% one-short: The last sequence of each text was left out.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, clean, known

# %% bags: The words of a sequence were compared without their order.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {frozenset(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, clean, known

# %% letters: Sequences of letters were compared; an n-gram is a sequence of words.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, clean, known

# %% words-anywhere: A text was flagged when it shares n words with a training text, wherever they stand.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        words = [set(text.split(" ")) for text in train]
        return np.array([max(len(set(text.split(" ")) & other) for other in words) >= n for text in texts])

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, clean, known

# %% all-sequences: A text was flagged only when all its sequences are known; one is enough.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n)) and sequences(text, n) <= seen for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, clean, known

# %% swapped: The two shares are the wrong way round.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, known, clean

# %% flags-inverted: The flags say which tests are clean.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, ~flags, clean, known

# %% of-all: The right answers were divided by the number of all tests.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].sum() / len(flags) if not flags.all() else np.nan
    known = correct[flags].sum() / len(flags) if flags.any() else np.nan
    return n, flags, clean, known

# %% zero: Where no text is left the share is nan, not 0.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else 0.0
    known = correct[flags].mean() if flags.any() else 0.0
    return n, flags, clean, known

# %% no-error: No error was raised for probes that no n separates.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    flags = flagged(tests, n)
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, clean, known

# %% tests-planted: n was chosen by the probes, and the flags are those of the probes.
def overlap(train, probes, planted, tests, correct):
    def sequences(text, n):
        words = text.split(" ")
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    def flagged(texts, n):
        seen = set()
        for text in train:
            seen |= sequences(text, n)
        return np.array([bool(sequences(text, n) & seen) for text in texts], dtype=bool)

    longest = max(len(text.split(" ")) for text in probes)
    for n in range(1, longest + 1):
        if (flagged(probes, n) == planted).all():
            break
    else:
        raise ValueError("no length of sequences separates the planted probes from the others")
    flags = np.resize(flagged(probes, n), len(tests))
    clean = correct[~flags].mean() if not flags.all() else np.nan
    known = correct[flags].mean() if flags.any() else np.nan
    return n, flags, clean, known
