# %% no-backing-off: The shorter contexts were not asked.
def smoothed(text, context, V):
    P = np.full(V, 1 / V)
    for m in range(len(context) + 1):
        recent = context[len(context) - m :]
        counts = np.zeros(V)
        for i in range(m, len(text)):
            if np.array_equal(text[i - m : i], recent):
                counts[text[i]] += 1
        kinds = np.count_nonzero(counts)
        if kinds:
            P = counts / counts.sum()
    return P

# %% latest-dropped: The latest token was dropped from the context; the oldest one goes.
def smoothed(text, context, V):
    P = np.full(V, 1 / V)
    for m in range(len(context) + 1):
        recent = context[:m]
        counts = np.zeros(V)
        for i in range(m, len(text)):
            if np.array_equal(text[i - m : i], recent):
                counts[text[i]] += 1
        kinds = np.count_nonzero(counts)
        if kinds:
            P = (counts + kinds * P) / (counts.sum() + kinds)
    return P

# %% only-ends: Between the whole context and the empty one, no context was asked.
def smoothed(text, context, V):
    P = np.full(V, 1 / V)
    for m in sorted({0, len(context)}):
        recent = context[len(context) - m :]
        counts = np.zeros(V)
        for i in range(m, len(text)):
            if np.array_equal(text[i - m : i], recent):
                counts[text[i]] += 1
        kinds = np.count_nonzero(counts)
        if kinds:
            P = (counts + kinds * P) / (counts.sum() + kinds)
    return P

# %% uniform-only: Every context was completed with 1/V, not with the shorter context.
def smoothed(text, context, V):
    P = np.full(V, 1 / V)
    for m in range(len(context) + 1):
        recent = context[len(context) - m :]
        counts = np.zeros(V)
        for i in range(m, len(text)):
            if np.array_equal(text[i - m : i], recent):
                counts[text[i]] += 1
        kinds = np.count_nonzero(counts)
        if kinds:
            P = (counts + kinds / V) / (counts.sum() + kinds)
    return P

# %% no-uniform: The empty context was not completed with 1/V, so that unseen tokens get 0.
def smoothed(text, context, V):
    P = np.bincount(text, minlength=V) / len(text) if len(text) else np.full(V, 1 / V)
    for m in range(1, len(context) + 1):
        recent = context[len(context) - m :]
        counts = np.zeros(V)
        for i in range(m, len(text)):
            if np.array_equal(text[i - m : i], recent):
                counts[text[i]] += 1
        kinds = np.count_nonzero(counts)
        if kinds:
            P = (counts + kinds * P) / (counts.sum() + kinds)
    return P

# %% t-is-n: The number of followers was taken for the number of different ones.
def smoothed(text, context, V):
    P = np.full(V, 1 / V)
    for m in range(len(context) + 1):
        recent = context[len(context) - m :]
        counts = np.zeros(V)
        for i in range(m, len(text)):
            if np.array_equal(text[i - m : i], recent):
                counts[text[i]] += 1
        kinds = counts.sum()
        if kinds:
            P = (counts + kinds * P) / (counts.sum() + kinds)
    return P

# %% t-is-one: The weight of the shorter context was 1, not the number of different followers.
def smoothed(text, context, V):
    P = np.full(V, 1 / V)
    for m in range(len(context) + 1):
        recent = context[len(context) - m :]
        counts = np.zeros(V)
        for i in range(m, len(text)):
            if np.array_equal(text[i - m : i], recent):
                counts[text[i]] += 1
        kinds = min(counts.sum(), 1)
        if kinds:
            P = (counts + kinds * P) / (counts.sum() + kinds)
    return P

# %% end-counted: The last occurrence of the context was counted, though nothing follows it.
def smoothed(text, context, V):
    P = np.full(V, 1 / V)
    for m in range(len(context) + 1):
        recent = context[len(context) - m :]
        counts = np.zeros(V)
        for i in range(m, len(text)):
            if np.array_equal(text[i - m : i], recent):
                counts[text[i]] += 1
        kinds = np.count_nonzero(counts)
        if kinds:
            ends = m > 0 and np.array_equal(text[len(text) - m :], recent)
            P = (counts + kinds * P) / (counts.sum() + ends + kinds)
    return P

# %% add-one: One was added to every count; that is another smoothing.
def smoothed(text, context, V):
    P = np.full(V, 1 / V)
    for m in range(len(context) + 1):
        recent = context[len(context) - m :]
        counts = np.zeros(V)
        for i in range(m, len(text)):
            if np.array_equal(text[i - m : i], recent):
                counts[text[i]] += 1
        kinds = np.count_nonzero(counts)
        if kinds:
            P = (counts + 1) / (counts.sum() + V)
    return P

# %% new-context-even: A context that was never seen got even probabilities, not those of the shorter context.
def smoothed(text, context, V):
    P = np.full(V, 1 / V)
    for m in range(len(context) + 1):
        recent = context[len(context) - m :]
        counts = np.zeros(V)
        for i in range(m, len(text)):
            if np.array_equal(text[i - m : i], recent):
                counts[text[i]] += 1
        kinds = np.count_nonzero(counts)
        if kinds:
            P = (counts + kinds * P) / (counts.sum() + kinds)
        else:
            P = np.full(V, 1 / V)
    return P

# %% shifted-in-place: The ids were raised by one in the arrays that were given, to have 0 free for a mark.
def smoothed(text, context, V):
    text += 1
    context += 1
    P = np.full(V, 1 / V)
    for m in range(len(context) + 1):
        recent = context[len(context) - m :]
        counts = np.zeros(V)
        for i in range(m, len(text)):
            if np.array_equal(text[i - m : i], recent):
                counts[text[i] - 1] += 1
        kinds = np.count_nonzero(counts)
        if kinds:
            P = (counts + kinds * P) / (counts.sum() + kinds)
    return P
