# %% transposed: Rows and columns of the matrix are exchanged: a row belongs to a true class.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix.T, scores, scores[2, said + are > 0].mean()
# %% precision-is-recall: Precision and recall are exchanged: precision divides by what was predicted.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, are), (1, said), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix, scores, scores[2, said + are > 0].mean()
# %% counted-once: A pair that occurs several times was counted once, by += on an index array.
def report(truth, predicted, k, empty):
    matrix = np.zeros((k, k), dtype=int)
    matrix[truth, predicted] += 1
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix, scores, scores[2, said + are > 0].mean()
# %% mean-of-both: The plain mean of precision and recall was returned as F1.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    scores[2] = (scores[0] + scores[1]) / 2
    return matrix, scores, scores[2, said + are > 0].mean()
# %% zero-for-empty: 0/0 was made 0 instead of the value that was asked for.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.zeros((3, k))
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix, scores, scores[2, said + are > 0].mean()
# %% f1-from-both: F1 was computed from precision and recall, which gives nothing useful where one of them is 0/0.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    p, r = scores[:2]
    with np.errstate(all="ignore"):
        scores[2] = np.where(p + r == 0, empty, 2 * p * r / (p + r))
    return matrix, scores, scores[2, said + are > 0].mean()
# %% macro-over-all: The macro F1 is a mean over all classes, with those that neither occur nor are predicted.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix, scores, np.where(said + are > 0, scores[2], 0).mean()
# %% empty-in-the-mean: The value that stands for 0/0 took part in the macro F1.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix, scores, scores[2].mean()
# %% macro-of-true-classes: Classes that are predicted but do not occur were left out of the macro F1.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix, scores, scores[2, are > 0].mean()
# %% macro-of-found-classes: Classes of which nothing was found were left out of the macro F1.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix, scores, scores[2, np.diag(matrix) > 0].mean() if np.trace(matrix) else 0.0
# %% accuracy-for-macro: The accuracy was returned as macro F1.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix, scores, np.trace(matrix) / matrix.sum()
# %% weighted-macro: The macro F1 was weighted with the sizes of the classes.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix, scores, (np.where(are > 0, scores[2], 0) * are).sum() / are.sum()
# %% a-little-added: A little was added to every denominator, so that 0/0 becomes 0.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    scores = np.array([np.diag(matrix) / (said + 1e-9), np.diag(matrix) / (are + 1e-9), 2 * np.diag(matrix) / (said + are + 1e-9)])
    return matrix, scores, scores[2, said + are > 0].mean()
# %% shares-for-counts: The matrix holds shares of each true class instead of counts.
def report(truth, predicted, k, empty):
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix / np.maximum(are, 1)[:, None], scores, scores[2, said + are > 0].mean()
# %% only-what-occurs: The matrix has only as many classes as occur.
def report(truth, predicted, k, empty):
    k = max(truth.max(), predicted.max()) + 1
    matrix = np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)
    said, are = matrix.sum(axis=0), matrix.sum(axis=1)
    scores = np.full((3, k), empty, dtype=float)
    for row, (top, bottom) in enumerate([(1, said), (1, are), (2, said + are)]):
        some = bottom > 0
        scores[row, some] = top * np.diag(matrix)[some] / bottom[some]
    return matrix, scores, scores[2, said + are > 0].mean()
