# %% overflow: the bytes were added up as bytes, which overflow at 256
def prepared(pictures, contract):
    if pictures.dtype != np.uint8 or pictures.ndim != 4 or pictures.shape[3] != 3:
        raise ValueError("bytes")
    (n, rows, columns, _), (h, w) = pictures.shape, contract["size"]
    if rows % h or columns % w:
        raise ValueError("sizes")
    weights = np.array([0.299, 0.587, 0.114])[:: 1 if contract["order"] == "rgb" else -1]
    a, b = rows // h, columns // w
    blocks = pictures.reshape(n, h, a, w, b, 3).sum(axis=(2, 4), dtype=np.uint8)
    small = blocks @ weights / (a * b)
    small = 255 - small if contract["dark_ink"] else small
    return ((small / 255 - contract["mean"]) / contract["std"]).astype(np.float32)[..., None]

# %% order-ignored: the order of the camera's colours was ignored
def prepared(pictures, contract):
    if pictures.dtype != np.uint8 or pictures.ndim != 4 or pictures.shape[3] != 3:
        raise ValueError("bytes")
    (n, rows, columns, _), (h, w) = pictures.shape, contract["size"]
    if rows % h or columns % w:
        raise ValueError("sizes")
    grey = pictures.astype(float) @ np.array([0.299, 0.587, 0.114])
    small = grey.reshape(n, h, rows // h, w, columns // w).mean(axis=(2, 4))
    small = 255 - small if contract["dark_ink"] else small
    return ((small / 255 - contract["mean"]) / contract["std"]).astype(np.float32)[..., None]

# %% picked: every so manieth pixel was picked; the mean of the block is asked for
def prepared(pictures, contract):
    if pictures.dtype != np.uint8 or pictures.ndim != 4 or pictures.shape[3] != 3:
        raise ValueError("bytes")
    (n, rows, columns, _), (h, w) = pictures.shape, contract["size"]
    if rows % h or columns % w:
        raise ValueError("sizes")
    weights = np.array([0.299, 0.587, 0.114])[:: 1 if contract["order"] == "rgb" else -1]
    small = pictures[:, :: rows // h, :: columns // w].astype(float) @ weights
    small = 255 - small if contract["dark_ink"] else small
    return ((small / 255 - contract["mean"]) / contract["std"]).astype(np.float32)[..., None]

# %% late-ink: the ink was turned round after the mean had been taken away; the contract turns the pixels first
def prepared(pictures, contract):
    if pictures.dtype != np.uint8 or pictures.ndim != 4 or pictures.shape[3] != 3:
        raise ValueError("bytes")
    (n, rows, columns, _), (h, w) = pictures.shape, contract["size"]
    if rows % h or columns % w:
        raise ValueError("sizes")
    weights = np.array([0.299, 0.587, 0.114])[:: 1 if contract["order"] == "rgb" else -1]
    small = (pictures.astype(float) @ weights).reshape(n, h, rows // h, w, columns // w).mean(axis=(2, 4))
    scaled = (small / 255 - contract["mean"]) / contract["std"]
    scaled = 1 - scaled if contract["dark_ink"] else scaled
    return scaled.astype(np.float32)[..., None]

# %% own-mean: the pictures' own mean and spread were used; the contract gives those of the training
def prepared(pictures, contract):
    if pictures.dtype != np.uint8 or pictures.ndim != 4 or pictures.shape[3] != 3:
        raise ValueError("bytes")
    (n, rows, columns, _), (h, w) = pictures.shape, contract["size"]
    if rows % h or columns % w:
        raise ValueError("sizes")
    weights = np.array([0.299, 0.587, 0.114])[:: 1 if contract["order"] == "rgb" else -1]
    small = (pictures.astype(float) @ weights).reshape(n, h, rows // h, w, columns // w).mean(axis=(2, 4)) / 255
    small = 1 - small if contract["dark_ink"] else small
    return ((small - small.mean()) / max(small.std(), 1e-9)).astype(np.float32)[..., None]

# %% width-first: the size was read as (width, height); rows come first
def prepared(pictures, contract):
    if pictures.dtype != np.uint8 or pictures.ndim != 4 or pictures.shape[3] != 3:
        raise ValueError("bytes")
    (n, rows, columns, _), (w, h) = pictures.shape, contract["size"]
    if rows % h or columns % w:
        raise ValueError("sizes")
    weights = np.array([0.299, 0.587, 0.114])[:: 1 if contract["order"] == "rgb" else -1]
    small = (pictures.astype(float) @ weights).reshape(n, h, rows // h, w, columns // w).mean(axis=(2, 4))
    small = 255 - small if contract["dark_ink"] else small
    return ((small / 255 - contract["mean"]) / contract["std"]).astype(np.float32)[..., None]
