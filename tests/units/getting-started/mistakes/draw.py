# %% put-back: a row may come twice, because choice puts rows back unless it is told not to
def draw(X, k, seed):
    return X[np.random.default_rng(seed).choice(len(X), size=k)]

# %% no-seed: the seed was not used, so that each call gives other rows
def draw(X, k, seed):
    return X[np.random.default_rng().permutation(len(X))[:k]]

# %% one-seed: the seed of the call was not used, and every seed gives the same rows
def draw(X, k, seed):
    return X[np.random.default_rng(0).permutation(len(X))[:k]]

# %% one-generator: the generator is made once, outside the function, so that a second call goes on where the first ended
generator = np.random.default_rng(0)


def draw(X, k, seed):
    return X[generator.permutation(len(X))[:k]]

# %% first-rows: the first k rows were put in a random order; the others never come
def draw(X, k, seed):
    return X[np.random.default_rng(seed).permutation(k)]

# %% shuffled-in-place: the caller's array was shuffled, because shuffle works in place
def draw(X, k, seed):
    np.random.default_rng(seed).shuffle(X)
    return X[:k].copy()

# %% columns: columns were drawn, and X[:, …] is where rows were asked for
def draw(X, k, seed):
    return X[:, np.random.default_rng(seed).permutation(X.shape[1])[:k]]

# %% neighbours: only the place of the first row is random, the others are its neighbours, and the rows at the ends come less often
def draw(X, k, seed):
    start = np.random.default_rng(seed).integers(len(X) - k + 1)
    return X[start : start + k]
