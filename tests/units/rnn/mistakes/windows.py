# %% horizon-late: One row too late: with horizon 1 the target is the row right after the window.
def windows(series, width, horizon, split):
    first = width + horizon
    count, train = len(series) - first, split - first
    if not 0 < train < count:
        raise ValueError(f"{max(count, 0)} windows cannot be split before row {split}")
    x = np.stack([series[s : s + width] for s in range(count)])
    y = series[first:].copy()
    return x[:train], y[:train], x[train:], y[train:]

# %% horizon-ignored: The horizon was ignored: the target is the row right after the window.
def windows(series, width, horizon, split):
    first = width
    count, train = len(series) - first, split - first
    if not 0 < train < count:
        raise ValueError(f"{max(count, 0)} windows cannot be split before row {split}")
    x = np.stack([series[s : s + width] for s in range(count)])
    y = series[first:].copy()
    return x[:train], y[:train], x[train:], y[train:]

# %% boundary: Row split is the first of the time after training; it was used as a training target.
def windows(series, width, horizon, split):
    first = width - 1 + horizon
    count, train = len(series) - first, split - first + 1
    if not 0 < train < count:
        raise ValueError(f"{max(count, 0)} windows cannot be split before row {split}")
    x = np.stack([series[s : s + width] for s in range(count)])
    y = series[first:].copy()
    return x[:train], y[:train], x[train:], y[train:]

# %% split-by-window: Windows that begin before the split were taken for training; the target decides.
def windows(series, width, horizon, split):
    first = width - 1 + horizon
    count, train = len(series) - first, split
    if not 0 < train < count:
        raise ValueError(f"{max(count, 0)} windows cannot be split before row {split}")
    x = np.stack([series[s : s + width] for s in range(count)])
    y = series[first:].copy()
    return x[:train], y[:train], x[train:], y[train:]

# %% window-ends-before: Windows that end before the split were taken for training, though their targets lie after it.
def windows(series, width, horizon, split):
    first = width - 1 + horizon
    count, train = len(series) - first, split - width + 1
    if not 0 < train < count:
        raise ValueError(f"{max(count, 0)} windows cannot be split before row {split}")
    x = np.stack([series[s : s + width] for s in range(count)])
    y = series[first:].copy()
    return x[:train], y[:train], x[train:], y[train:]

# %% last-lost: The last window is missing: its target is the last row.
def windows(series, width, horizon, split):
    first = width - 1 + horizon
    count, train = len(series) - first, split - first
    if not 0 < train < count:
        raise ValueError(f"{max(count, 0)} windows cannot be split before row {split}")
    x = np.stack([series[s : s + width] for s in range(count)])
    y = series[first:].copy()
    return x[:train], y[:train], x[train:-1], y[train:-1]

# %% tests-start-late: Test windows may begin before the split: those rows are past when the forecast is made.
def windows(series, width, horizon, split):
    first = width - 1 + horizon
    count, train = len(series) - first, split - first
    if not 0 < train < count:
        raise ValueError(f"{max(count, 0)} windows cannot be split before row {split}")
    x = np.stack([series[s : s + width] for s in range(count)])
    y = series[first:].copy()
    return x[:train], y[:train], x[split:], y[split:]

# %% empty: An empty side was returned instead of raising ValueError.
def windows(series, width, horizon, split):
    first = width - 1 + horizon
    count, train = len(series) - first, split - first
    if not 0 <= train <= count:
        raise ValueError(f"{max(count, 0)} windows cannot be split before row {split}")
    x = np.stack([series[s : s + width] for s in range(count)])
    y = series[first:].copy()
    return x[:train], y[:train], x[train:], y[train:]

# %% shuffled: The samples were shuffled before they were split: training then knows the future.
def windows(series, width, horizon, split):
    first = width - 1 + horizon
    count, train = len(series) - first, split - first
    if not 0 < train < count:
        raise ValueError(f"{max(count, 0)} windows cannot be split before row {split}")
    x = np.stack([series[s : s + width] for s in range(count)])
    y = series[first:].copy()
    order = np.random.default_rng(0).permutation(count)
    x, y = x[order], y[order]
    return x[:train], y[:train], x[train:], y[train:]
