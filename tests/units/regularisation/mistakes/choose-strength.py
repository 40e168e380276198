# %% leak: The means and standard deviations were taken over all rows, the fold's own among them.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X.mean(axis=0), X.std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - middle) / spread @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[near].max(), table

# %% not-standardised: The columns were not standardised.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = 0.0, 1.0
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - middle) / spread @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[near].max(), table

# %% fold-by-itself: The fold was standardised with its own means and standard deviations.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - X[fold].mean(axis=0)) / X[fold].std(axis=0) @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[near].max(), table

# %% training-error: The error was measured on the rows that were trained on.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[others] - middle) / spread @ w + b - y[others]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[near].max(), table

# %% trained-on-the-fold: The model was fitted to the fold and judged on the others.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others, fold = fold, np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - middle) / spread @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[near].max(), table

# %% best-only: The strength with the lowest mean was taken; a stronger one lies within its error bar.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - middle) / spread @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[best], table

# %% weakest: The weakest strength within the error bar was taken instead of the strongest.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - middle) / spread @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[near].min(), table

# %% last-in-the-list: The last strength of the list within the error bar was taken; the list is in any order.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - middle) / spread @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[near][-1], table

# %% own-bar: Each strength's own error bar was used instead of that of the best.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - middle) / spread @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] - table[:, 1] <= table[best, 0]
    return np.asarray(strengths)[near].max(), table

# %% over-k: The denominator of the standard deviation is K instead of K - 1.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - middle) / spread @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=0) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[near].max(), table

# %% root-forgotten: The standard deviation was not divided by the root of K.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - middle) / spread @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1)], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[near].max(), table

# %% in-place: The samples of the caller were standardised in place.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        X -= middle
        X /= spread
        for s, strength in enumerate(strengths):
            w, b = ridge(X[others], y[others], strength)
            errors[s, k] = np.mean((X[fold] @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[near].max(), table

# %% surest: The strength with the smallest error bar was taken for the best.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - middle) / spread @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 1].argmin()
    near = table[:, 0] <= table[best].sum()
    return np.asarray(strengths)[near].max(), table

# %% at-most-is-below: A mean at the limit itself was not let through.
def choose_strength(X, y, folds, strengths):
    errors = np.zeros((len(strengths), len(folds)))
    for k, fold in enumerate(folds):
        others = np.setdiff1d(np.arange(len(X)), fold)
        middle, spread = X[others].mean(axis=0), X[others].std(axis=0)
        for s, strength in enumerate(strengths):
            w, b = ridge((X[others] - middle) / spread, y[others], strength)
            errors[s, k] = np.mean(((X[fold] - middle) / spread @ w + b - y[fold]) ** 2)
    table = np.stack([errors.mean(axis=1), errors.std(axis=1, ddof=1) / np.sqrt(len(folds))], axis=1)
    best = table[:, 0].argmin()
    near = table[:, 0] < table[best].sum()
    near[best] = True
    return np.asarray(strengths)[near].max(), table
