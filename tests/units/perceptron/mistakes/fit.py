# %% clean-missing: the clean epoch was not put into the history
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        if mistakes == 0:
            break
        history.append(mistakes)
    return w, b, history

# %% never-stops: all epochs were run even after a clean one
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        history.append(mistakes)
    return w, b, history

# %% restarts: every epoch started again from zero
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    history = []
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(max_epochs):
        w, b, mistakes = run_epoch(X, y, np.zeros(X.shape[1]), 0.0, rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return w, b, history

# %% bias-lost: the bias was not carried from epoch to epoch
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        w, b, mistakes = run_epoch(X, y, w, 0.0, rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return w, b, history

# %% one-epoch-at-least: an epoch was run although none was allowed
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    while True:
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        history.append(mistakes)
        if mistakes == 0 or len(history) >= max_epochs:
            return w, b, history

# %% one-too-many: one epoch more than allowed was run
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs + 1):
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return w, b, history

# %% impatient: training stopped when the mistakes no longer became fewer
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        history.append(mistakes)
        if mistakes == 0 or (len(history) > 1 and history[-1] >= history[-2]):
            break
    return w, b, history

# %% running-total: the history held the mistakes so far instead of those of each epoch
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w, b, history, total = np.zeros(X.shape[1]), 0.0, [], 0
    for _ in range(max_epochs):
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        total += mistakes
        history.append(total)
        if mistakes == 0:
            break
    return w, b, history

# %% rate-of-one: the rate was not handed on
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        w, b, mistakes = run_epoch(X, y, w, b, 1.0)
        history.append(mistakes)
        if mistakes == 0:
            break
    return w, b, history

# %% ones: training started from ones instead of zeros
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w, b, history = np.ones(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return w, b, history

# %% kept-history: the history of an earlier training was continued (a list as a default value)
def fit(X, y, run_epoch, rate=1.0, max_epochs=100, history=[]):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(max_epochs):
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return w, b, history

# %% own-epoch: one_epoch was called instead of the function that was handed in
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        w, b, mistakes = one_epoch(X, y, w, b, rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return w, b, history

# %% one-behind: the weights that the last epoch started from were returned
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    start = w, b
    for _ in range(max_epochs):
        start = w, b
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return *start, history

# %% rate-fixed: the default of the rate is not the one asked for
def fit(X, y, run_epoch, rate=0.1, max_epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        w, b, mistakes = run_epoch(X, y, w, b, rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return w, b, history
