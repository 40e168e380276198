# %% flattened: Flattened maps need a weight for each place and each kind; that breaks the budget of parameters.
def design():
    return [("conv", 12, (5, 5), 2, 2, 1), ("conv", 16, (3, 3), 2, 1, 1), ("conv", 20, (3, 3), 2, 1, 1),
            ("conv", 24, (3, 3), 2, 1, 1), ("conv", 32, (3, 3), 1, 1, 1), ("flatten",), ("dense", 10)]
# %% short-sighted: The last maps see too few pixels; strides and windows have to reach further.
def design():
    return [("conv", 12, (3, 3), 2, 1, 1), ("conv", 16, (3, 3), 2, 1, 1), ("conv", 20, (3, 3), 2, 1, 1),
            ("conv", 32, (3, 3), 2, 1, 1), ("gap",), ("dense", 10)]
# %% full-size: The first layer works at all 64 by 64 places; its maps alone exceed the numbers allowed.
def design():
    return [("conv", 16, (3, 3), 1, 1, 1), ("pool", 2, 2), ("conv", 16, (3, 3), 2, 1, 1), ("conv", 20, (3, 3), 2, 1, 1),
            ("conv", 24, (3, 3), 2, 1, 1), ("conv", 32, (3, 3), 1, 1, 1), ("gap",), ("dense", 10)]
# %% no-classifier: The stack ends in its maps; a dense layer of ten has to follow.
def design():
    return [("conv", 12, (5, 5), 2, 2, 1), ("conv", 16, (3, 3), 2, 1, 1), ("conv", 20, (3, 3), 2, 1, 1),
            ("conv", 24, (3, 3), 2, 1, 1), ("conv", 10, (3, 3), 1, 1, 1), ("gap",)]
# %% skips: A stride larger than its window skips pixels.
def design():
    return [("conv", 12, (3, 3), 4, 1, 1), ("conv", 16, (3, 3), 2, 1, 1), ("conv", 24, (3, 3), 2, 1, 1),
            ("conv", 32, (3, 3), 1, 1, 1), ("gap",), ("dense", 10)]
# %% few-maps: There are fewer than 32 maps at the end.
def design():
    return [("conv", 12, (5, 5), 2, 2, 1), ("conv", 16, (3, 3), 2, 1, 1), ("conv", 20, (3, 3), 2, 1, 1),
            ("conv", 24, (3, 3), 2, 1, 1), ("conv", 24, (3, 3), 1, 1, 1), ("gap",), ("dense", 10)]
