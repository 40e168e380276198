# %% natural: natural logarithms give the time in which the values grow by the factor e; a doubling takes ln 2 of it
def doubling(years, values):
    x, y = np.asarray(years, float), np.log(np.asarray(values, float))
    fit = lambda x, y: 1 / np.polyfit(x - x.mean(), y, 1)[0]
    times = [fit(np.delete(x, i), np.delete(y, i)) for i in range(len(x))]
    return fit(x, y), min(times), max(times)

# %% slope: these are slopes, doublings per year; a doubling time is the inverse
def doubling(years, values):
    x, y = np.asarray(years, float), np.log2(np.asarray(values, float))
    fit = lambda x, y: np.polyfit(x - x.mean(), y, 1)[0]
    times = [fit(np.delete(x, i), np.delete(y, i)) for i in range(len(x))]
    return fit(x, y), min(times), max(times)

# %% wrong-way: the years were fitted to the logarithms; the task fits the logarithms to the years
def doubling(years, values):
    x, y = np.asarray(years, float), np.log2(np.asarray(values, float))
    fit = lambda x, y: np.polyfit(y, x - x.mean(), 1)[0]
    times = [fit(np.delete(x, i), np.delete(y, i)) for i in range(len(x))]
    return fit(x, y), min(times), max(times)

# %% end-points: only the first and the last row were used
def doubling(years, values):
    x, y = np.asarray(years, float), np.log2(np.asarray(values, float))
    order = np.argsort(x)
    x, y = x[order], y[order]
    fit = lambda x, y: (x[-1] - x[0]) / (y[-1] - y[0])
    times = [fit(np.delete(x, i), np.delete(y, i)) for i in range(len(x))]
    return fit(x, y), min(times), max(times)

# %% through-origin: the line was forced through the origin; the means must be taken off first
def doubling(years, values):
    x, y = np.asarray(years, float), np.log2(np.asarray(values, float))
    fit = lambda x, y: (x @ x) / (x @ y)
    times = [fit(np.delete(x, i), np.delete(y, i)) for i in range(len(x))]
    return fit(x, y), min(times), max(times)

# %% swapped: shortest and longest are swapped; the steepest slope belongs to the shortest time
def doubling(years, values):
    x, y = np.asarray(years, float), np.log2(np.asarray(values, float))
    fit = lambda x, y: 1 / np.polyfit(x - x.mean(), y, 1)[0]
    times = [fit(np.delete(x, i), np.delete(y, i)) for i in range(len(x))]
    return fit(x, y), max(times), min(times)

# %% not-all: the first row is never left out
def doubling(years, values):
    x, y = np.asarray(years, float), np.log2(np.asarray(values, float))
    fit = lambda x, y: 1 / np.polyfit(x - x.mean(), y, 1)[0]
    times = [fit(np.delete(x, i), np.delete(y, i)) for i in range(1, len(x))]
    return fit(x, y), min(times), max(times)

# %% raw-values: a line was fitted to the values themselves; exponential growth is straight in their logarithms
def doubling(years, values):
    x, y = np.asarray(years, float), np.asarray(values, float)
    fit = lambda x, y: 1 / np.polyfit(x - x.mean(), y, 1)[0]
    times = [fit(np.delete(x, i), np.delete(y, i)) for i in range(len(x))]
    return fit(x, y), min(times), max(times)
