# %% special: Special words were hidden as well; only ordinary ones may be chosen.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.arange(len(row))
        count = max(1, int(rate * len(places)))
        for j in places[np.argsort(order[i, places])][:count]:
            targets[i, j] = row[j]
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                drawn = 4 + int(other[i, j] * (V - 5))
                inputs[i, j] = drawn + 1 if drawn >= row[j] else drawn
    return inputs, targets

# %% always-masked: Every chosen word became <mask>; one in ten becomes another word and one in ten stays.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = max(1, int(rate * len(places)))
        for j in places[np.argsort(order[i, places])][:count]:
            targets[i, j] = row[j]
            inputs[i, j] = 3
    return inputs, targets

# %% kept-not-named: A chosen word that stays got no target; the model has to name it all the same.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = max(1, int(rate * len(places)))
        for j in places[np.argsort(order[i, places])][:count]:
            if kind[i, j] < 0.9:
                targets[i, j] = row[j]
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                drawn = 4 + int(other[i, j] * (V - 5))
                inputs[i, j] = drawn + 1 if drawn >= row[j] else drawn
    return inputs, targets

# %% itself: The other word was drawn from all ordinary ones, so that it can be the word itself.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = max(1, int(rate * len(places)))
        for j in places[np.argsort(order[i, places])][:count]:
            targets[i, j] = row[j]
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                drawn = 4 + int(other[i, j] * (V - 4))
                inputs[i, j] = drawn
    return inputs, targets

# %% any-word: The other word was drawn from the whole vocabulary, special words included.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = max(1, int(rate * len(places)))
        for j in places[np.argsort(order[i, places])][:count]:
            targets[i, j] = row[j]
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                drawn = int(other[i, j] * (V - 1))
                inputs[i, j] = drawn + 1 if drawn >= row[j] else drawn
    return inputs, targets

# %% largest: The words with the largest draws were chosen; the smallest ones choose.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = max(1, int(rate * len(places)))
        for j in places[np.argsort(-order[i, places])][:count]:
            targets[i, j] = row[j]
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                drawn = 4 + int(other[i, j] * (V - 5))
                inputs[i, j] = drawn + 1 if drawn >= row[j] else drawn
    return inputs, targets

# %% rounded-up: The number of words to choose was rounded up; int rounds down.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = max(1, int(np.ceil(rate * len(places))))
        for j in places[np.argsort(order[i, places])][:count]:
            targets[i, j] = row[j]
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                drawn = 4 + int(other[i, j] * (V - 5))
                inputs[i, j] = drawn + 1 if drawn >= row[j] else drawn
    return inputs, targets

# %% none-chosen: In a short row no word was chosen; there has to be at least one.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = int(rate * len(places))
        for j in places[np.argsort(order[i, places])][:count]:
            targets[i, j] = row[j]
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                drawn = 4 + int(other[i, j] * (V - 5))
                inputs[i, j] = drawn + 1 if drawn >= row[j] else drawn
    return inputs, targets

# %% of-all: The number to choose was counted from all places of a row; only ordinary words count.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = max(1, int(rate * len(row)))
        for j in places[np.argsort(order[i, places])][:count]:
            targets[i, j] = row[j]
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                drawn = 4 + int(other[i, j] * (V - 5))
                inputs[i, j] = drawn + 1 if drawn >= row[j] else drawn
    return inputs, targets

# %% targets-everywhere: The targets hold the words at all places, so that the loss would count words that were not hidden.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), ids.copy()
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = max(1, int(rate * len(places)))
        for j in places[np.argsort(order[i, places])][:count]:
            targets[i, j] = row[j]
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                drawn = 4 + int(other[i, j] * (V - 5))
                inputs[i, j] = drawn + 1 if drawn >= row[j] else drawn
    return inputs, targets

# %% targets-from-inputs: The target was read after the word had been replaced, so it names the mask.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = max(1, int(rate * len(places)))
        for j in places[np.argsort(order[i, places])][:count]:
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                drawn = 4 + int(other[i, j] * (V - 5))
                inputs[i, j] = drawn + 1 if drawn >= row[j] else drawn
            targets[i, j] = inputs[i, j]
    return inputs, targets

# %% borders: The borders 0.8 and 0.9 were counted to the part below them.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids.copy(), np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = max(1, int(rate * len(places)))
        for j in places[np.argsort(order[i, places])][:count]:
            targets[i, j] = row[j]
            if kind[i, j] <= 0.8:
                inputs[i, j] = 3
            elif kind[i, j] <= 0.9:
                drawn = 4 + int(other[i, j] * (V - 5))
                inputs[i, j] = drawn + 1 if drawn >= row[j] else drawn
    return inputs, targets

# %% in-place: The ids that were given were overwritten.
def mask_tokens(ids, V, rate, order, kind, other):
    inputs, targets = ids, np.full(ids.shape, -1)
    for i, row in enumerate(ids):
        places = np.flatnonzero(row >= 4)
        count = max(1, int(rate * len(places)))
        for j in places[np.argsort(order[i, places])][:count]:
            targets[i, j] = row[j]
            if kind[i, j] < 0.8:
                inputs[i, j] = 3
            elif kind[i, j] < 0.9:
                drawn = 4 + int(other[i, j] * (V - 5))
                inputs[i, j] = drawn + 1 if drawn >= row[j] else drawn
    return inputs, targets
