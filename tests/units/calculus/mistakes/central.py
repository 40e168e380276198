# %% asked-step: x + h is rounded, so divide by the difference of the places, not by 2 h.
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=float)
    h = c * np.maximum(1, np.abs(x))
    return (f(x + h) - f(x - h)) / (2 * h)
# %% fixed-step: The step grows with the size of the entry.
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=float)
    upper, lower = x + c, x - c
    return (f(upper) - f(lower)) / (upper - lower)
# %% no-lower-limit: Without the lower limit 1 there is no step at 0.
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=float)
    h = c * np.abs(x)
    with np.errstate(all="ignore"):
        return (f(x + h) - f(x - h)) / ((x + h) - (x - h))
# %% one-step-for-all: Each entry has a step of its own.
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=float)
    h = c * max(1, np.abs(x).max())
    return (f(x + h) - f(x - h)) / ((x + h) - (x - h))
# %% one-sided: That is a forward quotient; the central one looks to both sides.
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=float)
    upper = x + c * np.maximum(1, np.abs(x))
    return (f(upper) - f(x)) / (upper - x)
# %% smaller-of-both: The larger of 1 and |x| counts, not the smaller.
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=float)
    h = c * np.minimum(1, np.abs(x))
    with np.errstate(all="ignore"):
        return (f(x + h) - f(x - h)) / ((x + h) - (x - h))
# %% single-step-below: The two places are two steps apart.
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=float)
    upper, lower = x + c * np.maximum(1, np.abs(x)), x - c * np.maximum(1, np.abs(x))
    return (f(upper) - f(lower)) / (upper - x)
# %% sign-kept: Without the size of x negative entries get the lower limit.
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=float)
    h = c * np.maximum(1, x)
    return (f(x + h) - f(x - h)) / ((x + h) - (x - h))
# %% in-place: x itself was moved.
def central(f, x, c=6e-6):
    h = c * np.maximum(1, np.abs(x))
    lower = x - h
    x += h
    return (f(x) - f(lower)) / (x - lower)
# %% entry-by-entry: f wants to see whole arrays of the shape of x.
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=float)
    out = np.empty(x.shape)
    for place in np.ndindex(x.shape):
        h = c * max(1.0, abs(x[place]))
        up, down = x[place] + h, x[place] - h
        out[place] = (f(up) - f(down)) / (up - down)
    return out
# %% own-factor: The factor c passed in was ignored.
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=float)
    h = 6e-6 * np.maximum(1, np.abs(x))
    return (f(x + h) - f(x - h)) / ((x + h) - (x - h))
# %% flattened: The result has the shape of x.
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=float)
    h = c * np.maximum(1, np.abs(x))
    return np.ravel((f(x + h) - f(x - h)) / ((x + h) - (x - h)))
# %% truncated-places: Places written into an array like x lose their fraction when x holds whole numbers.
def central(f, x, c=6e-6):
    x = np.asarray(x)
    h = c * np.maximum(1, np.abs(x))
    upper, lower = (x + h).astype(x.dtype), (x - h).astype(x.dtype)
    with np.errstate(all="ignore"):
        return (f(upper) - f(lower)) / (upper - lower)
