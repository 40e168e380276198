# %% rows-and-columns: Rows and columns were exchanged: top counts rows, left counts columns.
def flip_and_crop(x, mirrored, top, left, pad):
    h, w = x.shape[1:3]
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    out = np.zeros_like(x)
    for k in range(len(x)):
        window = padded[k, left[k] : left[k] + h, top[k] : top[k] + w]
        out[k, : window.shape[0], : window.shape[1]] = window[:, ::-1] if mirrored[k] else window
    return out

# %% upside-down: The picture was mirrored top to bottom; left to right reverses the columns.
def flip_and_crop(x, mirrored, top, left, pad):
    h, w = x.shape[1:3]
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    out = np.empty_like(x)
    for k in range(len(x)):
        window = padded[k, top[k] : top[k] + h, left[k] : left[k] + w]
        out[k] = window[::-1] if mirrored[k] else window
    return out

# %% mirror-first: The picture was mirrored before it was cropped; the mirror comes last.
def flip_and_crop(x, mirrored, top, left, pad):
    h, w = x.shape[1:3]
    out = np.empty_like(x)
    for k in range(len(x)):
        picture = x[k, :, ::-1] if mirrored[k] else x[k]
        padded = np.pad(picture, ((pad, pad), (pad, pad), (0, 0)))
        out[k] = padded[top[k] : top[k] + h, left[k] : left[k] + w]
    return out

# %% one-for-all: The numbers of the first picture were used for the whole batch.
def flip_and_crop(x, mirrored, top, left, pad):
    h, w = x.shape[1:3]
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    out = padded[:, top[0] : top[0] + h, left[0] : left[0] + w]
    return out[:, :, ::-1] if mirrored[0] else out

# %% wrapped: What left on one side came in on the other; outside the picture there are zeros.
def flip_and_crop(x, mirrored, top, left, pad):
    out = np.empty_like(x)
    for k in range(len(x)):
        window = np.roll(x[k], (pad - top[k], pad - left[k]), axis=(0, 1))
        out[k] = window[:, ::-1] if mirrored[k] else window
    return out

# %% border-repeated: The border pixels were repeated outside the picture; outside there are zeros.
def flip_and_crop(x, mirrored, top, left, pad):
    h, w = x.shape[1:3]
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="edge")
    out = np.empty_like(x)
    for k in range(len(x)):
        window = padded[k, top[k] : top[k] + h, left[k] : left[k] + w]
        out[k] = window[:, ::-1] if mirrored[k] else window
    return out

# %% floats: The result holds floats; it has the dtype of the pictures.
def flip_and_crop(x, mirrored, top, left, pad):
    h, w = x.shape[1:3]
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    out = np.zeros(x.shape)
    for k in range(len(x)):
        window = padded[k, top[k] : top[k] + h, left[k] : left[k] + w]
        out[k] = window[:, ::-1] if mirrored[k] else window
    return out
