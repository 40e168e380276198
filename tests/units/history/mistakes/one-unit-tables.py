# %% narrow-biases: the biases do not reach far enough for the constant functions
def one_unit_tables(n):
    inputs = np.array(list(np.ndindex(*[2] * n)))
    found = set()
    for w in np.ndindex(*[5] * n):
        for b in (-0.5, 0.5):
            table = tuple(((inputs @ (np.array(w) - 2) + b) >= 0).astype(int).tolist())
            if 0 < sum(table) < 2**n:
                found.add(table)
    return np.array(sorted(found))

# %% no-bias: there is no bias, so that the input 0, …, 0 is always answered with 1
def one_unit_tables(n):
    inputs = np.array(list(np.ndindex(*[2] * n)))
    weights = np.array(list(np.ndindex(*[7] * n))) - 3
    return np.unique((weights @ inputs.T >= 0).astype(int), axis=0)

# %% positive-only: only positive weights were tried; without negative ones nothing can inhibit
def one_unit_tables(n):
    inputs = np.array(list(np.ndindex(*[2] * n)))
    weights = np.array(list(np.ndindex(*[4] * n)))
    biases = np.arange(-3 * n - 0.5, 3 * n + 1)
    sums = (weights @ inputs.T)[:, None, :] + biases[None, :, None]
    return np.unique((sums >= 0).reshape(-1, 2**n).astype(int), axis=0)

# %% small-weights: the weights -1, 0 and 1 are enough for two inputs, not for three
def one_unit_tables(n):
    inputs = np.array(list(np.ndindex(*[2] * n)))
    weights = np.array(list(np.ndindex(*[3] * n))) - 1
    biases = np.arange(-n - 0.5, n + 1)
    sums = (weights @ inputs.T)[:, None, :] + biases[None, :, None]
    return np.unique((sums >= 0).reshape(-1, 2**n).astype(int), axis=0)

# %% everything: these are all functions, whether one unit can compute them or not
def one_unit_tables(n):
    return np.array(list(np.ndindex(*[2] * 2**n)))

# %% no-constants: the two constant functions are missing; a large bias computes them
def one_unit_tables(n):
    inputs = np.array(list(np.ndindex(*[2] * n)))
    weights = np.array(list(np.ndindex(*[7] * n))) - 3
    biases = np.arange(-3 * n - 0.5, 3 * n + 1)
    sums = (weights @ inputs.T)[:, None, :] + biases[None, :, None]
    return np.unique((sums >= 0).reshape(-1, 2**n).astype(int), axis=0)[1:-1]

# %% repeated: the same table is listed once for every choice of numbers that gives it
def one_unit_tables(n):
    inputs = np.array(list(np.ndindex(*[2] * n)))
    rows = []
    for w in np.ndindex(*[5] * n):
        for b in np.arange(-2 * n - 0.5, 2 * n + 1):
            rows.append((inputs @ (np.array(w) - 2) + b >= 0).astype(int).tolist())
    return np.array(sorted(rows))

# %% no-zero-weight: a weight of 0 was never tried, so the functions that ignore an input are missing
def one_unit_tables(n):
    inputs = np.array(list(np.ndindex(*[2] * n)))
    weights = 2 * np.array(list(np.ndindex(*[2] * n))) - 1
    biases = np.arange(-n - 0.5, n + 1)
    sums = (weights @ inputs.T)[:, None, :] + biases[None, :, None]
    return np.unique((sums >= 0).reshape(-1, 2**n).astype(int), axis=0)
