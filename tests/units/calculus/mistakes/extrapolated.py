# %% wide-only: D(h) alone still has the term with h**2.
def extrapolated(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)
# %% narrow-only: D(h/2) alone still has the term with h**2.
def extrapolated(f, x, h):
    return (f(x + h / 2) - f(x - h / 2)) / h
# %% mean: The mean of both quotients still has the term with h**2.
def extrapolated(f, x, h):
    return ((f(x + h) - f(x - h)) / (2 * h) + (f(x + h / 2) - f(x - h / 2)) / h) / 2
# %% doubled: The steps are h and h/2, not h and 2 h.
def extrapolated(f, x, h):
    narrow, wide = (f(x + h) - f(x - h)) / (2 * h), (f(x + 2 * h) - f(x - 2 * h)) / (4 * h)
    return (4 * narrow - wide) / 3
# %% for-a-term-in-h: 2 D(h/2) - D(h) cancels a term with h; here it is h**2.
def extrapolated(f, x, h):
    wide, narrow = (f(x + h) - f(x - h)) / (2 * h), (f(x + h / 2) - f(x - h / 2)) / h
    return 2 * narrow - wide
# %% weights-exchanged: The quotient with the smaller step gets the larger weight.
def extrapolated(f, x, h):
    wide, narrow = (f(x + h) - f(x - h)) / (2 * h), (f(x + h / 2) - f(x - h / 2)) / h
    return (4 * wide - narrow) / 3
# %% not-divided: The weights must add up to 1.
def extrapolated(f, x, h):
    wide, narrow = (f(x + h) - f(x - h)) / (2 * h), (f(x + h / 2) - f(x - h / 2)) / h
    return 4 * narrow - wide
# %% both-positive: One weight must be negative, or the terms with h**2 cannot cancel.
def extrapolated(f, x, h):
    wide, narrow = (f(x + h) - f(x - h)) / (2 * h), (f(x + h / 2) - f(x - h / 2)) / h
    return (4 * narrow + wide) / 5
# %% narrow-divided-by-two-h: The places of D(h/2) are h apart.
def extrapolated(f, x, h):
    wide, narrow = (f(x + h) - f(x - h)) / (2 * h), (f(x + h / 2) - f(x - h / 2)) / (2 * h)
    return (4 * narrow - wide) / 3
# %% forward: These are forward quotients; central ones have no term with h.
def extrapolated(f, x, h):
    wide, narrow = (f(x + h) - f(x)) / h, (f(x + h / 2) - f(x)) / (h / 2)
    return (4 * narrow - wide) / 3
# %% in-place: x itself was moved, so that a second use would begin elsewhere.
def extrapolated(f, x, h):
    wide, narrow = (f(x + h) - f(x - h)) / (2 * h), (f(x + h / 2) - f(x - h / 2)) / h
    x -= h
    return (4 * narrow - wide) / 3
