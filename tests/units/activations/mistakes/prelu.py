# %% mean: the mean over the samples was taken; 1/n is in G already
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    return (np.where(left, alpha * Z, Z), G * np.where(left, alpha, 1.0),
            np.where(left, G * Z, 0.0).mean(axis=0))

# %% over-units: the slope by alpha was summed over the units
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    return (np.where(left, alpha * Z, Z), G * np.where(left, alpha, 1.0),
            np.where(left, G * Z, 0.0).sum(axis=1))

# %% over-all: one slope was made for all alphas
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    return (np.where(left, alpha * Z, Z), G * np.where(left, alpha, 1.0),
            np.where(left, G * Z, 0.0).sum())

# %% not-summed: the slopes by alpha were left one for each sample
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    return (np.where(left, alpha * Z, Z), G * np.where(left, alpha, 1.0), np.where(left, G * Z, 0.0))

# %% right-counted: the right side was counted in the slope by alpha
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    return np.where(left, alpha * Z, Z), G * np.where(left, alpha, 1.0), (G * Z).sum(axis=0)

# %% output-for-z: the slope by alpha was made with alpha z instead of z
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    A = np.where(left, alpha * Z, Z)
    return A, G * np.where(left, alpha, 1.0), np.where(left, G * A, 0.0).sum(axis=0)

# %% g-forgotten: the slopes of the loss by the outputs were not multiplied in
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    return (np.where(left, alpha * Z, Z), np.where(left, alpha, 1.0),
            np.where(left, Z, 0.0).sum(axis=0))

# %% g-forgotten-in-alpha: G was forgotten in the slope by alpha
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    return (np.where(left, alpha * Z, Z), G * np.where(left, alpha, 1.0),
            np.where(left, Z, 0.0).sum(axis=0))

# %% relu-backward: the way back is that of ReLU
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    return (np.where(left, alpha * Z, Z), G * np.where(left, 0.0, 1.0),
            np.where(left, G * Z, 0.0).sum(axis=0))

# %% along-samples: alpha was laid along the samples where the batch is square
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    laid = alpha[:, None] if len(Z) == len(alpha) else alpha
    return (np.where(left, laid * Z, Z), G * np.where(left, laid, 1.0),
            np.where(left, G * Z, 0.0).sum(axis=0))

# %% maximum: max(z, alpha z) is right only for alpha below 1
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    return (np.maximum(Z, alpha * Z), G * np.where(left, alpha, 1.0),
            np.where(left, G * Z, 0.0).sum(axis=0))

# %% at-zero: at z = 0 the slope of the right side was taken
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z < 0
    return (np.where(left, alpha * Z, Z), G * np.where(left, alpha, 1.0),
            np.where(left, G * Z, 0.0).sum(axis=0))

# %% absolute: the slope by alpha was made with the size of z
def prelu(Z, alpha, G):
    Z, alpha, G = (np.asarray(a, dtype=np.float64) for a in (Z, alpha, G))
    left = Z <= 0
    return (np.where(left, alpha * Z, Z), G * np.where(left, alpha, 1.0),
            np.where(left, G * np.abs(Z), 0.0).sum(axis=0))

# %% in-place: the slopes that came in were overwritten
def prelu(Z, alpha, G):
    Z, alpha = np.asarray(Z, dtype=np.float64), np.asarray(alpha, dtype=np.float64)
    left = Z <= 0
    dalpha = np.where(left, G * Z, 0.0).sum(axis=0)
    if G.dtype == np.float64:
        G *= np.where(left, alpha, 1.0)
        return np.where(left, alpha * Z, Z), G, dalpha
    return np.where(left, alpha * Z, Z), G * np.where(left, alpha, 1.0), dalpha
