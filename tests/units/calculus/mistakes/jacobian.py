# %% transposed: There is a row for each output and a column for each input.
def jacobian(f, x, h=6e-6):
    return np.array([np.atleast_1d(np.subtract(f(x + s), f(x - s))) / (2 * h) for s in h * np.eye(len(x))])
# %% one-sided: That is a forward quotient; look to both sides.
def jacobian(f, x, h=6e-6):
    return np.stack([np.atleast_1d(np.subtract(f(x + s), f(x * 1.0))) / h for s in h * np.eye(len(x))], axis=1)
# %% single-step-below: The two places are two steps apart.
def jacobian(f, x, h=6e-6):
    return np.stack([np.atleast_1d(np.subtract(f(x + s), f(x - s))) / h for s in h * np.eye(len(x))], axis=1)
# %% whole-numbers: A step written into an array of whole numbers is cut off.
def jacobian(f, x, h=6e-6):
    columns = []
    for j in range(len(x)):
        up, down = x.copy(), x.copy()
        up[j] += h if up.dtype.kind == "f" else 0
        down[j] -= h if up.dtype.kind == "f" else 0
        columns.append(np.atleast_1d(np.subtract(f(up), f(down))) / (2 * h))
    return np.stack(columns, axis=1)
# %% in-place: x itself was moved and not put back.
def jacobian(f, x, h=6e-6):
    columns = [np.atleast_1d(np.subtract(f(x + s), f(x - s))) / (2 * h) for s in h * np.eye(len(x))]
    if x.dtype.kind == "f":
        x += h
    return np.stack(columns, axis=1)
# %% own-step: The step passed in was ignored.
def jacobian(f, x, h=6e-6):
    return np.stack([np.atleast_1d(np.subtract(f(x + s), f(x - s))) / 1.2e-5 for s in 6e-6 * np.eye(len(x))], axis=1)
# %% one-axis-for-one-output: The result has two axes for a single output as well.
def jacobian(f, x, h=6e-6):
    return np.array([np.subtract(f(x + s), f(x - s)) / (2 * h) for s in h * np.eye(len(x))]).T
# %% all-at-once: All inputs were moved together; move one at a time.
def jacobian(f, x, h=6e-6):
    column = np.atleast_1d(np.subtract(f(x + h), f(x - h))) / (2 * h)
    return np.tile(column[:, None], (1, len(x)))
# %% arrays-only: A list as output has no minus.
def jacobian(f, x, h=6e-6):
    return np.stack([np.atleast_1d((f(x + s) - f(x - s)) / (2 * h)) for s in h * np.eye(len(x))], axis=1)
# %% square-only: The number of outputs need not be that of inputs.
def jacobian(f, x, h=6e-6):
    J = np.zeros((len(x), len(x)))
    for j, s in enumerate(h * np.eye(len(x))):
        column = np.atleast_1d(np.subtract(f(x + s), f(x - s))) / (2 * h)
        J[: len(column), j] = column[: len(x)]
    return J
# %% sign: The difference is upper minus lower.
def jacobian(f, x, h=6e-6):
    return np.stack([np.atleast_1d(np.subtract(f(x - s), f(x + s))) / (2 * h) for s in h * np.eye(len(x))], axis=1)
