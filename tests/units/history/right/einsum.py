"""einsum, learning instead of searching, and circuits that share their work."""

# %% layer
def layer(X, excite, inhibit, threshold):
    X = np.array(X, dtype=np.int64)
    active = np.einsum("nd,dk->nk", X, np.array(excite, dtype=np.int64))
    veto = np.einsum("nd,dk->nk", X, np.array(inhibit, dtype=np.int64))
    return np.where((veto == 0) & (active >= np.array(threshold)), 1, 0)

# %% one-unit-tables
def one_unit_tables(n):
    inputs = np.array(list(np.ndindex(*[2] * n)))
    extended = np.column_stack([inputs, np.ones(len(inputs))])
    kept = []
    for table in np.ndindex(*[2] * 2**n):
        w = np.zeros(n + 1)
        for _ in range(40):
            wrong = 0
            for x, t in zip(extended, table):
                error = int(w @ x >= 0) - t
                w -= error * x
                wrong += abs(error)
            if wrong == 0:
                kept.append(table)
                break
    return np.array(kept)

# %% half-adder
def half_adder():
    return {
        "carry": (1, ["two"], []),
        "sum": (3, ["one", "one", "one"], ["two"]),
        "one": (2, ["a", "a", "b", "b"], []),
        "two": (4, ["a", "a", "b", "b"], []),
    }

# %% clock
def clock(k):
    ring = {f"c{i}": (1, [f"c{(i + 1) % k}"], ["stop"]) for i in range(k)}
    ring["c0"] = (1, [f"c{1 % k}", "start"], ["stop"])
    named = {}
    for name, (threshold, sources, veto) in ring.items():
        renamed = ["tick" if s == "c0" else s for s in sources]
        named["tick" if name == "c0" else name] = [threshold, renamed, veto]
    return named

# %% mended
def mended():
    circuit = {
        "carry": (2, ["a", "b", "carry"], []),
        "one": (1, ["a", "b", "carry"], []),
        "three": (3, ["a", "b", "carry"], []),
        "lone": (1, ["one"], ["carry"]),
        "held": (1, ["three"], []),
        "sum": (2, ["lone", "lone", "held", "held"], []),
    }
    return 7, 7, circuit

# %% doubling
def doubling(years, values):
    x, y = np.array(years, dtype=float) - 1990, np.log(np.array(values, dtype=float))
    fit = lambda keep: np.log(2) / np.polyfit(x[keep], y[keep], 1)[0]
    times = [fit(np.arange(len(x)) != i) for i in range(len(x))]
    return fit(np.ones(len(x), dtype=bool)), np.min(times), np.max(times)
