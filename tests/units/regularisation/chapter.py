# %% stop-early
def stop_early(losses, patience, least):
    best, keep = np.inf, 0
    for epoch, loss in enumerate(losses):
        if loss < best:
            best, keep = loss, epoch
        elif epoch - keep >= patience:
            break
    return epoch, keep

# %% dropout
def dropout(a, draws, p, training):
    kept = draws >= p
    return a * kept / (1 - p), kept
