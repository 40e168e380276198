# %% no-minus: the output weights do not alternate, so the network answers "at least one"
def parity_network(n):
    k = np.arange(1, n + 1)
    return np.ones((n, n)), 0.5 - k, np.ones(n), -0.5

# %% or-and-only: "at least one, but not all" is parity for two inputs only
def parity_network(n):
    if n == 1:
        return np.ones((1, 1)), np.array([-0.5]), np.array([1.0]), -0.5
    return np.ones((n, 2)), np.array([-0.5, 0.5 - n]), np.array([1.0, -1.0]), -0.5

# %% off-by-one: the hidden thresholds are one too high
def parity_network(n):
    k = np.arange(1, n + 1)
    return np.ones((n, n)), -0.5 - k, np.where(k % 2 == 1, 1.0, -1.0), -0.5

# %% zero-threshold: the output has no threshold, so a sum of 0 answers 1
def parity_network(n):
    k = np.arange(1, n + 1)
    return np.ones((n, n)), 0.5 - k, np.where(k % 2 == 1, 1.0, -1.0), 0.0

# %% even: the network answers 1 for an even number of ones
def parity_network(n):
    k = np.arange(1, n + 1)
    return np.ones((n, n)), 0.5 - k, np.where(k % 2 == 1, -1.0, 1.0), 0.5

# %% only-three: a table for the sizes in the test, not for any n
def parity_network(n):
    n_hidden = min(n, 3)
    k = np.arange(1, n_hidden + 1)
    return np.ones((n, n_hidden)), 0.5 - k, np.where(k % 2 == 1, 1.0, -1.0), -0.5

# %% one-per-row: a hidden neuron for every row of the truth table is more than allowed
def parity_network(n):
    rows = np.array([r for r in np.ndindex(*[2] * n) if sum(r) % 2 == 1])
    return (2.0 * rows - 1).T, 0.5 - rows.sum(axis=1), np.ones(len(rows)), -0.5

# %% column-of-weights: the output weights are a matrix with one column instead of a vector
def parity_network(n):
    k = np.arange(1, n + 1)
    return np.ones((n, n)), 0.5 - k, np.where(k % 2 == 1, 1.0, -1.0)[:, None], -0.5

# %% identity: each hidden neuron looks at one input and cannot tell how many are 1
def parity_network(n):
    return np.eye(n), np.full(n, -0.5), np.where(np.arange(n) % 2 == 0, 1.0, -1.0), -0.5
