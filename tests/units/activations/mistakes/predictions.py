# %% factor-cancels: doubling was taken to change nothing
def predictions():
    return {"shifted": [0.6, 0.3, 0.1], "doubled": [0.6, 0.3, 0.1], "raised": [0.4, 0.2, 0.4],
            "masked": [6 / 7, 0, 1 / 7], "swapped": [1 / 9, 2 / 9, 6 / 9]}

# %% halved: the shares are those of halved scores
def predictions():
    roots = np.sqrt([6, 3, 1])
    return {"shifted": [0.6, 0.3, 0.1], "doubled": roots / roots.sum(), "raised": [0.4, 0.2, 0.4],
            "masked": [6 / 7, 0, 1 / 7], "swapped": [1 / 9, 2 / 9, 6 / 9]}

# %% shift-of-shares: 7 was added to the shares
def predictions():
    return {"shifted": [7.6 / 22, 7.3 / 22, 7.1 / 22], "doubled": [36 / 46, 9 / 46, 1 / 46],
            "raised": [0.4, 0.2, 0.4], "masked": [6 / 7, 0, 1 / 7], "swapped": [1 / 9, 2 / 9, 6 / 9]}

# %% equal-split: the share of the masked class was split equally
def predictions():
    return {"shifted": [0.6, 0.3, 0.1], "doubled": [36 / 46, 9 / 46, 1 / 46],
            "raised": [0.4, 0.2, 0.4], "masked": [0.75, 0, 0.25], "swapped": [1 / 9, 2 / 9, 6 / 9]}

# %% masked-by-zero: a score of 0 was taken for a mask
def predictions():
    return {"shifted": [0.6, 0.3, 0.1], "doubled": [36 / 46, 9 / 46, 1 / 46],
            "raised": [0.4, 0.2, 0.4], "masked": [6 / 8, 1 / 8, 1 / 8],
            "swapped": [1 / 9, 2 / 9, 6 / 9]}

# %% order-reversed: turning the signs was taken to reverse the shares
def predictions():
    return {"shifted": [0.6, 0.3, 0.1], "doubled": [36 / 46, 9 / 46, 1 / 46],
            "raised": [0.4, 0.2, 0.4], "masked": [6 / 7, 0, 1 / 7], "swapped": [0.1, 0.3, 0.6]}

# %% one-minus: turning the signs was taken for 1 - p
def predictions():
    return {"shifted": [0.6, 0.3, 0.1], "doubled": [36 / 46, 9 / 46, 1 / 46],
            "raised": [0.4, 0.2, 0.4], "masked": [6 / 7, 0, 1 / 7], "swapped": [0.2, 0.35, 0.45]}

# %% not-normalised: the shares after raising do not add up to 1
def predictions():
    return {"shifted": [0.6, 0.3, 0.1], "doubled": [36 / 46, 9 / 46, 1 / 46],
            "raised": [0.6, 0.3, 0.6], "masked": [6 / 7, 0, 1 / 7], "swapped": [1 / 9, 2 / 9, 6 / 9]}

# %% raised-by-sum: 6 was added to the exponential instead of multiplied
def predictions():
    return {"shifted": [0.6, 0.3, 0.1], "doubled": [36 / 46, 9 / 46, 1 / 46],
            "raised": [6 / 16, 3 / 16, 7 / 16], "masked": [6 / 7, 0, 1 / 7],
            "swapped": [1 / 9, 2 / 9, 6 / 9]}

# %% shares-as-scores: the shares were taken for scores
def predictions():
    def softmax(z):
        return np.exp(z) / np.exp(z).sum()

    p = np.array([0.6, 0.3, 0.1])
    return {"shifted": softmax(p + 7), "doubled": softmax(2 * p),
            "raised": softmax(p + np.array([0, 0, np.log(6)])),
            "masked": softmax(np.array([0.6, -np.inf, 0.1])), "swapped": softmax(-p)}

# %% rounded: two digits are not six
def predictions():
    return {"shifted": [0.6, 0.3, 0.1], "doubled": [0.78, 0.2, 0.02], "raised": [0.4, 0.2, 0.4],
            "masked": [0.86, 0, 0.14], "swapped": [0.11, 0.22, 0.67]}
