# %% as-it-was: Every batch still counts the same, whatever its size.
def summary(batches):
    mean, squares, seen = 0.0, 0.0, 0
    for batch in batches:
        seen += 1
        mean += (np.mean(batch) - mean) / seen
        squares += (np.mean(batch**2) - squares) / seen
    return mean, np.sqrt(squares - mean**2) / seen
# %% mean-of-means: The mean of the batch means was taken; a batch counts as often as it has losses.
def summary(batches):
    kept = [b for b in batches if len(b)]
    values = np.concatenate(kept)
    return np.mean([b.mean() for b in kept]), values.std(ddof=1) / np.sqrt(len(values))
# %% divided-by-n: The deviation was divided by n instead of the root of n.
def summary(batches):
    values = np.concatenate(list(batches))
    return values.mean(), values.std(ddof=1) / len(values)
# %% no-root-n: The deviation of the losses was returned, not that of their mean.
def summary(batches):
    values = np.concatenate(list(batches))
    return values.mean(), values.std(ddof=1)
# %% population: The squares were divided by n; the estimate divides by n - 1.
def summary(batches):
    values = np.concatenate(list(batches))
    return values.mean(), values.std() / np.sqrt(len(values))
# %% batches-counted: The number of batches was taken for the number of losses.
def summary(batches):
    kept = list(batches)
    return np.concatenate(kept).mean(), np.concatenate(kept).std(ddof=1) / np.sqrt(len(kept))
# %% cancels: Mean of the squares minus square of the mean loses its digits far from zero.
def summary(batches):
    n, total, squares = 0, 0.0, 0.0
    for b in batches:
        n, total, squares = n + len(b), total + np.sum(b), squares + np.sum(b**2)
    mean = total / n
    return mean, np.sqrt(max(squares / n - mean**2, 0) / (n - 1))
# %% within-only: The gap between the means of the batches is missing in the spread.
def summary(batches):
    n, total, spread = 0, 0.0, 0.0
    for b in batches:
        if len(b):
            n, total, spread = n + len(b), total + np.sum(b), spread + np.sum((b - b.mean()) ** 2)
    return total / n, np.sqrt(spread / (n - 1) / n)
# %% empty-batch: The mean of an empty batch is nan and spoils everything after it.
def summary(batches):
    n, mean, spread = 0, 0.0, 0.0
    for b in batches:
        gap = np.mean(b) - mean
        spread += np.sum((b - np.mean(b)) ** 2) + gap**2 * n * len(b) / (n + len(b))
        mean += gap * len(b) / (n + len(b))
        n += len(b)
    return mean, np.sqrt(spread / (n - 1) / n)
# %% walked-twice: The batches were walked through twice, and the second time there are none.
def summary(batches):
    n = total = 0
    for b in batches:
        n, total = n + len(b), total + np.sum(b)
    spread = 0.0
    for b in batches:
        spread += np.sum((b - total / n) ** 2)
    return total / n, np.sqrt(spread / (n - 1) / n)
# %% moved-meanwhile: Deviations were taken from the running mean, which went on moving.
def summary(batches):
    n, mean, spread = 0, 0.0, 0.0
    for b in batches:
        if len(b):
            n += len(b)
            mean += (np.mean(b) - mean) * len(b) / n
            spread += np.sum((b - mean) ** 2)
    return mean, np.sqrt(spread / (n - 1) / n)
# %% squared: The squared standard error was returned; take the root.
def summary(batches):
    values = np.concatenate(list(batches))
    return values.mean(), values.var(ddof=1) / len(values)
# %% remembers: Losses of the call before were kept and counted again.
def summary(batches, kept=[]):
    kept.extend(batches)
    values = np.concatenate(kept)
    return values.mean(), values.std(ddof=1) / np.sqrt(len(values))
# %% in-place: The losses of the caller were changed in place.
def summary(batches):
    seen, mean, spread = 0, 0.0, 0.0
    for batch in batches:
        if len(batch) == 0:
            continue
        total = seen + len(batch)
        gap = np.mean(batch) - mean
        own = np.mean(batch)
        if batch.dtype.kind == "f":
            batch -= own
            spread += np.sum(batch ** 2) + gap**2 * seen * len(batch) / total
        else:
            spread += np.sum((batch - own) ** 2) + gap**2 * seen * len(batch) / total
        mean += gap * len(batch) / total
        seen = total
    return mean, np.sqrt(spread / (seen - 1) / seen)
