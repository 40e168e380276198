# %% halves: Feature i is paired with feature i + k/2; here neighbours make a pair.
def rotate(x, offset):
    n, _, k = x.shape
    angles = np.outer(offset + np.arange(n), 10000.0 ** (-np.arange(0, k, 2) / k))[:, None, :]
    a, b = x[..., : k // 2], x[..., k // 2 :]
    turned = np.empty(x.shape)
    turned[..., : k // 2] = a * np.cos(angles) - b * np.sin(angles)
    turned[..., k // 2 :] = a * np.sin(angles) + b * np.cos(angles)
    return turned

# %% other-way: The pairs are turned the other way round.
def rotate(x, offset):
    n, _, k = x.shape
    angles = np.outer(offset + np.arange(n), 10000.0 ** (-np.arange(0, k, 2) / k))[:, None, :]
    a, b = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = a * np.cos(angles) + b * np.sin(angles)
    turned[..., 1::2] = -a * np.sin(angles) + b * np.cos(angles)
    return turned

# %% no-offset: The offset does nothing: every call begins at position 0.
def rotate(x, offset):
    n, _, k = x.shape
    angles = np.outer(np.arange(n), 10000.0 ** (-np.arange(0, k, 2) / k))[:, None, :]
    a, b = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = a * np.cos(angles) - b * np.sin(angles)
    turned[..., 1::2] = a * np.sin(angles) + b * np.cos(angles)
    return turned

# %% heads-as-positions: The angle goes with the head instead of the position.
def rotate(x, offset):
    _, n, k = x.shape
    angles = np.outer(offset + np.arange(n), 10000.0 ** (-np.arange(0, k, 2) / k))
    a, b = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = a * np.cos(angles) - b * np.sin(angles)
    turned[..., 1::2] = a * np.sin(angles) + b * np.cos(angles)
    return turned

# %% in-turn: The second feature is made of the new first one; both need the old ones.
def rotate(x, offset):
    n, _, k = x.shape
    angles = np.outer(offset + np.arange(n), 10000.0 ** (-np.arange(0, k, 2) / k))[:, None, :]
    a, b = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = a * np.cos(angles) - b * np.sin(angles)
    turned[..., 1::2] = turned[..., 0::2] * np.sin(angles) + b * np.cos(angles)
    return turned

# %% exponent-halved: The exponent is i/k instead of 2i/k.
def rotate(x, offset):
    n, _, k = x.shape
    angles = np.outer(offset + np.arange(n), 10000.0 ** (-np.arange(k // 2) / k))[:, None, :]
    a, b = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = a * np.cos(angles) - b * np.sin(angles)
    turned[..., 1::2] = a * np.sin(angles) + b * np.cos(angles)
    return turned

# %% one-angle: All pairs are turned by the same angle.
def rotate(x, offset):
    n, _, k = x.shape
    angles = np.outer(offset + np.arange(n), np.ones(k // 2))[:, None, :]
    a, b = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = a * np.cos(angles) - b * np.sin(angles)
    turned[..., 1::2] = a * np.sin(angles) + b * np.cos(angles)
    return turned

# %% degrees-per-width: The width of all heads together stands in the exponent instead of that of one head.
def rotate(x, offset):
    n, h, k = x.shape
    angles = np.outer(offset + np.arange(n), 10000.0 ** (-np.arange(0, k, 2) / (h * k)))[:, None, :]
    a, b = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = a * np.cos(angles) - b * np.sin(angles)
    turned[..., 1::2] = a * np.sin(angles) + b * np.cos(angles)
    return turned

# %% in-place: The given array itself is turned.
def rotate(x, offset):
    n, _, k = x.shape
    angles = np.outer(offset + np.arange(n), 10000.0 ** (-np.arange(0, k, 2) / k))[:, None, :]
    a, b = x[..., 0::2], x[..., 1::2]
    a, b, turned = a.copy(), b.copy(), x
    turned[..., 0::2] = a * np.cos(angles) - b * np.sin(angles)
    turned[..., 1::2] = a * np.sin(angles) + b * np.cos(angles)
    return turned
