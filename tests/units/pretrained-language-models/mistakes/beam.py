# %% greedy: Only the most probable text was followed at each length.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        kept = sorted(longer, reverse=True)[:1]
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total / length**alpha, text))
            else:
                live.append((total, text))
    score, text = max(finished)
    return text, score

# %% each-own: The best continuations of each text were kept, not the best of all texts together.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        kept = []
        for total, text in live:
            longer = [(total + log_p, text + (w,)) for w, log_p in enumerate(step(text)) if log_p > -np.inf]
            kept += sorted(longer, reverse=True)[:width]
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total / length**alpha, text))
            else:
                live.append((total, text))
    score, text = max(finished)
    return text, score

# %% everything: Nothing was cut off: all texts were followed, which is no beam.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        kept = sorted(longer, reverse=True)
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total / length**alpha, text))
            else:
                live.append((total, text))
    score, text = max(finished)
    return text, score

# %% smallest: The texts with the smallest sums were kept.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        kept = sorted(longer, reverse=False)[:width]
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total / length**alpha, text))
            else:
                live.append((total, text))
    score, text = max(finished)
    return text, score

# %% start-counted: The word that was given at the start was counted in the length.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        kept = sorted(longer, reverse=True)[:width]
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total / (length + 1) ** alpha, text))
            else:
                live.append((total, text))
    score, text = max(finished)
    return text, score

# %% no-length: The sum was not divided by a power of the length.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        kept = sorted(longer, reverse=True)[:width]
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total, text))
            else:
                live.append((total, text))
    score, text = max(finished)
    return text, score

# %% multiplied: The length was multiplied with the exponent; it is raised to it.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        kept = sorted(longer, reverse=True)[:width]
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total / max(length * alpha, 1), text))
            else:
                live.append((total, text))
    score, text = max(finished)
    return text, score

# %% last-only: Only texts that lasted to the end were compared; those that were finished before count as well.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        kept = sorted(longer, reverse=True)[:width]
        live, finished = [], []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total / length**alpha, text))
            else:
                live.append((total, text))
    if not finished:
        return (start, end), 0.0
    score, text = max(finished)
    return text, score

# %% goes-on: Texts that had ended were lengthened further.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        kept = sorted(longer, reverse=True)[:width]
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total / length**alpha, text))
            if length < limit:
                live.append((total, text))
    score, text = max(finished)
    return text, score

# %% end-free: Texts that end took no place among those kept, so that more texts were followed than the width.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        ended = [pair for pair in longer if pair[1][-1] == end]
        kept = ended + sorted((pair for pair in longer if pair[1][-1] != end), reverse=True)[:width]
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total / length**alpha, text))
            else:
                live.append((total, text))
    score, text = max(finished)
    return text, score

# %% one-more: One word more than the limit was added.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 2):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        kept = sorted(longer, reverse=True)[:width]
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit + 1:
                finished.append((total / length**alpha, text))
            else:
                live.append((total, text))
    score, text = max(finished)
    return text, score

# %% unfinished-dropped: Texts that were not finished at the limit were thrown away; they are finished as they are.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        kept = sorted(longer, reverse=True)[:width]
        live = []
        for total, text in kept:
            if text[-1] == end:
                finished.append((total / length**alpha, text))
            else:
                live.append((total, text))
    score, text = max(finished, default=(-np.inf, (start,)))
    return text, score

# %% probabilities: Logarithms were multiplied like probabilities; they are added.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(1.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total * log_p, text + (word,)))
        kept = sorted(longer, reverse=True)[:width]
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total / length**alpha, text))
            else:
                live.append((total, text))
    score, text = max(finished)
    return text, score

# %% first-finished: The search stopped with the first text that ended; a better one may end later.
def beam(step, start, end, width, limit, alpha):
    live, finished = [(0.0, (start,))], []
    for length in range(1, limit + 1):
        longer = []
        for total, text in live:
            for word, log_p in enumerate(step(text)):
                if log_p > -np.inf:
                    longer.append((total + log_p, text + (word,)))
        kept = sorted(longer, reverse=True)[:width]
        live = []
        for total, text in kept:
            if text[-1] == end or length == limit:
                finished.append((total / length**alpha, text))
            else:
                live.append((total, text))
        if finished:
            break
    score, text = max(finished)
    return text, score
