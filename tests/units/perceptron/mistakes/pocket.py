# %% as-it-was: the function was copied without a repair
def pocket(X, y, rate, epochs):
    return broken_pocket(X, y, rate, epochs)

# %% copied-at-the-end: the copy was made when it was too late, at the return
def pocket(X, y, rate, epochs):
    best_w, best_b, fewest = broken_pocket(X, y, rate, epochs)
    return best_w.copy(), best_b, fewest

# %% copied-at-the-start: the copy was made once, before the loop, and not where the pocket is filled
def pocket(X, y, rate, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    best_w, best_b, fewest = w.copy(), b, len(y) + 1
    for _ in range(epochs):
        errors = np.where(X @ w + b >= 0, 1, 0) - y
        mistakes = int(np.count_nonzero(errors))
        if mistakes < fewest:
            best_w, best_b, fewest = w, b, mistakes
        w -= rate * (errors @ X)
        b -= rate * errors.sum()
    return best_w, best_b, fewest

# %% recounted: the report was made to fit the last weights instead of keeping the best
def pocket(X, y, rate, epochs):
    w, b, _ = broken_pocket(X, y, rate, epochs)
    return w, b, int(np.count_nonzero((X @ w + b >= 0) != y))

# %% saved-after: the weights were put in the pocket after the update that followed the count
def pocket(X, y, rate, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    best_w, best_b, fewest = w.copy(), b, len(y) + 1
    for _ in range(epochs):
        errors = np.where(X @ w + b >= 0, 1, 0) - y
        mistakes = int(np.count_nonzero(errors))
        w -= rate * (errors @ X)
        b -= rate * errors.sum()
        if mistakes < fewest:
            best_w, best_b, fewest = w.copy(), b, mistakes
    return best_w, best_b, fewest

# %% latest-of-equals: later weights with equally few mistakes replaced the earlier ones
def pocket(X, y, rate, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    best_w, best_b, fewest = w, b, len(y) + 1
    for _ in range(epochs):
        errors = np.where(X @ w + b >= 0, 1, 0) - y
        mistakes = int(np.count_nonzero(errors))
        if mistakes <= fewest:
            best_w, best_b, fewest = w.copy(), b, mistakes
        w -= rate * (errors @ X)
        b -= rate * errors.sum()
    return best_w, best_b, fewest

# %% count-moved: the mistakes were counted after the update, so the zero weights were never looked at
def pocket(X, y, rate, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    best_w, best_b, fewest = w, b, len(y) + 1
    for _ in range(epochs):
        errors = np.where(X @ w + b >= 0, 1, 0) - y
        w = w - rate * (errors @ X)
        b = b - rate * errors.sum()
        mistakes = int(np.count_nonzero((X @ w + b >= 0) != y))
        if mistakes < fewest:
            best_w, best_b, fewest = w, b, mistakes
    return best_w, best_b, fewest

# %% last-weights: the last weights were returned with their own mistakes
def pocket(X, y, rate, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        errors = np.where(X @ w + b >= 0, 1, 0) - y
        seen = w, b, int(np.count_nonzero(errors))
        w = w - rate * (errors @ X)
        b = b - rate * errors.sum()
    return seen

# %% samples-scaled: the samples that came in were scaled in place to make training faster
def pocket(X, y, rate, epochs):
    if X.dtype == float:
        X *= 0.5
        rate = rate * 4
    w, b = np.zeros(X.shape[1]), 0.0
    best_w, best_b, fewest = w, b, len(y) + 1
    for _ in range(epochs):
        errors = np.where(X @ w + b >= 0, 1, 0) - y
        mistakes = int(np.count_nonzero(errors))
        if mistakes < fewest:
            best_w, best_b, fewest = w.copy(), b, mistakes
        w -= rate * (errors @ X)
        b -= rate * errors.sum()
    return best_w, best_b, fewest
