# %% board
def board(n):
    return np.arange(n * n).reshape(n, n) % 2

# %% kernel
def kernel(order):
    cells = {"A": "x = 2", "B": "x = 3 * x", "C": "y = x + 1"}
    memory = {}
    for letter in order:
        exec(cells[letter], memory)
    return memory

# %% scale-rows
def scale_rows(X):
    return X - X.mean(axis=1, keepdims=True)

# %% steepest
def steepest(heights):
    return int(np.argmax(heights))

# %% draw
def draw(X, k, seed):
    return np.random.default_rng(seed).integers(1, 7, size=k)
