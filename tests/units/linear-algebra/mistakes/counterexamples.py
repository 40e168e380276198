# %% commuting: the two matrices of "order" commute
def counterexamples():
    return {"order": ([[1, 2], [3, 4]], [[2, 0], [0, 2]]), "cancel": ([[1, 1], [1, 1]], [[1, 0], [0, 1]], [[0, 1], [1, 0]]), "square": [[0, 1], [0, 0]], "root": [[0, 1], [-1, 0]]}

# %% diagonal: two diagonal matrices always commute
def counterexamples():
    return {"order": ([[1, 0], [0, 2]], [[3, 0], [0, -4]]), "cancel": ([[1, 1], [1, 1]], [[1, 0], [0, 1]], [[0, 1], [1, 0]]), "square": [[0, 1], [0, 0]], "root": [[0, 1], [-1, 0]]}

# %% same: B and C of "cancel" are one matrix
def counterexamples():
    return {"order": ([[1, 1], [0, 1]], [[0, 1], [1, 0]]), "cancel": ([[1, 1], [1, 1]], [[1, 0], [0, 1]], [[1, 0], [0, 1]]), "square": [[0, 1], [0, 0]], "root": [[0, 1], [-1, 0]]}

# %% zeros-in-a: "cancel" uses zeros in A, which makes it too easy
def counterexamples():
    return {"order": ([[1, 1], [0, 1]], [[0, 1], [1, 0]]), "cancel": ([[1, 0], [0, 0]], [[1, 0], [5, 1]], [[1, 0], [3, 2]]), "square": [[0, 1], [0, 0]], "root": [[0, 1], [-1, 0]]}

# %% other-side: "cancel" holds for BA and CA, not for AB and AC
def counterexamples():
    return {"order": ([[1, 1], [0, 1]], [[0, 1], [1, 0]]), "cancel": ([[1, 2], [1, 2]], [[1, -1], [0, 0]], [[0, 0], [0, 0]]), "square": [[0, 1], [0, 0]], "root": [[0, 1], [-1, 0]]}

# %% invertible: "cancel" uses a matrix that can be undone, so that nothing falls together
def counterexamples():
    return {"order": ([[1, 1], [0, 1]], [[0, 1], [1, 0]]), "cancel": ([[1, 2], [3, 4]], [[1, 0], [0, 1]], [[0, 1], [1, 0]]), "square": [[0, 1], [0, 0]], "root": [[0, 1], [-1, 0]]}

# %% zero: the matrix of "square" is zero itself
def counterexamples():
    return {"order": ([[1, 1], [0, 1]], [[0, 1], [1, 0]]), "cancel": ([[1, 1], [1, 1]], [[1, 0], [0, 1]], [[0, 1], [1, 0]]), "square": [[0, 0], [0, 0]], "root": [[0, 1], [-1, 0]]}

# %% projection: the matrix of "square" stays the same when it is squared
def counterexamples():
    return {"order": ([[1, 1], [0, 1]], [[0, 1], [1, 0]]), "cancel": ([[1, 1], [1, 1]], [[1, 0], [0, 1]], [[0, 1], [1, 0]]), "square": [[1, 0], [0, 0]], "root": [[0, 1], [-1, 0]]}

# %% mirror: the matrix of "root" is a mirror, whose square is I
def counterexamples():
    return {"order": ([[1, 1], [0, 1]], [[0, 1], [1, 0]]), "cancel": ([[1, 1], [1, 1]], [[1, 0], [0, 1]], [[0, 1], [1, 0]]), "square": [[0, 1], [0, 0]], "root": [[0, 1], [1, 0]]}

# %% minus-identity: the matrix of "root" is -I, whose square is I
def counterexamples():
    return {"order": ([[1, 1], [0, 1]], [[0, 1], [1, 0]]), "cancel": ([[1, 1], [1, 1]], [[1, 0], [0, 1]], [[0, 1], [1, 0]]), "square": [[0, 1], [0, 0]], "root": [[-1, 0], [0, -1]]}

# %% fractions: the matrices are not made of integers
def counterexamples():
    return {"order": ([[1, 1], [0, 1]], [[0, 1], [1, 0]]), "cancel": ([[1, 1], [1, 1]], [[1, 0], [0, 1]], [[0, 1], [1, 0]]), "square": [[0, 0.5], [0, 0]], "root": [[0, 1], [-1, 0]]}
