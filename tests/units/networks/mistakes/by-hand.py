# %% no-relu: ReLU was left out of both hidden layers.
def by_hand():
    return {"first": [4, -5], "second": [-28, -10], "output": -172, "doubled": -430, "negated": 344}

# %% relu-on-output: ReLU was applied to the output, which has no activation.
def by_hand():
    return {"first": [4, 0], "second": [0, 5], "output": 0, "doubled": 0, "negated": 278}

# %% by-rows: The rows of the matrices were taken for the units.
def by_hand():
    return {"first": [6, 1], "second": [0, 30], "output": -56, "doubled": -120, "negated": 41}

# %% output-doubled: The output was doubled, but the biases do not double.
def by_hand():
    return {"first": [4, 0], "second": [0, 5], "output": -6, "doubled": -12, "negated": 278}

# %% output-negated: The sign of the output was turned, but for -x other units are on.
def by_hand():
    return {"first": [4, 0], "second": [0, 5], "output": -6, "doubled": -26, "negated": 6}

# %% no-biases: The biases were left out.
def by_hand():
    return {"first": [5, 0], "second": [0, 10], "output": -20, "doubled": -40, "negated": 203}

# %% output-bias: The bias of the output was left out.
def by_hand():
    return {"first": [4, 0], "second": [0, 5], "output": -10, "doubled": -30, "negated": 274}

# %% second-without-relu: ReLU was left out of the second hidden layer.
def by_hand():
    return {"first": [4, 0], "second": [-3, 5], "output": -27, "doubled": -82, "negated": 278}

# %% slip: A slip in the last sum: 7 * 46 - 2 * 24 + 4 is 278.
def by_hand():
    return {"first": [4, 0], "second": [0, 5], "output": -6, "doubled": -26, "negated": 288}
