# %% cut-from-the-fold: The cut was still chosen with the labels of the fold that is judged.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[test])
        right = [np.sum((lean[test] >= cut) == y[test]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% columns-from-all: The columns were still chosen with the labels of all rows.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[y == 1].mean(axis=0) - Z[y == 0].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% scale-from-all: Mean and spread were still computed from all rows.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X.std(axis=0)
        Z = (X - X.mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% spread-from-all: The spread was still computed from all rows.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X.std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% centres-from-all: The centres of the classes were computed from all rows.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[y == 0][:, kept].mean(axis=0), Z[y == 1][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% fold-scaled-by-itself: The rows of the fold were brought to scale by their own mean and spread.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        own = X[test].std(axis=0)
        Z[test] = (X[test] - X[test].mean(axis=0)) / np.where(own == 0, 1, own)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% cut-at-zero: The cut was left out: a row was given to the nearer centre.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= 0
    return predicted
# %% cut-from-all: The cut was chosen among all rows, those of the fold included.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean)
        right = [np.sum((lean >= cut) == y) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% highest-cut: Of equally good cuts the highest was taken.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])[::-1]
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% above-the-cut: A row at the cut was given 0 while the cut was chosen.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] > cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% classes-exchanged: The two classes were exchanged.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - one) ** 2).sum(axis=1) - ((Z[:, kept] - zero) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% worst-columns: The columns in which the classes differ least were kept.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% unscaled: The columns were not brought to one scale.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = X
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% divided-by-zero: A column without spread was divided by 0.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / spread
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% scaled-in-place: The caller's measurements were brought to scale in place.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        spread = X[train].std(axis=0)
        X -= X[train].mean(axis=0)
        X /= np.where(spread == 0, 1, spread)
        Z = X
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% learnt-from-the-fold: The fold itself was learnt from, and the others were left out.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    for fold in np.unique(folds):
        test = folds == fold
        train = test
        spread = X[train].std(axis=0)
        Z = (X - X[train].mean(axis=0)) / np.where(spread == 0, 1, spread)
        zeros, ones = train & (y == 0), train & (y == 1)
        gap = np.abs(Z[ones].mean(axis=0) - Z[zeros].mean(axis=0))
        kept = np.argsort(-gap, kind="stable")[:m]
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
# %% scale-and-columns: Scale and columns were still taken from all rows, before the loop; only the cut was mended.
def held_out(X, y, folds, m):
    predicted = np.zeros(len(y), dtype=int)
    spread = X.std(axis=0)
    Z = (X - X.mean(axis=0)) / np.where(spread == 0, 1, spread)
    gap = np.abs(Z[y == 1].mean(axis=0) - Z[y == 0].mean(axis=0))
    kept = np.argsort(-gap, kind="stable")[:m]
    for fold in np.unique(folds):
        test = folds == fold
        train = ~test
        zeros, ones = train & (y == 0), train & (y == 1)
        zero, one = Z[zeros][:, kept].mean(axis=0), Z[ones][:, kept].mean(axis=0)
        lean = ((Z[:, kept] - zero) ** 2).sum(axis=1) - ((Z[:, kept] - one) ** 2).sum(axis=1)
        cuts = np.sort(lean[train])
        right = [np.sum((lean[train] >= cut) == y[train]) for cut in cuts]
        predicted[test] = lean[test] >= cuts[np.argmax(right)]
    return predicted
