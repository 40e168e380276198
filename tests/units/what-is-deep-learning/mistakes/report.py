# %% transposed: rows and columns of the matrix are swapped: the target gives the row
def report(predicted, target, k):
    matrix = np.zeros((k, k), dtype=int)
    np.add.at(matrix, (predicted, target), 1)
    shares = [np.mean(predicted[target == c] == c) for c in np.unique(target)]
    return matrix, np.mean(predicted == target), np.mean(shares)
# %% counted-once: a pair that occurs twice was counted once
def report(predicted, target, k):
    matrix = np.zeros((k, k), dtype=int)
    matrix[target, predicted] += 1
    shares = [np.mean(predicted[target == c] == c) for c in np.unique(target)]
    return matrix, np.mean(predicted == target), np.mean(shares)
# %% accuracy-twice: the plain accuracy was returned as the balanced one
def report(predicted, target, k):
    matrix = np.zeros((k, k), dtype=int)
    np.add.at(matrix, (target, predicted), 1)
    share = np.mean(predicted == target)
    return matrix, share, share
# %% all-classes: classes that do not occur were counted in the balanced accuracy
def report(predicted, target, k):
    matrix = np.zeros((k, k), dtype=int)
    np.add.at(matrix, (target, predicted), 1)
    shares = np.diag(matrix) / np.maximum(matrix.sum(axis=1), 1)
    return matrix, np.mean(predicted == target), shares.mean()
# %% precision: the diagonal was divided by what was said, the columns, instead of what was shown, the rows
def report(predicted, target, k):
    matrix = np.zeros((k, k), dtype=int)
    np.add.at(matrix, (target, predicted), 1)
    said = matrix.sum(axis=0)
    shares = np.diag(matrix)[said > 0] / said[said > 0]
    return matrix, np.mean(predicted == target), shares.mean()
# %% swapped: accuracy and balanced accuracy are in the wrong order
def report(predicted, target, k):
    matrix = np.zeros((k, k), dtype=int)
    np.add.at(matrix, (target, predicted), 1)
    shares = [np.mean(predicted[target == c] == c) for c in np.unique(target)]
    return matrix, np.mean(shares), np.mean(predicted == target)
# %% size-from-labels: the matrix was made as large as the labels that occur, not k by k
def report(predicted, target, k):
    k = max(predicted.max(), target.max()) + 1
    matrix = np.zeros((k, k), dtype=int)
    np.add.at(matrix, (target, predicted), 1)
    shares = [np.mean(predicted[target == c] == c) for c in np.unique(target)]
    return matrix, np.mean(predicted == target), np.mean(shares)
# %% shares: the matrix holds shares of all samples; counts are asked for
def report(predicted, target, k):
    matrix = np.zeros((k, k))
    np.add.at(matrix, (target, predicted), 1)
    shares = [np.mean(predicted[target == c] == c) for c in np.unique(target)]
    return matrix / len(target), np.mean(predicted == target), np.mean(shares)
