# %% multiplied: negative numbers were multiplied by what is a divisor
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    r = (low + high) / 2 if draws is None else low + (high - low) * draws
    return np.where(Z > 0, Z, Z * r), np.where(Z > 0, 1.0, r)

# %% middle-of-slopes: after training the middle of the slopes was taken
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    s = (1 / low + 1 / high) / 2 if draws is None else 1 / (low + (high - low) * draws)
    return np.where(Z > 0, Z, Z * s), np.where(Z > 0, 1.0, s)

# %% mean-of-slopes: after training the mean of the slopes was taken
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    if draws is not None:
        s = 1 / (low + (high - low) * draws)
    else:
        s = np.log(high / low) / (high - low) if high > low else 1 / low
    return np.where(Z > 0, Z, Z * s), np.where(Z > 0, 1.0, s)

# %% slopes-drawn: the slopes were drawn evenly, not the divisors
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    s = 2 / (low + high) if draws is None else 1 / low + (1 / high - 1 / low) * draws
    return np.where(Z > 0, Z, Z * s), np.where(Z > 0, 1.0, s)

# %% reversed: a draw of 0 was taken for the upper limit
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    r = (low + high) / 2 if draws is None else high + (low - high) * draws
    return np.where(Z > 0, Z, Z / r), np.where(Z > 0, 1.0, 1 / r)

# %% no-half: the divisor after training is the sum of the limits
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    r = low + high if draws is None else low + (high - low) * draws
    return np.where(Z > 0, Z, Z / r), np.where(Z > 0, 1.0, 1 / r)

# %% draws-ignored: the middle was used in training too
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    r = (low + high) / 2
    return np.where(Z > 0, Z, Z / r), np.where(Z > 0, 1.0, 1 / r)

# %% both-sides: positive numbers were divided too
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    r = (low + high) / 2 if draws is None else low + (high - low) * draws
    return Z / r, np.ones(Z.shape) / r

# %% divisor-for-slope: the divisors were returned as slopes
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    r = (low + high) / 2 if draws is None else low + (high - low) * draws
    return np.where(Z > 0, Z, Z / r), np.where(Z > 0, 1.0, r)

# %% two-divisors: the slopes are those of the middle while the outputs are drawn
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    r = (low + high) / 2 if draws is None else low + (high - low) * draws
    return np.where(Z > 0, Z, Z / r), np.where(Z > 0, 1.0, 2 / (low + high))

# %% at-zero: at z = 0 the slope of the right side was taken
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    r = (low + high) / 2 if draws is None else low + (high - low) * draws
    return np.where(Z >= 0, Z, Z / r), np.where(Z >= 0, 1.0, 1 / r)

# %% one-per-column: all samples shared the draws of the first
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    if draws is not None and Z.ndim > 1:
        draws = draws[:1]
    r = (low + high) / 2 if draws is None else low + (high - low) * draws
    return np.where(Z > 0, Z, Z / r), np.where(Z > 0, 1.0, 1 / r)

# %% remembered: after training the mean of the last draws was used
kept = {}

def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    if draws is not None:
        r = kept["r"] = low + (high - low) * draws
    else:
        r = np.mean(kept["r"]) if "r" in kept else (low + high) / 2
    return np.where(Z > 0, Z, Z / r), np.where(Z > 0, 1.0, 1 / r)

# %% in-place: the divisors were written into the draws that came in
def rrelu(Z, low, high, draws=None):
    Z = np.asarray(Z, dtype=float)
    if draws is None:
        r = (low + high) / 2
    else:
        draws *= high - low
        draws += low
        r = draws
    return np.where(Z > 0, Z, Z / r), np.where(Z > 0, 1.0, 1 / r)
