# %% f1-order: The pair is the wrong way round: the first is to have the higher accuracy.
def counter_examples():
    return {
        "f1": ([1, 1, 0, 0] * 3, [1] + [0] * 11),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% f1-zero: To say 0 always has no F1 above 0.
def counter_examples():
    return {
        "f1": ([0] * 12, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% f1-equal: The two have the same F1.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0]),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% f1-perfect: The second has the higher accuracy as well.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 0, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% auc-low: All scores lie below 0.5, so that always 0 is said, which is right for nine of twelve.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.4 if label else 0.2 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% auc-tied: A zero shares the score of a one, and the area is below 1.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 2] + [0.9, 0.9, 0.7, 0.7],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% auc-upside-down: The zeros have the higher scores: the area is 0.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.1 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% auc-good-at-half: At 0.5 these scores say 0 for the zeros and 1 for the ones.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.3 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% auc-beyond-one: The scores do not lie between 0 and 1.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [9.0 if label else 7.0 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% r2-negative-slope: The predictions fall where the targets rise: the correlation is -1.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [-2.0, -4.0, -5.0, -7.0, -9.0, -12.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% r2-a-little-off: The predictions are moved too little: R squared is still positive.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [3.0, 5.0, 6.0, 8.0, 10.0, 13.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% r2-noise: The predictions are far off, and do not correlate with the targets.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [40.0, -3.0, 77.0, 0.0, 12.0, 5.0],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% r2-constant: Predictions that are all equal have no correlation.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [6.5] * 6,
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
# %% hospitals-alike: Both have judged the same numbers in each hospital; then A leads on the whole too.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[45, 50], [30, 50], [40, 50], [25, 50]],
    }
# %% hospitals-total: A and B have judged different numbers of cases.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[10, 10], [45, 90], [144, 180], [3, 10]],
    }
# %% hospitals-narrow: A leads in a hospital by less than 0.05.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[84, 100], [450, 900], [720, 900], [30, 100]],
    }
# %% hospitals-whole: B leads on the whole by less than 0.05.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[90, 100], [60, 100], [80, 100], [50, 100]],
    }
# %% hospitals-b-leads: B leads in both hospitals.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[72, 90], [3, 10], [10, 10], [45, 90]],
    }
# %% hospitals-shares: Shares were given instead of counts.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "r2": [102.0, 104.0, 105.0, 107.0, 109.0, 112.0],
        "hospitals": [[1.0, 10], [0.5, 90], [0.8, 90], [0.3, 10]],
    }
# %% one-missing: An entry is missing.
def counter_examples():
    return {
        "f1": ([1] + [0] * 11, [1, 1, 0, 0] * 3),
        "auc": [0.9 if label else 0.7 for label in [1, 0, 0, 0] * 3],
        "hospitals": [[10, 10], [45, 90], [72, 90], [3, 10]],
    }
