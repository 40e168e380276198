# %% stratified-folds
def stratified_folds(y, k, seed):
    return np.random.default_rng(seed).permutation(np.arange(len(y)) % k)
