# %% no-bias: The biases are missing.
def table_counts(table, kernel, side):
    parameters = kernel**2 * int(np.sum(table))
    return parameters, parameters * side**2


def grouped_table(maps_in, maps_out, groups):
    return np.kron(np.eye(groups, dtype=int), np.ones((maps_in // groups, maps_out // groups), dtype=int))
# %% biases-of-the-input: A bias was counted for each map that comes in; the maps that go out have them.
def table_counts(table, kernel, side):
    parameters = kernel**2 * int(np.sum(table)) + len(table)
    return parameters, parameters * side**2


def grouped_table(maps_in, maps_out, groups):
    return np.kron(np.eye(groups, dtype=int), np.ones((maps_in // groups, maps_out // groups), dtype=int))
# %% fully-connected: All maps were counted as connected; the zeros of the table are kernels that are not there.
def table_counts(table, kernel, side):
    parameters = kernel**2 * np.size(table) + np.shape(table)[1]
    return parameters, parameters * side**2


def grouped_table(maps_in, maps_out, groups):
    return np.kron(np.eye(groups, dtype=int), np.ones((maps_in // groups, maps_out // groups), dtype=int))
# %% bias-once: The bias was counted once in each map; it is added at every place.
def table_counts(table, kernel, side):
    weights = kernel**2 * int(np.sum(table))
    return weights + np.shape(table)[1], weights * side**2 + np.shape(table)[1]


def grouped_table(maps_in, maps_out, groups):
    return np.kron(np.eye(groups, dtype=int), np.ones((maps_in // groups, maps_out // groups), dtype=int))
# %% alternating: The groups alternate; the parts lie one after the other.
def table_counts(table, kernel, side):
    parameters = kernel**2 * int(np.sum(table)) + np.shape(table)[1]
    return parameters, parameters * side**2


def grouped_table(maps_in, maps_out, groups):
    return (np.arange(maps_in)[:, None] % groups == np.arange(maps_out) % groups).astype(int)
# %% equal-parts: The parts of the inputs and of the outputs were taken to be equally large.
def table_counts(table, kernel, side):
    parameters = kernel**2 * int(np.sum(table)) + np.shape(table)[1]
    return parameters, parameters * side**2


def grouped_table(maps_in, maps_out, groups):
    part = maps_in // groups
    return (np.arange(maps_in)[:, None] // part == np.arange(maps_out) // part).astype(int)
