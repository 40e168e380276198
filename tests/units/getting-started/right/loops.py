# %% board
def board(n):
    rows = []
    for i in range(n):
        rows.append([(i + j) % 2 for j in range(n)])
    return rows

# %% kernel
def kernel(order):
    x = y = None
    for letter in order:
        if letter == "A":
            x = 2
        if letter == "R":
            x = y = None
        if x is not None and letter == "B":
            x *= 3
        if x is not None and letter == "C":
            y = x + 1
    return {name: value for name, value in (("x", x), ("y", y)) if value is not None}

# %% scale-rows
def scale_rows(X):
    result = np.zeros(X.shape)
    for i in range(len(X)):
        row = [float(v) for v in X[i]]
        for j, v in enumerate(row):
            result[i, j] = (v - min(row)) / (max(row) - min(row))
    return result

# %% steepest
def steepest(heights):
    heights = [float(h) for h in heights]
    best, where = -np.inf, 0
    for i in range(len(heights) - 1):
        rise = heights[i + 1] - heights[i]
        if rise > best:
            best, where = rise, i
    return where

# %% clash
def clash(s, t):
    for back, (one, other) in enumerate(zip(reversed(s), reversed(t)), start=1):
        if one != other and 1 not in (one, other):
            return -back

# %% draw
def draw(X, k, seed):
    rng = np.random.default_rng(seed)
    left = list(range(len(X)))
    chosen = []
    for _ in range(k):
        chosen.append(left.pop(rng.integers(len(left))))
    return np.array([X[i] for i in chosen])
