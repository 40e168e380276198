# %% sum: The loss is the mean over the samples, and so are its derivatives.
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    return np.sum(np.abs(e) + np.log1p(np.exp(-2 * np.abs(e))) - np.log(2)), X.T @ np.tanh(e), np.sum(np.tanh(e))
# %% gradient-of-the-sum: The 1/n of the mean belongs to the derivatives too.
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    return np.mean(np.abs(e) + np.log1p(np.exp(-2 * np.abs(e))) - np.log(2)), X.T @ np.tanh(e), np.sum(np.tanh(e))
# %% target-minus-prediction: The error is prediction - target; the derivatives have the wrong sign.
def log_cosh(X, y, w, b):
    e = y - (X @ w + b)
    return np.mean(np.abs(e) + np.log1p(np.exp(-2 * np.abs(e))) - np.log(2)), X.T @ np.tanh(e) / len(e), np.mean(np.tanh(e))
# %% overflow: cosh of a large error is infinite; rewrite the loss before programming it.
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    with np.errstate(all="ignore"):
        return np.mean(np.log(np.cosh(e))), X.T @ np.tanh(e) / len(e), np.mean(np.tanh(e))
# %% infinity-over-infinity: sinh over cosh is tanh, which does not overflow.
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    with np.errstate(all="ignore"):
        slope = np.sinh(e) / np.cosh(e)
    return np.mean(np.abs(e) + np.log1p(np.exp(-2 * np.abs(e))) - np.log(2)), X.T @ slope / len(e), np.mean(slope)
# %% cosh-alone: The logarithm has a slope of its own.
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    with np.errstate(all="ignore"):
        slope = np.sinh(e)
        return np.mean(np.abs(e) + np.log1p(np.exp(-2 * np.abs(e))) - np.log(2)), X.T @ slope / len(e), np.mean(slope)
# %% inner-slope: A weight moves the error at the rate of its input.
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    slope = np.mean(np.tanh(e))
    return np.mean(np.abs(e) + np.log1p(np.exp(-2 * np.abs(e))) - np.log(2)), np.full(len(w), slope), slope
# %% half-forgotten: cosh is half of the sum of both exponentials.
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    return np.mean(np.logaddexp(e, -e)), X.T @ np.tanh(e) / len(e), np.mean(np.tanh(e))
# %% bias-forgotten: The bias is part of the prediction.
def log_cosh(X, y, w, b):
    e = X @ w - y
    return np.mean(np.abs(e) + np.log1p(np.exp(-2 * np.abs(e))) - np.log(2)), X.T @ np.tanh(e) / len(e), np.mean(np.tanh(e))
# %% error-itself: The slope of log-cosh is tanh of the error; the error is the slope of half its square.
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    return np.mean(np.abs(e) + np.log1p(np.exp(-2 * np.abs(e))) - np.log(2)), X.T @ e / len(e), np.mean(e)
# %% mean-over-all: The mean runs over the samples, not over samples and inputs.
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    return np.mean(np.abs(e) + np.log1p(np.exp(-2 * np.abs(e))) - np.log(2)), X.T @ np.tanh(e) / X.size, np.mean(np.tanh(e))
# %% positive-errors-only: exp(-2e) overflows for errors far below zero: use their size.
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    with np.errstate(all="ignore"):
        return np.mean(e + np.log1p(np.exp(-2 * e)) - np.log(2)), X.T @ np.tanh(e) / len(e), np.mean(np.tanh(e))
# %% column-table: y as a column makes a table of all predictions minus all targets.
def log_cosh(X, y, w, b):
    e = X @ w + b - np.reshape(y, (-1, 1))
    return np.mean(np.abs(e) + np.log1p(np.exp(-2 * np.abs(e))) - np.log(2)), X.T @ np.tanh(e).mean(axis=0) / len(X), np.mean(np.tanh(e))
# %% in-place: y was changed by the call.
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    y *= 0
    return np.mean(np.abs(e) + np.log1p(np.exp(-2 * np.abs(e))) - np.log(2)), X.T @ np.tanh(e) / len(e), np.mean(np.tanh(e))
