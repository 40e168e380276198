"""Broadcasting, random search, and sums in closed form."""

# %% layer
def layer(X, excite, inhibit, threshold):
    on = np.asarray(X).astype(bool)[:, :, None]
    active = np.where(on, np.asarray(excite).astype(int)[None], 0).sum(axis=1)
    vetoed = (on & (np.asarray(inhibit).astype(int)[None] > 0)).any(axis=1)
    return ((active >= np.asarray(threshold)[None, :]) * (1 - vetoed)).astype(int)

# %% one-unit-tables
def one_unit_tables(n):
    draws = np.random.default_rng(0).normal(size=(200_000, n + 1))
    inputs = np.array(list(np.ndindex(*[2] * n)))
    tables = draws[:, :n] @ inputs.T + draws[:, n:] >= 0
    codes = np.unique(tables @ (1 << np.arange(2**n)[::-1]))
    return codes[:, None] >> np.arange(2**n)[::-1] & 1

# %% half-adder
def half_adder():
    circuit = {"carry": [1, ["pair"], []], "pair": [2, ["a", "b"], []]}
    circuit["neither"] = [0, [], ["a", "b"]]
    circuit["sum"] = [0, [], ["neither", "pair"]]
    return circuit

# %% clock
def clock(k):
    circuit = {"tick": (1, ["start", f"s{k - 1}" if k > 1 else "tick"], ["stop"])}
    for i in range(1, k):
        circuit[f"s{i}"] = (1, ["tick" if i == 1 else f"s{i - 1}"], ["stop", "stop"])
    return circuit

# %% doubling
def doubling(years, values):
    x = np.asarray(years, dtype=float)
    y = np.log10(np.asarray(values, dtype=float))
    keep = np.vstack([np.ones(x.size), 1 - np.eye(x.size)])
    n = keep.sum(axis=1)
    middle = x.mean()
    x = x - middle
    sx, sy, sxy, sxx = keep @ x, keep @ y, keep @ (x * y), keep @ (x * x)
    times = np.log10(2) * (n * sxx - sx**2) / (n * sxy - sx * sy)
    return times[0], times[1:].min(), times[1:].max()
