# %% rate-for-each: every column got the whole rate, so that false alarms add up
def drift(reference, fresh, rate):
    n, m, d = len(reference), len(fresh), reference.shape[1]
    places = np.concatenate([reference, fresh])
    distances = np.abs((reference[:, None] <= places).mean(axis=0) - (fresh[:, None] <= places).mean(axis=0)).max(axis=0)
    limit = float(np.sqrt(np.log(2 / rate) / 2 * (n + m) / (n * m)))
    return distances, limit, np.flatnonzero(distances > limit).tolist()

# %% signed: the difference was not taken as a size, so that a shift to one side is not seen
def drift(reference, fresh, rate):
    n, m, d = len(reference), len(fresh), reference.shape[1]
    places = np.concatenate([reference, fresh])
    distances = ((fresh[:, None] <= places).mean(axis=0) - (reference[:, None] <= places).mean(axis=0)).max(axis=0)
    limit = float(np.sqrt(np.log(2 * d / rate) / 2 * (n + m) / (n * m)))
    return distances, limit, np.flatnonzero(distances > limit).tolist()

# %% through-ties: equal values were counted one after the other, so that samples with repeats differ from themselves
def drift(reference, fresh, rate):
    n, m, d = len(reference), len(fresh), reference.shape[1]
    distances = np.empty(d)
    for j in range(d):
        values = np.concatenate([reference[:, j], fresh[:, j]])
        steps = np.concatenate([np.full(n, 1 / n), np.full(m, -1 / m)])
        distances[j] = np.abs(np.cumsum(steps[np.argsort(values, kind="stable")])).max()
    limit = float(np.sqrt(np.log(2 * d / rate) / 2 * (n + m) / (n * m)))
    return distances, limit, np.flatnonzero(distances > limit).tolist()

# %% means: the means were compared; a distance of distributions is asked for
def drift(reference, fresh, rate):
    n, m, d = len(reference), len(fresh), reference.shape[1]
    distances = np.abs(reference.mean(axis=0) - fresh.mean(axis=0))
    limit = float(np.sqrt(np.log(2 * d / rate) / 2 * (n + m) / (n * m)))
    return distances, limit, np.flatnonzero(distances > limit).tolist()

# %% one-size: the limit was worked out from the size of the reference alone
def drift(reference, fresh, rate):
    n, d = reference.shape
    places = np.concatenate([reference, fresh])
    distances = np.abs((reference[:, None] <= places).mean(axis=0) - (fresh[:, None] <= places).mean(axis=0)).max(axis=0)
    limit = float(np.sqrt(np.log(2 * d / rate) / 2 / n))
    return distances, limit, np.flatnonzero(distances > limit).tolist()

# %% binned: ten bins were counted; the shares have to be compared at every value
def drift(reference, fresh, rate):
    n, m, d = len(reference), len(fresh), reference.shape[1]
    distances = np.empty(d)
    for j in range(d):
        edges = np.histogram_bin_edges(np.concatenate([reference[:, j], fresh[:, j]]), 10)
        counts = [np.histogram(a[:, j], edges)[0] / len(a) for a in (reference, fresh)]
        distances[j] = np.abs(counts[0] - counts[1]).sum() / 2
    limit = float(np.sqrt(np.log(2 * d / rate) / 2 * (n + m) / (n * m)))
    return distances, limit, np.flatnonzero(distances > limit).tolist()
