# %% naive: The logarithm of a probability that rounds to 0 gives infinity or nan.
def bce_backward(Z, Y):
    with np.errstate(all="ignore"):
        p = 1 / (1 + np.exp(-Z))
        return -np.mean(Y * np.log(p) + (1 - Y) * np.log(1 - p)), (p - Y) / len(Z)
# %% clipped: The probability was clipped, so a logit of 1000 with target 0 costs 16 instead of 1000.
def bce_backward(Z, Y):
    p = 0.5 * (1 + np.tanh(0.5 * Z))
    q = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(Y * np.log(q) + (1 - Y) * np.log(1 - q)), (p - Y) / len(Z)
# %% no-mean-in-gradient: The 1/n of the mean is missing in the derivative.
def bce_backward(Z, Y):
    p = 0.5 * (1 + np.tanh(0.5 * Z))
    return np.mean(np.logaddexp(0, Z) - Y * Z), p - Y
# %% by-the-probability: The derivative is the one by the probability, not by the logit.
def bce_backward(Z, Y):
    with np.errstate(all="ignore"):
        p = 0.5 * (1 + np.tanh(0.5 * Z))
        return np.mean(np.logaddexp(0, Z) - Y * Z), (p - Y) / (p * (1 - p)) / len(Z)
# %% hard-targets: Only targets of exactly 1 count, so 0.25 is taken as 0.
def bce_backward(Z, Y):
    p = 0.5 * (1 + np.tanh(0.5 * Z))
    return np.mean(np.where(Y == 1, np.logaddexp(0, -Z), np.logaddexp(0, Z))), (p - Y) / len(Z)
# %% sum: The loss is the sum over the samples instead of the mean.
def bce_backward(Z, Y):
    p = 0.5 * (1 + np.tanh(0.5 * Z))
    return np.sum(np.logaddexp(0, Z) - Y * Z), (p - Y) / len(Z)
# %% overflow-in-the-sigmoid: exp(z) / (1 + exp(z)) is infinity over infinity for large z.
def bce_backward(Z, Y):
    with np.errstate(all="ignore"):
        p = np.exp(Z) / (1 + np.exp(Z))
    return np.mean(np.logaddexp(0, Z) - Y * Z), (p - Y) / len(Z)
# %% sign: The derivative is that of target - prediction.
def bce_backward(Z, Y):
    p = 0.5 * (1 + np.tanh(0.5 * Z))
    return np.mean(np.logaddexp(0, Z) - Y * Z), (Y - p) / len(Z)
# %% nan-to-num: The infinities were replaced by huge numbers instead of being avoided.
def bce_backward(Z, Y):
    with np.errstate(all="ignore"):
        p = 1 / (1 + np.exp(-Z))
        loss = np.nan_to_num(-Y * np.log(p) - (1 - Y) * np.log(1 - p))
    return np.mean(loss), (p - Y) / len(Z)
