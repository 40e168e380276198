# %% best-path: The most probable path was kept for each prefix; its paths add up.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return max(ends) + weight * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = max(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = max(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% overwritten: A prefix that arises in several ways kept the last one; they add up.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + weight * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = value
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% no-repeat: The paths that repeat the last label were forgotten.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + weight * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    pass
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% repeat-grows: A label was appended to paths that end in the same label, which collapse to one.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + weight * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + both))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% repeat-never-grows: Equal labels with a blank between them are two; they were one here.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + weight * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank and not last:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% repeat-from-all: The last label was repeated by paths that end in a blank, too: that would be a new label.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + weight * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, both + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% lm-left-out: The language model was left out.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + 0 * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% lm-swapped: Row and column of the language model were swapped.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + weight * sum(lm[b, a] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% no-beginning: The beginning of the text was left out of the language model.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip(prefix, prefix[1:])
        return np.logaddexp(*ends) + weight * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% weight-left-out: The weight of the language model was left out.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + (weight > 0) * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% lm-at-the-end: The language model was asked only after the last frame; it should decide what is kept as well.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + weight * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: np.logaddexp(*new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = max(kept, key=lambda prefix: score(prefix, kept[prefix]))
    return list(best), score(best, kept[best])

# %% never-cut: All prefixes were kept, whatever the width.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + weight * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% one-more: One prefix too many was kept.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + weight * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[: width + 1]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% blank-is-zero: The blank was taken for id 0.
def beam(logp, blank, width, lm, weight):
    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + weight * sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[0])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != 0:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])

# %% lm-scaled: The language model that was given was multiplied by the weight, in place.
def beam(logp, blank, width, lm, weight):
    lm *= weight

    def score(prefix, ends):
        pairs = zip((blank, *prefix), prefix)
        return np.logaddexp(*ends) + sum(lm[a, b] for a, b in pairs)

    kept = {(): [0.0, -np.inf]}
    for row in logp:
        new = {}
        for prefix, (b, l) in kept.items():
            both = np.logaddexp(b, l)
            ways = [(prefix, 0, both + row[blank])]
            for k in range(len(row)):
                last = prefix[-1:] == (k,)
                if last:
                    ways.append((prefix, 1, l + row[k]))
                if k != blank:
                    ways.append(((*prefix, k), 1, row[k] + (b if last else both)))
            for after, end, value in ways:
                ends = new.setdefault(after, [-np.inf, -np.inf])
                ends[end] = np.logaddexp(ends[end], value)
        ranked = sorted(new, key=lambda prefix: score(prefix, new[prefix]), reverse=True)
        kept = {prefix: new[prefix] for prefix in ranked[:width]}
    best = ranked[0]
    return list(best), score(best, kept[best])
