# %% cross-term-forgotten: The term 8uv was left out of the gradient.
def predictions():
    return {"slope": [15, 5], "step": [1.5, 0.5], "limit": 2 / 9, "best": 0.2, "factor": 0.8, "steps": 16, "lucky": [1, -1]}
# %% half-forgotten: The factor 1/2 of the loss was left out of the gradient.
def predictions():
    return {"slope": [38, 34], "step": [-0.8, -2.4], "limit": 2 / 9, "best": 0.2, "factor": 0.8, "steps": 16, "lucky": [1, -1]}
# %% uphill: The step was added.
def predictions():
    return {"slope": [19, 17], "step": [4.9, 2.7], "limit": 2 / 9, "best": 0.2, "factor": 0.8, "steps": 16, "lucky": [1, -1]}
# %% limit-halved: The limit was taken where the factor is 0 instead of -1.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 1 / 9, "best": 0.2, "factor": 0.8, "steps": 16, "lucky": [1, -1]}
# %% limit-of-the-flat: The limit of the smaller curvature was given; the larger one decides.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 2.0, "best": 0.2, "factor": 0.8, "steps": 16, "lucky": [1, -1]}
# %% limit-of-the-diagonal: The diagonal of H was taken for the curvatures.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 2 / 5, "best": 0.2, "factor": 0.8, "steps": 16, "lucky": [1, -1]}
# %% best-at-the-steep: The rate that settles the steep direction in one step was given as the best.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 2 / 9, "best": 1 / 9, "factor": 8 / 9, "steps": 30, "lucky": [1, -1]}
# %% factor-squared: The factor of the loss was given instead of that of the distance.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 2 / 9, "best": 0.2, "factor": 0.64, "steps": 16, "lucky": [1, -1]}
# %% steps-of-the-distance: The distance was brought to a thousandth instead of the loss.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 2 / 9, "best": 0.2, "factor": 0.8, "steps": 31, "lucky": [1, -1]}
# %% one-step-short: The number of steps was rounded down.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 2 / 9, "best": 0.2, "factor": 0.8, "steps": 15, "lucky": [1, -1]}
# %% lucky-along-the-steep: The lucky start lies along the steep direction.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 2 / 9, "best": 0.2, "factor": 0.8, "steps": 16, "lucky": [1, 1]}
# %% lucky-near-the-minimum: A start close to the minimum is not lucky; it only takes longer to leave.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 2 / 9, "best": 0.2, "factor": 0.8, "steps": 16, "lucky": [0.01, 0.01]}
# %% limit-rounded: The limit was rounded to two decimals.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 0.22, "best": 0.2, "factor": 0.8, "steps": 16, "lucky": [1, -1]}
# %% factor-guessed: Factor and best rate do not belong together.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 2 / 9, "best": 0.2, "factor": 9 / 10, "steps": 16, "lucky": [1, -1]}
# %% lucky-almost: The lucky start has a trace of the steep direction, which grows later.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 2 / 9, "best": 0.2, "factor": 0.8, "steps": 16, "lucky": [1, -1 + 1e-11]}
# %% best-rounded: The best rate was read off a coarse plot.
def predictions():
    return {"slope": [19, 17], "step": [1.1, -0.7], "limit": 2 / 9, "best": 0.200004, "factor": 0.800004, "steps": 16, "lucky": [1, -1]}
# %% step-rounded: The step and the gradient were typed in with too few decimals.
def predictions():
    return {"slope": [19.00001, 17], "step": [1.10001, -0.7], "limit": 2 / 9, "best": 0.2, "factor": 0.8, "steps": 16, "lucky": [1, -1]}
