# %% overlaps: Overlapping pairs were counted: a merge replaces one pair in a a a.
def merge_step(words):
    def merged(word, pair):
        out, i = [], 0
        while i < len(word):
            step = 2 if word[i : i + 2] == pair else 1
            out.append("".join(word[i : i + step]))
            i += step
        return tuple(out)

    counts = {}
    for word, times in words.items():
        for pair in zip(word, word[1:]):
            replaced = 1
            counts[pair] = counts.get(pair, 0) + times * replaced
    if not counts:
        return None, dict(words)
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    new = {}
    for word, times in words.items():
        after = merged(word, best)
        new[after] = new.get(after, 0) + times
    return best, new

# %% words-once: Each word was counted once, not as often as it occurs.
def merge_step(words):
    def merged(word, pair):
        out, i = [], 0
        while i < len(word):
            step = 2 if word[i : i + 2] == pair else 1
            out.append("".join(word[i : i + step]))
            i += step
        return tuple(out)

    counts = {}
    for word, times in words.items():
        for pair in set(zip(word, word[1:])):
            replaced = len(word) - len(merged(word, pair))
            counts[pair] = counts.get(pair, 0) + replaced
    if not counts:
        return None, dict(words)
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    new = {}
    for word, times in words.items():
        after = merged(word, best)
        new[after] = new.get(after, 0) + times
    return best, new

# %% once-a-word: A pair was counted once in a word, however often the word has it.
def merge_step(words):
    def merged(word, pair):
        out, i = [], 0
        while i < len(word):
            step = 2 if word[i : i + 2] == pair else 1
            out.append("".join(word[i : i + step]))
            i += step
        return tuple(out)

    counts = {}
    for word, times in words.items():
        for pair in set(zip(word, word[1:])):
            replaced = 1
            counts[pair] = counts.get(pair, 0) + times * replaced
    if not counts:
        return None, dict(words)
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    new = {}
    for word, times in words.items():
        after = merged(word, best)
        new[after] = new.get(after, 0) + times
    return best, new

# %% first-met: Of equally frequent pairs the one that was met first was taken.
def merge_step(words):
    def merged(word, pair):
        out, i = [], 0
        while i < len(word):
            step = 2 if word[i : i + 2] == pair else 1
            out.append("".join(word[i : i + step]))
            i += step
        return tuple(out)

    counts = {}
    for word, times in words.items():
        for pair in dict.fromkeys(zip(word, word[1:])):
            replaced = len(word) - len(merged(word, pair))
            counts[pair] = counts.get(pair, 0) + times * replaced
    if not counts:
        return None, dict(words)
    best = max(counts, key=counts.get)
    new = {}
    for word, times in words.items():
        after = merged(word, best)
        new[after] = new.get(after, 0) + times
    return best, new

# %% last-in-order: Of equally frequent pairs the last in order was taken.
def merge_step(words):
    def merged(word, pair):
        out, i = [], 0
        while i < len(word):
            step = 2 if word[i : i + 2] == pair else 1
            out.append("".join(word[i : i + step]))
            i += step
        return tuple(out)

    counts = {}
    for word, times in words.items():
        for pair in set(zip(word, word[1:])):
            replaced = len(word) - len(merged(word, pair))
            counts[pair] = counts.get(pair, 0) + times * replaced
    if not counts:
        return None, dict(words)
    best = max(counts, key=lambda pair: (counts[pair], pair))
    new = {}
    for word, times in words.items():
        after = merged(word, best)
        new[after] = new.get(after, 0) + times
    return best, new

# %% overwritten: Of two words that become equal, the later overwrote the earlier; counts are added.
def merge_step(words):
    def merged(word, pair):
        out, i = [], 0
        while i < len(word):
            step = 2 if word[i : i + 2] == pair else 1
            out.append("".join(word[i : i + step]))
            i += step
        return tuple(out)

    counts = {}
    for word, times in words.items():
        for pair in set(zip(word, word[1:])):
            replaced = len(word) - len(merged(word, pair))
            counts[pair] = counts.get(pair, 0) + times * replaced
    if not counts:
        return None, dict(words)
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    new = {}
    for word, times in words.items():
        after = merged(word, best)
        new[after] = times
    return best, new

# %% from-the-right: The word was merged from the right.
def merge_step(words):
    def merged(word, pair):
        out, i = [], 0
        while i < len(word):
            step = 2 if word[i : i + 2] == pair else 1
            out.append("".join(word[i : i + step]))
            i += step
        return tuple(out)

    counts = {}
    for word, times in words.items():
        for pair in set(zip(word, word[1:])):
            replaced = len(word) - len(merged(word, pair))
            counts[pair] = counts.get(pair, 0) + times * replaced
    if not counts:
        return None, dict(words)
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    new = {}
    for word, times in words.items():
        turned = merged(word[::-1], best[::-1])[::-1]
        after = tuple("".join(best) if token == "".join(best[::-1]) and token not in word else token for token in turned)
        new[after] = new.get(after, 0) + times
    return best, new

# %% first-only: Only the first occurrence in a word was merged.
def merge_step(words):
    def merged(word, pair):
        out, i = [], 0
        while i < len(word):
            step = 2 if word[i : i + 2] == pair else 1
            out.append("".join(word[i : i + step]))
            i += step
        return tuple(out)

    counts = {}
    for word, times in words.items():
        for pair in set(zip(word, word[1:])):
            replaced = len(word) - len(merged(word, pair))
            counts[pair] = counts.get(pair, 0) + times * replaced
    if not counts:
        return None, dict(words)
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    new = {}
    for word, times in words.items():
        places = [i for i, pair in enumerate(zip(word, word[1:])) if pair == best][:1]
        after = word
        for i in places:
            after = (*word[:i], word[i] + word[i + 1], *word[i + 2 :])
        new[after] = new.get(after, 0) + times
    return best, new

# %% no-pair: Words without a pair make it fail; there is nothing to merge then.
def merge_step(words):
    def merged(word, pair):
        out, i = [], 0
        while i < len(word):
            step = 2 if word[i : i + 2] == pair else 1
            out.append("".join(word[i : i + step]))
            i += step
        return tuple(out)

    counts = {}
    for word, times in words.items():
        for pair in set(zip(word, word[1:])):
            replaced = len(word) - len(merged(word, pair))
            counts[pair] = counts.get(pair, 0) + times * replaced
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    new = {}
    for word, times in words.items():
        after = merged(word, best)
        new[after] = new.get(after, 0) + times
    return best, new

# %% in-place: The dict that was given was changed.
def merge_step(words):
    def merged(word, pair):
        out, i = [], 0
        while i < len(word):
            step = 2 if word[i : i + 2] == pair else 1
            out.append("".join(word[i : i + step]))
            i += step
        return tuple(out)

    counts = {}
    for word, times in words.items():
        for pair in set(zip(word, word[1:])):
            replaced = len(word) - len(merged(word, pair))
            counts[pair] = counts.get(pair, 0) + times * replaced
    if not counts:
        return None, dict(words)
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    new = words
    for word, times in list(words.items()):
        del new[word]
        after = merged(word, best)
        new[after] = new.get(after, 0) + times
    return best, new
