# %% unstable: nothing was subtracted, so that exp overflows
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    with np.errstate(all="ignore"):
        E = np.exp(np.asarray(Z, dtype=float) / temperature)
        return E / E.sum(axis=axis, keepdims=True)

# %% global-maximum: the largest score of the whole array was subtracted
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    with np.errstate(all="ignore"):
        E = np.exp((Z - Z.max()) / temperature)
        return E / E.sum(axis=axis, keepdims=True)

# %% first-score: the first score was subtracted instead of the largest
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    with np.errstate(all="ignore"):
        E = np.exp((Z - np.take(Z, [0], axis=axis)) / temperature)
        return E / E.sum(axis=axis, keepdims=True)

# %% axis-ignored: the last axis was always used
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    E = np.exp((Z - Z.max(axis=-1, keepdims=True)) / temperature)
    return E / E.sum(axis=-1, keepdims=True)

# %% over-samples: without an axis the sum ran over the samples
def softmax(Z, temperature=1.0, axis=0):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    with np.errstate(all="ignore"):
        E = np.exp((Z - Z.max(axis=axis, keepdims=True)) / temperature)
        return E / E.sum(axis=axis, keepdims=True)

# %% one-sum: one sum was taken for the whole array
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    E = np.exp((Z - Z.max(axis=axis, keepdims=True)) / temperature)
    return E / E.sum()

# %% keepdims: the axis of the sum was dropped, so that shapes fit by accident or not at all
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    E = np.exp((Z - Z.max(axis=axis, keepdims=True)) / temperature)
    return E / E.sum(axis=axis)

# %% times-temperature: the scores were multiplied by the temperature
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    E = np.exp((Z - Z.max(axis=axis, keepdims=True)) * temperature)
    return E / E.sum(axis=axis, keepdims=True)

# %% temperature-ignored: the temperature was not used
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)

# %% divided-first: dividing by a tiny temperature before subtracting overflows
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    with np.errstate(all="ignore"):
        Z = np.asarray(Z, dtype=float) / temperature
        E = np.exp(Z - Z.max(axis=axis, keepdims=True))
        return E / E.sum(axis=axis, keepdims=True)

# %% epsilon: a small number was added to the sum
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    E = np.exp((Z - Z.max(axis=axis, keepdims=True)) / temperature)
    return E / (E.sum(axis=axis, keepdims=True) + 1e-6)

# %% not-normalised: the exponentials were returned
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    with np.errstate(all="ignore"):
        return np.exp(np.asarray(Z, dtype=float) / temperature)

# %% no-check: a temperature of 0 gave nan instead of an error
def softmax(Z, temperature=1.0, axis=-1):
    Z = np.asarray(Z, dtype=float)
    with np.errstate(all="ignore"):
        E = np.exp((Z - Z.max(axis=axis, keepdims=True)) / temperature)
        return E / E.sum(axis=axis, keepdims=True)

# %% zero-only: a negative temperature was let through
def softmax(Z, temperature=1.0, axis=-1):
    if temperature == 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    with np.errstate(all="ignore"):
        E = np.exp((Z - Z.max(axis=axis, keepdims=True)) / temperature)
        return E / E.sum(axis=axis, keepdims=True)

# %% masked-as-zero: masked scores were replaced by 0
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    Z = np.where(np.isinf(Z), 0.0, Z)
    E = np.exp((Z - Z.max(axis=axis, keepdims=True)) / temperature)
    return E / E.sum(axis=axis, keepdims=True)

# %% small-integers: the largest score was subtracted in the small integer type
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z)
    E = np.exp((Z - Z.max(axis=axis, keepdims=True)) / float(temperature))
    return E / E.sum(axis=axis, keepdims=True)

# %% in-place: the scores that came in were shifted
def softmax(Z, temperature=1.0, axis=-1):
    if not temperature > 0:
        raise ValueError
    Z = np.asarray(Z, dtype=float)
    Z -= Z.max(axis=axis, keepdims=True)
    E = np.exp(Z / temperature)
    return E / E.sum(axis=axis, keepdims=True)
