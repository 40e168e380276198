# %% no-constant: The constant with 2 pi was left out.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) / sds
    return (-(off**2) / 2 - np.log(sds)).sum(axis=2)
# %% constant-once: The constant was counted once for a sample; every feature brings it.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) / sds
    return (-(off**2) / 2 - np.log(sds)).sum(axis=2) - np.log(2 * np.pi) / 2
# %% no-half: The half in the exponent was left out.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) / sds
    return (-(off**2) - np.log(sds) - np.log(2 * np.pi) / 2).sum(axis=2)
# %% no-log-s: The term -log s was left out, so that wide classes are favoured.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) / sds
    return (-(off**2) / 2 - np.log(2 * np.pi) / 2).sum(axis=2)
# %% log-s-added: The logarithm of s was added instead of subtracted.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) / sds
    return (-(off**2) / 2 + np.log(sds) - np.log(2 * np.pi) / 2).sum(axis=2)
# %% log-variance: The logarithm of the variance was subtracted, twice what is right.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) / sds
    return (-(off**2) / 2 - np.log(sds**2) - np.log(2 * np.pi) / 2).sum(axis=2)
# %% sds-are-variances: The standard deviations were taken for variances.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) ** 2 / sds
    return (-off / 2 - np.log(sds) / 2 - np.log(2 * np.pi) / 2).sum(axis=2)
# %% product-first: The densities were multiplied before the logarithm, and their product is 0.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) / sds
    return np.log((np.exp(-(off**2) / 2) / (sds * np.sqrt(2 * np.pi))).prod(axis=2))
# %% density: The density was returned instead of its logarithm.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) / sds
    return np.exp((-(off**2) / 2 - np.log(sds) - np.log(2 * np.pi) / 2).sum(axis=2))
# %% averaged: The mean over the features was taken; the logarithm of a product is a sum.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) / sds
    return (-(off**2) / 2 - np.log(sds) - np.log(2 * np.pi) / 2).mean(axis=2)
# %% sign: The sign is turned.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) / sds
    return (off**2 / 2 + np.log(sds) + np.log(2 * np.pi) / 2).sum(axis=2)
# %% transposed: Classes are in the rows and samples in the columns.
def class_scores(X, means, sds):
    off = (X[:, None, :] - means) / sds
    return (-(off**2) / 2 - np.log(sds) - np.log(2 * np.pi) / 2).sum(axis=2).T
