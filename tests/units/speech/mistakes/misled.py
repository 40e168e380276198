# %% everywhere: All frames were left undecided: with more than three of them [1, 1] takes too much.
def misled(T):
    return np.tile([0.51, 0.49], (T, 1))

# %% apart: The two undecided frames lie apart, so that their path belongs to [1, 1].
def misled(T):
    P = np.tile([1 - 1e-6, 1e-6], (T, 1))
    P[[0, -1]] = [0.51, 0.49]
    return P

# %% label-leads: The label leads in a frame, and the greedy decoder finds it.
def misled(T):
    P = np.tile([1 - 1e-6, 1e-6], (T, 1))
    P[:2] = [0.49, 0.51]
    return P

# %% too-clear: The blank leads by too much for [1] to be probable.
def misled(T):
    P = np.tile([1 - 1e-6, 1e-6], (T, 1))
    P[:2] = [0.6, 0.4]
    return P

# %% zeros: An entry is 0.
def misled(T):
    P = np.tile([1.0, 0.0], (T, 1))
    P[:2] = [0.51, 0.49]
    return P

# %% rows: The rows do not have the sum 1.
def misled(T):
    P = np.tile([1 - 1e-6, 1e-6], (T, 1))
    P[:2] = [0.53, 0.51]
    return P

# %% too-close: The blank leads by less than 0.02.
def misled(T):
    P = np.tile([1 - 1e-6, 1e-6], (T, 1))
    P[:2] = [0.501, 0.499]
    return P

# %% one-size: The number of frames was not heeded.
def misled(T):
    P = np.tile([1 - 1e-6, 1e-6], (2, 1))
    P[:2] = [0.51, 0.49]
    return P

# %% disturbed: The other frames still disturb when there are many of them.
def misled(T):
    P = np.tile([0.99, 0.01], (T, 1))
    P[:2] = [0.51, 0.49]
    return P

# %% remembered: The first result was kept, and given back for another number of frames.
_made = []

def misled(T):
    P = np.tile([1 - 1e-6, 1e-6], (T, 1))
    P[:2] = [0.51, 0.49]
    _made.append(P)
    return _made[0] if len(_made) > 41 else P
