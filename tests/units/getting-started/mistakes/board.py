# %% corner-one: the corner [0, 0] holds a 1 instead of a 0
def board(n):
    return (np.indices((n, n)).sum(axis=0) + 1) % 2

# %% stripes: every row is the same, so that the columns do not take turns
def board(n):
    squares = np.zeros((n, n), dtype=int)
    squares[:, 1::2] = 1
    return squares

# %% every-second-row: only every second row is filled; the rows between need the other columns
def board(n):
    squares = np.zeros((n, n), dtype=int)
    squares[::2, 1::2] = 1
    return squares

# %% floats: the board holds floats, because np.zeros gives floats when it is not asked for integers
def board(n):
    squares = np.zeros((n, n))
    squares[::2, 1::2] = 1
    squares[1::2, ::2] = 1
    return squares

# %% eight: the size 8 is written into the function, whatever n is
def board(n):
    return np.indices((8, 8)).sum(axis=0) % 2

# %% flat: zeros and ones in turn through the whole array, which is no board when n is even
def board(n):
    return (np.arange(n * n) % 2).reshape(n, n)
