# %% squared: h**2 was returned; take the root once more.
def best_step(r, M4):
    h2 = np.sqrt(48 * r / M4)
    return h2, M4 * h2 / 12 + 4 * r / h2
# %% two-readings: The middle value counts twice, so the numerator may be off by 4 r.
def best_step(r, M4):
    h = (24 * r / M4) ** 0.25
    return h, M4 * h**2 / 12 + 2 * r / h**2
# %% three-readings: The middle value counts twice, so the numerator may be off by 4 r, not 3 r.
def best_step(r, M4):
    h = (36 * r / M4) ** 0.25
    return h, M4 * h**2 / 12 + 3 * r / h**2
# %% one-reading: Three values may be off, and the middle one counts twice.
def best_step(r, M4):
    h = (12 * r / M4) ** 0.25
    return h, M4 * h**2 / 12 + r / h**2
# %% of-the-chapter: That is the best step for the central quotient of the first derivative.
def best_step(r, M4):
    h = np.cbrt(3 * r / M4)
    return h, 1.5 * r / h
# %% one-term: The bound is the sum of both terms.
def best_step(r, M4):
    h = (48 * r / M4) ** 0.25
    return h, M4 * h**2 / 12
# %% difference: Both errors can push the same way, so their bounds are added.
def best_step(r, M4):
    h = (48 * r / M4) ** 0.25
    return h, M4 * h**2 / 12 - 4 * r / h**2
# %% inverse: A function with more noise needs a larger step.
def best_step(r, M4):
    h = (M4 / (48 * r)) ** 0.25
    return h, M4 * h**2 / 12 + 4 * r / h**2
# %% swapped: The step comes first, then the bound.
def best_step(r, M4):
    h = (48 * r / M4) ** 0.25
    return M4 * h**2 / 12 + 4 * r / h**2, h
# %% for-the-example: The numbers of the example were put in for the arguments.
def best_step(r, M4):
    return 2.0, 2.0
# %% grid: Trying steps from a fixed list misses the best one for other arguments.
def best_step(r, M4):
    steps = np.geomspace(1e-3, 10, 2000)
    bounds = M4 * steps**2 / 12 + 4 * r / steps**2
    k = bounds.argmin()
    return steps[k], bounds[k]
# %% twelve-forgotten: The truncation error is M4 h**2 / 12.
def best_step(r, M4):
    h = (4 * r / M4) ** 0.25
    return h, M4 * h**2 + 4 * r / h**2
