# %% aligned-left: the shapes were aligned at the left; broadcasting aligns them at the right
def clash(s, t):
    for back, (one, other) in enumerate(zip(s, t)):
        if one != other and 1 not in (one, other):
            return back - min(len(s), len(t))
    return None

# %% no-stretching: a length of 1 is stretched and clashes with nothing
def clash(s, t):
    for back in range(1, min(len(s), len(t)) + 1):
        if s[-back] != t[-back]:
            return -back
    return None

# %% one-side: either of the two lengths may be the 1, and here only the second may
def clash(s, t):
    for back in range(1, min(len(s), len(t)) + 1):
        if s[-back] != t[-back] and t[-back] != 1:
            return -back
    return None

# %% leftmost: of several places the one furthest to the right is asked for, and the leftmost was returned
def clash(s, t):
    found = None
    for back in range(1, min(len(s), len(t)) + 1):
        if s[-back] != t[-back] and 1 not in (s[-back], t[-back]):
            found = -back
    return found

# %% counted-up: the place was counted as 1, 2, … and positions from the right are negative
def clash(s, t):
    for back in range(1, min(len(s), len(t)) + 1):
        if s[-back] != t[-back] and 1 not in (s[-back], t[-back]):
            return back
    return None

# %% missing-axis: a missing axis clashes with nothing, and here shapes of different lengths did
def clash(s, t):
    for back in range(1, max(len(s), len(t)) + 1):
        one = s[-back] if back <= len(s) else 0
        other = t[-back] if back <= len(t) else 0
        if one != other and 1 not in (one, other):
            return -back
    return None

# %% first-axis-forgotten: the loop ends one axis too early, so that the first axis is never compared
def clash(s, t):
    for back in range(1, min(len(s), len(t))):
        if s[-back] != t[-back] and 1 not in (s[-back], t[-back]):
            return -back
    return None
