"""Plain loops, and other circuits."""

# %% layer
def layer(X, excite, inhibit, threshold):
    n, d, k = len(X), len(excite), len(threshold)
    answers = np.zeros((n, k), dtype=int)
    for i in range(n):
        for j in range(k):
            active = 0
            vetoed = False
            for source in range(d):
                if X[i][source]:
                    active += int(excite[source][j])
                    vetoed = vetoed or inhibit[source][j] > 0
            answers[i, j] = 1 if active >= threshold[j] and not vetoed else 0
    return answers

# %% one-unit-tables
def one_unit_tables(n):
    from itertools import product

    found = set()
    for weights in product(range(-2, 3), repeat=n):
        for twice in range(-4 * n - 1, 4 * n + 2, 2):
            table = []
            for x in product((0, 1), repeat=n):
                total = sum(w * v for w, v in zip(weights, x)) + twice / 2
                table.append(int(total >= 0))
            found.add(tuple(table))
    return np.array(sorted(found))

# %% half-adder
def half_adder():
    return {
        "a_only": (1, ["a"], ["b"]),
        "b_only": (1, ["b"], ["a"]),
        "ab": (2, ["a", "b"], []),
        "sum": (1, ["a_only", "b_only"], []),
        "carry": (1, ["ab"], []),
    }

# %% clock
def clock(k):
    circuit = {}
    before = "tick"
    for i in range(k - 1):
        name = f"delay{i}"
        circuit[name] = (1, [before], ["stop"])
        before = name
    circuit["tick"] = (1, ["start", before], ["stop"])
    return circuit

# %% mended
def mended():
    for p in range(8):
        for q in range(8):
            if add_with(FAULTY, p, q) != p + q:
                found = p, q
    good = dict(FAULTY)
    good["carry"] = (2, ["a", "b", "carry"], [])
    good["wait"] = (1, ["three"], [])
    good["sum"] = (1, ["lone", "wait"], [])
    return (*found, good)

# %% doubling
def doubling(years, values):
    def slope(rows):
        x = [float(years[i]) for i in rows]
        y = [float(np.log2(float(values[i]))) for i in rows]
        mx, my = sum(x) / len(x), sum(y) / len(y)
        up = sum((u - mx) * (v - my) for u, v in zip(x, y))
        return up / sum((u - mx) ** 2 for u in x)

    n = len(years)
    times = [1 / slope([i for i in range(n) if i != left]) for left in range(n)]
    return 1 / slope(range(n)), min(times), max(times)
