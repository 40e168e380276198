# %% diagonal: The diagonal shows the bends along the axes only; take the eigenvalues.
def stationary_kind(gradient, x, h=1e-4):
    if np.abs(gradient(x)).max() > 1e-6:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) / (2 * h) for s in h * np.eye(len(x))], axis=1)
    values = np.diag(H)
    if values.max() > 1e-4 and values.min() < -1e-4:
        return "saddle"
    if np.abs(values).min() <= 1e-4:
        return "undecided"
    return "minimum" if values.min() > 0 else "maximum"
# %% gradient-not-asked: Where the gradient is not zero there is nothing to decide.
def stationary_kind(gradient, x, h=1e-4):
    H = np.stack([(gradient(x + s) - gradient(x - s)) / (2 * h) for s in h * np.eye(len(x))], axis=1)
    values = np.linalg.eigvalsh((H + H.T) / 2)
    if values.max() > 1e-4 and values.min() < -1e-4:
        return "saddle"
    if np.abs(values).min() <= 1e-4:
        return "undecided"
    return "minimum" if values.min() > 0 else "maximum"
# %% gradient-without-size: A negative entry of the gradient is not zero either.
def stationary_kind(gradient, x, h=1e-4):
    if np.max(gradient(x)) > 1e-6:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) / (2 * h) for s in h * np.eye(len(x))], axis=1)
    values = np.linalg.eigvalsh((H + H.T) / 2)
    if values.max() > 1e-4 and values.min() < -1e-4:
        return "saddle"
    if np.abs(values).min() <= 1e-4:
        return "undecided"
    return "minimum" if values.min() > 0 else "maximum"
# %% determinant: In more than two dimensions the sign of the determinant does not decide.
def stationary_kind(gradient, x, h=1e-4):
    if np.abs(gradient(x)).max() > 1e-6:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) / (2 * h) for s in h * np.eye(len(x))], axis=1)
    d = np.linalg.det((H + H.T) / 2)
    if abs(d) < 1e-4:
        return "undecided"
    return "saddle" if d < 0 else "minimum" if H[0, 0] > 0 else "maximum"
# %% undecided-first: Eigenvalues of both signs decide, even if another one counts as zero.
def stationary_kind(gradient, x, h=1e-4):
    if np.abs(gradient(x)).max() > 1e-6:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) / (2 * h) for s in h * np.eye(len(x))], axis=1)
    values = np.linalg.eigvalsh((H + H.T) / 2)
    if np.abs(values).min() <= 1e-4:
        return "undecided"
    if values.max() > 0 and values.min() < 0:
        return "saddle"
    return "minimum" if values.min() > 0 else "maximum"
# %% exchanged: Positive eigenvalues bend upwards: that is a minimum.
def stationary_kind(gradient, x, h=1e-4):
    if np.abs(gradient(x)).max() > 1e-6:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) / (2 * h) for s in h * np.eye(len(x))], axis=1)
    values = np.linalg.eigvalsh((H + H.T) / 2)
    if values.max() > 1e-4 and values.min() < -1e-4:
        return "saddle"
    if np.abs(values).min() <= 1e-4:
        return "undecided"
    return "maximum" if values.min() > 0 else "minimum"
# %% never-undecided: An eigenvalue that counts as zero leaves it open.
def stationary_kind(gradient, x, h=1e-4):
    if np.abs(gradient(x)).max() > 1e-6:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) / (2 * h) for s in h * np.eye(len(x))], axis=1)
    values = np.linalg.eigvalsh((H + H.T) / 2)
    if values.max() > 1e-4 and values.min() < -1e-4:
        return "saddle"
    return "minimum" if values.sum() > 0 else "maximum"
# %% own-step: The step passed in was ignored.
def stationary_kind(gradient, x, h=1e-4):
    if np.abs(gradient(x)).max() > 1e-6:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) / 2e-4 for s in 1e-4 * np.eye(len(x))], axis=1)
    values = np.linalg.eigvalsh((H + H.T) / 2)
    if values.max() > 1e-4 and values.min() < -1e-4:
        return "saddle"
    if np.abs(values).min() <= 1e-4:
        return "undecided"
    return "minimum" if values.min() > 0 else "maximum"
# %% not-symmetrised: eigvalsh reads one triangle only; take the mean with the transpose first.
def stationary_kind(gradient, x, h=1e-4):
    if np.abs(gradient(x)).max() > 1e-6:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) / (2 * h) for s in h * np.eye(len(x))], axis=1)
    values = np.linalg.eigvalsh(H)
    if values.max() > 1e-4 and values.min() < -1e-4:
        return "saddle"
    if np.abs(values).min() <= 1e-4:
        return "undecided"
    return "minimum" if values.min() > 0 else "maximum"
# %% too-strict-a-zero: A gradient within a millionth counts as zero.
def stationary_kind(gradient, x, h=1e-4):
    if np.abs(gradient(x)).max() > 1e-9:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) / (2 * h) for s in h * np.eye(len(x))], axis=1)
    values = np.linalg.eigvalsh((H + H.T) / 2)
    if values.max() > 1e-4 and values.min() < -1e-4:
        return "saddle"
    if np.abs(values).min() <= 1e-4:
        return "undecided"
    return "minimum" if values.min() > 0 else "maximum"
# %% any-sign: An eigenvalue of a hundred-thousandth counts as zero and makes no saddle.
def stationary_kind(gradient, x, h=1e-4):
    if np.abs(gradient(x)).max() > 1e-6:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) / (2 * h) for s in h * np.eye(len(x))], axis=1)
    values = np.linalg.eigvalsh((H + H.T) / 2)
    if values.max() > 0 and values.min() < 0:
        return "saddle"
    if np.abs(values).min() <= 1e-4:
        return "undecided"
    return "minimum" if values.min() > 0 else "maximum"
# %% step-not-in-the-quotient: Divide by two steps, or small bends look like none.
def stationary_kind(gradient, x, h=1e-4):
    if np.abs(gradient(x)).max() > 1e-6:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) for s in h * np.eye(len(x))], axis=1)
    values = np.linalg.eigvalsh((H + H.T) / 2)
    if values.max() > 1e-4 and values.min() < -1e-4:
        return "saddle"
    if np.abs(values).min() <= 1e-4:
        return "undecided"
    return "minimum" if values.min() > 0 else "maximum"
# %% limits-left-out: Values exactly at the limits count as zero.
def stationary_kind(gradient, x, h=1e-4):
    if np.abs(gradient(x)).max() >= 1e-6:
        return "slope"
    H = np.stack([(gradient(x + s) - gradient(x - s)) / (2 * h) for s in h * np.eye(len(x))], axis=1)
    values = np.linalg.eigvalsh((H + H.T) / 2)
    if values.max() >= 1e-4 and values.min() <= -1e-4:
        return "saddle"
    if np.abs(values).min() < 1e-4:
        return "undecided"
    return "minimum" if values.min() > 0 else "maximum"
