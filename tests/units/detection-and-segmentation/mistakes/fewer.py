# %% chain: In a chain of three, a milder threshold keeps one more or as many; the survivor has to throw away two.
def fewer():
    boxes = [[0, 0, 60, 29], [0, 0, 60, 60], [0, 0, 39, 60]]
    return np.array(boxes, dtype=float), np.array([0.9, 0.8, 0.7])

# %% wrong-order: The box that throws away two must come before them: the order of the scores decides.
def fewer():
    boxes = [[0, 0, 60, 29], [0, 0, 60, 60], [0, 0, 39, 60], [21, 0, 60, 60]]
    return np.array(boxes, dtype=float), np.array([0.9, 0.6, 0.7, 0.8])

# %% covers-all: The box with the highest score throws away too much already at 0.4, so there is nothing to lose.
def fewer():
    boxes = [[0, 0, 60, 35], [0, 0, 60, 60], [0, 0, 39, 60], [21, 0, 60, 60]]
    return np.array(boxes, dtype=float), np.array([0.9, 0.8, 0.7, 0.6])

# %% halves: Two halves of a box overlap it by 1/2 each, which is not more than 0.6; each must cover more than that.
def fewer():
    boxes = [[0, 0, 60, 29], [0, 0, 60, 60], [0, 0, 30, 60], [30, 0, 60, 60]]
    return np.array(boxes, dtype=float), np.array([0.9, 0.8, 0.7, 0.6])

# %% corner-and-size: The boxes are given as corner and size; left, top, right and bottom are asked for.
def fewer():
    boxes = [[0, 0, 60, 29], [0, 0, 60, 60], [20, 0, 39, 60], [21, 0, 39, 60]]
    return np.array(boxes, dtype=float), np.array([0.9, 0.8, 0.7, 0.6])

# %% equal-scores: The scores are to be different; with equal ones the order would be chance.
def fewer():
    boxes = [[0, 0, 60, 29], [0, 0, 60, 60], [0, 0, 39, 60], [21, 0, 60, 60]]
    return np.array(boxes, dtype=float), np.array([0.9, 0.8, 0.6, 0.6])
