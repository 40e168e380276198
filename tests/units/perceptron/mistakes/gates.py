# %% threshold-on-a-row: the bias puts a row exactly on the line, which holds on clean wires only
def gates():
    return {"majority": ([1, 1, 1], -2), "implies": ([-1, 1], 0), "key": ([2, 1, 1], -3)}

# %% key-too-tight: the first input of "key" outweighs the others by too little
def gates():
    return {"majority": ([1, 1, 1], -1.5), "implies": ([-1, 1], 0.5), "key": ([1.2, 1, 1], -2.1)}

# %% majority-off-centre: the threshold of "majority" lies close to the rows with two ones
def gates():
    return {"majority": ([1, 1, 1], -1.8), "implies": ([-1, 1], 0.5), "key": ([2, 1, 1], -2.5)}

# %% implies-off-centre: the threshold of "implies" lies close to the row (1, 0)
def gates():
    return {"majority": ([1, 1, 1], -1.5), "implies": ([-1, 1], 0.9), "key": ([2, 1, 1], -2.5)}

# %% implies-reversed: "implies" was built for "if x2 then x1"
def gates():
    return {"majority": ([1, 1, 1], -1.5), "implies": ([1, -1], 0.5), "key": ([2, 1, 1], -2.5)}

# %% key-equal-weights: with equal weights "key" answers like "majority"
def gates():
    return {"majority": ([1, 1, 1], -1.5), "implies": ([-1, 1], 0.5), "key": ([1, 1, 1], -1.5)}

# %% or-for-majority: "majority" answers 1 when a single input is 1
def gates():
    return {"majority": ([1, 1, 1], -0.5), "implies": ([-1, 1], 0.5), "key": ([2, 1, 1], -2.5)}

# %% threshold-for-bias: the thresholds were given with the wrong sign
def gates():
    return {"majority": ([1, 1, 1], 1.5), "implies": ([-1, 1], -0.5), "key": ([2, 1, 1], 2.5)}

# %% one-missing: one gate is missing
def gates():
    return {"majority": ([1, 1, 1], -1.5), "key": ([2, 1, 1], -2.5)}
