# %% forgets-the-best: It was refitted with the last setting of the loop instead of the best.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], setting)
    return best, model, table, score(model, X[test], y[test])
# %% first-of-the-grid: It was refitted with the first setting of the grid instead of the best.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], grid[0])
    return best, model, table, score(model, X[test], y[test])
# %% test-rows-learnt: Rows that are kept for the test were learnt from while choosing.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = folds != f, folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table, score(model, X[test], y[test])
# %% refit-on-everything: It was refitted on all rows, those of the test among them.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X, y, best)
    return best, model, table, score(model, X[test], y[test])
# %% not-refitted: The model of the last fold was returned instead of a new one from all rows outside the test.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[learn], y[learn], best)
    return best, model, table, score(model, X[test], y[test])
# %% fold-learnt: The rows of the fold itself were learnt from.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = folds >= 0, folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table, score(model, X[test], y[test])
# %% exchanged: What is learnt from and what is judged are exchanged.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            check, learn = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table, score(model, X[test], y[test])
# %% lowest: The setting with the lowest mean score was chosen.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmin(np.where(np.isnan(means), np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table, score(model, X[test], y[test])
# %% last-of-equals: Of equally good settings the last one was taken.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[::-1][np.argmax(np.where(np.isnan(means), -np.inf, means)[::-1])]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table, score(model, X[test], y[test])
# %% nan-wins: A setting with nan was chosen, since argmax takes nan for the largest.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(means)]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table, score(model, X[test], y[test])
# %% nan-left-out: The nan was left out of the mean, so that a setting that failed in a fold can be chosen.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = np.where(np.isnan(table).all(axis=1), np.nan, np.nansum(table, axis=1) / np.maximum((~np.isnan(table)).sum(axis=1), 1))
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table, score(model, X[test], y[test])
# %% best-single-fold: The best score in any one fold decided instead of the mean.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.max(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table, score(model, X[test], y[test])
# %% mean-for-final: The mean over the folds was returned instead of the score on the test.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table, means.max() if not np.isnan(means).any() else np.nanmax(means)
# %% judged-on-what-it-learnt: The final score is that on the rows from which it was learnt.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table, score(model, X[~test], y[~test])
# %% chosen-on-the-test: The setting was chosen by its score on the test.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    test = folds < 0
    onto = [score(fit(X[~test], y[~test], s), X[test], y[test]) for s in grid]
    means = np.where(np.isnan(means), np.nan, onto)
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    model = fit(X[~test], y[~test], best)
    return best, model, table, score(model, X[test], y[test])
# %% index-for-setting: The place of the setting in the grid was returned instead of the setting.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return grid.index(best), model, table, score(model, X[test], y[test])
# %% table-transposed: The table has a row for each fold instead of one for each setting.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError("no setting has a score in every fold")
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table.T, score(model, X[test], y[test])
# %% no-error: Nothing was raised when every setting has a nan.
def select(fit, score, X, y, grid, folds):
    table = np.empty((len(grid), folds.max() + 1))
    for i, setting in enumerate(grid):
        for f in range(table.shape[1]):
            learn, check = (folds != f) & (folds >= 0), folds == f
            table[i, f] = score(fit(X[learn], y[learn], setting), X[check], y[check])
    means = table.mean(axis=1)
    best = grid[np.argmax(np.where(np.isnan(means), -np.inf, means))]
    test = folds < 0
    model = fit(X[~test], y[~test], best)
    return best, model, table, score(model, X[test], y[test])
