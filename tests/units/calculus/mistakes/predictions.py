# %% slope-for-a: The forward quotient of a square is larger than the slope by the step.
def predictions():
    return [6.0, 6.0, 12.25, 0.0, 0.7, 500.0, 0.0]
# %% forward-for-b: The central quotient looks to both sides; for a square it is the slope.
def predictions():
    return [6.1, 106.0, 12.25, 0.0, 0.7, 500.0, 0.0]
# %% slope-for-c: The central quotient of a cube is larger than the slope by the square of the step.
def predictions():
    return [6.1, 6.0, 12.0, 0.0, 0.7, 500.0, 0.0]
# %% one-for-d: The sizes of x are equal on both sides of 0, so the quotient is 0.
def predictions():
    return [6.1, 6.0, 12.25, 1.0, 0.7, 500.0, 0.0]
# %% slope-for-e: The step reaches across the corner, so the slope 1 is mixed with 0.
def predictions():
    return [6.1, 6.0, 12.25, 0.0, 1.0, 500.0, 0.0]
# %% half-for-e: One half holds at the corner itself, and 0.02 is beside it.
def predictions():
    return [6.1, 6.0, 12.25, 0.0, 0.5, 500.0, 0.0]
# %% zero-for-f: The step lies between the two places, so their values differ by 1.
def predictions():
    return [6.1, 6.0, 12.25, 0.0, 0.7, 0.0, 0.0]
# %% thousand-for-f: The two places are two steps apart.
def predictions():
    return [6.1, 6.0, 12.25, 0.0, 0.7, 1000.0, 0.0]
# %% one-for-g: exp of a number far below the machine epsilon is stored as 1.
def predictions():
    return [6.1, 6.0, 12.25, 0.0, 0.7, 500.0, 1.0]
# %% made-to-fit: The sum is right and the numbers are not: predict them one by one.
def predictions():
    return [525.05, 0, 0, 0, 0, 0, 0]
# %% jump-and-tiny-exchanged: (f) and (g) are exchanged.
def predictions():
    return [6.1, 6.0, 12.25, 0.0, 0.7, 0.0, 500.0]
# %% two-errors-cancel: (d) is 0 and (e) 0.7, not 0.2 and 0.5.
def predictions():
    return [6.1, 6.0, 12.25, 0.2, 0.5, 500.0, 0.0]
