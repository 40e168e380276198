# %% board
def board(n):
    return np.indices((n, n)).sum(axis=0) % 2

# %% kernel
def kernel(order):
    ran = order.rpartition("R")[2]
    ran = ran[ran.index("A"):] if "A" in ran else ""
    names = {}
    if ran:
        names["x"] = 2 * 3 ** ran.rpartition("A")[2].count("B")
    if "C" in ran:
        before = ran[: ran.rindex("C")]
        names["y"] = 2 * 3 ** before.rpartition("A")[2].count("B") + 1
    return names

# %% scale-rows
def scale_rows(X):
    X = np.array(X, float)
    X -= X.min(1)[:, None]
    return X / X.max(1)[:, None]

# %% steepest
def steepest(heights):
    steps = [float(b) - float(a) for a, b in zip(heights, heights[1:])]
    return steps.index(max(steps))

# %% clash
def clash(s, t):
    n = max(len(s), len(t))
    s, t = (1,) * (n - len(s)) + s, (1,) * (n - len(t)) + t
    wrong = [i - n for i in range(n) if len({s[i], t[i]} - {1}) == 2]
    return max(wrong, default=None)

# %% draw
def draw(X, k, seed):
    return np.random.default_rng(seed).choice(X, size=k, replace=False)
