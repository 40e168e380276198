# %% equal: the batch at which both cost the same was returned
def when_to_merge(d, r, m):
    once, saved = d * r * m, d * r + r * m - d * m
    if saved <= 0:
        return None
    n = -(-once // saved)
    return n, n * (d * r + r * m), once + n * d * m

# %% one-too-small: the division was rounded down
def when_to_merge(d, r, m):
    once, saved = d * r * m, d * r + r * m - d * m
    if saved <= 0:
        return None
    n = max(once // saved, 1)
    return n, n * (d * r + r * m), once + n * d * m

# %% rounded: the division was rounded to the nearest integer
def when_to_merge(d, r, m):
    once, saved = d * r * m, d * r + r * m - d * m
    if saved <= 0:
        return None
    n = int(once / saved + 0.5) + 1
    return n, n * (d * r + r * m), once + n * d * m

# %% swapped: the two costs are swapped
def when_to_merge(d, r, m):
    once, saved = d * r * m, d * r + r * m - d * m
    if saved <= 0:
        return None
    n = once // saved + 1
    return n, once + n * d * m, n * (d * r + r * m)

# %% once-forgotten: the cost of making VW is missing from the second cost
def when_to_merge(d, r, m):
    once, saved = d * r * m, d * r + r * m - d * m
    if saved <= 0:
        return None
    n = once // saved + 1
    return n, n * (d * r + r * m), n * d * m

# %% free: making VW was taken to cost nothing
def when_to_merge(d, r, m):
    if d * r + r * m <= d * m:
        return None
    return 1, d * r + r * m, d * m

# %% once-a-sample: the cost of making VW was counted for every sample
def when_to_merge(d, r, m):
    once, saved = d * r * m, d * r + r * m - d * m
    if saved <= 0:
        return None
    n = once // saved + 1
    return n, n * (d * r + r * m), n * (once + d * m)

# %% product: the costs of two products in a row were multiplied
def when_to_merge(d, r, m):
    once, saved = d * r * m, d * r + r * m - d * m
    if saved <= 0:
        return None
    n = once // saved + 1
    return n, n * d * r * m, once + n * d * m

# %% nothing-saved: a division by nothing, where both ways cost the same for each sample
def when_to_merge(d, r, m):
    once, saved = d * r * m, d * r + r * m - d * m
    if saved < 0:
        return None
    n = once // saved + 1
    return n, n * (d * r + r * m), once + n * d * m

# %% always: nobody asked whether there is anything to save
def when_to_merge(d, r, m):
    once, saved = d * r * m, abs(d * r + r * m - d * m)
    n = once // max(saved, 1) + 1
    return n, n * (d * r + r * m), once + n * d * m

# %% floats: the costs were computed in floats, which have 16 digits
def when_to_merge(d, r, m):
    d, r, m = float(d), float(r), float(m)
    once, saved = d * r * m, d * r + r * m - d * m
    if saved <= 0:
        return None
    n = once // saved + 1
    return int(n), int(n * (d * r + r * m)), int(once + n * d * m)

# %% bottleneck: the middle was compared with the output alone
def when_to_merge(d, r, m):
    if r < m:
        return None
    once, saved = d * r * m, d * r + r * m - d * m
    n = once // saved + 1
    return n, n * (d * r + r * m), once + n * d * m
