# %% outer-only: only the last two axes were looked at
def product_shape(s, t):
    a = s if len(s) > 1 else (1, *s)
    b = t if len(t) > 1 else (*t, 1)
    if a[-1] != b[-2]:
        raise ValueError
    return a[-2:-1] * (len(s) > 1) + b[-1:] * (len(t) > 1)

# %% inner-stretched: a 1 was stretched in the inner axis
def product_shape(s, t):
    a = s if len(s) > 1 else (1, *s)
    b = t if len(t) > 1 else (*t, 1)
    if a[-1] != b[-2] and 1 not in (a[-1], b[-2]):
        raise ValueError
    return (*np.broadcast_shapes(a[:-2], b[:-2]), *(a[-2:-1] * (len(s) > 1)), *(b[-1:] * (len(t) > 1)))

# %% lent-kept: the axis that was lent to a vector was kept
def product_shape(s, t):
    a = s if len(s) > 1 else (1, *s)
    b = t if len(t) > 1 else (*t, 1)
    if a[-1] != b[-2]:
        raise ValueError
    return (*np.broadcast_shapes(a[:-2], b[:-2]), a[-2], b[-1])

# %% no-vectors: vectors were refused
def product_shape(s, t):
    if len(s) < 2 or len(t) < 2 or s[-1] != t[-2]:
        raise ValueError
    return (*np.broadcast_shapes(s[:-2], t[:-2]), s[-2], t[-1])

# %% vector-as-column: a vector on the left counted as a column
def product_shape(s, t):
    a = s if len(s) > 1 else (*s, 1)
    b = t if len(t) > 1 else (*t, 1)
    if len(s) == 1 and len(t) == 1:
        if s != t:
            raise ValueError
        return ()
    if a[-1] != b[-2]:
        raise ValueError
    return (*np.broadcast_shapes(a[:-2], b[:-2]), *(a[-2:-1]), *(b[-1:] * (len(t) > 1)))

# %% larger: the larger of two lengths was taken, also for 0 and 1
def product_shape(s, t):
    a = s if len(s) > 1 else (1, *s)
    b = t if len(t) > 1 else (*t, 1)
    if a[-1] != b[-2]:
        raise ValueError
    size = max(len(a), len(b)) - 2
    one = (1,) * (size + 2 - len(a)) + tuple(a[:-2])
    other = (1,) * (size + 2 - len(b)) + tuple(b[:-2])
    for x, y in zip(one, other):
        if x != y and 1 not in (x, y):
            raise ValueError
    lead = tuple(max(pair) for pair in zip(one, other))
    return lead + a[-2:-1] * (len(s) > 1) + b[-1:] * (len(t) > 1)

# %% aligned-left: the axes before the last two were aligned at the left
def product_shape(s, t):
    a = s if len(s) > 1 else (1, *s)
    b = t if len(t) > 1 else (*t, 1)
    if a[-1] != b[-2]:
        raise ValueError
    size = max(len(a), len(b)) - 2
    one = tuple(a[:-2]) + (1,) * (size + 2 - len(a))
    other = tuple(b[:-2]) + (1,) * (size + 2 - len(b))
    lead = np.broadcast_shapes(one, other)
    return (*lead, *(a[-2:-1] * (len(s) > 1)), *(b[-1:] * (len(t) > 1)))

# %% cut-short: the axes were compared only as far as the shorter shape reaches
def product_shape(s, t):
    a = s if len(s) > 1 else (1, *s)
    b = t if len(t) > 1 else (*t, 1)
    if a[-1] != b[-2]:
        raise ValueError
    shared = min(len(a), len(b)) - 2
    lead = np.broadcast_shapes(a[-2 - shared : -2], b[-2 - shared : -2])
    return (*lead, *(a[-2:-1] * (len(s) > 1)), *(b[-1:] * (len(t) > 1)))

# %% equal-only: the axes before the last two had to be equal
def product_shape(s, t):
    a = s if len(s) > 1 else (1, *s)
    b = t if len(t) > 1 else (*t, 1)
    if a[-1] != b[-2] or (a[:-2] and b[:-2] and a[:-2] != b[:-2]):
        raise ValueError
    return (*(a[:-2] or b[:-2]), *(a[-2:-1] * (len(s) > 1)), *(b[-1:] * (len(t) > 1)))

# %% anything-fits: lengths before the last two were never compared
def product_shape(s, t):
    a = s if len(s) > 1 else (1, *s)
    b = t if len(t) > 1 else (*t, 1)
    if a[-1] != b[-2]:
        raise ValueError
    size = max(len(a), len(b)) - 2
    one = (1,) * (size + 2 - len(a)) + tuple(a[:-2])
    other = (1,) * (size + 2 - len(b)) + tuple(b[:-2])
    lead = tuple(y if x == 1 else x if y == 1 else max(x, y) for x, y in zip(one, other))
    return lead + a[-2:-1] * (len(s) > 1) + b[-1:] * (len(t) > 1)

# %% inner-first: the last length of B was compared instead of the last but one
def product_shape(s, t):
    a = s if len(s) > 1 else (1, *s)
    b = t if len(t) > 1 else (*t, 1)
    if a[-1] != b[-1]:
        raise ValueError
    return (*np.broadcast_shapes(a[:-2], b[:-2]), *(a[-2:-1] * (len(s) > 1)), *(b[-2:-1] * (len(t) > 1)))

# %% tried-out: the arrays were made and multiplied, which takes more memory than there is
def product_shape(s, t):
    if max(*s, *t) > 10**5:
        raise MemoryError("no room for such an array")
    return (np.ones(s) @ np.ones(t)).shape
