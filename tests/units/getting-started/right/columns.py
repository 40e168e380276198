# %% board
def board(n):
    return np.fromfunction(lambda i, j: (i + j) % 2, (n, n), dtype=int)

# %% kernel
def kernel(order):
    cells = {"A": "x = 2", "B": "x = 3 * x", "C": "y = x + 1"}
    names = {}
    for letter in order:
        if letter == "R":
            names.clear()
            continue
        name, expression = cells[letter].split(" = ")
        if "x" in expression and "x" not in names:
            continue
        x = names.get("x", 0)
        names[name] = {"2": 2, "3 * x": 3 * x, "x + 1": x + 1}[expression]
    return names

# %% scale-rows
def scale_rows(X):
    T = X.T.astype(float)
    return ((T - T.min(axis=0)) / (T.max(axis=0) - T.min(axis=0))).T

# %% steepest
def steepest(heights):
    h = np.array(heights, dtype=float)
    return np.argmax(h[1:] - h[:-1])

# %% clash
def clash(s, t):
    if not s or not t:
        return None
    if s[-1] != t[-1] and s[-1] != 1 and t[-1] != 1:
        return -1
    further = clash(s[:-1], t[:-1])
    return None if further is None else further - 1

# %% draw
def draw(X, k, seed):
    keys = np.random.RandomState(seed).rand(len(X))
    return X[np.argsort(keys)[:k]]
