# %% against-the-last: Each loss was compared with the one before it, not with the best.
def plateau_rates(losses, rate, factor, patience, least, lowest):
    best, waited, rates = np.inf, 0, []
    for loss in losses:
        if not np.isfinite(loss):
            break
        if loss < best - least:
            best, waited = loss, 0
        else:
            best, waited = loss, waited + 1
            if waited == patience:
                rate, waited = max(rate * factor, lowest), 0
        rates.append(rate)
    return rates

# %% equal-is-better: A loss that equals the best counts as an improvement.
def plateau_rates(losses, rate, factor, patience, least, lowest):
    best, waited, rates = np.inf, 0, []
    for loss in losses:
        if not np.isfinite(loss):
            break
        if loss <= best - least:
            best, waited = loss, 0
        else:
            waited += 1
            if waited == patience:
                rate, waited = max(rate * factor, lowest), 0
        rates.append(rate)
    return rates

# %% creeping-best: The best changed with every lower loss; it changes with improvements only.
def plateau_rates(losses, rate, factor, patience, least, lowest):
    best, waited, rates = np.inf, 0, []
    for loss in losses:
        if not np.isfinite(loss):
            break
        if loss < best - least:
            best, waited = loss, 0
        else:
            best, waited = min(best, loss), waited + 1
            if waited == patience:
                rate, waited = max(rate * factor, lowest), 0
        rates.append(rate)
    return rates

# %% one-too-late: The rate fell one epoch too late.
def plateau_rates(losses, rate, factor, patience, least, lowest):
    best, waited, rates = np.inf, 0, []
    for loss in losses:
        if not np.isfinite(loss):
            break
        if loss < best - least:
            best, waited = loss, 0
        else:
            waited += 1
            if waited > patience:
                rate, waited = max(rate * factor, lowest), 0
        rates.append(rate)
    return rates

# %% not-reset: The count did not begin anew when the rate had been lowered.
def plateau_rates(losses, rate, factor, patience, least, lowest):
    best, waited, rates = np.inf, 0, []
    for loss in losses:
        if not np.isfinite(loss):
            break
        if loss < best - least:
            best, waited = loss, 0
        else:
            waited += 1
            if waited >= patience:
                rate = max(rate * factor, lowest)
        rates.append(rate)
    return rates

# %% never-forgiven: An improvement did not make the counting begin anew.
def plateau_rates(losses, rate, factor, patience, least, lowest):
    best, waited, rates = np.inf, 0, []
    for loss in losses:
        if not np.isfinite(loss):
            break
        if loss < best - least:
            best = loss
        else:
            waited += 1
            if waited == patience:
                rate, waited = max(rate * factor, lowest), 0
        rates.append(rate)
    return rates

# %% no-floor: The rate fell below the lowest.
def plateau_rates(losses, rate, factor, patience, least, lowest):
    best, waited, rates = np.inf, 0, []
    for loss in losses:
        if not np.isfinite(loss):
            break
        if loss < best - least:
            best, waited = loss, 0
        else:
            waited += 1
            if waited == patience:
                rate, waited = rate * factor, 0
        rates.append(rate)
    return rates

# %% nan-is-an-epoch: A loss that is not finite ends the training; here it counted as an epoch without improvement.
def plateau_rates(losses, rate, factor, patience, least, lowest):
    best, waited, rates = np.inf, 0, []
    for loss in losses:
        if loss < best - least:
            best, waited = loss, 0
        else:
            waited += 1
            if waited == patience:
                rate, waited = max(rate * factor, lowest), 0
        rates.append(rate)
    return rates

# %% nan-only: Infinite losses end the training too.
def plateau_rates(losses, rate, factor, patience, least, lowest):
    best, waited, rates = np.inf, 0, []
    for loss in losses:
        if np.isnan(loss):
            break
        if loss < best - least:
            best, waited = loss, 0
        else:
            waited += 1
            if waited == patience:
                rate, waited = max(rate * factor, lowest), 0
        rates.append(rate)
    return rates

# %% before-not-after: The list holds the rates during each epoch, not after it.
def plateau_rates(losses, rate, factor, patience, least, lowest):
    best, waited, rates = np.inf, 0, []
    for loss in losses:
        if not np.isfinite(loss):
            break
        rates.append(rate)
        if loss < best - least:
            best, waited = loss, 0
        else:
            waited += 1
            if waited == patience:
                rate, waited = max(rate * factor, lowest), 0
    return rates
