# %% root-of-beta: The root of the memory was returned instead of the memory.
def choose(H, most):
    lam = np.linalg.eigvalsh(H)
    q = (np.sqrt(lam[-1] / lam[0]) - 1) / (np.sqrt(lam[-1] / lam[0]) + 1)
    beta = min(most, q)
    return 2 * (1 + beta) / (lam[0] + lam[-1]), beta
# %% kappa: The condition number was used instead of its root.
def choose(H, most):
    lam = np.linalg.eigvalsh(H)
    beta = min(most, ((lam[-1] - lam[0]) / (lam[-1] + lam[0])) ** 2)
    return 2 * (1 + beta) / (lam[0] + lam[-1]), beta
# %% all-memory: All the memory that is allowed was used.
def choose(H, most):
    lam = np.linalg.eigvalsh(H)
    return 2 * (1 + most) / (lam[0] + lam[-1]), most
# %% limit-ignored: The limit of the memory was ignored.
def choose(H, most):
    lam = np.linalg.eigvalsh(H)
    q = (np.sqrt(lam[-1] / lam[0]) - 1) / (np.sqrt(lam[-1] / lam[0]) + 1)
    return (1 + q) ** 2 / lam[-1], q**2
# %% edge-rate: The rate of the edge was used for less memory as well.
def choose(H, most):
    lam = np.linalg.eigvalsh(H)
    q = (np.sqrt(lam[-1] / lam[0]) - 1) / (np.sqrt(lam[-1] / lam[0]) + 1)
    beta = min(most, q**2)
    return (1 + np.sqrt(beta)) ** 2 / lam[-1], beta
# %% plain-rate: The rate of plain descent was used with a memory.
def choose(H, most):
    lam = np.linalg.eigvalsh(H)
    q = (np.sqrt(lam[-1] / lam[0]) - 1) / (np.sqrt(lam[-1] / lam[0]) + 1)
    return 2 / (lam[0] + lam[-1]), min(most, q**2)
# %% swapped: Memory and rate are in the wrong order.
def choose(H, most):
    lam = np.linalg.eigvalsh(H)
    q = (np.sqrt(lam[-1] / lam[0]) - 1) / (np.sqrt(lam[-1] / lam[0]) + 1)
    beta = min(most, q**2)
    return beta, 2 * (1 + beta) / (lam[0] + lam[-1])
# %% diagonal: The diagonal was used instead of the eigenvalues.
def choose(H, most):
    lam = np.sort(np.diag(H))
    q = (np.sqrt(lam[-1] / lam[0]) - 1) / (np.sqrt(lam[-1] / lam[0]) + 1)
    beta = min(most, q**2)
    return 2 * (1 + beta) / (lam[0] + lam[-1]), beta
# %% first-two-curvatures: Two curvatures were taken, but not the smallest and the largest.
def choose(H, most):
    lam = np.linalg.eigvalsh(H)[:2] if len(H) > 1 else np.repeat(H, 2)
    q = (np.sqrt(lam[-1] / lam[0]) - 1) / (np.sqrt(lam[-1] / lam[0]) + 1)
    beta = min(most, q**2)
    return 2 * (1 + beta) / (lam[0] + lam[-1]), beta
# %% mean-curvature: The sum of all curvatures was used instead of the smallest and the largest.
def choose(H, most):
    lam = np.linalg.eigvalsh(H)
    q = (np.sqrt(lam[-1] / lam[0]) - 1) / (np.sqrt(lam[-1] / lam[0]) + 1)
    beta = min(most, q**2)
    return (1 + beta) / lam.mean(), beta
# %% larger-of-both: The larger of the two memories was taken instead of the smaller.
def choose(H, most):
    lam = np.linalg.eigvalsh(H)
    q = (np.sqrt(lam[-1] / lam[0]) - 1) / (np.sqrt(lam[-1] / lam[0]) + 1)
    beta = max(most, q**2)
    return 2 * (1 + beta) / (lam[0] + lam[-1]), beta
# %% at-least-some: A memory of at least 0.01 was used for round bowls too.
def choose(H, most):
    lam = np.linalg.eigvalsh(H)
    q = (np.sqrt(lam[-1] / lam[0]) - 1) / (np.sqrt(lam[-1] / lam[0]) + 1)
    beta = min(most, max(q**2, 0.01))
    return 2 * (1 + beta) / (lam[0] + lam[-1]), beta
# %% in-place: The matrix was scaled in place.
def choose(H, most):
    scale = H[0, 0]
    H /= scale
    lam = np.linalg.eigvalsh(H)
    q = (np.sqrt(lam[-1]) - np.sqrt(lam[0])) / (np.sqrt(lam[-1]) + np.sqrt(lam[0]))
    beta = min(most, q**2)
    return 2 * (1 + beta) / (lam[0] + lam[-1]) / scale, beta
