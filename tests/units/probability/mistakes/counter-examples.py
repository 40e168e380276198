# %% directions: The two distributions have changed places.
def counter_examples():
    return {"kl": ([0.98, 0.01, 0.01], [0.5, 0.49, 0.01]), "calibrated": np.full(10, 0.3),
            "overconfident": SURE, "test": (0.0004, 0.99, 0.99)}
SURE = np.array([1e-9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1])
# %% too-little: The two divergences differ by less than a bit.
def counter_examples():
    return {"kl": ([0.89, 0.1, 0.01], [0.98, 0.01, 0.01]), "calibrated": np.full(10, 0.3),
            "overconfident": SURE, "test": (0.0004, 0.99, 0.99)}
SURE = np.array([1e-9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1])
# %% zero-used: A probability of 0 makes the divergence infinite; 0.01 is the least that is allowed.
def counter_examples():
    return {"kl": ([0.5, 0.5, 0.0], [1.0, 0.0, 0.0]), "calibrated": np.full(10, 0.3),
            "overconfident": SURE, "test": (0.0004, 0.99, 0.99)}
SURE = np.array([1e-9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1])
# %% not-one: The numbers of a distribution do not have the sum 1.
def counter_examples():
    return {"kl": ([0.7, 0.7, 0.01], [0.98, 0.01, 0.01]), "calibrated": np.full(10, 0.3),
            "overconfident": SURE, "test": (0.0004, 0.99, 0.99)}
SURE = np.array([1e-9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1])
# %% one-half: One half says the same about every sample and is not calibrated: three of ten are ones.
def counter_examples():
    return {"kl": ([0.5, 0.49, 0.01], [0.98, 0.01, 0.01]), "calibrated": np.full(10, 0.5),
            "overconfident": SURE, "test": (0.0004, 0.99, 0.99)}
SURE = np.array([1e-9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1])
# %% the-labels: The labels themselves are calibrated, and they tell the samples apart.
def counter_examples():
    return {"kl": ([0.5, 0.49, 0.01], [0.98, 0.01, 0.01]), "calibrated": LABELS.astype(float),
            "overconfident": SURE, "test": (0.0004, 0.99, 0.99)}
SURE = np.array([1e-9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1])
# %% cautious: A sample on the wrong side that is given 0.3 does not cost enough.
def counter_examples():
    return {"kl": ([0.5, 0.49, 0.01], [0.98, 0.01, 0.01]), "calibrated": np.full(10, 0.3),
            "overconfident": np.array([0.3, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1]), "test": (0.0004, 0.99, 0.99)}
# %% often-wrong: Two samples are on the wrong side; nine of ten have to be right.
def counter_examples():
    return {"kl": ([0.5, 0.49, 0.01], [0.98, 0.01, 0.01]), "calibrated": np.full(10, 0.3),
            "overconfident": np.array([1e-9, 0.9, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1]), "test": (0.0004, 0.99, 0.99)}
# %% exactly-zero: A probability of exactly 0 was given; it lies strictly between 0 and 1.
def counter_examples():
    return {"kl": ([0.5, 0.49, 0.01], [0.98, 0.01, 0.01]), "calibrated": np.full(10, 0.3),
            "overconfident": np.array([0, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1]), "test": (0.0004, 0.99, 0.99)}
# %% not-rare: The condition is too common: with 1 in 1,000, one positive result in eleven is true.
def counter_examples():
    return {"kl": ([0.5, 0.49, 0.01], [0.98, 0.01, 0.01]), "calibrated": np.full(10, 0.3),
            "overconfident": SURE, "test": (0.001, 0.99, 0.99)}
SURE = np.array([1e-9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1])
# %% percentages: The numbers of the test were given in per cent.
def counter_examples():
    return {"kl": ([0.5, 0.49, 0.01], [0.98, 0.01, 0.01]), "calibrated": np.full(10, 0.3),
            "overconfident": SURE, "test": (0.04, 99, 99)}
SURE = np.array([1e-9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1])
# %% bad-test: The test spares too few of the healthy; its specificity has to be 0.99 or more.
def counter_examples():
    return {"kl": ([0.5, 0.49, 0.01], [0.98, 0.01, 0.01]), "calibrated": np.full(10, 0.3),
            "overconfident": SURE, "test": (0.0004, 0.99, 0.95)}
SURE = np.array([1e-9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1])
