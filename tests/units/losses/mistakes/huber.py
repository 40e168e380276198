# %% sum: The charges were summed; divide by the number of all errors, in the gradient too.
def huber(prediction, target, weights, delta):
    error = prediction - target
    inner = np.clip(error, -delta, delta)
    share = weights[:, np.newaxis]
    return float(np.sum(share * inner * (error - inner / 2))), share * inner
# %% samples-only: Divided by the number of samples; every sample has several errors.
def huber(prediction, target, weights, delta):
    error = prediction - target
    inner = np.clip(error, -delta, delta)
    share = weights[:, np.newaxis] / len(error)
    return float(np.sum(share * inner * (error - inner / 2))), share * inner
# %% weights-normed: Divided by the sum of the weights; the mean is over the errors, whatever they weigh.
def huber(prediction, target, weights, delta):
    error = prediction - target
    inner = np.clip(error, -delta, delta)
    share = weights[:, np.newaxis] / (weights.sum() * error.shape[1])
    return float(np.sum(share * inner * (error - inner / 2))), share * inner
# %% weights-on-columns: The weights went with the columns; give them the shape (n, 1).
def huber(prediction, target, weights, delta):
    error = prediction - target
    inner = np.clip(error, -delta, delta)
    share = np.resize(weights, error.shape[1]) / error.size
    return float(np.sum(share * inner * (error - inner / 2))), share * inner
# %% jump: Beyond delta an error is charged delta * |e|, so that the two pieces do not meet.
def huber(prediction, target, weights, delta):
    error = prediction - target
    share = weights[:, np.newaxis] / error.size
    charge = np.where(np.abs(error) <= delta, error**2 / 2, delta * np.abs(error))
    return float(np.sum(share * charge)), share * np.clip(error, -delta, delta)
# %% no-half: The half is missing, in the loss and in its gradient.
def huber(prediction, target, weights, delta):
    error = prediction - target
    inner = np.clip(error, -delta, delta)
    share = weights[:, np.newaxis] / error.size
    return float(np.sum(share * inner * (2 * error - inner))), 2 * share * inner
# %% slope-one: Beyond delta the slope is delta; here it is 1, as of the absolute error.
def huber(prediction, target, weights, delta):
    error = prediction - target
    inner = np.clip(error, -delta, delta)
    share = weights[:, np.newaxis] / error.size
    slope = np.where(np.abs(error) <= delta, error, np.sign(error))
    return float(np.sum(share * inner * (error - inner / 2))), share * slope
# %% slope-unweighted: The weights are missing in the gradient.
def huber(prediction, target, weights, delta):
    error = prediction - target
    inner = np.clip(error, -delta, delta)
    share = weights[:, np.newaxis] / error.size
    return float(np.sum(share * inner * (error - inner / 2))), inner / error.size
# %% sign: The gradient has the wrong sign: the error is prediction minus target.
def huber(prediction, target, weights, delta):
    error = target - prediction
    inner = np.clip(error, -delta, delta)
    share = weights[:, np.newaxis] / error.size
    return float(np.sum(share * inner * (error - inner / 2))), share * inner
# %% in-place: prediction -= target changed the caller's predictions.
def huber(prediction, target, weights, delta):
    prediction -= target
    inner = np.clip(prediction, -delta, delta)
    share = weights[:, np.newaxis] / prediction.size
    return float(np.sum(share * inner * (prediction - inner / 2))), share * inner
