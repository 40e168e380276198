# %% strict: a sum of exactly zero was taken for a prediction of 0
def trace():
    return [[0.0, -1.5, 0.0], [0.0, -1.5, 0.0], [1.5, -1.5, 0.5], [2.0, -0.5, 1.0]]

# %% always-updates: a sample that was right changed the weights too
def trace():
    return [[0.0, -1.5, 0.0], [0.5, -1.5, -0.5], [-1.0, -1.5, -1.0], [-0.5, -0.5, -0.5]]

# %% old-weights: every sample was predicted with the starting weights
def trace():
    return [[0.0, -1.5, 0.0], [0.0, -1.5, 0.0], [0.0, -1.5, 0.0], [0.5, -0.5, 0.5]]

# %% no-rate: the rate was forgotten
def trace():
    return [[0.0, -1.5, 0.0], [1.0, -1.5, -1.0], [1.0, -1.5, -1.0], [2.0, 0.5, 0.0]]

# %% no-bias: the bias was left as it was
def trace():
    return [[0.0, -1.5, 0.5], [0.5, -1.5, 0.5], [0.5, -1.5, 0.5], [1.0, -0.5, 0.5]]

# %% wrong-direction: the last step went the wrong way
def trace():
    return [[0.0, -1.5, 0.0], [0.5, -1.5, -0.5], [0.5, -1.5, -0.5], [0.0, -2.5, -1.0]]

# %% changes-only: the changes were written down instead of the states
def trace():
    return [[-1.0, -0.5, -0.5], [0.5, 0.0, -0.5], [0.0, 0.0, 0.0], [0.5, 1.0, 0.5]]
