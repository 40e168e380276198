# %% batch: all samples were predicted with the starting weights
def one_epoch(X, y, w, b, rate):
    X, y, w = np.asarray(X, float), np.asarray(y, float), np.array(w, float)
    errors = (X @ w + b >= 0) - y
    return w - rate * (errors @ X), b - rate * errors.sum(), int(np.count_nonzero(errors))

# %% wrong-sign: the step was added instead of subtracted
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w, float), 0
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b >= 0) - int(target)
        w = w + rate * error * x
        b = b + rate * error
        mistakes += abs(error)
    return w, b, mistakes

# %% frozen-bias: the bias was left as it was
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w, float), 0
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b >= 0) - int(target)
        w = w - rate * error * x
        mistakes += abs(error)
    return w, b, mistakes

# %% strict: a sum of exactly zero was taken for a prediction of 0
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w, float), 0
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b > 0) - int(target)
        w = w - rate * error * x
        b = b - rate * error
        mistakes += abs(error)
    return w, b, mistakes

# %% no-rate: the rate was not used
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w, float), 0
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b >= 0) - int(target)
        w = w - error * x
        b = b - error
        mistakes += abs(error)
    return w, b, mistakes

# %% bias-without-rate: the rate was used for the weights only
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w, float), 0
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b >= 0) - int(target)
        w = w - rate * error * x
        b = b - error
        mistakes += abs(error)
    return w, b, mistakes

# %% in-place: the array of weights that came in was changed
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.asarray(w, float), 0
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b >= 0) - int(target)
        w -= rate * error * x
        b = b - rate * error
        mistakes += abs(error)
    return w, b, mistakes

# %% integers: a copy of integer weights stayed integer and could not hold fractions
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w), 0
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b >= 0) - int(target)
        w[:] = w - rate * error * x
        b = b - rate * error
        mistakes += abs(error)
    return w, b, mistakes

# %% signed-count: the errors were added up with their signs instead of counted
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w, float), 0
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b >= 0) - int(target)
        w = w - rate * error * x
        b = b - rate * error
        mistakes += error
    return w, b, mistakes

# %% counted-after: the mistakes were counted with the final weights
def one_epoch(X, y, w, b, rate):
    X, w = np.asarray(X, float), np.array(w, float)
    for x, target in zip(X, y):
        error = int(x @ w + b >= 0) - int(target)
        w = w - rate * error * x
        b = b - rate * error
    return w, b, int(np.count_nonzero((X @ w + b >= 0) != (np.asarray(y) == 1)))

# %% from-zero: training started from zero whatever came in
def one_epoch(X, y, w, b, rate):
    w, b, mistakes = np.zeros(len(w)), 0.0, 0
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b >= 0) - int(target)
        w = w - rate * error * x
        b = b - rate * error
        mistakes += abs(error)
    return w, b, mistakes

# %% first-mistake: the pass ended at the first mistake
def one_epoch(X, y, w, b, rate):
    w = np.array(w, float)
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b >= 0) - int(target)
        if error:
            return w - rate * error * x, b - rate * error, 1
    return w, b, 0

# %% unsigned-targets: the error was computed in the targets' unsigned type, which has no -1
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w, float), 0
    for x, target in zip(np.asarray(X, float), y):
        with np.errstate(all="ignore"):
            error = (x @ w + b >= 0).astype(y.dtype) - target
        w = w - rate * error * x
        b = b - rate * error
        mistakes += int(error != 0)
    return w, b, mistakes

# %% shuffled: the samples were visited in another order
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w, float), 0
    for i in np.random.default_rng(0).permutation(len(X))[::-1]:
        x = np.asarray(X[i], float)
        error = int(x @ w + b >= 0) - int(y[i])
        w = w - rate * error * x
        b = b - rate * error
        mistakes += abs(error)
    return w, b, mistakes

# %% list: the weights came back as a list
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w, float), 0
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b >= 0) - int(target)
        w = w - rate * error * x
        b = b - rate * error
        mistakes += abs(error)
    return list(w), b, mistakes

# %% column: the weights came back as a column
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w, float).reshape(-1, 1), 0
    for x, target in zip(np.asarray(X, float), y):
        error = int((x @ w).item() + b >= 0) - int(target)
        w = w - rate * error * x[:, None]
        b = b - rate * error
        mistakes += abs(error)
    return w, b, mistakes

# %% until-right: a sample was corrected again and again until it was right
def one_epoch(X, y, w, b, rate):
    w, mistakes = np.array(w, float), 0
    for x, target in zip(np.asarray(X, float), y):
        error = int(x @ w + b >= 0) - int(target)
        mistakes += abs(error)
        while error:
            w = w - rate * error * x
            b = b - rate * error
            error = int(x @ w + b >= 0) - int(target)
    return w, b, mistakes
