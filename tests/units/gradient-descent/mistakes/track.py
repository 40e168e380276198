# %% uphill: The gradient was added; descent subtracts it.
def track(gradient, start, rates):
    places = [np.array(start, dtype=float)]
    for rate in rates:
        places.append(places[-1] + rate * gradient(places[-1]))
    return np.array(places)
# %% first-rate: The first rate was used for every step.
def track(gradient, start, rates):
    places = [np.array(start, dtype=float)]
    for _ in rates:
        places.append(places[-1] - rates[0] * gradient(places[-1]))
    return np.array(places)
# %% gradient-once: The gradient was taken once, at the start.
def track(gradient, start, rates):
    places = [np.array(start, dtype=float)]
    if len(rates):
        slope = np.array(gradient(places[0]))
    for rate in rates:
        places.append(places[-1] - rate * slope)
    return np.array(places)
# %% one-array: All rows are the same array, changed in place.
def track(gradient, start, rates):
    theta = np.array(start, dtype=float)
    places = [theta]
    for rate in rates:
        theta -= rate * gradient(theta)
        places.append(theta)
    return np.array(places)
# %% start-changed: The caller's start was changed in place.
def track(gradient, start, rates):
    theta = np.asarray(start, dtype=float)
    places = [theta.copy()]
    for rate in rates:
        theta -= rate * gradient(theta)
        places.append(theta.copy())
    return np.array(places)
# %% integers: The start was kept as integers.
def track(gradient, start, rates):
    places = np.zeros((len(rates) + 1, len(start)), dtype=np.asarray(start).dtype)
    places[0] = start
    for k, rate in enumerate(rates):
        places[k + 1] = places[k] - rate * gradient(places[k])
    return places
# %% start-missing: The start is missing from the track.
def track(gradient, start, rates):
    theta, places = np.array(start, dtype=float), []
    for rate in rates:
        theta = theta - rate * gradient(theta)
        places.append(theta)
    return np.array(places)
# %% last-only: Only the last place was returned.
def track(gradient, start, rates):
    theta = np.array(start, dtype=float)
    for rate in rates:
        theta = theta - rate * gradient(theta)
    return theta
# %% rates-reversed: The rates were used from the last to the first.
def track(gradient, start, rates):
    places = [np.array(start, dtype=float)]
    for rate in rates[::-1]:
        places.append(places[-1] - rate * gradient(places[-1]))
    return np.array(places)
# %% one-step-short: The last rate was not used.
def track(gradient, start, rates):
    places = [np.array(start, dtype=float)]
    for rate in rates[:-1]:
        places.append(places[-1] - rate * gradient(places[-1]))
    return np.array(places)
# %% normalised: The gradient was divided by its length, so the steps no longer depend on the slope.
def track(gradient, start, rates):
    places = [np.array(start, dtype=float)]
    for rate in rates:
        slope = gradient(places[-1])
        places.append(places[-1] - rate * slope / np.linalg.norm(slope))
    return np.array(places)
# %% gradient-twice: The gradient was asked for twice in every step, once too often.
def track(gradient, start, rates):
    places = [np.array(start, dtype=float)]
    for rate in rates:
        if np.any(gradient(places[-1])):
            places.append(places[-1] - rate * gradient(places[-1]))
        else:
            places.append(places[-1])
    return np.array(places)
# %% stops-when-diverging: The walk stays where it is once the gradient has become longer than before.
def track(gradient, start, rates):
    places, longest = [np.array(start, dtype=float)], np.inf
    for rate in rates:
        slope = np.array(gradient(places[-1]))
        if np.linalg.norm(slope) > 4 * longest:
            places.append(places[-1])
            continue
        longest = min(longest, np.linalg.norm(slope))
        places.append(places[-1] - rate * slope)
    return np.array(places)
# %% rates-in-place: The rates were used up, in the caller's own array.
def track(gradient, start, rates):
    places = [np.array(start, dtype=float)]
    for k in range(len(rates)):
        places.append(places[-1] - rates[k] * gradient(places[-1]))
        if not isinstance(rates, list):
            rates[k] = 0
    return np.array(places)
