# %% design
def design():
    return [("conv", 8, (5, 5), 1, 2, 1), ("pool", 2, 2), ("conv", 16, (3, 3), 1, 1, 1), ("pool", 2, 2),
            ("conv", 32, (3, 3), 1, 1, 1), ("pool", 2, 2), ("flatten",), ("dense", 10)]
