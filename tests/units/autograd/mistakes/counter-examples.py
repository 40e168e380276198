# %% squares: These three are squares and cubes; look at what each use of input 0 contributes.
def counter_examples():
    return {"harmless": [("mul", 0, 0)], "third": [("mul", 0, 0), ("mul", 2, 0)], "opposite": [("sub", 1, 0), ("add", 2, 0), ("add", 3, 0)]}
# %% used-once: In the harmless tape input 0 is used once; then there is nothing to add.
def counter_examples():
    return {
        "harmless": [("mul", 0, 1)],
        "third": [("mul", 0, 0), ("mul", 2, 0)],
        "opposite": [("sub", 1, 0), ("add", 2, 0), ("add", 3, 0)],
    }
# %% dead-end: The second use of input 0 leads nowhere: the result does not depend on that entry.
def counter_examples():
    return {
        "harmless": [("mul", 0, 0), ("mul", 0, 1)],
        "third": [("mul", 0, 0), ("mul", 2, 0)],
        "opposite": [("sub", 1, 0), ("add", 2, 0), ("add", 3, 0)],
    }
# %% zero-slope: The true slope is zero in one of them; a wrong sign of zero is nothing to see.
def counter_examples():
    return {
        "harmless": [("add", 0, 1), ("add", 2, 0), ("sub", 3, 0)],
        "third": [("mul", 0, 0), ("mul", 2, 0)],
        "opposite": [("sub", 0, 0), ("mul", 2, 1)],
    }
# %% last-use-stays: The share that stays is that of the earliest entry; here the latest was taken for it.
def counter_examples():
    return {
        "harmless": [("add", 0, 1), ("add", 2, 0), ("sub", 3, 0)],
        "third": [("mul", 0, 0), ("mul", 2, 0)],
        "opposite": [("add", 0, 1), ("add", 2, 0), ("sub", 3, 0)],
    }
# %% half: Two equal shares make a half; a third needs three.
def counter_examples():
    return {
        "harmless": [("add", 0, 1), ("add", 2, 0), ("sub", 3, 0)],
        "third": [("mul", 0, 0), ("mul", 2, 1)],
        "opposite": [("sub", 1, 0), ("add", 2, 0), ("add", 3, 0)],
    }
# %% one-point-only: It is right at one pair of inputs and at no other.
def counter_examples():
    return {
        "harmless": [("add", 0, 1), ("add", 2, 0), ("sub", 3, 0)],
        "third": [("mul", 0, 0), ("add", 0, 0), ("mul", 3, 1), ("mul", 4, 1), ("add", 2, 0)],
        "opposite": [("sub", 1, 0), ("add", 2, 0), ("add", 3, 0)],
    }
