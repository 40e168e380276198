# %% last-record: Each record was compared with the one before it.
def alarm(losses, factor, patience):
    bad = 0
    for k in range(len(losses)):
        if not np.isfinite(losses[k]):
            return k
        bad = bad + 1 if k > 0 and losses[k] > factor * losses[k - 1] else 0
        if bad == patience:
            return k
    return -1
# %% first-record: Each record was compared with the first one.
def alarm(losses, factor, patience):
    bad = 0
    for k in range(len(losses)):
        if not np.isfinite(losses[k]):
            return k
        bad = bad + 1 if losses[k] > factor * losses[0] else 0
        if bad == patience:
            return k
    return -1
# %% equal-is-bad: Exactly factor times the lowest loss was counted as bad.
def alarm(losses, factor, patience):
    lowest, bad = np.inf, 0
    for k, loss in enumerate(losses):
        if not np.isfinite(loss):
            return k
        bad = bad + 1 if loss >= factor * lowest else 0
        if bad == patience:
            return k
        lowest = min(lowest, loss)
    return -1
# %% not-in-a-row: Bad records were counted although good ones stand in between.
def alarm(losses, factor, patience):
    lowest, bad = np.inf, 0
    for k, loss in enumerate(losses):
        if not np.isfinite(loss):
            return k
        bad += loss > factor * lowest
        if bad == patience:
            return k
        lowest = min(lowest, loss)
    return -1
# %% first-of-the-row: The first record of the row was returned.
def alarm(losses, factor, patience):
    lowest, bad = np.inf, 0
    for k, loss in enumerate(losses):
        if not np.isfinite(loss):
            return k
        bad = bad + 1 if loss > factor * lowest else 0
        if bad == patience:
            return k - patience + 1
        lowest = min(lowest, loss)
    return -1
# %% one-too-late: The row had to be longer than patience.
def alarm(losses, factor, patience):
    lowest, bad = np.inf, 0
    for k, loss in enumerate(losses):
        if not np.isfinite(loss):
            return k
        bad = bad + 1 if loss > factor * lowest else 0
        if bad > patience:
            return k
        lowest = min(lowest, loss)
    return -1
# %% nan-passes: nan was compared, and every comparison with it is false.
def alarm(losses, factor, patience):
    lowest, bad = np.inf, 0
    for k, loss in enumerate(losses):
        if abs(loss) == np.inf:
            return k
        bad = bad + 1 if loss > factor * lowest else 0
        if bad == patience:
            return k
        lowest = min(lowest, loss)
    return -1
# %% inf-waits: inf was counted as a bad record among others.
def alarm(losses, factor, patience):
    lowest, bad = np.inf, 0
    for k, loss in enumerate(losses):
        if np.isnan(loss):
            return k
        bad = bad + 1 if loss > factor * lowest else 0
        if bad == patience:
            return k
        lowest = min(lowest, loss)
    return -1
# %% lowest-of-all: The lowest loss of the whole run was used, from the future as well.
def alarm(losses, factor, patience):
    bad = 0
    for k, loss in enumerate(losses):
        if not np.isfinite(loss):
            return k
        bad = bad + 1 if k > 0 and loss > factor * np.min(losses[np.isfinite(losses)]) else 0
        if bad == patience:
            return k
    return -1
# %% none-is-none: None was returned when the alarm does not go off.
def alarm(losses, factor, patience):
    lowest, bad = np.inf, 0
    for k, loss in enumerate(losses):
        if not np.isfinite(loss):
            return k
        bad = bad + 1 if loss > factor * lowest else 0
        if bad == patience:
            return k
        lowest = min(lowest, loss)
# %% factor-ignored: Every record above the lowest was counted as bad.
def alarm(losses, factor, patience):
    lowest, bad = np.inf, 0
    for k, loss in enumerate(losses):
        if not np.isfinite(loss):
            return k
        bad = bad + 1 if loss > lowest else 0
        if bad == patience:
            return k
        lowest = min(lowest, loss)
    return -1
# %% window-lowest: The lowest loss of the last few records was used instead of all before.
def alarm(losses, factor, patience):
    bad = 0
    for k in range(len(losses)):
        if not np.isfinite(losses[k]):
            return k
        before = losses[max(0, k - patience) : k]
        bad = bad + 1 if k > 0 and losses[k] > factor * before.min() else 0
        if bad == patience:
            return k
    return -1
# %% minus-inf-passes: -inf was taken for a good record.
def alarm(losses, factor, patience):
    lowest, bad = np.inf, 0
    for k, loss in enumerate(losses):
        if not loss < np.inf:
            return k
        bad = bad + 1 if loss > factor * lowest else 0
        if bad == patience:
            return k
        lowest = min(lowest, loss)
    return -1
# %% only-at-the-end: Only the last records were looked at.
def alarm(losses, factor, patience):
    broken = np.flatnonzero(~np.isfinite(losses))
    if len(broken):
        return int(broken[0])
    n = len(losses)
    if n > patience and all(losses[i] > factor * losses[:i].min() for i in range(n - patience, n)):
        return n - 1
    return -1
# %% sorted-in-place: The losses were put in order in the caller's array to find the lowest.
def alarm(losses, factor, patience):
    lowest, bad, found = np.inf, 0, -1
    for k, loss in enumerate(losses):
        if not np.isfinite(loss):
            found = k
            break
        bad = bad + 1 if loss > factor * lowest else 0
        if bad == patience:
            found = k
            break
        lowest = min(lowest, loss)
    losses.sort()
    return found
