# %% layer
def layer(X, excite, inhibit, threshold):
    return np.array([unit(x, excite, inhibit, threshold) for x in X])

# %% one-unit-tables
def one_unit_tables(n):
    return np.array(sorted(tables))

# %% half-adder
def half_adder():
    return {"carry": (2, ["a", "b"], []), "sum": (1, ["a", "b"], ["carry"])}

# %% clock
def clock(k):
    return {"tick": (1, ["start", "tick"], ["stop"])}

# %% mended
def mended():
    return 3, 3, {**FAULTY, "carry": (2, ["a", "b", "carry"], [])}

# %% doubling
def doubling(years, values):
    slope, _ = np.polyfit(years, np.log2(values), 1)
    return 1 / slope, 1 / slope, 1 / slope
