# %% epoch-before: Each loss was compared with the one before instead of the best so far.
def stop_early(losses, patience, least):
    before, keep, waited = np.inf, -1, 0
    for epoch, loss in enumerate(losses):
        if loss < before - least:
            keep, waited = epoch, 0
        else:
            waited += 1
            if waited == patience:
                return epoch + 1, keep
        before = loss
    return len(losses), keep

# %% never-reset: A new best did not set the count back to 0, so that the epochs were not in a row.
def stop_early(losses, patience, least):
    best, keep, waited = np.inf, -1, 0
    for epoch, loss in enumerate(losses):
        if loss < best - least:
            best, keep = loss, epoch
        else:
            waited += 1
            if waited == patience:
                return epoch + 1, keep
    return len(losses), keep

# %% one-too-long: Patience ran one epoch too long.
def stop_early(losses, patience, least):
    best, keep, waited = np.inf, -1, 0
    for epoch, loss in enumerate(losses):
        if loss < best - least:
            best, keep, waited = loss, epoch, 0
        else:
            waited += 1
            if waited > patience:
                return epoch + 1, keep
    return len(losses), keep

# %% index-for-number: The index of the last epoch was returned in place of the number of epochs.
def stop_early(losses, patience, least):
    best, keep, waited = np.inf, -1, 0
    for epoch, loss in enumerate(losses):
        if loss < best - least:
            best, keep, waited = loss, epoch, 0
        else:
            waited += 1
            if waited == patience:
                return epoch, keep
    return len(losses) - 1, keep

# %% last-kept: The last epoch that was run was kept instead of the best.
def stop_early(losses, patience, least):
    best, waited = np.inf, 0
    for epoch, loss in enumerate(losses):
        if loss < best - least:
            best, waited = loss, 0
        else:
            waited += 1
            if waited == patience:
                break
    return epoch + 1, epoch

# %% sees-the-future: The lowest of all losses was kept, though the run ended before it.
def stop_early(losses, patience, least):
    best, waited = np.inf, 0
    for epoch, loss in enumerate(losses):
        if loss < best - least:
            best, waited = loss, 0
        else:
            waited += 1
            if waited == patience:
                break
    return epoch + 1, int(np.nanargmin(losses))

# %% least-ignored: The least improvement was not used.
def stop_early(losses, patience, least):
    best, keep, waited = np.inf, -1, 0
    for epoch, loss in enumerate(losses):
        if loss < best:
            best, keep, waited = loss, epoch, 0
        else:
            waited += 1
            if waited == patience:
                return epoch + 1, keep
    return len(losses), keep

# %% creeping: A smaller loss became the best so far even when it was no new best.
def stop_early(losses, patience, least):
    best, keep, waited = np.inf, -1, 0
    for epoch, loss in enumerate(losses):
        if loss < best - least:
            keep, waited = epoch, 0
        else:
            waited += 1
            if waited == patience:
                return epoch + 1, keep
        best = min(best, loss)
    return len(losses), keep

# %% equal-counts: An improvement of exactly the least counted as a new best.
def stop_early(losses, patience, least):
    best, keep, waited = np.inf, -1, 0
    for epoch, loss in enumerate(losses):
        if loss <= best - least:
            best, keep, waited = loss, epoch, 0
        else:
            waited += 1
            if waited == patience:
                return epoch + 1, keep
    return len(losses), keep

# %% starts-with-nan: The first loss was taken as the best so far without asking whether it is a number.
def stop_early(losses, patience, least):
    best, keep, waited = losses[0], 0, 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < best - least:
            best, keep, waited = losses[epoch], epoch, 0
        else:
            waited += 1
            if waited == patience:
                return epoch + 1, keep
    return len(losses), keep

# %% nan-is-new: nan counted as a new best, because the question was asked the other way round.
def stop_early(losses, patience, least):
    best, keep, waited = np.inf, -1, 0
    for epoch, loss in enumerate(losses):
        if loss >= best - least:
            waited += 1
            if waited == patience:
                return epoch + 1, keep
        else:
            best, keep, waited = loss, epoch, 0
    return len(losses), keep
