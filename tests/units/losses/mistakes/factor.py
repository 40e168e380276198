# %% upside-down: The factor is upside down: claimed = c times measured, not the other way round.
def factor(loss, at, claimed):
    at = np.array(at, dtype=np.float64)
    g = slopes_of(loss, at)
    c = np.sum(claimed * g) / np.sum(g * g)
    if np.linalg.norm(claimed - c * g) > 1e-4 * np.linalg.norm(claimed):
        return np.nan
    return float(1 / c) if c else 0.0
# %% never-nan: A factor was returned though claimed is not proportional to the gradient.
def factor(loss, at, claimed):
    g = slopes_of(loss, at)
    return float(np.sum(claimed * g) / np.sum(g * g))
# %% first-entry: Only the first entry was compared.
def factor(loss, at, claimed):
    g = slopes_of(loss, at)
    return float(np.ravel(claimed)[0] / np.ravel(g)[0])
# %% lengths: The lengths were compared, which loses the sign and every direction.
def factor(loss, at, claimed):
    g = slopes_of(loss, at)
    return float(np.linalg.norm(claimed) / np.linalg.norm(g))
# %% integers: An integer array was moved by 1e-5, and an integer array does not hold that.
def factor(loss, at, claimed):
    at = np.array(at)
    g = np.zeros(at.shape)
    for place in np.ndindex(at.shape):
        up, down = at.copy(), at.copy()
        up[place] += np.array(1e-5).astype(at.dtype)
        down[place] -= np.array(1e-5).astype(at.dtype)
        g[place] = (loss(up) - loss(down)) / 2e-5
    c = np.sum(claimed * g) / np.sum(g * g)
    return float(c) if np.linalg.norm(claimed - c * g) <= 1e-4 * np.linalg.norm(claimed) else np.nan
# %% all-at-once: All entries were moved together; each has to be moved by itself.
def factor(loss, at, claimed):
    at = np.array(at, dtype=np.float64)
    g = np.full(at.shape, (loss(at + 1e-5) - loss(at - 1e-5)) / 2e-5)
    c = np.sum(claimed * g) / np.sum(g * g)
    return float(c) if np.linalg.norm(claimed - c * g) <= 1e-4 * np.linalg.norm(claimed) else np.nan
# %% one-sided: A difference to one side only is not exact enough; take one to both sides.
def factor(loss, at, claimed):
    at = np.array(at, dtype=np.float64)
    g = np.zeros_like(at)
    for place in np.ndindex(at.shape):
        moved = at.copy()
        moved[place] += 1e-5
        g[place] = (loss(moved) - loss(at)) / 1e-5
    c = np.sum(claimed * g) / np.sum(g * g)
    return float(c) if np.linalg.norm(claimed - c * g) <= 1e-4 * np.linalg.norm(claimed) else np.nan
# %% absolute-limit: The limit is a part of the length of what is claimed, not a fixed number.
def factor(loss, at, claimed):
    g = slopes_of(loss, at)
    c = np.sum(claimed * g) / np.sum(g * g)
    return float(c) if np.linalg.norm(claimed - c * g) <= 1e-4 else np.nan
# %% not-put-back: Each entry was moved and not put back before the next one.
def factor(loss, at, claimed):
    at = np.array(at, dtype=np.float64)
    g = np.zeros_like(at)
    for place in np.ndindex(at.shape):
        at[place] += 1e-5
        above = loss(at)
        at[place] -= 2e-5
        g[place] = (above - loss(at)) / 2e-5
    c = np.sum(claimed * g) / np.sum(g * g)
    return float(c) if np.linalg.norm(claimed - c * g) <= 1e-4 * np.linalg.norm(claimed) else np.nan
# %% at-moved: The caller's own array was moved, and the last step stayed in it.
def factor(loss, at, claimed):
    if np.asarray(at).dtype.kind != "f":
        at = np.array(at, dtype=np.float64)
    g = np.zeros(at.shape)
    for place in np.ndindex(at.shape):
        kept = at[place]
        at[place] = kept + 1e-5
        above = loss(at)
        at[place] = kept - 1e-5
        g[place] = (above - loss(at)) / 2e-5
    c = np.sum(claimed * g) / np.sum(g * g)
    return float(c) if np.linalg.norm(claimed - c * g) <= 1e-4 * np.linalg.norm(claimed) else np.nan
