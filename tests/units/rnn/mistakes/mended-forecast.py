# %% scaled: The forecasts are still on the scale of the model.
def mended_forecast(series, origin, weights, bias, steps):
    known = series[:origin]
    mean, deviation = known.mean(), known.std()
    values = list((known - mean) / deviation)
    for _ in range(steps):
        window = np.array(values[-len(weights) :])
        values.append(window @ weights + bias)
    return np.array(values[origin:])

# %% whole-mean: Mean and deviation still come from the whole series, which contains the future.
def mended_forecast(series, origin, weights, bias, steps):
    known = series[:origin]
    mean, deviation = series.mean(), series.std()
    values = list((known - mean) / deviation)
    for _ in range(steps):
        window = np.array(values[-len(weights) :])
        values.append(window @ weights + bias)
    return np.array(values[origin:]) * deviation + mean

# %% true-values: True values are still used where the forecasts should go on by themselves.
def mended_forecast(series, origin, weights, bias, steps):
    known = series[:origin]
    mean, deviation = known.mean(), known.std()
    values = list((known - mean) / deviation)
    scaled = (series - mean) / deviation
    for t in range(origin, origin + steps):
        window = (list(scaled[:t]) + values[len(series):])[-len(weights) :]
        values.append(np.array(window) @ weights + bias)
    return np.array(values[origin:]) * deviation + mean

# %% reversed: The weights are in the wrong order: weights[-1] belongs to the newest value.
def mended_forecast(series, origin, weights, bias, steps):
    known = series[:origin]
    mean, deviation = known.mean(), known.std()
    values = list((known - mean) / deviation)
    for _ in range(steps):
        window = np.array(values[-len(weights) :])
        values.append(window[::-1] @ weights + bias)
    return np.array(values[origin:]) * deviation + mean

# %% stands-still: The first forecast is repeated; each one must use those before it.
def mended_forecast(series, origin, weights, bias, steps):
    known = series[:origin]
    mean, deviation = known.mean(), known.std()
    values = list((known - mean) / deviation)
    for _ in range(steps):
        window = np.array(values[origin - len(weights) : origin])
        values.append(window @ weights + bias)
    return np.array(values[origin:]) * deviation + mean

# %% no-bias: The bias is missing.
def mended_forecast(series, origin, weights, bias, steps):
    known = series[:origin]
    mean, deviation = known.mean(), known.std()
    values = list((known - mean) / deviation)
    for _ in range(steps):
        window = np.array(values[-len(weights) :])
        values.append(window @ weights)
    return np.array(values[origin:]) * deviation + mean

# %% window-scale: Mean and deviation were taken from the last window; all known values count.
def mended_forecast(series, origin, weights, bias, steps):
    known = series[origin - max(len(weights), 2) : origin] if origin > 3 else series[:origin]
    mean, deviation = known.mean(), known.std()
    values = list((known - mean) / deviation)
    for _ in range(steps):
        window = np.array(values[-len(weights) :])
        values.append(window @ weights + bias)
    return np.array(values[len(known):]) * deviation + mean

# %% late: The first forecast is missing: it is for row origin.
def mended_forecast(series, origin, weights, bias, steps):
    known = series[:origin]
    mean, deviation = known.mean(), known.std()
    values = list((known - mean) / deviation)
    for _ in range(steps + 1):
        window = np.array(values[-len(weights) :])
        values.append(window @ weights + bias)
    return np.array(values[origin + 1 :]) * deviation + mean

# %% sample-deviation: The deviation was computed with 1/(n - 1); np.std divides by n.
def mended_forecast(series, origin, weights, bias, steps):
    known = series[:origin]
    mean, deviation = known.mean(), known.std(ddof=1)
    values = list((known - mean) / deviation)
    for _ in range(steps):
        window = np.array(values[-len(weights) :])
        values.append(window @ weights + bias)
    return np.array(values[origin:]) * deviation + mean
