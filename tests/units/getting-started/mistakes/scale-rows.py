# %% columns: the columns were scaled, axis 0, and each row should have its own 0 and 1
def scale_rows(X):
    X = np.asarray(X, float)
    return (X - X.min(axis=0)) / (X.max(axis=0) - X.min(axis=0))

# %% whole: one smallest and one largest entry were taken for the whole array
def scale_rows(X):
    X = np.asarray(X, float)
    return (X - X.min()) / (X.max() - X.min())

# %% not-subtracted: the entries were divided by their largest, and the smallest was never subtracted
def scale_rows(X):
    X = np.asarray(X, float)
    return X / X.max(axis=1, keepdims=True)

# %% by-largest: the smallest was subtracted, and then it was divided by the largest, not by the distance between the two
def scale_rows(X):
    X = np.asarray(X, float)
    low = X.min(axis=1, keepdims=True)
    return (X - low) / X.max(axis=1, keepdims=True)

# %% in-place: the caller's array was changed, because -= works in place
def scale_rows(X):
    X = np.asarray(X, dtype=float)
    X -= X.min(axis=1, keepdims=True)
    X /= X.max(axis=1, keepdims=True)
    return X

# %% square-only: without keepdims the numbers of the rows meet the columns, which is an error or, in a square, silently wrong
def scale_rows(X):
    X = np.asarray(X, float)
    low, high = X.min(axis=1), X.max(axis=1)
    return (X - low) / (high - low)

# %% small-integers: the difference was taken in the dtype of the array, where 127 - (-128) is -1
def scale_rows(X):
    low = X.min(axis=1, keepdims=True)
    high = X.max(axis=1, keepdims=True)
    return (X - low) / (high - low)
