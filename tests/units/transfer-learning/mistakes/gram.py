# %% summed: The sum was not divided by the number of places, so a larger picture has a larger matrix.
def gram(features):
    n, h, w, c = features.shape
    flat = features.reshape(n, h * w, c).astype(np.float64)
    return np.swapaxes(flat, 1, 2) @ flat

# %% channels-too: The number of channels was divided by as well; the mean is over places.
def gram(features):
    n, h, w, c = features.shape
    flat = features.reshape(n, h * w, c).astype(np.float64)
    return np.swapaxes(flat, 1, 2) @ flat / (h * w * c)

# %% places: Places were compared with places; the matrix compares channels with channels.
def gram(features):
    n, h, w, c = features.shape
    flat = features.reshape(n, h * w, c).astype(np.float64)
    return flat @ np.swapaxes(flat, 1, 2) / (h * w)

# %% laid-out-wrong: The channels were reshaped into rows without being moved there, which mixes them with places.
def gram(features):
    n, h, w, c = features.shape
    flat = features.reshape(n, c, h * w).astype(np.float64)
    return flat @ np.swapaxes(flat, 1, 2) / (h * w)

# %% centred: The means were subtracted first, which makes a covariance of it.
def gram(features):
    n, h, w, c = features.shape
    flat = features.reshape(n, h * w, c).astype(np.float64)
    flat = flat - flat.mean(axis=1, keepdims=True)
    return np.swapaxes(flat, 1, 2) @ flat / (h * w)

# %% one-for-all: The pictures of a batch were averaged; each has a matrix of its own.
def gram(features):
    n, h, w, c = features.shape
    flat = features.reshape(n, h * w, c).astype(np.float64)
    return np.repeat((np.swapaxes(flat, 1, 2) @ flat / (h * w)).mean(axis=0, keepdims=True), n, axis=0)

# %% small-dtype: The products were made in the dtype of the features, where those of bytes overflow.
def gram(features):
    n, h, w, c = features.shape
    flat = features.reshape(n, h * w, c)
    return np.swapaxes(flat, 1, 2) @ flat / (h * w)
