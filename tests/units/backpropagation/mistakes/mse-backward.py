# %% mean-over-samples-only: The squares were summed over the outputs and averaged over the samples.
def mse_backward(P, T):
    if P.shape != T.shape:
        raise ValueError("shapes differ")
    error = P - T
    return np.sum(error**2) / len(P), 2 * error / len(P)
# %% half: A factor 1/2 was put before the mean.
def mse_backward(P, T):
    if P.shape != T.shape:
        raise ValueError("shapes differ")
    error = P - T
    return np.mean(error**2) / 2, error / P.size
# %% no-two: The loss is right, and the 2 is missing in the derivative.
def mse_backward(P, T):
    if P.shape != T.shape:
        raise ValueError("shapes differ")
    error = P - T
    return np.mean(error**2), error / P.size
# %% sign: The derivative is that of target - prediction.
def mse_backward(P, T):
    if P.shape != T.shape:
        raise ValueError("shapes differ")
    error = T - P
    return np.mean(error**2), 2 * error / P.size
# %% not-averaged: The derivative was not divided by the number of entries.
def mse_backward(P, T):
    if P.shape != T.shape:
        raise ValueError("shapes differ")
    error = P - T
    return np.mean(error**2), 2 * error
# %% stretched: Shapes that differ are stretched instead of refused.
def mse_backward(P, T):
    error = P - T
    return np.mean(error**2), 2 * error / error.size
# %% only-the-size: The number of entries was compared instead of the shapes.
def mse_backward(P, T):
    if P.size != T.size:
        raise ValueError("shapes differ")
    error = P - T
    return np.mean(error**2), 2 * error / P.size
# %% in-place: The errors were written into the caller's predictions.
def mse_backward(P, T):
    if P.shape != T.shape:
        raise ValueError("shapes differ")
    P -= T
    return np.mean(P**2), 2 * P / P.size
# %% rows-only: Only the number of rows was compared, and one column is still stretched.
def mse_backward(P, T):
    if len(P) != len(T) or P.ndim != T.ndim:
        raise ValueError
    return np.mean((P - T) ** 2), 2 * (P - T) / P.size
