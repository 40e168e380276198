# %% one-sided: One step ahead was taken; the central difference goes to both sides.
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = []
    for direction in directions:
        ahead = loss([a + step * d for a, d in zip(arrays, direction)])
        behind = loss([a + 0 * d for a, d in zip(arrays, direction)])
        measured = (ahead - behind) / step
        predicted = sum(np.sum(g * d) for g, d in zip(grads, direction))
        gaps.append(abs(predicted - measured) / max(1, abs(measured)))
    return np.array(gaps)
# %% half: The difference was divided by the step; the two ends are two steps apart.
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = []
    for direction in directions:
        ahead = loss([a + step * d for a, d in zip(arrays, direction)])
        behind = loss([a - step * d for a, d in zip(arrays, direction)])
        measured = (ahead - behind) / step
        predicted = sum(np.sum(g * d) for g, d in zip(grads, direction))
        gaps.append(abs(predicted - measured) / max(1, abs(measured)))
    return np.array(gaps)
# %% not-relative: The gap was not divided by max(1, |m|).
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = []
    for direction in directions:
        ahead = loss([a + step * d for a, d in zip(arrays, direction)])
        behind = loss([a - step * d for a, d in zip(arrays, direction)])
        measured = (ahead - behind) / (2 * step)
        predicted = sum(np.sum(g * d) for g, d in zip(grads, direction))
        gaps.append(abs(predicted - measured))
    return np.array(gaps)
# %% always-relative: The gap was divided by |m| where that is below 1, too.
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = []
    for direction in directions:
        ahead = loss([a + step * d for a, d in zip(arrays, direction)])
        behind = loss([a - step * d for a, d in zip(arrays, direction)])
        measured = (ahead - behind) / (2 * step)
        predicted = sum(np.sum(g * d) for g, d in zip(grads, direction))
        gaps.append(abs(predicted - measured) / abs(measured))
    return np.array(gaps)
# %% by-the-prediction: The gap was divided by the predicted slope; the measured one is the yardstick.
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = []
    for direction in directions:
        ahead = loss([a + step * d for a, d in zip(arrays, direction)])
        behind = loss([a - step * d for a, d in zip(arrays, direction)])
        measured = (ahead - behind) / (2 * step)
        predicted = sum(np.sum(g * d) for g, d in zip(grads, direction))
        gaps.append(abs(predicted - measured) / max(1, abs(predicted)))
    return np.array(gaps)
# %% signed: The gap has a sign; its size is asked for.
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = []
    for direction in directions:
        ahead = loss([a + step * d for a, d in zip(arrays, direction)])
        behind = loss([a - step * d for a, d in zip(arrays, direction)])
        measured = (ahead - behind) / (2 * step)
        predicted = sum(np.sum(g * d) for g, d in zip(grads, direction))
        gaps.append((predicted - measured) / max(1, abs(measured)))
    return np.array(gaps)
# %% first-array-only: Only the first array took part in the prediction.
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = []
    for direction in directions:
        ahead = loss([a + step * d for a, d in zip(arrays, direction)])
        behind = loss([a - step * d for a, d in zip(arrays, direction)])
        measured = (ahead - behind) / (2 * step)
        predicted = np.sum(grads[0] * direction[0])
        gaps.append(abs(predicted - measured) / max(1, abs(measured)))
    return np.array(gaps)
# %% worst-only: One number came back, the largest gap; one for each direction is asked for.
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = []
    for direction in directions:
        ahead = loss([a + step * d for a, d in zip(arrays, direction)])
        behind = loss([a - step * d for a, d in zip(arrays, direction)])
        measured = (ahead - behind) / (2 * step)
        predicted = sum(np.sum(g * d) for g, d in zip(grads, direction))
        gaps.append(abs(predicted - measured) / max(1, abs(measured)))
    return np.max(gaps)
# %% mean-of-products: The products of gradient and direction were averaged; a slope along a direction is their sum.
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = []
    for direction in directions:
        ahead = loss([a + step * d for a, d in zip(arrays, direction)])
        behind = loss([a - step * d for a, d in zip(arrays, direction)])
        measured = (ahead - behind) / (2 * step)
        predicted = sum(np.mean(g * d) for g, d in zip(grads, direction))
        gaps.append(abs(predicted - measured) / max(1, abs(measured)))
    return np.array(gaps)
# %% fixed-step: The step was fixed; the one that is passed in is to be used.
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps, step = [], 1e-5
    for direction in directions:
        ahead = loss([a + step * d for a, d in zip(arrays, direction)])
        behind = loss([a - step * d for a, d in zip(arrays, direction)])
        measured = (ahead - behind) / (2 * step)
        predicted = sum(np.sum(g * d) for g, d in zip(grads, direction))
        gaps.append(abs(predicted - measured) / max(1, abs(measured)))
    return np.array(gaps)
# %% in-place: The arrays that were passed in have moved.
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = []
    for direction in directions:
        for a, d in zip(arrays, direction):
            a += step * d
        ahead = loss(arrays)
        for a, d in zip(arrays, direction):
            a -= 2 * step * d
        measured = (ahead - loss(arrays)) / (2 * step)
        predicted = sum(np.sum(g * d) for g, d in zip(grads, direction))
        gaps.append(abs(predicted - measured) / max(1, abs(measured)))
    return np.array(gaps)
