# %% one-less: The word with which p is reached was left out.
def nucleus(logits, p, temperature):
    z = logits / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    sums = falling.cumsum(axis=1)
    inside = sums <= p + 1e-12
    inside[:, 0] = True
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result

# %% one-more: One word more than needed was kept.
def nucleus(logits, p, temperature):
    z = logits / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = before < p - 1e-12
    inside[:, 0] = True
    inside[:, 1:] = inside[:, :-1].copy()
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result

# %% not-normalised: The probabilities in the nucleus do not have the sum 1.
def nucleus(logits, p, temperature):
    z = logits / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = before < p - 1e-12
    inside[:, 0] = True
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling, axis=1)
    return result

# %% sorted: The probabilities came back sorted; each belongs to its own word.
def nucleus(logits, p, temperature):
    z = logits / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = before < p - 1e-12
    inside[:, 0] = True
    falling = np.where(inside, falling, 0.0)
    return falling / falling.sum(axis=1, keepdims=True)

# %% temperature-times: The scores were multiplied by the temperature; they are divided by it.
def nucleus(logits, p, temperature):
    z = logits * temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = before < p - 1e-12
    inside[:, 0] = True
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result

# %% temperature-late: The temperature was used after the nucleus had been cut.
def nucleus(logits, p, temperature):
    z = logits
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = before < p - 1e-12
    inside[:, 0] = True
    falling = np.where(inside, falling ** (1 / temperature), 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result

# %% no-temperature: The temperature was not used.
def nucleus(logits, p, temperature):
    z = logits
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = before < p - 1e-12
    inside[:, 0] = True
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result

# %% last-first: Of equally probable words the larger id was taken first.
def nucleus(logits, p, temperature):
    z = logits / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(probability, axis=1, kind="stable")[:, ::-1]
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = before < p - 1e-12
    inside[:, 0] = True
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result

# %% threshold: Words less probable than p were cut; p is a mass that the words reach together.
def nucleus(logits, p, temperature):
    z = logits / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = falling >= p
    inside[:, 0] = True
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result

# %% top-share: A share p of the vocabulary was kept; p is a probability, not a number of words.
def nucleus(logits, p, temperature):
    z = logits / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = np.broadcast_to(np.arange(falling.shape[1]) < p * falling.shape[1], falling.shape).copy()
    inside[:, 0] = True
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result

# %% none-left: For a small p no word is left; there has to be one.
def nucleus(logits, p, temperature):
    z = logits / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = before < p - 1e-12
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result

# %% overflow: The exponential of large scores overflows; the largest of a row has to be subtracted before.
def nucleus(logits, p, temperature):
    z = logits / temperature
    e = np.exp(z)
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = before < p - 1e-12
    inside[:, 0] = True
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result

# %% one-for-all: The nucleus of the first row was used for all rows.
def nucleus(logits, p, temperature):
    z = logits / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(-probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = before < p - 1e-12
    inside[:, 0] = True
    inside = np.repeat(inside[:1], len(inside), axis=0)
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result

# %% least: The least probable words were kept.
def nucleus(logits, p, temperature):
    z = logits / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    probability = e / e.sum(axis=1, keepdims=True)
    order = np.argsort(probability, axis=1, kind="stable")
    falling = np.take_along_axis(probability, order, axis=1)
    before = falling.cumsum(axis=1) - falling
    inside = before < p - 1e-12
    inside[:, 0] = True
    falling = np.where(inside, falling, 0.0)
    result = np.zeros(probability.shape)
    np.put_along_axis(result, order, falling / falling.sum(axis=1, keepdims=True), axis=1)
    return result
