# %% misled
def misled(T):
    return np.tile([0.6, 0.4], (T, 1))
